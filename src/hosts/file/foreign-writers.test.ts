import { readFileSync } from "node:fs";
import { utils, write, type WorkBook } from "@e965/xlsx";
import { unzipSync } from "fflate";
import { checkWorkbook } from "../../report";
import { SUMMARY_SHEET_NAME, summaryPlan } from "../../summary";
import { editWorkbook, readWorkbook } from "./index";
import { partText, relationships, zipParts } from "./testing/make-package";
import { checkOrder } from "./testing/schema-order";
import { openZip } from "./package/zip";

const ROWS = [
  ["甲社工站指标完成情况统计表（2024年9月10日至2025年2月28日）"],
  ["服务片区", "投入社工人数", "电访", null, null],
  [null, null, "协议量", "完成量", "百分比"],
  ["片区1", 5, 100, 50, 0.6],
  ["合计", 5, 100, 50, 0.5]
];

function bySheetJs(): Uint8Array {
  const sheet = utils.aoa_to_sheet(ROWS);
  sheet["!merges"] = [{ s: { r: 1, c: 2 }, e: { r: 1, c: 4 } }, { s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }, { s: { r: 1, c: 1 }, e: { r: 2, c: 1 } }];
  sheet["D5"] = { t: "n", v: 50, f: "SUM(D4:D4)" };
  const workbook: WorkBook = utils.book_new();
  utils.book_append_sheet(workbook, sheet, "指标");
  utils.book_append_sheet(workbook, utils.aoa_to_sheet([[1, "文"]]), "it's 2");
  return new Uint8Array(write(workbook, { type: "array", bookType: "xlsx", compression: true }) as ArrayBuffer);
}

/** As openpyxl writes: absolute targets, ids of its own, notes with a drawing in VML, every attribute spelled out. */
function byOpenpyxl(): Uint8Array {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const strings = ROWS.flat().filter((value) => typeof value === "string");
  const cells = ROWS.map((row, r) => `<row r="${r + 1}">${row.map((value, c) => {
    const at = `${"ABCDE"[c]}${r + 1}`;
    if (value === null) return `<c r="${at}" s="0" />`;
    return typeof value === "string" ? `<c r="${at}" t="s"><v>${strings.indexOf(value)}</v></c>` : `<c r="${at}" t="n"><v>${value}</v></c>`;
  }).join("")}</row>`).join("");
  return zipParts(new Map([
    ["docProps/app.xml", '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application></Properties>'],
    ["xl/worksheets/sheet1.xml", `<worksheet xmlns="${main}"><sheetPr><outlinePr summaryBelow="1" summaryRight="1" /><pageSetUpPr /></sheetPr><dimension ref="A1:E5" /><sheetViews><sheetView workbookViewId="0"><selection activeCell="A1" sqref="A1" /></sheetView></sheetViews>` +
      `<sheetFormatPr baseColWidth="8" defaultRowHeight="15" /><sheetData>${cells}</sheetData><mergeCells count="3"><mergeCell ref="C2:E2" /><mergeCell ref="A2:A3" /><mergeCell ref="B2:B3" /></mergeCells>` +
      '<pageMargins left="0.75" right="0.75" top="1" bottom="1" header="0.5" footer="0.5" /><legacyDrawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="anysvml" /></worksheet>'],
    ["xl/worksheets/_rels/sheet1.xml.rels", relationships(`<Relationship Type="${office}/comments" Target="/xl/comments/comment1.xml" Id="comments" /><Relationship Type="${office}/vmlDrawing" Target="/xl/drawings/commentsDrawing1.vml" Id="anysvml" />`)],
    ["xl/comments/comment1.xml", `<comments xmlns="${main}"><authors><author>a</author></authors><commentList><comment ref="E4" authorId="0" shapeId="0"><text><t>核对</t></text></comment></commentList></comments>`],
    ["xl/drawings/commentsDrawing1.vml", '<xml xmlns:v="urn:schemas-microsoft-com:vml"></xml>'],
    ["xl/sharedStrings.xml", `<sst xmlns="${main}" uniqueCount="${strings.length}">${strings.map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`],
    ["xl/styles.xml", `<styleSheet xmlns="${main}"><numFmts count="0" /><fonts count="1"><font><name val="Calibri" /><family val="2" /><color theme="1" /><sz val="11" /><scheme val="minor" /></font></fonts><fills count="2"><fill><patternFill /></fill><fill><patternFill patternType="gray125" /></fill></fills>` +
      '<borders count="1"><border><left /><right /><top /><bottom /><diagonal /></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" /></cellStyleXfs>' +
      '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" pivotButton="0" quotePrefix="0" xfId="0" /></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0" hidden="0" /></cellStyles><tableStyles count="0" defaultTableStyle="TableStyleMedium9" /></styleSheet>'],
    ["[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" /><Default Extension="xml" ContentType="application/xml" /><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing" />' +
      `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml" /><Override PartName="/xl/sharedStrings.xml" ContentType="${types}.sharedStrings+xml" /><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml" /><Override PartName="/xl/comments/comment1.xml" ContentType="${types}.comments+xml" /><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml" /></Types>`],
    ["_rels/.rels", relationships(`<Relationship Type="${office}/officeDocument" Target="xl/workbook.xml" Id="rId1" />`)],
    ["xl/workbook.xml", `<workbook xmlns="${main}"><workbookPr /><workbookProtection /><bookViews><workbookView visibility="visible" minimized="0" activeTab="0" /></bookViews><sheets><sheet xmlns:r="${office}" name="指标" sheetId="1" state="visible" r:id="rId1" /></sheets><definedNames /><calcPr calcId="124519" fullCalcOnLoad="1" /></workbook>`],
    ["xl/_rels/workbook.xml.rels", relationships(`<Relationship Type="${office}/worksheet" Target="/xl/worksheets/sheet1.xml" Id="rId1" /><Relationship Type="${office}/sharedStrings" Target="/xl/sharedStrings.xml" Id="rId2" /><Relationship Type="${office}/styles" Target="/xl/styles.xml" Id="rId3" />`)]
  ]));
}

test.each([
  ["SheetJS", bySheetJs, "指标", "E4"], ["openpyxl", byOpenpyxl, "指标", "E4"], ["LibreOffice", () => new Uint8Array(readFileSync("samples/lianhe.xlsx")), "附件1 对照表", "D9"]
])("a workbook that %s made is mended and summed, and everything else of it stays", async (_, make, sheet, cell) => {
  const before = make();
  const read = await readWorkbook(before);
  const report = checkWorkbook(read, { fileName: "a.xlsx" });
  expect(report.findings.filter((finding) => finding.sheet === sheet).map((finding) => finding.cell)).toContain(cell);
  const value = report.findings.find((finding) => finding.cell === cell)!.fix;
  expect(value).not.toBeNull();
  const { bytes, fixes } = await editWorkbook(before, { fixes: [value!], sheets: [summaryPlan(report)] });
  expect(fixes[0]).toMatchObject({ applied: true, reason: null });
  const now = await readWorkbook(bytes);
  expect(now.sheets.map(({ name }) => name)).toEqual([...read.sheets.map(({ name }) => name), SUMMARY_SHEET_NAME]);
  expect(now.recalculatesOnOpen).toBe(true);
  expect(checkWorkbook(now, { fileName: "a.xlsx" }).findings.some((finding) => finding.sheet === sheet && finding.cell === cell && finding.rule === "rate-mismatch")).toBe(false);
  const touched = ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/workbook.xml", "xl/styles.xml"];
  const [former, after] = [unzipSync(before), unzipSync(bytes)];
  const changed = Object.keys(former).filter((name) => !touched.includes(name) && Buffer.compare(former[name]!, after[name]!) !== 0);
  expect(changed).toHaveLength(1);
  expect(changed[0]).toMatch(/^xl\/worksheets\/sheet\d\.xml$/);
  const parts = openZip(bytes).entries.map(({ name }) => name).filter((name) => /^xl\/(?:workbook|styles|worksheets\/sheet\d+|charts\/chart\d+)\.xml$/.test(name));
  // Where others order things otherwise, that is theirs.
  const problems = (given: Uint8Array, part: string) => checkOrder(partText(given, part) ?? "<a/>");
  for (const part of parts) expect([part, problems(bytes, part)]).toEqual([part, problems(before, part)]);
  expect(partText(bytes, "xl/workbook.xml")).not.toMatch(/<definedNames\s*\/>/);
});
