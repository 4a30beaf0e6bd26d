import { strToU8 } from "fflate";
import { documentOfText, documentOfTextFile } from "./index";

test("a line is a paragraph; lines with tabs are a table under the line before them", () => {
  const document = documentOfText("\ufeff一、概况\r\n共配备社工\t17名。\r\n\r\n附件1\n内容\t协议量\t完成量\n电访\t4,000\t57.30%\n\"两\n行\"\t1\t2\n完");
  expect(document.paragraphs.map(({ text }) => text)).toEqual(["一、概况", "共配备社工\t17名。", "", "附件1", "完"]);
  expect(document.tables).toEqual([{ name: "表1", sheet: "表1", top: 2, bottom: 4, after: 3 }]);
  expect([...document.workbook.sheets[0]!.cells.values()].map(({ value }) => value)).toEqual(["附件1", "内容", "协议量", "完成量", "电访", 4000, 0.573, "两\n行", 1, 2]);
});

test.each<[string, number[]]>([
  ["UTF-8", [...strToU8("社工")]], ["UTF-8 with a mark", [0xef, 0xbb, 0xbf, ...strToU8("社工")]],
  ["GB 18030", [0xc9, 0xe7, 0xb9, 0xa4]], ["UTF-16", [0xff, 0xfe, 0x3e, 0x79, 0xe5, 0x5d]]
])("reads %s", (_, bytes) => {
  expect(documentOfTextFile(Uint8Array.from(bytes)).paragraphs).toEqual([{ text: "社工", level: null, aside: null }]);
});

test("refuses what is no text", () => {
  expect(() => documentOfTextFile(Uint8Array.from([0, 1, 2, 3]))).toThrow(expect.objectContaining({ code: "document-none" }) as Error);
});
