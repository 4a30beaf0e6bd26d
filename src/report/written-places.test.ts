import { readFileSync } from "node:fs";
import { documentOfText, readDocument } from "../hosts/document";
import { checkWritten } from "./written";

const sample = (name: string) => checkWritten(readDocument(new Uint8Array(readFileSync(`samples/reports/${name}.docx`))), { fileName: `${name}.docx` });

test("what is found in a document's tables is told at the document's places, also where a table goes on with the next page", () => {
  const report = sample("baihedong");
  expect(report).toMatchObject({ error: null, station: "广州市白鹤洞街社工站", period: { start: "2024-09-10", end: "2025-02-28", months: 6 }, questions: [] });
  // The tables, their rows and columns as Word counts them: the roster's second page is 表5.
  const places = report.findings.map(({ rule, sheet, cell }) => `${rule} ${sheet}!${cell}`);
  expect(places).toEqual(expect.arrayContaining(["attendance-number 表5!B12", "attendance-person-total 表5!Y12", "attendance-sum 表5!Z16", "attendance-retention-limit 表5!G18"]));
  const total = report.findings.find(({ rule }) => rule === "attendance-person-total")!;
  expect(total).toMatchObject({ message: expect.stringContaining("序号26（第12行）") as string, fix: null, consequences: [{ sheet: "表5", cell: "Y13" }, { sheet: "表5", cell: "Y16" }] });
  expect(report.findings.find(({ rule }) => rule === "attendance-number")!.message).toContain("（B12）");
  expect(report.tables.filter(({ kind }) => kind === "roster").map(({ sheet, range, counts }) => [sheet, range, counts.persons])).toEqual([["表4", "A1:AA19", 25], ["表5", "A1:AA18", 0]]);
  expect(report.evaluation!.people.find(({ no }) => no === 26)).toMatchObject({ sheet: "表5", row: 12 });
  // How a number is kept in a sheet is nothing to say of a document.
  expect(report.findings.filter(({ rule }) => rule === "typed-table" || rule === "text-number")).toEqual([]);
});

test("a report without a table that can be checked is no failure", () => {
  expect(checkWritten(documentOfText("共配备社工17名。"))).toMatchObject({ error: null, tables: [], findings: [], notChecked: ["报告里没有找到能核查的表，只核对了文字"] });
});

test("the total of a score table in one cell over all columns is no sum of 标准分; the station is named on the cover", () => {
  const report = sample("zhongcun");
  expect(report).toMatchObject({ station: "钟村街社工服务站", coverage: { scores: 8 } });
  expect(report.findings.filter(({ sheet }) => sheet !== null)).toEqual([]);
});

test("text in sentences within a table's cells is not checked sentence by sentence, and that is said", () => {
  const said = (text: string): boolean => checkWritten(documentOfText(`项目\t内容\n服务成效\t${text}`)).notChecked.some((sentence) => sentence.includes("表1 的格子里"));
  expect(said("社工站在评估期内完成小组35个，175节，服务1486人次，分别完成协议指标量的100%、100%和141.52%。")).toBe(true);
  expect(said("社工站服务态度良好，居民满意，工作留痕完整，资料归档及时，制度健全并且落实到位，值得其他社工站学习借鉴。")).toBe(false);
  expect(sample("baihedong").notChecked.some((sentence) => sentence.includes("的格子里"))).toBe(false);
});
