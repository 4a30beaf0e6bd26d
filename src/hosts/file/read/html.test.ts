import { strToU8 } from "fflate";
import { rectName, type Sheet } from "../../../workbook";
import { readWorkbook } from "../index";

/** 指标, 协议量 in GBK. */
const GBK = new Map([["指标", [0xd6, 0xb8, 0xb1, 0xea]], ["协议量", [0xd0, 0xad, 0xd2, 0xe9, 0xc1, 0xbf]]]);

function toGbk(text: string): Uint8Array {
  return Uint8Array.from(text.split(/(指标|协议量)/).flatMap((piece) => GBK.get(piece) ?? [...strToU8(piece)]));
}

async function read(html: string | Uint8Array): Promise<Sheet> {
  return (await readWorkbook(typeof html === "string" ? strToU8(html) : html, "表.xls")).sheets[0]!;
}

/** What each row shows. */
function shown(sheet: Sheet): string[][] {
  return sheet.rows().map((row) => sheet.columns(row).map((column) => sheet.cell(row, column)!.text));
}

const TABLE = "<html><body><table><tr><td rowspan=2>指标</td><td>协议量</td></tr><tr><td>148</td></tr></table></body></html>";

test.each([["UTF-8", strToU8(TABLE)], ["GBK", toGbk(TABLE)], ["GBK that says so", toGbk(TABLE.replace("<body>", "<meta charset=gb2312><body>"))]])("reads a table named .xls in %s", async (_, bytes) => {
  const sheet = await read(bytes);
  expect(shown(sheet)).toEqual([["指标", "协议量"], ["148"]]);
  expect(sheet.cell(2, 2)!.value).toBe(148);
  expect(sheet.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 1 }]);
});

test.each<[string, string | number, string]>([
  ["48.00%", 0.48, "48.00%"], ["35.3%", 0.353, "35.3%"], ["58%", 0.58, "58%"], ["-12", -12, "-12"], ["1,234", 1234, "1,234"], ["1,234.50", 1234.5, "1,234.50"],
  ["12.50", 12.5, "12.50"], ["0.5", 0.5, "0.5"], ["007", 7, "007"], [" 90 ", 90, "90"], ["90个", "90个", "90个"], ["/", "/", "/"], ["——", "——", "——"],
  ["2024.9.10", "2024.9.10", "2024.9.10"], ["3-1", "3-1", "3-1"], ["=1+1", "=1+1", "=1+1"], ["1&nbsp;2", "1\u00a02", "1\u00a02"], ["&radic;", "√", "√"], ["&#8730;", "√", "√"],
  ["<font color='>'>片区<br>1</font>", "片区\n1", "片区\n1"], ["1234567890123456789", "1234567890123456789", "1234567890123456789"]
])("%s is read as it is shown", async (html, value, text) => {
  const sheet = await read(`<table><tr><td>${html}</td></tr></table>`);
  expect(sheet.cell(1, 1)).toMatchObject({ value, text, formula: null });
});

test.each(["style='mso-number-format:\"\\@\"'", "style=\"vnd.ms-excel.numberformat:@\"", "x:str"])("a cell with %s holds a text", async (attribute) => {
  expect((await read(`<table><tr><td ${attribute}>44010</td></tr></table>`)).cell(1, 1)).toMatchObject({ value: "44010", format: "@" });
});

test("tables and the texts between them stand on one sheet, one below the other", async () => {
  const sheet = await read("<html><head><title>无</title><style>td{}</style></head><body><h2>甲社工站</h2><!-- <td>无</td> --><table><tr><th>a<th>b<tr><td>1<td>2</table><p>注：一</p><table><tr><td>3</td></tr></table></body></html>");
  expect(shown(sheet)).toEqual([["甲社工站"], ["a", "b"], ["1", "2"], ["注：一"], ["3"]]);
  expect(sheet.rows()).toEqual([1, 2, 3, 5, 6]);
});

test("a table that only lays out another is passed through", async () => {
  const sheet = await read("<table><tr><td>标题<table><tr><td>1</td><td>2</td></tr></table></td></tr></table>");
  expect(shown(sheet)).toEqual([["标题"], ["1", "2"]]);
});

test("merged cells push those behind and below them aside", async () => {
  const sheet = await read("<table><tr><td rowspan=2 colspan=2>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr></table>");
  expect(sheet.merges.map(rectName)).toEqual(["A1:B2"]);
  expect([sheet.cell(1, 3)!.value, sheet.cell(2, 3)!.value, sheet.cell(3, 1)!.value]).toEqual(["b", "c", "d"]);
});

test("a page of nothing but merged cells is refused, and one without ends is read in no time", async () => {
  const start = performance.now();
  await expect(read(`<table>${"<tr><td colspan=16384 rowspan=9>".repeat(50_000)}`)).rejects.toMatchObject({ code: "too-large" });
  await expect(read(`<table><tr><td rowspan=1048576 colspan=16000>${"<tr><td>".repeat(200_000)}`)).rejects.toMatchObject({ code: "too-large" });
  await read(`<table><tr><td>1${"<a ".repeat(300_000)}`);
  await read(`<table><tr><td>1${"<a \"".repeat(300_000)}`);
  expect(performance.now() - start).toBeLessThan(20_000);
});
