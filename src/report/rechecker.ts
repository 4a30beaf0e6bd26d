import type { Sentence } from "../messages";
import { withKeptSheets, type Workbook } from "../workbook";
import type { CheckOptions } from "./index";
import { checkForScreen, type Checked } from "./screen";

/**
 * Checks one workbook again and again, as its user works on it. A sheet that is as it was keeps its snapshot, and with it whatever
 * was worked out of it: what the result is does not depend on what was checked before.
 */
export class Rechecker {
  private last: Workbook | null = null;

  /** The workbook that is checked next, its sheets those of the last one where they are the same. */
  keep(workbook: Workbook): Workbook {
    this.last = withKeptSheets(workbook, this.last);
    return this.last;
  }

  /** As `checkForScreen`. */
  check(workbook: Workbook, options: CheckOptions, unread: readonly Sentence[] = []): Checked {
    return checkForScreen(this.keep(workbook), options, unread);
  }
}
