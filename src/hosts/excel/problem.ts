import { say, type MessageId, type Sentence } from "../../messages";
import { WorkbookError } from "../../workbook";

/** What Excel refused, as a sentence for the user. */
export class ExcelProblem extends Error {
  constructor(readonly sentence: Sentence, options?: ErrorOptions) {
    super(sentence.id, options);
    this.name = "ExcelProblem";
  }
}

const SENTENCES = new Map<string, MessageId>([
  ["AccessDenied", "excel-access-denied"],
  ["InvalidOperationInCellEditMode", "excel-editing"],
  ["RequestPayloadSizeLimitExceeded", "excel-too-large"],
  ["ResponsePayloadSizeLimitExceeded", "excel-too-large"],
  ["ItemNotFound", "excel-not-found"],
  ["InvalidReference", "excel-not-found"],
  ["RequestAborted", "excel-busy"],
  ["ServiceNotAvailable", "excel-busy"],
  ["Conflict", "excel-busy"],
  ["Timeout", "excel-busy"],
  ["ApiNotAvailable", "excel-outdated"],
  ["ApiNotFound", "excel-outdated"],
  ["UnsupportedOperation", "excel-outdated"]
]);

function codeOf(error: unknown): string {
  const code: unknown = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  return typeof code === "string" || typeof code === "number" ? String(code) : "?";
}

/** Runs something of Excel's; whatever it throws comes out as a sentence of ours, never as its raw text. */
export async function inOurWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ExcelProblem || error instanceof WorkbookError) throw error;
    const code = codeOf(error);
    const id = SENTENCES.get(code);
    throw new ExcelProblem(id ? say(id) : say("excel-failed", { code }), { cause: error });
  }
}
