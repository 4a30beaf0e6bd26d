import { parseFormula, readsOf } from "../../formulas";
import { say, type Sentence } from "../../messages";
import { cellKey, cellName, findSheet, isError, rectContains, type Cell, type Fix, type Sheet, type Workbook } from "../../workbook";
import { readTyped, type Typed } from "./typed";

/** What was typed into a cell, or pasted. */
export interface Entry {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Entries of one sheet. */
export interface Entries {
  readonly sheet: string;
  readonly cells: readonly Entry[];
  /** For a day without a year. */
  readonly year: number;
}

/** A change with what the cell shows before it, and what was typed. */
export interface PlannedChange {
  readonly fix: Fix;
  readonly before: string;
  readonly after: string;
}

/** The changes that entries come to, and why some come to none. What would change nothing is in neither. */
export interface EditPlan {
  readonly changes: readonly PlannedChange[];
  readonly refused: readonly Sentence[];
}

/** Reads what was typed as Excel would in each cell. Whether a cell may be changed at all, the host says when it comes to that. */
export function planEdits(workbook: Workbook, { sheet: name, cells, year }: Entries): EditPlan {
  const sheet = findSheet(workbook, name);
  if (!sheet) return { changes: [], refused: [] };
  const changes: PlannedChange[] = [];
  const refused: Sentence[] = [];
  for (const entry of cells) {
    const cell = sheet.cells.get(cellKey(entry.row, entry.column));
    const typed = closed(readTyped(entry.text, { format: cell?.format ?? "General", date1904: workbook.date1904, year }));
    const before = contentOf(cell);
    if (isSame(cell, typed, before) || (typed.after === null && isCovered(sheet, entry))) continue;
    const problem = isCovered(sheet, entry) ? "edit-covered" : typed.kind === "formula" ? formulaProblem(typed.after as string, sheet, entry, workbook) : null;
    const place = cellName(entry.row, entry.column);
    if (problem) refused.push(say(problem, { cell: place, formula: entry.text }));
    else changes.push({ fix: { sheet: sheet.name, cell: place, ...typed, before, why: "" }, before: cell?.text ?? "", after: entry.text });
  }
  return { changes, refused };
}

function contentOf(cell: Cell | undefined): Fix["before"] {
  if (!cell) return null;
  if (cell.formula !== null) return cell.formula;
  return isError(cell.value) ? cell.value.error : cell.value;
}

function isSame(cell: Cell | undefined, { kind, after }: Typed, before: Fix["before"]): boolean {
  if ((cell?.formula ?? null) !== null) return kind === "formula" && after === before;
  return kind === "value" && (after === before || (after === null && before === ""));
}

/** A cell that a merged one covers: what came there nobody would see, and sums would count it. */
function isCovered(sheet: Sheet, { row, column }: Entry): boolean {
  return sheet.merges.some((merge) => rectContains(merge, row, column) && (merge.top !== row || merge.left !== column));
}

/** Brackets that were left open at the end are closed, as Excel does it without asking. */
function closed(typed: Typed): Typed {
  if (typed.kind !== "formula" || parseFormula(typed.after as string) !== null) return typed;
  const tries = [1, 2, 3].map((count) => (typed.after as string) + ")".repeat(count));
  return { ...typed, after: tries.find((formula) => parseFormula(formula) !== null) ?? typed.after };
}

/** A file with a formula that is none could not be opened any more; another workbook's cells are nothing to be led to. */
function formulaProblem(formula: string, sheet: Sheet, at: Entry, workbook: Workbook): "edit-no-formula" | "edit-outside-formula" | null {
  const reads = parseFormula(formula) === null ? null : readsOf(formula, { sheet: sheet.name, row: at.row, column: at.column }, workbook);
  if (!reads) return "edit-no-formula";
  return reads.external ? "edit-outside-formula" : null;
}
