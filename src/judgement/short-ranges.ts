import { shapeOf } from "../formulas";
import { isSubtotalLabel, isTotalLabel } from "../tables/indicators/heads";
import { headText, readCell } from "../tables/reading";
import { allTables, isOfStationsWorkbook, isStations, type Tables } from "../tables/tables";
import { sameNumber } from "../values/numbers";
import { findSheet, isError, keyToRowColumn, rectContains, type CellAddress, type Sheet, type Workbook } from "../workbook";
import type { Arithmetic } from "./arithmetic";
import type { OddFill } from "./fills";

/** Rows of one column that a formula takes together. */
interface Run {
  readonly sheet: string;
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
}

interface Taker {
  readonly at: CellAddress;
  readonly formula: string;
  readonly run: Run;
}

const TAKES_ALL = /\b(?:SUM|AVERAGE|COUNTA?|COUNTIF|MAX|MIN|SUBTOTAL)\(/i;
const RANGE = /(?:(?:'((?:[^']|'')+)'|([^'"!()+*/,<>=&^\s:-]+))!)?\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)/gi;
/** Fewer rows than that show no kind. */
const FEWEST = 3;
/** A sheet with more cells is data. */
const MOST_CELLS = 6000;
/** How far above a cell its heads stand, and how long they are. */
const HEAD_REACH = 60;
const LONGEST_HEAD = 20;
/** Words of a label that says which rows are meant. */
const CHOSEN = /[上下]半|除|不含|不计|扣|其中|以[上下前后内外]|前|后|季度|半年|期/;
/** Rows that stand below or above a table's own. */
const NO_ROW = /平均|均值|最[高低大小]|目标|上年|去年|标准|满分|备注|说明|^注|差/;

/**
 * Sums, means and counts over the rows of a table that stop one row before the last of its kind, or begin one after the first: another formula takes all of
 * them, or the formula stands right under them. Not where a role says what the cell holds.
 */
export function shortRanges(workbook: Workbook, tables: Tables, arithmetic: Arithmetic): OddFill[] {
  if (!isStations(tables)) return [];
  const takers = workbook.sheets.filter(({ visibility, marker, cells }) => visibility === "visible" && marker === null && cells.size <= MOST_CELLS).flatMap(takersOn);
  return takers.filter(({ run }) => run.bottom - run.top + 1 >= FEWEST).flatMap((taker) => {
    const judged = arithmetic.at(taker.at);
    return judged && !judged.meaning.byProof ? [] : shortAt(workbook, tables, arithmetic, taker, takers);
  });
}

function takersOn(sheet: Sheet): Taker[] {
  const found: Taker[] = [];
  for (const { key, formula } of sheet.shownFormulas()) {
    if (!TAKES_ALL.test(formula)) continue;
    const runs = [...formula.matchAll(RANGE)].map(([, quoted, plain, left, top, right, bottom]) => ({ sheet: quoted?.replace(/''/g, "'") ?? plain ?? sheet.name, left: left!, top: Number(top), right: right!, bottom: Number(bottom) }));
    const [run] = runs;
    if (!run || runs.some(({ left, right }) => left.toUpperCase() !== right.toUpperCase()) || runs.some(({ sheet: name, top, bottom }) => name !== run.sheet || top !== run.top || bottom !== run.bottom)) continue;
    const column = [...run.left.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    const at = { sheet: sheet.name, ...keyToRowColumn(key) };
    // A running sum (累计) goes as far as its own row.
    const isRunning = run.sheet === sheet.name && at.row >= run.top && at.row <= run.bottom;
    if (!isRunning) found.push({ at, formula, run: { sheet: run.sheet, column, top: run.top, bottom: run.bottom } });
  }
  return found;
}

function shortAt(workbook: Workbook, tables: Tables, { evaluator }: Arithmetic, { at, formula, run }: Taker, takers: readonly Taker[]): OddFill[] {
  const sheet = findSheet(workbook, run.sheet);
  if (!sheet || !isOfStationsWorkbook(sheet, tables) || (at.sheet === run.sheet && at.row >= run.top - 1 && at.row <= run.bottom + 1 && at.column !== run.column)) return [];
  const rows = new Rows(sheet, run);
  const [below, above] = [rows.goOn(1), rows.goOn(-1)];
  if (below.length > 0 === above.length > 0) return [];
  const missing = [...below, ...above];
  const [left] = missing as [number, ...number[]];
  const whole = { top: Math.min(run.top, ...missing), bottom: Math.max(run.bottom, ...missing) };
  if (at.sheet === run.sheet && at.row >= whole.top && at.row <= whole.bottom) return [];
  const others = takers.filter((other) => other.run.sheet === run.sheet && other.formula !== formula);
  const sameRows = others.filter(({ run: own }) => own.top === run.top && own.bottom === run.bottom).length;
  const partly = others.some(({ run: own }) => own.top <= whole.bottom && own.bottom >= whole.top && missing.some((row) => row >= own.top && row <= own.bottom) && (own.top !== whole.top || own.bottom !== whole.bottom));
  const models = others.filter(({ run: own }) => own.top === whole.top && own.bottom === whole.bottom).map((other) => other.at);
  const isFoot = at.sheet === run.sheet && at.column === run.column && at.row === whole.bottom + 1;
  // Of another sheet's rows one alone may be left out where their numbers go on, or where they are merged to one part; more of them where something else takes all.
  const ofOne = at.sheet !== run.sheet && (rows.isNumbered || rows.isOnePart(whole));
  if (sameRows > 0 || partly || (models.length === 0 && !(isFoot && (left > run.bottom || rows.isNumbered)) && !ofOne)) return [];
  // On its own sheet several rows are left out where a total right under them is one of a row that takes all.
  const inRow = models.filter((model) => model.sheet === at.sheet && model.row === at.row).length;
  if (missing.length > 1 && (models.length === 0 || (at.sheet === run.sheet && !(isFoot && inRow > 0)))) return [];
  const own = findSheet(workbook, at.sheet)!;
  // 中期 over a column is no choice of rows where the other columns take all of them; 前五个月 is.
  const heads = headsOf(own, at).filter((head) => !(models.length > 0 && at.sheet === run.sheet && /期|季度/.test(head)));
  if ([...labelsOf(own, at), ...heads].some((label) => CHOSEN.test(label))) return [];
  const right = formula.replace(RANGE, (text) => text.replace(/(\d+):(\$?[A-Z]{1,3}\$?)\d+$/i, (_, __, column: string) => `${whole.top}:${column}${whole.bottom}`));
  const outcome = evaluator.evaluate(right, at);
  if (outcome.state !== "known" || isError(outcome.value) || (typeof outcome.value !== "number" && typeof outcome.value !== "string")) return [];
  const reading = readCell(own, at.row, at.column);
  const agrees = typeof outcome.value === "number" ? reading.number !== null && sameNumber(reading.number, outcome.value) : reading.text === outcome.value;
  const table = allTables(tables).find((one) => one.sheet === at.sheet && rectContains(one.rect, at.row, at.column))?.kind ?? "workbook";
  return [{ reading, formula: right, gives: outcome.value, models, agrees, table, leavesOut: { sheet: run.sheet, row: left, column: run.column } }];
}

/** The texts of the cell's own row before it. */
function labelsOf(sheet: Sheet, { row, column }: CellAddress): string[] {
  return sheet.columns(row).filter((other) => other < column).map((other) => headText(sheet, row, other));
}

/** The texts above a cell. */
function headsOf(sheet: Sheet, { row, column }: CellAddress): string[] {
  const above = Array.from({ length: Math.min(row - 1, HEAD_REACH) }, (_, i) => row - 1 - i).filter((each) => typeof sheet.cell(each, column)?.value === "string");
  return above.map((each) => headText(sheet, each, column)).filter((text) => text.length <= LONGEST_HEAD);
}

/** The rows of a run: what they are alike in, and whether the rows around go on with it. */
class Rows {
  /** Their numbers (序号) go up one by one, and the row that was left out goes on with them. */
  isNumbered = false;

  constructor(private readonly sheet: Sheet, private readonly run: Run) {}

  /** The rows next to the run (below: 1, above: −1) that are of the same kind, as far as that goes. */
  goOn(step: 1 | -1): number[] {
    const edge = step === 1 ? this.run.bottom : this.run.top;
    const found: number[] = [];
    if (!this.isAlike(edge - step, edge)) return [];
    for (let row = edge + step; row > 0 && this.isAlike(row - step, row) && this.goesOn(row, step); row += step) found.push(row);
    return found.length * 2 <= this.run.bottom - this.run.top + 1 ? found : [];
  }

  /** A cell (a category) is merged over just these rows. */
  isOnePart({ top, bottom }: { readonly top: number; readonly bottom: number }): boolean {
    return this.sheet.merges.some((merge) => merge.top === top && merge.bottom === bottom);
  }

  /** Numbers, texts and formulas stand in the same columns; a remark may be there or not. */
  private isAlike(a: number, b: number): boolean {
    // 是 in some rows of a column and nothing in the others.
    const own = [a, b].map((row) => this.kindAt(row, this.run.column));
    if (own[0] !== own[1] && !own.every((kind) => kind === "" || kind === "text")) return false;
    const columns = new Set([...this.sheet.columns(a), ...this.sheet.columns(b)]);
    let different = 0;
    let labels = 0;
    for (const column of columns) {
      const [one, other] = [this.kindAt(a, column), this.kindAt(b, column)];
      if (one === "text" && other === "text") labels++;
      else if (one !== other && !(["", "text"].includes(one) && ["", "text"].includes(other))) different++;
    }
    return labels > 0 && different <= 1;
  }

  /** It is called as a row of the table is, belongs to the same part of it, and its number goes on. */
  private goesOn(row: number, step: 1 | -1): boolean {
    const { top, bottom, column } = this.run;
    const rows = Array.from({ length: bottom - top + 1 }, (_, i) => top + i);
    const value = readCell(this.sheet, row, column).number;
    if (value !== null && sameNumber(value, rows.reduce((sum, each) => sum + (readCell(this.sheet, each, column).number ?? 0), 0))) return false;
    return this.sheet.columns(row).every((each) => {
      const own = headText(this.sheet, row, each);
      const texts = rows.map((one) => headText(this.sheet, one, each));
      if (each !== column && (isTotalLabel(own) || isSubtotalLabel(own) || NO_ROW.test(own))) return false;
      const merge = this.sheet.mergeAt(top, each);
      if (merge && merge.bottom > merge.top && merge.top <= top && merge.bottom >= bottom && !(row >= merge.top && row <= merge.bottom)) return false;
      if (each === column || this.kindAt(row, each) === "number") return each === column || this.numberGoesOn(row, each, rows, step);
      // 持证社工 in every row but this: another part of the table.
      return this.kindAt(row, each) !== "text" || !(texts.every((text) => text === texts[0]) && texts[0] !== "" && texts[0] !== own);
    });
  }

  private numberGoesOn(row: number, column: number, rows: readonly number[], step: 1 | -1): boolean {
    const numbers = rows.map((one) => readCell(this.sheet, one, column).number);
    const isSeries = numbers.every((number, i) => number !== null && (i === 0 || number === numbers[i - 1]! + 1));
    if (!isSeries) return true;
    const edge = step === 1 ? row - this.run.bottom : row - this.run.top;
    const goesOn = readCell(this.sheet, row, column).number === (step === 1 ? numbers[numbers.length - 1]! : numbers[0]!) + edge;
    if (goesOn) this.isNumbered = true;
    return goesOn;
  }

  private kindAt(row: number, column: number): string {
    const cell = this.sheet.cell(row, column);
    if (!cell) return "";
    if (cell.formula !== null) return `formula ${shapeOf(cell.formula, row, column)}`;
    const reading = readCell(this.sheet, row, column);
    // 12月 is a label; 6 kept as text is a number.
    return reading.number !== null && reading.unit === "" ? "number" : reading.kind === "blank" ? "" : "text";
  }
}
