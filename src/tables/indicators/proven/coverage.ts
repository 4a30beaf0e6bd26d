import { push, type Evidence, type Place, type Quotient } from "../../../evidence";
import { addressKey, type CellAddress, type Rect } from "../../../workbook";
import type { AnyTable } from "./block-tables";
import type { Matrix, MatrixRow, Triple } from "../types";

/** All triples of a table of any kind. */
export function triplesOf(table: AnyTable): readonly Triple[] {
  return table.kind === "indicators" ? rowsOf(table).flatMap(({ triples }) => triples) : table.items;
}

/** Areas, sums of some of them, and the total. */
export function rowsOf(matrix: Matrix): MatrixRow[] {
  return [...matrix.areas, ...matrix.subtotals, ...(matrix.total ? [matrix.total] : [])];
}

/** The cell in which a place is shown: the first of its merged area. */
export function addressOf(evidence: Evidence, { sheet, row, column }: Pick<Place, "sheet" | "row" | "column">): CellAddress {
  const own = evidence.sheets[sheet]!.sheet;
  const merge = own.mergeAt(row, column);
  return merge ? { sheet: own.name, row: merge.top, column: merge.left } : { sheet: own.name, row, column };
}

/** Which rates tables read as numbers prove them. */
export class Coverage {
  private readonly triples = new Map<string, { target: string; done: string }[]>();
  private readonly divided = new Set<string>();

  constructor(private readonly evidence: Evidence, tables: readonly AnyTable[]) {
    for (const { rate, target, done } of tables.flatMap(triplesOf)) {
      if (!rate) continue;
      const key = addressKey(rate.at);
      const own = { target: target ? addressKey(target.at) : "", done: addressKey(done.at) };
      push(this.triples, key, own);
      this.divided.add(`${own.done}/${own.target}`);
    }
  }

  /** The rate is read with the very cells that it divides; the other way round as well, because what is target and what done the heads say. */
  confirms({ rate, done, target }: Quotient): boolean {
    const known = this.triples.get(addressKey(addressOf(this.evidence, { sheet: rate.sheet, row: rate.top, column: rate.left })));
    if (done.length !== 1 || target.length !== 1) return false;
    const [d, t] = [done[0]!, target[0]!].map((place) => addressKey(addressOf(this.evidence, place)));
    return known?.some((triple) => (triple.done === d && triple.target === t) || (triple.done === t && triple.target === d)) ?? false;
  }

  /**
   * A typed number that is by accident the quotient of cells which belong to two other rates (90 of 80 beside 9 and 8), where the heads
   * give it cells of its own.
   */
  borrows({ rate, done, target, byFormula }: Quotient): boolean {
    if (byFormula || done.length !== 1 || target.length !== 1) return false;
    const own = addressKey(addressOf(this.evidence, { sheet: rate.sheet, row: rate.top, column: rate.left }));
    const [d, t] = [done[0]!, target[0]!].map((place) => addressKey(addressOf(this.evidence, place)));
    const owner = (cell: string): string | undefined => [...this.triples].find(([key, triples]) => key !== own && triples.some((triple) => triple.done === cell || triple.target === cell))?.[0];
    const [first, second] = [owner(d!), owner(t!)];
    return this.triples.has(own) && first !== undefined && second !== undefined && first !== second;
  }

  /** The same cells are divided by a rate that is read: a helper's column, a copy. */
  repeats({ done, target }: Quotient): boolean {
    if (done.length !== 1 || target.length !== 1) return false;
    return this.divided.has([done[0]!, target[0]!].map((place) => addressKey(addressOf(this.evidence, place))).join("/"));
  }

  /** The rate is read at all. */
  reads({ rate }: Quotient): boolean {
    return this.triples.has(addressKey(addressOf(this.evidence, { sheet: rate.sheet, row: rate.top, column: rate.left })));
  }
}

export function overlaps(a: Rect, b: Rect): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

export function rectHolds(rect: Rect, { row, column }: Pick<CellAddress, "row" | "column">): boolean {
  return row >= rect.top && row <= rect.bottom && column >= rect.left && column <= rect.right;
}
