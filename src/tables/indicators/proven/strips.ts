import { isCount, push, type Quotient } from "../../../evidence";
import { isSideHead } from "../heads";
import type { HeadTriple } from "../types";
import { BLANK_BELOW_HEADS, GAP_BETWEEN_STRIPS, ROWS_BELOW_HEADS, WIDEST_STRIP } from "../limits";
import type { View } from "./view";

/**
 * The columns of one rate and of what it divides, with the rows where numbers prove it, up to the next head. One that is
 * known by its heads alone has no such rows, and perhaps no target or no rate.
 */
export interface Strip {
  readonly target: number | null;
  readonly done: number;
  readonly rate: number | null;
  readonly rows: readonly number[];
  readonly quotients: ReadonlyMap<number, Quotient>;
  /** The lowest row of the heads above; null where nothing but numbers stands above. */
  readonly head: number | null;
}

/** Strips under one row of heads, side by side: the columns of one table. */
export interface Block {
  readonly view: View;
  readonly head: number | null;
  readonly strips: readonly Strip[];
}

/**
 * The blocks of a sheet that quotients prove: each rate divides one cell of its own row (or column) by another. `heads`
 * are columns that words alone make a target, done and rate; they join the block under whose heads they stand.
 */
export function blocksOf(view: View, quotients: readonly Quotient[], heads: readonly HeadTriple[] = []): Block[] {
  const proven = withoutSlips(withoutHelpers(stripsOf(view, quotients.filter((quotient) => isAlong(view, quotient)))));
  const byHead = new Map<string, Strip[]>();
  for (const strip of [...proven, ...(view.turned ? [] : wordStrips(proven, heads))]) {
    const key = strip.head === null ? `no head ${strip.rows[0]!}` : String(strip.head);
    push(byHead, key, strip);
  }
  return [...byHead.values()].flatMap((list) => sideBySide(view, list))
    .filter((own) => own.some(({ rows }) => rows.length > 0)).map((own) => ({ view, head: own[0]!.head, strips: own }));
}

/** The same division computed once more aside, for other formulas to read, is no column of the table. */
function withoutHelpers(strips: readonly Strip[]): Strip[] {
  return strips.filter((strip) => !strips.some((other) => other !== strip && other.target === strip.target && other.done === strip.done
    && (other.rows.length > strip.rows.length || rightOf(other) < rightOf(strip)) && strip.rows.every((row) => other.rows.includes(row))));
}

/** One cell of a column of rates that divides other columns than the cells above and below slipped: it makes no column of its own, and accuses none of them. */
function withoutSlips(strips: readonly Strip[]): Strip[] {
  return strips.filter((strip) => strip.rows.length > 1 || !strips.some((other) => other !== strip && other.rate === strip.rate && other.head === strip.head && other.rows.length > 1));
}

/** The columns that only words know, under heads that proven ones have as well. */
function wordStrips(proven: readonly Strip[], heads: readonly HeadTriple[]): Strip[] {
  return heads.flatMap(({ target, done, rate, row }): Strip[] => {
    const beside = proven.filter(({ head }) => head === row);
    const taken = new Set(beside.flatMap(columnsOf));
    const columns = { target, done, rate };
    return beside.length === 0 || columnsOf(columns).some((column) => taken.has(column)) ? [] : [{ ...columns, rows: [], quotients: new Map(), head: row }];
  });
}

/** Does the quotient lie along a row of the view? A share of one total does not. */
export function isAlong(view: View, { rate, done, target, share }: Quotient): boolean {
  if (share || done.length !== 1 || target.length !== 1) return false;
  const at = view.swap({ row: rate.top, column: rate.left });
  return [done[0]!, target[0]!].every((place) => {
    const own = view.ofPlace(place);
    return place.sheet === rate.sheet && own.row === at.row && own.column !== at.column && Math.abs(own.column - at.column) <= WIDEST_STRIP;
  });
}

export function leftOf({ target, done, rate }: Columns): number {
  return Math.min(target ?? done, done, rate ?? done);
}

export function rightOf({ target, done, rate }: Columns): number {
  return Math.max(target ?? done, done, rate ?? done);
}

/** The columns of a strip that there are. */
export function columnsOf({ target, done, rate }: Columns): number[] {
  return [target, done, rate].filter((column) => column !== null);
}

/** The columns of a strip that hold counts. */
export function countColumns({ target, done }: Columns): number[] {
  return target === null ? [done] : [target, done];
}

function stripsOf(view: View, quotients: readonly Quotient[]): Strip[] {
  const byColumns = new Map<string, Quotient[]>();
  for (const quotient of quotients) {
    const key = `${view.ofPlace(quotient.target[0]!).column},${view.ofPlace(quotient.done[0]!).column},${view.ofRate(quotient).column}`;
    push(byColumns, key, quotient);
  }
  return [...byColumns].flatMap(([key, list]) => {
    const [target, done, rate] = key.split(",").map(Number) as [number, number, number];
    const columns = { target, done, rate };
    const rowOf = (quotient: Quotient): number => view.ofRate(quotient).row;
    const ordered = [...list].sort((a, b) => rowOf(a) - rowOf(b));
    const parts: Quotient[][] = [];
    for (const quotient of ordered) {
      const part = parts[parts.length - 1];
      const last = part?.[part.length - 1];
      if (part && last && !headBetween(view, columns, rowOf(last), rowOf(quotient))) part.push(quotient);
      else parts.push([quotient]);
    }
    return parts.map((part): Strip => ({
      ...columns, rows: part.map(rowOf), quotients: new Map(part.map((quotient) => [rowOf(quotient), quotient])), head: headAbove(view, columns, rowOf(part[0]!))
    }));
  });
}

type Columns = Pick<Strip, "target" | "done" | "rate">;

/** Different texts over at least two of the columns: heads, not a note merged over all of them. */
export function isHeadRow(view: View, strip: Columns, row: number): boolean {
  const columns = columnsOf(strip);
  const texts = columns.map((column) => view.typedText(row, column));
  return new Set(texts.filter((atom) => atom !== undefined)).size >= 2 && columns.every((column) => !isCount(view.atom(row, column)));
}

function headBetween(view: View, columns: Columns, above: number, below: number): boolean {
  for (let row = above + 1; row < below; row++) if (isHeadRow(view, columns, row)) return true;
  return false;
}

function headAbove(view: View, columns: Columns, first: number): number | null {
  let blank = 0;
  for (let row = first - 1; row >= Math.max(1, first - ROWS_BELOW_HEADS) && blank < BLANK_BELOW_HEADS; row--) {
    if (isHeadRow(view, columns, row) && !isUnitRow(view, columns, row)) return row;
    blank = columnsOf(columns).every((column) => view.atom(row, column) === undefined) ? blank + 1 : 0;
  }
  return null;
}

/** 个 | 个 | %, (1) | (2) | (3)=(2)/(1), A | B | C: a row between the heads and the numbers that names no role. */
export function isUnitRow(view: View, strip: Columns, row: number): boolean {
  const texts = columnsOf(strip).map((column) => view.text(row, column));
  return texts.every((text) => text === "" || /^\(?(?:[个次人户场节名份项条件篇组期天]{1,2}|人次|小时|[%％]|[a-z]|\d{1,2}|[①-⑳])\)?(?:[=＝].*)?$/i.test(text)) && texts.some((text) => text !== "");
}

/** Splits strips under one head where a column of labels, or of one card's name, stands between two of them, or a wide gap. */
function sideBySide(view: View, strips: readonly Strip[]): Strip[][] {
  const ordered = [...strips].sort((a, b) => leftOf(a) - leftOf(b) || rightOf(a) - rightOf(b));
  const all = [...new Set(strips.flatMap(({ rows }) => rows))];
  const groups: Strip[][] = [];
  for (const strip of ordered) {
    const group = groups[groups.length - 1];
    const right = group ? Math.max(...group.map(rightOf)) : 0;
    const rows = strip.rows.length > 0 ? strip.rows : all;
    if (group && leftOf(strip) - right <= GAP_BETWEEN_STRIPS && !labelsBetween(view, strip, rows, right) && overlap(group.flatMap((other) => other.rows), strip.rows)) group.push(strip);
    else groups.push([strip]);
  }
  return groups;
}

function overlap(a: readonly number[], b: readonly number[]): boolean {
  return a.length === 0 || b.length === 0 || (Math.min(...a) <= Math.max(...b) && Math.min(...b) <= Math.max(...a));
}

function labelsBetween(view: View, strip: Strip, rows: readonly number[], right: number): boolean {
  for (let column = right + 1; column < leftOf(strip); column++) {
    if (strip.head !== null && isSideHead(view.text(strip.head, column))) continue;
    const texts = rows.flatMap((row) => view.typedText(row, column) ?? []);
    if (texts.length * 2 > rows.length && new Set(texts).size >= Math.min(2, rows.length)) return true;
  }
  return false;
}
