import { say, SpokenError, type MessageId, type Sentence } from "../../messages";
import { WorkbookError } from "../../workbook";

/** What Excel refused, as a sentence for the user. */
export class ExcelProblem extends SpokenError {
  override readonly name = "ExcelProblem";
}

/** Every code that Excel documents for what an add-in does to a workbook, by the sentence that tells what to do. */
const CODES: Readonly<Partial<Record<MessageId, readonly string[]>>> = {
  "excel-access-denied": ["AccessDenied", "Unauthenticated", "Unauthorized", "Forbidden"],
  "excel-editing": ["InvalidOperationInCellEditMode"],
  "excel-dialog-open": ["WriteNotSupportedWhenModalDialogOpen"],
  "excel-too-large": ["RequestPayloadSizeLimitExceeded", "ResponsePayloadSizeLimitExceeded", "RangeExceedsLimit", "OperationCellsExceedLimit"],
  "excel-not-found": ["ItemNotFound", "InvalidReference", "ObjectNotFound", "InvalidBinding", "InvalidSelection", "InvalidObjectPath"],
  "excel-name-taken": ["ItemAlreadyExists"],
  "excel-busy": ["RequestAborted", "ServiceNotAvailable", "Conflict", "Timeout", "ActivityLimitReached", "ServerError", "TooManyRequests"],
  "excel-offline": ["ConnectionFailure"],
  "excel-session": ["InvalidOrTimedOutSession"],
  "excel-outdated": ["ApiNotAvailable", "ApiNotFound", "UnsupportedOperation", "UnsupportedFeature", "NotImplemented", "SharedRuntimeNotAvailable"],
  "excel-merged": ["MergedRangeConflict", "NonBlankCellOffSheet", "InsertDeleteConflict"],
  "excel-filtered": ["FilteredRangeConflict"],
  "excel-pivot": ["PivotTableRangeConflict"],
  "excel-elsewhere": ["InactiveWorkbook"],
  "excel-formula-too-long": ["FormulaLengthExceedsLimit"],
  "excel-invalid": ["InvalidArgument", "InvalidOperation", "BadRequest", "EmptyChartSeries"],
  "excel-unsupported-sheet": ["UnsupportedSheet"],
  "excel-restart": ["HostRestartNeeded"]
};
const SENTENCES = new Map(Object.entries(CODES).flatMap(([id, codes]) => codes.map((code) => [code, id as MessageId] as const)));

/** Errors after which asking again, or for less, is of no use: the user has to do something first. */
const FINAL = new Set(["InvalidOperationInCellEditMode", "WriteNotSupportedWhenModalDialogOpen", "ConnectionFailure", "InvalidOrTimedOutSession", "HostRestartNeeded"]);
const TOO_LARGE = new Set(CODES["excel-too-large"]);

const NO_CODE = "?";

export function codeOf(error: unknown): string {
  const code: unknown = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  return typeof code === "string" || typeof code === "number" ? String(code) : NO_CODE;
}

export function isAbort(error: unknown): boolean {
  return typeof error === "object" && error !== null && "name" in error && error.name === "AbortError";
}

export function isFinal(error: unknown): boolean {
  return isAbort(error) || FINAL.has(codeOf(error));
}

/** More at once than Excel passes on; less of it may pass. */
export function isTooLarge(error: unknown): boolean {
  return TOO_LARGE.has(codeOf(error));
}

/** What an error of Excel's means for the user; never its raw text. */
export function sentenceOf(error: unknown): Sentence {
  if (error instanceof ExcelProblem) return error.sentence;
  const code = codeOf(error);
  const id = SENTENCES.get(code);
  if (id) return say(id);
  return code === NO_CODE ? say("excel-failed-somehow") : say("excel-failed", { code });
}

/** Runs something of Excel's; whatever it throws comes out as a sentence of ours. A cancelled run stays an AbortError. */
export async function inOurWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ExcelProblem || error instanceof WorkbookError || isAbort(error)) throw error;
    throw new ExcelProblem(sentenceOf(error), { cause: error });
  }
}
