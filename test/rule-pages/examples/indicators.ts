import type { RuleExample } from "../example";
import { rows, workbookOf, type CellSpec, type SheetSpec } from "../../support/sheet-builder";
import { CALLS, calls, callsWith, percent, roster, TITLE, typed, type Cells, type Sheets } from "./sheets";

/** A card of the station-wide calls. */
const card = (done: number): SheetSpec => ({
  cells: { A1: "某街社工站指标卡", ...rows("A2", [["电访"], ["指标要求", "完成情况", "完成百分比"], [1100, done, percent("=B4/A4")]]) },
  merges: ["A1:C1", "A2:C2"]
});

/** A card under that name. */
const named = (name: string): SheetSpec => {
  const { cells, merges } = card(900);
  return { cells: { ...cells, A2: name }, merges };
};

const rate = (target: string, done: string, row: number): CellSpec => percent(`=IF(${target}${row}="/","/",${done}${row}/${target}${row})`);

/** Two counts of one group of indicators, in two areas: the heads of targets and dones, then target and done of each count by area. */
const twoCounts = (group: string, heads: readonly [string, string, string, string], areas: readonly (readonly [number, number, number, number])[], change: Cells): Sheets => ({
  指标: {
    cells: {
      A1: TITLE,
      ...rows("A2", [
        ["服务片区", "投入社工人数", group],
        [null, null, heads[0], heads[1], "百分比", heads[2], heads[3], "百分比"],
        ...areas.map(([target, done, otherTarget, otherDone], i): CellSpec[] =>
          [`片区${i + 1}`, 5, target, done, rate("C", "D", i + 4), otherTarget, otherDone, rate("F", "G", i + 4)]),
        ["合计", "=SUM(B4:B5)", "=SUM(C4:C5)", "=SUM(D4:D5)", rate("C", "D", 6), "=SUM(F4:F5)", "=SUM(G4:G5)", rate("F", "G", 6)]
      ]),
      ...change
    },
    merges: ["A1:H1", "A2:A3", "B2:B3", "C2:H2"]
  }
});

/** Casework: opened (接案) and closed (结案). */
const cases = (change: Cells = {}): Sheets => twoCounts("专业个案", ["协议接案数", "接案完成数", "协议结案数", "完成量"], [[16, 9, 11, 5], [12, 8, 8, 6]], change);

/** Groups: how many (个数) and their meetings (节数). */
const groups = (change: Cells = {}): Sheets => twoCounts("专业小组", ["协议个数", "完成量", "协议节数", "完成量"], [[6, 4, 36, 24], [5, 3, 30, 18]], change);

/** People on file, with the footnote that repeats them. */
const filed = (note: string): Sheets => ({
  指标: {
    cells: {
      A1: TITLE,
      ...rows("A2", [
        ["服务片区", "投入社工人数", "困难群众和特殊群体建档"],
        [null, null, "协议个数", "完成量", "百分比"],
        ["片区1", 5, 600, 634, rate("C", "D", 4)],
        ["片区2", 5, 730, 795, rate("C", "D", 5)],
        ["合计", "=SUM(B4:B5)", "=SUM(C4:C5)", "=SUM(D4:D5)", rate("C", "D", 6)]
      ]),
      A8: note
    },
    merges: ["A1:E1", "A2:A3", "B2:B3", "C2:E2", "A8:E8"]
  }
});

const secondBlock = (staff: number): SheetSpec => ({
  cells: rows("A1", [
    ["服务片区", "投入社工人数", "入户探访"],
    [null, null, "协议量", "完成量", "百分比"],
    ["片区1", 5, 400, 409, rate("C", "D", 3)],
    ["片区2", staff, 450, 478, rate("C", "D", 4)],
    ["片区3", 6, 110, 100, rate("C", "D", 5)],
    ["合计", "=SUM(B3:B5)", "=SUM(C3:C5)", "=SUM(D3:D5)", rate("C", "D", 6)]
  ]),
  merges: ["A1:A2", "B1:B2", "C1:E1"]
});

/** Calls beside a roster whose agreement says how much of its time has gone by. */
const withAgreement = (change: Cells) => () => {
  const book = workbookOf({ 指标: calls({ A1: "某街社工站指标完成情况统计表", B4: 2, B5: 2, B6: 1, ...change }) });
  return { ...book, sheets: [...book.sheets, roster().sheet] };
};

export const indicatorExamples = {
  "rate-mismatch": { wrong: callsWith({ E5: typed(310 / 300) }), right: callsWith(), show: [CALLS] },
  "rate-scale": { wrong: callsWith({ E5: typed(108.33, "0.00") }), right: callsWith(), show: [CALLS] },
  "rate-without-target": { wrong: callsWith({ C6: "/", E6: typed(1) }), right: callsWith({ C6: "/" }), show: [CALLS] },
  "rate-coarse": { wrong: callsWith({ E5: { f: "=D5/C5", format: "0%" } }), right: callsWith(), show: [CALLS] },
  "total-mismatch": { wrong: callsWith({ D7: 1140 }), right: callsWith(), show: [CALLS] },
  "same-indicator": {
    wrong: () => workbookOf({ 指标: calls(), 指标卡: card(1014) }), right: () => workbookOf({ 指标: calls(), 指标卡: card(1104) }),
    show: [{ sheet: "指标卡", columns: "A:C", rows: "2:4" }, { ...CALLS, rows: "2:3,7" }]
  },
  "target-missing": { wrong: callsWith({ C6: null }), right: callsWith(), show: [CALLS] },
  "value-missing": { wrong: callsWith({ E6: null }), right: callsWith(), show: [CALLS] },
  "text-number": { wrong: callsWith({ D5: "325人" }), right: callsWith(), show: [CALLS] },
  "count-value": { wrong: callsWith({ D6: -145 }), right: callsWith(), show: [CALLS] },
  "closed-over-opened": {
    wrong: () => workbookOf(cases({ G5: 10 })), right: () => workbookOf(cases()), show: [{ sheet: "指标", columns: "A,D,G", rows: "2:6" }]
  },
  "name-placeholder": {
    wrong: () => workbookOf({ 指标卡: named("【协议内容】") }), right: () => workbookOf({ 指标卡: named("电访") }), show: [{ sheet: "指标卡", columns: "A:C", rows: "2:4" }]
  },
  "count-too-few": {
    wrong: () => workbookOf(groups({ G5: 2 })), right: () => workbookOf(groups()), show: [{ sheet: "指标", columns: "A,D,G", rows: "2:6" }]
  },
  "error-value": { wrong: callsWith({ C6: "/", E6: percent("=D6/C6") }), right: callsWith({ C6: "/" }), show: [CALLS] },
  "footnote": {
    wrong: () => workbookOf(filed("建档总户数1234户，建档人数1492人。")), right: () => workbookOf(filed("建档总户数1234户，建档人数1429人。")),
    show: [{ sheet: "指标", columns: "A,C:E", rows: "2:6,8" }]
  },
  "staff-differs": {
    wrong: () => workbookOf({ 指标: calls(), 续表: secondBlock(4) }), right: () => workbookOf({ 指标: calls(), 续表: secondBlock(5) }),
    show: [{ sheet: "指标", columns: "A:D", rows: "2:5" }, { sheet: "续表", columns: "A:D", rows: "1:4" }]
  },
  "progress-behind": {
    wrong: withAgreement({ D4: 60, D5: 40, D6: 20 }), right: withAgreement({ D4: 160, D5: 90, D6: 60 }), settings: { headcount: 5 },
    notes: { wrong: "quarter-gone", right: "quarter-gone" }, show: [{ ...CALLS, rows: "2:3,7" }]
  },
  "rate-high": { wrong: callsWith({ C4: 300, C5: 150, C6: 100 }), right: callsWith(), show: [CALLS] }
} satisfies Readonly<Record<string, RuleExample>>;
