import { readFileSync } from "node:fs";
import { cellKey, parseCellName, type Cell, type Workbook } from "../../../workbook";
import { readWorkbook } from "../index";
import { makePackage, makeParts, relationships, zipParts, type PackageSource, type SheetSource } from "../testing/make-package";

const at = (workbook: Workbook, name: string, sheet = 0): Cell | undefined => {
  const { row, column } = parseCellName(name)!;
  return workbook.sheets[sheet]!.cell(row, column);
};
const read = (source: PackageSource) => readWorkbook(makePackage(source));
const row = (cells: string, r = 1) => `<row r="${r}">${cells}</row>`;

test.each([["lianhe", 3], ["baihedong", 3]])("reads the sample %s", async (name, sheets) => {
  const workbook = await readWorkbook(new Uint8Array(readFileSync(`samples/${name}.xlsx`)), `${name}.xlsx`);
  expect(workbook.sheets).toHaveLength(sheets);
  for (const sheet of workbook.sheets) {
    for (const cell of sheet.cells.values()) {
      expect(cell.value).not.toBeNull();
      if (cell.formula) expect(cell.formula).toMatch(/^=[^=]/);
      expect(cell.text).not.toBe("");
    }
  }
});

test("reads every kind of value", async () => {
  const workbook = await read({
    strings: '<si><t>甲</t></si><si><r><t xml:space="preserve">富 </t></r><r><rPr><b/></rPr><t>文本</t></r><rPh sb="0" eb="1"><t>fu</t></rPh><phoneticPr fontId="1"/></si>',
    sheets: [{
      data: row('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>内</t><rPh sb="0" eb="1"><t>nei</t></rPh></is></c>' +
        '<c r="D1" t="str"><f>"a"&amp;"b"</f><v>a_x000D_b_x005F_x0041_</v></c><c r="E1" t="b"><v>1</v></c><c r="F1" t="e"><v>#DIV/0!</v></c>' +
        '<c r="G1" t="n"><v>-1.5E-3</v></c><c r="H1" t="d" s="1"><v>2024-09-10</v></c><c r="I1"><f>1+1</f></c><c r="J1" s="1"/><c r="K1" t="e"><v>#NEW!</v></c>' +
        '<c r="L1"><v></v></c><c r="M1" t="inlineStr"><is><r><t>两</t></r><r><t>段</t></r></is></c>')
    }]
  });
  expect("ABCDEFGHIJKLM".split("").map((letter) => at(workbook, `${letter}1`)?.value)).toEqual([
    "甲", "富 文本", "内", "a\rb_x0041_", true, { error: "#DIV/0!" }, -0.0015, 45545, null, undefined, { error: "#VALUE!" }, undefined, "两段"
  ]);
  expect(at(workbook, "D1")!.formula).toBe('="a"&"b"');
  expect(at(workbook, "I1")).toMatchObject({ formula: "=1+1", value: null, text: "" });
  expect(at(workbook, "E1")!.text).toBe("TRUE");
  expect(at(workbook, "F1")!.text).toBe("#DIV/0!");
  expect(workbook.sheets[0]!.used).toEqual({ top: 1, left: 1, bottom: 1, right: 13 });
});

test("truth values as other programs write them", async () => {
  const cells = ["1", "0", "true", "TRUE", "false", " True "].map((text, i) => `<c r="${"ABCDEF"[i]}1" t="b"><v>${text}</v></c>`).join("");
  const workbook = await readWorkbook(makePackage({ sheets: [{ data: row(cells) }] }));
  expect([1, 2, 3, 4, 5, 6].map((column) => workbook.sheets[0]!.cell(1, column)!.value)).toEqual([true, false, true, true, false, true]);
});

test("a formula that is written with its sign of equality is the same formula", async () => {
  const workbook = await readWorkbook(makePackage({ sheets: [{ data: row('<c r="A1"><f>=B1*2</f><v>0</v></c><c r="C1"><f t="shared" ref="C1:D1" si="0"> =E1=F1</f><v>0</v></c><c r="D1"><f t="shared" si="0"/><v>0</v></c>') }] }));
  expect([1, 3, 4].map((column) => workbook.sheets[0]!.cell(1, column)!.formula)).toEqual(["=B1*2", "=E1=F1", "=F1=G1"]);
});

test("expands shared formulas without touching text literals", async () => {
  const workbook = await read({
    sheets: [{
      data: row('<c r="A1"><f t="shared" ref="A1:B3" si="0">IF(C1="A2","A2",$D$1*C$2+SUM(E:E,$5:6)+附件!F1+LOG10(G1))</f><v>1</v></c>') +
        row('<c r="B2"><f t="shared" si="0"/><v>2</v></c>', 2) + row('<c r="A3"><f t="shared" si="0"></f></c>', 3)
    }]
  });
  expect(at(workbook, "A1")!.formula).toBe('=IF(C1="A2","A2",$D$1*C$2+SUM(E:E,$5:6)+附件!F1+LOG10(G1))');
  expect(at(workbook, "B2")).toMatchObject({ formula: '=IF(D2="A2","A2",$D$1*D$2+SUM(F:F,$5:7)+附件!G2+LOG10(H2))', value: 2 });
  expect(at(workbook, "A3")).toMatchObject({ formula: '=IF(C3="A2","A2",$D$1*C$2+SUM(E:E,$5:8)+附件!F3+LOG10(G3))', value: null });
});

test("reads array formulas, data tables and newer functions", async () => {
  const workbook = await read({
    sheets: [{
      data: row('<c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c><c r="C1"><f t="dataTable" ref="C1:C2" r1="D1"/><v>5</v></c>' +
        '<c r="D1"><f>_xlfn.IFS(A1=1,"_xlfn.x")+_xlfn._xlws.FILTER(A1:A2,1)</f><v>1</v></c>') + row('<c r="A2"><v>4</v></c>', 2)
    }]
  });
  expect(at(workbook, "A1")!.formula).toBe("=B1:B2*2");
  expect(at(workbook, "A2")!.formula).toBeNull();
  expect(at(workbook, "C1")).toMatchObject({ formula: null, value: 5 });
  expect([1, 2].map((row) => [1, 3, 4].map((column) => workbook.sheets[0]!.arrayAt(row, column) !== null))).toEqual([[true, true, false], [true, true, false]]);
  expect(at(workbook, "D1")!.formula).toBe('=IFS(A1=1,"_xlfn.x")+FILTER(A1:A2,1)');
});

test("finds its way through rows and cells without addresses", async () => {
  const workbook = await read({ sheets: [{ data: '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="5"><c><v>4</v></c><c r="D5"><v>5</v></c><c><v>6</v></c></row><row><c><v>7</v></c></row>' }] });
  expect([...workbook.sheets[0]!.cells.keys()]).toEqual(["A1", "C1", "A5", "D5", "E5", "A6"].map((name) => {
    const { row: r, column } = parseCellName(name)!;
    return cellKey(r, column);
  }));
});

test.each([["prefix", { prefix: "x" }], ["strict", { strict: true }], ["both", { prefix: "ss", strict: true }]])("reads packages written with %s", async (_, options) => {
  const p = "prefix" in options ? `${options.prefix}:` : "";
  const workbook = await read({
    ...options,
    strings: `<${p}si><${p}t>文</${p}t></${p}si>`,
    sheets: [{ data: `<${p}row r="1"><${p}c r="A1" t="s"><${p}v>0</${p}v></${p}c><${p}c r="B1"><${p}f>1+1</${p}f><${p}v>2</${p}v></${p}c></${p}row>` }]
  });
  expect(at(workbook, "A1")!.value).toBe("文");
  expect(at(workbook, "B1")).toMatchObject({ value: 2, formula: "=1+1" });
});

test("ignores elements of other namespaces", async () => {
  const workbook = await read({
    sheets: [{ data: row('<c r="A1"><v>1</v><z:v xmlns:z="urn:z">9</z:v></c><z:c xmlns:z="urn:z" r="B1"><v>3</v></z:c>'), after: '<extLst><ext uri="u"><z:v xmlns:z="urn:z">7</z:v></ext></extLst>' }]
  });
  expect(at(workbook, "A1")!.value).toBe(1);
  expect(workbook.sheets[0]!.cells.size).toBe(1);
});

test("finds parts in other case, with backslashes and absolute targets", async () => {
  const parts = makeParts({ strings: "<si><t>文</t></si>", sheets: [{ data: row('<c r="A1" t="s"><v>0</v></c>') }] });
  const moved = new Map<string, string | Uint8Array>();
  for (const [name, content] of parts) {
    const text = String(content).replace('"sharedStrings.xml"', '"/xl/SharedStrings.XML"').replace('"worksheets/sheet1.xml"', '"../xl/./worksheets/Sheet1.xml"');
    moved.set(name.replace(/\//g, "\\"), text);
  }
  expect(at(await readWorkbook(zipParts(moved)), "A1")!.value).toBe("文");
});

test("reads names, visibility, calculation and dates from 1904", async () => {
  const workbook = await read({
    workbookBefore: '<workbookPr date1904="1"/>',
    workbookAfter: '<definedNames><definedName name="协议量">Sheet1!$A$1</definedName><definedName name="局部" localSheetId="1">Sheet2!$B$1</definedName>' +
      '<definedName name="_xlnm.Print_Area" localSheetId="0">Sheet1!$A$1</definedName></definedNames><calcPr calcMode="manual" fullCalcOnLoad="1"/>',
    styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
    sheets: [{ data: row('<c r="A1" s="0"><v>44083</v></c>') }, { name: "Sheet2", state: "hidden" }, { name: "图", type: "chartsheet" }, { name: "深", state: "veryHidden" }]
  });
  expect(workbook.names).toEqual([
    { name: "协议量", formula: "=Sheet1!$A$1", sheet: null }, { name: "局部", formula: "=Sheet2!$B$1", sheet: "Sheet2" }
  ]);
  expect(workbook.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([["Sheet1", "visible"], ["Sheet2", "hidden"], ["深", "veryHidden"]]);
  expect(workbook).toMatchObject({ date1904: true, calculation: "manual", recalculatesOnOpen: true, settingsXml: null, externalLinks: [] });
  expect(at(workbook, "A1")!.text).toBe("2024/9/10");
});

test.each<[string, Partial<SheetSource>, readonly unknown[]]>([
  ["with conditions", { after: '<autoFilter ref="A3:N6"><filterColumn colId="0"><filters><filter val="甲"/></filters></filterColumn></autoFilter>' }, [{ top: 4, left: 1, bottom: 6, right: 14 }]],
  ["with buttons only", { after: '<autoFilter ref="A3:N6"><filterColumn colId="0" hiddenButton="1"/></autoFilter>' }, []],
  ["of another user's view", { after: '<customSheetViews><customSheetView><autoFilter ref="A3:N6"><filterColumn colId="0"><top10/></filterColumn></autoFilter></customSheetView></customSheetViews>' }, []],
  ["by conditions that stand elsewhere", { before: '<sheetPr filterMode="1"/>' }, [{ top: 1, left: 1, bottom: 1_048_576, right: 1 }]]
])("reads a filter %s", async (_, more, filters) => {
  const workbook = await read({ sheets: [{ data: row('<c r="A1"><v>1</v></c>'), ...more }] });
  expect(workbook.sheets[0]!.filters).toEqual(filters);
});

test("reads tables with their columns and filters; one that is broken is none", async () => {
  const xml = (name: string, more: string) => `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="x" displayName="${name}" ref="A2:B5" ${more}>`
    + '<autoFilter ref="A2:B4"><filterColumn colId="1"><customFilters/></filterColumn></autoFilter><tableColumns count="2"><tableColumn id="1" name="片区"/><tableColumn id="2" name="完成量_x000a_(次)"/></tableColumns></table>';
  const workbook = await read({
    sheets: [
      { data: row('<c r="A1"><v>1</v></c>'), parts: { table: { name: "xl/tables/table1.xml", xml: xml("表1", 'totalsRowCount="1"') } } },
      { name: "乙", data: row('<c r="A1"><v>1</v></c>'), parts: { table: { name: "xl/tables/table2.xml", xml: "<table" } } },
      { name: "丙", data: row('<c r="A1"><v>1</v></c>'), parts: { table: { name: "xl/tables/table3.xml", xml: xml("表3", 'headerRowCount="0"') } } }
    ]
  });
  const [first, second, third] = workbook.sheets;
  expect(first!.tables).toEqual([{ name: "表1", rect: { top: 2, left: 1, bottom: 5, right: 2 }, hasHeads: true, hasTotals: true, columns: ["片区", "完成量\n(次)"] }]);
  expect(first!.filters).toEqual([{ top: 3, left: 1, bottom: 4, right: 2 }]);
  expect(second!.tables).toEqual([]);
  expect(third!.tables[0]).toMatchObject({ hasHeads: false, hasTotals: false });
});

test("reads merged areas, hidden rows and columns, and a far cell", async () => {
  const workbook = await read({
    sheets: [{
      before: '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" hidden="false" outlineLevel="1"/></cols>',
      data: '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"/><row r="3" hidden="true"/><row r="1048576"><c r="XFD1048576"><v>9</v></c></row>',
      after: '<mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>'
    }]
  });
  const sheet = workbook.sheets[0]!;
  expect(sheet.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 3 }]);
  expect([...sheet.hiddenRows]).toEqual([2, 3]);
  expect([...sheet.hiddenColumns]).toEqual([2, 3]);
  expect(at(workbook, "XFD1048576")!.value).toBe(9);
});

test("what has no height or width is hidden, whoever made it so", async () => {
  const workbook = await read({
    sheets: [{
      before: '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/><cols><col min="2" max="2" width="0" customWidth="1"/><col min="3" max="3" width="9"/></cols>',
      data: '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" ht="0" customHeight="1"><c r="A2"><v>1</v></c></row><row r="3" ht="15" outlineLevel="1" hidden="1"/><row r="4" ht="15" collapsed="1"/>'
    }]
  });
  expect([[...workbook.sheets[0]!.hiddenRows], [...workbook.sheets[0]!.hiddenColumns]]).toEqual([[2, 3], [2]]);
});

test("reads notes, and a thread in place of its stand-in", async () => {
  const xmlns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const workbook = await read({
    sheets: [{
      data: row('<c r="A1"><v>1</v></c>'),
      parts: {
        comments: { name: "xl/comments1.xml", xml: `<comments ${xmlns}><authors><author>某</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>核</t></r><r><t>对</t></r></text></comment><comment ref="B2"><text><t>[Threaded comment]</t></text></comment></commentList></comments>` },
        threadedComment: { name: "xl/threadedComments/t1.xml", xml: '<ThreadedComments xmlns="urn:t"><threadedComment ref="B2" id="1"><text>问</text></threadedComment><threadedComment ref="B2" parentId="1"><text>答</text></threadedComment></ThreadedComments>' }
      }
    }]
  });
  expect([...workbook.sheets[0]!.notes.entries()]).toEqual([[cellKey(1, 1), "核对"], [cellKey(2, 2), "问\n答"]]);
});

test.each([
  ["file:///C:/a/%E5%8F%B0%E8%B4%A6%20(2).xlsx", "台账 (2).xlsx"], ["\\\\server\\共享\\台账.xls", "台账.xls"], ["https://d.docs.live.net/a/%E5%8F%B0%E8%B4%A6.xlsx?web=1", "台账.xlsx"],
  ["../%E5%8F%B0%E8%B4%A6.xlsb", "台账.xlsb"], ["file:///D:\\100%25.xlsx", "100%.xlsx"], ["50%25%.xlsx", "50%25%.xlsx"]
])("another workbook at %s is %s", async (target, file) => {
  const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const workbook = await read({
    sheets: [{}], workbookAfter: '<externalReferences><externalReference r:id="rId50"/></externalReferences>',
    workbookRelationships: `<Relationship Id="rId50" Type="${rel}/externalLink" Target="externalLinks/externalLink1.xml"/>`,
    extra: { "xl/externalLinks/externalLink1.xml": "<externalLink/>", "xl/externalLinks/_rels/externalLink1.xml.rels": relationships(`<Relationship Id="rId1" Type="${rel}/externalLinkPath" Target="${target}" TargetMode="External"/>`) }
  });
  expect(workbook.externalLinks).toEqual([file]);
});

test("names other workbooks without their folders, and finds the settings", async () => {
  const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const workbook = await read({
    sheets: [{}],
    workbookAfter: '<externalReferences><externalReference r:id="rId50"/></externalReferences>',
    workbookRelationships: `<Relationship Id="rId50" Type="${rel}/externalLink" Target="externalLinks/externalLink1.xml"/>`,
    extra: {
      "xl/externalLinks/externalLink1.xml": "<externalLink/>",
      "xl/externalLinks/_rels/externalLink1.xml.rels": relationships(`<Relationship Id="rId1" Type="${rel}/externalLinkPath" Target="file:///C:/a/%E5%8F%B0%E8%B4%A6.xlsx" TargetMode="External"/>`),
      "customXml/item1.xml": "<other xmlns='urn:other'/>",
      "customXml/item2.xml": "broken",
      "customXml/item3.xml": '<h:settings xmlns:h="urn:hebiao:settings">设</h:settings>'
    }
  });
  expect(workbook.externalLinks).toEqual(["台账.xlsx"]);
  expect(workbook.settingsXml).toBe('<h:settings xmlns:h="urn:hebiao:settings">设</h:settings>');
});

test("reads parts in UTF-16", async () => {
  const parts = makeParts({ sheets: [{ data: row('<c r="A1" t="inlineStr"><is><t>文</t></is></c>') }] });
  const text = String(parts.get("xl/worksheets/sheet1.xml")).replace("UTF-8", "UTF-16");
  const utf16 = new Uint8Array(2 + text.length * 2);
  utf16.set([0xff, 0xfe]);
  for (let i = 0; i < text.length; i++) utf16.set([text.charCodeAt(i) & 255, text.charCodeAt(i) >> 8], 2 + i * 2);
  parts.set("xl/worksheets/sheet1.xml", utf16);
  expect(at(await readWorkbook(zipParts(parts)), "A1")!.value).toBe("文");
});

test("takes names of JavaScript's own for names like any other", async () => {
  const workbook = await read({
    strings: "<si><t>__proto__</t></si>",
    workbookAfter: "<definedNames><definedName name='__proto__'>1</definedName></definedNames>",
    sheets: [{ name: "constructor", data: row('<c r="A1" t="s" __proto__="1"><v>0</v></c><c r="B1" t="constructor"><f t="shared" si="__proto__" ref="B1">1</f></c>') }],
    extra: { "__proto__": "x" }
  });
  expect(at(workbook, "A1")!.value).toBe("__proto__");
  expect(workbook.names[0]!.name).toBe("__proto__");
});
