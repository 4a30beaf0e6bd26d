import { cellsOfFix, type FixOutcome } from "../workbook";

/** What differs between the opened copy and what the user has of it. What was changed and taken back differs in nothing. */
export class Unsaved {
  /** What stood in a changed cell when the user last had the file, by its place. */
  private readonly cells = new Map<string, unknown>();
  private settings: string | null | undefined;
  private summary = false;

  /** Fixes, or what took them back, were applied. */
  fixed(outcomes: readonly FixOutcome[]): void {
    for (const { sheet, cell, before, after } of outcomes.flatMap(({ applied, fix }) => (applied ? cellsOfFix(fix) : []))) {
      const place = JSON.stringify([sheet, cell]);
      if (!this.cells.has(place)) this.cells.set(place, before);
      else if (this.cells.get(place) === after) this.cells.delete(place);
    }
  }

  /** The settings part is another now; `before` is the one that the file came with. */
  kept(before: string | null, after: string): void {
    if (this.settings === undefined) this.settings = before;
    if (this.settings === after) this.settings = undefined;
  }

  summarized(): void {
    this.summary = true;
  }

  /** The user has the file as it is now. */
  saved(): void {
    this.cells.clear();
    this.settings = undefined;
    this.summary = false;
  }

  /** Something differs that stands in a sheet. */
  get inSheets(): boolean {
    return this.cells.size > 0 || this.summary;
  }

  get any(): boolean {
    return this.inSheets || this.settings !== undefined;
  }
}
