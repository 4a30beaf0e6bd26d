import { render, say, type Language, type Sentence } from "../../messages";
import { SAMPLE_NAME, sampleBytes } from "../../pane/sample";
import type { ReportedFinding } from "../../report/types";
import type { DocumentSource } from "../../pane/document/check";
import { problemOf } from "../../pane/model/problem";
import type { CellAddress } from "../../workbook";
import { Batch } from "../batch/batch";
import { FileDocument } from "../document/file-document";
import { FileSession } from "../file-session";
import { Store } from "../store";
import { DiskFile } from "../disk/disk-file";
import { isSameAgain } from "./again";
import { isDeskFile, isDocument, type GivenFile } from "./given-files";
import { PageHistory, type History } from "./page-history";

export interface PageState {
  /** The workbook in front of the user; with a batch, the one opened from its table. */
  readonly session: FileSession | null;
  readonly batch: Batch | null;
  /** A report in front of the user, with its workbook if there is one. */
  readonly report: FileDocument | null;
  /** The row that the workbook was opened from. */
  readonly row: number | null;
  /** The rows of the table that the workbook was opened from, as they were shown, and what the table was filtered by. */
  readonly walk: Walk;
  /** Why what the user gave could not be opened. */
  readonly problem: Sentence | null;
  /** What the user asked for, put off because the changes of a file, or what was found in a whole batch (null), would be lost. */
  readonly leaving: null | { readonly file: string | null; /** The assessor's notes would be lost. */ readonly notes?: boolean; readonly go: () => void };
  /** What was given and not taken, to be told once. */
  readonly leftOut: Sentence | null;
}

/** A way through the workbooks of a table, by their rows. */
export interface Walk {
  readonly ids: readonly number[];
  /** The finding that each is opened at; null where the table was not filtered by one. */
  readonly seek: ((finding: ReportedFinding) => boolean) | null;
}

const NO_WALK: Walk = { ids: [], seek: null };

/** More workbooks than that are a batch, whatever lies among them. */
const MOST_BESIDE = 8;
/** Of files that were not taken so many are named. */
const MOST_NAMED = 5;

/** What the page shows: nothing yet, a workbook, a batch, a workbook of a batch, or a report. */
export class PageController {
  readonly state = new Store<PageState>({ session: null, batch: null, report: null, row: null, walk: NO_WALK, problem: null, leaving: null, leftOut: null });
  private readonly history: PageHistory;
  /** The next workbook of the table is being read. */
  private stepping = false;

  constructor(private language: Language, history: History = window.history) {
    this.history = new PageHistory(history, (depth) => this.wentBack(depth));
    this.state.subscribe(() => queueMicrotask(() => {
      const { session, batch, report } = this.state.get();
      this.history.follow(Number(session !== null || report !== null) + Number(batch !== null));
    }));
  }

  /** The browser went to another entry of its history. */
  popped(state: unknown): void {
    this.history.popped(state);
  }

  changeLanguage(language: Language): void {
    this.language = language;
    void this.state.get().batch?.changeLanguage(language);
  }

  /** One file is opened, several are a batch; a report is opened with the workbooks beside it, or with the one that is open. */
  open(given: readonly GivenFile[]): void {
    const files = given.filter((each) => !each.isLeftOut && !isDeskFile(each));
    // Of several the one that was saved last.
    const [desk] = given.filter(isDeskFile).map(({ file }) => file).sort((a, b) => b.lastModified - a.lastModified);
    const left = given.filter(({ isLeftOut }) => isLeftOut).map(({ path }) => path);
    const documents = files.filter(isDocument);
    const workbooks = files.filter((file) => !isDocument(file));
    const { session, batch, report } = this.state.get();
    if (report && documents.length === 0 && workbooks.length === 1) return void this.openReport(report.source, workbooks);
    if (desk && given.length === 1) return batch ? void batch.tellOf(desk) : this.fail(say("desk-alone"));
    if (workbooks.length === 1 && files.length === 1 && !desk && left.length === 0 && session && !batch) return void this.openBeside(session, workbooks[0]!);
    this.unlessUnsaved(() => {
      if (left.length > 0 && files.length > 0) queueMicrotask(() => this.state.set({ leftOut: say(left.length > MOST_NAMED ? "page-left-out-more" : "page-left-out", { count: left.length, files: left.slice(0, MOST_NAMED).join(render(say("list-separator"), this.language)) }) }));
      if (files.length === 0) this.fail(say("page-no-workbook"));
      else if (documents.length === 1 && workbooks.length <= MOST_BESIDE) void this.openReport(documents[0]!, workbooks, session && !batch ? session : null);
      else {
        const tell = () => documents.length > 0 && this.fail(say("document-one"));
        if (workbooks.length === 1 && !desk) return void this.openOne(workbooks[0]!).then(tell);
        if (workbooks.length > 0) this.openBatch(workbooks, desk);
        tell();
      }
    });
  }

  /** A text that was pasted is checked like a report. */
  openText(text: string, fileName: string): void {
    this.unlessUnsaved(() => void this.openReport({ kind: "text", text, fileName }, []));
  }

  openSample(): void {
    this.unlessUnsaved(() => void this.show(async () => new FileSession(SAMPLE_NAME, await sampleBytes())));
  }

  home(): void {
    this.unlessUnsaved(() => this.leave());
  }

  /** `at`: the cell that the workbook is opened at. */
  async openRow(id: number, walk: Walk = NO_WALK, at: CellAddress | null = null): Promise<void> {
    const { batch } = this.state.get();
    if (!batch) return;
    try {
      const session = await batch.open(id);
      if (this.state.get().batch !== batch) return;
      if (at) {
        void session.goTo(at);
        session.reveal();
      }
      this.state.set({ session, row: id, walk, problem: null });
    } catch (error) {
      this.state.set({ problem: problemOf(error) });
    }
  }

  /** Goes on to the next workbook of the table (1) or back to the one before (-1). What was changed is kept with its row. */
  async step(by: 1 | -1): Promise<void> {
    const { session, batch, row, walk } = this.state.get();
    const next = row === null ? undefined : walk.ids[walk.ids.indexOf(row) + by];
    if (!session || !batch || row === null || next === undefined || this.stepping) return;
    this.stepping = true;
    try {
      batch.takeBack(row, session);
      await this.openRow(next, walk);
    } finally {
      this.stepping = false;
    }
  }

  /** From a workbook to the table that it was opened from. What was changed is kept with its row. */
  back(): void {
    const { session, batch, row } = this.state.get();
    if (!session || !batch || row === null) return;
    batch.takeBack(row, session);
    this.state.set({ session: null, problem: null });
  }

  dismissLeftOut(): void {
    this.state.set({ leftOut: null });
  }

  dismissProblem(): void {
    this.state.set({ problem: null });
  }

  /** The user answered whether to leave without the changes. */
  answerLeaving(leave: boolean): void {
    const { leaving } = this.state.get();
    this.state.set({ leaving: null });
    if (leave) leaving?.go();
  }

  /** Whether something was changed that the user has not downloaded. */
  hasUnsaved(): boolean {
    const { session, batch } = this.state.get();
    return (session?.opened.get().unsaved ?? false) || (batch?.hasUnsaved() ?? false);
  }

  /** The browser's Back: from a workbook of a table to the table, else to the start. A batch took its time, so that it is asked about. */
  private wentBack(depth: number): void {
    const { session, batch, leaving } = this.state.get();
    if (leaving) return;
    if (depth === 1 && session && batch) this.back();
    else if (depth === 0 && batch && !this.hasUnsaved()) this.state.set({ leaving: { file: null, go: () => this.leave() } });
    else if (depth === 0) this.home();
  }

  private unlessUnsaved(go: () => void): void {
    if (!this.hasUnsaved()) return go();
    const { session, batch } = this.state.get();
    const file = session?.opened.get().unsaved ? session.fileName : batch?.state.get().entries.find((entry) => entry.session?.opened.get().unsaved)?.path ?? null;
    this.state.set({ leaving: { file, notes: file === null, go } });
  }

  private openOne(given: GivenFile): Promise<void> {
    return this.show(async () => {
      const session = new FileSession(given.file.name, new Uint8Array(await given.file.arrayBuffer()));
      session.disk = diskOf(given);
      return session;
    });
  }

  /** Another state of the workbook that is open takes its place, with what was ignored and set; any other workbook is opened anew. */
  private async openBeside(session: FileSession, given: GivenFile): Promise<void> {
    const again = await isSameAgain(session, given.file).catch(() => false);
    if (this.state.get().session !== session) return;
    const read = () => session.opened.set({ given: { file: given.file, disk: diskOf(given) } });
    if (!again) this.unlessUnsaved(() => void this.openOne(given));
    else if (session.hasUnsavedCells()) this.state.set({ leaving: { file: session.fileName, go: read } });
    else read();
  }

  /** `open`: the workbook that is in front of the user, which the report is held against when it comes alone. */
  private async openReport(given: GivenFile | DocumentSource, workbooks: readonly GivenFile[], open: FileSession | null = null): Promise<void> {
    try {
      const source: DocumentSource = "file" in given ? { kind: "file", ...await contentOf(given) } : given;
      const beside = workbooks.length === 0 && open ? [{ bytes: open.bytes(), fileName: open.fileName }] : await Promise.all(workbooks.map(contentOf));
      this.leave();
      this.state.set({ report: new FileDocument(source, beside) });
    } catch (error) {
      this.fail(problemOf(error));
    }
  }

  private openBatch(files: readonly GivenFile[], desk: File | undefined): void {
    this.leave();
    const batch = new Batch(files, this.language);
    this.state.set({ batch });
    // Its settings hold from the first workbook on.
    void (desk ? batch.tellOf(desk) : Promise.resolve()).then(() => batch.start());
  }

  private async show(open: () => Promise<FileSession>): Promise<void> {
    try {
      const session = await open();
      this.leave();
      this.state.set({ session });
    } catch (error) {
      this.fail(problemOf(error));
    }
  }

  private fail(problem: Sentence): void {
    this.state.set({ problem });
  }

  private leave(): void {
    const { session, batch, report } = this.state.get();
    session?.close();
    batch?.stop();
    report?.close();
    this.state.set({ session: null, batch: null, report: null, row: null, walk: NO_WALK, problem: null, leaving: null, leftOut: null });
  }
}

function diskOf({ file, handle }: GivenFile): DiskFile | null {
  return handle ? DiskFile.of(handle, file) : null;
}

async function contentOf({ file }: GivenFile): Promise<{ bytes: Uint8Array; fileName: string }> {
  return { bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name };
}
