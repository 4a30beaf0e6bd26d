import type { ReportedFinding, WorkbookReport } from "../report/types";

/** The stable JSON form of 复核: what became of what was found, and what else was changed, workbook by workbook. */
export interface ReviewDocument {
  readonly version: 1;
  readonly pairs: readonly ReviewedPair[];
  /** Files that have no counterpart, or several. */
  readonly unpaired: readonly UnpairedFiles[];
  /** Files that could not be read, or hold no table that we know. */
  readonly unread: readonly { readonly file: string; readonly message: string }[];
}

/** The earlier workbook and the one handed in again. Cells are those of the new one unless `gone` is true: then of the old. */
export interface ReviewedPair {
  readonly old: string;
  readonly new: string;
  readonly station: string | null;
  /** That of the new workbook. */
  readonly period: { readonly start: string; readonly end: string } | null;
  /** Nothing is open, still wrong or new, but for information. */
  readonly settled: boolean;
  readonly earlier: readonly EarlierFinding[];
  /** Findings that the old workbook did not draw; ignored ones left out. */
  readonly appeared: readonly ReportedFinding[];
  readonly changed: readonly ChangedCell[];
  /** What is otherwise in another way than before: sheets and tables gone or added, hidden sheets, rows and columns. A sentence each. */
  readonly structure: readonly string[];
}

/** 已改对, 改了但仍不对, 未改, 已说明. */
export type FindingState = "mended" | "still-wrong" | "open" | "explained";

export interface EarlierFinding extends Pick<ReportedFinding, "rule" | "severity" | "sheet" | "cell" | "fingerprint"> {
  readonly state: FindingState;
  /** What was said of it then. */
  readonly message: string;
  /** What its cell showed and should have shown then, and what it shows now. */
  readonly before: string;
  readonly expected: string;
  readonly after: string;
  /** The cell in the old workbook. */
  readonly was: { readonly sheet: string; readonly cell: string };
  /** The cell is not in the new workbook: `sheet` and `cell` are those of the old. */
  readonly gone: boolean;
  /** The reason of an ignored finding, the remark that was added, or why a finding that is not told any more is not taken for mended; null where there is nothing to add. */
  readonly note: string | null;
}

/** What kind of change it is; "row-gone", "row-added": a person, an area or an indicator as a whole. */
export type ChangeKind =
  | "value" | "target-lowered" | "target-raised" | "tick-added" | "tick-removed" | "formula-to-typed" | "typed-to-formula" | "formula" | "label" | "format"
  | "row-gone" | "row-added" | "cell-gone" | "cell-added";

export interface ChangedCell {
  readonly sheet: string;
  readonly cell: string;
  /** As the cells show them; where both show the same, what the cells hold. */
  readonly before: string;
  readonly after: string;
  /** It was asked for, or follows from what was. */
  readonly asked: boolean;
  readonly kind: ChangeKind;
  /** What the cell is: 「专业个案 · 接案」片区1 的协议量. Persons by 序号. */
  readonly label: string;
  /** The cell in the old workbook; null where there was none. */
  readonly was: { readonly sheet: string; readonly cell: string } | null;
  /** There is no such cell any more: `sheet` and `cell` are those of the old workbook. */
  readonly gone: boolean;
  /** It changed only because these changed. */
  readonly follows: readonly { readonly sheet: string; readonly cell: string }[];
}

/** Of one station and period: files that could not be paired. */
export interface UnpairedFiles {
  readonly station: string | null;
  readonly period: { readonly start: string; readonly end: string } | null;
  readonly old: readonly string[];
  readonly new: readonly string[];
}

/** How the two evaluations of one agreement stand to each other: the final one covers the year so far, or only what came after mid-term. */
export type Span = "whole" | "rest";

/** What the mid-term workbook says beside the final one (中期与末期). */
export interface MidReview {
  readonly file: string;
  readonly period: WorkbookReport["period"];
  /** null where the periods are unknown or fit neither way. */
  readonly span: Span | null;
  /** What was asked at mid-term: settled or not. */
  readonly asked: readonly EarlierFinding[];
  /** Each indicator that both have: done at mid-term and now, against the final target; of the rest of a year both together. */
  readonly progress: readonly { readonly name: string; readonly area: string | null; readonly target: number | null; readonly mid: number; readonly final: number; readonly sheet: string; readonly cell: string }[];
  /** Over all months of both rosters. */
  readonly retention: { readonly retained: number; readonly headcount: number; readonly rate: number } | null;
}
