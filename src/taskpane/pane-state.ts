import { ExcelProblem } from "../hosts/excel/problem";
import { say, type Sentence } from "../messages";
import type { WorkbookReport } from "../report/types";
import { WorkbookError } from "../workbook";

/** A workbook that was opened for a check. */
export interface OpenedWorkbook {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What the pane shows. */
export type PaneState =
  | { readonly step: "start" }
  | { readonly step: "working"; readonly stage: "reading" | "checking"; readonly fileName: string }
  | { readonly step: "result"; readonly report: WorkbookReport; readonly opened: OpenedWorkbook }
  | { readonly step: "failed"; readonly fileName: string; readonly problem: Sentence | string };

/** What went wrong as a sentence for the user; a raw text is never shown. */
export function problemOf(error: unknown): Sentence {
  if (error instanceof ExcelProblem) return error.sentence;
  if (error instanceof WorkbookError) return say(`error-${error.code}`);
  if (error instanceof DOMException && (error.name === "NotFoundError" || error.name === "NotReadableError")) return say("pane-cannot-read-file");
  return say("pane-unexpected");
}
