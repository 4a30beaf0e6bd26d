import { MAX_COLUMNS } from "../workbook";
import { isCount, near, type SheetAtoms } from "./atoms";
import { CERTAIN, MISS } from "./chance";
import { BIGGER_PART, DEVIANT, FEWEST_OF_A_SHEET, MATCHES_A_MISS, MOST_OF_A_SHEET, MOST_SHEETS, SAME_PLACES } from "./limits";
import type { Atom, Total } from "./types";

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
