import { testRule } from "../../../test/support/rule-tester";
import { rows, workbookOf, type CellSpec } from "../../../test/support/sheet-builder";
import type { Workbook } from "../../workbook";
import { serialTwice } from "./serial-twice";

const indicators = {
  cells: rows("A1", [["某街社工站指标完成情况统计表（2025年7月1日至2025年12月31日）"], ["指标名称", "协议量", "完成量", "完成率"],
    ...["电访", "入户探访", "咨询个案"].map((name, i): CellSpec[] => [name, 100, 50 + i, { f: `=C${i + 3}/B${i + 3}`, format: "0.00%" }])])
};
const register = (...numbers: readonly CellSpec[]): (() => Workbook) => () => workbookOf({
  附件1: indicators,
  台账: { cells: rows("A1", [["活动台账"], ["序号", "日期", "活动"], ...numbers.map((no, i): CellSpec[] => (no === "序号" ? ["序号", "日期", "活动"] : [no, `7月${i + 1}日`, `活动${i + 1}`]))]) }
});

testRule(serialTwice, {
  valid: {
    "one after the other": register(1, 2, 3, 4, 5, 6),
    "two rows of one activity": register(1, 2, 3, 3, 4, 5, 6),
    "several rows of each": register(1, 1, 2, 2, 3, 3, 4, 4),
    "begins again": register(1, 2, 3, 1, 2, 3, 4, 5),
    "a gap": register(1, 2, 3, 5, 6, 7),
    "a short list": register(1, 2, 2, 4),
    "two lines of the last": register(1, 2, 3, 4, 5, 5)
  },
  invalid: {
    "twice": [register(1, 2, 3, 4, 4, 6, 7), { at: "台账!A7", severity: "warning", actual: "4", expected: "5", says: "第6行" }],
    "the next one's number": [register(1, 2, 3, 5, 5, 6, 7), { at: "台账!A6", actual: "5", expected: "4" }],
    "twice over a page break": [register(1, 2, 3, 4, "序号", 4, 6, 7), { at: "台账!A8", expected: "5" }],
    "the last of many": [register(1, 2, 3, 4, 5, 6, 7, 8, 8), { at: "台账!A11", expected: "9" }]
  }
});
