import { editWorkbook, readWorkbook } from "../../hosts/file";
import type { Language } from "../../messages";
import { checkForScreen, type Checked } from "../../report/screen";
import type { WorkbookReport } from "../../report/types";
import { summaryPlan } from "../../summary";
import { WorkbookError, type Fix, type FixOutcome, type WorkbookErrorCode, type WrittenSheet } from "../../workbook";

/** What is to be changed in the bytes of a workbook. */
export interface Edit {
  readonly fixes?: readonly Fix[];
  /** Our settings part; null removes it. */
  readonly settingsXml?: string | null;
  /** The report that 核查汇总 is written of. */
  readonly summary?: { readonly report: WorkbookReport; readonly language: Language };
}

/** The workbook with what became of the edit. */
export interface Edited {
  readonly bytes: Uint8Array;
  readonly fixes: readonly FixOutcome[];
  readonly sheet: WrittenSheet | null;
}

/** What is done away from the screen. */
export type Job =
  | { readonly kind: "check"; readonly bytes: Uint8Array; readonly fileName: string; readonly language: Language }
  | { readonly kind: "edit"; readonly bytes: Uint8Array; readonly edit: Edit };

/** What the worker tells: how far it is, and at last what came of it. */
export type News =
  | { readonly kind: "read" }
  | { readonly kind: "checked"; readonly checked: Checked }
  | { readonly kind: "edited"; readonly edited: Edited }
  | { readonly kind: "failed"; readonly code: WorkbookErrorCode | null; readonly detail: string };

/** Does the job and tells how it went; never throws. */
export async function perform(job: Job, tell: (news: News) => void): Promise<void> {
  try {
    switch (job.kind) {
      case "check": {
        const workbook = await readWorkbook(job.bytes, job.fileName);
        tell({ kind: "read" });
        return tell({ kind: "checked", checked: checkForScreen(workbook, { fileName: job.fileName, language: job.language }) });
      }
      case "edit": {
        const { summary, ...edit } = job.edit;
        const sheet = summary && summaryPlan(summary.report, { language: summary.language, checkedAt: new Date() });
        return tell({ kind: "edited", edited: await editWorkbook(job.bytes, { ...edit, sheet }) });
      }
    }
  } catch (error) {
    const known = error instanceof WorkbookError;
    tell({ kind: "failed", code: known ? error.code : null, detail: known ? error.detail : String(error) });
  }
}
