const EXTENSION = String.raw`\.(?:xl[a-z]{1,2}|et|ett|ods|csv)`;
/** Texts are passed over; a file is named in brackets before a sheet, or by itself before a name. */
const OTHER_WORKBOOK = new RegExp(String.raw`"(?:[^"]|"")*"|\[([^[\]:*?"<>|]+${EXTENSION})\]|([^[\]:*?"<>|\\/'!=+\-^&(),;{}]+${EXTENSION})'?!`, "gi");

/** The other workbooks that formulas name, by their files. */
export function externalLinksOf(sheets: readonly { readonly cells: ReadonlyMap<number, { readonly formula: string | null }> }[]): string[] {
  const links = new Set<string>();
  for (const { cells } of sheets) {
    for (const { formula } of cells.values()) {
      if (formula && /[[!]/.test(formula)) for (const [, inBrackets, alone] of formula.matchAll(OTHER_WORKBOOK)) if (inBrackets ?? alone) links.add((inBrackets ?? alone)!);
    }
  }
  return [...links];
}
