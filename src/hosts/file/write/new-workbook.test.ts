import { checkOrder } from "../testing/schema-order";
import { newWorkbook, readWorkbook } from "../index";
import { partText } from "../testing/make-package";
import type { SheetDescription } from "../../../workbook";

const sheet = (name: string, more: Partial<SheetDescription> = {}): SheetDescription =>
  ({ name, rows: [[{ value: name, style: "title" }]], columnWidths: [20, 10], merges: [], frozenRows: 0, marker: "", ...more });

const FULL = sheet("甲", {
  rows: [
    [{ value: "月份", style: "head" }, { value: "实到", style: "head" }],
    [{ value: "7月", style: "text" }, { value: 18.5, style: "input", unlocked: true, format: "0.0" }],
    [{ value: "去乙", link: { sheet: "乙/丙", row: 3, column: 2 } }, { value: 37, formula: "=B2*2", style: "sum" }]
  ],
  merges: ["A5:B5"],
  frozenRows: 1,
  frozenColumns: 1,
  rowHeights: { 4: 50 },
  hiddenColumns: [2],
  tabColor: "AA0000",
  autofilter: "A1:B3",
  print: { orientation: "portrait", titleRows: [1, 1], area: "A1:B30" },
  validations: [
    { range: "A2:A9", rule: { kind: "list", values: ["√", "×", '"'] }, prompt: { title: "到位", text: "请选" }, error: { title: "错", text: "只能选", warn: true } },
    { range: "B2:B9", rule: { kind: "decimal", least: 0, most: 1 } },
    { range: "B10", rule: { kind: "whole", least: 0 } },
    { range: "B11", rule: { kind: "formula", formula: "=B11<>\"\"" } }
  ],
  conditionals: [{ range: "B2:B9", formula: "=B2<1", style: "error" }],
  dataBars: [{ range: "B2:B3", least: 0, most: 20, color: "9DC3E6" }],
  charts: [{
    kind: "columns", title: "各月 <到岗>", over: "A6:B20", format: "0.0",
    series: [{ name: "实到", categories: "A2:A3", values: "B2:B3", labels: ["7月", "8月"], numbers: [18.5, null], color: "2F6DB5" }]
  }],
  isProtected: true
});

test("makes a workbook of several sheets that link to each other, with no mark of ours", async () => {
  const bytes = newWorkbook([FULL, sheet("乙/丙"), sheet("乙 丙")]);
  const workbook = await readWorkbook(bytes);
  expect(workbook.sheets.map(({ name, marker }) => [name, marker])).toEqual([["甲", null], ["乙 丙", null], ["乙 丙 (2)", null]]);
  expect(partText(bytes, "xl/worksheets/sheet1.xml")).toContain(`location="'乙 丙'!B3"`);
  expect(workbook.sheets[0]!.cell(2, 2)).toMatchObject({ value: 18.5, text: "18.5" });
  expect(workbook.sheets[0]!.hiddenColumns.has(2)).toBe(true);
});

test("writes everything that a description can say, in the schema's order", () => {
  const bytes = newWorkbook([FULL]);
  const xml = partText(bytes, "xl/worksheets/sheet1.xml")!;
  for (const part of [
    '<sheetProtection sheet="1"', '<autoFilter ref="A1:B3"/>', '<row r="4" ht="50" customHeight="1">', '<tabColor rgb="FFAA0000"/>',
    '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>', 'orientation="portrait"',
    '<dataValidation type="list" errorStyle="warning" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="错" error="只能选" promptTitle="到位" prompt="请选" sqref="A2:A9"><formula1>&quot;√,×,&quot;&quot;&quot;</formula1>',
    '<dataValidation type="whole" operator="greaterThanOrEqual"', '<dataValidation type="custom"', '<cfRule type="expression" dxfId="0"', '<cfRule type="dataBar" priority="2">'
  ]) expect(xml).toContain(part);
  expect(partText(bytes, "xl/workbook.xml")).toContain("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'甲'!$1:$1</definedName>");
  expect(partText(bytes, "xl/workbook.xml")).toContain("<definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">'甲'!$A$1:$B$30</definedName>");
  expect(partText(bytes, "xl/charts/chart1.xml")).toContain("<c:f>'甲'!$B$2:$B$3</c:f>");
  expect(partText(bytes, "xl/styles.xml")).toMatch(/<protection locked="0"\/>/);
  for (const name of ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "xl/charts/chart1.xml"]) expect(checkOrder(partText(bytes, name)!)).toEqual([]);
});

test("the same sheets give the same bytes", () => {
  expect(Buffer.compare(newWorkbook([FULL]), newWorkbook([FULL]))).toBe(0);
});

test("the sheets share one style part: each keeps its own looks", async () => {
  const bytes = newWorkbook([
    sheet("甲", { rows: [[{ value: "头", style: "head" }, { value: 0.5, style: "percent", format: "0.0%" }]] }),
    sheet("乙", { rows: [[{ value: "错", style: "error" }, { value: 2, style: "number", format: "0.0" }]] })
  ]);
  const { sheets } = await readWorkbook(bytes);
  expect(sheets.map((each) => each.cell(1, 2)!.text)).toEqual(["50.0%", "2.0"]);
  expect(partText(bytes, "[Content_Types].xml")!.match(/styles\.xml/g)).toHaveLength(1);
  expect(partText(bytes, "xl/_rels/workbook.xml.rels")!.match(/styles\.xml/g)).toHaveLength(1);
});
