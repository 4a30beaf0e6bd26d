import { render, say, type Language } from "../messages";
import type { WorkbookReport } from "../report/types";
import { columnLetters, type Sheet, type SheetDescription, type SheetPlan } from "../workbook";
import { addAttendance } from "./attendance-block";
import { SheetBuilder } from "./builder";
import { addCharts } from "./charts-block";
import { EarlierSheet } from "./earlier";
import { addFindings, addSolved } from "./findings-block";
import { COLUMN_WIDTHS, KEY_COLUMN, LAST_COLUMN } from "./grid";
import { addHead, HEAD_ROWS } from "./head-block";
import { addIndicators } from "./indicators-block";
import { addPeople, type PeopleTable } from "./people-block";
import { addScores } from "./scores-block";
import { SUMMARY_MARKER } from "./marker";
import { splitNotes } from "./words";

/** The sheet's name in the workbook; a sheet of the user's with this name keeps it, and ours gets " (2)". */
export const SUMMARY_SHEET_NAME = "核查汇总";

export interface SummaryOptions {
  readonly language?: Language;
  /** When the check was made; the sheet says it to the minute, in local time. */
  readonly checkedAt?: Date;
}

/** The plan to write the summary of a check (核查汇总) into its workbook. What the user noted on an earlier one is carried over. */
export function summaryPlan(report: WorkbookReport, options: SummaryOptions = {}): SheetPlan {
  return { marker: SUMMARY_MARKER, describe: (earlier) => describe(report, options, earlier) };
}

/** The summary of a check (核查汇总) as a sheet that any host can write, with nothing carried over. */
export function summarySheet(report: WorkbookReport, options: SummaryOptions = {}): SheetDescription {
  return describe(report, options, null);
}

function describe(report: WorkbookReport, { language = "zh", checkedAt }: SummaryOptions, earlierSheet: Sheet | null): SheetDescription {
  const sheet = new SheetBuilder();
  const earlier = new EarlierSheet(earlierSheet);
  const time = checkedAt ? minuteOf(checkedAt) : "";
  const { evaluation } = report;
  addHead(sheet, report, time, language);
  const listed = addFindings(sheet, report.findings, earlier, language);
  addSolved(sheet, listed, earlier, time, language);
  const indicators = addIndicators(sheet, evaluation, language);
  // The months stand above the persons whom they add up.
  let people: PeopleTable | null = null;
  const attendance = addAttendance(sheet, evaluation, () => people, language);
  addScores(sheet, evaluation, attendance, language);
  addCharts(sheet, evaluation, attendance, indicators, language);
  if (evaluation && attendance) people = addPeople(sheet, evaluation, attendance.weightCells, language);
  addNotes(sheet, evaluation?.notes ?? [], language);
  const rows = sheet.finish((key) => earlier.takeOwn(key));
  const left = earlier.left();
  const empty = Array.from({ length: KEY_COLUMN }, () => null);
  return {
    name: SUMMARY_SHEET_NAME,
    rows: [...rows, ...left.map((own) => [...empty, ...own])],
    columnWidths: COLUMN_WIDTHS,
    merges: sheet.merges,
    frozenRows: HEAD_ROWS,
    marker: SUMMARY_MARKER,
    hiddenColumns: [KEY_COLUMN],
    validations: sheet.validations,
    dataBars: sheet.dataBars,
    conditionals: sheet.conditionals,
    charts: sheet.charts,
    print: { orientation: "landscape", titleRows: [1, HEAD_ROWS], blocks: sheet.blocks(), area: `A1:${columnLetters(LAST_COLUMN)}${rows.length}` }
  };
}

/** What the numbers rest on, and what an assessor should know of them. */
function addNotes(sheet: SheetBuilder, notes: readonly string[], language: Language): void {
  if (!notes.length) return;
  const { found, assumed } = splitNotes(notes, language);
  sheet.heading("notes", render(say("summary-assumptions"), language));
  for (const note of [...found, ...assumed.map((what) => render(say("assumption", { what, check: say("derived-check") }), language))]) {
    sheet.banner(note, "note");
  }
}

/** "2026-11-21 14:30" in local time. */
function minuteOf(time: Date): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
