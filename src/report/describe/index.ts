import { tablesIn, know } from "../check";
import { settingsOf, type CheckOptions } from "../settings";
import type { Tables } from "../../tables/tables";
import type { ToldKind, ToldTable } from "../../told";
import { findSheet, parseRectName, type Workbook } from "../../workbook";
import type { TableDescription } from "../types";
import { describe } from "./describe";
import { freeName, namesIn } from "./propose";
import { regionAround, regionProposal } from "./region";

/** Each table of a workbook as a user is shown it: its columns by their roles, its rows by what they are, each with its evidence. Costs a reading of the workbook. */
export function describeTables(workbook: Workbook, options: CheckOptions = {}): TableDescription[] {
  const { tables, workbook: read } = tablesOf(workbook, options);
  return describe(read, tables, options.language ?? "zh");
}

/** What a user who marks a part of a sheet (or one of its cells) may want to say that it is: a told table to start from. */
export interface Marked {
  readonly sheet: string;
  readonly range: string;
  /** As the user has it; null: as it looks. */
  readonly headRows?: number | null;
  readonly kind?: ToldKind | null;
  /** The range is the table itself; otherwise the whole block around it. */
  readonly isExact?: boolean;
}

export function proposeTable(workbook: Workbook, { sheet: name, range, headRows, kind, isExact = false }: Marked, options: CheckOptions = {}): ToldTable | null {
  const { language = "zh" } = options;
  const { tables, workbook: read } = tablesOf(workbook, options);
  const sheet = findSheet(read, name);
  const place = parseRectName(range);
  if (!sheet || !place) return null;
  const rect = isExact ? place : regionAround(sheet, place);
  return regionProposal(sheet, tables.evidence, rect, (own) => freeName(name, own, namesIn(tables, language), language), headRows ?? undefined, kind ?? null);
}

function tablesOf(workbook: Workbook, options: CheckOptions): { tables: Tables; workbook: Workbook } {
  const settings = settingsOf(workbook, options).settings;
  return know(workbook, settings) ?? { tables: tablesIn(workbook, settings), workbook };
}
