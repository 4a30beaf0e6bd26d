import { strToU8, zipSync } from "fflate";
import { cellName, keyToRowColumn, placeInDocument, rectName, WorkbookError, type TextDocument } from "../../workbook";
import { makePackage } from "../file/testing/make-package";
import { readDocument } from "./index";
import { cell, documentParts, makeDocument, paragraph, row, run, table, type DocumentSource } from "./testing/make-document";

const read = (source: DocumentSource | string): TextDocument => readDocument(makeDocument(typeof source === "string" ? { body: source } : source));
const texts = (source: DocumentSource | string): string[] => read(source).paragraphs.map(({ text }) => text);
const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
/** The cells of a document's tables by the names that the document gives them. */
const cells = (document: TextDocument): Record<string, unknown> => Object.fromEntries(document.workbook.sheets.flatMap((sheet) => [...sheet.cells].flatMap(([key, { value }]) => {
  const { row: at, column } = keyToRowColumn(key);
  const place = placeInDocument(document, sheet.name, at);
  return document.tables.some((each) => each.sheet === sheet.name && at >= each.top && at <= each.bottom) ? [[`${place.sheet}!${cellName(place.row, column)}`, value]] : [];
})));

test.each<[string, string, string]>([
  ["runs that cut a number", paragraph(run("实到 21") + run("0", "<w:b/>") + run("人次")), "实到 210人次"],
  ["tabs, breaks and hyphens", paragraph("<w:r><w:t>得分</w:t><w:tab/><w:t>20</w:t><w:br/><w:t>2024</w:t><w:noBreakHyphen/><w:t>10</w:t><w:softHyphen/></w:r>"), "得分\t20\n2024-10"],
  ["blanks at the ends only where they are preserved", paragraph('<w:r><w:t> 甲 </w:t></w:r><w:r><w:t xml:space="preserve"> 乙 </w:t></w:r>'), "甲 乙 "],
  ["entities and CDATA", paragraph("<w:r><w:t>1&lt;2&amp;&#x4e2d;<![CDATA[<>]]><!-- no --></w:t></w:r>"), "1<2&中<>"],
  ["a field by its result", paragraph(run("共") + field(" =SUM(ABOVE) \\# 0 ", "12") + run("个")), "共12个"],
  ["a field within a field's code", paragraph(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>${field("REF a", "藏")}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("是")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`), "是"],
  ["a simple field", paragraph(`<w:fldSimple w:instr="PAGE">${run("3")}</w:fldSimple>`), "3"],
  ["wrappers", paragraph(`<w:hyperlink r:id="x">${run("一")}</w:hyperlink><w:smartTag>${run("二")}</w:smartTag><w:sdt><w:sdtPr/><w:sdtContent>${run("三")}</w:sdtContent></w:sdt><w:bookmarkStart/>`), "一二三"],
  ["tracked changes as shown", paragraph(`<w:ins>${run("80")}</w:ins><w:del><w:r><w:delText>70</w:delText></w:r></w:del><w:moveFrom>${run("旧")}</w:moveFrom><w:moveTo>${run("名")}</w:moveTo>`), "80名"],
  ["hidden text left out", paragraph(run("见") + run("暗", "<w:vanish/>") + run("明", '<w:vanish w:val="0"/>')), "见明"],
  ["symbols", paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + run("\uf0fc", '<w:rFonts w:ascii="Wingdings"/>')), "✓≥✓"],
  ["of ruby the base", paragraph(`<w:r><w:ruby><w:rt>${run("hé")}</w:rt><w:rubyBase>${run("核")}</w:rubyBase></w:ruby></w:r>`), "核"],
  ["numbering is no text", paragraph(run("完成"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'), "完成"],
  ["a formula", paragraph("<m:oMath><m:r><m:t>14÷20</m:t></m:r></m:oMath>"), "14÷20"]
])("reads %s", (_, body, text) => {
  expect(texts(body)).toEqual([text]);
});

test("a paragraph keeps its number: in content controls, when empty, when the mark before it was deleted", () => {
  const deleted = "<w:rPr><w:del/></w:rPr>";
  expect(texts(`<w:sdt><w:sdtContent>${paragraph("目录")}</w:sdtContent></w:sdt><w:p/>${table(row("1"))}${paragraph("共计", deleted)}${paragraph("5名")}${paragraph("完")}`))
    .toEqual(["目录", "", "共计5名", "", "完"]);
  expect(texts(paragraph(`<w:del><w:r><w:delText>全删</w:delText></w:r></w:del>`, deleted) + paragraph("留下"))).toEqual(["", "留下"]);
});

test("headings by their own level, by the style's or by what it is based on", () => {
  const styles = '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="一级"/><w:basedOn w:val="1"/></w:style><w:style w:type="paragraph" w:styleId="22"><w:name w:val="heading 2"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="圈"/><w:basedOn w:val="y"/></w:style><w:style w:type="paragraph" w:styleId="y"><w:name w:val="圈"/><w:basedOn w:val="x"/></w:style>';
  const styled = (id: string): string => paragraph("题", `<w:pStyle w:val="${id}"/>`);
  const { paragraphs } = read({ styles, body: styled("1") + styled("a") + styled("22") + styled("x") + paragraph("题", '<w:outlineLvl w:val="2"/>') + paragraph("题", '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>') });
  expect(paragraphs.map(({ level }) => level)).toEqual([1, 1, 2, null, 3, null]);
});

test("notes and text boxes stand behind the body, each once", () => {
  const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
  const document = read({
    body: paragraph("首") + paragraph(run("建档") + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>' + box("框") + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box("框") + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>") + paragraph('<w:r><w:endnoteReference w:id="1"/></w:r>'),
    footnotes: `<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">${paragraph("<w:r><w:footnoteRef/></w:r>" + run("其中 3 户"))}</w:footnote>`,
    endnotes: `<w:endnote w:id="1">${paragraph("尾")}</w:endnote>`
  });
  expect(document.paragraphs.map(({ text, aside }) => [text, aside])).toEqual([
    ["首", null], ["建档", null], ["", null], ["框", { kind: "box", of: 1 }], ["其中 3 户", { kind: "footnote", of: 1 }], ["尾", { kind: "endnote", of: 2 }]
  ]);
});

test("what stands in headers is said, a page number is not", () => {
  expect(read({ body: paragraph("文"), header: paragraph("某某街社工站评估报告") }).unread).toEqual(["header"]);
  expect(read({ body: paragraph("文"), header: paragraph("第 3 页 共 12 页") }).unread).toEqual([]);
});

test("a cell holds what the text would be when typed", () => {
  const document = read(table(row("57.30%", "1,486", "√", "90个"), row("６８．２４％", "57.3 %", "", "一\u3000二"), row("0.5", "①", "2024.9.10", cell(paragraph("合") + paragraph("计")))));
  expect(cells(document)).toEqual({
    "表1!A1": 0.573, "表1!B1": 1486, "表1!C1": "√", "表1!D1": "90个", "表1!A2": 0.6824, "表1!B2": 0.573, "表1!D2": "一\u3000二",
    "表1!A3": 0.5, "表1!B3": "①", "表1!C3": "2024.9.10", "表1!D3": "合\n计"
  });
  expect(document.workbook.sheets[0]!.cell(1, 1)).toMatchObject({ text: "57.30%", format: "0.00%", formula: null });
});

test("merged cells, indented rows, cells merged the old way, deleted rows", () => {
  const across = (count: number): string => `<w:gridSpan w:val="${count}"/>`;
  const document = read(table(
    row(cell("片区", '<w:vMerge w:val="restart"/>'), cell("电访", across(2)), cell("备注", `${across(2)}<w:vMerge w:val="restart"/>`)),
    row(cell("", "<w:vMerge/>"), "协议", "完成", cell("不见", `${across(2)}<w:vMerge/>`)),
    `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell("3")}${cell("左", '<w:hMerge w:val="restart"/>')}${cell("", '<w:hMerge w:val="continue"/>')}${cell("右")}</w:tr>`,
    `<w:tr><w:trPr><w:del/></w:trPr>${cell("删")}</w:tr>`,
    row(cell("没有起头", "<w:vMerge/>"))
  ));
  expect(document.workbook.sheets[0]!.merges.map(rectName).sort()).toEqual(["A1:A2", "B1:C1", "C3:D3", "D1:E2"]);
  expect(cells(document)).toEqual({
    "表1!A1": "片区", "表1!B1": "电访", "表1!D1": "备注", "表1!B2": "协议", "表1!C2": "完成", "表1!B3": 3, "表1!C3": "左", "表1!E3": "右", "表1!A4": "没有起头"
  });
});

test("a table within a table is one of its own, named after the outer", () => {
  const document = read(paragraph("前") + table(row(cell(paragraph("外") + table(row("内")) + paragraph("")))) + table(row("后")));
  expect(document.tables.map(({ name, after }) => [name, after])).toEqual([["表1", 0], ["表2", 0], ["表1-1", 0]]);
  expect(cells(document)).toEqual({ "表1!A1": "外", "表1-1!A1": "内", "表2!A1": "后" });
});

test("the lines over a table are its title; prose is none", () => {
  const title = "某街社工站指标完成情况统计表（2024年9月10日至2025年2月28日）";
  const document = read(paragraph("社工站完成了各项指标。") + paragraph("附件1-1") + paragraph(title) + table(row("1", "2"), row("3", "4")) + paragraph("备注：“/”表示无指标") + paragraph("二、其他"));
  const [sheet] = document.workbook.sheets;
  expect(sheet!.texts().map(({ value }) => value)).toEqual(["附件1-1", title, "备注：“/”表示无指标"]);
  expect(document.tables).toEqual([{ name: "表1", sheet: "表1", top: 3, bottom: 4, after: 2 }]);
});

test("a table that goes on with the next page is one, and its cells keep the names of both", () => {
  const heads = row("序号", "姓名", "小计");
  const document = read(paragraph("附件2") + table(heads, row("1", "甲", "6")) + paragraph("<w:r><w:br w:type=\"page\"/></w:r>") + paragraph("附件2") + table(heads, row("2", "乙", "5")) + table(row("项目", "数", "分")));
  expect(document.tables).toEqual([
    { name: "表1", sheet: "表1", top: 2, bottom: 3, after: 0 }, { name: "表2", sheet: "表1", top: 5, bottom: 6, after: 2 }, { name: "表3", sheet: "表3", top: 1, bottom: 1, after: 2 }
  ]);
  expect(cells(document)).toMatchObject({ "表1!B2": "甲", "表2!B2": "乙", "表3!A1": "项目" });
});

test.each<[string, Uint8Array, string]>([
  ["an empty file", new Uint8Array(), "empty"],
  ["a workbook", makePackage({ sheets: [{ data: "" }] }), "document-none"],
  ["another zip", zipSync({ "a.txt": strToU8("a") }), "document-none"],
  ["an .odt", zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.text"), "content.xml": strToU8("<a/>") }), "document-other"],
  ["a .doc", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]), "document-old"],
  ["a document with a password", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Array<number>(600).fill(0), ...[..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]), ...new Array<number>(200).fill(0)]), "document-encrypted"],
  ["a PDF", strToU8("%PDF-1.7\n%âãÏÓ"), "document-pdf"],
  ["rich text", strToU8("{\\rtf1\\ansi"), "document-other"],
  ["text", strToU8("共计5名"), "document-none"],
  ["a cut package", makeDocument({ body: paragraph("文") }).subarray(0, 400), "document-corrupt"],
  ["a part that is cut", makeDocument({ body: "", parts: { "word/document.xml": "<w:document xmlns:w='x'><w:body><w:p>" } }), "document-corrupt"],
  ["a document type", makeDocument({ body: "", parts: { "word/document.xml": "<!DOCTYPE a><w:document xmlns:w='x'><w:body/></w:document>" } }), "document-corrupt"]
])("refuses %s", (_, bytes, code) => {
  expect(() => readDocument(bytes)).toThrow(expect.objectContaining({ code }) as Error);
});

test("odd packages are read or refused with a sentence, never with anything else", () => {
  const whole = makeDocument({ body: paragraph(run("建档") + field("REF", "1")) + table(row("1", cell("2", '<w:gridSpan w:val="-4"/>')), row(cell("3", '<w:gridSpan w:val="99999999"/>'), "4")), styles: "<w:style/>", footnotes: "<w:footnote/>" });
  const attempts = [whole, ...Array.from({ length: whole.length - 1 }, (_, at) => whole.subarray(0, at + 1)).filter((_, at) => at % 97 === 0)];
  const { "word/document.xml": text, ...others } = documentParts({ body: paragraph(field("REF", "1")) + table(row(cell("1", '<w:vMerge w:val="restart"/>'))) });
  for (let at = 0; at < text!.length; at += 7) {
    for (const changed of [text!.slice(0, at) + text!.slice(at + 5), text!.slice(0, at) + "<w:tc>" + text!.slice(at), text!.replace(/<\/w:p>|<\/w:tr>/, "")]) {
      attempts.push(zipSync(Object.fromEntries(Object.entries({ ...others, "word/document.xml": changed }).map(([name, each]) => [name, strToU8(each)]))));
    }
  }
  for (const bytes of attempts) {
    try {
      readDocument(bytes);
    } catch (error) {
      expect(error).toBeInstanceOf(WorkbookError);
    }
  }
});

test("a package that inflates to too much is stopped", () => {
  const body = "<w:p/>".repeat(2_100_000);
  expect(() => read(body)).toThrow(expect.objectContaining({ code: "document-too-large" }) as Error);
}, 60_000);

test("strict names, other prefixes, backslashes in part names", () => {
  const parts = documentParts({ body: paragraph("文") });
  const changed = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name.replace("word/document.xml", "word\\document.xml"),
    strToU8(text.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(/w:/g, "ns0:"))]));
  expect(readDocument(zipSync(changed)).paragraphs.map(({ text }) => text)).toEqual(["文"]);
});
