import { readFileSync } from "node:fs";
import { editWorkbook, readWorkbook } from "../../src/hosts/file";
import { FileHost } from "../support/file-host";
import { makeParts, partText, relationships, zipParts } from "../../src/hosts/file/testing/make-package";
import { checkWorkbook } from "../../src/report";
import { SUMMARY_SHEET_NAME, summaryPlan } from "../../src/summary";
import { cellName, columnLetters, columnNumber, findSheet, keyToRowColumn, type Fix, type Sheet } from "../../src/workbook";
import { unzipSync } from "fflate";
import { sampleFinding, sampleReport } from "../sample-report";
import { rowOf, writeSummary, type Written } from "./through";

/** 核查汇总 stands behind the three sheets of the sample, 核查明细 behind it. */
const SUMMARY_PART = "xl/worksheets/sheet4.xml";
const SOLVED = "已处理（再次核查时不再出现，原来填写的处理情况保留在此）";
const lianhe = () => new Uint8Array(readFileSync("samples/lianhe.xlsx"));
const [PLACE, MESSAGE, REMARK, KEYS] = [2, 4, 5, 6];
/** The first of the user's own columns. */
const OWN = KEYS + 1;
const OPTIONS = { checkedAt: new Date(2026, 10, 21, 14, 30) };

/** The sample with its first summary, which every test goes on from. */
let first: Written;
beforeAll(async () => {
  first = await writeSummary(lianhe(), OPTIONS);
});

/** The user types into a sheet. */
async function type(bytes: Uint8Array, sheet: string, cells: Readonly<Record<string, Fix["after"]>>): Promise<Uint8Array> {
  const present = findSheet(await readWorkbook(bytes), sheet)!;
  const fixes = Object.entries(cells).map(([cell, after]): Fix => {
    const found = [...present.cells].find(([key]) => cellName(keyToRowColumn(key).row, keyToRowColumn(key).column) === cell)?.[1];
    return { sheet, cell, kind: typeof after === "string" && after.startsWith("=") ? "formula" : "value", before: found?.formula ?? (found?.value as Fix["before"]) ?? null, after, why: "" };
  });
  const result = await editWorkbook(bytes, { fixes });
  expect(result.fixes.filter(({ applied }) => !applied)).toEqual([]);
  return result.bytes;
}

const remarkAt = (row: number) => columnLetters(REMARK) + row;
const textAt = (sheet: Sheet, row: number, column: number) => sheet.cell(row, column)?.value ?? null;

/** The row of a finding by the cell that it names. */
function findingRow(sheet: Sheet, cell: string): number {
  for (const [key, { value }] of sheet.cells) if (String(value).endsWith(`\n${cell}`) && keyToRowColumn(key).column === PLACE) return keyToRowColumn(key).row;
  throw new Error(`no finding at ${cell}`);
}

test("remarks stay with their finding, and those of findings that are solved move to 已处理 and stay there", async () => {
  const [wrongRate, duplicate] = [findingRow(first.sheet, "D9"), findingRow(first.sheet, "B32")];
  let bytes = await type(first.bytes, SUMMARY_SHEET_NAME, { [remarkAt(wrongRate)]: "已问负责人", [remarkAt(duplicate)]: "下周重新编号" });
  // The rate is put right, so that its finding goes and the others move up.
  bytes = await type(bytes, "附件1 对照表", { D9: 101 / 148 });
  const second = await writeSummary(bytes, { checkedAt: new Date(2026, 11, 1, 9, 5) });
  expect(second.workbook.sheets.filter(({ marker }) => marker)).toHaveLength(2);
  expect(textAt(second.sheet, findingRow(second.sheet, "B32"), REMARK)).toBe("下周重新编号");
  const solved = rowOf(second.sheet, "已问负责人");
  expect(solved).toBeGreaterThan(rowOf(second.sheet, SOLVED));
  expect([1, 2, 3].map((column) => textAt(second.sheet, solved, column))).toEqual(["1 \n错误", "附件1 对照表\nD9", "52.70%\n→ 68.24%"]);
  expect(textAt(second.sheet, solved, MESSAGE)).toMatch(/^「发展社区志愿者」.*68\.24%。\n2026-12-01 09:05 核查时已不再出现$/);
  // Later checks keep it with the day when it went; a finding that comes back takes its remark along.
  const third = await writeSummary(second.bytes, { checkedAt: new Date(2027, 0, 1) });
  expect(textAt(third.sheet, rowOf(third.sheet, "已问负责人"), MESSAGE)).toBe(textAt(second.sheet, solved, MESSAGE));
  const fourth = await writeSummary(await type(third.bytes, "附件1 对照表", { D9: 0.527 }), OPTIONS);
  expect(textAt(fourth.sheet, findingRow(fourth.sheet, "D9"), REMARK)).toBe("已问负责人");
  expect(() => rowOf(fourth.sheet, SOLVED)).toThrow();
});

test("a remark that begins like a formula stays a text", async () => {
  const row = findingRow(first.sheet, "D9");
  const typed = await editWorkbook(first.bytes, { fixes: [{ sheet: SUMMARY_SHEET_NAME, cell: remarkAt(row), kind: "value", before: null, after: "=1+1", why: "" }] });
  const second = await writeSummary(typed.bytes, OPTIONS);
  expect(second.sheet.cell(row, REMARK)).toMatchObject({ value: "=1+1", formula: null });
});

test("columns that the user added at the right stay with their rows, looks and formulas included, and widths stay", async () => {
  const rows = { head: rowOf(first.sheet, "处理情况"), rate: findingRow(first.sheet, "D9"), file: findingRow(first.sheet, "B32") };
  let bytes = await type(first.bytes, SUMMARY_SHEET_NAME, {
    [`G${rows.head}`]: "责任人", [`G${rows.rate}`]: "甲", [`G${rows.file}`]: "乙", [`I${rows.file}`]: `=LEN(G${rows.file})`, G1: "内部留底"
  });
  const part = SUMMARY_PART;
  const parts = new Map<string, string | Uint8Array>(Object.entries(unzipSync(bytes)));
  // As Excel does when the user widens columns and tints a cell.
  parts.set(part, partText(bytes, part)!.replace(/<cols>.*<\/cols>/, '<cols><col min="3" max="4" width="11.5" customWidth="1"/><col min="6" max="6" width="4" hidden="1"/><col min="7" max="7" width="33" customWidth="1"/></cols>')
    .replace(new RegExp(`<c r="G${rows.file}"`), `<c r="G${rows.file}" s="7"`));
  bytes = await type(zipParts(parts), "附件1 对照表", { D9: 101 / 148 });
  const second = await writeSummary(bytes, OPTIONS);
  const row = findingRow(second.sheet, "B32");
  expect(row).toBe(rows.file - 1);
  expect([textAt(second.sheet, 1, OWN), textAt(second.sheet, rows.head, OWN), textAt(second.sheet, row, OWN)]).toEqual(["内部留底", "责任人", "乙"]);
  expect(second.sheet.cell(row, OWN + 2)).toMatchObject({ formula: `=LEN(G${row})` });
  // What stood beside the solved finding goes with it.
  expect(textAt(second.sheet, findingRow(second.sheet, "D9"), OWN)).toBe("甲");
  expect(findingRow(second.sheet, "D9")).toBeGreaterThan(rowOf(second.sheet, SOLVED));
  const xml = partText(second.bytes, part)!;
  expect(xml).toContain('<col min="7" max="7" width="33" customWidth="1"/>');
  expect(xml).toContain(`<c r="G${row}" s="7"`);
});

test("writing twice changes nothing but the time", async () => {
  const second = await writeSummary(first.bytes, OPTIONS);
  const [before, after] = [first, second].map(({ bytes }) => unzipSync(bytes));
  expect(Object.keys(after!).sort()).toEqual(Object.keys(before!).sort());
  expect(Object.keys(after!).filter((name) => Buffer.compare(after![name]!, before![name]!) !== 0)).toEqual([]);
});

test("a sheet of the same name that is not ours is never touched", async () => {
  const bytes = zipParts(makeParts({ sheets: [{ name: SUMMARY_SHEET_NAME, data: '<row r="1"><c r="A1"><v>7</v></c></row>' }] }));
  const host = new FileHost(bytes, "a.xlsx");
  const written = await host.writeSheet(summaryPlan(sampleReport({ findings: [sampleFinding()] })));
  expect(written).toEqual({ name: `${SUMMARY_SHEET_NAME} (2)`, replaced: false, omitted: [] });
  expect(partText(host.bytes(), "xl/worksheets/sheet1.xml")).toBe(partText(bytes, "xl/worksheets/sheet1.xml"));
  expect(await host.writeSheet(summaryPlan(sampleReport()))).toMatchObject({ name: `${SUMMARY_SHEET_NAME} (2)`, replaced: true });
  expect((await host.read()).sheets.map(({ name }) => name)).toEqual([SUMMARY_SHEET_NAME, `${SUMMARY_SHEET_NAME} (2)`]);
});

test("a later check does not read it, also when its rows look like tables", async () => {
  const again = checkWorkbook(await readWorkbook(first.bytes), { fileName: "a.xlsx" });
  expect(again).toEqual(checkWorkbook(await readWorkbook(lianhe()), { fileName: "a.xlsx" }));
  const [fixed, alone] = await Promise.all([first.bytes, lianhe()].map(async (bytes) => checkWorkbook(await readWorkbook(await type(bytes, "附件1 对照表", { D9: 101 / 148 })), { fileName: "a.xlsx" })));
  expect(fixed).toEqual(alone);
});

test("two findings of one fingerprint keep their own remarks", async () => {
  const findings = [sampleFinding(), sampleFinding({ cell: "D10" })];
  const host = new FileHost(lianhe(), "a.xlsx");
  await host.writeSheet(summaryPlan(sampleReport({ findings })));
  const sheet = findSheet(await host.read(), SUMMARY_SHEET_NAME)!;
  const bytes = await type(host.bytes(), SUMMARY_SHEET_NAME, { [remarkAt(findingRow(sheet, "D9"))]: "第一", [remarkAt(findingRow(sheet, "D10"))]: "第二" });
  const { bytes: after } = await editWorkbook(bytes, { sheets: [summaryPlan(sampleReport({ findings }))] });
  const second = findSheet(await readWorkbook(after), SUMMARY_SHEET_NAME)!;
  expect([textAt(second, findingRow(second, "D9"), REMARK), textAt(second, findingRow(second, "D10"), REMARK)]).toEqual(["第一", "第二"]);
});

test("2,000 findings with all the text that a cell can hold are written", async () => {
  const findings = Array.from({ length: 2000 }, (_, n) => sampleFinding({ cell: `D${n + 1}`, fingerprint: `f${n}`, message: n === 0 ? "长".repeat(40_000) : "问题 _x0041_ <&>\u0001" }));
  const { bytes } = await editWorkbook(lianhe(), { sheets: [summaryPlan(sampleReport({ findings }), OPTIONS)] });
  const sheet = findSheet(await readWorkbook(bytes), SUMMARY_SHEET_NAME)!;
  expect(findingRow(sheet, "D2000") - findingRow(sheet, "D1")).toBe(1999);
  expect(String(textAt(sheet, findingRow(sheet, "D1"), MESSAGE))).toHaveLength(32_767);
  expect(textAt(sheet, findingRow(sheet, "D2"), MESSAGE)).toBe("问题 _x0041_ <&>\u0001");
});

test("columns that the user put among ours change nothing of where remarks belong, and what stands in them goes to the right", async () => {
  const [row, head] = [findingRow(first.sheet, "D9"), rowOf(first.sheet, "处理情况")];
  const noted = await type(first.bytes, SUMMARY_SHEET_NAME, { [remarkAt(row)]: "已问", [`G${row}`]: "甲" });
  const part = SUMMARY_PART;
  // As Excel moves cells when a column is inserted before that one.
  const inserted = (before: number, own: string): Uint8Array => {
    const parts = new Map<string, string | Uint8Array>(Object.entries(unzipSync(noted)));
    const letter = columnLetters(before);
    const moved = partText(noted, part)!.replace(/<c r="([A-Z]+)(\d+)"/g, (whole, letters: string, at: string) => (columnNumber(letters) >= before ? `<c r="${columnLetters(columnNumber(letters) + 1)}${at}"` : whole))
      .replace(/<mergeCells.*<\/mergeCells>/, "").replace(/<col min="6" max="6" width="10" hidden="1"/, '<col min="7" max="7" width="10" hidden="1"');
    const at = before <= REMARK ? columnLetters(REMARK + 1) : columnLetters(REMARK + 2);
    parts.set(part, own ? moved.replace(new RegExp(`<c r="${at}${row}"`), `<c r="${letter}${row}" t="inlineStr"><is><t>${own}</t></is></c>$&`) : moved);
    return zipParts(parts);
  };
  for (const [bytes, own] of [[inserted(3, ""), [null, "甲"]], [inserted(REMARK + 1, "我加的"), ["我加的", "甲"]]] as const) {
    const second = await writeSummary(bytes, OPTIONS);
    expect(textAt(second.sheet, row, REMARK)).toBe("已问");
    const behind = [OWN, OWN + 1].map((column) => textAt(second.sheet, row, column));
    expect(behind.filter((value) => value !== null)).toEqual(own.filter((value) => value !== null));
    expect(textAt(second.sheet, head, REMARK)).toBe("处理情况");
    expect(second.sheet.cell(1, KEYS)?.value).toBe("hebiao-rows");
    expect(partText(second.bytes, part)).toContain('<col min="6" max="6" width="10" hidden="1" customWidth="1"/>');
  }
});

test("a copy that the user keeps of the sheet is left as it is, wherever it stands", async () => {
  const row = findingRow(first.sheet, "D9");
  const parts = new Map<string, string | Uint8Array>(Object.entries(unzipSync(await type(first.bytes, SUMMARY_SHEET_NAME, { [remarkAt(row)]: "新的" }))));
  const text = (part: string) => new TextDecoder().decode(parts.get(part) as Uint8Array);
  // As Excel copies a sheet: the hidden mark of the sheet goes along, and the copy may stand before it.
  parts.set("xl/worksheets/sheet9.xml", text("xl/worksheets/sheet4.xml").replace("新的", "旧的").replace(/<drawing [^>]*>/, ""));
  parts.set("[Content_Types].xml", text("[Content_Types].xml").replace("</Types>", '<Override PartName="/xl/worksheets/sheet9.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'));
  parts.set("xl/_rels/workbook.xml.rels", text("xl/_rels/workbook.xml.rels").replace("</Relationships>", '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet9.xml"/></Relationships>'));
  parts.set("xl/workbook.xml", text("xl/workbook.xml").replace("<sheets>", '<sheets><sheet name="核查汇总 留底" sheetId="99" r:id="rId99"/>')
    .replace(/localSheetId="(\d+)"/g, (_, index: string) => `localSheetId="${Number(index) + 1}"`)
    .replace("</definedNames>", '<definedName name="_hebiao_marker" localSheetId="0" hidden="1">"hebiao-summary"</definedName></definedNames>'));
  const bytes = zipParts(parts);
  const { bytes: after, sheets: [written] } = await editWorkbook(bytes, { sheets: [summaryPlan(first.report, OPTIONS)] });
  expect(written).toEqual({ name: SUMMARY_SHEET_NAME, replaced: true, omitted: [] });
  expect(partText(after, "xl/worksheets/sheet9.xml")).toBe(partText(bytes, "xl/worksheets/sheet9.xml"));
  const workbook = await readWorkbook(after);
  expect(textAt(findSheet(workbook, SUMMARY_SHEET_NAME)!, row, REMARK)).toBe("新的");
  expect(checkWorkbook(workbook, { fileName: "a.xlsx" }).findings).toEqual(first.report.findings);
});

test("where a program has dropped our mark, the sheets are known by what stands in them", async () => {
  const row = findingRow(first.sheet, "D9");
  const parts = new Map<string, string | Uint8Array>(Object.entries(unzipSync(await type(first.bytes, SUMMARY_SHEET_NAME, { [remarkAt(row)]: "已问" }))));
  parts.set("xl/workbook.xml", new TextDecoder().decode(parts.get("xl/workbook.xml") as Uint8Array).replace(/<definedName name="_hebiao_marker".*?<\/definedName>/g, ""));
  const again = await writeSummary(zipParts(parts), OPTIONS);
  expect(again.workbook.sheets.map(({ marker }) => marker)).toEqual([null, null, null, "hebiao-summary", "hebiao-details"]);
  expect(textAt(again.sheet, findingRow(again.sheet, "D9"), REMARK)).toBe("已问");
});

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The workbook with notes attached to cells of its 核查汇总, as Excel and programs of old store them: the texts by cell. */
function annotated(bytes: Uint8Array, notes: Readonly<Record<string, string>>): Uint8Array {
  const parts = new Map<string, string | Uint8Array>(Object.entries(unzipSync(bytes)));
  const text = (part: string) => new TextDecoder().decode(parts.get(part) as Uint8Array);
  const cells = Object.keys(notes).map((cell) => ({ cell, row: Number(/\d+/.exec(cell)![0]) - 1, column: columnNumber(/^[A-Z]+/.exec(cell)![0]) - 1 }));
  parts.set("xl/comments9.xml", `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>甲</author></authors><commentList>${
    cells.map(({ cell }) => `<comment ref="${cell}" authorId="0"><text><r><t>${notes[cell]}</t></r></text></comment>`).join("")}</commentList></comments>`);
  parts.set("xl/threadedComments/threadedComment9.xml", `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="${cells[0]!.cell}" personId="{1}" id="{2}"><text>${notes[cells[0]!.cell]}</text></threadedComment></ThreadedComments>`);
  parts.set("xl/drawings/vmlDrawing9.vml", `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><br>${
    cells.map(({ row, column }) => `<v:shape><x:ClientData ObjectType="Note"><x:Anchor> ${column + 1}, 15, ${row}, 2, ${column + 3}, 15, ${row + 4}, 4</x:Anchor><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`).join("")}</xml>`);
  parts.set("xl/worksheets/_rels/sheet4.xml.rels", relationships(`<Relationship Id="rId1" Type="${OFFICE}/comments" Target="../comments9.xml"/><Relationship Id="rId2" Type="${OFFICE}/vmlDrawing" Target="../drawings/vmlDrawing9.vml"/>` +
    '<Relationship Id="rId3" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment9.xml"/>'));
  parts.set("[Content_Types].xml", text("[Content_Types].xml").replace("</Types>", '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/comments9.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/><Override PartName="/xl/threadedComments/threadedComment9.xml" ContentType="application/vnd.ms-excel.threadedcomments+xml"/></Types>'));
  parts.set(SUMMARY_PART, text(SUMMARY_PART).replace("</worksheet>", '<legacyDrawing r:id="rId2"/></worksheet>'));
  return zipParts(parts);
}

test("notes that the user attached to cells go with their rows: in older programs' notes, in threads, and where they are drawn", async () => {
  const [gone, stays] = [findingRow(first.sheet, "D9"), findingRow(first.sheet, "B32")];
  const noted = annotated(first.bytes, { [`D${stays}`]: "问过站长", [`B${gone}`]: "已改", A1: "存档" });
  const notesOf = (sheet: Sheet) => Object.fromEntries([...sheet.notes].map(([key, text]) => [cellName(keyToRowColumn(key).row, keyToRowColumn(key).column), text]));
  expect(notesOf((await writeSummary(noted, OPTIONS)).sheet)).toEqual({ [`D${stays}`]: "问过站长", [`B${gone}`]: "已改", A1: "存档" });

  const second = await writeSummary(await type(noted, "附件1 对照表", { D9: 101 / 148 }), OPTIONS);
  const [row, solved] = [findingRow(second.sheet, "B32"), findingRow(second.sheet, "D9")];
  expect([row, solved > rowOf(second.sheet, SOLVED)]).toEqual([stays - 1, true]);
  expect(notesOf(second.sheet)).toEqual({ [`D${row}`]: "问过站长", [`B${solved}`]: "已改", A1: "存档" });
  expect(partText(second.bytes, "xl/threadedComments/threadedComment9.xml")).toContain(`ref="D${row}"`);
  const drawn = [...partText(second.bytes, "xl/drawings/vmlDrawing9.vml")!.matchAll(/<x:Anchor>([^<]*)<\/x:Anchor><x:Row>(\d+)<\/x:Row><x:Column>(\d+)/g)].map(([, ...parts]) => parts);
  expect(drawn).toEqual([[` 4, 15, ${row - 1}, 2, 6, 15, ${row + 3}, 4`, String(row - 1), "3"], [` 2, 15, ${solved - 1}, 2, 4, 15, ${solved + 3}, 4`, String(solved - 1), "1"], [" 1, 15, 0, 2, 3, 15, 4, 4", "0", "0"]]);
  expect(partText(second.bytes, SUMMARY_PART)).toMatch(/<legacyDrawing r:id="rId2"\/>/);
});
