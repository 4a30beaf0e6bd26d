import type { PassedOver } from "../../../workbook";

/** So many places are named; a file may have a million. */
const MOST_NAMED = 5;

/** Counts places that were passed over, and keeps the names of the first. */
export class Places {
  private count = 0;
  private readonly names: string[] = [];

  add(name: string): void {
    this.count++;
    if (this.names.length < MOST_NAMED) this.names.push(name);
  }

  /** What is to be said of them: nothing where there are none. */
  on(sheet: string, what: PassedOver["what"]): PassedOver[] {
    return this.count === 0 ? [] : [{ what, sheet, count: this.count, places: this.names }];
  }
}
