import type { Atom, Evidence, Quotient, SheetAtoms } from "../../evidence";
import { isCount } from "../../evidence";
import { normalise } from "../../values/text";
import { rectsMeet, type Rect } from "../../workbook";
import { headText, readCell } from "../reading";
import { findTitles, titleFor } from "../titles";
import type { Reading, TableBase } from "../types";
import { isAreaHead, isNameHead } from "./heads";
import { cleanName } from "./list-rows";
import { kindOfLabel, sortRows, type FoundRow } from "./matrix-rows";
import { looksLikeAreas } from "./proven/block-tables";
import { isStations } from "./proven/domain";
import { UNPROVEN } from "./proven/unproven";
import type { IndicatorName, Matrix, OverallList, Triple } from "./types";

/** So many rates at least stand in the same place on their sheet as what they divide on two others. */
const FEWEST = 4;
/** Of typed rates so many agree with what stands in their place, of at least … */
const AGREE = 0.8;
/** … so many that are filled in. */
const FEWEST_TYPED = 6;

/** How far from a rate's place done or target stand, on a sheet of their own. */
interface Step { readonly sheet: number; readonly down: number; readonly right: number }
interface Spread { readonly rates: number; readonly done: Step; readonly target: Step; readonly rows: readonly number[]; readonly columns: readonly number[]; readonly scale: 1 | 100 }

/** Tables of which targets, done values and rates stand on three sheets of one shape: 协议量分解, 完成量, 完成率. `others` are tables that were found already. */
export function findSpread(evidence: Evidence, others: readonly TableBase[]): { matrices: Matrix[]; overall: OverallList[] } {
  const found = evidence.sheets.flatMap((_, index) => spreadByFormulas(evidence, index) ?? spreadByValues(evidence, index) ?? []);
  const tables = found.flatMap((spread) => tableOf(evidence, spread) ?? []).filter(({ sheet, rect }) => !others.some((other) => other.sheet === sheet && rectsMeet(other.rect, rect)));
  return { matrices: tables.filter((table) => table.kind === "indicators"), overall: tables.filter((table) => table.kind === "overall") };
}

/** The sheet's formulas divide a cell of one sheet by a cell of another, from place to place alike. */
function spreadByFormulas({ sheets, onSheets }: Evidence, rates: number): Spread | null {
  const groups = new Map<string, { done: Step; target: Step; cells: Atom[]; scale: 1 | 100 }>();
  for (const [cell, form] of onSheets[rates]!.forms) {
    if (form.kind !== "quotient" || form.done.length !== 1 || form.target.length !== 1) continue;
    const [done, target] = [form.done[0]!, form.target[0]!].map(({ sheet, row, column }): Step => ({ sheet, down: row - cell.top, right: column - cell.left }));
    if (new Set([rates, done!.sheet, target!.sheet]).size < 3) continue;
    const key = JSON.stringify([done, target]);
    const group = groups.get(key) ?? { done: done!, target: target!, cells: [], scale: form.scale };
    group.cells.push(cell);
    groups.set(key, group);
  }
  const [most] = [...groups.values()].sort((a, b) => b.cells.length - a.cells.length);
  if (!most || most.cells.length < FEWEST) return null;
  return { rates, done: most.done, target: most.target, scale: most.scale, ...linesOf(sheets[rates]!, most.cells) };
}

/** Typed percentages, under the same labels and heads as counts on two other sheets, are mostly what these give. */
function spreadByValues({ sheets, onSheets }: Evidence, rates: number): Spread | null {
  const own = sheets[rates]!;
  const placed = new Set<Atom>(onSheets[rates]!.quotients.map(({ rate }: Quotient) => rate));
  const cells = own.all().filter((atom) => atom.kind === "number" && atom.percent && atom.formula === null && !placed.has(atom));
  if (cells.length < FEWEST_TYPED) return null;
  const lines = linesOf(own, cells);
  if (lines.columns.length < 2 || lines.rows.length < 2) return null;
  const alike = sheets.filter((other) => other !== own && hasSameLabels(own, other, lines) && cells.every(({ top, left }) => !other.at(top, left)?.percent));
  const agreeing = (done: SheetAtoms, target: SheetAtoms): number => cells.filter((cell) => {
    const [above, below] = [done, target].map((sheet) => sheet.at(cell.top, cell.left));
    return isCount(above) && isCount(below) && below.value !== 0 && Math.abs(above.value / below.value - cell.value!) <= 0.5 * 10 ** -cell.decimals + 1e-9;
  }).length;
  const pairs = alike.flatMap((done) => alike.flatMap((target) => (done === target ? [] : [{ done, target, agree: agreeing(done, target) }])));
  const [best] = pairs.sort((a, b) => b.agree - a.agree);
  if (!best || best.agree < FEWEST_TYPED || best.agree < AGREE * cells.length) return null;
  const at = (sheet: SheetAtoms): Step => ({ sheet: sheet.index, down: 0, right: 0 });
  return { rates, done: at(best.done), target: at(best.target), scale: 1, ...lines };
}

/** The rows and columns of the cells, and what lies between them and holds something else than texts: a rate that reads another row is one of them. */
function linesOf(sheet: SheetAtoms, cells: readonly Atom[]): { rows: number[]; columns: number[] } {
  const [rows, columns] = [({ top }: Atom) => top, ({ left }: Atom) => left].map((of) => new Set(cells.map(of))) as [Set<number>, Set<number>];
  const holds = (row: number, column: number): boolean => (sheet.startingAt(row, column)?.kind ?? "text") !== "text";
  return {
    rows: between(rows).filter((row) => rows.has(row) || [...columns].some((column) => holds(row, column))),
    columns: between(columns).filter((column) => columns.has(column) || [...rows].some((row) => holds(row, column)))
  };
}

function between(lines: ReadonlySet<number>): number[] {
  const first = Math.min(...lines);
  return Array.from({ length: Math.max(...lines) - first + 1 }, (_, i) => first + i);
}

function hasSameLabels(own: SheetAtoms, other: SheetAtoms, { rows, columns }: Pick<Spread, "rows" | "columns">): boolean {
  const same = (row: number, column: number, across: boolean): boolean => {
    const label = own.headOf(row, column, across);
    return label !== "" && normalise(label) === normalise(other.headOf(row, column, across));
  };
  return rows.every((row) => same(row, columns[0]!, true)) && columns.every((column) => same(rows[0]!, column, false));
}

function tableOf({ sheets }: Evidence, spread: Spread): Matrix | OverallList | null {
  const atoms = sheets[spread.rates]!;
  const { sheet } = atoms;
  const { rows, columns } = spread;
  const labels = rows.map((row) => labelOf(atoms, row, columns[0]!));
  const heads = columns.map((column) => headOver(atoms, rows[0]!, column));
  if (labels.some((label) => label === null) || heads.some((head) => head === null)) return null;
  const labelAt = labels as Reading[];
  const headAt = heads as Reading[];
  const rect: Rect = { top: Math.min(...headAt.map(({ at }) => at.row)), left: Math.min(...labelAt.map(({ at }) => at.column)), bottom: rows.at(-1)!, right: columns.at(-1)! };
  const titles = [spread.rates, spread.done.sheet, spread.target.sheet].flatMap((index) => [sheets[index]!.sheet.name, ...findTitles(sheets[index]!.sheet).map(({ text }) => text)]);
  const texts = [...labelAt, ...headAt].map(({ text }) => normalise(text));
  if (!isStations({ heads: [], names: texts, above: titles.join(" ") })) return null;
  const base = { sheet: sheet.name, rect, ...titleFor(sheet, findTitles(sheet), rect), ...UNPROVEN };
  const triple = (row: number, column: number, name: IndicatorName): Triple => {
    const at = ({ sheet: index, down, right }: Step): Reading => readCell(sheets[index]!.sheet, row + down, column + right);
    return { name, target: at(spread.target), done: at(spread.done), rate: readCell(sheet, row, column), rateInPercent: spread.scale === 100 };
  };
  const corner = headText(sheet, headAt[0]!.at.row, labelAt[0]!.at.column);
  if (columns.length === 1) {
    return { ...base, kind: "overall", items: rows.map((row, i) => ({ ...triple(row, columns[0]!, nameOf(labelAt[i]!)), nameAt: labelAt[i]!.at, category: "" })) };
  }
  const turned = !areAreas(labelAt, corner) && (isNameHead(corner) || areAreas(headAt, ""));
  const [areas, names] = turned ? [headAt, labelAt] : [labelAt, headAt];
  const found = areas.map((label, a): FoundRow => ({
    kind: kindOfLabel(normalise(label.text)), row: label.at.row, label, staff: null,
    triples: names.map((name, n) => triple(rows[turned ? n : a]!, columns[turned ? a : n]!, nameOf(name)))
  }));
  const { areas: own, total, subtotals } = sortRows(found);
  if (own.length === 0) return null;
  return { ...base, kind: "indicators", columns: names.map((name) => ({ name: nameOf(name) })), areas: own, total, subtotals, totalParts: null, staff: [], staffTotal: null };
}

function areAreas(labels: readonly Reading[], corner: string): boolean {
  const texts = labels.map(({ text }) => normalise(text));
  return isAreaHead(corner) || looksLikeAreas(texts.filter((text) => kindOfLabel(text) === "area"));
}

function nameOf({ text }: Reading): IndicatorName {
  return { group: cleanName(text), leaf: "" };
}

/** The nearest text left of a row's first number, and the nearest above a column's. */
function labelOf({ sheet }: SheetAtoms, row: number, column: number): Reading | null {
  for (let at = column - 1; at >= 1; at--) {
    const reading = readCell(sheet, row, at);
    if (reading.kind === "text") return reading;
  }
  return null;
}

function headOver({ sheet }: SheetAtoms, row: number, column: number): Reading | null {
  for (let at = row - 1; at >= 1; at--) {
    const reading = readCell(sheet, at, column);
    if (reading.kind === "text") return reading;
  }
  return null;
}
