import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { makeDocument, paragraph, run, type DocumentSource } from "../testing/make-document";
import { readDocument, withComments, type DocumentComment } from "../index";

const OPTIONS = { author: "社工站核表", date: new Date("2026-05-04T03:02:01Z") };
const START = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`;
const END = (id: number): string => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
const at = (start: number, end: number, text = "x", of = 0): DocumentComment => ({ paragraph: of, start, end, text });
const parts = (bytes: Uint8Array): Record<string, string> => Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
const body = (bytes: Uint8Array): string => /<w:body>(.*)<\/w:body>/s.exec(parts(bytes)["word/document.xml"]!)![1]!;
const plain = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

test.each<[string, string, DocumentComment[], string]>([
  ["over a whole run, which stays as it is", '<w:r w:rsidR="1"> <w:t>共17名</w:t> </w:r>', [at(0, 4)], `${START(0)}<w:r w:rsidR="1"> <w:t>共17名</w:t> </w:r>${END(0)}`],
  ["within a run, which is split with its properties", run("共17名&lt;", "<w:b/>"), [at(1, 3)],
    `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">共</w:t></w:r>${START(0)}<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">17</w:t></w:r>${END(0)}<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">名&lt;</w:t></w:r>`],
  ["over several runs", run("共1") + run("7名") + run("。"), [at(1, 4)], `${plain("共")}${START(0)}${plain("1")}<w:r><w:t xml:space="preserve">7名</w:t></w:r>${END(0)}${run("。")}`],
  ["two beside each other", run("一二三"), [at(0, 1), at(1, 2)], `${START(0)}${plain("一")}${END(0)}${START(1)}${plain("二")}${END(1)}${plain("三")}`],
  ["two at the same place", run("一二"), [at(0, 1), at(0, 1)], `${START(0)}${START(1)}${plain("一")}${END(0)}${END(1)}${plain("二")}`],
  ["around a link, not within it", `${run("见")}<w:hyperlink r:id="a">${run("共17名")}</w:hyperlink>`, [at(2, 4)], `${run("见")}${START(0)}<w:hyperlink r:id="a">${run("共17名")}</w:hyperlink>${END(0)}`],
  ["beside a tab and behind a page break that is only remembered", "<w:r><w:lastRenderedPageBreak/><w:t>得</w:t><w:tab/><w:t>20分</w:t></w:r>", [at(0, 1), at(2, 4)],
    `${START(0)}<w:r><w:lastRenderedPageBreak/><w:t>得</w:t></w:r>${END(0)}<w:r><w:tab/></w:r>${START(1)}<w:r><w:t xml:space="preserve">20</w:t></w:r>${END(1)}<w:r><w:t xml:space="preserve">分</w:t></w:r>`]
])("a remark %s", (_, content, comments, expected) => {
  const written = withComments(makeDocument({ body: paragraph(content) }), comments, OPTIONS);
  expect(body(written)).toBe(`<w:p>${expected}</w:p>`);
});

test("a new part, its type and what leads to it; every other part as it was", () => {
  const source = makeDocument({ body: paragraph("共17名") + paragraph(run("户") + '<w:r><w:footnoteReference w:id="2"/></w:r>'), styles: "<w:style/>", footnotes: `<w:footnote w:id="2">${paragraph("其中3户")}</w:footnote>` });
  const written = withComments(source, [at(1, 3, "花名册有 14 名\n见表5!Y12"), at(0, 2, "脚注", 2), at(0, 1, "没有这一段", 9)], OPTIONS);
  const [before, after] = [parts(source), parts(written)];
  expect(after["word/comments.xml"]).toBe('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="社工站核表" w:date="2026-05-04T03:02:01Z" w:initials="社"><w:p><w:r><w:t xml:space="preserve">花名册有 14 名</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">见表5!Y12</w:t></w:r></w:p></w:comment><w:comment w:id="1" w:author="社工站核表" w:date="2026-05-04T03:02:01Z" w:initials="社"><w:p><w:r><w:t xml:space="preserve">脚注</w:t></w:r></w:p></w:comment></w:comments>');
  expect(after["[Content_Types].xml"]).toContain('<Override PartName="/word/comments.xml"');
  expect(after["word/_rels/document.xml.rels"]).toMatch(/Type="[^"]*\/comments" Target="comments.xml"/);
  // What stands in a footnote is remarked where the note is called.
  expect(body(written)).toContain(`${START(1)}<w:r><w:t xml:space="preserve">户</w:t></w:r>${END(1)}`);
  for (const name of ["_rels/.rels", "word/styles.xml", "word/footnotes.xml"]) expect(after[name]).toBe(before[name]);
  expect(readDocument(written).paragraphs).toEqual(readDocument(source).paragraphs);
});

test("the remarks that are there stay, and keep their numbers", () => {
  const source = (): DocumentSource => ({
    body: paragraph(`<w:commentRangeStart w:id="4"/>${run("旧")}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>${run("新")}`),
    parts: {
      "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
      "word/comments.xml": '<x:comments xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:comment x:id="4" x:author="评委"><x:p/></x:comment></x:comments>'
    }
  });
  const after = parts(withComments(makeDocument(source()), [at(1, 2)], OPTIONS));
  expect(after["word/comments.xml"]).toContain('<x:comment x:id="4" x:author="评委"><x:p/></x:comment><x:comment x:id="5" x:author="社工站核表"');
  expect(after["word/document.xml"]).toContain(`${START(5)}${run("新")}${END(5)}`);
  expect(Object.keys(after).filter((name) => name.includes("comments"))).toEqual(["word/comments.xml"]);
});

test("a real report with a remark at every third paragraph reads as before", () => {
  const bytes = new Uint8Array(readFileSync("samples/reports/baihedong.docx"));
  const before = readDocument(bytes);
  const comments = before.paragraphs.flatMap(({ text }, index) => (text.length > 6 && index % 3 === 0 ? [at(2, 6, "第一处", index), at(4, text.length, "第二处", index)] : []));
  const after = withComments(bytes, comments, OPTIONS);
  const read = readDocument(after);
  expect(read.paragraphs).toEqual(before.paragraphs);
  expect(read.tables).toEqual(before.tables);
  const [old, written] = [parts(bytes), parts(after)];
  for (const name of Object.keys(old)) if (!["word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"].includes(name)) expect(written[name]).toBe(old[name]);
  // Nothing but the marks and the splits was added.
  const bare = (xml: string): string => xml.replace(/<w:comment(?:RangeStart|RangeEnd)[^>]*>|<w:r><w:commentReference[^>]*><\/w:r>/g, "");
  const texts = (xml: string): string => [...bare(xml).matchAll(/<w:t[ >][^<]*/g)].map(([text]) => text.replace(/^<w:t[^>]*>/, "")).join("");
  expect(texts(written["word/document.xml"]!)).toBe(texts(old["word/document.xml"]!));
});

test("a signed document is left alone", () => {
  expect(() => withComments(makeDocument({ body: paragraph("文"), parts: { "_xmlsignatures/sig1.xml": "<a/>" } }), [at(0, 1)], OPTIONS)).toThrow(expect.objectContaining({ code: "document-signed" }) as Error);
});
