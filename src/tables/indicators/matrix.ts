import { rectUnion, type Rect, type Sheet } from "../../workbook";
import { isAreaHead, isGenericHead, isPercentHead, isStaffHead, isSubtotalLabel, isTotalLabel, leafOf, roleOf } from "./heads";
import type { IndicatorName, Matrix, MatrixRow } from "./types";
import { readRows, type PlacedColumn } from "./matrix-rows";
import { headText, readCell } from "../reading";
import { normalise } from "../../values/text";
import { titleFor, type Title } from "../titles";
import { captionOver } from "./caption";
import type { HeadTriple } from "./types";
import { UNPROVEN } from "./proven/unproven";
import type { Reading } from "../types";

/** The heads of one block, before its rows are read. */
interface BlockHead {
  readonly areaColumn: number;
  readonly top: number;
  readonly bottom: number;
  readonly triples: readonly HeadTriple[];
}

/** A block with the columns of its indicators. */
interface Block extends Matrix {
  readonly places: readonly PlacedColumn[];
}

/** The blocks of the indicator matrix on a sheet, and the head triples that they use. */
export function findMatrices(sheet: Sheet, triples: ReadonlyMap<number, readonly HeadTriple[]>, titles: readonly Title[]): {
  matrices: Matrix[];
  used: Set<HeadTriple>;
} {
  const used = new Set<HeadTriple>();
  const matrices: Block[] = [];
  for (const [row, inRow] of triples) {
    for (const head of blockHeads(sheet, row, inRow, triples)) {
      const matrix = readBlock(sheet, head, triples, titles);
      if (!matrix) continue;
      head.triples.forEach((triple) => used.add(triple));
      const before = matrices.find((other) => continues(other, matrix));
      if (before) matrices[matrices.indexOf(before)] = joined(before, matrix);
      else matrices.push(matrix);
    }
  }
  return { matrices: matrices.map(({ places: _, ...matrix }) => matrix), used };
}

/** Splits the triples of a row at the area heads (服务片区); without such a head, at labels with a 合计 among them. */
function blockHeads(sheet: Sheet, row: number, triples: readonly HeadTriple[], all: ReadonlyMap<number, readonly HeadTriple[]>): BlockHead[] {
  const heads: { column: number; extent: Rect }[] = [];
  const last = triples[triples.length - 1]!;
  for (let column = 1; column < last.left; column++) {
    for (let above = row; above >= Math.max(1, row - 3); above--) {
      const extent = sheet.extent(above, column);
      if (extent.left !== column || !isAreaHead(headText(sheet, above, column))) continue;
      if (headsReach(sheet, extent, row, all)) heads.push({ column, extent });
      break;
    }
  }
  if (heads.length === 0) {
    const labelled = labelColumn(sheet, row, triples[0]!);
    if (labelled === null) return [];
    heads.push({ column: labelled, extent: { top: row, left: labelled, bottom: row, right: labelled } });
  }
  return heads.flatMap(({ column, extent }, index) => {
    const end = heads[index + 1]?.column ?? Infinity;
    const inRow = triples.filter((triple) => triple.left > column && triple.left < end);
    if (inRow.length === 0) return [];
    const top = Math.min(extent.top, groupTop(sheet, row, inRow));
    const own = untilNextTable(sheet, top, column, inRow, all);
    return [{ areaColumn: column, top, bottom: Math.max(extent.bottom, ...own.map((triple) => triple.bottom)), triples: own }];
  });
}

/** Does the area head belong to heads in that row: no label between them, and no heads nearer to its lower edge? */
function headsReach(sheet: Sheet, area: Rect, row: number, all: ReadonlyMap<number, readonly HeadTriple[]>): boolean {
  for (let below = area.bottom + 1; below <= row; below++) if (headText(sheet, below, area.left) !== "") return false;
  for (let nearer = row + 1; nearer <= area.bottom; nearer++) if (all.has(nearer)) return false;
  return true;
}

/**
 * The triples up to an empty column behind which another table stands: one whose columns have heads of their own further
 * down, or nothing beside the matrix's rows.
 */
function untilNextTable(
  sheet: Sheet, top: number, areaColumn: number, triples: readonly HeadTriple[], all: ReadonlyMap<number, readonly HeadTriple[]>
): readonly HeadTriple[] {
  const rows = labelledRows(sheet, triples[0]!.bottom + 1, areaColumn);
  const cut = triples.findIndex((triple, index) => {
    const before = triples[index - 1];
    if (!before || !emptyBetween(sheet, top, triple.row, before.right, triple.left)) return false;
    const last = rows[rows.length - 1] ?? triple.bottom;
    for (let row = triple.bottom + 1; row <= last; row++) {
      if (all.get(row)?.some((other) => other.left <= triple.right && other.right >= triple.left)) return true;
    }
    const filled = rows.filter((row) => [triple.target, triple.done].some((column) => column !== null && readCell(sheet, row, column).kind !== "blank"));
    return filled.length < Math.min(2, rows.length);
  });
  return cut < 0 ? triples : triples.slice(0, cut);
}

/** The rows under the heads that have a label, up to the total. */
function labelledRows(sheet: Sheet, first: number, areaColumn: number): number[] {
  const rows: number[] = [];
  for (let row = first; row <= first + 60; row++) {
    const text = headText(sheet, row, areaColumn);
    if (text === "") continue;
    if (text.length > 25 || isAreaHead(text)) break;
    rows.push(row);
    if (isTotalLabel(text) && rows.length > 1) break;
  }
  return rows;
}

/** Is there a column between the two that is empty in the rows of the heads? */
function emptyBetween(sheet: Sheet, top: number, bottom: number, left: number, right: number): boolean {
  for (let column = left + 1; column < right; column++) {
    let empty = true;
    for (let row = top; row <= bottom && empty; row++) empty = headText(sheet, row, column) === "";
    if (empty) return true;
  }
  return false;
}

/** A column left of the heads whose texts below end in a 合计: a matrix whose first column has an unknown head. */
function labelColumn(sheet: Sheet, row: number, first: HeadTriple): number | null {
  const merge = sheet.mergeAt(row - 1, first.left);
  if (!merge || merge.right <= merge.left || merge.right < first.right) return null;
  for (let column = first.left - 1; column >= Math.max(1, first.left - 3); column--) {
    let labels = 0;
    for (let below = row + 1; below <= row + 40; below++) {
      const text = headText(sheet, below, column);
      if (text === "") continue;
      labels++;
      if (isTotalLabel(text) && labels > 1) return column;
      if (roleOf(text)) break;
    }
  }
  return null;
}

/** The row where the group heads above the triples begin. */
function groupTop(sheet: Sheet, row: number, triples: readonly HeadTriple[]): number {
  const wide = triples.some((triple) => {
    const merge = sheet.mergeAt(row - 1, triple.left);
    return merge !== null && merge.right > merge.left && merge.left >= triples[0]!.left;
  });
  return wide ? row - 1 : row;
}

function readBlock(sheet: Sheet, head: BlockHead, triples: ReadonlyMap<number, readonly HeadTriple[]>, titles: readonly Title[]): Block | null {
  const columns = namedColumns(sheet, head);
  const right = Math.max(...head.triples.map((triple) => triple.right));
  const staffColumn = findStaffColumn(sheet, head, right);
  const { areas, total, subtotals, bottom } = readRows(sheet, { ...head, columns, staffColumn, right }, triples);
  if (areas.length === 0) return null;
  return {
    kind: "indicators",
    sheet: sheet.name,
    rect: { top: head.top, left: Math.min(head.areaColumn, staffColumn ?? Infinity), bottom, right: Math.max(right, staffColumn ?? 0) },
    ...titleFor(sheet, titles, { top: head.top, left: head.areaColumn, right }),
    columns: columns.map(({ name }) => ({ name })),
    places: columns,
    areas,
    total,
    subtotals,
    staff: distinct(areas.map((area) => area.staff)),
    staffTotal: total?.staff ?? null,
    totalParts: withoutParts(areas, total),
    ...UNPROVEN
  };
}

/** 其中：高危个案 is a part of the row above it: a total whose numbers leave such rows out adds up the others. null where it does not, or there are none. */
function withoutParts(areas: readonly MatrixRow[], total: MatrixRow | null): readonly MatrixRow[] | null {
  const own = areas.filter(({ label }, index) => index === 0 || !/^其中/.test(normalise(label.text)));
  if (!total || own.length === areas.length || own.length < 2) return null;
  const sums = (rows: readonly MatrixRow[]): number => total.triples.reduce((count, triple, index) => count + (["target", "done"] as const).filter((role) => {
    const number = triple[role]?.number ?? null;
    return number !== null && Math.abs(rows.reduce((sum, { triples }) => sum + (triples[index]![role]?.number ?? 0), 0) - number) < 1e-6;
  }).length, 0);
  const [whole, part] = [sums(areas), sums(own)];
  return part > 0 && part >= whole ? own : null;
}

/** Readings without those of a merged area that was read already. */
export function distinct(readings: readonly (Reading | null)[]): Reading[] {
  const seen = new Set<string>();
  return readings.filter((reading): reading is Reading => {
    if (!reading) return false;
    const key = `${reading.at.row}:${reading.at.column}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

function findStaffColumn(sheet: Sheet, head: BlockHead, right: number): number | null {
  for (let row = head.bottom; row >= head.top; row--) {
    for (let column = head.areaColumn + 1; column <= right; column++) {
      if (isStaffHead(headText(sheet, row, column))) return sheet.extent(row, column).left;
    }
  }
  return null;
}

function namedColumns(sheet: Sheet, head: BlockHead): PlacedColumn[] {
  const own = head.triples.map((triple) => columnName(sheet, head, triple));
  const [only, more] = own;
  // A table of one indicator is named by what stands over it.
  const names = only && !more && only.group === ""
    ? [{ group: captionOver(sheet, { top: head.top, left: head.areaColumn, right: head.triples[0]!.right }), leaf: only.leaf }] : own;
  return head.triples.map((triple, index) => {
    const name = names[index]!;
    const twins = names.filter((other) => other.group === name.group && other.leaf === name.leaf);
    // Two columns of a group that their heads do not tell apart would be taken for one indicator.
    const leaf = twins.length > 1 ? `${name.leaf}${twins.indexOf(name) + 1}` : name.leaf;
    return {
      name: { group: name.group, leaf }, target: triple.target, done: triple.done, rate: triple.rate, rateInPercent: isPercentHead(triple.heads.rate ?? "")
    };
  });
}

function columnName(sheet: Sheet, head: BlockHead, triple: HeadTriple): IndicatorName {
  const above: string[] = [];
  for (let row = head.top; row < triple.row; row++) {
    const text = filledLeft(sheet, row, triple.left, head.areaColumn);
    if (text !== "" && !above.includes(text) && !roleOf(text) && !isGenericHead(text)) above.push(text);
  }
  const leaf = leafOf(triple.heads.target ?? "") || leafOf(triple.heads.done ?? "");
  const middle = above.slice(1).join("");
  const alone = head.triples.filter((other) => groupRow(sheet, head, other, above[0] ?? "")).length === 1;
  return { group: above[0] ?? "", leaf: middle || (alone ? "" : leaf) };
}

/** Does the group's head stand over the triple, in whatever row of the heads? */
function groupRow(sheet: Sheet, head: BlockHead, triple: HeadTriple, group: string): boolean {
  for (let row = head.top; row < triple.row; row++) if (filledLeft(sheet, row, triple.left, head.areaColumn) === group) return true;
  return false;
}

/** A group head that was not merged stands over its first column only: the nearest text to the left. */
function filledLeft(sheet: Sheet, row: number, column: number, areaColumn: number): string {
  for (let at = column; at > areaColumn; at--) {
    const text = headText(sheet, row, at);
    if (text !== "") return isStaffHead(text) || isAreaHead(text) ? "" : text;
  }
  return "";
}

/** The same heads again, on the next printed page: one block, as long as they have one total between them besides a page's own 小计. */
function continues(before: Block, after: Block): boolean {
  return before.places.length === after.places.length
    && before.places.every((column, index) => sameColumn(column, after.places[index]!))
    && !(before.total && after.total && !isSubtotalLabel(normalise(before.total.label.text)))
    && (before.total === null || after.total !== null || before.total.row < before.areas[0]!.row)
    && (before.period === null || after.period === null
      || (before.period.start === after.period.start && before.period.end === after.period.end));
}

function sameColumn(a: PlacedColumn, b: PlacedColumn): boolean {
  return a.target === b.target && a.done === b.done && a.rate === b.rate && a.name.group === b.name.group && a.name.leaf === b.name.leaf;
}

function joined(before: Block, after: Block): Block {
  const areas = [...before.areas, ...after.areas];
  const page = before.total && after.total ? [{ ...before.total, areas: before.areas }] : [];
  const total = page.length > 0 ? after.total : before.total ?? after.total;
  return {
    ...before,
    rect: rectUnion(before.rect, after.rect),
    areas,
    total,
    subtotals: [...before.subtotals, ...page, ...after.subtotals],
    staff: distinct(areas.map((area) => area.staff)),
    staffTotal: total?.staff ?? null
  };
}
