import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { readDocument, withComments } from "../../src/hosts/document";
import type { TextDocument } from "../../src/workbook";
import { convertedByOffice, OFFICE_TIMEOUT } from "./through-office";

const NAMES = ["baihedong", "zhongcun"];
const samples = new Map(NAMES.map((name) => [name, new Uint8Array(readFileSync(join(__dirname, "..", "..", "samples", "reports", `${name}.docx`)))]));

const texts = ({ paragraphs }: TextDocument): string[] => paragraphs.map(({ text }) => text).filter((text) => text.trim() !== "");
const cells = ({ workbook }: TextDocument) => workbook.sheets.map((sheet) => [sheet.name, sheet.merges.length, [...sheet.cells].map(([key, { text }]) => [key, text])]);

test("a report that LibreOffice has written reads as the one it was made from", async () => {
  const written = await convertedByOffice(await convertedByOffice(samples, "docx", "odt"), "odt", "docx", "docx:MS Word 2007 XML");
  for (const [name, bytes] of samples) {
    const [before, after] = [readDocument(bytes), readDocument(written.get(name)!)];
    expect(texts(after)).toEqual(texts(before));
    expect(cells(after)).toEqual(cells(before));
    expect(after.tables.map((table) => ({ ...table, after: 0 }))).toEqual(before.tables.map((table) => ({ ...table, after: 0 })));
  }
}, OFFICE_TIMEOUT);

test("LibreOffice finds every remark of a copy at its words, and the text unchanged", async () => {
  const copies = new Map([...samples].map(([name, bytes]) => {
    const { paragraphs } = readDocument(bytes);
    const comments = paragraphs.flatMap(({ text, aside }, paragraph) => (aside === null && text.length > 20 && paragraph % 4 === 0 ? [{ paragraph, start: 3, end: 9, text: `问：${paragraph}` }] : []));
    return [name, { comments, copy: withComments(bytes, comments, { author: "社工站核表", date: new Date() }), paragraphs }] as const;
  }));
  const opened = await convertedByOffice(new Map([...copies].map(([name, { copy }]) => [name, copy])), "docx", "odt");
  for (const [name, { comments, paragraphs }] of copies) {
    const content = strFromU8(unzipSync(opened.get(name)!)["content.xml"]!);
    // What each remark is about stands between its two marks.
    const marked = [...content.matchAll(/<office:annotation [^>]*office:name="([^"]*)"[\s\S]*?<\/office:annotation>([\s\S]*?)<office:annotation-end office:name="\1"\/>/g)].map(([, , between]) => between!.replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count) => " ".repeat(Number(count ?? 1))).replace(/<[^>]+>/g, ""));
    expect(marked).toEqual(comments.map(({ paragraph, start, end }) => paragraphs[paragraph]!.text.slice(start, end)));
  }
}, OFFICE_TIMEOUT);
