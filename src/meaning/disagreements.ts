import type { JoinedIndicator, Statement } from "../tables/indicators/join";
import type { Reading } from "../tables/types";
import type { CellAddress } from "../workbook";
import { compareRate } from "./compare";
import { sameNumber } from "../values/numbers";

/** A target or done that another table of the same workbook gives otherwise. */
export interface Disagreement {
  readonly indicator: JoinedIndicator;
  readonly statement: Statement;
  readonly role: "target" | "done";
  /** The cell taken to be wrong. */
  readonly reading: Reading;
  /** What the other tables say. */
  readonly expected: number;
  /** The cells that say so. */
  readonly witnesses: readonly { readonly statement: Statement; readonly at: CellAddress }[];
}

interface Value {
  readonly statement: Statement;
  readonly cells: readonly Reading[];
  readonly number: number;
}

/**
 * Finds the indicators whose tables disagree, and the cell most likely wrong: the one against a majority; of two, the
 * one whose printed rate belongs to the other's numbers; otherwise the less authoritative table (matrix, list, card).
 * `numberOf` gives the sum of the cells, put right where they are known to be wrong by themselves.
 */
export function findDisagreements(
  joined: readonly JoinedIndicator[], numberOf: (cells: readonly Reading[]) => number | null
): Disagreement[] {
  return joined.flatMap((indicator) =>
    indicator.statements.length < 2 ? [] : (["target", "done"] as const).flatMap((role) =>
      disagreementsOf(indicator, role, numberOf).filter(({ statement }) => !isOfAnotherPeriod(statement, indicator, joined, numberOf))));
}

/** Of two years in one workbook, a card without a title of its own may repeat the other year's numbers: then both of them fit. */
function isOfAnotherPeriod(
  statement: Statement, indicator: JoinedIndicator, joined: readonly JoinedIndicator[], numberOf: (cells: readonly Reading[]) => number | null
): boolean {
  const name = nameIn(indicator);
  return joined.some((other) => other !== indicator && (!other.hidden || indicator.hidden) && nameIn(other) === name
    && (["target", "done"] as const).every((role) => numberOf(other.statements[0]![role]) === numberOf(statement[role])));
}

/** The indicator's name, whatever the period and whether its tables are kept apart. */
function nameIn({ key }: JoinedIndicator): string {
  return key.slice(key.indexOf("|")).replace(/≠\d+$/, "");
}

function disagreementsOf(
  indicator: JoinedIndicator, role: "target" | "done", numberOf: (cells: readonly Reading[]) => number | null
): Disagreement[] {
  const all = indicator.statements.flatMap((statement): Value[] => {
    const cells = statement[role];
    const number = cells.length === 0 ? null : numberOf(cells);
    return number === null ? [] : [{ statement, cells, number }];
  });
  const first = all[0];
  // What a row computes of its own first number (内控指标 =ROUNDUP(F5*1.05,0)) is another number.
  const values = all.filter(({ cells }) => cells === first!.cells || !isOfOwnRow(cells, first!.cells));
  if (!first || values.every((value) => sameNumber(value.number, first.number))) return [];
  const truth = majority(values) ?? betterOfTwo(values, role, numberOf) ?? first;
  const witnesses = values
    .filter((value) => sameNumber(value.number, truth.number))
    .map((value) => ({ statement: value.statement, at: value.cells[0]!.at }));
  return values
    .filter((value) => !sameNumber(value.number, truth.number))
    .map((value) => ({ indicator, statement: value.statement, role, reading: value.cells[0]!, expected: truth.number, witnesses }));
}

/** A formula in the row of the cells that it would repeat, which makes another number of them by a factor. */
export function isOfOwnRow([own, ...more]: readonly Reading[], source: readonly Reading[]): boolean {
  const hasFactor = own !== undefined && more.length === 0 && /[*/]\s*\d|\d%?\s*\*/.test(own.formula?.replace(/\$?[A-Z]{1,3}\$?\d+/gi, "#") ?? "");
  return hasFactor && source.length > 0 && source.every(({ at }) => at.sheet === own.at.sheet && at.row === own.at.row && at.column !== own.at.column);
}

function majority(values: readonly Value[]): Value | null {
  return values.find((value) => values.filter((other) => sameNumber(other.number, value.number)).length * 2 > values.length) ?? null;
}

/** A printed rate that contradicts its own numbers and fits the other's tells which number is stale. */
function betterOfTwo(values: readonly Value[], role: "target" | "done", numberOf: (cells: readonly Reading[]) => number | null): Value | null {
  const [first, second] = values;
  if (!first || !second || values.length !== 2) return null;
  const contradictsItself = fits(first.statement, role, first.number, numberOf) === false && fits(first.statement, role, second.number, numberOf) === true;
  return contradictsItself ? second : null;
}

function fits(
  statement: Statement, role: "target" | "done", number: number, numberOf: (cells: readonly Reading[]) => number | null
): boolean | null {
  const other = numberOf(role === "done" ? statement.target : statement.done);
  if (!statement.rate || statement.rate.formula !== null || other === null) return null;
  const ratio = role === "done" ? number / other : other / number;
  return Number.isFinite(ratio) ? compareRate(statement.rate, ratio)?.equal ?? null : null;
}
