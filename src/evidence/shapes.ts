import { isCount, near, type SheetAtoms } from "./atoms";
import { chance } from "./chance";
import { FIXED_SPAN, MOST_PAIRS, MOST_TERMS, REACH, REACH_ACROSS, WIDEST_SPAN } from "./limits";
import type { Atom, Form, Place } from "./types";

/** A cell as seen from the rate's cell; a fixed one is the same for all rates of the line. */
type Offset = Place;

/** "Same row, done one column left, target two": a relation as it is repeated down a column, across a row, over cards. */
export interface Shape {
  readonly key: string;
  readonly done: readonly Offset[];
  readonly target: readonly Offset[];
  readonly scale: 1 | 100;
  /** How far its cells lie from the rate; a farther one is one among more that could have been chosen. */
  readonly span: number;
  /** It may be repeated down a column; along a row. */
  readonly down: boolean;
  readonly across: boolean;
}

/** What a rate's own formula says, as shapes that its line may repeat. */
export function formulaShapes(atom: Atom, form: Form | undefined, across: boolean): Shape[] {
  if (form?.kind !== "quotient" || form.done.length > MOST_TERMS || form.target.length > MOST_TERMS) return [];
  const places = [...form.done, ...form.target];
  const inLine = places.every((p) => (across ? p.column === atom.left : p.row === atom.top));
  const elsewhere = places.some((p) => p.row !== atom.top && p.column !== atom.left);
  if (!inLine && (across || !elsewhere) && !form.target.some((p) => p.fixed)) return [];
  const scale = scaleOf(atom, form.scale);
  const shapes = [shapeOf(atom, form.done, form.target, scale, false)];
  if (places.some((p) => p.fixed)) shapes.push(shapeOf(atom, form.done, form.target, scale, true));
  // Shares of one total are often written without "$", each formula by hand.
  else if (form.target.length === 1 && (across ? form.target[0]!.column !== atom.left : form.target[0]!.row !== atom.top)) {
    shapes.push(shapeOf(atom, form.done, form.target.map((p) => ({ ...p, fixed: true })), scale, true));
  }
  return shapes.filter((shape) => isAlong(shape, across));
}

/** Pairs of counts in the same row (column) whose quotient is the number shown, with what each is worth as evidence. */
export function valueShapes(atom: Atom, sheet: SheetAtoms, across: boolean): [Shape, number][] {
  const value = atom.value ?? 0;
  if (atom.kind !== "number" || value <= 0) return [];
  const scale = atom.percent ? 1 : 100;
  const counts = countsBeside(atom, sheet, across).sort((a, b) => a.value - b.value);
  const worth = Math.log(1 / chance(value / scale, atom.decimals + (scale === 100 ? 2 : 0)));
  const found: [Shape, number][] = [];
  for (const target of counts) {
    for (const done of candidatesFor(counts, (value * target.value) / scale, Math.abs(target.value / scale) * 10 ** -atom.decimals)) {
      if (done === target || !near((scale * done.value) / target.value, value, atom.decimals)) continue;
      found.push([shapeOf(atom, [done.place], [target.place], scale, false), worth]);
      if (found.length > MOST_PAIRS) return [];
    }
  }
  return found;
}

interface Beside { readonly value: number; readonly place: Place }

function countsBeside(atom: Atom, sheet: SheetAtoms, across: boolean): Beside[] {
  const found: Beside[] = [];
  const reach = across ? REACH_ACROSS : REACH;
  for (let step = -reach; step <= reach; step++) {
    const row = across ? atom.top + step : atom.top;
    const column = across ? atom.left : atom.left + step;
    if (step === 0 || row < 1 || column < 1) continue;
    const other = sheet.at(row, column);
    if (isCount(other) && other.value !== 0) found.push({ value: other.value, place: { sheet: sheet.index, row, column, fixed: false } });
  }
  return found;
}

/** Of counts in order of size those within the tolerance of the number wanted. */
function* candidatesFor(counts: readonly Beside[], wanted: number, tolerance: number): Iterable<Beside> {
  const least = wanted - tolerance - 1e-6;
  let low = 0;
  for (let high = counts.length; low < high;) {
    const middle = (low + high) >> 1;
    if (counts[middle]!.value < least) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < counts.length && counts[i]!.value <= wanted + tolerance + 1e-6; i++) yield counts[i]!;
}

/** A percent text is read as its ratio, whatever the formula multiplied by. */
function scaleOf(atom: Atom, scale: 1 | 100): 1 | 100 {
  return atom.percent ? 1 : scale;
}

function shapeOf(atom: Atom, done: readonly Place[], target: readonly Place[], scale: 1 | 100, keepFixed: boolean): Shape {
  const offset = (p: Place): Offset => (keepFixed && p.fixed ? p : { sheet: p.sheet, row: p.row - atom.top, column: p.column - atom.left, fixed: false });
  const [d, t] = [done.map(offset), target.map(offset)];
  const name = (o: Offset): string => `${o.fixed ? "$" : ""}${o.sheet}:${o.row},${o.column}`;
  const span = [...d, ...t].reduce((sum, o) => sum + (o.fixed ? FIXED_SPAN : Math.abs(o.row) + Math.abs(o.column)), 0);
  const inRow = d.every((o) => !o.fixed && o.row === 0) && t.every((o) => !o.fixed && o.row === 0);
  const inColumn = !inRow && d.every((o) => !o.fixed && o.column === 0) && t.every((o) => !o.fixed && o.column === 0);
  return { key: `${d.map(name).join("+")}|${t.map(name).join("+")}|${scale}`, done: d, target: t, scale, span: Math.min(span, WIDEST_SPAN), down: !inColumn, across: !inRow };
}

/** A shape within one row repeats down a column, one within a column repeats along a row; anything else may do either. */
export function isAlong(shape: Shape, across: boolean): boolean {
  return across ? shape.across : shape.down;
}

export function placeAt(atom: Pick<Atom, "top" | "left">, offset: Offset): Place {
  return offset.fixed ? offset : { sheet: offset.sheet, row: atom.top + offset.row, column: atom.left + offset.column, fixed: false };
}

/** Does the cell's own formula divide just these cells? */
export function speaks(atom: Atom, shape: Shape, form: Form | undefined): boolean {
  if (form?.kind !== "quotient" || scaleOf(atom, form.scale) !== shape.scale) return false;
  const { fixed } = shape.target[0]!;
  return (areAt(atom, form.done, shape.done, false) && areAt(atom, form.target, shape.target, false))
    || (areAt(atom, form.done, shape.done) && areAt(atom, form.target, shape.target, fixed));
}

/** Are the places those of the offsets, seen from the cell? `fixed`: instead of what the places say themselves. */
function areAt(atom: Atom, places: readonly Place[], offsets: readonly Offset[], fixed?: boolean): boolean {
  return places.length === offsets.length && places.every((p, i) => {
    const o = offsets[i]!;
    const isFixed = fixed ?? p.fixed;
    return o.fixed === isFixed && o.sheet === p.sheet && o.row === (isFixed ? p.row : p.row - atom.top) && o.column === (isFixed ? p.column : p.column - atom.left);
  });
}

/** What a cell shows of a relation; null where it says nothing of it. */
export type Shown = "match" | "deviant" | "none" | "error" | null;

/** Sum of the counts at these offsets from the cell; null: blank or "/" only; undefined: something that is no number. */
export function amount(atom: Pick<Atom, "top" | "left">, offsets: readonly Offset[], sheets: readonly SheetAtoms[]): number | null | undefined {
  let sum: number | null = null;
  for (const { sheet, row, column, fixed } of offsets) {
    const top = fixed ? row : atom.top + row;
    const left = fixed ? column : atom.left + column;
    const other = top < 1 || left < 1 ? undefined : sheets[sheet]?.at(top, left);
    if (!other || other.kind === "none") continue;
    if (!isCount(other)) return undefined;
    sum = (sum ?? 0) + other.value;
  }
  return sum;
}

/** Holds the cell what the shape says? */
export function shows(atom: Atom, shape: Shape, sheets: readonly SheetAtoms[]): Shown {
  const done = amount(atom, shape.done, sheets);
  const target = amount(atom, shape.target, sheets);
  if (done === undefined || target === undefined) return null;
  if (atom.kind === "none") return target === null || target === 0 || !done ? "none" : "deviant";
  if (target === null || target === 0) {
    if (done === null) return null;
    // Old formats store 0 for a text result.
    return atom.kind === "text" || atom.kind === "error" || atom.value === 0 ? "none" : "deviant";
  }
  if (atom.kind === "error") return "error";
  if (atom.kind !== "number") return null;
  return near((shape.scale * (done ?? 0)) / target, atom.value!, atom.decimals) ? "match" : "deviant";
}
