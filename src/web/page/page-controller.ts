import { say, type Language, type Sentence } from "../../messages";
import { SAMPLE_NAME, sampleBytes } from "../../pane/sample";
import { problemOf } from "../../pane/model/problem";
import { Batch } from "../batch/batch";
import { FileSession } from "../file-session";
import { Store } from "../store";
import type { GivenFile } from "./given-files";

export interface PageState {
  /** The workbook in front of the user; with a batch, the one opened from its table. */
  readonly session: FileSession | null;
  readonly batch: Batch | null;
  /** The row that the workbook was opened from. */
  readonly row: number | null;
  /** Why what the user gave could not be opened. */
  readonly problem: Sentence | null;
  /** What the user asked for, put off because changes would be lost. */
  readonly leaving: null | { readonly file: string; readonly go: () => void };
}

/** What the page shows: nothing yet, a workbook, a batch, or a workbook of a batch. */
export class PageController {
  readonly state = new Store<PageState>({ session: null, batch: null, row: null, problem: null, leaving: null });

  constructor(private language: Language) {}

  changeLanguage(language: Language): void {
    this.language = language;
    void this.state.get().batch?.changeLanguage(language);
  }

  /** One file is opened, several are a batch. */
  open(files: readonly GivenFile[]): void {
    this.unlessUnsaved(() => {
      if (files.length === 0) this.fail(say("page-no-workbook"));
      else if (files.length === 1) void this.openOne(files[0]!);
      else this.openBatch(files);
    });
  }

  openSample(): void {
    this.unlessUnsaved(() => void this.show(async () => new FileSession(SAMPLE_NAME, await sampleBytes())));
  }

  home(): void {
    this.unlessUnsaved(() => this.leave());
  }

  async openRow(id: number): Promise<void> {
    const { batch } = this.state.get();
    if (!batch) return;
    try {
      const session = await batch.open(id);
      this.state.set({ session, row: id, problem: null });
    } catch (error) {
      this.state.set({ problem: problemOf(error) });
    }
  }

  /** From a workbook to the table that it was opened from. What was changed is kept with its row. */
  back(): void {
    const { session, batch, row } = this.state.get();
    if (!session || !batch || row === null) return;
    batch.takeBack(row, session);
    this.state.set({ session: null, problem: null });
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

  private unlessUnsaved(go: () => void): void {
    if (!this.hasUnsaved()) return go();
    const { session, batch } = this.state.get();
    const file = session?.opened.get().unsaved ? session.fileName : batch?.state.get().entries.find((entry) => entry.session?.opened.get().unsaved)?.path ?? "";
    this.state.set({ leaving: { file, go } });
  }

  private openOne({ file }: GivenFile): Promise<void> {
    return this.show(async () => new FileSession(file.name, new Uint8Array(await file.arrayBuffer())));
  }

  private openBatch(files: readonly GivenFile[]): void {
    this.leave();
    const batch = new Batch(files, this.language);
    this.state.set({ batch });
    void batch.start();
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
    const { session, batch } = this.state.get();
    session?.close();
    batch?.stop();
    this.state.set({ session: null, batch: null, row: null, problem: null, leaving: null });
  }
}
