import { readsOf } from "../formulas";
import { readCell } from "../tables/reading";
import { allTables, type FoundTable, type Tables } from "../tables/tables";
import { sameNumber } from "../values/numbers";
import { addressKey, cellName, findSheet, isError, quoteSheet, type CellAddress, type Sheet, type Workbook } from "../workbook";
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

const ONE_CELL = /^=\s*(?:'(?:[^']|'')+'|[^'"!()+*/,<>=&^\s-]+)!\$?[A-Z]{1,3}\$?\d+\s*$/i;

/**
 * A table that gathers other sheets (a row an area, each area on a sheet of its own; a column a month) links the same cell of each sheet in the
 * same place. A link that leads to another cell, or to a sheet that is another line's, has slipped.
 */
export function slippedLinks(workbook: Workbook, tables: Tables, arithmetic: Arithmetic): OddFill[] {
  const found = allTables(tables).flatMap((table) => {
    const sheet = findSheet(workbook, table.sheet)!;
    const links = linksOf(workbook, sheet, table).filter(({ at }) => arithmetic.at(at) === undefined);
    if (links.length < IN_LINE * 2) return [];
    const turned = links.map((link): Link => ({ ...link, line: link.place, place: link.line }));
    return [links, turned].flatMap((each) => slipsAmong(each)).flatMap((slip) => oddAt(workbook, sheet, table, slip, arithmetic));
  });
  return [...new Map(found.map((odd) => [addressKey(odd.reading.at), odd])).values()];
}

function linksOf(workbook: Workbook, sheet: Sheet, { rect }: FoundTable): Link[] {
  const links: Link[] = [];
  for (let row = rect.top; row <= rect.bottom; row++) {
    for (const column of sheet.columns(row)) {
      const formula = column < rect.left || column > rect.right ? null : sheet.cell(row, column)!.formula;
      if (formula === null || !ONE_CELL.test(formula)) continue;
      const at = { sheet: sheet.name, row, column };
      const [read, more] = readsOf(formula, at, workbook)?.ranges ?? [];
      if (!read || more || read.sheet === sheet.name) continue;
      links.push({ at, line: row, place: column, to: { sheet: read.sheet, row: read.rect.top, column: read.rect.left } });
    }
  }
  return links;
}

/** The links that lead elsewhere than all others say, with where they should lead and the links that say so. */
function slipsAmong(links: readonly Link[]): { link: Link; right: CellAddress; models: readonly Link[] }[] {
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

function oddAt(workbook: Workbook, sheet: Sheet, table: FoundTable, { link, right, models }: ReturnType<typeof slipsAmong>[number], arithmetic: Arithmetic): OddFill[] {
  const formula = `=${quoteSheet(right.sheet)}!${cellName(right.row, right.column)}`;
  const reading = readCell(sheet, link.at.row, link.at.column);
  const outcome = arithmetic.evaluator.evaluate(formula, link.at);
  const target = findSheet(workbook, right.sheet)?.cell(right.row, right.column)?.value ?? null;
  if (target === null || outcome.state !== "known" || isError(outcome.value) || (typeof outcome.value !== "number" && typeof outcome.value !== "string")) return [];
  const agrees = typeof outcome.value === "number" ? reading.number !== null && sameNumber(reading.number, outcome.value) : reading.text === outcome.value;
  return [{ reading, formula, gives: outcome.value, models: models.map(({ at }) => at), agrees, table: table.kind, isLink: true }];
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
