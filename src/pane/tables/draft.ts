import type { TableDescription, TableCounts } from "../../report/types";
import { contradictionIn, ROLES_OF, type ColumnRole, type ToldKind, type ToldMark, type ToldRow, type ToldTable } from "../../told";
import { say, type Sentence } from "../../messages";

/** What the user starts from: what was read, under the name that it was told by or that tells it from other tables. */
export function draftFrom({ proposal, told, title, sheet }: TableDescription): ToldTable {
  return { ...proposal, name: told ?? (proposal.name || title || sheet) };
}

export function withRole(draft: ToldTable, index: number, role: ColumnRole): ToldTable {
  return { ...draft, columns: draft.columns.map((column, at) => (at === index ? { ...column, role } : column)) };
}

/** What rows of that label are; null: what the check takes them for. */
export function withRow(draft: ToldTable, label: string, is: ToldRow["is"] | null): ToldTable {
  const others = (draft.rows ?? []).filter((row) => row.label !== label);
  return { ...draft, rows: is === null ? others : [...others, { label, is }] };
}

/** What a mark means; null: what the check takes it for. */
export function withMark(draft: ToldTable, mark: string, means: ToldMark["means"] | null): ToldTable {
  const others = (draft.marks ?? []).filter((one) => one.mark !== mark);
  return { ...draft, marks: means === null ? others : [...others, { mark, means }] };
}

/** The month (1 … 12) of a roster's first marks; null: what heads and titles say. */
export function withFirstMonth({ firstMonth: _, ...draft }: ToldTable, month: number | null): ToldTable {
  return month === null ? draft : { ...draft, firstMonth: month };
}

/** Roles that a column may have in a table of that kind. */
export function rolesFor(kind: ToldKind): readonly ColumnRole[] {
  return ROLES_OF[kind];
}

/** Why a draft cannot be taken whatever stands in the cells; null where it can be tried. */
export function problemIn(draft: ToldTable): Sentence | null {
  return draft.name.trim() === "" ? say("study-nameless") : contradictionIn(draft);
}

/** The counts of a table that say something of it, in the order in which they are told. */
export function toldCounts(counts: TableCounts): { readonly id: `tables-count-${keyof TableCounts}`; readonly count: number }[] {
  // Who reads that there are 20 persons need not read that there are 20 rows.
  const keys = (["rows", "persons", "months", "rates", "totals"] as const).filter((key) => counts[key] > 0 && (key !== "rows" || counts.persons === 0));
  return keys.map((key) => ({ id: `tables-count-${key}` as const, count: counts[key] }));
}
