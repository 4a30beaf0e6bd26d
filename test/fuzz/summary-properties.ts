import { openZip } from "../../src/hosts/file/package/zip";
import { isError, type SheetDescription, type Workbook } from "../../src/workbook";
import { hold } from "./violation";

/**
 * A sheet of the summary as it stands in the package is what was described: every text of the user's is a text, the only formulas are
 * the described ones, they and the links lead to sheets that exist, and nothing leads out of the workbook.
 */
export function summaryHolds(bytes: Uint8Array, described: SheetDescription, workbook: Workbook): void {
  const own = workbook.sheets.find(({ marker }) => marker === described.marker);
  hold(own !== undefined, "summary not marked", () => workbook.sheets.map(({ name }) => name).join());
  const names = new Set(workbook.sheets.map(({ name }) => name.toLowerCase()));
  described.rows.forEach((row, down) => row.forEach((cell, right) => {
    const stored = own.cell(down + 1, right + 1);
    const place = (): string => `row ${down + 1}, column ${right + 1}: ${JSON.stringify(cell)} stands as ${JSON.stringify([stored?.value, stored?.formula])}`;
    if (!cell) return;
    hold((stored?.formula ?? null) === (cell.formula ?? null), "formula in the summary", place);
    if (cell.formula !== undefined) {
      for (const name of sheetsIn(cell.formula)) hold(names.has(name.toLowerCase()), "formula to nowhere", () => `${name} in ${cell.formula}`);
    } else if (typeof cell.value === "string" && cell.value !== "") {
      hold(typeof stored?.value === "string" && !isError(stored.value), "text lost in the summary", place);
    } else if (typeof cell.value === "number") {
      hold(stored?.value === cell.value, "number lost in the summary", place);
    }
    if (cell.link) hold(names.has(cell.link.sheet.toLowerCase()), "link to nowhere", place);
  }));
  hold(own.cells.size === described.rows.flat().filter((cell) => cell && (cell.value !== null || cell.formula)).length, "cells in the summary",
    () => `${own.cells.size} cells stand there`);
  outgoing(bytes);
}

/** The names of sheets before "!" in a formula, outside of its texts. */
function sheetsIn(formula: string): string[] {
  // A quoted name may hold what would begin a text elsewhere, and a text what would begin a name.
  const found = formula.matchAll(/'((?:[^']|'')*)'!|"(?:[^"]|"")*"|([^\s'!"(),+*/&=<>:;{}^-]+)!/g);
  return [...found].flatMap(([, quoted, plain]) => quoted?.replace(/''/g, "'") ?? plain ?? []);
}

/** No hyperlink of a sheet of ours leads to an address: ours carry a location, never an id. */
function outgoing(bytes: Uint8Array): void {
  const zip = openZip(bytes);
  for (const entry of zip.entries) {
    if (!/worksheets\/[^/]*\.xml$/.test(entry.name)) continue;
    const text = new TextDecoder().decode(zip.inflate(entry));
    const links = [...text.matchAll(/<(?:\w+:)?hyperlink\b[^>]*>/g)].map(([tag]) => tag);
    for (const tag of links) hold(/\slocation="/.test(tag) && !/\s\w+:id="/.test(tag), "link out of the workbook", () => tag);
  }
}
