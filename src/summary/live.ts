import type { ReportedCell } from "../report/types";
import { columnLetters, parseCellName, quoteSheet, type CellAddress, type WrittenCell } from "../workbook";

type Value = WrittenCell["value"];

/** A formula with what it gives now. */
export interface Live<T extends Value = Value> {
  readonly formula?: string;
  readonly value: T;
}

/** "'附件1 对照表'!D9" */
export function reference({ sheet, cell }: { readonly sheet: string; readonly cell: string }): string {
  return `${quoteSheet(sheet)}!${cell}`;
}

export function addressOf({ sheet, cell }: { readonly sheet: string; readonly cell: string }): CellAddress | null {
  const at = parseCellName(cell);
  return at && { sheet, ...at };
}

/** `"` doubled, as a formula writes a text. */
export function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

/**
 * Shows a cell of the workbook: blank stays blank instead of 0, an error becomes a word instead of spoiling what reads it, and a
 * number kept as text, with its unit or without, is read as the number that it says.
 */
export function shown(cell: ReportedCell | null, errorWord: string): Live {
  if (!cell) return { value: "" };
  const ref = reference(cell);
  const plain = `IFERROR(IF(${ref}="","",${ref}),${quoted(errorWord)})`;
  if (cell.isError) return { formula: `=${plain}`, value: errorWord };
  if (typeof cell.value === "string" && cell.number !== null) {
    const unit = cell.unit === "%" ? "" : cell.unit;
    const digits = unit ? cell.value.replaceAll(unit, "") : cell.value;
    // What Excel may not read as a number (full-width digits, blanks between) is written as it was read.
    if (!/^-?\d+(?:\.\d+)?%?$/.test(digits.trim())) return { value: cell.number };
    return { formula: `=IFERROR(VALUE(${unit ? `SUBSTITUTE(${ref},${quoted(unit)},"")` : ref}),${plain})`, value: cell.number };
  }
  return { formula: `=${plain}`, value: cell.value ?? "" };
}

/** A shown rate as a ratio: 68.24 typed for 68.24% is read as it is meant, measured by the computed rate in another cell. */
export function shownRate(cell: ReportedCell | null, printed: string | null, rateCell: string, rate: number | null, errorWord: string): Live {
  const usual = shown(cell, errorWord);
  if (!cell || typeof cell.value !== "number" || printed?.includes("%")) return usual;
  const ref = reference(cell);
  const meant = rate !== null && cell.value > 10 * rate ? cell.value / 100 : cell.value;
  return {
    formula: `=IFERROR(IF(ISNUMBER(${ref}),IF(AND(ISNUMBER(${rateCell}),${ref}>10*N(${rateCell})),${ref}/100,${ref}),IF(${ref}="","",${ref})),${quoted(errorWord)})`,
    value: meant
  };
}

/** Whether all marks of some cells are among those that the sheet lists as present. */
export function allTicked(sheet: string, cells: readonly string[], marks: string): string {
  const parts = runs(cells).map((range) => `SUMPRODUCT(COUNTIF(${quoteSheet(sheet)}!${range},${marks}))`);
  return `${parts.join("+")}=${cells.length}`;
}

/** Cells side by side as ranges; a cell named twice, as marks merged over two columns are, counts twice. */
function runs(cells: readonly string[]): string[] {
  const ranges: { row: number; first: number; last: number }[] = [];
  for (const name of cells) {
    const { row, column } = parseCellName(name)!;
    const open = ranges.at(-1);
    if (open && open.row === row && open.last === column - 1) open.last = column;
    else ranges.push({ row, first: column, last: column });
  }
  return ranges.map(({ row, first, last }) => `${columnLetters(first)}${row}${last > first ? `:${columnLetters(last)}${row}` : ""}`);
}

/** Rounds as the sheet does: half away from zero, in decimals. */
export function roundHalfUp(value: number, digits: number): number {
  const shifted = Number(`${Math.abs(value).toFixed(12)}e${digits}`);
  return Math.sign(value) * Number(`${Math.round(shifted)}e-${digits}`) || 0;
}
