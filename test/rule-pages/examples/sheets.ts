import type { Workbook } from "../../../src/workbook";
import { buildRoster, type BuiltRoster, type PersonSpec, type RosterSpec } from "../../support/roster-builder";
import { rows, workbookOf, type CellSpec, type SheetSpec } from "../../support/sheet-builder";

export type Sheets = Record<string, SheetSpec>;
/** Changes to single cells of the sheet that the example is about; null empties a cell. */
export type Cells = Readonly<Record<string, CellSpec>>;

export const percent = (f: string): CellSpec => ({ f, format: "0.00%" });
/** A typed rate. */
export const typed = (v: number, format = "0.00%"): CellSpec => ({ v, format });
const rate = (row: number): CellSpec => percent(`=IF(C${row}="/","/",D${row}/C${row})`);

export const TITLE = "某街社工站指标完成情况统计表（2024年9月1日至2025年2月28日）";

/** The sheet 指标: calls (电访) of three areas with their total in rows 4 to 7, rates in column E. */
export function calls(change: Cells = {}): SheetSpec {
  return {
    cells: {
      A1: TITLE,
      ...rows("A2", [
        ["服务片区", "投入社工人数", "电访"],
        [null, null, "协议量", "完成量", "百分比"],
        ["片区1", 5, 600, 634, rate(4)],
        ["片区2", 5, 300, 325, rate(5)],
        ["片区3", 6, 200, 145, rate(6)],
        ["合计", "=SUM(B4:B6)", "=SUM(C4:C6)", "=SUM(D4:D6)", rate(7)]
      ]),
      ...change
    },
    merges: ["A1:E1", "A2:A3", "B2:B3", "C2:E2"]
  };
}

/** The whole of the sheet 指标 without its title. */
export const CALLS = { sheet: "指标", columns: "A,C:E", rows: "2:7" };

/** A workbook with that sheet alone. */
export function callsWith(change: Cells = {}, rest: Partial<Workbook> = {}): () => Workbook {
  return () => workbookOf({ 指标: calls(change) }, rest);
}

/** The labels of the bottom rows, short enough for a narrow page. */
const LABELS = { grand: "每月到岗总计", retention: "社工站稳岗率" };
const ORDER = ["type", "no", "name", "certificate", "contract", "months", "total", "senior", "remark"];

/** Five social workers over three months: columns A 类型 … K 备注, F to H the months, persons in rows 4 to 6 and 9 and 10; 稳岗率 is left out. */
const STAFF: readonly PersonSpec[] = [
  { months: "111", senior: 3 },
  { months: "111", senior: 3 },
  { months: "111" },
  { months: "111", group: "uncertified" },
  { months: "111", group: "uncertified" }
];

/** 序号3 has left, 序号4 has come instead: persons in rows 4 to 7 and 10 and 11, 稳岗率 in row 17. */
export const ONE_CHANGE: readonly PersonSpec[] = [
  ...STAFF.slice(0, 2), { months: "110", remark: "2024.10.31离职" }, { months: "001", contract: "2024.11.1-2027.10.31", remark: "2024.11.1入职" }, ...STAFF.slice(3)
];

export interface RosterChange {
  /** The five unless said otherwise. */
  readonly staff?: readonly PersonSpec[];
  /** By their place among the staff, from 1. */
  readonly persons?: Readonly<Record<number, Partial<PersonSpec>>>;
  readonly spec?: Partial<RosterSpec>;
}

export function roster({ staff = STAFF, persons = {}, spec = {} }: RosterChange = {}): BuiltRoster {
  return buildRoster({
    sheet: "到岗表", title: "某街社工站社工到岗情况统计表", agreement: "年度服务协议时间：2024年9月1日至2025年8月31日",
    months: ["9月", "10月", "11月"], markColumns: 1, order: ORDER, labels: LABELS, retention: null,
    persons: staff.map((person, i) => ({ ...person, ...persons[i + 1] })), ...spec
  });
}

export function rosterWith(change: RosterChange = {}): () => Workbook {
  return () => roster(change).workbook;
}

/** The score table 评分: rows 3 to 11, the total in row 12, the grade in row 14. */
export function scores(change: Cells = {}): SheetSpec {
  return {
    cells: {
      A1: "某街社工站评分表",
      ...rows("A2", [
        ["评估内容", "标准分", "评分", "折算分"],
        ["服务监测", 10, 8.93, "=C3"],
        ["服务成效", 15, 12.4, "=C4"],
        ["运营管理", 10, 9.6, "=C5"],
        ["服务质量（第1片区）", 20, 16.8, { f: "=ROUND(AVERAGE(C6:C8),2)", format: "0.00" }],
        ["服务质量（第2片区）", 20, 16],
        ["服务质量（第3片区）", 20, 16.5],
        ["购买方", 20, 18.5, "=C9"],
        ["督导中心", 15, 12.75, "=C10"],
        ["监督方", 10, 8.5, "=C11"],
        ["总分", 100, null, { f: "=SUM(D3:D11)", format: "0.00" }]
      ]),
      A14: "评估等级：良好",
      ...change
    },
    merges: ["A1:D1", "D6:D8"]
  };
}

export const SCORES = { sheet: "评分", columns: "A:D", rows: "2:12" };

export function scoresWith(change: Cells = {}): () => Workbook {
  return () => workbookOf({ 评分: scores(change) });
}
