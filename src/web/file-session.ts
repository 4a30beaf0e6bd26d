import { say, type Language, type Sentence } from "../messages";
import { isSameStored, takenOver, withoutSet, writeSettingsXml, type SettingsInput, type StoredSettings } from "../settings";
import type { Edit, Edited } from "./background/edit";
import type { Answers, Inquiry } from "../report/inquiries";
import type { TableDescription } from "../report/types";
import type { Checked, CheckRun, Session, WriteRun } from "../pane/session";
import type { CellAddress, Fix, FixOutcome, WrittenSheet } from "../workbook";
import { download, XLSX_TYPE } from "../pane/download";
import { WorkerClient } from "./background/client";
import type { HeldMid, RequestKind, Requests, Reviewed, Version } from "./background/requests";
import type { DiskFile } from "./disk/disk-file";
import type { EditPlan, Entries } from "./edit/plan";
import { SheetCells } from "./sheet/cells";
import type { SheetOutline } from "./sheet/outline";
import { Store } from "./store";
import { Unsaved } from "./unsaved";

/** What the view beside the pane shows of an opened workbook. */
export interface Opened {
  /** Empty until the workbook was read. */
  readonly sheets: readonly SheetOutline[];
  /** What a copy must bear; null where the workbook was not opened yet, or can only be read. */
  readonly extension: string | null;
  readonly checked: Checked | null;
  /** Where the pane sends the view; a new object each time, also to the same cell. */
  readonly place: (CellAddress & { /** To be written anew at once. */ readonly isEdited?: boolean }) | null;
  /** In a narrow window: the sheets stand over the pane. */
  readonly isRevealed: boolean;
  /** The table whose columns and rows are labelled with what they are read as. */
  readonly labelled: TableDescription | null;
  /** Fixes, settings or ignored findings were put into the copy and not downloaded yet. */
  readonly unsaved: boolean;
  /** The same workbook as it is now, given again: to be read in place of what is open. */
  readonly given: GivenAgain | null;
}

/** A file that is to be read in place of the one that is open, and where it lies if that is known. */
export interface GivenAgain {
  readonly file: File;
  readonly disk: DiskFile | null;
}

const NOTHING_STORED: StoredSettings = { settings: {}, ignored: [] };

let count = 0;

/** A workbook that was opened from a file: changes are made to the opened copy, which the user downloads. */
export class FileSession implements Session {
  /** Tells it from every other that was opened, with the same name too. */
  readonly number = ++count;
  readonly copySheet = null;
  readonly watch = null;
  readonly opened = new Store<Opened>({ sheets: [], extension: null, checked: null, place: null, isRevealed: false, labelled: null, unsaved: false, given: null });
  /** Where the file lies, when the browser lets us read it again. */
  disk: DiskFile | null = null;
  private worker: WorkerClient | null = null;
  private ready: Promise<unknown> = Promise.resolve();
  private cells = new Map<string, SheetCells>();
  private readonly differing = new Unsaved();
  /** Edits follow each other: each starts from the bytes that the one before made. */
  private last: Promise<unknown> = Promise.resolve();

  /** What a workbook of a kind that is only read would keep if it could. */
  private memory: string | null = null;
  /** The bytes differ from those of the file that was opened. */
  private changed = false;
  /** What the file itself kept of settings and ignored findings when it was read, and what is kept now. */
  private base: StoredSettings = NOTHING_STORED;
  private stored: StoredSettings = NOTHING_STORED;
  /** Cells were changed or other settings given since the last check. */
  private outdated = false;

  /** `given` are settings from outside the workbook. They win over those that it keeps, until the user sets them anew here. */
  constructor(private name: string, private current: Uint8Array, private given: SettingsInput = {}) {}

  get fileName(): string {
    return this.name;
  }

  /** The file as it is now, with everything written so far. */
  bytes(): Uint8Array {
    return this.current;
  }

  /** Whether the file, or what is remembered of it, differs from the one that was opened. */
  isChanged(): boolean {
    return this.changed || this.memory !== null;
  }

  readonly isReadOnly = (): boolean => {
    const { sheets, extension } = this.opened.get();
    return sheets.length > 0 && extension === null;
  };

  /** Settings and ignored findings that are kept for this time only, as our part of a workbook; null where the workbook itself keeps them. */
  remembered(): string | null {
    return this.memory;
  }

  /** Other settings from outside the workbook, which hold from the next check on. */
  give(settings: SettingsInput): void {
    this.given = settings;
    this.outdated = true;
  }

  /** Whether the last check was of other cells, or with other settings, than there are now. */
  isOutdated(): boolean {
    return this.outdated;
  }

  /** Makes the file ready to be handed out; whoever shows the workbook says how. */
  prepare: () => Promise<void> = () => Promise.resolve();

  /** Says under which name it was handed out. */
  handedOut: (name: string) => void = () => undefined;

  readonly renewsSummary = (): boolean => this.changed;

  /** The user has the file as it is now. */
  saved(): void {
    this.differing.saved();
    this.opened.set({ unsaved: false });
  }

  /** The file on disk is as it is now. */
  async saveToDisk(): Promise<void> {
    await this.disk!.write(this.current);
    this.base = this.stored;
    this.saved();
  }

  /** Whether reading the file anew would lose something; settings and ignored findings would be taken over. */
  hasUnsavedCells(): boolean {
    return this.differing.inSheets;
  }

  /** Reads another state of the same workbook in place of what is open. Settings and ignored findings are taken over. */
  async readAnew({ file, disk }: GivenAgain): Promise<void> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    await this.last;
    const ours = this.stored;
    this.close();
    Object.assign(this, { name: file.name, current: bytes, disk, memory: null, changed: false, outdated: true, cells: new Map() });
    this.disk?.taken(file);
    const { base } = this;
    this.saved();
    // Of a file that cannot be read the check will say why.
    if (!await this.open().then(() => true, () => false)) return;
    const merged = takenOver(base, ours, this.base);
    if (isSameStored(merged, this.base)) return;
    // Of a file that may not be changed (it is signed, say) they are remembered.
    await this.keep(merged).catch(() => this.remember(writeSettingsXml(merged)));
  }

  /** Gives the memory of the workbook back; the next request opens it again. */
  close(): void {
    this.worker?.end();
    this.worker = null;
  }

  async check({ language, signal, onProgress }: CheckRun): Promise<Checked> {
    signal.throwIfAborted();
    const stop = () => this.close();
    signal.addEventListener("abort", stop, { once: true });
    try {
      onProgress({ stage: "reading", share: null });
      await this.open();
      onProgress({ stage: "checking", share: null });
      const checked = await this.ask("check", { language, settings: this.given });
      signal.throwIfAborted();
      this.outdated = false;
      this.opened.set({ checked });
      return checked;
    } finally {
      signal.removeEventListener("abort", stop);
    }
  }

  goTo(at: CellAddress): Promise<void> {
    this.opened.set({ place: { ...at } });
    return Promise.resolve();
  }

  readonly reveal = (): void => this.opened.set({ isRevealed: true });

  readonly writeCell = (at: CellAddress): void => this.opened.set({ place: { ...at, isEdited: true }, isRevealed: true });

  readonly label = (labelled: TableDescription | null): void => this.opened.set({ labelled });

  async inquire<I extends Inquiry>(inquiry: I, language: Language): Promise<Answers[I["kind"]]> {
    const settings = inquiry.kind === "preview" ? withoutThoseOf(this.given, inquiry.stored.settings) : this.given;
    return await this.ask("inquire", { inquiry, language, settings }) as Answers[I["kind"]];
  }

  /** Holds the workbook as it is now against an earlier one. */
  review(old: File, language: Language): Promise<Reviewed> {
    return this.ask("review", { old: { content: old, fileName: old.name }, now: null, language, settings: this.given });
  }

  /** Holds the workbook as it is now against the mid-term one of its station. */
  holdAgainstMid(mid: Version, language: Language): Promise<HeldMid> {
    return this.ask("mid", { mid, language, settings: this.given });
  }

  handOver(bytes: Uint8Array, fileName: string): Promise<Sentence> {
    download(bytes, fileName, XLSX_TYPE);
    return Promise.resolve(say("pane-downloaded", { file: fileName }));
  }

  /** The cells of a sheet, for the view. */
  cellsOf(sheet: string): SheetCells {
    let cells = this.cells.get(sheet);
    if (!cells) {
      cells = new SheetCells(sheet, (name, row, column) => this.ask("block", { sheet: name, row, column }));
      this.cells.set(sheet, cells);
    }
    return cells;
  }

  /** What was typed into cells, as changes to be applied. */
  plan(entries: Entries): Promise<EditPlan> {
    return this.ask("plan", { entries });
  }

  async applyFixes(fixes: readonly Fix[], language: Language): Promise<readonly FixOutcome[]> {
    return (await this.edit({ fixes, language })).fixes;
  }

  async writeSummary({ report }: Checked, { language }: WriteRun): Promise<readonly WrittenSheet[]> {
    return (await this.edit({ summary: { report, language } })).sheets;
  }

  async keep(stored: StoredSettings): Promise<void> {
    const settingsXml = writeSettingsXml(stored);
    const before = this.stored;
    this.stored = stored;
    if (this.isReadOnly()) {
      await this.remember(settingsXml);
    } else {
      this.differing.kept(writeSettingsXml(before), settingsXml);
      await this.edit({ settingsXml });
    }
    this.given = withoutThoseOf(this.given, stored.settings);
  }

  private async remember(settingsXml: string): Promise<void> {
    await this.ask("remember", { settingsXml });
    this.memory = settingsXml;
    this.outdated = true;
  }

  private edit(edit: Edit): Promise<Edited> {
    const next = this.last.then(async () => {
      const { edited, sheets } = await this.ask("edit", { edit });
      this.current = edited.bytes;
      this.cells = new Map();
      const nothing = edit.fixes !== undefined && edited.fixes.every(({ applied }) => !applied);
      this.changed ||= !nothing;
      this.outdated ||= !nothing && edit.summary === undefined;
      this.differing.fixed(edited.fixes);
      if (edit.summary) this.differing.summarized();
      this.opened.set({ sheets, unsaved: this.differing.any });
      return edited;
    });
    this.last = next.catch(() => undefined);
    return next;
  }

  private async ask<K extends RequestKind>(kind: K, ask: Requests[K]["ask"]): Promise<Requests[K]["answer"]> {
    const worker = await this.open();
    return worker.ask(kind, ask);
  }

  /** The worker, once it has read the workbook. */
  private async open(): Promise<WorkerClient> {
    if (!this.worker) {
      const worker = new WorkerClient();
      this.worker = worker;
      this.ready = worker.ask("open", { bytes: this.current, fileName: this.fileName, settingsXml: this.memory }).then(({ sheets, extension, stored }) => {
        if (this.worker !== worker) return;
        Object.assign(this, { stored, ...(!this.changed && this.memory === null && { base: stored }) });
        this.opened.set({ sheets, extension });
      });
      // The next try begins with another worker.
      this.ready.catch(() => { if (this.worker === worker) this.close(); });
    }
    const { worker } = this;
    await this.ready;
    return worker;
  }
}

/** What the user has set in the workbook is no longer given from outside. */
function withoutThoseOf(given: SettingsInput, kept: SettingsInput): SettingsInput {
  const rest = (values: SettingsInput): SettingsInput => Object.fromEntries(Object.entries(values).filter(([key]) => key === "stations" || key === "agreements" || !(key in kept)));
  const stations = Object.entries(given.stations ?? {}).map(([name, values]) => [name, rest(values)] as const);
  return { ...rest(given), ...(given.stations && { stations: Object.fromEntries(stations) }), ...(given.agreements && { agreements: withoutSet(given.agreements, kept) }) };
}
