import { cellKey, isError, Sheet, type Cell, type Scalar, type Workbook } from "../src/workbook";
import { Evaluator } from "../src/formulas";
import { errorNamed } from "../src/formulas/values";

/** A value as JSON has it: errors as "#DIV/0!". */
export type CaseValue = string | number | boolean | null;

/** A list of formulas with what Excel shows, and the sheets that they read. */
export interface FormulaCases {
  readonly sheets: Readonly<Record<string, readonly (readonly CaseValue[])[]>>;
  readonly cases: readonly { readonly formula: string; readonly expected: CaseValue }[];
}

export interface CaseResult {
  readonly formula: string;
  readonly expected: CaseValue;
  /** What was computed, or why it can't be: "unknown-function FOO". */
  readonly got: CaseValue;
  readonly isRight: boolean;
}

/** Reads a list of cases; throws an Error that says what is wrong with it. */
export function parseCases(json: string): FormulaCases {
  const parsed = JSON.parse(json) as Partial<FormulaCases> | null;
  if (!parsed || typeof parsed.sheets !== "object" || !Array.isArray(parsed.cases)) {
    throw new Error("a list of formula cases has \"sheets\" and \"cases\"");
  }
  return parsed as FormulaCases;
}

/** Each formula stands alone on one more sheet, case n in column B of row n. */
export function runCases({ sheets, cases }: FormulaCases): CaseResult[] {
  const data = Object.entries(sheets).map(([name, rows]) => sheetOf(name, rows));
  const formulas = new Map<number, Cell>();
  cases.forEach(({ formula }, i) => formulas.set(cellKey(i + 1, 2), { value: null, formula, text: "", format: "General" }));
  const own = freeName(data.map((sheet) => sheet.name));
  const evaluator = new Evaluator(workbookOf([...data, new Sheet({ name: own, cells: formulas })]));
  return cases.map(({ formula, expected }, i) => {
    const outcome = evaluator.valueOf({ sheet: own, row: i + 1, column: 2 });
    const got = outcome.state === "known" ? plain(outcome.value) : `${outcome.reason} ${outcome.detail}`;
    return { formula, expected, got, isRight: outcome.state === "known" && isSame(got, expected) };
  });
}

function sheetOf(name: string, rows: readonly (readonly CaseValue[])[]): Sheet {
  const cells = new Map<number, Cell>();
  rows.forEach((row, r) => row.forEach((value, c) => {
    if (value === null) return;
    const isFormula = typeof value === "string" && value.startsWith("=");
    cells.set(cellKey(r + 1, c + 1), {
      value: isFormula ? null : scalar(value), formula: isFormula ? value : null, text: String(value), format: "General"
    });
  }));
  return new Sheet({ name, cells });
}

function freeName(taken: readonly string[]): string {
  let name = "公式";
  while (taken.includes(name)) name += "_";
  return name;
}

function workbookOf(sheets: readonly Sheet[]): Workbook {
  return {
    sheets, names: [], date1904: false, calculation: "automatic", recalculatesOnOpen: false, externalLinks: [], settingsXml: null
  };
}

function scalar(value: CaseValue): Scalar {
  return typeof value === "string" ? errorNamed(value) ?? value : value;
}

function plain(value: Scalar): CaseValue {
  return isError(value) ? value.error : value;
}

/** Numbers count as equal up to the digits that such lists are written with. */
function isSame(got: CaseValue, expected: CaseValue): boolean {
  if (typeof got === "number" && typeof expected === "number") {
    return Math.abs(got - expected) <= 1e-9 * Math.max(1, Math.abs(got), Math.abs(expected));
  }
  return got === expected;
}
