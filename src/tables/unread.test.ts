import { rows, workbookOf, type CellSpec } from "../../test/support/sheet-builder";
import { checkWorkbook } from "../report";

const typed = (v: number): CellSpec => ({ v, format: "0.00%" });
const unread = (cells: Record<string, CellSpec>): string[] => checkWorkbook(workbookOf({ 表: { cells } })).unread.map(({ sheet, range }) => `${sheet} ${range}`);

test.each<[string, Record<string, CellSpec>, string[]]>([
  ["percentages whose parts are not there are told with their place", rows("A1", [["服务项目", "完成率"], ["电访", typed(0.31)], ["入户探访", typed(0.57)], ["社区调研", typed(0.83)]]), ["表 B2:B4"]],
  ["what is read is not told", rows("A1", [["服务项目", "目标", "完成", "完成率"], ["电访", 100, 31, typed(0.31)], ["入户探访", 100, 57, typed(0.57)], ["社区调研", 90, 81, typed(0.9)]]), []],
  ["percentages of somebody else", rows("A1", [["科目", "增长率"], ["房租", typed(0.31)], ["水电", typed(0.57)], ["差旅", typed(0.83)]]), []]
])("%s", (_, cells, expected) => expect(unread(cells)).toEqual(expected));
