import { isCount, type SheetAtoms } from "./atoms";
import type { Atom } from "./types";

/**
 * A sheet seen along one axis. Going down, a "line" is a row, which may be the sum of other rows, and a "cross" a column,
 * which votes for it; going across it is the other way round.
 */
export class SumAxis {
  readonly crosses: ReadonlyMap<number, readonly Atom[]>;

  constructor(readonly sheet: SheetAtoms, readonly across: boolean, private readonly rates: ReadonlySet<Atom>) {
    this.crosses = across ? sheet.rows : sheet.columns;
  }

  lineOf(atom: Atom): number {
    return this.across ? atom.left : atom.top;
  }

  /** The line and cross of a place. */
  linePlace(place: { readonly row: number; readonly column: number }): number {
    return this.across ? place.column : place.row;
  }

  crossPlace(place: { readonly row: number; readonly column: number }): number {
    return this.across ? place.row : place.column;
  }

  /** The atom that begins at a line and a cross. */
  at(line: number, cross: number): Atom | undefined {
    return this.across ? this.sheet.startingAt(cross, line) : this.sheet.startingAt(line, cross);
  }

  /** A number that may be added up; a row of rates is never a part. */
  counts(atom: Atom | undefined): atom is Atom & { readonly value: number } {
    return isCount(atom) && !this.rates.has(atom);
  }

  /** What the line is called: its first text. */
  labelOf(line: number): string {
    const list = (this.across ? this.sheet.columns : this.sheet.rows).get(line);
    return list?.find((atom) => atom.kind === "text" && !atom.formula)?.text.trim() ?? "";
  }
}

/** What of one cross votes: its numbers, and the texts that a printed page repeats. */
export interface CrossList {
  readonly list: readonly Atom[];
  readonly byLine: ReadonlyMap<number, Atom>;
  /** Texts that stand in the cross twice: the head again, as on the next printed page. */
  readonly twice: ReadonlySet<string>;
  /** It holds a number below zero. */
  readonly negative: boolean;
}

export function crossList(axis: SumAxis, atoms: readonly Atom[]): CrossList {
  const list = atoms.filter((atom) => axis.counts(atom) || (atom.kind === "text" && !atom.formula));
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { kind, text } of list) if (kind === "text") (seen.has(text) ? twice : seen).add(text);
  return { list, byLine: new Map(list.map((atom) => [axis.lineOf(atom), atom])), twice, negative: list.some(({ value }) => value !== null && value < 0) };
}
