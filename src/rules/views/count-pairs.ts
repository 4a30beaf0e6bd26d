import { areaPlace, cellLabel, placeKey, STATION, TOTAL } from "../../meaning/place";
import type { Sentence } from "../../messages";
import { canonicalName, indicatorLabel } from "../../tables/indicators/join";
import type { Matrix, Triple } from "../../tables/indicators/types";
import type { Tables } from "../../tables/tables";
import { normalise } from "../../values/text";
import { addressKey } from "../../workbook";
import type { Finding } from "../finding";

/** Two counts of one thing in one row of a matrix, in one list or on one sheet of cards, of which one bounds the other. */
export interface CountPair {
  /** The count that is to be looked at, and the one that bounds it. */
  readonly count: Triple;
  readonly bound: Triple;
  readonly label: Sentence;
  readonly boundLabel: Sentence;
  readonly subject: Finding["subject"];
}

const MONTH = /^(?:\d{4}年)?(?:1[0-2]|[1-9])月份?$/;
/** Parts of the time that have another before them. */
const LATER_PART = /^(?:末期|本期|后期|下半年度?|第?[一二三四1-4]季度)$/;

/** The name by which counts of one thing are found, without what it is counted in: 专业小组节数, 接案 of 接案（个）. */
export function countName(triple: Triple): string {
  return canonicalName(normalise(indicatorLabel(triple.name)).replace(/\([个宗例人户次节场名件]{1,2}\)$/, ""));
}

/** Of several counts of one name (an area each, side by side) the one in the row or column of `count`; the only one wherever it stands. */
export function besideOf(count: Triple, candidates: readonly Triple[]): Triple | undefined {
  if (candidates.length <= 1) return candidates[0];
  const { row, column } = count.done.at;
  const inLine = candidates.filter(({ done: { at } }) => at.row === row || at.column === column);
  return inLine.length === 1 ? inLine[0] : undefined;
}

/**
 * Every pair that `pairs` finds wrong among the indicators of a row, list or sheet of cards: [count, bound]. With `wholes` not in months and later halves,
 * where the one may be of what the other was before, but in what they come to.
 */
export function* wrongPairs(tables: Tables, pairs: (triples: readonly Triple[]) => readonly (readonly [Triple, Triple])[], of: "all" | "wholes" = "all"): Iterable<CountPair> {
  for (const matrix of tables.matrices) yield* inMatrix(matrix, pairs, of);
  for (const table of [...tables.overall, ...tables.cards]) {
    for (const [count, bound] of pairs(table.items)) {
      const name = indicatorLabel(count.name);
      yield {
        count, bound, label: cellLabel(name, STATION, "done"), boundLabel: cellLabel(indicatorLabel(bound.name), STATION, "done"),
        subject: { table: table.kind, row: name, column: "done" }
      };
    }
  }
}

function* inMatrix(matrix: Matrix, pairs: (triples: readonly Triple[]) => readonly (readonly [Triple, Triple])[], of: "all" | "wholes"): Iterable<CountPair> {
  const seen = new Set<string>();
  const groups = new Set<string>();
  const parts = of === "wholes" ? matrix.areas.filter(({ label }, i) => isPart(normalise(label.text), i > 0)) : [];
  const wholes = matrix.areas.filter((area) => !parts.includes(area));
  for (const row of matrix.total ? [...wholes, matrix.total] : wholes) {
    for (const [count, bound] of pairs(row.triples)) {
      const name = indicatorLabel(count.name);
      // A cell merged over the areas is one; in the total row it may only follow from an area, where it is said.
      if (seen.has(addressKey(count.done.at)) || (row === matrix.total && ((count.done.formula !== null && parts.length === 0) || groups.has(name)))) continue;
      seen.add(addressKey(count.done.at));
      groups.add(name);
      const place = row === matrix.total ? TOTAL : areaPlace(normalise(row.label.text));
      yield {
        count, bound, label: cellLabel(name, place, "done"), boundLabel: cellLabel(indicatorLabel(bound.name), place, "done"),
        subject: { table: matrix.kind, row: placeKey(name, place), column: "done" }
      };
    }
  }
}

function isPart(label: string, hasBefore: boolean): boolean {
  return MONTH.test(label) || (hasBefore && LATER_PART.test(label));
}
