import { render, say, type Language, type MessageId } from "../messages";
import { WorkbookError } from "../workbook";
import type { WrittenReport } from "./statement-types";
import type { ReportDocument, WorkbookReport } from "./types";

/** The document of one run over any number of workbooks. */
export function reportDocument<Report extends WorkbookReport | WrittenReport>(workbooks: readonly Report[]): ReportDocument<Report> {
  return { version: 1, workbooks };
}

/** The report of a workbook that could not be read, with one sentence for the user. */
export function reportFailure(fileName: string, error: unknown, language: Language = "zh"): WorkbookReport {
  if (error instanceof WorkbookError) return reportFor(fileName, error.code, render(say(`error-${error.code}` satisfies MessageId), language));
  const detail = error instanceof Error ? error.message : String(error);
  return reportFor(fileName, "internal", render(say("error-internal", { detail }), language));
}

/** A report of nothing but why there is none. */
export function reportFor(file: string, code: string, message: string): WorkbookReport {
  return {
    file, station: null, period: null, tables: [], findings: [], evaluation: null, coverage: {}, notChecked: [], unread: [], told: [], questions: [], error: { code, message }
  };
}
