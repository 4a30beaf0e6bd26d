import { Evaluator } from "../../src/formulas";
import { editWorkbook, readWorkbook } from "../../src/hosts/file";
import { checkWorkbook, type WorkbookReport } from "../../src/report";
import { summaryPlans, type SummaryOptions } from "../../src/summary";
import { cellName, isError, keyToRowColumn, type Cell, type Scalar, type Sheet, type Workbook } from "../../src/workbook";

export interface Written {
  readonly bytes: Uint8Array;
  readonly report: WorkbookReport;
  readonly workbook: Workbook;
  /** 核查汇总, and 核查明细 with all its formulas. */
  readonly sheet: Sheet;
  readonly details: Sheet;
}

/** Checks a file, writes its summary into it, and reads it back. */
export async function writeSummary(bytes: Uint8Array, options: SummaryOptions = {}): Promise<Written> {
  const report = checkWorkbook(await readWorkbook(bytes), { fileName: "a.xlsx" });
  const result = await editWorkbook(bytes, { sheets: summaryPlans(report, options) });
  const workbook = await readWorkbook(result.bytes);
  const [sheet, details] = result.sheets.map((written) => workbook.sheets.find(({ name }) => name === written.name)!);
  return { bytes: result.bytes, report, workbook, sheet: sheet!, details: details! };
}

/** What our own evaluator makes of every formula of 核查明细, beside what is stored; only where they differ. */
export function differences({ workbook, details: sheet }: Pick<Written, "workbook" | "details">): string[] {
  const evaluator = new Evaluator(workbook);
  const found: string[] = [];
  for (const [key, cell] of sheet.cells) {
    if (!cell.formula) continue;
    const { row, column } = keyToRowColumn(key);
    const outcome = evaluator.evaluate(cell.formula, { sheet: sheet.name, row, column });
    const value = outcome.state === "known" ? outcome.value ?? 0 : outcome.reason;
    if (!same(cell.value, value)) found.push(`${cellName(row, column)} ${cell.formula}: stored ${show(cell.value)}, computed ${show(value)}`);
  }
  return found;
}

export function formulasOf(sheet: Sheet): [string, Cell][] {
  return [...sheet.cells].filter(([, { formula }]) => formula).map(([key, cell]) => {
    const { row, column } = keyToRowColumn(key);
    return [cellName(row, column), cell];
  });
}

export function same(a: Scalar, b: Scalar): boolean {
  return typeof a === "number" && typeof b === "number" ? Math.abs(a - b) < 1e-9 : isError(a) || isError(b) ? false : (a ?? "") === (b ?? "");
}

function show(value: Scalar): string {
  return JSON.stringify(value);
}

/** The row whose hidden key is this. */
export function rowOf(sheet: Sheet, text: string): number {
  for (const [key, { value }] of sheet.cells) if (value === text) return keyToRowColumn(key).row;
  throw new Error(`no row holds ${text}`);
}
