import { rows, workbookOf, type CellSpec } from "../../../test/support/sheet-builder";
import { rectName } from "../../workbook";
import { findTables } from "../tables";

const unread = (cells: readonly (readonly CellSpec[])[]): string[] => findTables(workbookOf({ 表: { cells: rows("A1", cells) } })).unread.map(({ rect, why }) => `${rectName(rect)} ${String(why.id)}`);

test("a list of stations with their scores and grades is told of", () => {
  expect(unread([["社工站", "中期总分", "等级"], ["甲街", 93.1, "优秀"], ["乙街", 84.6, "良好"], ["丙街", 78.8, "合格"]])).toEqual(["B2:C4 unread-grades"]);
});

test.each<[string, CellSpec[][]]>([
  ["the grades themselves", [["评估分数", "等级"], [90, "优秀"], [80, "良好"], [60, "合格"], [0, "不合格"]]],
  ["grades of something else", [["活动", "人数", "效果"], ["甲", 45, "良好"], ["乙", 32, "优秀"]]]
])("%s: nothing to tell", (_, cells) => expect(unread(cells)).toEqual([]));
