import { cellName, MAX_COLUMNS, MAX_ROWS, parseCellName } from "../../src/workbook";
import type { Random } from "../generator";
import type { Book, BookCell, BookSheet } from "./book";
import { EVIL_FORMULAS, EVIL_NUMBERS, evilText } from "./evil";
import type { BookChange } from "./input";

/** A sheet with cells, and one of its cells. */
export function pickSheet(book: Book, random: Random): BookSheet | null {
  const filled = book.sheets.filter(({ cells }) => Object.keys(cells).length > 0);
  return filled.length > 0 ? random.pick(filled) : null;
}

const refs = (sheet: BookSheet): string[] => Object.keys(sheet.cells);

/** Does something to a few cells of one sheet. */
function toCells(most: number, act: (cell: BookCell, random: Random, ref: string, sheet: BookSheet, book: Book) => BookCell | null): BookChange {
  return (book, random) => {
    const sheet = pickSheet(book, random);
    if (!sheet) return;
    for (let times = random.int(1, most); times > 0; times--) {
      const all = refs(sheet);
      if (all.length === 0) return;
      const ref = random.pick(all);
      const changed = act(sheet.cells[ref]!, random, ref, sheet, book);
      if (changed) sheet.cells[ref] = changed;
      else delete sheet.cells[ref];
    }
  };
}

const within = (at: number, last: number): number => Math.min(last, Math.max(1, at));
const number = (cell: BookCell): number | null => (typeof cell.v === "number" ? cell.v : null);

export const CELL_CHANGES: Readonly<Record<string, BookChange>> = {
  blank: toCells(6, () => null),
  text: toCells(3, ({ z }, random) => ({ v: evilText(random), z })),
  number: toCells(3, ({ z }, random) => ({ v: random.pick(EVIL_NUMBERS), z })),
  formula: toCells(3, ({ v, z }, random, ref) => ({ v, z, f: random.pick(EVIL_FORMULAS)(random, ref) })),
  formulaWithoutValue: toCells(3, ({ z }, random, ref) => ({ z, f: random.pick(EVIL_FORMULAS)(random, ref) })),
  numberAsText: toCells(8, (cell) => (number(cell) === null ? cell : { v: String(cell.v), z: cell.z })),
  textAsNumber: toCells(4, (cell, random) => (typeof cell.v === "string" ? { v: random.int(0, 500), z: cell.z } : cell)),
  otherType: toCells(4, ({ z }, random) => ({ z, v: random.pick([true, false, { error: "#DIV/0!" }, { error: "#REF!" }, { error: "#N/A" }, null]) })),
  typed: toCells(5, ({ v, z }) => ({ v, z })),
  slightly: toCells(3, (cell, random) => (number(cell) === null ? cell : { ...cell, v: number(cell)! + random.pick([1, -1, 0.01, 0.5, 1e-9]) })),
  rawContent: toCells(2, (_, random) => ({ raw: random.pick(RAW) })),
  format: toCells(4, (cell, random) => ({ ...cell, z: random.pick(FORMATS) })),
  swap: toCells(4, (cell, random, ref, sheet) => {
    const other = random.pick(refs(sheet));
    const kept = sheet.cells[other]!;
    if (other !== ref) sheet.cells[other] = cell;
    return kept;
  }),
  move: toCells(4, (cell, random, ref, sheet) => {
    const { row, column } = parseCellName(ref)!;
    sheet.cells[cellName(within(row + random.int(-3, 3), MAX_ROWS), within(column + random.int(-3, 3), MAX_COLUMNS))] = cell;
    return random.chance(0.5) ? cell : sheet.cells[ref] === cell ? null : sheet.cells[ref]!;
  }),
  farAway: toCells(2, (cell, random, _, sheet) => {
    sheet.cells[random.pick(["XFD1048576", "A1048576", "XFD1", "ZZ9999", "A500000"])] = cell;
    return cell;
  }),
  doubleRow: (book, random) => copyLine(book, random, "row", false),
  moveRow: (book, random) => copyLine(book, random, "row", true),
  doubleColumn: (book, random) => copyLine(book, random, "column", false),
  moveColumn: (book, random) => copyLine(book, random, "column", true),
  blankRow: (book, random) => copyLine(book, random, "row", true, true),
  blankColumn: (book, random) => copyLine(book, random, "column", true, true),
  shuffleValues: (book, random) => {
    const sheet = pickSheet(book, random);
    if (!sheet) return;
    const from = refs(sheet).filter(() => random.chance(0.1));
    const values = random.shuffle(from.map((ref) => sheet.cells[ref]!));
    from.forEach((ref, index) => { sheet.cells[ref] = values[index]!; });
  },
  headEverywhere: (book, random) => {
    const sheet = pickSheet(book, random);
    if (!sheet) return;
    const texts = Object.values(sheet.cells).map(({ v }) => v).filter((v) => typeof v === "string");
    if (texts.length === 0) return;
    const text = random.pick(texts);
    for (const ref of refs(sheet)) if (random.chance(0.3)) sheet.cells[ref] = { v: text };
  }
};

/** Copies or moves a whole row or column over another. */
function copyLine(book: Book, random: Random, line: "row" | "column", take: boolean, drop = false): void {
  const sheet = pickSheet(book, random);
  if (!sheet) return;
  const lines = [...new Set(refs(sheet).map((ref) => parseCellName(ref)![line]))];
  const from = random.pick(lines);
  const to = random.chance(0.8) ? random.pick(lines) : random.int(1, 60);
  for (const ref of refs(sheet)) {
    const at = parseCellName(ref)!;
    if (at[line] !== from) continue;
    const cell = sheet.cells[ref]!;
    if (take) delete sheet.cells[ref];
    if (!drop) sheet.cells[line === "row" ? cellName(to, at.column) : cellName(at.row, to)] = cell;
  }
}

const FORMATS = [
  "0%", "0.00%", "0", "@", "General", "0.0", "0.000000000000000000000000000000", "yyyy/m/d", "yyyy\"年\"m\"月\"d\"日\"", "[h]:mm", "m\"月\"", ";;;", "[Red]0;[Blue]-0;\"零\";@",
  "#,##0.00_);(#,##0.00)", "0.00E+00", "# ?/?", "[DBNum1]General", "[$-804]aaaa", "\"<b>\"0", "[>100]0;[<-100]0;0", "[", "[Red", "\"", "0;0;0;0;0;0", "\\", "_", "*", "?".repeat(300), "0.0.0%%", "yyyyyyyymmmmmmdddd", "[color99]0", "G/通用格式"
];

const RAW: readonly NonNullable<BookCell["raw"]>[] = [
  { xml: "<v></v>" }, { xml: "<v>NaN</v>" }, { xml: "<v>1e999</v>" }, { xml: "<v>-1E-999</v>" }, { xml: "<v> 5 </v>" }, { xml: "<v>0x1F</v>" }, { xml: "<v>1,5</v>" }, { xml: "<v>５</v>" },
  { t: "n", xml: "<v>5.0</v>" }, { t: "n", xml: "<v/>" }, { t: "b", xml: "<v>true</v>" }, { t: "b", xml: "<v>2</v>" }, { t: "e", xml: "<v>#WHAT!</v>" }, { t: "d", xml: "<v>2024-13-45</v>" }, { t: "d", xml: "<v>2024-07-01T00:00:00</v>" },
  { t: "str", xml: "<v>文本</v>" }, { t: "inlineStr", xml: "<is/>" }, { t: "inlineStr", xml: "<is><r><t>合</t></r><r><t>计</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></is>" }, { t: "zzz", xml: "<v>1</v>" }, { t: "s", xml: "<v>999999</v>" }, { t: "s", xml: "<v>-1</v>" }, { t: "s", xml: "<v>1.5</v>" },
  { xml: "<f t=\"shared\" ref=\"A1:B9\" si=\"0\">A1+1</f><v>2</v>" }, { xml: "<f t=\"shared\" si=\"0\"/><v>2</v>" }, { xml: "<f t=\"shared\" si=\"77\"/>" }, { xml: "<f t=\"array\" ref=\"A1:XFD1048576\">1</f><v>1</v>" },
  { xml: "<f t=\"dataTable\" ref=\"B2:C3\" dt2D=\"1\" r1=\"A1\" r2=\"A2\"/><v>3</v>" }, { xml: "<f/><v>1</v>" }, { xml: "<f>1</f><f>2</f><v>1</v><v>2</v>" }, { xml: "<v>1</v><is><t>x</t></is>" }, { t: "str", xml: "<f>\"a\"</f>" }, { xml: "<extLst><ext uri=\"x\"/></extLst>" }
];
