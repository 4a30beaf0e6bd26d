import type { Sheet } from "../../workbook";
import { isAreaHead, isSubtotalLabel, isTotalLabel } from "./heads";
import { EMPTY_ROWS } from "./limits";
import type { MatrixColumn, MatrixRow, MatrixSubtotal } from "./types";
import { readCell } from "../reading";
import { normalise } from "../../values/text";
import type { HeadTriple } from "./types";
import type { Reading } from "../types";

/** An indicator with the columns that its numbers stand in. */
export interface PlacedColumn extends MatrixColumn {
  readonly target: number | null;
  readonly done: number;
  readonly rate: number | null;
  readonly rateInPercent: boolean;
}

/** The heads of a block as its rows need them. */
interface Heads {
  readonly areaColumn: number;
  /** The lowest row of the heads. */
  readonly bottom: number;
  readonly right: number;
  readonly columns: readonly PlacedColumn[];
  readonly staffColumn: number | null;
}

interface Sorted {
  readonly areas: readonly MatrixRow[];
  readonly total: MatrixRow | null;
  readonly subtotals: readonly MatrixSubtotal[];
  /** How many of the rows belong to the block. */
  readonly count: number;
}

/** A label with its numbers, before it is known what adds up what. */
export interface FoundRow extends MatrixRow {
  readonly kind: "area" | "subtotal" | "total";
}

/** The areas under the heads, with the rows that add up some (小计) or all of them (合计), which may also stand first. */
export function readRows(sheet: Sheet, heads: Heads, triples: ReadonlyMap<number, readonly HeadTriple[]>): Sorted & { readonly bottom: number } {
  const rows = rowsBelow(sheet, heads, triples);
  const sorted = sortRows(rows);
  return { ...sorted, bottom: rows[sorted.count - 1]?.row ?? heads.bottom };
}

/** Tells the areas from the rows that add them up; the block ends with its total. */
export function sortRows(found: readonly FoundRow[]): Sorted {
  const rows = partsOfGrandTotal(found);
  const own = rows.slice(0, endOf(rows) + 1);
  const sums = own.filter(({ kind }) => kind !== "area");
  const areas = own.filter(({ kind }) => kind === "area");
  // 小计 is the word for the whole where nothing else adds up the areas.
  const total = sums.find(({ kind }) => kind === "total") ?? (sums.length === 1 ? sums[0]! : null);
  return { areas, total, subtotals: subtotalsOf(own, sums.filter((row) => row !== total)), count: own.length };
}

export function kindOfLabel(text: string): FoundRow["kind"] {
  return isSubtotalLabel(text) ? "subtotal" : isTotalLabel(text) ? "total" : "area";
}

/** A row's name for the user: its label; the bare word 小计 with the areas that it adds up. */
export function areaName(row: MatrixRow | MatrixSubtotal): string {
  const text = normalise(row.label.text);
  if (!("areas" in row) || !/^(?:小计|合计)$/.test(text)) return text;
  const names = row.areas.map((area) => normalise(area.label.text));
  return `${text}（${names.length === 1 ? names[0]! : `${names[0]!}–${names[names.length - 1]!}`}）`;
}

/** A 小计 adds up the areas above it, up to the 小计 before it; where one stands first of all, those below it. */
function subtotalsOf(rows: readonly FoundRow[], sums: readonly FoundRow[]): MatrixSubtotal[] {
  const below = rows.length > 0 && sums.includes(rows[0]!);
  const ordered = below ? rows : [...rows].reverse();
  return sums.flatMap((sum) => {
    const after = ordered.slice(ordered.indexOf(sum) + 1);
    const next = after.findIndex(({ kind }) => kind !== "area");
    const nearest = next < 0 ? after : after.slice(0, next);
    const areas = below ? nearest : nearest.reverse();
    return areas.length > 0 ? [{ ...sum, areas }] : [];
  });
}

/** The index of the block's last row: its total, unless that stands first. A 小计 is no end while another sum follows. */
function endOf(rows: readonly FoundRow[]): number {
  for (let i = 1; i < rows.length; i++) {
    const { kind } = rows[i]!;
    if (kind === "area" || !rows.slice(0, i).some((row) => row.kind === "area")) continue;
    if (rows[0]!.kind === "total") {
      if (kind === "total") return i - 1;
    } else if (kind === "total" || rows.slice(i + 1).every((row) => row.kind === "area")) return i;
  }
  return rows.length - 1;
}

/** 合计 of a part, where 总计 adds up all of them. */
function partsOfGrandTotal(rows: readonly FoundRow[]): readonly FoundRow[] {
  const sums = rows.filter(({ kind }) => kind === "total");
  const grand = sums.findIndex(({ label }) => /总计/.test(normalise(label.text)));
  const parts = new Set(sums.slice(0, Math.max(0, grand)));
  const underAreas = [...parts].every((part) => rows[rows.indexOf(part) - 1]?.kind === "area");
  return parts.size < 2 || !underAreas ? rows : rows.map((row) => (parts.has(row) ? { ...row, kind: "subtotal" } : row));
}

function rowsBelow(sheet: Sheet, heads: Heads, triples: ReadonlyMap<number, readonly HeadTriple[]>): FoundRow[] {
  const { areaColumn, columns, staffColumn, right } = heads;
  const rows: FoundRow[] = [];
  let empty = 0;
  const last = sheet.used?.bottom ?? 0;
  for (let row = heads.bottom + 1; row <= last && empty < EMPTY_ROWS; row++) {
    if (triples.get(row)?.some((triple) => triple.left <= right && triple.right >= areaColumn)) break;
    const label = readCell(sheet, row, areaColumn);
    const text = normalise(label.text);
    if (text === "") {
      empty++;
      continue;
    }
    if (!isRowLabel(sheet, label, text, columns)) break;
    empty = 0;
    rows.push({
      kind: kindOfLabel(text),
      row,
      label,
      staff: staffColumn === null || sheet.extent(row, staffColumn).left === areaColumn ? null : readCell(sheet, row, staffColumn),
      triples: columns.map((column) => ({
        name: column.name,
        target: column.target === null ? null : readCell(sheet, row, column.target),
        done: readCell(sheet, row, column.done),
        rate: column.rate === null ? null : readCell(sheet, row, column.rate),
        rateInPercent: column.rateInPercent
      }))
    });
  }
  return rows;
}

/** Heads, titles, notes and texts merged over the numbers end a block. */
function isRowLabel(sheet: Sheet, label: Reading, text: string, columns: readonly PlacedColumn[]): boolean {
  if (text.length > 25 || isAreaHead(text) || /^(?:备?注|说明|填表|总体服务|附)/.test(text) || /(?:统计表|对照表|情况表)/.test(text)) return false;
  const extent = sheet.extent(label.at.row, label.at.column);
  return extent.right < Math.min(...columns.map((column) => Math.min(column.done, column.target ?? Infinity)));
}
