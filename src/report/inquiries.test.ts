import { workbookOf } from "../../test/support/sheet-builder";
import { withProfile } from "../settings";
import { answerTo } from "./inquiries";

const rows: [string, number, number, number][] = [["子", 40, 30, 0.75], ["丑", 50, 45, 0.9], ["寅", 20, 19, 0.5], ["卯", 32, 40, 1.25]];
const WORKBOOK = workbookOf({
  丁街: { cells: { A1: "甲", B1: "乙", C1: "丙", D1: "丁", ...Object.fromEntries(rows.flatMap((row, i) => row.map((value, column) => [`${"ABCD"[column]}${i + 2}`, value]))) } },
  空: { cells: {} }
});
const OPTIONS = { fileName: "丁街.xlsx", language: "zh" } as const;
const PLACE = { sheet: "丁街", range: "A1:D5", isExact: true };

test("the sheets that hold something, each with all of it", () => {
  expect(answerTo(WORKBOOK, { kind: "sheets" }, OPTIONS)).toEqual([PLACE]);
});

test("a region that nothing was recognised in is proposed as what the user says; told so, its wrong rate is found", () => {
  const table = answerTo(WORKBOOK, { kind: "describe", wish: { ...PLACE, kind: "list", headRows: 1 } }, OPTIONS);
  expect(table).toMatchObject({ sheet: "丁街", told: null, proposal: { kind: "list", headRows: 1 } });
  expect(table.columns.map(({ letter, words }) => `${letter} ${words}`)).toEqual(["A 甲", "B 乙", "C 丙", "D 丁"]);
  const roles = ["name", "target", "done", "rate"] as const;
  const told = { ...table.proposal, columns: table.proposal.columns.map((column, i) => ({ ...column, role: roles[i]! })) };
  const report = answerTo(WORKBOOK, { kind: "preview", stored: { settings: withProfile({}, told.name, told), ignored: [] } }, OPTIONS);
  expect(report.tables).toMatchObject([{ kind: "overall", told: told.name, counts: { rows: 4, rates: 4 } }]);
  expect(report.findings.filter(({ severity }) => severity === "error").map(({ cell, expected }) => `${cell} ${expected}`)).toEqual(["D4 95.00%"]);
  expect(answerTo(WORKBOOK, { kind: "preview", stored: { settings: {}, ignored: [] } }, OPTIONS).tables).toEqual([]);
});

test("a sheet that is gone gives an empty description and no sample", () => {
  const wish = { sheet: "没有", range: "A1:B2" };
  expect(answerTo(WORKBOOK, { kind: "describe", wish }, OPTIONS)).toMatchObject({ columns: [], rows: [], told: null });
  expect(answerTo(WORKBOOK, { kind: "sample", wish }, OPTIONS)).toBeNull();
});
