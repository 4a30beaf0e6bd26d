import { editWorkbook, readWorkbook } from "../../hosts/file";
import type { Language } from "../../messages";
import { checkWorkbook } from "../../report";
import type { WorkbookReport } from "../../report/types";
import { planOf, WorkbookError, type SheetDescription, type WorkbookErrorCode } from "../../workbook";

/** What is done away from the screen. */
export type Job =
  | { readonly kind: "check"; readonly bytes: Uint8Array; readonly fileName: string; readonly language: Language }
  | { readonly kind: "write"; readonly bytes: Uint8Array; readonly sheet: SheetDescription };

/** What the worker tells: how far it is, and at last what came of it. */
export type News =
  | { readonly kind: "read" }
  | { readonly kind: "checked"; readonly report: WorkbookReport }
  | { readonly kind: "written"; readonly bytes: Uint8Array }
  | { readonly kind: "failed"; readonly code: WorkbookErrorCode | null; readonly detail: string };

/** Does the job and tells how it went; never throws. */
export async function perform(job: Job, tell: (news: News) => void): Promise<void> {
  try {
    if (job.kind === "write") {
      tell({ kind: "written", bytes: (await editWorkbook(job.bytes, { sheet: planOf(job.sheet) })).bytes });
      return;
    }
    const workbook = await readWorkbook(job.bytes, job.fileName);
    tell({ kind: "read" });
    tell({ kind: "checked", report: checkWorkbook(workbook, { fileName: job.fileName, language: job.language }) });
  } catch (error) {
    const known = error instanceof WorkbookError;
    tell({ kind: "failed", code: known ? error.code : null, detail: known ? error.detail : String(error) });
  }
}
