import type { ColumnRole, ToldKind } from "../../told";
import { findRosterHeads } from "../../tables/roster/heads";
import type { Roster } from "../../tables/roster/types";
import type { ScoreTable } from "../../tables/scores/types";
import type { FoundTable } from "../../tables/tables";
import { rowsOf, triplesOf } from "../../tables/indicators/proven/coverage";
import type { QuotientTable, Triple } from "../../tables/indicators/types";
import type { Reading } from "../../tables/types";
import { findSheet, type Rect, type Sheet, type Workbook } from "../../workbook";
import type { DescribedRow } from "../types";

type AnyTable = Extract<FoundTable, { readonly kind: "indicators" | "overall" | "cards" }>;
/** Target, done and rate as they were read together. */
export type SeenTriple = Pick<Triple, "target" | "done" | "rate">;

/** What was read of a table, by its rows and columns. */
export interface Seen {
  readonly sheet: Sheet;
  readonly rect: Rect;
  readonly kind: ToldKind;
  /** The lowest row of the heads; before `rect.top` without heads. */
  readonly headBottom: number;
  /** A column may hold cells of several roles where target, done and rate stand below one another. */
  readonly columns: ReadonlyMap<number, ReadonlySet<ColumnRole>>;
  readonly rows: ReadonlyMap<number, { readonly is: DescribedRow["is"]; readonly label: string }>;
  readonly triples: readonly SeenTriple[];
}

class Draft {
  readonly columns = new Map<number, Set<ColumnRole>>();
  readonly rows = new Map<number, { is: DescribedRow["is"]; label: string }>();

  column(role: ColumnRole, ...cells: readonly (Pick<Reading, "at"> | null)[]): void {
    for (const cell of cells) if (cell) this.add(cell.at.column, role);
  }

  add(column: number | null, role: ColumnRole): void {
    if (column === null) return;
    const roles = this.columns.get(column);
    if (roles) roles.add(role);
    else this.columns.set(column, new Set([role]));
  }

  row(row: number, is: DescribedRow["is"], label: string): void {
    if (!this.rows.has(row)) this.rows.set(row, { is, label });
  }

  get first(): number {
    return Math.min(...this.rows.keys());
  }
}

/** What was read of tables at one place (several evaluations side by side are one). */
export function seenOf(workbook: Workbook, tables: readonly FoundTable[]): Seen {
  const table = tables[0]!;
  const sheet = findSheet(workbook, table.sheet)!;
  const base = { sheet, rect: table.rect };
  switch (table.kind) {
    case "indicators":
    case "overall":
    case "cards":
      return { ...base, ...indicators(table) };
    case "quotients":
      return { ...base, ...quotients(table) };
    case "footnote":
      return { ...base, kind: "none", headBottom: table.rect.top - 1, columns: new Map(), rows: new Map([[table.at.row, { is: "item" as const, label: "" }]]), triples: [] };
    case "roster":
      return { ...base, ...roster(workbook, sheet, table) };
    case "scores":
      return { ...base, ...scores(tables.filter((one) => one.kind === "scores")) };
  }
}

type Read = Omit<Seen, "sheet" | "rect">;

function indicators(table: AnyTable): Read {
  const draft = new Draft();
  const triples = triplesOf(table);
  for (const { target, done, rate } of triples) {
    draft.column("target", target);
    draft.column("done", done);
    draft.column("rate", rate);
  }
  if (table.kind === "indicators") {
    const sums = new Set<unknown>([...table.subtotals, table.total]);
    for (const row of rowsOf(table)) {
      // Where the areas stand side by side their names stand over the numbers; what is merged down over areas stands in the first.
      const upright = row.triples.every(({ done }) => row.label.at.column < done.at.column);
      const is = row === table.total ? "total" as const : sums.has(row) ? "subtotal" as const : "area" as const;
      draft.column("staff", row.staff);
      if (upright) {
        draft.column("name", row.label);
        draft.row(row.label.at.row, is, row.label.text);
      } else for (const { done, name } of row.triples) draft.row(done.at.row, "indicator", [name.group, name.leaf].filter((text) => text !== "").join(" · "));
    }
  } else {
    for (const { nameAt, done, name } of table.items) {
      // A card's name stands over its numbers.
      if (nameAt.row === done.at.row || table.kind === "overall") draft.add(nameAt.column, "name");
      draft.row(done.at.row, "indicator", [name.group, name.leaf].filter((text) => text !== "").join(" · "));
    }
    if (table.kind === "cards") for (const { nameAt, done } of table.items) for (let row = Math.min(nameAt.row, done.at.row - 1); row < done.at.row; row++) draft.row(row, "head", "");
  }
  for (const { total } of table.proven.sums) draft.row(total.at.row, "total", "");
  const kind = table.kind === "indicators" ? "matrix" : table.kind === "overall" ? "list" : "cards";
  const first = Math.min(...triples.flatMap(({ target, done, rate }) => [target, done, rate].flatMap((reading) => (reading ? [reading.at.row] : []))));
  return { kind, headBottom: first - 1, columns: draft.columns, rows: draft.rows, triples };
}

function quotients({ proven, rect }: QuotientTable): Read {
  const draft = new Draft();
  const triples = proven.rates.flatMap(({ rate, dones: [done, ...more], targets: [target, ...others] }): SeenTriple[] =>
    (done && target && more.length + others.length === 0 && done.at.row === rate.at.row ? [{ rate, done, target }] : []));
  for (const { rate, row } of proven.rates) {
    draft.column("rate", rate);
    draft.row(rate.at.row, "item", row);
  }
  for (const { done, target } of triples) {
    draft.column("done", done);
    if (target!.at.row === done.at.row) draft.column("target", target);
  }
  for (const { total, row } of proven.sums) draft.row(total.at.row, "total", row);
  return { kind: "arithmetic", headBottom: Math.max(rect.top - 1, draft.rows.size === 0 ? 0 : draft.first - 1), columns: draft.columns, rows: draft.rows, triples };
}

function roster(workbook: Workbook, sheet: Sheet, table: Roster): Read {
  const draft = new Draft();
  // Columns that are persons have no roles to tell.
  if (table.turned) return { kind: "roster", headBottom: table.rect.top, columns: draft.columns, rows: draft.rows, triples: [] };
  const { columns, months, persons, vacancies, groups, grandTotal, grandEffective, retention } = table;
  for (const [role, column] of Object.entries(columns) as [keyof Roster["columns"], number | null][]) draft.add(column, role);
  for (const { column, kind, line } of months.flatMap((month) => month.columns)) {
    // Where kinds stand below one another a column holds all of them.
    const isStacked = months.some((month) => month.columns.some((other) => other.column === column && other.line !== line));
    draft.add(column, kind === "other" || kind === "part" || isStacked ? "mark" : kind);
  }
  for (const { row, name } of persons) draft.row(row, "person", name);
  for (const { row } of vacancies) draft.row(row, "vacancy", "");
  const bottoms = [...groups.flatMap(({ subtotal, effective }) => [subtotal, effective]), grandTotal, grandEffective];
  for (const bottom of bottoms) if (bottom) draft.row(bottom.row, "bottom", bottom.label.text);
  if (retention && table.retentionLabelAt) draft.row(table.retentionLabelAt.row, "retention", sheet.cell(table.retentionLabelAt.row, table.retentionLabelAt.column)?.text ?? "");
  const head = findRosterHeads(sheet, workbook.date1904).find(({ top, left }) => top === table.rect.top && left === table.rect.left);
  return { kind: "roster", headBottom: head?.bottom ?? draft.first - 1, columns: draft.columns, rows: draft.rows, triples: [] };
}

function scores(tables: readonly ScoreTable[]): Read {
  const draft = new Draft();
  for (const { rows, sums } of tables) {
    for (const row of rows) {
      draft.add(row.nameAt.column, "name");
      draft.column("standard", row.standard);
      draft.column("weight", row.weight);
      draft.column("judge", ...row.judges);
      draft.column("deduction", row.deduction);
      draft.column("score", row.score);
      draft.column("converted", row.converted);
      draft.column("rate", row.rate);
      draft.row(row.nameAt.row, "item", row.name);
    }
    for (const { cell, subtotal } of sums) draft.row(cell.at.row, subtotal === null ? "total" : "subtotal", subtotal ?? "");
  }
  const top = tables[0]!.rect.top;
  return { kind: "scores", headBottom: Math.max(top - 1, draft.first - 1), columns: draft.columns, rows: draft.rows, triples: [] };
}
