import type { Language, Sentence } from "../../messages";
import type { SentenceFinding } from "../../report/statement-types";
import type { CheckedDocument } from "./check";

/** A report in front of the user, and the workbook beside it, wherever that lives. Everything rejects with an error that `problemOf` has a sentence for. */
export interface DocumentSession {
  readonly fileName: string;
  check(language: Language): Promise<CheckedDocument>;
  /** Shows a cell of the workbook beside the report; null where there is none. */
  readonly goToBeside: ((sheet: string, cell: string) => void) | null;
  /** Opens a workbook that was made (整改清单) where files cannot be downloaded, and says what came of it; null where they can. */
  readonly handOver: ((bytes: Uint8Array) => Promise<Sentence>) | null;
  /** A copy of the file with a remark at each of the findings; null for a pasted text, and where nothing can be downloaded. */
  readonly remark: ((findings: readonly SentenceFinding[], language: Language) => Promise<Uint8Array>) | null;
}
