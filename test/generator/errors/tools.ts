import { cellName, sameCell, type CellAddress, type Scalar } from "../../../src/workbook";
import type { BlockHandle, Built, IndicatorHandle, RateHandle } from "../built";
import type { Anchor, Expression } from "../expression";
import { roundHalfUp, shownText } from "../format";
import type { Random } from "../random";

/** The number in a cell, units ignored. */
export function count(built: Built, at: CellAddress): number | null {
  const value = built.draft.value(at);
  if (typeof value === "number") return value;
  const match = typeof value === "string" ? /^(\d+)/.exec(value.normalize("NFKC")) : null;
  return match ? Number(match[1]) : null;
}

export function where(at: CellAddress): string {
  return `${at.sheet}!${cellName(at.row, at.column)}`;
}

/** done / target as it should stand, or null. */
export function ratio(built: Built, rate: Pick<RateHandle, "done" | "target">): number | null {
  const done = count(built, rate.done);
  const target = count(built, rate.target);
  return done === null || !target ? null : done / target;
}

export const percent = (value: number): string => shownText(value, "0.00%");

/** Numeric rates in random order, matrix, list and cards mixed. */
export function numericRates(built: Built, random: Random, test: (rate: RateHandle) => boolean = () => true): RateHandle[] {
  return random.shuffle(built.rates.filter((rate) => rate.numeric && ratio(built, rate) !== null && test(rate)));
}

export function indicators(built: Built): IndicatorHandle[] {
  return built.blocks.flatMap((block) => block.indicators);
}

/** Indicators of the matrix whose numbers stand nowhere else: not on a card, not in the footnote, bound by no other rule. */
export function freeIndicators(built: Built, random: Random, test: (indicator: IndicatorHandle) => boolean = () => true): IndicatorHandle[] {
  return random.shuffle(indicators(built).filter((i) =>
    i.alone && i.total.numeric && !/建档|入户探访|家访/.test(i.key) && i.leaf !== "接案" && i.leaf !== "结案" && test(i)));
}

/** The formula of a rate written in its own spelling but over other cells. */
export function respell(rate: RateHandle, cells: { target?: CellAddress; done?: CellAddress }): Expression {
  return rate.spelling!.build({ ...rate.parts, target: cells.target ?? rate.target, done: cells.done ?? rate.done });
}

/** The same expression with another anchoring of one cell. */
export function anchored(expression: Expression, at: CellAddress, anchor: Anchor): Expression {
  const walk = (e: Expression): Expression => {
    switch (e.kind) {
      case "cell":
        return sameCell(e.at, at) ? { ...e, anchor } : e;
      case "binary":
        return { ...e, left: walk(e.left), right: walk(e.right) };
      case "prefix":
        return { ...e, operand: walk(e.operand) };
      case "brackets":
        return { ...e, inner: walk(e.inner) };
      case "call":
        return { ...e, args: e.args.map(walk) };
      default:
        return e;
    }
  };
  return walk(expression);
}

/** Types the rates and totals that were typed anew from the numbers beside them, except the given cells. */
export function retype(built: Built, except: readonly CellAddress[] = []): void {
  const { draft } = built;
  const spared = (at: CellAddress): boolean => except.some((other) => sameCell(other, at));
  const typed = (at: CellAddress): boolean => !spared(at) && draft.cell(at) !== undefined && !draft.cell(at)!.formula;
  for (const block of built.blocks) {
    const add = (column: number): void => {
      const at = { sheet: block.sheet, row: block.totalRow, column };
      if (typed(at) && typeof draft.value(at) === "number") draft.type(at, sumOfRows(built, block, column));
    };
    add(block.staffColumn);
    for (const indicator of block.indicators) {
      add(indicator.columns.target);
      add(indicator.columns.done);
    }
  }
  draft.recalculate();
  for (const rate of built.rates) {
    const right = ratio(built, rate);
    if (rate.numeric && typed(rate.rate) && right !== null) draft.type(rate.rate, roundHalfUp(right, 4));
  }
}

export function sumOfRows(built: Built, block: BlockHandle, column: number, rows: readonly number[] = block.areaRows): number {
  return Number(rows.reduce((sum, row) => {
    const value = built.draft.value({ sheet: block.sheet, row, column });
    return sum + (typeof value === "number" ? value : 0);
  }, 0).toPrecision(15));
}

/** Writes a count, keeping the unit of a card. */
export function setCount(built: Built, rate: RateHandle, column: "target" | "done", value: number): void {
  built.draft.type(rate[column], rate.unit ? `${value}${rate.unit}` : value);
}

/** The value and what the cell shows would differ at two decimals. */
export function showsOther(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && percent(a) !== percent(b);
}

export function isNumber(value: Scalar): value is number {
  return typeof value === "number";
}

/** All cells of a row of a block. */
export function rowCells(block: BlockHandle, row: number): CellAddress[] {
  return Array.from({ length: block.rect.right - block.rect.left + 1 }, (_, i) => ({ sheet: block.sheet, row, column: block.rect.left + i }));
}
