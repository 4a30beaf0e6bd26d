import { readsOf } from "../formulas";
import { readCell } from "../tables/reading";
import { allTables, type FoundTable, type Tables } from "../tables/tables";
import { sameNumber } from "../values/numbers";
import { normalise } from "../values/text";
import { addressKey, cellName, findSheet, isError, keyToRowColumn, quoteSheet, rectContains, type CellAddress, type Sheet, type Workbook } from "../workbook";
import type { Arithmetic } from "./arithmetic";
import type { OddFill } from "./fills";

/** A cell that shows one cell of another sheet and nothing else, seen from the table: `line` is the row or column whose links all lead to one sheet, `place` the other. */
interface Link {
  readonly at: CellAddress;
  readonly line: number;
  readonly place: number;
  readonly to: CellAddress;
}

/** A line leads to its sheet with so many links at least, and so many places are linked alike in every line. */
const IN_LINE = 3;
const ALIKE = 3;
/** Of the links of a table so many may be odd at most. */
const ODD = 1 / 8;
/** So many links of a line go on by equal steps; at the line's end, where a total may stand, one more. */
const STEPS = 4;

const ONE_CELL = /^=\s*(?:'(?:[^']|'')+'|[^'"!()+*/,<>=&^\s-]+)!\$?[A-Z]{1,3}\$?\d+\s*$/i;

/**
 * A table that gathers other sheets (a row an area, each area on a sheet of its own; a column a month) links the same cell of each sheet in the
 * same place. A link that leads to another cell, or to a sheet that is another line's, has slipped.
 */
export function slippedLinks(workbook: Workbook, tables: Tables, arithmetic: Arithmetic): OddFill[] {
  const all = allTables(tables);
  const found = workbook.sheets.filter(({ marker }) => marker === null).flatMap((sheet) => {
    const links = linksOf(workbook, sheet).filter(({ at }) => arithmetic.at(at) === undefined);
    const turned = links.map((link): Link => ({ ...link, line: link.place, place: link.line }));
    const inTables = all.filter((table) => table.sheet === sheet.name).flatMap(({ rect }) => [links, turned].map((each) => each.filter(({ at }) => rectContains(rect, at.row, at.column))));
    const slips = [...inTables.flatMap(slipsAmong), ...[links, turned].flatMap(slipsInSteps)];
    return slips.flatMap((slip) => oddAt(workbook, sheet, all, slip, arithmetic));
  });
  return [...new Map(found.map((odd) => [addressKey(odd.reading.at), odd])).values()];
}

function linksOf(workbook: Workbook, sheet: Sheet): Link[] {
  const links: Link[] = [];
  for (const { key, formula } of sheet.shownFormulas()) {
    if (!ONE_CELL.test(formula)) continue;
    const at = { sheet: sheet.name, ...keyToRowColumn(key) };
    const [read, more] = readsOf(formula, at, workbook)?.ranges ?? [];
    if (!read || more || read.sheet === sheet.name) continue;
    links.push({ at, line: at.row, place: at.column, to: { sheet: read.sheet, row: read.rect.top, column: read.rect.left } });
  }
  return links;
}

interface Slip {
  readonly link: Link;
  /** Where it should lead, and the links that say so. */
  readonly right: CellAddress;
  readonly models: readonly Link[];
}

/** The links of a line in their order, parted where the distance to the next is another than before: a total, and what stands behind it. */
function evenRuns(line: readonly Link[]): Link[][] {
  const runs: Link[][] = [];
  for (const link of [...line].sort((a, b) => a.place - b.place)) {
    const run = runs[runs.length - 1];
    const [last, before] = run ? [run[run.length - 1]!, run[run.length - 2]] : [];
    if (last && (!before || link.place - last.place === last.place - before.place)) run!.push(link);
    else runs.push([link]);
  }
  return runs;
}

/** Along a line (the months of a summary) links that go on by equal steps on one sheet (G15, J15, M15 …) but for one. */
function slipsInSteps(links: readonly Link[]): Slip[] {
  return [...groupBy(links, ({ line }) => line).values()].flatMap(evenRuns).flatMap((inOrder) => {
    const counts = [...groupBy(inOrder, ({ to }) => to.sheet)].sort((a, b) => b[1].length - a[1].length);
    const own = counts[0]![1];
    // The pattern that two neighbours begin and most others follow.
    for (const [i, first] of own.slice(0, -1).entries()) {
      const second = own[i + 1]!;
      const step = (second.place - first.place);
      const [rows, columns] = [(second.to.row - first.to.row) / step, (second.to.column - first.to.column) / step];
      if ((rows === 0) === (columns === 0)) continue;
      const right = (link: Link): CellAddress => ({ sheet: first.to.sheet, row: first.to.row + rows * (link.place - first.place), column: first.to.column + columns * (link.place - first.place) });
      const odd = inOrder.filter((link) => addressKey(link.to) !== addressKey(right(link)));
      const atEnd = odd[0] === inOrder[0] || odd[0] === inOrder[inOrder.length - 1];
      if (odd.length === 1 && inOrder.length - 1 >= (atEnd ? STEPS + 1 : STEPS)) return [{ link: odd[0]!, right: right(odd[0]!), models: inOrder.filter((link) => link !== odd[0]) }];
    }
    return [];
  });
}

/** The links that lead elsewhere than all others say, with where they should lead and the links that say so. */
function slipsAmong(links: readonly Link[]): Slip[] {
  if (links.length < IN_LINE * 2) return [];
  const sheets = sheetsOfLines(links);
  // Each line has a sheet of its own; otherwise the links are a plain list.
  if (sheets.size < 2 || new Set(sheets.values()).size < sheets.size) return [];
  const own = links.filter(({ line }) => sheets.has(line));
  const places = groupBy(own, ({ place }) => place);
  const fits = (link: Link, cell: string): boolean => link.to.sheet === sheets.get(link.line) && cellOf(link) === cell;
  let alike = 0;
  const slips = [...places.values()].flatMap((group) => {
    const cell = group.length < 2 ? null : commonCell(group, own);
    if (cell === null) return [];
    const odd = group.filter((link) => !fits(link, cell));
    if (odd.length === 0) alike++;
    const models = group.filter((link) => fits(link, cell));
    return odd.map((link) => ({ link, right: { ...models[0]!.to, sheet: sheets.get(link.line)! }, models }));
  });
  return alike >= ALIKE && slips.length <= own.length * ODD ? slips : [];
}

/** The sheet to which most links of a line lead, of the lines where nearly all do. */
function sheetsOfLines(links: readonly Link[]): Map<number, string> {
  const sheets = new Map<number, string>();
  for (const [line, group] of groupBy(links, (link) => link.line)) {
    const counts = [...groupBy(group, ({ to }) => to.sheet)].sort((a, b) => b[1].length - a[1].length);
    const [name, most] = counts[0]!;
    if (most.length >= IN_LINE && most.length * 4 >= group.length * 3) sheets.set(line, name);
  }
  return sheets;
}

/** The cell that most links of a place show on their sheets; of two that differ, the one that no other link of its line shows as well. */
function commonCell(group: readonly Link[], all: readonly Link[]): string | null {
  const cells = [...groupBy(group, cellOf)].sort((a, b) => b[1].length - a[1].length);
  const [first, second] = cells;
  if (!second) return first![0];
  if (first![1].length >= 2 && first![1].length > second[1].length) return first![0];
  const shown = ({ line, place, to }: Link): boolean => all.some((other) => other.line === line && other.place !== place && addressKey(other.to) === addressKey(to));
  const lone = cells.filter(([, links]) => !links.some(shown));
  return cells.length === 2 && lone.length === 1 ? lone[0]![0] : null;
}

function oddAt(workbook: Workbook, sheet: Sheet, tables: readonly FoundTable[], { link, right, models }: Slip, arithmetic: Arithmetic): OddFill[] {
  if (!Number.isInteger(right.row) || !Number.isInteger(right.column) || right.row < 1 || right.column < 1) return [];
  if (isCalledAlike(workbook, sheet, link, right)) return [];
  const formula = `=${quoteSheet(right.sheet)}!${cellName(right.row, right.column)}`;
  const reading = readCell(sheet, link.at.row, link.at.column);
  const outcome = arithmetic.evaluator.evaluate(formula, link.at);
  const target = findSheet(workbook, right.sheet)?.cell(right.row, right.column)?.value ?? null;
  if (target === null || outcome.state !== "known" || isError(outcome.value) || (typeof outcome.value !== "number" && typeof outcome.value !== "string")) return [];
  const table = tables.find((each) => each.sheet === sheet.name && rectContains(each.rect, link.at.row, link.at.column));
  const agrees = typeof outcome.value === "number" ? reading.number !== null && sameNumber(reading.number, outcome.value) : reading.text === outcome.value;
  return [{ reading, formula, gives: outcome.value, models: models.map(({ at }) => at), agrees, table: table?.kind ?? "workbook", isLink: true }];
}

/** 12月 shows what stands under 12月, where the place that the others lead to is called otherwise (小计): then the other sheet is uneven, not the link. */
function isCalledAlike(workbook: Workbook, sheet: Sheet, { at, to }: Link, right: CellAddress): boolean {
  const other = findSheet(workbook, to.sheet)!;
  const rightSheet = findSheet(workbook, right.sheet);
  return [headAbove, labelBefore].some((word) => {
    const own = word(sheet, at);
    return own !== "" && own === word(other, to) && (!rightSheet || own !== word(rightSheet, right));
  });
}

function headAbove(sheet: Sheet, { row, column }: CellAddress): string {
  for (let at = row - 1; at >= 1; at--) {
    const value = sheet.cell(at, column)?.value;
    if (typeof value === "string" && value.trim() !== "") return normalise(value);
  }
  return "";
}

function labelBefore(sheet: Sheet, { row, column }: CellAddress): string {
  for (let at = column - 1; at >= 1; at--) {
    const value = sheet.cell(row, at)?.value;
    if (typeof value === "string" && value.trim() !== "") return normalise(value);
  }
  return "";
}

function cellOf({ to }: Link): string {
  return cellName(to.row, to.column);
}

function groupBy<T, K>(list: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
