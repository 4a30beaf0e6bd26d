import type { Random } from "../generator";
import type { BookSheet } from "./book";
import { EVIL_FORMULAS, evilText } from "./evil";
import { pickSheet } from "./change-cells";
import type { BookChange } from "./input";

const blank = (name: string): BookSheet => ({ name, visibility: "visible", cells: {}, merges: [], hiddenRows: [], hiddenColumns: [] });

const EVIL_SHEET_NAMES = [
  "__proto__", "constructor", "A1", "R1C1", "it's", "'", "''", "核查汇总", "核查汇总 (2)", "a!b", "[1]x", "TRUE", " ", "", "\u202e表", "1", "2024年7月", "<&\">", "🙂".repeat(15), "合".repeat(31), "合".repeat(300), "a:b", "=1+1", "RC", "SUM(A1)"
];

export const STRUCTURE_CHANGES: Readonly<Record<string, BookChange>> = {
  sheetName: (book, random) => {
    if (book.sheets.length > 0) random.pick(book.sheets).name = random.pick(EVIL_SHEET_NAMES);
  },
  sameSheetNames: (book, random) => {
    if (book.sheets.length > 0) book.sheets.push({ ...structuredClone(random.pick(book.sheets)) });
  },
  copySheet: (book, random) => {
    if (book.sheets.length > 0) book.sheets.push({ ...structuredClone(random.pick(book.sheets)), name: `副本${random.int(1, 999)}` });
  },
  dropSheet: (book, random) => {
    if (book.sheets.length > 1) book.sheets.splice(random.int(0, book.sheets.length - 1), 1);
  },
  shuffleSheets: (book, random) => {
    book.sheets = random.shuffle(book.sheets);
  },
  threeHundredSheets: (book, random) => {
    const content = random.chance(0.3) && book.sheets.length > 0 ? random.pick(book.sheets) : null;
    const copies = content && Object.keys(content.cells).length < 400 ? random.int(3, 12) : 0;
    const full = book.sheets.length + copies;
    while (book.sheets.length < 300) {
      const number = book.sheets.length;
      book.sheets.push({ ...(content && number < full ? structuredClone(content) : blank("")), name: `表${number}` });
    }
  },
  emptyBook: (book) => {
    book.sheets = [blank("Sheet1")];
  },
  visibility: (book, random) => {
    for (const sheet of book.sheets) sheet.visibility = random.pick(["visible", "hidden", "veryHidden"]);
  },
  mergeEverything: (book, random) => {
    pickSheet(book, random)?.merges.push(random.pick(["A1:XFD1048576", "A1:ZZ200", "A1:XFD1", "A1:A1048576", "B2:Z50", "A1:D4"]));
  },
  merges: (book, random) => {
    const sheet = pickSheet(book, random);
    for (let times = random.int(1, 12); times > 0; times--) sheet?.merges.push(randomRange(random));
  },
  manyMerges: (book, random) => {
    const sheet = pickSheet(book, random);
    for (let row = 1; row < 2000; row++) sheet?.merges.push(`A${row}:ZZ${row + random.int(0, 50)}`);
  },
  badMerge: (book, random) => {
    pickSheet(book, random)?.merges.push(random.pick(["", "A1", "A0:B1", "ZZZZ1:A1", "B2:A1", "A1:B2:C3", "#REF!", "1:1", "A:A"]));
  },
  noMerges: (book, random) => {
    const sheet = pickSheet(book, random);
    if (sheet) sheet.merges = [];
  },
  hideRows: (book, random) => {
    pickSheet(book, random)?.hiddenRows.push(...new Set(Array.from({ length: random.int(1, 30) }, () => random.int(1, 60))));
  },
  hideColumns: (book, random) => {
    const sheet = pickSheet(book, random);
    if (sheet) sheet.hiddenColumns = [...new Set([...sheet.hiddenColumns, ...Array.from({ length: random.int(1, 10) }, () => random.int(1, 30))])];
  },
  names: (book, random) => {
    for (let times = random.int(1, 5); times > 0; times--) {
      book.names.push({ name: random.pick(NAMES), formula: `=${random.pick(NAME_FORMULAS)}`, sheet: random.chance(0.3) ? random.int(-1, book.sheets.length) : null });
    }
  },
  circularNames: (book) => {
    for (let i = 0; i < 60; i++) book.names.push({ name: `n${i}`, formula: `=n${(i + 1) % 60}+n${(i + 7) % 60}`, sheet: null });
    const sheet = book.sheets[0];
    if (sheet) sheet.cells["B2"] = { v: 1, f: "=n0" };
  },
  useNames: (book, random) => {
    const sheet = pickSheet(book, random);
    if (sheet && book.names.length > 0) sheet.cells[random.pick(Object.keys(sheet.cells))] = { v: 1, f: `=${random.pick(book.names).name}` };
  },
  circle: (book, random) => {
    const sheet = pickSheet(book, random);
    if (!sheet) return;
    const cells = Array.from({ length: random.int(2, 6) }, () => random.pick(Object.keys(sheet.cells)));
    cells.forEach((ref, i) => { sheet.cells[ref] = { ...sheet.cells[ref], f: `=${cells[(i + 1) % cells.length]}+1` }; });
  },
  longChain: (book, random) => {
    const sheet = pickSheet(book, random);
    const length = random.pick([500, 3000, 20000]);
    for (let row = 1; sheet && row <= length; row++) sheet.cells[`AZ${row}`] = { f: row === length ? "=A1" : `=AZ${row + 1}+1`, ...(random.chance(0.5) ? { v: 1 } : {}) };
  },
  doublingChain: (book, random) => {
    const sheet = pickSheet(book, random);
    for (let row = 1; sheet && row <= 60; row++) sheet.cells[`BA${row}`] = { f: row === 60 ? "=1" : `=BA${row + 1}+BA${row + 1}&""` };
  },
  wideSums: (book, random) => {
    const sheet = pickSheet(book, random);
    for (let row = 1; sheet && row <= 400; row++) sheet.cells[`BB${row}`] = { f: `=SUM(A1:AZ${row * 50})+COUNTIF(A:A,A${row})` };
  },
  heavyFormulas: (book, random) => {
    const sheet = pickSheet(book, random);
    const formula = random.pick(EVIL_FORMULAS);
    for (let row = 1; sheet && row <= 300; row++) sheet.cells[`BC${row}`] = { f: formula(random, `BC${row}`) };
    if (sheet && random.chance(0.5)) sheet.cells[random.pick(["XFD1048576", "A60000", "ZZ300"])] = { v: 1 };
  },
  protect: (book, random) => {
    const sheet = pickSheet(book, random);
    if (sheet) sheet.protected = true;
  },
  manual: (book) => {
    book.calculation = "manual";
  },
  date1904: (book) => {
    book.date1904 = true;
  },
  withoutValues: (book) => {
    book.withoutValues = true;
  },
  sharedStrings: (book) => {
    book.sharedStrings = true;
  },
  longTexts: (book, random) => {
    const sheet = pickSheet(book, random);
    for (let row = 1; sheet && row <= 40; row++) sheet.cells[`AA${row}`] = { v: evilText(random) };
  }
};

const NAMES = ["__proto__", "constructor", "协议_1", "完成_1", "_hebiao_marker", "_xlnm.Print_Area", "A1", "TRUE", "SUM", "合计", "", "名 称", "toString"];
const NAME_FORMULAS = ["1", "A1", "Sheet1!$A$1", "'不存在'!$A$1", "#REF!", "__proto__", "合计", "constructor+1", "OFFSET(A1,1,1)", "\"hebiao-summary\"", "SUM(A:A)", "(", "A1:XFD1048576"];

function randomRange(random: Random): string {
  const letters = (): string => String.fromCharCode(65 + random.int(0, 25));
  return `${letters()}${random.int(1, 40)}:${letters()}${random.int(1, 40)}`;
}
