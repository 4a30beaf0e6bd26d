import { isCount, type SheetAtoms } from "./atoms";
import type { Run } from "./sum-runs";
import type { Atom } from "./types";

/**
 * A sheet seen along one axis. Going down, a "line" is a row, which may be the sum of other rows, and a "cross" a column,
 * which votes for it; going across it is the other way round.
 */
export class SumAxis {
  readonly crosses: ReadonlyMap<number, readonly Atom[]>;
  private readonly labels = new Map<number, string>();

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
    let label = this.labels.get(line);
    if (label === undefined) {
      const list = (this.across ? this.sheet.columns : this.sheet.rows).get(line);
      this.labels.set(line, (label = list?.find((atom) => atom.kind === "text" && !atom.formula)?.text.trim() ?? ""));
    }
    return label;
  }
}

/** What of one cross votes: its numbers, and the texts that a printed page repeats. */
export interface CrossList {
  readonly list: readonly Atom[];
  /** The line of each, and its number; null for a text. */
  readonly lines: readonly number[];
  readonly values: readonly (number | null)[];
  /** By line, where in the list its number stands. */
  readonly placeOf: ReadonlyMap<number, number>;
  /** Texts that stand in the cross twice: the head again, as on the next printed page. */
  readonly twice: ReadonlySet<string>;
  /** It holds a number below zero. */
  readonly negative: boolean;
  /** Of each number the sums of every k-th cell before and after it, once they were looked for. */
  readonly strided: (readonly (readonly Run[])[] | undefined)[];
  /** The same of the cells beside it one after the other, while no line is known to be a total. */
  readonly unbroken: (readonly (readonly Run[])[] | undefined)[];
}

export function crossList(axis: SumAxis, atoms: readonly Atom[]): CrossList {
  const list = atoms.filter((atom) => axis.counts(atom) || (atom.kind === "text" && !atom.formula));
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { kind, text } of list) if (kind === "text") (seen.has(text) ? twice : seen).add(text);
  const lines = list.map((atom) => axis.lineOf(atom));
  const values = list.map(({ value }) => value);
  const placeOf = new Map<number, number>();
  values.forEach((value, place) => value === null || placeOf.set(lines[place]!, place));
  return { list, lines, values, placeOf, twice, negative: values.some((value) => value !== null && value < 0), strided: [], unbroken: [] };
}
