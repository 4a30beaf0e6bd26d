import { write, utils, type BookType } from "@e965/xlsx";
import { strToU8, unzipSync, zipSync } from "fflate";
import { Evaluator } from "../../../../formulas";
import { UNREADABLE_FORMULA, type Cell, type Workbook } from "../../../../workbook";
import { editWorkbook, readWorkbook } from "../../index";
import { record8 } from "../../testing/binary";
import { boundOldStream } from "./bounds";

const cell = (workbook: Workbook, row: number, column: number): Cell | undefined => workbook.sheets[0]!.cell(row, column);

function book(type: BookType): Uint8Array {
  const sheet = utils.aoa_to_sheet([["指标", "协议量"], ["走访", 148], ["比例", 0.5]]);
  sheet["B4"] = { t: "n", v: 148.5, f: "SUM(B2:B3)" };
  sheet["B3"].z = "0.00%";
  sheet["!ref"] = "A1:B4";
  sheet["!merges"] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, sheet, "附件1");
  return new Uint8Array(write(workbook, { type: "array", bookType: type }));
}

test.each<BookType>(["biff8", "xlsb", "ods", "xlml"])("reads %s, and does not write it", async (type) => {
  const bytes = book(type);
  const workbook = await readWorkbook(bytes, "表.xls");
  expect(workbook.sheets.map(({ name }) => name)).toEqual(["附件1"]);
  expect(cell(workbook, 1, 1)!.value).toBe("指标");
  expect(cell(workbook, 2, 2)).toMatchObject({ value: 148, formula: null, text: "148" });
  expect(cell(workbook, 3, 2)!.text).toBe("50.00%");
  // The library writes no formulas into the binary kinds.
  expect(cell(workbook, 4, 2)).toMatchObject({ value: 148.5, formula: type === "ods" || type === "xlml" ? "=SUM(B2:B3)" : null });
  expect(workbook.sheets[0]!.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 2 }]);
  await expect(editWorkbook(bytes, {})).rejects.toMatchObject({ code: "unsupported" });
});

/** 指标, 协议量 in GBK. */
const GBK = new Map([["指标", [0xd6, 0xb8, 0xb1, 0xea]], ["协议量", [0xd0, 0xad, 0xd2, 0xe9, 0xc1, 0xbf]]]);

function toGbk(text: string): Uint8Array {
  return Uint8Array.from(text.split(/(指标|协议量)/).flatMap((piece) => GBK.get(piece) ?? [...strToU8(piece)]));
}

test("reads tab-separated text named .xls", async () => {
  const workbook = await readWorkbook(toGbk("指标\t协议量\r\nA\t148\r\n=1+1\t35.3%\r\n"), "表.xls");
  expect([cell(workbook, 1, 2)!.value, cell(workbook, 2, 2)!.value]).toEqual(["协议量", 148]);
  expect(cell(workbook, 3, 1)).toMatchObject({ value: "=1+1", formula: null });
  expect(cell(workbook, 3, 2)).toMatchObject({ value: 0.353, text: "35.3%" });
});

test("reads what is older than Excel 97", async () => {
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet([["a", 148]]), "S");
  const read = await readWorkbook(new Uint8Array(write(workbook, { type: "array", bookType: "biff5" })), "a.xls");
  expect([read.sheets[0]!.name, cell(read, 1, 1)!.value, cell(read, 1, 2)!.value]).toEqual(["S", "a", 148]);
});

const ODS = 'xmlns:office="urn:o" xmlns:table="urn:t" xmlns:text="urn:x" xmlns:style="urn:s"';
const ods = (content: string) => zipSync({
  mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
  "content.xml": strToU8(`<office:document-content ${ODS}><office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>${content}</office:spreadsheet></office:body></office:document-content>`)
});
const VALUE = '<table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>';

test("reads what is hidden in an .ods", async () => {
  const workbook = await readWorkbook(ods('<table:table table:name="一"><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>' +
    `<table:table-row>${VALUE}</table:table-row><table:table-row table:number-rows-repeated="2" table:visibility="collapse">${VALUE}</table:table-row><table:table-row table:visibility="filter">${VALUE}</table:table-row></table:table>` +
    `<table:table table:name="二" table:style-name="ta2"><table:table-row>${VALUE}</table:table-row></table:table>`));
  expect(workbook.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([["一", "visible"], ["二", "hidden"]]);
  expect([[...workbook.sheets[0]!.hiddenRows], [...workbook.sheets[0]!.hiddenColumns]]).toEqual([[2, 3, 4], [3, 4]]);
});

test.each([
  ["an .ods that repeats its cells", ods(`<table:table table:name="一"><table:table-row table:number-rows-repeated="1048576">${VALUE.replace("office:value-type", 'table:number-columns-repeated="16384" office:value-type')}</table:table-row></table:table>`)],
  ["an Excel 2003 XML workbook that merges a sheet", strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table><Row><Cell ss:MergeAcross="16000" ss:MergeDown="1000000"><Data ss:Type="Number">1</Data></Cell></Row></Table></Worksheet></Workbook>')],
  ["an Excel 2003 XML workbook of columns", strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table><Column ss:Span="1000000000"/><Row><Cell><Data ss:Type="Number">1</Data></Cell></Row></Table></Worksheet></Workbook>')]
])("%s is refused before the library makes it", async (_, bytes) => {
  const start = performance.now();
  await expect(readWorkbook(bytes, "表.xls")).rejects.toMatchObject({ code: "too-large" });
  expect(performance.now() - start).toBeLessThan(2000);
});

const FORMULA = (formula: string, value: number) => `<table:table-cell table:formula="${formula}" office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;

test("the formulas of an .ods are read by ourselves: other workbooks, names, texts that look like references, formulas that show nothing", async () => {
  const linked = `<table:table table:name="'file:///D:/b.ods'#Sheet1"><table:table-row>${VALUE}</table:table-row></table:table>`;
  const workbook = await readWorkbook(ods(`<table:table table:name="一"><table:table-row><table:table-cell table:number-columns-repeated="2"/><table:table-cell table:number-columns-spanned="2"/><table:covered-table-cell/>${FORMULA("of:=[$二.A1]", 1)}</table:table-row>` +
    `<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row><table:table-row>${FORMULA("of:=['file:///D:/b.ods'#$Sheet1.A1]", 1)}${FORMULA("of:=外", 1)}<table:table-cell table:formula="of:=IF([.A9]=&quot;&quot;;&quot;[.A1]&quot;;1)" office:value-type="string" office:string-value=""><text:p/></table:table-cell></table:table-row></table:table>` +
    `<table:table table:name="二"><table:table-row>${VALUE}</table:table-row></table:table>${linked}<table:named-expressions><table:named-expression table:name="外" table:base-cell-address="$一.$A$1" table:expression="of:=['file:///D:/b.ods'#$Sheet1.$A$1]"/>` +
    `<table:named-range table:name="内" table:base-cell-address="$一.$B$2" table:cell-range-address="$二.$A$1:.$B$2"/><table:named-expression table:name="动" table:base-cell-address="$一.$B$2" table:expression="of:=[.A1]"/></table:named-expressions>`));
  expect(workbook.sheets.map(({ name }) => name)).toEqual(["一", "二"]);
  expect([[1, 5], [4, 1], [4, 2], [4, 3]].map(([row, column]) => cell(workbook, row!, column!)!.formula)).toEqual(["=二!A1", "='[b.ods]Sheet1'!A1", "=外", '=IF(A9="","[.A1]",1)']);
  expect(cell(workbook, 4, 3)).toMatchObject({ value: "", text: "" });
  expect(workbook.externalLinks).toEqual(["b.ods"]);
  expect(workbook.names).toEqual([{ name: "外", formula: "='[b.ods]Sheet1'!$A$1", sheet: null }, { name: "内", formula: "=二!$A$1:$B$2", sheet: null }, { name: "动", formula: UNREADABLE_FORMULA, sheet: null }]);
  const evaluator = new Evaluator(workbook);
  expect([[1, 5], [4, 1], [4, 2]].map(([row, column]) => evaluator.valueOf({ sheet: "一", row: row!, column: column! }))).toEqual([
    expect.objectContaining({ value: 1 }), expect.objectContaining({ reason: "other-workbook" }), expect.objectContaining({ reason: "other-workbook" })
  ]);
});

test("the formulas of an Excel 2003 XML workbook are read by ourselves: whole columns, other workbooks, names, arrays", async () => {
  const formula = (text: string, more = "") => `<Cell ss:Formula="${text}"${more}><Data ss:Type="Number">3</Data></Cell>`;
  const workbook = await readWorkbook(strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">' +
    '<Names><NamedRange ss:Name="外" ss:RefersTo="=\'[b.xls]S\'!R1C2"/></Names><Worksheet ss:Name="S"><Names><NamedRange ss:Name="内" ss:RefersTo="=S!R1C2:R2C2"/></Names><Table>' +
    `<Row ss:Index="2"><Cell ss:Index="2" ss:MergeAcross="1"><Data ss:Type="Number">3</Data></Cell>${formula("=SUM(C2)")}</Row><Row ss:Index="4">${formula("=\'D:\\一 片\\[b.xls]S\'!R1C2")}${formula("=R[-2]C*2", ' ss:ArrayRange="RC:RC[1]"')}</Row>` +
    `<Row>${formula("of:=SUM([.B2:.B2])")}${formula("=\'b.xls\'!总数")}</Row></Table></Worksheet></Workbook>`), "表.xls");
  expect([[2, 4], [4, 1], [4, 2], [5, 1], [5, 2]].map(([row, column]) => cell(workbook, row!, column!)!.formula)).toEqual(["=SUM($B:$B)", "='D:\\一 片\\[b.xls]S'!$B$1", "=B2*2", "=SUM(B2:B2)", "='b.xls'!总数"]);
  expect(workbook.sheets[0]!.arrays).toEqual([{ top: 4, left: 2, bottom: 4, right: 3 }]);
  expect(workbook.names).toEqual([{ name: "外", formula: "='[b.xls]S'!$B$1", sheet: null }, { name: "内", formula: "=S!$B$1:$B$2", sheet: "S" }]);
  expect(workbook.externalLinks).toEqual(["b.xls"]);
});

test("a stream of an older Excel that names other workbooks: of which a sheet is, nobody believes", () => {
  const stream = (first: number) => Uint8Array.from([...record8(0x809, 0, 5, 5, 0), ...record8(0x17, 5, first, 65, 66), ...record8(0x0a)]);
  expect([1, 2, 3].map((first) => boundOldStream(stream(first)).namesOthers)).toEqual([true, false, false]);
});

test("an .ods whose type stands in its manifest alone", async () => {
  const parts = unzipSync(ods(`<table:table table:name="一"><table:table-row>${VALUE}</table:table-row></table:table>`));
  delete parts["mimetype"];
  await expect(readWorkbook(zipSync(parts))).rejects.toMatchObject({ code: "not-a-workbook" });
  parts["META-INF/manifest.xml"] = strToU8('<manifest:manifest xmlns:manifest="urn:m"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>');
  expect((await readWorkbook(zipSync(parts))).sheets.map(({ name }) => name)).toEqual(["一"]);
});

test("cells of an .ods that have their style from their column or row are shown as it says", async () => {
  const percent = (name: string, style: string) => `<number:percentage-style style:name="${style}"><number:number number:decimal-places="2" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style><style:style style:name="${name}" style:family="table-cell" style:data-style-name="${style}"/>`;
  const number = (value: number, more = "") => `<table:table-cell${more} office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
  const workbook = await readWorkbook(zipSync({
    mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
    "content.xml": strToU8(`<office:document-content ${ODS} xmlns:number="urn:n"><office:automatic-styles>${percent("ce1", "N11")}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="一">` +
      '<table:table-column table:number-columns-repeated="2" table:default-cell-style-name="Default"/><table:table-column table:default-cell-style-name="ce1"/><table:table-column table:default-cell-style-name="Default"/>' +
      `<table:table-row>${number(0.5)}${number(1)}${number(0.25)}${number(0.75)}</table:table-row><table:table-row table:default-cell-style-name="ce1">${number(0.5)}<table:table-cell table:number-columns-repeated="2"/>${number(0.125)}</table:table-row>` +
      "</table:table></office:spreadsheet></office:body></office:document-content>")
  }));
  expect([[1, 1], [1, 2], [1, 3], [1, 4], [2, 1], [2, 4]].map(([row, column]) => cell(workbook, row!, column!)!.text)).toEqual(["0.5", "1", "25.00%", "0.75", "50.00%", "12.50%"]);
});

test.each([
  ["an .ods", ods(`<table:table table:name="O&apos;B &amp; &lt;&#19968;&gt;"><table:table-row>${FORMULA("of:=['O''B &amp; &lt;一&gt;'.B1]*2", 2)}${VALUE}</table:table-row></table:table>`)],
  ["an Excel 2003 XML workbook", strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="O&apos;B &amp; &lt;&#19968;&gt;"><Table><Row>' +
    '<Cell ss:Formula="=\'O\'\'B &amp; &lt;一&gt;\'!RC[1]*2"><Data ss:Type="Number">2</Data></Cell><Cell><Data ss:Type="Number">1</Data></Cell></Row></Table></Worksheet></Workbook>')]
])("signs in the name of a sheet of %s", async (_, bytes) => {
  const workbook = await readWorkbook(bytes, "表.xls");
  expect([workbook.sheets[0]!.name, cell(workbook, 1, 1)!.formula]).toEqual(["O'B & <一>", "='O''B & <一>'!B1*2"]);
  expect(new Evaluator(workbook).valueOf({ sheet: "O'B & <一>", row: 1, column: 1 })).toMatchObject({ value: 2 });
});

/** A number style with what stands in it, and one cell that has it. */
async function shownInOds(style: string, value: number, type = "float"): Promise<[string, string]> {
  const workbook = await readWorkbook(zipSync({
    mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
    "content.xml": strToU8(`<office:document-content ${ODS} xmlns:number="urn:n" xmlns:fo="urn:f"><office:automatic-styles>${style}<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/></office:automatic-styles><office:body><office:spreadsheet>` +
      `<table:table table:name="一"><table:table-row><table:table-cell table:style-name="ce1" office:value-type="${type}" ${type === "date" ? `office:date-value="2025-03-01"` : `office:value="${value}"`}><text:p>?</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`)
  }));
  return [cell(workbook, 1, 1)!.format, cell(workbook, 1, 1)!.text];
}

const DATA_NUMBER = (digits: number) => `<number:number number:decimal-places="${digits}" number:min-integer-digits="1"/>`;
const PERCENT = (name: string, before = "", after = "") => `<number:percentage-style style:name="${name}">${before}${DATA_NUMBER(2)}<number:text>%</number:text>${after}</number:percentage-style>`;
const ON = (condition: string, name: string) => `<style:map style:condition="value()${condition}" style:apply-style-name="${name}"/>`;

test.each<[string, number, string, string, string?]>([
  [PERCENT("N1P0") + PERCENT("N1P1", "<number:text>-</number:text>") + `<number:percentage-style style:name="N1"><number:text>/</number:text>${ON("&gt;0", "N1P0")}${ON("&lt;0", "N1P1")}</number:percentage-style>`, 0.5, '0.00%;-0.00%;"/"', "50.00%"],
  [PERCENT("N1P0") + PERCENT("N1", '<style:text-properties fo:color="#ff0000"/>', ON("&gt;=0.8", "N1P0")), 0.5, "[>=0.8]0.00%;[Red]0.00%", "50.00%"],
  [`<number:number-style style:name="N1P0">${DATA_NUMBER(0)}</number:number-style><number:number-style style:name="N1P1"><number:text/></number:number-style><number:number-style style:name="N1"><number:text/>${ON("&gt;0", "N1P0")}${ON("&lt;0", "N1P1")}</number:number-style>`, 0, "0;;", ""],
  ['<number:number-style style:name="N1"><number:number number:min-integer-digits="1"/></number:number-style>', 1 / 3, "General", "0.333333333"],
  ['<number:number-style style:name="N1"><number:number number:decimal-places="2" number:min-decimal-places="1" number:min-integer-digits="1" number:grouping="true"/><number:text>个</number:text></number:number-style>', 1234.5, '#,##0.0#"个"', "1,234.5个"],
  ['<number:number-style style:name="N1"><number:number number:decimal-places="1" number:min-integer-digits="1" number:display-factor="1000"/></number:number-style>', 12_345, "0.0,", "12.3"],
  ['<number:currency-style style:name="N1"><number:currency-symbol>￥</number:currency-symbol><number:number number:decimal-places="2" number:min-integer-digits="1"/></number:currency-style>', 5, '"￥"0.00', "￥5.00"],
  ['<number:date-style style:name="N1"><number:year number:style="long"/><number:text>/</number:text><number:month/><number:text>/</number:text><number:day/></number:date-style>', 0, "yyyy/m/d", "2025/3/1", "date"],
  ['<number:date-style style:name="N1"><number:year number:style="long"/><number:text>年</number:text><number:month/><number:text>月</number:text><number:day number:style="long"/><number:text>日</number:text></number:date-style>', 0, 'yyyy"年"m"月"dd"日"', "2025年3月01日", "date"]
])("a number in an .ods is shown as its style says: %s", async (...[style, value, format, text, type]) => {
  expect(await shownInOds(style, value, type)).toEqual([format, text]);
});

test("merged areas of an .ods, with and without something in them", async () => {
  const merged = VALUE.replace("office:value-type", 'table:number-columns-spanned="2" table:number-rows-spanned="1" office:value-type');
  const workbook = await readWorkbook(ods(`<table:table table:name="一"><table:table-row>${VALUE}${merged}<table:covered-table-cell/>${VALUE}</table:table-row>` +
    `<table:table-row><table:table-cell table:number-columns-repeated="2"/><table:table-cell table:number-columns-spanned="1" table:number-rows-spanned="3"/>${VALUE}</table:table-row></table:table>`));
  expect(workbook.sheets[0]!.merges).toEqual([{ top: 1, left: 2, bottom: 1, right: 3 }, { top: 2, left: 3, bottom: 4, right: 3 }]);
});

test("an empty cell that an .ods repeats to the edge of the sheet is none", async () => {
  const workbook = await readWorkbook(ods(`<table:table table:name="一"><table:table-row>${VALUE}<table:table-cell table:number-columns-repeated="16383"/></table:table-row><table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`));
  expect(workbook.sheets[0]!.cells.size).toBe(1);
});

test("styles of an .ods that are not closed cost no more than others", async () => {
  const broken = "<number:number-style ".repeat(60_000) + '<number:number-style style:name="N1">'.repeat(60_000);
  const bytes = zipSync({ ...unzipSync(ods(`<table:table table:name="一"><table:table-row>${VALUE}</table:table-row></table:table>`)), "styles.xml": strToU8(broken) });
  const start = process.cpuUsage();
  expect((await readWorkbook(bytes)).sheets[0]!.cells.size).toBe(1);
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
});
