import { unzipSync } from "fflate";
import { checkWorkbook } from "../../report";
import { SUMMARY_SHEET_NAME, summaryPlan } from "../../summary";
import { planOf, UNREADABLE_FORMULA, type SheetChart } from "../../workbook";
import { editWorkbook, readWorkbook } from "./index";
import { makeParts, partText, relationships, zipParts, type PackageSource } from "./testing/make-package";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const THREADS = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment";
const text = (at: string, content: string) => `<c r="${at}" t="inlineStr"><is><t>${content}</t></is></c>`;
const ROWS = `<row r="1">${text("A1", "甲社工站指标完成情况统计表（2024年9月10日至2025年2月28日）")}</row>` +
  `<row r="2">${["服务片区", "投入社工人数"].map((each, i) => text(`${"AB"[i]}2`, each)).join("")}${text("C2", "电访")}</row>` +
  `<row r="3">${["协议量", "完成量", "百分比"].map((each, i) => text(`${"CDE"[i]}3`, each)).join("")}</row>` +
  `<row r="4">${text("A4", "片区1")}<c r="B4"><v>5</v></c><c r="C4"><v>100</v></c><c r="D4"><v>50</v></c><c r="E4" s="1"><v>0.6</v></c></row>` +
  `<row r="5">${text("A5", "合计")}<c r="B5"><v>5</v></c><c r="C5"><v>100</v></c><c r="D5"><v>50</v></c><c r="E5" s="1"><v>0.5</v></c></row>`;
const MERGES = '<mergeCell ref="C2:E2"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/>';
const merges = (more = "") => `<mergeCells>${MERGES}${more}</mergeCells>`;

/** A station's table, and one oddity of a file that Excel opens all the same. */
function odd(source: Partial<PackageSource> & { data?: string; merge?: string; links?: string; workbook?: (xml: string) => string }): Uint8Array {
  const { data = "", merge = "", links, workbook, extra = {}, sheets = [], ...rest } = source;
  const parts = makeParts({
    ...rest, sheets: [{ name: "附件1-1", data: ROWS + data, after: merges(merge) }, ...sheets],
    extra: { ...extra, ...(links && { "xl/worksheets/_rels/sheet1.xml.rels": relationships(links) }) }
  });
  if (workbook) parts.set("xl/workbook.xml", workbook(String(parts.get("xl/workbook.xml"))));
  return zipParts(parts);
}

const CASES: readonly [string, Uint8Array, string | null][] = [
  ["a sheet without a relationship", odd({ workbook: (xml) => xml.replace("</sheets>", '<sheet name="Module1" sheetId="9" state="hidden" r:id=""/></sheets>') }), "“Module1”没有读到内容"],
  ["a sheet whose relationship is not there", odd({ workbook: (xml) => xml.replace("<sheets>", '<sheets><sheet name="宏" sheetId="9" r:id="rId77"/>') }), "“宏”没有读到内容"],
  ["a sheet whose part is not there", odd({ sheets: [{ name: "二" }], extra: { "xl/worksheets/sheet2.xml": null } }), "“二”没有读到内容"],
  ["a sheet of Excel 4 macros", odd({ sheets: [{ name: "宏1", type: "xlMacrosheet" }] }), "“宏1”没有读到内容"],
  ["two sheets of one name", odd({ workbook: (xml) => xml.replace("</sheets>", '<sheet name="附件1-1" sheetId="9" r:id="rId1"/></sheets>') }), "另有 1 张工作表也叫“附件1-1”"],
  ["notes that are not there", odd({ links: `<Relationship Id="r1" Type="${OFFICE}/comments" Target="../comments1.xml"/>` }), "“附件1-1”的批注缺失"],
  ["threads that are not there", odd({ links: `<Relationship Id="r1" Type="${THREADS}" Target="../threadedComments/t.xml"/>` }), "“附件1-1”的批注缺失"],
  ["notes that are no XML", odd({ links: `<Relationship Id="r1" Type="${OFFICE}/comments" Target="../comments1.xml"/>`, extra: { "xl/comments1.xml": "<comments><" } }), "“附件1-1”的批注缺失"],
  ["a drawing that is not there", odd({ links: `<Relationship Id="r1" Type="${OFFICE}/drawing" Target="../drawings/drawing1.xml"/>` }), null],
  ["a text that is not there", odd({ strings: "<si><t>一</t></si>", data: '<row r="7"><c r="A7" t="s"><v>0</v></c><c r="B7" t="s"><v>1</v></c><c r="C7" t="s"><v>-1</v></c></row>' }), "2 格的文字在文件里缺失，按空白格处理：B7、C7"],
  ["texts whose part is not there", odd({ strings: "", data: '<row r="7"><c r="A7" t="s"><v>0</v></c></row>', extra: { "xl/sharedStrings.xml": null } }), "1 格的文字在文件里缺失，按空白格处理：A7"],
  ["texts that are no part of the package", odd({ data: '<row r="7"><c r="A7" t="s"><v>0</v></c></row>' }), "1 格的文字在文件里缺失，按空白格处理：A7"],
  ["texts that are cut", odd({ strings: "", data: '<row r="7"><c r="A7" t="s"><v>0</v></c><c r="B7" t="s"><v>1</v></c></row>', extra: { "xl/sharedStrings.xml": '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>一</t></si><si><t>二' } }), "1 格的文字在文件里缺失，按空白格处理：B7"],
  ["relationships of a sheet that are no XML", odd({ extra: { "xl/worksheets/_rels/sheet1.xml.rels": "<Relationships><Rel" } }), "“附件1-1”的批注缺失"],
  ["another workbook that nobody can name", odd({ workbook: (xml) => xml.replace("</sheets>", '</sheets><externalReferences><externalReference r:id="rX"/></externalReferences>'), workbookRelationships: `<Relationship Id="rX" Type="${OFFICE}/externalLink" Target="externalLinks/externalLink1.xml"/>`, extra: { "xl/externalLinks/externalLink1.xml": "<ext", "xl/externalLinks/_rels/externalLink1.xml.rels": "<Rel" } }), null],
  ["no styles", odd({ extra: { "xl/styles.xml": null } }), null],
  ["a table that is not there", odd({ links: `<Relationship Id="r1" Type="${OFFICE}/table" Target="../tables/table1.xml"/>` }), null],
  ["a pivot table that is not there", odd({ links: `<Relationship Id="r1" Type="${OFFICE}/pivotTable" Target="../pivotTables/p1.xml"/>` }), null],
  ["whole columns merged", odd({ merge: '<mergeCell ref="H:H"/><mergeCell ref="9:11"/>' }), null],
  ["a merged area that is none", odd({ merge: '<mergeCell ref="#REF!"/><mergeCell ref=""/>' }), "2 处合并单元格读不出来，当作没有合并：#REF!"],
  ["a formula shared by nobody", odd({ data: '<row r="8"><c r="A8"><f t="shared" si="4"/><v>3</v></c></row>' }), null]
];

test.each(CASES)("%s: the rest is read and checked, and what was passed over is said", async (_, bytes, said) => {
  const report = checkWorkbook(await readWorkbook(bytes), {});
  expect(report.findings.map(({ rule, cell }) => [rule, cell])).toContainEqual(["rate-mismatch", "E4"]);
  expect(report.coverage["rates"]).toBe(2);
  const sentences = report.notChecked.filter((sentence) => /没有读|没有采用|没有核查|按空白|当作没有/.test(sentence));
  if (said === null) expect(sentences).toEqual([]);
  else expect(sentences).toEqual([expect.stringContaining(said)]);
});

test.each(CASES)("%s: what is written keeps it as it is", async (_, bytes) => {
  const report = checkWorkbook(await readWorkbook(bytes), {});
  const fix = report.findings.find(({ cell }) => cell === "E4")!.fix!;
  const { bytes: written, fixes } = await editWorkbook(bytes, { fixes: [fix], sheets: [summaryPlan(report)], settingsXml: '<a xmlns="urn:hebiao:settings"/>' });
  expect(fixes[0]).toMatchObject({ applied: true });
  const [before, after] = [unzipSync(bytes), unzipSync(written)];
  const touched = ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"];
  for (const name of Object.keys(before).filter((each) => !touched.includes(each))) expect([name, after[name]]).toEqual([name, before[name]]);
  const sheet = partText(written, "xl/worksheets/sheet1.xml")!;
  expect(sheet.replace(/<c r="E4".*?<\/c>/, "")).toBe(partText(bytes, "xl/worksheets/sheet1.xml")!.replace(/<c r="E4".*?<\/c>/, ""));
  for (const [entry] of partText(bytes, "xl/workbook.xml")!.matchAll(/<sheet .*?\/>/g)) expect(partText(written, "xl/workbook.xml")).toContain(entry);
  expect((await readWorkbook(written)).sheets.at(-1)!.name).toBe(SUMMARY_SHEET_NAME);
});

test("a cell under whole columns merged is no place for a fix", async () => {
  const bytes = odd({ merge: '<mergeCell ref="H:I"/>' });
  const workbook = await readWorkbook(bytes);
  expect(workbook.sheets[0]!.mergeAt(5, 9)).toMatchObject({ top: 1, left: 8, right: 9 });
  const { fixes } = await editWorkbook(bytes, { fixes: [{ sheet: "附件1-1", cell: "I5", kind: "value", before: null, after: 1, why: "" }] });
  expect(fixes[0]!.applied).toBe(false);
});

test("what a formula reads on a sheet that was not read cannot be known", async () => {
  const data = '<row r="9"><c r="A9"><f>宏!A1</f><v>5</v></c></row>';
  const bytes = odd({ data, workbook: (xml) => xml.replace("<sheets>", '<sheets><sheet name="宏" sheetId="9" r:id=""/>') });
  const report = checkWorkbook(await readWorkbook(bytes), {});
  expect(report.findings.filter(({ cell }) => cell === "A9")).toEqual([]);
});

test("a formula that cannot be read is none that was typed over", async () => {
  const bytes = odd({ data: '<row r="8"><c r="A8"><f t="shared" si="4"/><v>3</v></c></row>' });
  expect((await readWorkbook(bytes)).sheets[0]!.cell(8, 1)).toMatchObject({ value: 3, formula: UNREADABLE_FORMULA });
});

test("a workbook of nothing but such sheets is damaged", async () => {
  const parts = makeParts({ sheets: [{}], extra: { "xl/_rels/workbook.xml.rels": relationships("") } });
  await expect(readWorkbook(zipParts(parts))).rejects.toMatchObject({ code: "corrupt" });
});

test("a part that is missing is not replaced by one of ours: what leads to it leads nowhere still", async () => {
  const bytes = odd({
    sheets: [{ name: "二" }], links: `<Relationship Id="r1" Type="${OFFICE}/drawing" Target="../drawings/drawing1.xml"/>`,
    extra: { "xl/worksheets/sheet2.xml": null, "xl/drawings/_rels/drawing9.xml.rels": relationships(`<Relationship Id="r1" Type="${OFFICE}/chart" Target="../charts/chart1.xml"/>`) }
  });
  const chart: SheetChart = { kind: "bars", title: "图", series: [{ name: "a", categories: "A1:A1", values: "B1:B1", labels: ["a"], numbers: [1], color: "FF0000" }], over: "A3:C9", format: "0" };
  const sheet = { name: "新", rows: [[{ value: "a" }, { value: 1 }]], columnWidths: [], merges: [], frozenRows: 0, marker: "m", charts: [chart] };
  const { bytes: written } = await editWorkbook(bytes, { sheets: [planOf(sheet)] });
  const names = Object.keys(unzipSync(written));
  for (const missing of ["xl/worksheets/sheet2.xml", "xl/drawings/drawing1.xml", "xl/charts/chart1.xml"]) expect(names).not.toContain(missing);
  const again = await readWorkbook(written);
  expect(again.sheets.map(({ name }) => name)).toEqual(["附件1-1", "新"]);
  expect(again.passedOver).toEqual([expect.objectContaining({ what: "sheet", sheet: "二" })]);
});

test("a sheet that stands outside of the list of sheets is none", async () => {
  const bytes = odd({ workbook: (xml) => xml.replace("<sheets>", '<bookViews><sheet name="外" sheetId="8" r:id="rId1"/></bookViews><sheets>') });
  expect((await readWorkbook(bytes)).sheets.map(({ name }) => name)).toEqual(["附件1-1"]);
  const { bytes: written } = await editWorkbook(bytes, { sheets: [summaryPlan(checkWorkbook(await readWorkbook(bytes), {}))] });
  expect((await readWorkbook(written)).sheets.map(({ name, marker }) => [name, marker !== null])).toEqual([["附件1-1", false], [SUMMARY_SHEET_NAME, true]]);
});

test("a text that is longer than Excel writes any comes back whole when a fix is taken back", async () => {
  const long = "长".repeat(40_000);
  const bytes = odd({ data: `<row r="8">${text("A8", long)}</row>` });
  const { bytes: mended, fixes } = await editWorkbook(bytes, { fixes: [{ sheet: "附件1-1", cell: "A8", kind: "value", before: long, after: 1, why: "" }] });
  const { bytes: restored } = await editWorkbook(mended, { fixes: [fixes[0]!.undo!] });
  expect((await readWorkbook(restored)).sheets[0]!.cell(8, 1)!.value).toBe(long);
});
