import { readFileSync } from "node:fs";
import { planOf, type Cell, type SheetDescription, type Workbook, type WrittenCell } from "../../../workbook";
import { editWorkbook, hasMarkedSheet, readWorkbook } from "../index";
import { FileHost } from "../../../../test/support/file-host";
import { makePackage, makeParts, partText, relationships, STYLES, zipParts, type PackageSource } from "../testing/make-package";
import { openZip } from "../package/zip";

const MARKER = "hebiao-summary";

function described(rows: readonly (readonly (WrittenCell | null)[])[], more: Partial<SheetDescription> = {}): SheetDescription {
  return { name: "核查汇总", rows, columnWidths: [10, 20], merges: [], frozenRows: 0, marker: MARKER, ...more };
}

const SMALL = described([[{ value: "核查汇总", style: "title" }], [{ value: 1, style: "number" }, { value: 0.5, formula: "=A2/2", style: "percent" }]]);
const PLAIN: PackageSource = { strings: "<si><t>a</t></si>", sheets: [{ data: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><f>1/2</f><v>0.5</v></c></row>' }] };

const write = async (bytes: Uint8Array, sheet = SMALL) => (await editWorkbook(bytes, { sheets: [planOf(sheet)] })).bytes;
const contents = (workbook: Workbook) => workbook.sheets.map((sheet) =>
  [sheet.name, [...sheet.cells].map(([key, { value, formula, text, format }]: [number, Cell]) => [key, value, formula, text, format])]);

/** The parts whose compressed bytes differ, appeared or vanished. */
function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [before, after].map((bytes) => new Map(openZip(bytes).entries.map((entry) => [entry.name, Buffer.from(entry.compressed).toString("latin1")])));
  return [...new Set([...a!.keys(), ...b!.keys()])].filter((name) => a!.get(name) !== b!.get(name)).sort();
}

test.each(["lianhe", "baihedong"])("%s keeps every cell, and every untouched part its compressed bytes", async (name) => {
  const before = new Uint8Array(readFileSync(`samples/${name}.xlsx`));
  const after = await write(before);
  expect(changedParts(before, after)).toEqual(["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet4.xml"]);
  const [first, second] = [await readWorkbook(before), await readWorkbook(after)];
  expect(contents(second).slice(0, -1)).toEqual(contents(first));
  expect(second.sheets.at(-1)!.name).toBe("核查汇总");
  expect(second.names).toEqual(first.names);
  expect(second.recalculatesOnOpen).toBe(first.recalculatesOnOpen);
});

test("keeps the order and the names of the entries", async () => {
  const before = makePackage(PLAIN);
  const names = (bytes: Uint8Array) => openZip(bytes).entries.map(({ name }) => name);
  expect(names(await write(before))).toEqual([...names(before), "xl/worksheets/sheet2.xml"]);
});

test("the same input gives the same bytes", async () => {
  const before = makePackage(PLAIN);
  expect(Buffer.compare(await write(before), await write(before))).toBe(0);
});

test("writes values, formulas and formats", async () => {
  const workbook = await readWorkbook(await write(makePackage(PLAIN), described([
    [{ value: "=1+2" }, { value: "+a\tb" }, { value: "-" }, { value: "@x" }, { value: "  空格 \n换行\r " }, { value: "a\u0001_x0041_<&>\"]]>" }],
    [null, { value: true }, { value: null, style: "text" }, { value: 0.68235, style: "percent" }, { value: 1.25, format: "0.0" }, { value: NaN }],
    [{ value: 0.5, formula: '=IFERROR(IFS(A1="<b>",1),0.5)', style: "good", format: "0.0%" }, { value: "文", formula: '="文"' }, { value: null, formula: "=B9" }]
  ])));
  const sheet = workbook.sheets[1]!;
  const row = (r: number) => [1, 2, 3, 4, 5, 6].map((column) => sheet.cell(r, column)?.value);
  expect(row(1)).toEqual(["=1+2", "+a\tb", "-", "@x", "  空格 \n换行\r ", "a\u0001_x0041_<&>\"]]>"]);
  expect([...sheet.cells.values()].slice(0, 6).map(({ formula }) => formula)).toEqual([null, null, null, null, null, null]);
  expect(row(2)).toEqual([undefined, true, undefined, 0.68235, 1.25, { error: "#NUM!" }]);
  expect([sheet.cell(2, 4)!.text, sheet.cell(2, 5)!.text]).toEqual(["68.24%", "1.3"]);
  expect(sheet.cell(3, 1)).toMatchObject({ value: 0.5, formula: '=IFERROR(IFS(A1="<b>",1),0.5)', text: "50.0%" });
  expect(sheet.cell(3, 2)).toMatchObject({ value: "文", formula: '="文"' });
  expect(sheet.cell(3, 3)).toMatchObject({ value: null, formula: "=B9" });
});

test("marks newer functions as files must", async () => {
  const bytes = await write(makePackage(PLAIN), described([[{ value: 1, formula: '=IFS(SORT(A1)="IFS(",CONCAT(1),TRUE,SUM(1))' }]]));
  expect(partText(bytes, "xl/worksheets/sheet2.xml")).toContain('<f>_xlfn.IFS(_xlfn._xlws.SORT(A1)=&quot;IFS(&quot;,_xlfn.CONCAT(1),TRUE,SUM(1))</f>');
});

test("cuts text to what a cell can hold", async () => {
  const workbook = await readWorkbook(await write(makePackage(PLAIN), described([[{ value: "文".repeat(40_000) }]])));
  const value = workbook.sheets[1]!.cell(1, 1)!.value as string;
  expect(value).toHaveLength(32_767);
  expect(value.endsWith("文…")).toBe(true);
});

test("writes links, merged areas, widths, frozen rows and the page, in the schema's order", async () => {
  const bytes = await write(makePackage(PLAIN), described(
    [[{ value: "标题", style: "title" }, null], [{ value: "到", link: { sheet: "附件1 '对照' <表>", row: 9, column: 4 } }]],
    { merges: ["A1:B1"], frozenRows: 1 }
  ));
  const xml = partText(bytes, "xl/worksheets/sheet2.xml")!;
  expect(xml).toContain(`<hyperlink ref="A2" location="'附件1 ''对照'' &lt;表&gt;'!D9" display="到"/>`);
  expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(xml).toContain('<col min="2" max="2" width="20" customWidth="1"/>');
  const order = ["<sheetPr>", "<dimension", "<sheetViews>", "<sheetFormatPr", "<cols>", "<sheetData>", "<mergeCells", "<hyperlinks>", "<pageMargins", "<pageSetup", "<headerFooter>"];
  expect(order.map((tag) => xml.indexOf(tag))).toEqual(order.map((tag) => xml.indexOf(tag)).sort((a, b) => a - b));
  expect(xml.indexOf("<sheetPr>")).toBeGreaterThan(0);
  expect(xml).toMatch(/<pageSetup[^>]*orientation="landscape"[^>]*fitToWidth="1" fitToHeight="0"/);
  expect((await readWorkbook(bytes)).sheets[1]!.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 2 }]);
});

test("replaces its own sheet in place, and the file does not grow", async () => {
  const once = await write(makePackage(PLAIN));
  expect(await hasMarkedSheet(once, MARKER, "核查汇总")).toBe(true);
  expect(await hasMarkedSheet(once, "other", "核查汇总")).toBe(false);
  expect(await hasMarkedSheet(makePackage(PLAIN), MARKER, "核查汇总")).toBe(false);
  const twice = await write(once, described([[{ value: "新", style: "title" }]]));
  expect(changedParts(once, twice)).toEqual(["xl/worksheets/sheet2.xml"]);
  const workbook = await readWorkbook(twice);
  expect(workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1", "核查汇总"]);
  expect(workbook.sheets[1]!.cell(1, 1)!.value).toBe("新");
  expect(workbook.sheets[1]!.cells.size).toBe(1);
});

test("knows its own sheet after it was renamed and moved, as Excel stores it", async () => {
  const parts = makeParts({
    sheets: [{ name: "我的汇总", data: '<row><c r="A1"><v>1</v></c></row>' }, { name: "数据" }],
    workbookAfter: `<definedNames><definedName name="_hebiao_marker" localSheetId="0" hidden="1">"${MARKER}"</definedName></definedNames>`,
    workbookRelationships: '<Relationship Id="rId80" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/>',
    contentTypes: '<Override PartName="/xl/calcChain.xml" ContentType="x"/>',
    extra: { "xl/calcChain.xml": "<calcChain/>", "xl/worksheets/_rels/sheet1.xml.rels": relationships("") }
  });
  const after = await write(zipParts(parts));
  const workbook = await readWorkbook(after);
  expect(workbook.sheets.map(({ name }) => name)).toEqual(["我的汇总", "数据"]);
  expect(workbook.sheets[0]!.cell(1, 1)!.value).toBe("核查汇总");
  // A chain that lists formulas of the former sheet would make Excel offer a repair.
  expect(partText(after, "xl/calcChain.xml")).toBeUndefined();
  expect(partText(after, "[Content_Types].xml")).not.toContain("calcChain");
  expect(partText(after, "xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
});

test("leaves a foreign sheet of the same name alone", async () => {
  const long = "核".repeat(31);
  const workbook = await readWorkbook(await write(makePackage({ sheets: [{ name: "核查汇总" }, { name: "核查汇总 (2)" }] })));
  expect(workbook.sheets.map(({ name }) => name)).toEqual(["核查汇总", "核查汇总 (2)", "核查汇总 (3)"]);
  const clipped = await readWorkbook(await write(makePackage({ sheets: [{ name: long }] }), { ...SMALL, name: `${long}[x]` }));
  expect(clipped.sheets[1]!.name).toBe(`${"核".repeat(27)} (2)`);
});

test("counts chart sheets when it marks its own, and does not touch the calculation chain", async () => {
  const before = makePackage({
    sheets: [{}, { name: "图", type: "chartsheet" }],
    workbookAfter: '<definedNames><definedName name="甲">1</definedName></definedNames><calcPr/>',
    workbookRelationships: '<Relationship Id="rId80" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/>',
    extra: { "xl/calcChain.xml": "<calcChain/>" }
  });
  const after = await write(before);
  expect(partText(after, "xl/workbook.xml")).toContain('<definedName name="_hebiao_marker" localSheetId="2" hidden="1">&quot;hebiao-summary&quot;</definedName></definedNames><calcPr/>');
  expect(changedParts(before, after)).not.toContain("xl/calcChain.xml");
  expect((await readWorkbook(after)).names.map(({ name }) => name)).toEqual(["甲"]);
});

test.each([["strict", { strict: true }], ["prefixed", { prefix: "x" }], ["strict and prefixed", { prefix: "x", strict: true }]])("writes into %s packages in their own dialect", async (_, options) => {
  const prefix = "prefix" in options ? "x:" : "";
  const tag = (text: string) => text.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`);
  const styles = tag('<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="1"><xf/></cellXfs>');
  const after = await write(makePackage({ ...options, styles, sheets: [{ data: tag("<row><c><v>1</v></c></row>") }] }));
  const workbook = await readWorkbook(after);
  expect(workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1", "核查汇总"]);
  expect(workbook.sheets[1]!.cell(2, 2)!.text).toBe("50.00%");
  const strict = "strict" in options;
  expect(partText(after, "xl/_rels/workbook.xml.rels")!.includes('purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="worksheets/sheet2.xml"')).toBe(strict);
  expect(partText(after, "xl/worksheets/sheet2.xml")!.includes("purl.oclc.org")).toBe(strict);
  if (prefix) expect(partText(after, "xl/styles.xml")).not.toMatch(/<(?:font|xf|fill|border|alignment)\b/);
  expect(partText(after, "xl/styles.xml")).toMatch(/fonts count="[2-9]"/);
});

test("makes a style part when there is none, and lists that are missing", async () => {
  const without = await readWorkbook(await write(makePackage({ styles: null, sheets: [{}] })));
  expect(without.sheets[1]!.cell(2, 2)!.text).toBe("50.00%");
  const bare = await write(makePackage({ styles: '<cellXfs><xf numFmtId="0"/></cellXfs><dxfs count="0"/>', sheets: [{ data: '<row><c r="A1" s="0"><v>1</v></c></row>' }] }), described([[{ value: 1, format: "0.0000", style: "number" }]]));
  const xml = partText(bare, "xl/styles.xml")!;
  const order = ["<numFmts", "<fonts", "<fills", "<borders", "<cellXfs", "<dxfs"].map((tag) => xml.indexOf(tag));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order.every((at) => at > 0)).toBe(true);
  expect(xml).toContain('<numFmt numFmtId="164" formatCode="0.0000"/>');
  const workbook = await readWorkbook(bare);
  expect([workbook.sheets[0]!.cell(1, 1)!.text, workbook.sheets[1]!.cell(1, 1)!.text]).toEqual(["1", "1.0000"]);
});

test("takes a free number for its format, and one that is there already", async () => {
  const styles = '<numFmts count="1"><numFmt numFmtId="180" formatCode="0.000"/></numFmts><fonts count="1"><font/></fonts><fills count="2"><fill/><fill/></fills><borders count="1"><border/></borders><cellXfs count="1"><xf/></cellXfs>';
  const xml = partText(await write(makePackage({ styles, sheets: [{}] }), described([[{ value: 1, format: "0.000" }, { value: 1, format: "0.0" }]])), "xl/styles.xml")!;
  expect(xml).toContain('<numFmts count="2"><numFmt numFmtId="180" formatCode="0.000"/><numFmt numFmtId="181" formatCode="0.0"/></numFmts>');
});

test("settings go in, change, stay with the sheet, and go out again", async () => {
  const host = new FileHost(makePackage(PLAIN), "a.xlsx");
  const original = host.bytes();
  const xml = '<settings xmlns="urn:hebiao:settings"><a>设</a></settings>';
  await host.writeSettings(xml);
  expect((await host.read()).settingsXml).toContain(xml);
  expect(changedParts(original, host.bytes())).toEqual([
    "[Content_Types].xml", "customXml/_rels/item1.xml.rels", "customXml/item1.xml", "customXml/itemProps1.xml", "xl/_rels/workbook.xml.rels"
  ]);
  expect(partText(host.bytes(), "xl/_rels/workbook.xml.rels")).toContain('relationships/customXml" Target="../customXml/item1.xml"');
  const first = host.bytes();
  await host.writeSettings(xml.replace("设", "改"));
  expect(changedParts(first, host.bytes())).toEqual(["customXml/item1.xml"]);
  await host.writeSheet(planOf(SMALL));
  expect((await host.read()).settingsXml).toContain("改");
  await host.writeSettings(null);
  expect((await host.read()).settingsXml).toBeNull();
  expect(openZip(host.bytes()).entries.some(({ name }) => name.startsWith("customXml"))).toBe(false);
  expect(partText(host.bytes(), "[Content_Types].xml")).not.toContain("customXml");
  expect(partText(host.bytes(), "xl/_rels/workbook.xml.rels")).not.toContain("customXml");
  expect((await host.read()).sheets).toHaveLength(2);
});

test("settings leave the parts of others alone, and must be of our namespace", async () => {
  const bytes = makePackage({ ...PLAIN, extra: { "customXml/item1.xml": "<other/>" } });
  const { bytes: after } = await editWorkbook(bytes, { settingsXml: '<a xmlns="urn:hebiao:settings"/>' });
  expect(partText(after, "customXml/item1.xml")).toBe("<other/>");
  expect(partText(after, "customXml/item2.xml")).toContain("urn:hebiao:settings");
  for (const settingsXml of ["<a/>", "text", '<a xmlns="urn:hebiao:settings">', '<a xmlns="urn:other"/>']) {
    await expect(editWorkbook(bytes, { settingsXml })).rejects.toMatchObject({ code: "write-failed" });
  }
  expect(changedParts(bytes, (await editWorkbook(bytes, { settingsXml: null })).bytes)).toEqual([]);
});

test("a format that several styles use is added once, and writing again changes nothing", async () => {
  const sheet = described([[{ value: 1, style: "number", format: "+0.00;-0.00" }, { value: 2, style: "good", format: "+0.00;-0.00" }]]);
  const once = await write(makePackage(PLAIN), sheet);
  expect(partText(once, "xl/styles.xml")!.match(/<numFmt /g)).toHaveLength(1);
  expect(changedParts(once, await write(once, sheet))).toEqual([]);
});

test("a text that begins like a formula is marked as a text, so that leaving the cell does not make it one", async () => {
  const bytes = await write(makePackage(PLAIN), described([["=1+1", "+1", "-1", "@x", "a=1"].map((value) => ({ value, style: "text" as const })), [{ value: -1, style: "text" }, { value: 2, formula: "=1+1", style: "text" }]]));
  const xml = partText(bytes, "xl/worksheets/sheet2.xml")!;
  const formats = [...partText(bytes, "xl/styles.xml")!.matchAll(/<xf .*?(?:\/>|<\/xf>)/gs)].map(([xf]) => xf);
  const quoted = [...xml.matchAll(/<c r="[A-E]\d" s="(\d+)"/g)].map(([, style]) => formats.slice(1)[Number(style)]!.includes('quotePrefix="1"'));
  expect(quoted).toEqual([true, true, true, true, false, false, false]);
});

test("a workbook that is full of formats gets no more: what it has stays whole", async () => {
  const many = 65_000;
  const styles = STYLES.replace(/<cellXfs.*<\/cellXfs>/, `<cellXfs count="${many}">${'<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'.repeat(many)}</cellXfs>`);
  const bytes = await write(makePackage({ ...PLAIN, styles }));
  expect(partText(bytes, "xl/styles.xml")).toContain(`<cellXfs count="${many}">`);
  expect((await readWorkbook(bytes)).sheets[1]!.cell(2, 2)).toMatchObject({ value: 0.5, formula: "=A2/2" });
});
