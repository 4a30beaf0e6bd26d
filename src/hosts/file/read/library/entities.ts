const ENTITIES = new Map([["amp", "&"], ["lt", "<"], ["gt", ">"], ["quot", "\""], ["apos", "'"]]);

/** A text as it stands in XML, as what it says. */
export function plainText(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (_, decimal?: string, hexadecimal?: string, word = "") =>
    ENTITIES.get((word as string).toLowerCase()) ?? String.fromCodePoint(Math.min(0x10ffff, decimal ? Number(decimal) : parseInt(hexadecimal!, 16))));
}
