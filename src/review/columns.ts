import { say, type MessageId, type Sentence } from "../messages";
import { addressKey, type CellAddress } from "../workbook";
import type { Match } from "./match";
import type { CellView, SittingTable } from "./sitting";

const NAMES: ReadonlyMap<string, MessageId> = new Map<string, MessageId>([
  ["no", "review-label-no"], ["name", "review-label-person-name"], ["group", "review-label-group"], ["position", "review-label-position"], ["certificate", "review-label-certificate"],
  ["contract", "label-contract"], ["contract-end", "label-contract"], ["joined", "review-label-joined"], ["left", "review-label-left"], ["total", "column-total"], ["senior", "column-senior"], ["remark", "label-remark"]
]);

/** A column of a table that only one of the two workbooks has. */
interface LooseColumn {
  readonly table: SittingTable;
  readonly name: string | Sentence;
  readonly cells: readonly CellView[];
}

/** Months and columns that tables have got or lost: said once each, not cell by cell. */
export class LooseColumns {
  private readonly gone: readonly LooseColumn[];
  private readonly added: readonly LooseColumn[];
  private readonly own: ReadonlySet<string>;

  constructor({ tables }: Match) {
    this.gone = tables.flatMap(({ old, new: now }) => onlyIn(old, now));
    // What is remarked is told by itself: it may answer something.
    this.added = tables.flatMap(({ old, new: now }) => onlyIn(now, old)).map((column) => ({ ...column, cells: column.cells.filter(({ role }) => role !== "remark") })).filter(({ cells }) => cells.length > 0);
    this.own = new Set([...this.gone, ...this.added].flatMap(({ cells }) => cells.map(({ at }) => addressKey(at))));
  }

  /** The cell, of the new workbook or of the old where it is gone, stands in such a column. */
  has(at: CellAddress): boolean {
    return this.own.has(addressKey(at));
  }

  sentences(): Sentence[] {
    const told = (id: MessageId) => ({ table, name }: LooseColumn): Sentence => say(id, { sheet: table.sheet, kind: say(`table-${table.kind}`), column: name });
    return [...this.gone.map(told("review-column-gone")), ...this.added.map(told("review-column-added"))];
  }
}

/** The columns of a table that the other one lacks, as far as something stands in them, by what they are called. */
function onlyIn(table: SittingTable, other: SittingTable): LooseColumn[] {
  const known = new Set(other.lines.flatMap(({ cells }) => cells.map(columnOf)));
  const found = new Map<string, CellView[]>();
  for (const cell of table.lines.flatMap(({ cells }) => cells)) {
    const column = columnOf(cell);
    if (!known.has(column)) found.set(column, [...found.get(column) ?? [], cell]);
  }
  return [...found].flatMap(([column, cells]) => {
    const name = nameOf(column, table);
    return name !== null && cells.filter(({ value }) => value !== "").length >= FILLED ? [{ table, name, cells }] : [];
  });
}

/** A single cell is told by itself. */
const FILLED = 2;

const MONTH = /\d{4}-\d{2}/;

/** Marks, counts and the head of a month are one column, whatever they are. */
function columnOf({ role }: CellView): string {
  return MONTH.exec(role)?.[0] ?? role;
}

function nameOf(column: string, { lines }: SittingTable): string | Sentence | null {
  if (MONTH.test(column)) return lines.flatMap(({ cells }) => cells).find(({ role }) => role === `head ${column}`)?.text ?? column;
  const id = NAMES.get(column);
  return column.startsWith("part ") ? column.slice("part ".length) : id ? say(id) : null;
}
