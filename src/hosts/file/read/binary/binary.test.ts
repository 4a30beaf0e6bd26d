import { write, utils } from "@e965/xlsx";
import { Evaluator } from "../../../../formulas";
import { cellKey, parseCellName, UNREADABLE_FORMULA, type Cell, type Workbook } from "../../../../workbook";
import { readWorkbook } from "../../index";
import { double, formula12, formula8, le, record12, record8, row12, text12, text8, xlsb, xlsStream } from "../../testing/binary";

const at = (workbook: Workbook, name: string, sheet = 0): Cell | undefined => {
  const { row, column } = parseCellName(name)!;
  return workbook.sheets[sheet]!.cell(row, column);
};
const MOVES = 0xc000;
const number8 = (row: number, column: number, value: number, style = 0) => record8(0x203, ...le(row, 2), ...le(column, 2), ...le(style, 2), ...double(value));
const supbook = (path: string, sheets: readonly string[]) => record8(0x1ae, ...le(sheets.length, 2), ...text8(path), ...sheets.flatMap((name) => text8(name)));
const OWN = record8(0x1ae, 2, 0, 1, 4);
const externSheet = (...references: readonly (readonly [number, number, number])[]) => record8(0x17, ...le(references.length, 2), ...references.flatMap((each) => each.flatMap((value) => le(value, 2))));
const name8 = (name: string, tokens: readonly number[], sheet = 0) =>
  record8(0x18, 0, 0, 0, name.length, ...le(tokens.length, 2), 0, 0, ...le(sheet, 2), ...le(0, 4), ...text8(name, 1).slice(1), ...tokens);

test("an .xls whose formulas read another workbook: they are told apart from its own, and nobody believes that their value is known", async () => {
  const b1 = [...le(0, 2), ...le(1 | MOVES, 2)];
  const stream = xlsStream([
    { name: "Sheet", records: [...number8(0, 1, 7), ...formula8(1, 0, 48, [0x5a, 1, 0, ...b1]), ...formula8(2, 0, 7, [0x5a, 0, 0, ...b1]), ...formula8(3, 0, 5, [0x59, 1, 0, 1, 0, 0, 0]), ...formula8(4, 0, 5, [0x43, 1, 0, 0, 0])] }
  ], [...OWN, ...supbook("\u0001\u0001C\u0003台账\u0003b.xls", ["Sheet", "二"]), ...record8(0x23, ...le(0, 6), ...text8("总数", 1)), ...externSheet([0, 0, 0], [1, 0, 0]), ...name8("局", [0x3a, 1, 0, ...b1])]);
  const workbook = await readWorkbook(stream, "a.xls");
  expect(["A2", "A3", "A4", "A5"].map((cell) => at(workbook, cell)!.formula)).toEqual(["='[1]Sheet'!B1", "=Sheet!B1", "=[1]!总数", "=局"]);
  expect(workbook.externalLinks).toEqual(["b.xls"]);
  expect(workbook.names).toEqual([{ name: "局", sheet: null, formula: "='[1]Sheet'!B1" }]);
  const evaluator = new Evaluator(workbook);
  const states = [1, 2, 3, 4].map((row) => evaluator.valueOf({ sheet: "Sheet", row: row + 1, column: 1 }));
  expect(states).toEqual([
    expect.objectContaining({ reason: "other-workbook" }), expect.objectContaining({ value: 7 }), expect.objectContaining({ reason: "other-workbook" }),
    expect.objectContaining({ reason: "other-workbook" })
  ]);
});

test("formulas of an .xls that give a text keep it and are formulas", async () => {
  const text = (row: number, tokens: readonly number[], ...between: number[]) =>
    [...record8(0x06, ...le(row, 2), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0, ...le(0, 4), ...le(tokens.length, 2), ...tokens), ...between, ...record8(0x207, ...text8("有"))];
  const exp = (row: number) => [0x01, ...le(row, 2), 0, 0];
  const constant = [0x17, 1, 1, ...le("有".charCodeAt(0), 2)];
  const workbook = await readWorkbook(xlsStream([{
    name: "一",
    records: [
      ...text(0, constant), ...text(1, exp(1), ...record8(0x221, ...le(1, 2), ...le(1, 2), 0, 0, 0, 0, ...le(0, 4), ...le(constant.length, 2), ...constant)),
      ...text(2, exp(2), ...record8(0x4bc, ...le(2, 2), ...le(3, 2), 0, 0, 0, 2, ...le(constant.length, 2), ...constant)), ...text(3, exp(2))
    ]
  }]));
  expect(["A1", "A2", "A3", "A4"].map((cell) => [at(workbook, cell)!.value, at(workbook, cell)!.formula])).toEqual(Array(4).fill(["有", '="有"']));
});

test("an .xls of LibreOffice, which keeps 0 for texts of shared formulas, asks to be calculated; those of others do not", async () => {
  const calculated = async (name: string) => (await readWorkbook(xlsStream([{ name: "一", records: number8(0, 0, 1) }], record8(0x5c, name.length, 0, 0, ...[...name.padEnd(109)].map((letter) => letter.charCodeAt(0)))))).recalculatesOnOpen;
  expect([await calculated("Calc"), await calculated("Admin")]).toEqual([true, false]);
});

test("an .xlsb whose formulas read another workbook", async () => {
  const b1 = [...le(0, 4), ...le(1 | MOVES, 2)];
  const bytes = xlsb({
    sheets: [{ name: "Sheet", records: [...row12(0), ...record12(5, ...le(1, 4), ...le(0, 4), ...double(7)), ...row12(1), ...formula12(0, 48, [0x5a, 1, 0, ...b1]), ...row12(2), ...formula12(0, 7, [0x5a, 0, 0, ...b1]), ...row12(3), ...formula12(0, 5, [0x59, 1, 0, ...le(1, 4)])] }],
    workbook: [...record12(353), ...record12(357), ...record12(355, ...text12("rIdL1")), ...record12(362, ...le(2, 4), ...[0, 0, 0, 1, 0, 0].flatMap((value) => le(value, 4))), ...record12(354)],
    links: [{ target: "file:///D:/%E5%8F%B0%E8%B4%A6/%E4%B8%80%E7%89%87.xlsb", records: [...record12(359, ...le(1, 4), ...text12("Sheet")), ...record12(577, ...text12("总数"))] }]
  });
  const workbook = await readWorkbook(bytes);
  expect(["A2", "A3", "A4"].map((cell) => at(workbook, cell)!.formula)).toEqual(["='[1]Sheet'!B1", "=Sheet!B1", "=[1]!总数"]);
  expect(workbook.externalLinks).toEqual(["一片.xlsb"]);
  expect(new Evaluator(workbook).valueOf({ sheet: "Sheet", row: 2, column: 1 })).toMatchObject({ reason: "other-workbook" });
});

test("shared formulas of an .xls are told cell by cell, those of arrays in their first cell only", async () => {
  const exp = [0x01, ...le(1, 2), ...le(2, 2)];
  const above = [0x2c, ...le(0xffff, 2), ...le(MOVES, 2), 0x1e, 1, 0, 0x03];
  const workbook = await readWorkbook(xlsStream([{
    name: "一",
    records: [
      ...formula8(1, 2, 1, exp), ...record8(0x4bc, ...le(1, 2), ...le(3, 2), 2, 2, 0, 3, ...le(above.length, 2), ...above), ...formula8(2, 2, 2, exp), ...formula8(3, 2, 3, exp),
      ...formula8(5, 0, 1, [0x01, ...le(5, 2), ...le(0, 2)]), ...record8(0x221, ...le(5, 2), ...le(6, 2), 0, 0, 0, 0, ...le(0, 4), ...le(5, 2), 0x64, ...le(0, 2), ...le(2 | MOVES, 2)), ...formula8(6, 0, 2, [0x01, ...le(5, 2), ...le(0, 2)]),
      ...formula8(8, 0, 4, [0x02, ...le(8, 2), ...le(0, 2)]), ...record8(0x236, ...le(8, 2), ...le(8, 2), 0, 0, ...le(0, 10)),
      ...formula8(9, 0, 4, [0x01, ...le(50, 2), ...le(0, 2)])
    ]
  }]));
  expect(["C2", "C3", "C4"].map((cell) => at(workbook, cell)!.formula)).toEqual(["=C1+1", "=C2+1", "=C3+1"]);
  expect(["A6", "A7", "A9"].map((cell) => [at(workbook, cell)!.formula, at(workbook, cell)!.value])).toEqual([["=C1", 1], [null, 2], [null, 4]]);
  expect(at(workbook, "A10")).toMatchObject({ value: 4, formula: UNREADABLE_FORMULA });
});

test("reads every kind of value of an .xls", async () => {
  const cell = (id: number, column: number, ...data: readonly number[]) => record8(id, 0, 0, ...le(column, 2), 1, 0, ...data);
  const result = (...data: readonly number[]) => [...data, ...le(0, 6 - data.length), 0xff, 0xff];
  const formula = (column: number, value: readonly number[]) => record8(0x06, 1, 0, ...le(column, 2), 0, 0, ...value, 0, 0, ...le(0, 4), 3, 0, 0x1e, 1, 0);
  const workbook = await readWorkbook(xlsStream([{
    name: "一", state: 1,
    records: [
      ...cell(0x203, 0, ...double(0.68235)), ...cell(0x27e, 1, ...le((1234 << 2) | 3, 4)), ...cell(0xfd, 2, 1, 0, 0, 0), ...cell(0x204, 3, ...text8("文")), ...cell(0x205, 4, 1, 0), ...cell(0x205, 5, 7, 1),
      ...record8(0xbd, 0, 0, 6, 0, 1, 0, ...le((5 << 2) | 2, 4), 0, 0, ...le((6 << 2) | 2, 4), 7, 0), ...cell(0x201, 9), ...cell(0xfd, 10, 9, 0, 0, 0),
      ...formula(0, result(0)), ...record8(0x207, ...text8("算出")), ...formula(1, result(1, 0, 1)), ...formula(2, result(2, 0, 0x17)), ...formula(3, result(3)), ...formula(4, double(5)),
      ...record8(0xe5, 1, 0, 0, 0, 1, 0, 0, 0, 2, 0), ...record8(0x208, ...le(4, 2), 0, 0, 0, 0, ...le(300, 2), ...le(0, 4), 0x20, 0), ...record8(0x7d, 2, 0, 3, 0, ...le(2560, 2), 0, 0, 1, 0),
      ...record8(0x5d, 0x15, 0, 0x12, 0, 0x19, 0, 1, 0), ...record8(0x1b6, ...le(0, 10), 2, 0, ...le(0, 6)), ...record8(0x3c, 1, ...le(0x6279, 2), ...le(0x6ce8, 2)), ...record8(0x1c, 0, 0, 1, 0, 0, 0, 1, 0)
    ]
  }, { name: "图", kind: 2 }, { name: "宏", kind: 1 }], [
    ...record8(0x22, 1, 0), ...record8(0x0d, 0, 0), ...record8(0x41e, 164, 0, ...text8("0.00%")), ...record8(0xe0, 0, 0, 0, 0), ...record8(0xe0, 0, 0, 164, 0),
    // The texts go on in another record, in the middle of a text and with characters of another width.
    ...record8(0xfc, ...le(2, 4), ...le(2, 4), 1, 0, 0, 0x61, 3, 0, 1, ...le(0x6587, 2)), ...record8(0x3c, 0, 0x62, 0x63)
  ]));
  const shown = "ABCDEFGH".split("").map((letter) => at(workbook, `${letter}1`)!.value);
  expect(shown).toEqual([0.68235, 12.34, "文bc", "文", true, { error: "#DIV/0!" }, 5, 6]);
  expect(at(workbook, "A1")!.text).toBe("68.24%");
  expect([at(workbook, "J1"), at(workbook, "K1")]).toEqual([undefined, undefined]);
  expect("ABCDE".split("").map((letter) => at(workbook, `${letter}2`)!.value)).toEqual(["算出", true, { error: "#REF!" }, "", 5]);
  expect(workbook).toMatchObject({ date1904: true, calculation: "manual", passedOver: [{ what: "texts", sheet: "一", count: 1, places: ["K1"] }, { what: "sheet", sheet: "宏" }] });
  const [sheet] = workbook.sheets;
  expect(workbook.sheets).toHaveLength(1);
  expect(sheet).toMatchObject({ name: "一", visibility: "hidden", merges: [{ top: 1, left: 1, bottom: 2, right: 3 }] });
  expect([[...sheet!.hiddenRows], [...sheet!.hiddenColumns], [...sheet!.notes]]).toEqual([[5], [3, 4], [[cellKey(1, 2), "批注"]]]);
});

test("a text that an .xlsb does not have is said", async () => {
  const text = (column: number, number: number) => record12(7, ...le(column, 4), ...le(0, 4), ...le(number, 4));
  const workbook = await readWorkbook(xlsb({ strings: ["一"], sheets: [{ name: "表", records: [...row12(0), ...text(0, 0), ...text(1, 1), ...text(2, 77)] }] }));
  expect(workbook.passedOver).toEqual([{ what: "texts", sheet: "表", count: 2, places: ["B1", "C1"] }]);
});

test("rows and columns of an .xls that have no height or width, or are not listed where only those are shown, are hidden", async () => {
  const row = (at: number, height: number) => record8(0x208, ...le(at, 2), 0, 0, 0, 0, ...le(height, 2), ...le(0, 4), 0, 0);
  const workbook = await readWorkbook(xlsStream([{
    name: "一", records: [...record8(0x225, 2, 0, ...le(0, 2)), ...row(0, 300), ...row(1, 0), ...record8(0x7d, 3, 0, 3, 0, ...le(0, 2), 0, 0, 0, 0), ...number8(0, 0, 1), ...number8(1, 0, 1), ...number8(2, 0, 1)]
  }]));
  expect([[...workbook.sheets[0]!.hiddenRows], [...workbook.sheets[0]!.hiddenColumns]]).toEqual([[2, 3], [4]]);
});

test("reads the shared formulas and texts of an .xlsb", async () => {
  const exp = [0x01, ...le(1, 4)];
  const above = [0x2c, ...le(0xfffff, 4), ...le(MOVES, 2)];
  const shared = record12(427, ...le(1, 4), ...le(2, 4), ...le(2, 4), ...le(2, 4), ...le(above.length, 4), ...above, ...le(0, 4));
  const workbook = await readWorkbook(xlsb({
    strings: ["一", "二"],
    sheets: [{ name: "表", state: 2, records: [...row12(0), ...record12(7, ...le(0, 4), ...le(0, 4), ...le(1, 4)), ...row12(1, 0x10), ...formula12(2, 1, exp, le(2, 4)), ...shared, ...row12(2), ...formula12(2, 1, exp, le(2, 4)), ...record12(60, ...le(1, 4), ...le(2, 4), ...le(2000, 4), ...le(0, 4), 1, 0), ...record12(176, ...le(0, 4), ...le(1, 4), ...le(0, 4), ...le(1, 4))] }]
  }));
  expect([at(workbook, "A1")!.value, at(workbook, "C2")!.formula, at(workbook, "C3")!.formula]).toEqual(["二", "=C1", "=C2"]);
  expect(workbook.sheets[0]).toMatchObject({ visibility: "veryHidden", merges: [{ top: 1, left: 1, bottom: 2, right: 2 }] });
  expect([[...workbook.sheets[0]!.hiddenRows], [...workbook.sheets[0]!.hiddenColumns]]).toEqual([[2], [2, 3]]);
});

/** An .xls of the library, whose stream bears that name. */
function compound(name: string): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([["指标", 148]]), "表");
  const bytes = new Uint8Array(write(book, { type: "array", bookType: "biff8" }));
  const place = (text: string) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(Buffer.from(text, "utf16le"));
  const found = place("Workbook");
  [...name.padEnd(8, "\u0000")].forEach((character, i) => bytes.set(le(character.charCodeAt(0), 2), found + 2 * i));
  bytes.set(le((name.length + 1) * 2, 2), found + 64);
  return bytes;
}

test.each(["Workbook", "WORKBOOK", "workbook", "Book"])("finds the stream %s", async (name) => {
  expect(at(await readWorkbook(compound(name), "表.xls"), "B1")!.value).toBe(148);
});

test("a workbook that lies inside another document is not the document", async () => {
  const bytes = compound("Workbook");
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The root leads to no entry any more: what is listed lies in no folder that is looked into.
  const root = buffer.indexOf(Buffer.from("Root Entry", "utf16le"));
  const at68 = root < 0 ? buffer.indexOf(Buffer.from("R\u0000", "utf16le")) : root;
  bytes.set(le(0xffffffff, 4), at68 + 76);
  await expect(readWorkbook(bytes)).rejects.toMatchObject({ code: "not-a-workbook" });
});

test("an .xls with a password says so", async () => {
  await expect(readWorkbook(xlsStream([{ name: "一" }], record8(0x2f, 1, 0, 1, 0, 1, 0, ...le(0, 48))))).rejects.toMatchObject({ code: "encrypted" });
});

test("streams that are cut are damaged", async () => {
  const whole = xlsStream([{ name: "一", records: [...number8(0, 0, 1), ...formula8(1, 0, 1, [0x1e, 1, 0])] }], record8(0xfc, ...le(1, 4), ...le(1, 4), ...text8("文")));
  for (let length = 40; length < whole.length; length += 3) await expect(readWorkbook(whole.subarray(0, length))).rejects.toMatchObject({ code: "corrupt" });
});

describe("bounds", () => {
  const repeated = (records: readonly number[], times: number): Uint8Array => {
    const all = new Uint8Array(records.length * times);
    for (let i = 0; i < times; i++) all.set(records, i * records.length);
    return all;
  };
  const row = [...row12(0), ...Array.from({ length: 100 }, (_, column) => record12(2, ...le(column, 4), ...le(0, 4), ...le(4, 4))).flat()];

  test("an .xlsb that would unpack to more than its cells can be is refused before it is unpacked", async () => {
    const bytes = xlsb({ sheets: [{ name: "一", records: repeated(row, 40_000) }] });
    expect(bytes.length).toBeLessThan(1_000_000);
    const start = performance.now();
    await expect(readWorkbook(bytes)).rejects.toMatchObject({ code: "too-large" });
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test("what it hides and merges is counted", async () => {
    const columns = record12(60, ...le(0, 4), ...le(16_383, 4), ...le(2000, 4), ...le(0, 4), 1, 0);
    await expect(readWorkbook(xlsb({ sheets: [{ name: "一", records: repeated(columns, 30_000) }] }))).rejects.toMatchObject({ code: "too-large" });
    const links = record12(494, ...le(0, 4), ...le(1_048_575, 4), ...le(0, 4), ...le(16_383, 4), ...le(0, 16));
    expect((await readWorkbook(xlsb({ sheets: [{ name: "一", records: repeated(links, 3) }] }))).sheets).toHaveLength(1);
  });

  test("reading twice the cells takes about twice the time", async () => {
    const time = async (rows: number): Promise<number> => {
      const records = new Uint8Array(row.length * rows);
      for (let i = 0; i < rows; i++) records.set([...row12(i), ...row.slice(row12(0).length)], i * row.length);
      const bytes = xlsb({ sheets: [{ name: "一", records }] });
      const start = performance.now();
      expect((await readWorkbook(bytes)).sheets[0]!.cells.size).toBe(rows * 100);
      return performance.now() - start;
    };
    await time(300);
    const [once, twice] = [await time(1000), await time(2000)];
    expect(twice / once).toBeLessThan(6);
  });
});

test("an .xlsb of Excel 2007's trial version, whose list of sheets says more of each; an entry that is cut is damage", async () => {
  const entry = (before: readonly number[], name: string) => record12(156, ...before, ...text12("rId1"), ...text12(name));
  const records = [...row12(0), ...record12(5, ...le(1, 4), ...le(0, 4), ...double(7))];
  const listed = (...entries: readonly number[][]) => xlsb({ sheets: [{ name: "一", records }], listed: entries.flat() });
  const trial = await readWorkbook(listed(entry([...le(0, 4), ...le(0, 4), ...le(1, 4)], "附件1"), entry([...le(1, 4), ...le(0, 4), ...le(2, 4)], "附件2")));
  expect(trial.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([["附件1", "visible"], ["附件2", "hidden"]]);
  expect(at(trial, "B1")!.value).toBe(7);
  await expect(readWorkbook(listed(record12(156, ...le(0, 8), ...text12("rId1"), ...le(99, 4))))).rejects.toMatchObject({ code: "corrupt" });
});
