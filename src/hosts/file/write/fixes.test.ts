import { render, say, type MessageId } from "../../../messages";
import { parseCellName, planOf, type Cell, type Fix } from "../../../workbook";
import { editWorkbook, readWorkbook } from "../index";
import { FileHost } from "../../../../test/support/file-host";
import { makePackage, partText, type PackageSource } from "../testing/make-package";

const PART = "xl/worksheets/sheet1.xml";
const fix = (cell: string, before: Fix["before"], after: Fix["after"], more: Partial<Fix> = {}): Fix =>
  ({ sheet: "Sheet1", cell, kind: typeof after === "string" && after.startsWith("=") ? "formula" : "value", before, after, why: "", ...more });

async function apply(source: PackageSource, ...fixes: Fix[]) {
  const result = await editWorkbook(makePackage(source), { fixes });
  const workbook = await readWorkbook(result.bytes);
  const cell = (name: string): Cell | undefined => {
    const { row, column } = parseCellName(name)!;
    return workbook.sheets[0]!.cell(row, column);
  };
  const xml = partText(result.bytes, PART)!;
  return { ...result, workbook, cell, data: /<(?:x:)?sheetData.*sheetData>|<sheetData\/>/s.exec(xml)![0], reasons: result.fixes.map(({ reason }) => reason) };
}
const sheet = (data: string, more: object = {}): PackageSource => ({ strings: "<si><t>文</t></si>", sheets: [{ data, ...more }] });

test("changes values and formulas and leaves the style and all other text", async () => {
  const { data, reasons, cell } = await apply(
    sheet('<row r="1" spans="1:4"><c r="A1" t="s" s="1"><v>0</v></c><c  r="B1" s="1" ><f>A1/2</f><v>0.5</v></c><c r="C1" t="str"><f>"x"</f><v>x</v></c><c r="D1"/></row>'),
    fix("A1", "文", 12), fix("$B$1", "=A1/2", "=IF(A1<3,A1/4)"), fix("C1", '="x"', "<新>"), fix("D1", null, true)
  );
  expect(reasons).toEqual([null, null, null, null]);
  expect(data).toBe('<sheetData><row r="1" spans="1:4"><c r="A1" s="1"><v>12</v></c><c r="B1" s="1"><f>IF(A1&lt;3,A1/4)</f></c>' +
    '<c r="C1" t="inlineStr"><is><t xml:space="preserve">&lt;新&gt;</t></is></c><c r="D1" t="b"><v>1</v></c></row></sheetData>');
  expect(cell("B1")).toMatchObject({ value: null, formula: "=IF(A1<3,A1/4)" });
});

test("a package without its styles part: a format that is added is that of no other cell", async () => {
  const source: PackageSource = { styles: null, sheets: [{ data: '<row r="1" s="2"><c r="A1" s="1"><v>0.5</v></c><c r="B1" s="3"><v>1</v></c></row>' }] };
  const { cell, reasons } = await apply(source, fix("A1", 0.5, 0.25, { format: "0.00%" }));
  expect(reasons).toEqual([null]);
  expect([cell("A1")!.format, cell("B1")!.format]).toEqual(["0.00%", "General"]);
});

test("puts missing cells and rows where they belong", async () => {
  const { data, reasons } = await apply(
    sheet('<row r="2" spans="2:2" s="1" customFormat="1"><c r="B2"><v>2</v></c></row><row r="4"/><row r="6"><c r="A6"><v>6</v></c></row>', { before: '<cols><col min="3" max="4" style="1"/></cols>' }),
    fix("C2", null, 3), fix("A2", null, 1), fix("D4", null, 4), fix("B1", "", "=1"), fix("C5", null, 5), fix("A5", null, 5), fix("B6", null, 6), fix("A9", null, 9)
  );
  expect(reasons.every((reason) => reason === null)).toBe(true);
  expect(data).toBe('<sheetData><row r="1"><c r="B1"><f>1</f></c></row><row r="2" s="1" customFormat="1"><c r="A2" s="1"><v>1</v></c><c r="B2"><v>2</v></c><c r="C2" s="1"><v>3</v></c></row>' +
    '<row r="4"><c r="D4" s="1"><v>4</v></c></row><row r="5"><c r="A5"><v>5</v></c><c r="C5" s="1"><v>5</v></c></row><row r="6"><c r="A6"><v>6</v></c><c r="B6"><v>6</v></c></row><row r="9"><c r="A9"><v>9</v></c></row></sheetData>');
});

test("fills an empty sheet, prefixed or not, and cells without addresses", async () => {
  const empty = makePackage({ sheets: [{}], extra: { [PART]: '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>' } });
  const filled = await editWorkbook(empty, { fixes: [fix("B2", null, 1)] });
  expect(partText(filled.bytes, PART)).toContain('<sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData>');
  const prefixed = await apply({ prefix: "x", styles: "", sheets: [{ data: "<x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>" }] }, fix("B1", 2, "a"), fix("C1", null, 3));
  expect(prefixed.data).toBe('<x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t xml:space="preserve">a</x:t></x:is></x:c><x:c r="C1"><x:v>3</x:v></x:c></x:row></x:sheetData>');
});

const SHARED = '<row r="1"><c r="A1"><f t="shared" ref="A1:A4" si="0">IF(B1="B1",B1&amp;"&lt;",1)</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>' +
  '<row r="3"><c r="A3"><f t="shared" si="0"></f><v>3</v></c></row><row r="4"><c r="A4"><f t="shared" si="0"/><v>4</v></c></row><row r="5"><c r="A5"><f t="shared" ref="A5:A6" si="0">C5</f></c></row><row r="6"><c r="A6"><f t="shared" si="0"/></c></row>';

test("gives the dependants of a shared formula their own when the master changes", async () => {
  const { data, reasons, cell } = await apply(sheet(SHARED), fix("A1", '=IF(B1="B1",B1&"<",1)', "=C1"), fix("A3", '=IF(B3="B1",B3&"<",1)', 7));
  expect(reasons).toEqual([null, null]);
  expect([1, 2, 3, 4, 5, 6].map((row) => cell(`A${row}`)!.formula)).toEqual(["=C1", '=IF(B2="B1",B2&"<",1)', null, '=IF(B4="B1",B4&"<",1)', "=C5", "=C6"]);
  expect(data).toContain('<c r="A2"><f>IF(B2=&quot;B1&quot;,B2&amp;&quot;&lt;&quot;,1)</f><v>2</v></c>');
  expect(data).toContain('<c r="A6"><f t="shared" si="0"/></c>');
});

test("leaves the group alone when only a dependant changes", async () => {
  const { data, cell } = await apply(sheet(SHARED), fix("A2", '=IF(B2="B1",B2&"<",1)', "=D2"));
  expect(data).toContain('<f t="shared" ref="A1:A4" si="0">');
  expect(cell("A4")!.formula).toBe('=IF(B4="B1",B4&"<",1)');
});

test.each<[string, PackageSource, Fix, MessageId]>([
  ["another sheet", sheet(""), fix("A1", null, 1, { sheet: "没有" }), "fix-refused-no-sheet"],
  ["no address", sheet(""), fix("A0", null, 1), "fix-refused-bad-cell"],
  ["a formula that is none", sheet(""), fix("A1", null, "x", { kind: "formula" }), "fix-refused-bad-content"],
  ["a number that is none", sheet(""), fix("A1", null, Infinity), "fix-refused-bad-content"],
  ["another value", sheet('<row><c r="A1"><v>2</v></c></row>'), fix("A1", 1, 3), "fix-refused-changed"],
  ["a value that is text now", sheet('<row><c r="A1" t="inlineStr"><is><t>1</t></is></c></row>'), fix("A1", 1, 3), "fix-refused-changed"],
  ["a blank that is filled now", sheet('<row><c r="A1"><v>0</v></c></row>'), fix("A1", null, 3), "fix-refused-changed"],
  ["another formula", sheet('<row><c r="A1"><f>B1</f><v>1</v></c></row>'), fix("A1", "=C1", 3), "fix-refused-changed"],
  ["a value that is a formula now", sheet('<row><c r="A1"><f>B1</f><v>1</v></c></row>'), fix("A1", 1, 3), "fix-refused-changed"],
  ["an array formula", sheet('<row><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row>'), fix("A1", "=B1:B2", 3), "fix-refused-array"],
  ["a cell within an array", sheet('<row><c r="A1"><f t="array" ref="A1:B1">D1:E1</f><v>1</v></c><c r="B1"><v>5</v></c></row>'), fix("B1", 5, 3), "fix-refused-array"],
  ["a covered cell", sheet("", { after: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>' }), fix("B1", null, 3), "fix-refused-merged"],
  ["a locked cell", sheet('<row><c r="A1"><v>1</v></c></row>', { after: '<sheetProtection sheet="1"/>' }), fix("A1", 1, 3), "fix-refused-protected"]
])("refuses %s and changes nothing", async (_, source, wanted, refusal) => {
  const before = makePackage(source);
  const { bytes, fixes } = await editWorkbook(before, { fixes: [wanted] });
  expect(fixes).toEqual([{ fix: wanted, applied: false, reason: render(say(refusal, { sheet: wanted.sheet })), undo: null }]);
  expect(bytes).toHaveLength(before.length);
  expect(partText(bytes, "xl/workbook.xml")).toBe(partText(before, "xl/workbook.xml"));
});

test("a refusal speaks the user's language", async () => {
  const edit = { fixes: [fix("A1", 1, 3)] };
  const bytes = makePackage(sheet('<row><c r="A1"><v>2</v></c></row>'));
  const [chinese, english] = await Promise.all([editWorkbook(bytes, edit), editWorkbook(bytes, { ...edit, language: "en" })]);
  expect(chinese.fixes[0]!.reason).toMatch(/\p{Script=Han}/u);
  expect(english.fixes[0]!.reason).not.toMatch(/\p{Script=Han}/u);
});

test("applies to errors, the first cell of a merged area, unlocked cells and sheets named in other case", async () => {
  const { reasons } = await apply(
    {
      styles: '<cellXfs><xf/><xf><protection locked="0"/></xf></cellXfs>',
      sheets: [{ data: '<row><c r="A1" s="1" t="e"><v>#DIV/0!</v></c></row>', after: '<sheetProtection sheet="1"/><mergeCells><mergeCell ref="A1:B2"/></mergeCells>' }]
    },
    fix("A1", "#DIV/0!", "/", { sheet: "SHEET1" }), fix("A1", "#DIV/0!", 2)
  );
  // Of two fixes of one cell the second finds it changed.
  expect(reasons).toEqual([null, render(say("fix-refused-changed"))]);
});

const CHAIN: Partial<PackageSource> = {
  workbookRelationships: '<Relationship Id="rId80" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="/xl/calcChain.xml"/>',
  contentTypes: '<Override PartName="/xl/calcChain.xml" ContentType="x"/>',
  extra: { "xl/calcChain.xml": "<calcChain/>" }
};

test.each([["", /<\/sheets><calcPr fullCalcOnLoad="1"\/><\/workbook>/], ['<calcPr calcId="1"/><extLst/>', /<calcPr fullCalcOnLoad="1" calcId="1"\/><extLst\/>/], ['<calcPr fullCalcOnLoad="0"/>', /<calcPr fullCalcOnLoad="1"\/>/], ["<extLst/>", /<\/sheets><calcPr fullCalcOnLoad="1"\/><extLst\/>/]])
("asks Excel to calculate, and drops the chain (%s)", async (workbookAfter, expected) => {
  const { bytes, workbook } = await apply({ ...sheet('<row><c r="A1"><v>1</v></c></row>'), ...CHAIN, workbookAfter }, fix("A1", 1, 2));
  expect(partText(bytes, "xl/workbook.xml")).toMatch(expected);
  expect(workbook.recalculatesOnOpen).toBe(true);
  expect(partText(bytes, "xl/calcChain.xml")).toBeUndefined();
  expect(partText(bytes, "[Content_Types].xml")).not.toContain("calcChain");
  expect(partText(bytes, "xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
});

test("fixes, sheet and settings in one go", async () => {
  const source = { ...sheet('<row><c r="A1"><v>1</v></c></row>'), ...CHAIN };
  const { bytes, fixes } = await editWorkbook(makePackage(source), {
    fixes: [fix("A1", 1, 2)],
    sheets: [planOf({ name: "汇总", rows: [[{ value: "x" }]], columnWidths: [], merges: [], frozenRows: 0, marker: "m" })],
    settingsXml: '<a xmlns="urn:hebiao:settings"/>'
  });
  const workbook = await readWorkbook(bytes);
  expect(fixes[0]!.applied).toBe(true);
  expect([workbook.sheets[0]!.cell(1, 1)!.value, workbook.sheets[1]!.name, workbook.recalculatesOnOpen]).toEqual([2, "汇总", true]);
  expect(workbook.settingsXml).toContain("urn:hebiao:settings");
});

test("a fix can be taken back", async () => {
  const host = new FileHost(makePackage(sheet('<row><c r="A1" s="1"><f>B1</f><v>1</v></c></row>')), "a.xlsx");
  const [outcome] = await host.applyFixes([fix("A1", "=B1", "=C1")]);
  expect((await host.applyFixes([outcome!.undo!]))[0]!.applied).toBe(true);
  expect((await host.read()).sheets[0]!.cell(1, 1)).toMatchObject({ formula: "=B1", format: "0.00%" });
});

test.each<[string, string, string | number, object]>([
  ["an error", '<c r="A1" t="e"><v>#REF!</v></c>', "#REF!", { value: { error: "#REF!" }, formula: null }],
  ["a text that looks like a formula", '<c r="A1" t="inlineStr"><is><t>=1+1</t></is></c>', "=1+1", { value: "=1+1", formula: null }],
  ["a number", '<c r="A1"><v>5</v></c>', 5, { value: 5, formula: null }]
])("taking a fix back restores %s", async (_, cell, before, expected) => {
  const host = new FileHost(makePackage(sheet(`<row>${cell}</row>`)), "a.xlsx");
  const [outcome] = await host.applyFixes([fix("A1", before, "=C1", { kind: "formula" })]);
  expect((await host.applyFixes([outcome!.undo!]))[0]!.applied).toBe(true);
  expect((await host.read()).sheets[0]!.cell(1, 1)).toMatchObject(expected);
});

/** Styles: 0 General, 1 text, 2 0.00%, 3 marked as a text, 4 text in bold. */
const STYLES = '<fonts><font/><font><b/></font></fonts><cellXfs><xf numFmtId="0"/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="10" applyNumberFormat="1"/>' +
  '<xf numFmtId="0" quotePrefix="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1"/></cellXfs>';
const styled = (data: string): PackageSource => ({ styles: STYLES, sheets: [{ data }] });
const textCell = (name: string, text: string, style: number): string => `<c r="${name}" s="${style}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe("number formats", () => {
  test("a fix brings its own, the rest of the style stays; taking it back restores it", async () => {
    const host = new FileHost(makePackage(styled(`<row r="1">${textCell("A1", "54.55%", 4)}</row>`)), "a.xlsx");
    const before = (await host.read()).sheets[0]!.cell(1, 1)!;
    const [outcome] = await host.applyFixes([fix("A1", "54.55%", 24 / 44, { format: "0.00%" })]);
    const cell = (await host.read()).sheets[0]!.cell(1, 1)!;
    expect(cell).toMatchObject({ text: "54.55%", format: "0.00%", look: { bold: true } });
    expect(outcome!.undo).toMatchObject({ format: "@", after: "54.55%" });
    await host.applyFixes([outcome!.undo!]);
    expect((await host.read()).sheets[0]!.cell(1, 1)).toMatchObject({ text: before.text, format: "@", value: "54.55%", look: { bold: true } });
  });

  test("one of its own making is written once", async () => {
    const { bytes, cell } = await apply(styled('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'), fix("A1", 1, 0.5, { format: "0.000%" }), fix("B1", 2, 0.25, { format: "0.000%" }));
    expect([cell("A1")!.text, cell("B1")!.text]).toEqual(["50.000%", "25.000%"]);
    expect(partText(bytes, "xl/styles.xml")!.match(/formatCode="0.000%"/g)).toHaveLength(1);
  });

  test("text gives way to that of the numbers beside it", async () => {
    const { cell } = await apply(
      styled(`<row r="1"><c r="A1" s="2"><v>0.5</v></c><c r="C1"><v>7</v></c></row><row r="2">${textCell("A2", "60%", 1)}${textCell("C2", "8", 1)}${textCell("E2", "9", 1)}</row><row r="3"><c r="A3" s="2"><v>0.7</v></c></row>`),
      fix("A2", "60%", 0.6), fix("C2", "8", 8), fix("E2", "9", "=1+1")
    );
    expect([cell("A2"), cell("C2"), cell("E2")].map((each) => each!.format)).toEqual(["0.00%", "General", "General"]);
    expect(cell("A2")!.text).toBe("60.00%");
  });

  test("a mark that makes a text of all that is typed goes with the text", async () => {
    const { bytes, cell } = await apply(styled(`<row r="1">${textCell("A1", "650", 3)}${textCell("B1", "6", 3)}</row>`), fix("A1", "650", 650), fix("B1", "6", "7"));
    expect([cell("A1")!.value, cell("B1")!.value]).toEqual([650, "7"]);
    expect(partText(bytes, PART)).toMatch(/<c r="A1" s="\d+"><v>650<\/v><\/c><c r="B1" s="3" t="inlineStr">/);
    expect(partText(bytes, PART)).not.toContain('<c r="A1" s="3"');
  });

  test.each([
    ["looks that the file has lost", '<cellXfs count="3"><xf numFmtId="0"/></cellXfs>'],
    ["a format that the file has lost", '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs>']
  ])("cells that lead to %s stay as they are", async (_, styles) => {
    const { cell } = await apply({ styles, sheets: [{ data: '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>0.25</v></c></row>' }] }, fix("A1", 1, 0.5, { format: "0.000%" }));
    expect([cell("A1")?.text, cell("B1")?.text]).toEqual(["50.000%", "0.25"]);
  });

  test("a package whose styles are something else is damaged", async () => {
    await expect(apply({ sheets: [{ data: '<row r="1"><c r="A1"><v>1</v></c></row>' }], extra: { "xl/styles.xml": "<Types/>" } }, fix("A1", 1, 0.5, { format: "0.000%" }))).rejects.toMatchObject({ code: "corrupt" });
  });

  test("a package without styles gets them", async () => {
    const { cell } = await apply({ styles: "", sheets: [{ data: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>" }] }, fix("A1", 1, 0.5, { format: "0.00%" }));
    expect(cell("A1")!.text).toBe("50.00%");
  });
});
