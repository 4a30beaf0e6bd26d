import { isAttempt, isCount, rateVerdict, roleWord, totalVerdict, type Atom, type Evidence, type Place, type Quotient, type Total } from "../../../evidence";
import { normalise } from "../../../values/text";
import { addressKey, type CellAddress } from "../../../workbook";
import { readCell } from "../../reading";
import type { Reading } from "../../types";
import { indicatorLabel } from "../names";
import type { ProvenCells, ProvenRate, ProvenSum } from "../types";
import { FEWEST_LINES } from "../limits";
import type { AnyTable } from "./block-tables";
import { addressOf, Coverage, rectHolds, rowsOf } from "./coverage";

/** What numbers prove of a table's cells besides what its roles say: 累计 of the months, a list's total row, a share. `stations`: it is one of the station's. */
export function provenCells(evidence: Evidence, table: AnyTable, stations = true): ProvenCells {
  const meant = meantCells(table);
  const inside = (at: CellAddress): boolean => rectHolds(table.rect, at) && !meant.has(addressKey(at));
  const isOnSheet = (cell: Atom): boolean => evidence.sheets[cell.sheet]!.sheet.name === table.sheet;
  const unlikely = unlikeSums(evidence, table.sheet);
  const sums = evidence.totals.map((total) => unlikely.get(total.cell) ?? total).flatMap((total): ProvenSum[] => {
    if (!isOnSheet(total.cell)) return [];
    const at = addressOf(evidence, { sheet: total.cell.sheet, row: total.cell.top, column: total.cell.left });
    return inside(at) && (unlikely.has(total.cell) || isSolid(evidence, total, stations)) ? [sumOf(evidence, total, table)] : [];
  });
  const coverage = new Coverage(evidence, [table]);
  const rates = evidence.quotients.flatMap((quotient): ProvenRate[] => {
    if (!isOnSheet(quotient.rate)) return [];
    const at = addressOf(evidence, { sheet: quotient.rate.sheet, row: quotient.rate.top, column: quotient.rate.left });
    return inside(at) && isShown(quotient) && isCheckable(evidence, quotient) && !coverage.reads(quotient) && !coverage.repeats(quotient) ? [rateOf(evidence, quotient, table)] : [];
  });
  return { sums, rates };
}

/**
 * A rate divides two sums beside each other, and one of them leaves out the first or last of the lines that the other adds, though its own cell there is
 * filled and divided as well: the range was not extended. By the cell that adds too little, what it must add.
 */
function unlikeSums(evidence: Evidence, sheet: string): ReadonlyMap<Atom, Total> {
  let bySheet = unlike.get(evidence);
  if (!bySheet) unlike.set(evidence, (bySheet = new Map()));
  let found = bySheet.get(sheet);
  if (!found) bySheet.set(sheet, (found = unlikeSumsOn(evidence, sheet)));
  return found;
}

/** Asked of each table of a sheet. */
const unlike = new WeakMap<Evidence, Map<string, ReadonlyMap<Atom, Total>>>();

function unlikeSumsOn(evidence: Evidence, sheet: string): ReadonlyMap<Atom, Total> {
  const rated = new Set(evidence.quotients.flatMap(({ done, target }) => (done.length === 1 && target.length === 1 ? [placeKey(done[0]!), placeKey(target[0]!)] : [])));
  const found = new Map<Atom, Total>();
  for (const { rate, done: [done, ...dones], target: [target, ...targets] } of evidence.quotients) {
    if (!done || !target || dones.length + targets.length > 0 || evidence.sheets[rate.sheet]!.sheet.name !== sheet) continue;
    const both = [done, target].map((place) => evidence.sheets[place.sheet]!.startingAt(place.row, place.column));
    const total = both[0] && both[1] && (shortOf(evidence, both[0], both[1], rated) ?? shortOf(evidence, both[1], both[0], rated));
    if (total) found.set(total.cell, total);
  }
  return found;
}

function shortOf(evidence: Evidence, short: Atom, whole: Atom, rated: ReadonlySet<string>): Total | null {
  const { forms, sheets, totals } = evidence;
  const [own, other] = [forms.get(short), forms.get(whole)];
  if (own?.kind !== "sum" || other?.kind !== "sum" || short.top !== whole.top || short.left === whole.left) return null;
  const columnOf = (cell: Atom, parts: readonly Place[]): number[] | null => (parts.every(({ sheet, column }) => sheet === cell.sheet && column === cell.left) ? parts.map(({ row }) => row) : null);
  const [ownRows, rows] = [columnOf(short, own.parts), columnOf(whole, other.parts)];
  if (!ownRows || !rows || Math.min(ownRows.length, rows.length) < 2) return null;
  const known = totals.find(({ cell }) => cell === short);
  const parts = rows.map((row): Place => ({ sheet: short.sheet, row, column: short.left, fixed: false }));
  const more = ownRows.filter((row) => !rows.includes(row));
  // 其中：高危个案 is a part of the row above it, which the other leaves out.
  const addsParts = more.length > 0 && rows.every((row) => ownRows.includes(row)) && more.every((row) => (firstText(evidence, short.sheet, row, short.left) ?? "").startsWith("其中"));
  if (known && addsParts) return { ...known, parts, formulaAgrees: false };
  if (more.length > 0 || ownRows.length !== rows.length - 1) return null;
  const left = rows.find((row) => !ownRows.includes(row))!;
  const atEdge = left === Math.min(...rows) || left === Math.max(...rows);
  if (!known || !atEdge || !rated.has(placeKey({ ...parts[0]!, row: left })) || !isCount(sheets[short.sheet]!.at(left, short.left))) return null;
  return { ...known, parts, formulaAgrees: false };
}

function placeKey({ sheet, row, column }: Place): string {
  return `${sheet}:${row}:${column}`;
}

/** It shows a number (or an error) to be compared: not "/" for want of a target. */
export function isShown({ state }: Quotient): boolean {
  return state !== "none" && state !== "blank";
}

/** The cells whose sum a role already says, and those that hold no counts. */
function meantCells(table: AnyTable): ReadonlySet<string> {
  if (table.kind !== "indicators") return new Set();
  const sums = [...table.subtotals, ...(table.total ? [table.total] : [])];
  const readings = [...sums.flatMap(({ triples, staff }) => [...triples.flatMap(({ target, done }) => [target, done]), staff]), ...rowsOf(table).map(({ label }) => label)];
  return new Set(readings.flatMap((reading) => (reading ? [addressKey(reading.at)] : [])));
}

function isSolid(evidence: Evidence, total: Total, stations: boolean): boolean {
  const { stats, direction, formulaAgrees, state } = total;
  const form = evidence.forms.get(total.cell);
  if (state === "blank" || runsOn(evidence, total) || (form && !isAttempt(total, form) && direction !== "sheets")) return false;
  if (direction === "sheets") return true;
  if (direction === "single") return false;
  if (stats.crosses < FEWEST_LINES) return false;
  // In a station's table a formula that adds too little among two that add everything is enough; otherwise what the line proves.
  const short = stations && formulaAgrees === false && stats.formulas >= FEWEST_LINES && stats.missed * 2 <= stats.crosses;
  if (formulaAgrees === false || state === "deviant") return short || totalVerdict(total, form) === "error";
  return stats.formulas >= FEWEST_LINES || formulaAgrees === true || stats.missed === 0;
}

/** Running sums (累计) add each other's cells again: what stands under them is the last of them, and no sum. */
function runsOn({ forms, sheets }: Evidence, { parts }: Total): boolean {
  const added = parts.flatMap(({ sheet, row, column }) => {
    const atom = sheets[sheet]!.at(row, column);
    const form = atom && forms.get(atom);
    return form?.kind === "sum" ? [new Set(form.parts.map((part) => `${part.sheet}:${part.row}:${part.column}`))] : [];
  });
  return added.some((own, i) => i > 0 && [...added[i - 1]!].every((part) => own.has(part))) || goesOn(parts.map(placeKey), added);
}

/** =G3+E4 below =E3: one after the other goes on from the part before it, and from no other. */
function goesOn(parts: readonly string[], added: readonly ReadonlySet<string>[]): boolean {
  const all = new Set(parts);
  return added.filter((own) => [...own].filter((part) => all.has(part)).length === 1).length >= FEWEST_LINES;
}

function sumOf(evidence: Evidence, total: Total, table: AnyTable): ProvenSum {
  const at = addressOf(evidence, { sheet: total.cell.sheet, row: total.cell.top, column: total.cell.left });
  return { total: readingAt(evidence, { ...at, sheet: total.cell.sheet }), parts: total.parts.map((part) => readingAt(evidence, part)), words: total.parts.map((part) => headWord(evidence, part)), ...ownLabel(evidence, total.cell.sheet, at, table) };
}

/**
 * May a rate outside the station's roles be checked? Its own formula divides these cells, it was typed and agrees, or its
 * line proves it wrong; a formula of another kind means something else.
 */
export function isCheckable(evidence: Evidence, quotient: Quotient): boolean {
  const form = evidence.forms.get(quotient.rate);
  return quotient.byFormula || (form === undefined && quotient.state === "match") || rateVerdict(quotient, form) === "error" || isMeanOfRates(evidence, quotient);
}

/** A mean in the place of a total's rate, which its line proves to be a quotient; in a row of means everything is one. */
function isMeanOfRates({ forms, sheets }: Evidence, { rate, done, target, state, stats }: Quotient): boolean {
  if (forms.get(rate)?.kind !== "mean" || state !== "deviant" || stats.formulas < FEWEST_LINES) return false;
  return [...done, ...target].every(({ sheet, row, column }) => {
    const atom = sheets[sheet]!.at(row, column);
    return atom?.kind === "number" && forms.get(atom)?.kind !== "mean";
  });
}

export function rateOf(evidence: Evidence, { rate, done, target, scale }: Quotient, table: AnyTable | null): ProvenRate {
  const at = { sheet: rate.sheet, row: rate.top, column: rate.left };
  const sheet = evidence.sheets[rate.sheet]!;
  const { row } = ownLabel(evidence, rate.sheet, { ...at, sheet: sheet.sheet.name }, table);
  const word = (places: readonly Place[]): string | undefined => {
    const [first, more] = places;
    return first && !more ? headWord(evidence, first) : undefined;
  };
  return {
    rate: readingAt(evidence, at), dones: done.map((place) => readingAt(evidence, place)), targets: target.map((place) => readingAt(evidence, place)), rateInPercent: scale === 100,
    row, words: { rate: headWord(evidence, { ...at, fixed: false }), done: word(done), target: word(target) }
  };
}

function readingAt(evidence: Evidence, { sheet, row, column }: Pick<Place, "sheet" | "row" | "column">): Reading {
  return readCell(evidence.sheets[sheet]!.sheet, row, column);
}

/** What a cell is called in its table's own words: the name of its row and the head of its column. */
export function ownLabel(evidence: Evidence, sheet: number, at: CellAddress, table: AnyTable | null): { row: string; word: string } {
  const atoms = evidence.sheets[sheet]!;
  const item = table && table.kind !== "indicators" ? table.items.find(({ nameAt, done, rate }) => [nameAt, done.at, rate?.at].some((cell) => cell?.sheet === at.sheet && cell.row === at.row)) : null;
  const area = table?.kind === "indicators" ? rowsOf(table).find(({ label, triples }) => label.at.row === at.row && triples[0]?.done.at.row === at.row) : null;
  const row = item ? indicatorLabel({ group: item.name.group, leaf: "" }) : area ? normalise(area.label.text) : firstText(evidence, sheet, at.row, at.column) ?? normalise(atoms.headOf(at.row, at.column, true));
  return { row, word: headWord(evidence, { sheet, row: at.row, column: at.column, fixed: false }) };
}

/** The first text of a row before a cell that is no serial number and no unit; what is merged over several rows (a category) with the first that is the row's own. */
function firstText(evidence: Evidence, sheet: number, row: number, column: number): string | null {
  const atoms = evidence.sheets[sheet]!;
  let category: string | null = null;
  for (let at = 1; at < column; at++) {
    const atom = atoms.at(row, at);
    if (atom?.kind !== "text" || atom.formula !== null || normalise(atom.text).length <= 1) continue;
    const text = normalise(atom.text);
    if (atom.top === atom.bottom) return category === null ? text : `${category}·${text}`;
    category ??= text;
  }
  return category;
}

function headWord(evidence: Evidence, { sheet, row, column }: Place): string {
  const atoms = evidence.sheets[sheet]!;
  const above = atoms.headOf(row, column).replace(/\s+/g, "");
  const beside = atoms.headOf(row, column, true).replace(/\s+/g, "");
  // Where metrics stand below one another the word for the role stands beside the number.
  return roleWord(above) === null && roleWord(beside) !== null ? beside : above;
}
