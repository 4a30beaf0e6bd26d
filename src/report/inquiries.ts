import { render, say, type Language } from "../messages";
import { readSettingsXml, withProfile, writeSettingsXml, type SettingsInput, type StoredSettings } from "../settings";
import type { ToldKind, ToldTable } from "../told";
import type { TableKind } from "../tables/types";
import { columnLetters, findSheet, keyToRowColumn, parseRectName, rectName, type Rect, type SheetDescription, type Workbook } from "../workbook";
import { describeTables, proposeTable } from "./describe";
import { regionAround } from "./describe/region";
import { sampleOf } from "./describe/sample";
import { checkWorkbook } from "./index";
import type { TableDescription, TableWish, WorkbookReport } from "./types";

/** What a face asks of a workbook beside its check. */
export type Inquiry =
  | { readonly kind: "describe"; readonly wish: TableWish }
  | { readonly kind: "preview"; readonly stored: StoredSettings }
  | { readonly kind: "sheets" }
  | { readonly kind: "sample"; readonly wish: TableWish };

export interface Answers {
  /** How a region is read, or would be as what the user says it is. */
  describe: TableDescription;
  /** What a check would say if the workbook kept this; nothing is kept. */
  preview: WorkbookReport;
  /** The visible sheets that hold something, each with the range of all its cells. */
  sheets: readonly TableWish[];
  /** The heads and the shape of a region with invented content, for whoever keeps the product; null where the sheet is gone. */
  sample: SheetDescription | null;
}

export interface InquiryOptions {
  readonly fileName: string;
  readonly language: Language;
  /** Settings from outside the workbook, which win over those that it keeps. */
  readonly settings?: SettingsInput;
}

/** Answers a question of a user about the workbook; the workbook stays as it is. */
export function answerTo<I extends Inquiry>(workbook: Workbook, inquiry: I, options: InquiryOptions): Answers[I["kind"]];
export function answerTo(workbook: Workbook, inquiry: Inquiry, options: InquiryOptions): Answers[Inquiry["kind"]] {
  switch (inquiry.kind) {
    case "describe": return described(workbook, inquiry.wish, options);
    case "preview": return checkWorkbook({ ...workbook, settingsXml: writeSettingsXml(inquiry.stored) }, options);
    case "sheets": return filledSheets(workbook);
    case "sample": return sampleFor(workbook, inquiry.wish, options);
  }
}

function sampleFor(workbook: Workbook, wish: TableWish, options: InquiryOptions): SheetDescription | null {
  const { range, proposal } = described(workbook, wish, options);
  const sheet = findSheet(workbook, wish.sheet);
  const rect = parseRectName(range);
  return sheet && rect ? sampleOf(sheet, rect, proposal.headRows, render(say("sample-sheet"), options.language)) : null;
}

/** The table that was read there, unless the user wants it read as something else: then what would be read, as far as it can be. */
function described(workbook: Workbook, wish: TableWish, options: InquiryOptions): TableDescription {
  const place = parseRectName(wish.range) ?? { top: 1, left: 1, bottom: 1, right: 1 };
  const asRead = describeTables(workbook, options).find((table) => table.sheet === wish.sheet && overlaps(parseRectName(table.range)!, place));
  if (asRead && wish.kind === undefined && wish.headRows === undefined) return asRead;
  const proposal = proposeTable(workbook, wish, options);
  if (!proposal) return asRead ?? bare(wish, place, { name: "", kind: wish.kind ?? "none", headRows: wish.headRows ?? 0, columns: [] });
  const told = asRead?.told ? { ...proposal, name: asRead.told } : proposal;
  const sheet = findSheet(workbook, wish.sheet);
  const block = wish.isExact || !sheet ? place : regionAround(sheet, place);
  const tried = describeTables(withTold(workbook, told), options).find((table) => table.told === told.name && table.sheet === wish.sheet);
  return { ...(tried ?? bare({ ...wish, range: rectName(block) }, block, told)), told: asRead?.told ?? null, proposal: told };
}

function withTold(workbook: Workbook, told: ToldTable): Workbook {
  const stored = readSettingsXml(workbook.settingsXml);
  return { ...workbook, settingsXml: writeSettingsXml({ ...stored, settings: withProfile(stored.settings, told.name, told) }) };
}

const KINDS: Readonly<Record<ToldKind, TableKind>> = {
  matrix: "indicators", list: "overall", cards: "cards", roster: "roster", scores: "scores", arithmetic: "quotients", none: "quotients"
};

/** A table of which nothing could be read yet: its columns alone, to say what they are. */
function bare({ sheet, range }: TableWish, { top, left, bottom }: Rect, proposal: ToldTable): TableDescription {
  const columns = proposal.columns.map(({ head, role }, index) => {
    const column = left + index;
    return { letter: columnLetters(column), range: rectName({ top: Math.min(top + proposal.headRows, bottom), bottom, left: column, right: column }), role, words: head, evidence: "" };
  });
  return { kind: KINDS[proposal.kind], sheet, range, title: "", counts: { rows: 0, persons: 0, months: 0, rates: 0, totals: 0 }, told: null, columns, rows: [], marks: [], proposal };
}

function overlaps(a: Rect, b: Rect): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

function filledSheets({ sheets }: Workbook): TableWish[] {
  return sheets.filter(({ visibility, cells, marker }) => visibility === "visible" && marker === null && cells.size > 0).map(({ name, cells }) => {
    const rect = { top: Infinity, left: Infinity, bottom: 0, right: 0 };
    for (const key of cells.keys()) {
      const { row, column } = keyToRowColumn(key);
      Object.assign(rect, { top: Math.min(rect.top, row), left: Math.min(rect.left, column), bottom: Math.max(rect.bottom, row), right: Math.max(rect.right, column) });
    }
    return { sheet: name, range: rectName(rect), isExact: true };
  });
}
