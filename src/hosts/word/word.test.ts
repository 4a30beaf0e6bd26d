import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { tableCell, paragraph, type WrittenDocument } from "../../workbook";
import { readDocument } from "../document";
import { newDocument } from "./index";

const DOCUMENT: WrittenDocument = {
  title: "甲站 & 乙站", language: "zh", foot: ["第 ", " 页，共 ", " 页"],
  blocks: [
    paragraph("title", "整改<清单>"),
    { kind: "table", widths: [20, 30], head: ["一", "二"], rows: [[tableCell("甲\n乙", "center", true), tableCell("=1+1\u0001")]], leastHeight: 12 },
    paragraph("signature", "完")
  ]
};

const partsOf = (bytes: Uint8Array) => new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, new TextDecoder().decode(content)]));

test("every part is well-formed, and each that is named is there", () => {
  const parts = partsOf(newDocument(DOCUMENT));
  for (const xml of parts.values()) new SaxesParser({ xmlns: true }).write(xml).close();
  const named = [...parts.get("[Content_Types].xml")!.matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name!);
  expect(named.filter((name) => !parts.has(name))).toEqual([]);
  const targets = [...parts.get("word/_rels/document.xml.rels")!.matchAll(/Target="([^"]+)"/g)].map(([, name]) => `word/${name}`);
  expect(targets.filter((name) => !parts.has(name))).toEqual([]);
});

test("texts stay texts, without what XML has no place for; a line of a cell is a paragraph of its own", () => {
  const body = partsOf(newDocument(DOCUMENT)).get("word/document.xml")!;
  expect([...body.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text)).toEqual(["整改&lt;清单&gt;", "一", "二", "甲", "乙", "=1+1", "完"]);
});

test("the heads are repeated, rows are not parted, widths are those asked for", () => {
  const body = partsOf(newDocument(DOCUMENT)).get("word/document.xml")!;
  expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(2);
  expect([...body.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))).toEqual([1134, 1701]);
});

test("a cell over several columns is as wide as they are", () => {
  const blocks = [{ kind: "table", widths: [20, 30, 10], head: ["一", "二", "三"], rows: [[tableCell("甲"), { ...tableCell("乙"), span: 2 }]] } as const];
  const body = partsOf(newDocument({ ...DOCUMENT, blocks })).get("word/document.xml")!;
  expect(body).toContain('<w:tcW w:w="2268" w:type="dxa"/><w:gridSpan w:val="2"/>');
});

test("the same document gives the same bytes", () => {
  expect(newDocument(DOCUMENT)).toEqual(newDocument(DOCUMENT));
});

test("every style that is used is there", () => {
  const parts = partsOf(newDocument(DOCUMENT));
  const used = new Set([...`${parts.get("word/document.xml")!}${parts.get("word/footer1.xml")!}`.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map(([, id]) => id));
  const there = new Set([...parts.get("word/styles.xml")!.matchAll(/w:styleId="([^"]+)"/g)].map(([, id]) => id));
  expect([...used].filter((id) => !there.has(id))).toEqual([]);
});

test("what is written is read again: paragraphs, and the table with its cells", () => {
  const { paragraphs, tables, workbook } = readDocument(newDocument(DOCUMENT));
  expect(paragraphs.map(({ text }) => text)).toEqual(expect.arrayContaining(["整改<清单>", "完"]));
  expect(tables).toHaveLength(1);
  const { sheet, top } = tables[0]!;
  const cell = (row: number, column: number) => workbook.sheets.find(({ name }) => name === sheet)!.cell(top + row, column)?.text;
  expect([cell(0, 1), cell(0, 2), cell(1, 1), cell(1, 2)]).toEqual(["一", "二", "甲\n乙", "=1+1"]);
});
