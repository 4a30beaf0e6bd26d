import { moveFormula } from "../../formulas";
import { render, say } from "../../messages";
import { columnNumber, isError, type Cell, type CellAddress, type Sheet } from "../../workbook";
import type { Finding } from "../finding";
import type { CheckContext, Rule } from "../rule";
import { finding } from "../build";
import { cellName } from "../../workbook";

/** So many other cells of the line must have the same formula. */
const EVIDENCE = 5;

/** One cell of a line: what it computes relative to itself, or null for a typed number. */
interface Entry {
  readonly at: CellAddress;
  readonly cell: Cell;
  readonly form: string | null;
}

/**
 * Formulas whose meaning is not known: a cell in the middle of an unbroken row or column of equal formulas that alone
 * has another one, or a typed number. Only where the other direction does not explain it.
 */
export const patternBreak: Rule = {
  meta: { id: "pattern-break", severity: "warning", group: "formulas", title: "pattern-break-title" },
  *check(context) {
    for (const sheet of context.workbook.sheets) if (!context.ownSheets.has(sheet.name)) yield* breaksOn(context, sheet);
  }
};

function* breaksOn(context: CheckContext, sheet: Sheet): Iterable<Finding> {
  const byRow = new Map<number, Entry[]>();
  const byColumn = new Map<number, Entry[]>();
  let formulas = 0;
  for (const row of sheet.rows()) {
    for (const column of sheet.columns(row)) {
      const cell = sheet.cell(row, column)!;
      if (cell.formula === null && typeof cell.value !== "number") continue;
      const at = { sheet: sheet.name, row, column };
      if (context.arithmetic.at(at)) continue;
      if (cell.formula !== null) formulas++;
      const entry = { at, cell, form: cell.formula === null ? null : relative(cell.formula, row, column) };
      push(byRow, row, entry);
      push(byColumn, column, entry);
    }
  }
  if (formulas < EVIDENCE) return;
  const suspects = [...suspectsIn(byRow, "column"), ...suspectsIn(byColumn, "row")];
  for (const { entry, model } of suspects) {
    const explained = [...lineAround(byRow.get(entry.at.row)!, entry, "column"), ...lineAround(byColumn.get(entry.at.column)!, entry, "row")]
      .some((other) => entry.form !== null && other.form === entry.form);
    if (explained) continue;
    const expected = moveFormula(model.cell.formula!, model.at, entry.at);
    if (expected === null || expected.includes("#REF!")) continue;
    const name = cellName(entry.at.row, entry.at.column);
    yield finding(patternBreak.meta, entry.at, {
      message: entry.form === null
        ? say("pattern-constant", { cell: name, shown: say("shown-text", { text: entry.cell.text }), expected })
        : say("pattern-break", { cell: name, formula: entry.cell.formula!, expected }),
      basis: say("basis-pattern"),
      subject: { table: "workbook", row: sheet.name, column: name },
      actual: entry.cell.text,
      expected,
      fix: {
        sheet: sheet.name, cell: name, kind: "formula", before: entry.cell.formula ?? (isError(entry.cell.value) ? entry.cell.text : entry.cell.value),
        after: expected, why: render(say("fix-formula", { formula: expected }))
      }
    });
  }
}

function push(lines: Map<number, Entry[]>, line: number, entry: Entry): void {
  const entries = lines.get(line);
  if (entries) entries.push(entry);
  else lines.set(line, [entry]);
}

/** The one cell inside each unbroken line that differs from all others, which agree. */
function* suspectsIn(lines: ReadonlyMap<number, readonly Entry[]>, along: "row" | "column"): Iterable<{ entry: Entry; model: Entry }> {
  for (const entries of lines.values()) {
    for (const run of unbroken(entries, along)) {
      if (run.length <= EVIDENCE) continue;
      const model = run[0]!;
      if (model.form === null || run[run.length - 1]!.form !== model.form) continue;
      const others = run.filter((entry) => entry.form !== model.form);
      // A line of formulas that reads nothing but constants has no pattern to break.
      if (others.length === 1 && /R/.test(model.form)) yield { entry: others[0]!, model };
    }
  }
}

function* unbroken(entries: readonly Entry[], along: "row" | "column"): Iterable<Entry[]> {
  let run: Entry[] = [];
  for (const entry of entries) {
    const previous = run[run.length - 1];
    if (previous && entry.at[along] !== previous.at[along] + 1) {
      yield run;
      run = [];
    }
    run.push(entry);
  }
  yield run;
}

/** The direct neighbours of an entry in its line. */
function lineAround(entries: readonly Entry[], entry: Entry, along: "row" | "column"): Entry[] {
  return entries.filter((other) => Math.abs(other.at[along] - entry.at[along]) === 1);
}

const REFERENCE = /"(?:[^"]|"")*"|'(?:[^']|'')*'!|(?<![\p{L}\p{N}_.])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(!])/gu;

/** The formula with its references relative to the cell: equal for cells filled from one another. Text and sheet names stay. */
function relative(formula: string, row: number, column: number): string {
  return formula.replace(REFERENCE, (match, fixedColumn: string | undefined, letters: string | undefined, fixedRow: string, digits: string) => {
    if (letters === undefined) return match;
    const r = fixedRow ? `R${digits}` : `R[${Number(digits) - row}]`;
    const c = fixedColumn ? `C${letters}` : `C[${columnNumber(letters) - column}]`;
    return r + c;
  });
}
