import { normalise } from "../values/text";
import type { SheetAtoms } from "./atoms";

/** One form of what is written as ✓, ✔ or √, with or without a variation selector, in dashes of any length. */
export function markOf(text: string): string {
  return normalise(text).replace(/[\ufe0e\ufe0f]/g, "").replace(/^-+$/, "-").replace(/[✓✔]/g, "√").toLowerCase();
}

/** The mark that a cell shows; "" for a blank one. */
export function markAt(sheet: SheetAtoms, row: number, column: number): string {
  const atom = sheet.at(row, column);
  return atom ? markOf(atom.text) : "";
}
