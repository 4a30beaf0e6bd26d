import { prefixedAttribute } from "../file/package/xml";
import type { XmlNode } from "../file/package/xml-edit";

/** The name without any prefix: shapes and choices bear prefixes that a writer is free to choose. */
export function localName({ name }: XmlNode): string {
  return name.slice(name.lastIndexOf(":") + 1);
}

/** `w:val` and the like, whatever the prefix. */
export function attribute(node: XmlNode | undefined, local: string): string | undefined {
  return node && (prefixedAttribute(node.attributes, local) ?? node.attributes[local]);
}

/** Is the property there and not switched off? */
export function isOn(node: XmlNode | undefined): boolean {
  return node !== undefined && !["0", "false", "off", "none"].includes(attribute(node, "val") ?? "");
}

export function whole(text: string | undefined, fallback: number): number {
  const number = text === undefined ? NaN : Number(text);
  return Number.isInteger(number) ? number : fallback;
}

/**
 * What of a choice (mc:AlternateContent) is shown: the first alternative, otherwise what stands there for old programs. Both hold the same
 * text box, which must be read once.
 */
export function chosen(node: XmlNode): XmlNode | undefined {
  return node.children.find((child) => localName(child) === "Choice") ?? node.children.find((child) => localName(child) === "Fallback");
}

/** The text of an element that holds nothing but text, from the part's own text. */
export function textOf(part: string, node: XmlNode): string {
  return part.slice(node.innerStart, node.innerEnd)
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, "")
    .split(/<!\[CDATA\[([\s\S]*?)\]\]>/)
    .map((text, index) => (index % 2 === 1 ? text : text.replace(/&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));/g, entity)))
    .join("");
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function entity(written: string, decimal: string | undefined, hexadecimal: string | undefined, name: string | undefined): string {
  if (name !== undefined) return ENTITIES[name] ?? written;
  return String.fromCodePoint(decimal !== undefined ? parseInt(decimal, 10) : parseInt(hexadecimal!, 16));
}
