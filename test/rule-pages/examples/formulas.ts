import { rows, workbookOf, type CellSpec } from "../../support/sheet-builder";
import type { RuleExample } from "../example";
import { CALLS, calls, callsWith, percent, typed, type Sheets } from "./sheets";

/** A sheet of the station's own with a formula in each row of column C. */
const budget = (odd: CellSpec): Sheets => ({
  指标: calls(),
  预算: { cells: { ...rows("A1", [3, 2, 4, 1, 5, 2, 3].map((count, i) => [count, 50 + 10 * i, `=A${i + 1}*B${i + 1}`])), C4: odd } }
});

const hiddenRow = (hiddenRows: readonly number[]) => () => workbookOf({ 指标: { ...calls(), hiddenRows } });
/** A total of the shown rows, under a filter. */
const filtered = (hiddenRows: readonly number[]) => () =>
  workbookOf({ 指标: { ...calls({ D7: "=SUBTOTAL(9,D4:D6)" }), hiddenRows, filters: ["A4:E6"] } });
/** A register of activities whose fifth number is given. */
const register = (fifth: number) => () => workbookOf({
  指标: calls(), 台账: { cells: rows("A1", [["序号", "日期", "活动"], ...[1, 2, 3, 4, fifth, 6, 7].map((no, i): CellSpec[] => [no, `7月${i + 3}日`, `活动${i + 1}`])]) }
});
const rates = (one: (row: number) => CellSpec): Record<string, CellSpec> => Object.fromEntries([4, 5, 6, 7].map((row) => [`E${row}`, one(row)]));

/** 差额 beside the rates. */
const gaps: Record<string, CellSpec> = { F3: "差额", ...Object.fromEntries([4, 5, 6, 7].map((row) => [`F${row}`, `=D${row}-C${row}`])) };

const stored = (row: number, v: number): CellSpec => ({ f: `=IF(C${row}="/","/",D${row}/C${row})`, v, format: "0.00%" });

export const formulaExamples = {
  "formula-wrong": { wrong: callsWith({ E5: percent("=D4/C5") }), right: callsWith(), show: [CALLS] },
  "typed-over-formula": { wrong: callsWith({ E5: typed(325 / 300) }), right: callsWith(), show: [CALLS], formulas: ["指标!E4", "指标!E6"] },
  "typed-table": {
    wrong: callsWith(rates((row) => typed([634 / 600, 325 / 300, 145 / 200, 1104 / 1100][row - 4]!))), right: callsWith(), show: [CALLS],
    formulas: ["指标!E4", "指标!E5", "指标!E6", "指标!E7"]
  },
  "breaks-on-slash": { wrong: callsWith({ C6: "/", E5: percent("=D5/C5") }), right: callsWith({ C6: "/" }), show: [CALLS], formulas: ["指标!E6"] },
  "stale-value": { wrong: callsWith({ E5: { f: "=D5/C5", v: 310 / 300, format: "0.00%" } }), right: callsWith({ E5: percent("=D5/C5") }), show: [CALLS] },
  "partial-total": { wrong: filtered([5]), right: filtered([]), besides: ["hidden-data"], show: [CALLS], formulas: ["指标!D7"] },
  "fill-mismatch": {
    wrong: callsWith({ ...gaps, F5: 52 }), right: callsWith(gaps), show: [{ ...CALLS, columns: "A,C:F" }], formulas: ["指标!F4", "指标!F6", "指标!F7"]
  },
  "pattern-break": {
    wrong: () => workbookOf(budget("=A4*B5")), right: () => workbookOf(budget("=A4*B4")), show: [{ sheet: "预算", columns: "A:C", rows: "2:6" }],
    formulas: ["预算!C2", "预算!C3", "预算!C5", "预算!C6"]
  },
  "date-for-number": {
    wrong: callsWith({ D5: { v: 45_797, format: "m\"月\"d\"日\"" } }), right: callsWith(), show: [CALLS]
  },
  "serial-twice": { wrong: register(4), right: register(5), show: [{ sheet: "台账", columns: "A:C", rows: "1:8" }] },
  "hidden-data": { wrong: hiddenRow([5]), right: hiddenRow([]), show: [CALLS] },
  "manual-calculation": {
    wrong: callsWith({}, { calculation: "manual" }), right: callsWith(), notes: { wrong: "calculates-manually", right: "calculates-automatically" }, show: [CALLS]
  },
  "external-links": {
    // What reads the other workbook shows what Excel stored of it.
    wrong: callsWith({
      D6: { f: "=[1]电访!B6", v: 145 }, E6: stored(6, 145 / 200), D7: { f: "=SUM(D4:D6)", v: 1104 }, E7: stored(7, 1104 / 1100)
    }, { externalLinks: ["电访登记.xlsx"] }), right: callsWith(), show: [CALLS]
  }
} satisfies Readonly<Record<string, RuleExample>>;
