import { say, SpokenError, type Sentence } from "../../messages";
import { WorkbookError } from "../../workbook";

/** What went wrong as a sentence for the user; a raw text is never shown. */
export function problemOf(error: unknown): Sentence {
  if (error instanceof SpokenError) return error.sentence;
  if (error instanceof WorkbookError) return say(`error-${error.code}`);
  if (error instanceof DOMException && (error.name === "NotFoundError" || error.name === "NotReadableError")) return say("pane-cannot-read-file");
  return say("pane-unexpected");
}

/** The user stopped it. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
