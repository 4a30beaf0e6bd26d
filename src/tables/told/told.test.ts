import { rows, workbookOf } from "../../../test/support/sheet-builder";
import { rate, STRANGE_TABLES, type StrangeTable } from "../../../test/support/strange-tables";
import { checkWorkbook } from "../../report";
import { parseSettingsText, profilesText } from "../../settings";
import { toldTable, type ColumnRole, type ToldTable } from "../../told";
import { findSheet, parseRectName, type Workbook } from "../../workbook";

function tell({ kind, headRows, roles, range, more }: StrangeTable, workbook: Workbook): ToldTable {
  const rect = parseRectName(range)!;
  const all = roles.split(" ") as ColumnRole[];
  return toldTable("表", kind, findSheet(workbook, "甲表")!, rect, headRows, (column) => all[column - rect.left]!, more);
}

const wrongCells = (workbook: Workbook, told: readonly ToldTable[]): { cells: string[]; questions: number; messages: (string | null)[] } => {
  const report = checkWorkbook(workbook, { settings: parseSettingsText(profilesText(told)) });
  return { cells: report.findings.filter(({ severity }) => severity === "error").map(({ cell }) => cell), questions: report.questions.length, messages: report.told.map(({ message }) => message) };
};

test.each(STRANGE_TABLES)("%s: told, it is checked; so is its sibling by the profile", (_, given) => {
  const workbook = workbookOf({ 甲表: { cells: given.cells } });
  const told = tell(given, workbook);
  expect(wrongCells(workbook, [told])).toEqual({ cells: [given.wrong], questions: 0, messages: [null] });
  expect(wrongCells(workbookOf({ 别处: { cells: {} }, 乙表: { cells: given.sibling } }), [told])).toEqual({ cells: [given.siblingWrong], questions: 0, messages: [null] });
});

describe("what is said of a profile", () => {
  const known = rows("A1", [["项目", "目标", "完成", "完成率"], ["子", 10, 9, rate(0.9)], ["丑", 20, 18, rate(0.9)], ["寅", 30, 25, rate(0.85)]]);
  const workbook = workbookOf({ 甲表: { cells: known }, 乙表: { cells: known } });
  const columns = (...roles: ColumnRole[]): ToldTable["columns"] => ["项目", "目标", "完成", "完成率"].map((head, i) => ({ head, holds: i === 0 ? "text" : i === 3 ? "percent" : "number", role: roles[i]! }));
  const report = (told: ToldTable) => checkWorkbook(workbook, { settings: { profiles: [told] } });
  test("it fits no table", () => expect(report({ name: "旧表", kind: "list", headRows: 1, columns: [{ head: "无此", holds: "text", role: "name" }, { head: "甲", holds: "number", role: "done" }, { head: "乙", holds: "percent", role: "rate" }] }).notChecked.join()).toContain("“旧表”在这个工作簿里没有合适的表"));
  test("it fits two, and both are read by it", () => {
    const { told, tables } = report({ name: "清单", kind: "list", headRows: 1, columns: columns("name", "target", "done", "rate") });
    expect(told[0]!.message).toContain("2 处");
    expect(tables.map((table) => table.told)).toEqual(["清单", "清单"]);
  });
  test("the cells contradict it: what was recognised stays", () => {
    const { told, tables } = report({ name: "反", kind: "list", headRows: 1, columns: columns("done", "name", "target", "rate") });
    expect(told[0]!.message).toContain("多是文字");
    expect(tables.map((table) => table.told)).toEqual([null, null]);
  });
  test("what is not to be checked is silent", () => {
    const { error, findings, told } = report({ name: "别核", kind: "none", headRows: 1, columns: columns("none", "none", "none", "none") });
    expect([error?.code, findings.length, told[0]!.places.length]).toEqual(["no-table", 0, 2]);
  });
});
