import { hundredthsOf, meanOf } from "../../values/exact";
import { THIRD_PARTY_ITEMS } from "../../values/party";
import { addressKey } from "../../workbook";
import type { Reading } from "../types";
import { eachOnce, type GridLine } from "./grid";
import type { ScoreItem, ScoreUnit } from "./types";
import { itemOf } from "./words";

const THIRD_PARTY: ReadonlySet<ScoreItem> = new Set<ScoreItem>(THIRD_PARTY_ITEMS);

/** A line that adds up others: 总分, 小计, or 第三方 beside its own parts. */
export interface SumLine {
  readonly kind: "total" | "subtotal";
  readonly line: GridLine;
  readonly parts: readonly GridLine[];
}

/** The lines of a table: items, each counted once, the lines that add them up (小计 before 总分), and the means of several lines. */
export interface Structure {
  readonly items: readonly GridLine[];
  readonly sums: readonly SumLine[];
  readonly means: readonly { readonly line: GridLine; readonly of: readonly GridLine[] }[];
}

/** What is known of a line: its points, and what it counts in each evaluation of the table. */
export interface LineNumbers {
  points(line: GridLine): number | null;
  counted(line: GridLine): readonly (Reading | null)[];
}

/** Which lines add up which: by their words, and by what the points and scores of each give. */
export function findStructure(lines: readonly GridLine[], numbers: LineNumbers): Structure {
  const rows = lines.filter(({ kind }) => kind === "item");
  const among = new Map<GridLine, readonly GridLine[]>();
  rows.forEach((line, i) => {
    const at = lines.indexOf(line);
    // Beyond a 小计 other items begin.
    const parts = itemOf(line.name) === "thirdParty" ? thirdPartyParts(rows, i)
      : [partsNext(line, itemsFrom(lines.slice(at + 1)), numbers), partsNext(line, itemsFrom(lines.slice(0, at).reverse()), numbers).reverse()].find((found) => found.length > 0) ?? [];
    if (parts.length > 1 && !parts.some((part) => among.has(part))) among.set(line, parts);
  });
  const items = rows.filter((line) => !among.has(line));
  const sums: SumLine[] = [];
  let total: SumLine | null = null;
  let open: GridLine[] = [];
  // Where the first 小计 stands before all items, each stands above its own.
  const stands = lines.findIndex(({ kind }) => kind === "item") > lines.findIndex(({ kind }) => kind === "subtotal") && lines.some(({ kind }) => kind === "subtotal") ? "above" : "below";
  for (const [i, line] of lines.entries()) {
    const parts = among.get(line);
    if (parts) sums.push({ kind: "subtotal", line, parts });
    else if (line.kind === "item") open.push(line);
    else if (line.kind === "total") total = { kind: "total", line, parts: items };
    else if (line.kind === "subtotal") {
      const own = ownParts(line, stands === "above" ? itemsFrom(lines.slice(i + 1)) : open);
      if (own.length > 0) sums.push({ kind: "subtotal", line, parts: own });
      open = [];
    }
  }
  const means = lines.flatMap((line, i) => (line.kind === "mean" ? [{ line, of: meanOver(lines.slice(0, i), line) }] : [])).filter(({ of }) => of.length > 1);
  return { items, sums: total ? [...sums, total] : sums, means };
}

/** The items up to the next line that is none. */
function itemsFrom(lines: readonly GridLine[]): GridLine[] {
  const end = lines.findIndex(({ kind }) => kind !== "item");
  return lines.slice(0, end < 0 ? lines.length : end);
}

/** Of the lines since the last 小计 those of its own party, where a column or its own words name that. */
function ownParts(line: GridLine, open: readonly GridLine[]): readonly GridLine[] {
  if (line.party !== line.name && open.some(({ party }) => party === line.party)) return open.filter(({ party }) => party === line.party);
  return /第三方/.test(line.name) ? open.filter(({ name }) => THIRD_PARTY.has(itemOf(name))) : open;
}

function thirdPartyParts(rows: readonly GridLine[], at: number): GridLine[] {
  const run = (list: readonly GridLine[]): GridLine[] => {
    const end = list.findIndex(({ name }) => !THIRD_PARTY.has(itemOf(name)));
    return list.slice(0, end < 0 ? list.length : end);
  };
  const below = run(rows.slice(at + 1));
  return below.length > 0 ? below : run(rows.slice(0, at).reverse()).reverse();
}

/** The next lines whose points are together those of the line, and whose scores are so too, as its formula or more than whole numbers show. */
function partsNext(own: GridLine, next: readonly GridLine[], { points, counted }: LineNumbers): GridLine[] {
  const most = points(own);
  if (most === null) return [];
  for (let end = 2; end <= next.length; end++) {
    const parts = next.slice(0, end);
    const made = addUp(parts.map(points));
    if (made > hundredthsOf(most)) return [];
    if (made < hundredthsOf(most)) continue;
    const agreeing = counted(own).filter((score, i) => score?.number != null && score.number !== 0 && addUp(parts.map((part) => counted(part)[i]?.number ?? null)) === hundredthsOf(score.number));
    if (agreeing.length > 1 || agreeing.some((score) => score!.formula !== null || !Number.isInteger(score!.number))) return parts;
    // Points that are those of all others together leave nothing else to be.
    if (end === next.length && end >= 3 && itemOf(own.name) === "other") return parts;
  }
  return [];
}

/** In hundredths. */
function addUp(numbers: readonly (number | null)[]): number {
  return numbers.reduce<number>((sum, number) => sum + hundredthsOf(number ?? 0), 0);
}

/** The lines just above that a line of means averages: those of its own item. */
function meanOver(above: readonly GridLine[], { name }: GridLine): GridLine[] {
  const rows: GridLine[] = [];
  const item = itemOf(name) === "other" ? itemOf(above[above.length - 1]?.name ?? "") : itemOf(name);
  for (const line of [...above].reverse()) {
    if (line.kind !== "item" || itemOf(line.name) !== item) break;
    rows.unshift(line);
  }
  return rows;
}

/** What the unit counts: its number, or the mean of several; null where one is no number. */
export function unitNumber({ cells, sign }: ScoreUnit): number | null {
  const numbers = cells.map(({ number }) => number);
  return numbers.some((number) => number === null) ? null : sign * meanOf(numbers.map((number) => number!))!;
}

/** The cells of a field that a sum adds up: each once, or with the areas of 服务质量 as one whose mean counts, as the printed sum or the points have it. */
export function unitsFor(sum: Reading, parts: readonly GridLine[], cellOf: (line: GridLine) => Reading | null, hundred: boolean): ScoreUnit[] {
  // 扣分 0 or none yet is taken off as well; where a table writes them below zero, they are added.
  const takenOff = ({ name, cells }: GridLine, { number }: Reading): boolean => /扣分|减分/.test(name) && (number === null || number >= 0) && !cells.some((other) => (other.number ?? 0) < 0);
  const each = [...new Map(parts.flatMap((line) => {
    const cell = cellOf(line);
    return cell ? [[addressKey(cell.at), { cells: [cell], sign: takenOff(line, cell) ? -1 : 1 } as const] as const] : [];
  })).values()];
  const areas = eachOnce(parts.filter(({ name }) => itemOf(name) === "quality").map(cellOf).filter((reading) => reading !== null));
  if (areas.length < 2) return each;
  const isArea = ({ cells: [cell] }: ScoreUnit): boolean => areas.some(({ at }) => addressKey(at) === addressKey(cell!.at));
  const first = each.findIndex(isArea);
  const averaged = each.flatMap((unit, i): ScoreUnit[] => (i === first ? [{ cells: areas, sign: 1 }] : isArea(unit) ? [] : [unit]));
  const fits = (units: readonly ScoreUnit[]): boolean => sum.number !== null && addUp(units.map(unitNumber)) === hundredthsOf(sum.number);
  if (fits(each)) return each;
  return fits(averaged) || hundred ? averaged : each;
}
