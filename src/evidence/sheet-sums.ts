import { MAX_COLUMNS } from "../workbook";
import { isCount, near, type SheetAtoms } from "./atoms";
import { CERTAIN, MISS } from "./chance";
import { BIGGER_PART, DEVIANT, FORMULA, FEWEST_OF_A_SHEET, MATCHES_A_MISS, MOST_OF_A_SHEET, MOST_SHEETS, SAME_PLACES } from "./limits";
import type { Atom, Form, Place, Total } from "./types";

interface Vote { readonly cell: Atom; readonly parts: readonly Atom[]; readonly match: boolean }

/** Sheets whose every number is the sum of the numbers at the same places on sheets of the same shape. */
export function sheetSums(sheets: readonly SheetAtoms[], rates: ReadonlySet<Atom>): Total[] {
  const counts = sheets.map((sheet) => countsOf(sheet, rates));
  return counts.flatMap((own, index) => {
    if (own.size < FEWEST_OF_A_SHEET || own.size > MOST_OF_A_SHEET) return [];
    const alike = counts.filter((other, i) => i !== index && other.size <= own.size * BIGGER_PART && other.size >= own.size * SAME_PLACES);
    const parts = alike.length > MOST_SHEETS ? [] : alike.filter((other) => standsAtTheSamePlaces(own, other));
    return parts.length < 2 ? [] : totalsOf(own, parts);
  });
}

function countsOf(sheet: SheetAtoms, rates: ReadonlySet<Atom>): Map<number, Atom> {
  const found = new Map<number, Atom>();
  for (const atom of sheet.all()) if (isCount(atom) && !rates.has(atom)) found.set(atom.top * MAX_COLUMNS + atom.left, atom);
  return found;
}

function standsAtTheSamePlaces(own: ReadonlyMap<number, Atom>, other: ReadonlyMap<number, Atom>): boolean {
  let same = 0;
  for (const key of other.keys()) if (own.has(key)) same++;
  return same >= SAME_PLACES * own.size;
}

function totalsOf(own: ReadonlyMap<number, Atom>, others: readonly ReadonlyMap<number, Atom>[]): Total[] {
  const votes: Vote[] = [];
  let score = 0;
  let matched = 0;
  for (const [key, cell] of own) {
    if (cell.value === 0) continue;
    const parts = others.flatMap((other) => other.get(key) ?? []);
    if (parts.length < 2) continue;
    const match = near(parts.reduce((sum, part) => sum + part.value!, 0), cell.value!, 6);
    votes.push({ cell, parts, match });
    if (!match) continue;
    matched++;
    score += Math.log(Math.max(3, Math.abs(cell.value!)));
  }
  // Serial numbers and sizes of groups are the same on every sheet: what is equal everywhere is no miss.
  const missed = votes.filter(({ cell, parts, match }) => !match && !parts.every((part) => part.value === cell.value));
  if (score - MISS * missed.length < CERTAIN + 2 * Math.log(others.length) || matched < MATCHES_A_MISS * missed.length) return [];
  return votes.filter((vote) => vote.match || missed.includes(vote)).map(({ cell, parts, match }): Total => ({
    cell, parts: parts.map((part) => ({ sheet: part.sheet, row: part.top, column: part.left, fixed: false })),
    state: match ? "match" : "deviant", formulaAgrees: null, support: score - (match ? 0 : DEVIANT), direction: "sheets",
    stats: { matched, missed: missed.length, formulas: 0, crosses: matched }
  }));
}

/** Where on other sheets the parts of a cell stand, seen from the cell. */
type Offsets = readonly { readonly sheet: number; readonly row: number; readonly column: number }[];

/**
 * Sums over sheets that the formulas of most cells say in one way (=甲!C3+乙!C3+丙!C3 wherever one looks), whatever the sheets' other cells hold:
 * the cells among them that were typed, leave a sheet out or read another place deviate from it.
 */
export function formulaSheetSums(sheets: readonly SheetAtoms[], formsOn: readonly ReadonlyMap<Atom, Form>[], rates: ReadonlySet<Atom>): Total[] {
  return sheets.flatMap((sheet, index) => {
    const sums = [...formsOn[index]!].flatMap(([cell, form]) => (form.kind === "sum" && !rates.has(cell) && addsSheets(cell, form.parts) ? [{ cell, parts: form.parts }] : []));
    const offsets = commonOffsets(sums);
    if (offsets === null) return [];
    const moved = movedTogether(sums);
    return totalsAt(sheet, sheets, formsOn[index]!, rates, sums.map(({ cell }) => cell), offsets).filter(({ cell, formulaAgrees }) => formulaAgrees !== false || !moved.has(cell));
  });
}

function addsSheets(cell: Atom, parts: readonly Place[]): boolean {
  return parts.length >= 2 && new Set(parts.map(({ sheet }) => sheet)).size === parts.length && parts.every(({ sheet }) => sheet !== cell.sheet);
}

type SheetSum = { readonly cell: Atom; readonly parts: readonly Place[] };

function offsetsOf({ cell, parts }: SheetSum): Offsets {
  return parts.map(({ sheet, row, column }) => ({ sheet, row: row - cell.top, column: column - cell.left })).sort((a, b) => a.sheet - b.sheet);
}

function keyOf(offsets: Offsets): string {
  return offsets.map(({ sheet, row, column }) => `${sheet}:${row}:${column}`).join();
}

/** Cells that read one way in several rows: a row put into a sheet moves the places of all that stand above it, or below, and none is a slip. */
function movedTogether(sums: readonly SheetSum[]): ReadonlySet<Atom> {
  const rows = new Map<string, Set<number>>();
  const keyed = sums.map((sum) => ({ cell: sum.cell, key: keyOf(offsetsOf(sum)) }));
  for (const { cell, key } of keyed) rows.set(key, (rows.get(key) ?? new Set()).add(cell.top));
  return new Set(keyed.flatMap(({ cell, key }) => (rows.get(key)!.size > 1 ? [cell] : [])));
}

/** What at least {@link FEWEST_OF_A_SHEET} cells and most of all say; null where they do not agree. */
function commonOffsets(sums: readonly SheetSum[]): Offsets | null {
  const ways = new Map<string, { offsets: Offsets; count: number }>();
  for (const sum of sums) {
    const offsets = offsetsOf(sum);
    const key = keyOf(offsets);
    ways.set(key, { offsets, count: (ways.get(key)?.count ?? 0) + 1 });
  }
  const best = [...ways.values()].sort((a, b) => b.count - a.count)[0];
  return best && best.count >= FEWEST_OF_A_SHEET && best.count * 2 > sums.length ? best.offsets : null;
}

function totalsAt(sheet: SheetAtoms, sheets: readonly SheetAtoms[], forms: ReadonlyMap<Atom, Form>, rates: ReadonlySet<Atom>, cells: readonly Atom[], offsets: Offsets): Total[] {
  const [top, bottom] = [Math.min(...cells.map((cell) => cell.top)), Math.max(...cells.map((cell) => cell.top))];
  const columns = new Set(cells.map(({ left }) => left));
  const partOf = (cell: Atom, { sheet: at, row, column }: Offsets[number]): Atom | undefined => sheets[at]!.startingAt(cell.top + row, cell.left + column);
  const votes = sheet.all().filter((cell) => isCount(cell) && !rates.has(cell) && columns.has(cell.left) && cell.top >= top && cell.top <= bottom).flatMap((cell) => {
    const form = forms.get(cell);
    if (form && (form.kind !== "sum" || !form.parts.some((part) => part.sheet !== cell.sheet))) return [];
    const parts = offsets.flatMap((offset) => partOf(cell, offset) ?? []).filter(isCount);
    if (parts.length < 2) return [];
    const named = new Set(form?.kind === "sum" ? form.parts.map(({ sheet: at, row, column }) => sheets[at]!.startingAt(row, column)) : []);
    const agrees = form ? parts.every((part) => part.value === 0 || named.has(part)) && [...named].every((part) => !isCount(part) || parts.includes(part)) : null;
    const match = agrees ?? near(parts.reduce((sum, part) => sum + part.value!, 0), cell.value!, 6);
    return [{ cell, parts, agrees, match }];
  });
  const formulas = votes.filter(({ agrees }) => agrees).length;
  const missed = votes.filter(({ match }) => !match).length;
  if (formulas < FEWEST_OF_A_SHEET * Math.max(1, missed)) return [];
  return votes.map(({ cell, parts, agrees, match }): Total => ({
    cell, parts: parts.map((part) => ({ sheet: part.sheet, row: part.top, column: part.left, fixed: false })), state: match ? "match" : "deviant", formulaAgrees: agrees,
    support: FORMULA * formulas - (match ? 0 : DEVIANT), direction: "sheets", stats: { matched: formulas, missed, formulas, crosses: formulas }
  }));
}
