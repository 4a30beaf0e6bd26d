import type { WorkbookReport } from "../report/types";
import { columnLetters, SUMMARY_MARKER, type Sheet, type SheetDescription, type SheetPlan } from "../workbook";
import { atTheRight, SheetBuilder } from "./builder";
import { EarlierSheet } from "./earlier";
import { addFindings, addSignature, addSolved } from "./findings-block";
import { SUMMARY } from "./grid";
import { addSummaryHead } from "./head-block";
import type { SummaryOptions } from "./plans";
import { minuteOf } from "./words";

/** The sheet's name in the workbook; a sheet of the user's with this name keeps it, and ours gets " (2)". */
export const SUMMARY_SHEET_NAME = "核查汇总";

/** The plan to write 核查汇总 into the workbook of a check. What the user noted on an earlier one is carried over. */
export function summaryPlan(report: WorkbookReport, options: SummaryOptions = {}): SheetPlan {
  return { marker: SUMMARY_MARKER, describe: (earlier) => describe(report, options, earlier) };
}

/** 核查汇总 as a sheet that any host can write, with nothing carried over. */
export function summarySheet(report: WorkbookReport, options: SummaryOptions = {}): SheetDescription {
  return describe(report, options, null);
}

/**
 * What a check found, to be read, worked through and signed: the verdict, six figures and the list of findings on one or two pages
 * upright. It says what was found then; what follows the station's cells stands on 核查明细.
 */
function describe(report: WorkbookReport, { language = "zh", checkedAt }: SummaryOptions, earlierSheet: Sheet | null): SheetDescription {
  const sheet = new SheetBuilder(SUMMARY.last);
  const earlier = new EarlierSheet(earlierSheet, SUMMARY);
  const time = checkedAt ? minuteOf(checkedAt) : "";
  addSummaryHead(sheet, report, time, language);
  const list = addFindings(sheet, report.findings, earlier, language);
  addSolved(sheet, list, earlier, time, language);
  addSignature(sheet, language);
  const rows = sheet.finish((key) => earlier.takeOwn(key));
  const movedNotes = earlier.notesMoved(sheet.keys);
  return {
    name: SUMMARY_SHEET_NAME,
    rows: [...rows, ...atTheRight(earlier.left(), SUMMARY.key)],
    columnWidths: SUMMARY.widths,
    merges: sheet.merges,
    frozenRows: 0,
    marker: SUMMARY_MARKER,
    hiddenColumns: [SUMMARY.key],
    print: { orientation: "portrait", titleRows: [list.headRow, list.headRow], blocks: sheet.blocks(), area: `A1:${columnLetters(SUMMARY.last)}${rows.length}` },
    ...(movedNotes.length > 0 && { movedNotes }),
    ...(earlier.isFormer && { hasOtherColumns: true })
  };
}
