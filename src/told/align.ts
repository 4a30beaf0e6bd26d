import { isMarkRole } from "./consistency";
import type { FittedColumn } from "./fit";
import type { ToldColumn } from "./types";

/** The columns of a told table one by one, and those that come again and again: a month's marks, an indicator's numbers. */
type Piece =
  | { readonly kind: "one"; readonly column: ToldColumn }
  /** `free`: heads of their own for each month, in words that nobody can count on. */
  | { readonly kind: "run"; readonly period: readonly ToldColumn[]; readonly heads: ReadonlySet<string>; readonly free: boolean };

/** So many columns of the sheet that were not told may stand between the others. */
const MOST_ADDED = 2;
const MOST_REPEATED = 60;

/** Where the told columns stand when the first of them stands at `left`; null where they do not. `keyOf`: the key of a sheet's column. */
export function alignedAt(columns: readonly ToldColumn[], left: number, right: number, keyOf: (column: number) => string): FittedColumn[] | null {
  const pieces = piecesOf(columns);
  const known = new Set(columns.map(({ head }) => head).filter((head) => head !== ""));
  const place = (column: ToldColumn, at: number): FittedColumn => ({ ...column, column: at });
  const from = (index: number, at: number, added: number): FittedColumn[] | null => {
    const piece = pieces[index];
    if (!piece) return [];
    if (piece.kind === "one") {
      const { column } = piece;
      if (at <= right && keyOf(at) === column.head) {
        const rest = from(index + 1, at + 1, added);
        if (rest) return [place(column, at), ...rest];
      }
      if (column.role === "none" && index > 0) {
        const rest = from(index + 1, at, added);
        if (rest) return rest;
      }
      return column.head !== "" && index > 0 && added < MOST_ADDED && at < right && !known.has(keyOf(at)) ? from(index, at + 1, added + 1) : null;
    }
    const { period } = piece;
    for (let times = timesAt(piece, at, right, keyOf, known); times >= 1; times--) {
      const rest = from(index + 1, at + times * period.length, added);
      if (rest) return [...Array.from({ length: times * period.length }, (_, i) => place(period[i % period.length]!, at + i)), ...rest];
    }
    return null;
  };
  return from(0, left, 0);
}

/** How often a run's columns can stand there one after the other. */
function timesAt({ period, heads, free }: Extract<Piece, { kind: "run" }>, at: number, right: number, keyOf: (column: number) => string, known: ReadonlySet<string>): number {
  let times = 0;
  while (times < MOST_REPEATED) {
    const start = at + times * period.length;
    if (start + period.length - 1 > right) break;
    const fits = period.every(({ head }, i) => {
      const key = keyOf(start + i);
      return free ? key !== "" && (heads.has(key) || (times > 0 && !known.has(key))) : key === head;
    });
    if (!fits) break;
    times++;
  }
  return times;
}

function piecesOf(columns: readonly ToldColumn[]): Piece[] {
  const pieces: Piece[] = [];
  for (let index = 0; index < columns.length;) {
    const isMarks = isMarkRole(columns[index]!.role);
    const belongs = isMarks ? ({ role }: ToldColumn) => isMarkRole(role) : ({ role }: ToldColumn) => role === "target" || role === "done" || role === "rate";
    let end = index;
    while (end < columns.length && belongs(columns[end]!)) end++;
    const run = end > index ? runOf(columns.slice(index, end), isMarks) : null;
    if (run) {
      pieces.push(run);
      index = end;
    } else {
      pieces.push(...columns.slice(index, Math.max(end, index + 1)).map((column): Piece => ({ kind: "one", column })));
      index = Math.max(end, index + 1);
    }
  }
  return pieces;
}

/** Columns that repeat the roles of the first of them; their heads are repeated as well, or free where they are of months. */
function runOf(columns: readonly ToldColumn[], isMarks: boolean): Piece | null {
  const again = columns.findIndex(({ role }, index) => index > 0 && role === columns[0]!.role);
  const length = again < 0 ? columns.length : again;
  if (columns.length % length !== 0 || columns.some(({ role }, index) => role !== columns[index % length]!.role)) return null;
  const repeats = columns.every(({ head }, index) => head === columns[index % length]!.head);
  const heads = new Set(columns.map(({ head }) => head));
  if (!repeats && (!isMarks || heads.has(""))) return null;
  return { kind: "run", period: columns.slice(0, length), heads, free: !repeats };
}
