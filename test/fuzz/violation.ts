import { SettingsError } from "../../src/settings";
import { WorkbookError, type WorkbookErrorCode } from "../../src/workbook";

/** A promise that an input broke. */
export class Violation extends Error {
  /** `property` is one of few fixed names, by which the minimiser knows the same failure again. */
  constructor(readonly property: string, detail: string) {
    super(`${property}: ${detail.slice(0, 1500)}`);
    this.name = "Violation";
  }
}

/** Throws unless it holds. */
export function hold(condition: boolean, property: string, detail: () => string): asserts condition {
  if (!condition) throw new Violation(property, detail());
}

/** What an operation gave, or the code of a clear refusal. Any other exception is a crash. */
export async function orRefusal<T>(during: string, work: () => Promise<T> | T): Promise<{ value: T } | { refusal: WorkbookErrorCode | "settings" }> {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof WorkbookError) {
      hold(CODES.has(error.code), "unknown code", () => `${during}: ${error.code}`);
      return { refusal: error.code };
    }
    if (error instanceof SettingsError) return { refusal: "settings" };
    if (error instanceof Violation) throw error;
    const stack = error instanceof Error ? error.stack ?? error.message : String(error);
    throw new Violation(`crash while ${during}`, stack.split("\n").slice(0, 12).join("\n"));
  }
}

/** Kinds that are only read, signed files, and those of which more can be read than written. */
export function mayRefuseToWrite(code: string): boolean {
  return ["unsupported", "signed", "corrupt", "too-large", "encrypted", "not-a-workbook"].includes(code);
}

/** As {@link orRefusal}, where no refusal is possible any more. */
export async function mustWork<T>(during: string, work: () => Promise<T> | T): Promise<T> {
  const result = await orRefusal(during, work);
  if ("refusal" in result) throw new Violation(`refused ${during}`, result.refusal);
  return result.value;
}

const KNOWN: Record<WorkbookErrorCode, true> = {
  "not-found": true, "unreadable": true, "empty": true, "not-a-workbook": true, "word-file": true, "pdf-file": true, "picture": true, "text-table": true, "encrypted": true, "corrupt": true, "too-large": true,
  "unsupported": true, "signed": true, "protected": true, "write-failed": true, "document-none": true, "document-old": true, "document-pdf": true,
  "document-other": true, "document-encrypted": true, "document-corrupt": true, "document-too-large": true, "document-signed": true
};
const CODES = new Set(Object.keys(KNOWN));
