import { isCount, type Evidence, type LineSum } from "../../../evidence";
import { columnLetters } from "../../../workbook";
import { normalise } from "../../../values/text";
import { isStaffHead, isTotalLabel, isSubtotalLabel } from "../heads";
import type { Reading } from "../../types";
import { BLANK_ROWS_OF_A_BLOCK, LONGEST_UNFILLED, SHARE_OF_COLUMNS_ADDED } from "../limits";
import { labelsOf, rowLabel, type Labels, type RowLabel } from "./block-labels";
import { columnsOf, countColumns, isHeadRow, isUnitRow, leftOf, type Block, type Strip } from "./strips";

/** A row of a block: what it is called, and the rows that it adds up. */
export interface BlockRow {
  readonly row: number;
  readonly label: Reading;
  readonly text: string;
  readonly category: string;
  /** Where the label begins; a card's name begins in the row of its heads. */
  readonly labelTop: number;
  /** The rows that numbers or formulas prove it adds up; null for a row that adds up nothing. */
  readonly parts: readonly number[] | null;
  /** Its label says that it is a sum. */
  readonly says: "total" | "subtotal" | null;
}

/** The rows of a block from its heads down, with the labels before them. */
export function blockRows(block: Block, evidence: Evidence): { labels: Labels; rows: BlockRow[]; staff: number | null } {
  const proven = [...new Set(block.strips.flatMap(({ rows }) => rows))].sort((a, b) => a - b);
  const labels = labelsOf(block, proven);
  const sums = sumsOf(block, evidence);
  return { labels, rows: readRows(block, labels, extended(block, labels, proven, sums).filter((row) => !isStatistic(block, row, evidence)), sums), staff: staffColumn(block, labels) };
}

/** These rows of a block, with the labels in these columns. */
export function rowsAt(block: Block, labels: Labels, rows: readonly number[], evidence: Evidence): BlockRow[] {
  return readRows(block, labels, rows, sumsOf(block, evidence));
}

function readRows(block: Block, labels: Labels, rows: readonly number[], sums: ReadonlyMap<number, readonly LineSum[]>): BlockRow[] {
  return rows.map((row): BlockRow => {
    const label = rowLabel(block, labels, row) ?? unnamed(block, labels, row);
    const text = label.text;
    return {
      row, label: label.reading, text, category: label.category, labelTop: label.top, parts: partsOf(block, row, sums.get(row) ?? [], rows, text),
      says: isSubtotalLabel(text) ? "subtotal" : isTotalLabel(text) ? "total" : null
    };
  });
}

/** The row (column, in a turned view) has no name of its own. */
function unnamed({ view, strips }: Block, { columns }: Labels, row: number): RowLabel {
  const column = columns[columns.length - 1] ?? Math.max(1, Math.min(...strips.map(leftOf)) - 1);
  const reading = view.reading(row, column);
  const text = view.turned ? `${columnLetters(row)}列` : `第${row}行`;
  return { reading: { ...reading, text, kind: "text", number: null }, text, category: "", top: row };
}

/** The proven sums along the block's rows, by the row of the sum. */
function sumsOf({ view }: Block, { lineSums }: Evidence): Map<number, LineSum[]> {
  const found = new Map<number, LineSum[]>();
  for (const sum of lineSums) {
    if (sum.sheet !== view.atoms.index || sum.direction !== (view.turned ? "across" : "down")) continue;
    found.set(sum.line, [...(found.get(sum.line) ?? []), sum]);
  }
  return found;
}

/** 片区平均, 人均 or 达标项数 below the rows: what its formulas make of them (means, so many for each, a count) is no area and no indicator. */
function isStatistic({ view, strips }: Block, row: number, { forms }: Evidence): boolean {
  const cells = [...new Set(strips.flatMap(countColumns))].flatMap((column) => view.atom(row, column) ?? []).filter(isCount);
  const isTally = strips.every(({ target }) => target === null || view.atom(row, target) === undefined);
  return cells.length > 0 && cells.every((cell) => {
    const form = forms.get(cell);
    return form?.kind === "mean" || form?.kind === "quotient" || (isTally && form?.kind === "count" && form.cells.every(({ sheet }) => sheet === cell.sheet));
  });
}

/** The rows that the proofs name, those between them, and those next to them that have a label and numbers. */
function extended(block: Block, labels: Labels, proven: readonly number[], sums: ReadonlyMap<number, readonly LineSum[]>): number[] {
  const { view, head } = block;
  const found = new Set(proven);
  const first = proven[0]!;
  const last = proven[proven.length - 1]!;
  for (let row = (head ?? first - 1) + 1; row < last; row++) if (belongs(block, labels, row, true)) found.add(row);
  let blank = 0;
  for (let row = last + 1; row <= view.bottom && blank < BLANK_ROWS_OF_A_BLOCK; row++) {
    if (block.strips.some((strip) => isHeadRow(view, strip, row))) break;
    if (belongs(block, labels, row, false) || sums.get(row)?.some(({ of }) => of.every((line) => found.has(line)))) {
      found.add(row);
      blank = 0;
    } else if (isBlank(block, labels, row)) blank++;
    // What is no row of the table ends it; a note merged over it does not where the table goes on below.
    else if (!rowLabel(block, labels, row)) blank++;
    else break;
  }
  return [...found].sort((a, b) => a - b);
}

/** A row with a label beside numbers (or "/"), numbers alone, or, inside the table, a label alone that nobody filled in. */
function belongs(block: Block, labels: Labels, row: number, inside: boolean): boolean {
  const { view, strips } = block;
  if (strips.some((strip) => isHeadRow(view, strip, row) || isUnitRow(view, strip, row)) || isNumbering(block, row)) return false;
  const cells = strips.flatMap(countColumns).map((column) => view.atom(row, column));
  const counts = cells.filter((atom) => isCount(atom) || atom?.kind === "none").length;
  const label = rowLabel(block, labels, row);
  if (counts > 0) return label !== null || counts >= 2;
  return inside && label !== null && label.text.length <= LONGEST_UNFILLED && cells.every((atom) => atom === undefined);
}

function isBlank({ view, strips }: Block, labels: Labels, row: number): boolean {
  return [...labels.columns, ...strips.flatMap(columnsOf)].every((column) => view.atom(row, column) === undefined);
}

/** 1 | 2 | 3 | 4: the numbers of the columns. */
function isNumbering({ view, strips }: Block, row: number): boolean {
  const columns = [...new Set(strips.flatMap(columnsOf))].sort((a, b) => a - b);
  const values = columns.map((column) => view.atom(row, column)?.value ?? NaN);
  return values.length >= 3 && values.every((value, i) => i === 0 || value === values[i - 1]! + columns[i]! - columns[i - 1]!);
}

/** The parts of a row that adds up others: the proof that holds in most of the block's columns. */
function partsOf(block: Block, row: number, sums: readonly LineSum[], rows: readonly number[], text: string): number[] | null {
  const columns = new Set(block.strips.flatMap(countColumns));
  const filled = [...columns].filter((column) => isCount(block.view.atom(row, column))).length;
  const says = isTotalLabel(text) || isSubtotalLabel(text);
  const usable = sums.flatMap((sum) => {
    const holds = sum.holds.filter((column) => columns.has(column)).length;
    const inside = sum.of.filter((line) => rows.includes(line));
    // One part alone is a value merged over the areas, copied into the total.
    if (inside.length < 2 || inside.length < sum.of.length || inside.includes(row) || holds === 0) return [];
    // A sum that one column alone proves may be that column's mistake.
    const enough = holds >= 2 && holds >= SHARE_OF_COLUMNS_ADDED * filled && (says || sum.formulas >= 2 || (holds >= 3 && sum.missed.length === 0));
    return enough ? [{ inside, weight: holds * 100 + sum.support }] : [];
  });
  return usable.sort((a, b) => b.weight - a.weight)[0]?.inside ?? null;
}

/** The column of 投入社工人数: before the numbers, or among them. */
function staffColumn({ view, strips, head }: Block, labels: Labels): number | null {
  if (head === null) return null;
  const last = Math.max(...strips.flatMap(columnsOf));
  for (let column = labels.left; column <= last + 1; column++) {
    for (let row = head; row > Math.max(0, head - 3); row--) if (isStaffHead(normalise(view.text(row, column)))) return column;
  }
  return null;
}

/**
 * Do sums run across the strips, so that the columns of one are the sums of others'? By strip, the strips that it adds up. What the
 * same columns add up in another table below says nothing of these rows.
 */
export function stripSums(block: Block, rows: readonly BlockRow[], evidence: Evidence): Map<Strip, Strip[]> {
  const { view, strips } = block;
  const direction = view.turned ? "down" : "across";
  const own = new Set(rows.map(({ row }) => row));
  const found = new Map<Strip, { parts: Strip[]; support: number }>();
  for (const sum of evidence.lineSums) {
    if (sum.sheet !== view.atoms.index || sum.direction !== direction || !sum.holds.some((row) => own.has(row))) continue;
    for (const role of ["target", "done"] as const) {
      const strip = strips.find((one) => one[role] === sum.line);
      const parts = strip && sum.of.map((line) => strips.find((one) => one[role] === line && one !== strip));
      if (!strip || !parts || parts.some((part) => part === undefined) || (found.get(strip)?.support ?? 0) >= sum.support) continue;
      found.set(strip, { parts: parts as Strip[], support: sum.support });
    }
  }
  return new Map([...found].map(([strip, { parts }]) => [strip, parts]));
}
