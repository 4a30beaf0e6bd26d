import type { Language } from "../messages";
import type { WorkbookReport } from "../report/types";
import type { SheetDescription, SheetPlan } from "../workbook";
import { COLUMN_WIDTHS, SheetBuilder } from "./builder";
import { addEvaluation } from "./evaluation-block";
import { addFindings } from "./findings-block";
import { addIndicators } from "./indicators-block";
import { addOverview, addTables } from "./overview-block";

/** The sheet's name in the workbook; a sheet of the user's with this name keeps it, and ours gets " (2)". */
export const SUMMARY_SHEET_NAME = "核查汇总";

/** The hidden mark of our own sheet. */
export const SUMMARY_MARKER = "hebiao-summary";

/** The plan to write the summary of a check (核查汇总) into its workbook. */
export function summaryPlan(report: WorkbookReport, language: Language = "zh"): SheetPlan {
  return { marker: SUMMARY_MARKER, describe: () => summarySheet(report, language) };
}

/** The summary of a check (核查汇总) as a sheet that any host can write. */
export function summarySheet(report: WorkbookReport, language: Language = "zh"): SheetDescription {
  const sheet = new SheetBuilder();
  addOverview(sheet, report, language);
  addFindings(sheet, report.findings, language);
  addIndicators(sheet, report.evaluation?.indicators ?? [], language);
  if (report.evaluation) addEvaluation(sheet, report.evaluation, language);
  addTables(sheet, report.tables, language);
  return {
    name: SUMMARY_SHEET_NAME,
    rows: sheet.rows,
    columnWidths: COLUMN_WIDTHS,
    merges: sheet.merges,
    frozenRows: 1,
    marker: SUMMARY_MARKER
  };
}
