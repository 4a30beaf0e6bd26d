import { rows, workbookOf, type CellSpec } from "../../../test/support/sheet-builder";
import { rectName } from "../../workbook";
import { findTables } from "../tables";

const unread = (cells: readonly (readonly CellSpec[])[]): string[] => findTables(workbookOf({ 表: { cells: rows("A1", cells) } })).unread.map(({ rect, why }) => `${rectName(rect)} ${String(why.id)}`);
const MONTHS = ["9月", "10月", "11月"];

test("the ticks of a roster that lies on its side without a head of names are told of", () => {
  const lying = [["对象", null, "社工1", "社工2", "社工3"], ...MONTHS.flatMap((month) => ["人员到位", "社保购买", "工资发放"].map((mark, i): CellSpec[] => [i === 0 ? month : null, mark, "√", "√", "√"]))];
  expect(unread(lying)).toEqual(["C2:E10 unread-marks"]);
});

test("so are words in the place of ticks", () => {
  const register = [["月份", "姓名", "人员到位", "社保购买", "工资发放"], ...MONTHS.flatMap((month) => ["社工1", "社工2"].map((name): CellSpec[] => [month, name, "是", "是", "否"]))];
  expect(unread(register)).toEqual(["C2:D7 unread-marks"]);
});

test("a card of one person is no roster on its side", () => {
  const card = [["个人到岗登记卡"], ["姓名", "社工1", "序号", 1], ["类型", "持证社工", "职位", "社工"], ["月份", "人员到位", "社保购买", "工资发放", "有效人次"], ...MONTHS.map((month): CellSpec[] => [`2025年${month}`, "√", "√", "√", 1])];
  expect(findTables(workbookOf({ 表: { cells: rows("A1", card) } })).rosters).toEqual([]);
  expect(unread(card)).toEqual(["B5:D7 unread-marks"]);
});

test.each<[string, CellSpec[][]]>([
  ["a list of documents", [["资料", "已交", "已归档", "已核"], ...["方案", "记录", "总结"].map((name): CellSpec[] => [name, "√", "√", "√"])]],
  ["a few answers", [["到岗情况", "是否正常"], ["上午", "√"], ["下午", "√"]]]
])("%s: nothing to tell", (_, cells) => expect(unread(cells)).toEqual([]));
