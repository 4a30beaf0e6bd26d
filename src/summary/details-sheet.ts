import { render, say, type Language } from "../messages";
import type { WorkbookReport } from "../report/types";
import { columnLetters, DETAILS_MARKER, type Sheet, type SheetDescription, type SheetPlan } from "../workbook";
import { pageBreaks } from "../workbook/on-paper/page-breaks";
import { DEFAULT_HEIGHT, rowHeights } from "../workbook/on-paper/row-heights";
import { addAttendance } from "./attendance-block";
import { atTheRight, SheetBuilder } from "./builder";
import { addCharts } from "./charts-block";
import { EarlierSheet } from "./earlier";
import { DETAILS } from "./grid";
import { addGrounds } from "./grounds-block";
import { addDetailsHead, DETAILS_HEAD_ROWS } from "./head-block";
import { addIndicators } from "./indicators-block";
import { addPeople, type PeopleTable } from "./people-block";
import type { SummaryOptions } from "./plans";
import { addScores } from "./scores-block";
import { minuteOf, splitNotes } from "./words";

/** The sheet's name in the workbook; a sheet of the user's with this name keeps it, and ours gets " (2)". */
export const DETAILS_SHEET_NAME = "核查明细";

/** The plan to write 核查明细 into the workbook of a check. What the user keeps beside an earlier one is carried over. */
export function detailsPlan(report: WorkbookReport, options: SummaryOptions = {}): SheetPlan {
  return { marker: DETAILS_MARKER, describe: (earlier) => describe(report, options, earlier) };
}

/** 核查明细 as a sheet that any host can write, with nothing carried over. */
export function detailsSheet(report: WorkbookReport, options: SummaryOptions = {}): SheetDescription {
  return describe(report, options, null);
}

/** The numbers behind 核查汇总, which follow the station's cells: indicators, attendance, scores, charts, persons, grounds, settings. */
function describe(report: WorkbookReport, options: SummaryOptions, earlier: Sheet | null): SheetDescription {
  // Where pages begin within tables is known once all rows stand: then the heads are written there, too.
  const { sheet, described } = withHeads(report, options, earlier, new Set());
  const heights = rowHeights(described);
  const above = (row: number): number => {
    const line = sheet.unheaded(row);
    return line ? heights.get(line.heads) ?? DEFAULT_HEIGHT : 0;
  };
  const repeats = pageBreaks(described, heights, { above, leads: (row) => sheet.leads(row) }).flatMap((row) => sheet.unheaded(row)?.key ?? []);
  return repeats.length > 0 ? withHeads(report, options, earlier, new Set(repeats)).described : described;
}

function withHeads(
  report: WorkbookReport, { language = "zh", checkedAt }: SummaryOptions, earlierSheet: Sheet | null, repeats: ReadonlySet<string>
): { sheet: SheetBuilder; described: SheetDescription } {
  const sheet = new SheetBuilder(DETAILS.last, repeats);
  const earlier = new EarlierSheet(earlierSheet, DETAILS);
  const { evaluation } = report;
  addDetailsHead(sheet, report, checkedAt ? minuteOf(checkedAt) : "", language);
  const indicators = addIndicators(sheet, evaluation, language);
  // The months stand above the persons whom they add up.
  let people: PeopleTable | null = null;
  const attendance = addAttendance(sheet, evaluation, () => people, language);
  addScores(sheet, evaluation, attendance, language);
  addCharts(sheet, evaluation, attendance, indicators, language);
  if (evaluation && attendance) people = addPeople(sheet, evaluation, attendance.weightCells, language);
  addGrounds(sheet, report.findings, language);
  addNotes(sheet, evaluation?.notes ?? [], language);
  const rows = sheet.finish((key) => earlier.takeOwn(key));
  const movedNotes = earlier.notesMoved(sheet.keys);
  const described: SheetDescription = {
    name: DETAILS_SHEET_NAME,
    rows: [...rows, ...atTheRight(earlier.left(), DETAILS.key)],
    columnWidths: DETAILS.widths,
    merges: sheet.merges,
    frozenRows: DETAILS_HEAD_ROWS,
    marker: DETAILS_MARKER,
    hiddenColumns: [DETAILS.key],
    validations: sheet.validations,
    dataBars: sheet.dataBars,
    conditionals: sheet.conditionals,
    charts: sheet.charts,
    ...(movedNotes.length > 0 && { movedNotes }),
    print: { orientation: "landscape", titleRows: [1, DETAILS_HEAD_ROWS], blocks: sheet.blocks(), pages: sheet.pageTops(), area: `A1:${columnLetters(DETAILS.last)}${rows.length}` }
  };
  return { sheet, described };
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
