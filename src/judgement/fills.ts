import { moveFormula, relativeForm, shapeOf } from "../formulas";
import type { CardList, Matrix, OverallList, QuotientTable } from "../tables/indicators/types";
import { readCell } from "../tables/reading";
import type { ScoreTable } from "../tables/scores/types";
import type { Tables } from "../tables/tables";
import type { Reading, TableKind } from "../tables/types";
import { addressKey, cellKey, findSheet, isError, keyToRowColumn, rectContains, type CellAddress, type Rect, type Sheet, type Workbook } from "../workbook";
import type { Arithmetic } from "./arithmetic";
import { comparedFill } from "./fill-compare";
import { slippedLinks } from "./links";
import { looseBalances } from "./loose-balances";
import { looseFills } from "./loose-fills";
import { looseSubtotals } from "./loose-subtotals";
import { looseSums } from "./loose-sums";
import { remarkOf } from "./own-remarks";
import { oddAmongSheets } from "./parallel-sheets";
import { oddCalls } from "./registers";
import { shortRanges } from "./short-ranges";
import { oddInTotalRows } from "./total-rows";

/** A cell that alone differs from the formula that fills its column and row. */
export interface OddFill {
  readonly reading: Reading;
  /** The formula of its neighbours as it would stand here, and what that gives. */
  readonly formula: string;
  readonly gives: number | string;
  /** The cells that hold the formula, the nearest of its column or row first. */
  readonly models: readonly CellAddress[];
  /** It is a link to a cell of another sheet, and leads elsewhere than its neighbours say. */
  readonly isLink?: boolean;
  /** The models are the same cell of other sheets. */
  readonly onSheets?: boolean;
  /** It should be the sum of the models, as the others of its line are of theirs. */
  readonly isSum?: boolean;
  /** It should be what its line's other cells (and the line before) leave, as the models are of theirs. */
  readonly isBalance?: boolean;
  /** Both the total of its row and that of its column (the models) say what it should be; nothing computes it. */
  readonly isInside?: boolean;
  /** The one row of its kind that the cell's own formula leaves out. */
  readonly leavesOut?: CellAddress;
  /** What the sheet itself says of the cell, or of its row. */
  readonly remark?: string;
  /** The cell shows what the formula gives. */
  readonly agrees: boolean;
  /** The table that it belongs to; a link may stand outside all. */
  readonly table: TableKind | "workbook";
}

type Filled = Matrix | OverallList | CardList | QuotientTable | ScoreTable;

/** So many cells of the column hold the same formula, or so many of the table where some of them stand in the column and some in the row. */
const IN_COLUMN = 3;
const TOGETHER = 4;
/** Rows below a table whose indicators stand side by side that may be computed of it (差额). */
const ROWS_BELOW = 3;
/** Of a line that is filled with a formula more than this share of other cells is a way of its own, no slip. */
const OTHERS = 1 / 3;
const known = new WeakMap<Arithmetic, readonly OddFill[]>();

/**
 * What formulas filled down a column (or along a row) of an indicator or score table prove of cells that no role speaks of: SUMIFS from a register,
 * differences, growth, 达标. A cell that was typed or slipped among them is odd; how rows and columns are alike the table says.
 */
export function oddFills(workbook: Workbook, tables: Tables, arithmetic: Arithmetic): readonly OddFill[] {
  let found = known.get(arithmetic);
  if (!found) {
    const all = [...tables.matrices, ...tables.overall, ...tables.cards, ...tables.quotients, ...tables.scores];
    const odd = all.flatMap((table) => {
      const sheet = findSheet(workbook, table.sheet)!;
      const others = table.kind === "scores" ? tables.rosters : [...tables.rosters, ...tables.scores];
      const below = all.filter((other) => other !== table && other.rect.top > table.rect.bottom);
      const away = [...others, ...below].filter((other) => other.sheet === table.sheet).map(({ rect }) => rect);
      return new FilledTable(workbook, sheet, table, arithmetic, away).odd();
    });
    odd.push(...slippedLinks(workbook, tables, arithmetic), ...oddCalls(workbook, tables, arithmetic), ...looseFills(workbook, tables, arithmetic));
    const first = new Set(odd.map(({ reading }) => addressKey(reading.at)));
    const sums = looseSums(workbook, tables, arithmetic);
    const inside = new Set(sums.map(({ reading }) => addressKey(reading.at)));
    const inTotals = oddInTotalRows(tables, arithmetic).filter(({ models }) => !models.some((at) => inside.has(addressKey(at))));
    const loose = [...shortRanges(workbook, tables, arithmetic), ...sums, ...looseSubtotals(tables, arithmetic), ...inTotals, ...oddAmongSheets(workbook, tables, arithmetic)];
    odd.push(...loose.filter(({ reading }) => !first.has(addressKey(reading.at))));
    odd.push(...looseBalances(tables, arithmetic, new Set(odd.map(({ reading }) => addressKey(reading.at)))));
    found = [...new Map(odd.map((one) => [addressKey(one.reading.at), withRemark(workbook, one)])).values()];
    known.set(arithmetic, found);
  }
  return found;
}

/** What was typed, or has a number typed into it, may be as its remark says; a formula over other cells slipped all the same. */
function withRemark(workbook: Workbook, odd: OddFill): OddFill {
  const { at, formula } = odd.reading;
  if (formula !== null && !/(?<![A-Z$\d.])\d/i.test(formula)) return odd;
  const remark = remarkOf(findSheet(workbook, at.sheet)!, at);
  return remark === null ? odd : { ...odd, remark };
}

/** Rows and columns of a table that hold the same for one area or indicator after the other, without its sums. */
function alikeLines(table: Filled): { rows: ReadonlySet<number>; columns: ReadonlySet<number> } {
  const cells = table.kind === "indicators" ? table.areas.flatMap(({ triples }) => triples.map(({ done }) => done.at))
    : table.kind === "scores" ? table.rows.flatMap(({ score, converted, judges }) => [score, converted, ...judges].flatMap((reading) => (reading ? [reading.at] : [])))
    : table.kind === "quotients" ? table.proven.rates.map(({ rate }) => rate.at) : table.items.map(({ done }) => done.at);
  return { rows: new Set(cells.map(({ row }) => row)), columns: new Set(cells.map(({ column }) => column)) };
}

/** The formulas of one table that no role speaks of, by their relative forms. */
class FilledTable {
  private readonly shapes = new Map<number, number>();
  private readonly byShape = new Map<number, number[]>();
  private readonly rows: ReadonlySet<number>;
  private readonly columns: ReadonlySet<number>;

  constructor(
    private readonly workbook: Workbook, private readonly sheet: Sheet, private readonly table: Filled, private readonly arithmetic: Arithmetic, private readonly away: readonly Rect[]
  ) {
    ({ rows: this.rows, columns: this.columns } = alikeLines(table));
    // What a table computes of its rows often stands right of what its roles take in; of one whose indicators stand side by side, below.
    for (let row = table.rect.top; row <= table.rect.bottom + (this.rows.size === 1 ? ROWS_BELOW : 0); row++) for (const column of sheet.columns(row)) {
      const cell = sheet.cell(row, column)!;
      if (cell.formula === null || !this.isFree(row, column)) continue;
      const shape = shapeOf(cell.formula, row, column);
      this.shapes.set(cellKey(row, column), shape);
      const list = this.byShape.get(shape);
      if (list) list.push(cellKey(row, column));
      else this.byShape.set(shape, [cellKey(row, column)]);
    }
  }

  odd(): OddFill[] {
    return [...this.byShape.values()].flatMap((keys) => (keys.length < IN_COLUMN ? [] : this.oddAmong(keys)));
  }

  /** No role says what the cell must hold (what its own formula proves of it says nothing of a slip), and it is no part of another table. */
  private isFree(row: number, column: number): boolean {
    const judged = this.arithmetic.at({ sheet: this.sheet.name, row, column });
    const own = judged?.meaning.byProof === true && (judged.meaning.role === "total" || judged.verdict?.state === "right");
    return (judged === undefined || own) && this.sheet.arrayAt(row, column) === null
      && !this.away.some((rect) => rectContains(rect, row, column));
  }

  private oddAmong(keys: readonly number[]): OddFill[] {
    const places = keys.map(keyToRowColumn);
    const first = places[0]!;
    const form = relativeForm(this.sheet.cell(first.row, first.column)!.formula!, { sheet: this.sheet.name, ...first });
    // A formula that reads no cell has no pattern to break.
    if (form === null || !/R.*C/.test(form)) return [];
    const columns = countsOf(places.map(({ column }) => column));
    const rows = countsOf(places.map(({ row }) => row));
    const own = this.shapes.get(keys[0]!);
    const fills = (row: number, column: number): boolean => this.shapes.get(cellKey(row, column)) === own;
    const inside = places.map(({ row }) => row + 1);
    const candidates = [...columns.keys()].flatMap((column) => [...new Set([...this.rows, ...rows.keys(), ...inside])].map((row) => ({ row, column })))
      .concat([...rows.keys()].flatMap((row) => [...this.columns].map((column) => ({ row, column }))));
    const believed = candidates.filter(({ row, column }) => {
      if (fills(row, column)) return false;
      const [inColumn, inRow] = [columns.get(column) ?? 0, rows.get(row) ?? 0];
      const isColumns = (this.rows.has(row) || (fills(row - 1, column) && fills(row + 1, column))) && inColumn >= IN_COLUMN;
      const isRows = this.columns.has(column) && this.rows.size <= 1 && inRow >= IN_COLUMN;
      return isColumns || isRows || (inColumn > 0 && inRow > 0 && keys.length >= TOGETHER);
    });
    const odd = believed.flatMap((at) => this.oddAt(at, places) ?? []);
    return odd.length > (odd.length + keys.length) * OTHERS ? [] : odd;
  }

  private oddAt({ row, column }: { row: number; column: number }, places: readonly { row: number; column: number }[]): OddFill | null {
    const reading = readCell(this.sheet, row, column);
    if (reading.at.row !== row || reading.at.column !== column || reading.kind === "blank" || reading.kind === "slash" || !this.isFree(row, column)) return null;
    const shape = this.shapes.get(cellKey(row, column));
    if (shape !== undefined && this.byShape.get(shape)!.length > 1) return null;
    const models = [...places].sort((a, b) => distance(a, { row, column }) - distance(b, { row, column })).map((place) => ({ sheet: this.sheet.name, ...place }));
    const formula = moveFormula(this.sheet.cell(models[0]!.row, models[0]!.column)!.formula!, models[0]!, reading.at);
    const outcome = formula === null || formula.includes("#REF!") ? null : this.arithmetic.evaluator.evaluate(formula, reading.at);
    if (formula === null || outcome?.state !== "known" || outcome.volatile || isError(outcome.value)) return null;
    // 月初 goes on from the month before, the row for half a year below them does not: of copies only one between others slipped.
    if (COPY.test(formula) && reading.formula !== null && !isBetween({ row, column }, places)) return null;
    const gives = outcome.value;
    if (typeof gives !== "number" && typeof gives !== "string") return null;
    const compared = comparedFill(this.workbook, this.sheet, reading, gives, formula, models);
    return compared === null ? null : { reading, formula, gives, models, agrees: compared, table: this.table.kind };
  }
}

function countsOf(lines: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

/** A cell taken as it is. */
const COPY = /^=[^-+*/(&^]*$/;

function isBetween({ row, column }: { row: number; column: number }, places: readonly { row: number; column: number }[]): boolean {
  const at = (down: number, across: number): boolean => places.some((place) => place.row === row + down && place.column === column + across);
  return (at(-1, 0) && at(1, 0)) || (at(0, -1) && at(0, 1));
}

/** The nearest of the same column, then the others. */
function distance(a: { row: number; column: number }, b: { row: number; column: number }): number {
  return Math.abs(a.row - b.row) + 1000 * Math.abs(a.column - b.column);
}
