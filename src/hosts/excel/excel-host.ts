import type { Language } from "../../messages";
import type { CellAddress, Fix, FixOutcome, SheetPlan, Workbook, WriteOptions, WrittenSheet } from "../../workbook";
import { workbookFrom } from "../snapshot/workbook-from";
import { ChangeEvents } from "./watch";
import { KnownSheets } from "./sheet/known-sheets";
import { Stopping } from "./sheet/stopping";
import { documentName, hasApi, seesNotes } from "./office";
import type { ReadContent } from "./read/read-content";
import type { ReadOptions } from "./read/work";
import { run } from "./run";

/** The workbook that is open in Excel. What writes is loaded when it is needed. */
export class ExcelHost {
  private readonly known = new KnownSheets();
  private readonly events = new ChangeEvents(this.known);

  get fileName(): string {
    return documentName();
  }

  async read(options: ReadOptions = {}): Promise<Workbook> {
    return workbookFrom((await this.readContent(options)).content);
  }

  /** The open workbook as plain data, which a web worker makes a Workbook of (`workbookFrom`), and what could not be read. */
  async readContent(options: ReadOptions = {}): Promise<ReadContent> {
    const { readContent } = await import("./read/read-content");
    // An Excel without the event (before ExcelApi 1.9) is read without asking for it.
    const events = hasApi("1.9") ? this.events : null;
    const read = await run((context) => readContent(context, options, events?.asked(context)));
    this.known.remember(read.sheets);
    return read;
  }

  /** Shows the cell to the user; unhides nothing. */
  async goTo(at: CellAddress, until?: { readonly row: number; readonly column: number }): Promise<void> {
    const { goTo } = await import("./go-to");
    return run((context) => goTo(context, at, until));
  }

  /** `language`: of the reasons that the outcomes give. */
  async applyFixes(fixes: readonly Fix[], language: Language = "zh"): Promise<readonly FixOutcome[]> {
    const { applyFixes } = await import("./apply-fixes");
    this.events.expect(fixes);
    return run((context) => applyFixes(context, fixes, language));
  }

  /** Writes sheets of ours, one after the other, and shows the first; gives what became of each. */
  async writeSheets(plans: readonly SheetPlan[], options: WriteOptions = {}): Promise<readonly WrittenSheet[]> {
    const { writeSheets } = await import("./sheet/write-sheets");
    const stopping = new Stopping(options.signal);
    return stopping.orStopped(run((context) => writeSheets(context, plans, this.known, { ...options, stopping })));
  }

  /** Whether this Excel lets the notes of cells be seen and moved; comments it always does. */
  get seesNotes(): boolean {
    return seesNotes();
  }

  /** Copies a sheet behind itself, as the user's keepsake that no check reads; gives the copy's name. */
  async copySheet(name: string): Promise<string> {
    const { copySheet } = await import("./sheet/copy-sheet");
    return run((context) => copySheet(context, name));
  }

  /**
   * Calls back when the user has changed cells, from the next reading on: Excel is asked for its events in the round trip that begins
   * that reading, so that no change of a check's time is lost. Gives what ends it.
   */
  watch(changed: () => void): () => Promise<void> {
    return this.events.tell(changed);
  }

  async writeSettings(xml: string | null): Promise<void> {
    const { writeSettings } = await import("./write-settings");
    return run((context) => writeSettings(context, xml));
  }
}
