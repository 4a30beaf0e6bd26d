import { double, le } from "../../testing/binary";
import { formulaText, sheetPrefix, XLS, XLSB, type FormulaNames } from "./formula";

const NAMES: FormulaNames = {
  sheetOf: (index) => ["数据!", "'[1]台账'!", "#REF!", sheetPrefix("1月", "12月", null)][index] ?? null,
  name: (number) => ["人数", "_xlfn.IFS", "_xlfn.LET"][number - 1] ?? null,
  nameOf: (index, number) => (index === 1 ? `[1]!名${number}` : null)
};
const text8 = (tokens: readonly number[], extra: readonly number[] = [], row = 4, column = 3) => formulaText(Uint8Array.from(tokens), Uint8Array.from(extra), row, column, NAMES, XLS);
const text12 = (tokens: readonly number[], extra: readonly number[] = [], row = 4, column = 3) => formulaText(Uint8Array.from(tokens), Uint8Array.from(extra), row, column, NAMES, XLSB);

/** Both parts of a reference move with the cell, or neither. */
const MOVES = 0xc000;
const ref = (row: number, column: number, flags = MOVES) => [0x44, ...le(row, 2), ...le(column | flags, 2)];
const area = (top: number, bottom: number, left: number, right: number, flags = MOVES) => [0x25, ...le(top, 2), ...le(bottom, 2), ...le(left | flags, 2), ...le(right | flags, 2)];
const D4 = ref(3, 3);
const C4 = ref(3, 2);

test.each<[string, readonly number[], string | null]>([
  ["a quotient", [...D4, ...C4, 0x06], "=D4/C4"],
  ["fixed references", [...ref(3, 3, 0), ...ref(3, 2, 0x4000), 0x06, ...ref(3, 1, 0x8000), 0x03], "=$D$4/C$4+$B4"],
  ["brackets and signs", [...D4, ...C4, 0x03, 0x15, 0x13, 0x14], "=-(D4+C4)%"],
  ["comparisons and texts", [...D4, 0x17, 1, 0, 0x2f, 0x0b], '=D4="/"'],
  ["a text in two bytes, with quotes", [0x17, 3, 1, ...le(0x6587, 2), ...le(0x22, 2), ...le(0x6587, 2)], '="文""文"'],
  ["numbers, truth values, errors", [0x1e, ...le(100, 2), 0x1f, ...double(0.5), 0x05, 0x1d, 1, 0x0b, 0x1c, 0x2a, 0x0e], "=100*0.5=TRUE<>#N/A"],
  ["functions that count their arguments", [...D4, 0x17, 1, 0, 0x2f, 0x0b, 0x19, 2, 0, 0, 0x17, 1, 0, 0x2f, 0x19, 8, 0, 0, ...D4, ...C4, 0x06, 0x19, 8, 3, 0, 0x42, 3, ...le(1, 2)], '=IF(D4="/","/",D4/C4)'],
  ["functions that need not", [...D4, 0x1e, 2, 0, 0x41, ...le(27, 2)], "=ROUND(D4,2)"],
  ["functions without arguments", [0x41, ...le(221, 2)], "=TODAY()"],
  ["a sum", [...area(3, 5, 2, 2), 0x19, 0x10, 0, 0], "=SUM(C4:C6)"],
  ["a left out argument", [...D4, 0x16, 0x42, 2, ...le(1, 2)], "=IF(D4,)"],
  ["whole columns and rows", [...area(0, 65535, 0, 1), ...area(3, 4, 0, 255, 0), 0x42, 2, ...le(4, 2)], "=SUM(A:B,$4:$5)"],
  ["another sheet", [0x3a, 0, 0, ...le(3, 2), ...le(2 | MOVES, 2)], "=数据!C4"],
  ["several sheets", [0x3b, 3, 0, ...le(3, 2), ...le(5, 2), ...le(2 | MOVES, 2), ...le(2 | MOVES, 2), 0x19, 0x10, 0, 0], "=SUM('1月:12月'!C4:C6)"],
  ["another workbook", [0x5a, 1, 0, ...le(3, 2), ...le(2 | MOVES, 2), ...D4, 0x03], "='[1]台账'!C4+D4"],
  ["an area of another workbook", [0x3b, 1, 0, ...le(3, 2), ...le(5, 2), ...le(2 | MOVES, 2), ...le(2 | MOVES, 2), 0x19, 0x10, 0, 0], "=SUM('[1]台账'!C4:C6)"],
  ["a name of another workbook", [0x59, 1, 0, ...le(2, 2), 0, 0], "=[1]!名2"],
  ["a deleted sheet", [0x3a, 2, 0, ...le(3, 2), ...le(2, 2)], "=#REF!"],
  ["deleted cells", [0x4a, 0, 0, 0, 0, 0x3d, 0, 0, ...le(0, 8), 0x03], "=#REF!+#REF!"],
  ["a name", [0x43, 1, 0, 0, 0], "=人数"],
  ["a younger function", [0x43, 2, 0, 0, 0, ...D4, ...C4, 0x42, 3, ...le(255, 2)], "=IFS(D4,C4)"],
  ["a union", [...ref(0, 0), ...ref(1, 0), 0x10, 0x15, 0x19, 0x10, 0, 0], "=SUM((A1,A2))"],
  ["what a program keeps for itself", [0x29, 11, 0, ...ref(0, 0), ...ref(1, 0), 0x10, 0x15, 0x19, 0x10, 0, 0], "=SUM((A1,A2))"],
  ["spaces", [0x19, 0x40, 0, 1, ...D4], "=D4"],
  ["a choice", [...D4, 0x19, 4, 1, 0, 0, 0, 0, 0, 0x1e, 1, 0, 0x19, 8, 0, 0, 0x42, 2, ...le(100, 2)], "=CHOOSE(D4,1)"],
  ["an unknown sheet", [0x3a, 9, 0, 0, 0, 0, 0], null],
  ["an unknown name", [0x43, 9, 0, 0, 0], null],
  ["a command of macros", [...D4, 0x42, 1, ...le(0x8000 + 1, 2)], null],
  ["an unknown token", [0x1b], null],
  ["a token that is cut", [0x44, 1], null],
  ["an operator without operands", [...D4, 0x03], null],
  ["two results", [...D4, ...C4], null],
  ["nothing", [], null]
])("%s", (_, tokens, expected) => expect(text8(tokens)).toBe(expected));

test("constants in braces", () => {
  const extra = [1, ...le(1, 2), 1, ...double(1.5), 2, ...le(1, 2), 0, 0x61, 4, 1, ...le(0, 7), 16, 7, ...le(0, 7)];
  expect(text8([0x60, ...le(0, 7)], extra)).toBe('={1.5,"a";TRUE,#DIV/0!}');
  expect(text12([0x60, ...le(0, 14)], [...le(2, 4), ...le(1, 4), 0, ...double(1.5), 1, ...le(1, 2), ...le(0x61, 2)])).toBe('={1.5,"a"}');
});

test.each([
  // Counted from D5: up and left over the edge, and down over it.
  ["one up", 0xffff, 0x00ff | MOVES, 4, 3, "=C4"], ["over the upper edge", 0xfff0, 0x0000 | MOVES, 4, 3, "=D65525"], ["over the left edge", 0, 0x00f0 | MOVES, 4, 3, "=IJ5"],
  ["in fourteen bits", 0, 0x3fff | MOVES, 4, 3, "=C5"], ["a fixed row", 2, 0x00ff | 0x4000, 4, 3, "=C$3"], ["over the lower edge", 3, 0 | MOVES, 65534, 0, "=A2"]
])("a shared reference %s", (_, row, column, atRow, atColumn, expected) => expect(text8([0x4c, ...le(row, 2), ...le(column, 2)], [], atRow, atColumn)).toBe(expected));

test("a shared area of an .xlsb is counted in its own size", () => {
  const tokens = [0x2d, ...le(0xffffe, 4), ...le(0xfffff, 4), ...le(MOVES, 2), ...le(MOVES, 2), 0x19, 0x10, 0, 0];
  expect(text12(tokens, [], 54, 34)).toBe("=SUM(AI53:AI54)");
  expect(text12([0x24, ...le(1_048_575, 4), ...le(16_383 | MOVES, 2)])).toBe("=XFD1048576");
});
