import type { Language } from "../../messages";
import type { WorkbookReport } from "../../report/types";
import type { Fix, FixOutcome, WrittenSheet } from "../../workbook";

/** What is to be changed in the bytes of a workbook. */
export interface Edit {
  readonly fixes?: readonly Fix[];
  /** Of the reasons that the outcomes of the fixes give. */
  readonly language?: Language;
  /** Our settings part; null removes it. */
  readonly settingsXml?: string | null;
  /** The report that 核查汇总 and 核查明细 are written of. */
  readonly summary?: { readonly report: WorkbookReport; readonly language: Language };
}

/** The workbook with what became of the edit. */
export interface Edited {
  readonly bytes: Uint8Array;
  readonly fixes: readonly FixOutcome[];
  readonly sheets: readonly WrittenSheet[];
}
