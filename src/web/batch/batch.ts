import { comparisonRow, findDuplicates, type ComparisonRow, type Duplicate } from "../../comparison";
import { parseDesk, type DeskSubject } from "../../desk";
import { say, type Language, type Sentence } from "../../messages";
import type { WorkbookReport } from "../../report/types";
import type { SettingsInput } from "../../settings";
import { isAbort, problemOf } from "../../pane/model/problem";
import { WorkerClient } from "../background/client";
import { failedExamination, inOtherLanguage, withReport, type Examined } from "../background/examined";
import type { Content } from "../background/requests";
import { FileSession } from "../file-session";
import type { GivenFile } from "../page/given-files";
import { Store } from "../store";
import { Desk } from "./desk";

/** One workbook of a batch. */
export interface Entry {
  readonly id: number;
  readonly path: string;
  readonly step: "waiting" | "working" | "done";
  /** null until it was checked. */
  readonly examined: Examined | null;
  readonly row: ComparisonRow | null;
  /** The opened workbook, where something was changed in it. */
  readonly session: FileSession | null;
}

export interface BatchState {
  readonly entries: readonly Entry[];
  readonly running: boolean;
  readonly settings: SettingsInput;
  /** Indices into the entries. */
  readonly duplicates: readonly Duplicate[];
}

/** What a batch needs of a worker. */
export type Examiner = Pick<WorkerClient, "ask" | "end">;

/** More workers than that wait for the disk and the memory rather than for a processor. */
const MOST_WORKERS = 6;
/** Longer lists of names help nobody. */
const MOST_NAMED = 5;

/** Many workbooks, checked side by side in workers. One that cannot be read is a row with its reason. */
export class Batch {
  readonly state: Store<BatchState>;
  readonly desk = new Desk();
  private readonly files: readonly File[];
  private workers: Examiner[] = [];
  /** Grows with every start, so that what an ended worker still brings is not taken. */
  private run = 0;

  constructor(given: readonly GivenFile[], private language: Language, private readonly newWorker: () => Examiner = () => new WorkerClient()) {
    this.files = given.map(({ file }) => file);
    const entries = given.map(({ path }, id): Entry => ({ id, path, step: "waiting", examined: null, row: null, session: null }));
    this.state = new Store({ entries, running: false, settings: {}, duplicates: [] });
  }

  /** Checks what is not checked yet. */
  async start(): Promise<void> {
    const run = ++this.run;
    this.endWorkers();
    const queue = this.state.get().entries.filter(({ step }) => step !== "done").map(({ id }) => id);
    this.state.set({ running: queue.length > 0 });
    const processors = Math.max(1, (globalThis.navigator?.hardwareConcurrency ?? 2) - 1);
    const count = Math.min(queue.length, processors, MOST_WORKERS);
    await Promise.all(Array.from({ length: count }, () => this.work(queue, run)));
    if (run !== this.run) return;
    this.endWorkers();
    this.state.set({ running: false });
  }

  /** Ends the check; what was checked stays. */
  stop(): void {
    this.run++;
    this.endWorkers();
    this.state.set({ running: false, entries: this.state.get().entries.map((entry) => (entry.step === "working" ? { ...entry, step: "waiting" } : entry)) });
  }

  /** Checks everything anew with other settings. */
  async changeSettings(settings: SettingsInput): Promise<void> {
    this.state.set({ settings });
    for (const { session } of this.state.get().entries) session?.give(settings);
    await this.again();
  }

  /** What was checked is told in the other language; only what was changed since is checked again. */
  async changeLanguage(language: Language): Promise<void> {
    if (language === this.language) return;
    this.language = language;
    this.stop();
    const { settings, entries } = this.state.get();
    this.state.set({ entries: entries.map((entry) => {
      const examined = entry.step === "done" && entry.examined && inOtherLanguage(entry.examined);
      return examined ? { ...entry, ...checkedAs(examined, settings) } : { ...entry, step: "waiting" };
    }) });
    await this.start();
  }

  /** The workbook of an entry as it is now. */
  contentOf(entry: Entry): Content {
    return entry.session?.bytes() ?? this.files[entry.id]!;
  }

  /** The mid-term workbook of the same station, where the batch has just one that ended earlier. */
  midOf(id: number): { readonly content: Content; readonly fileName: string } | null {
    const { entries } = this.state.get();
    const row = entries[id]?.row;
    if (!row?.station || !row.period) return null;
    const earlier = entries.filter((entry) => entry.row?.phase === "mid" && entry.row.station === row.station && entry.row.period !== null && entry.row.period.end < row.period!.end);
    return earlier.length === 1 ? { content: this.contentOf(earlier[0]!), fileName: earlier[0]!.path } : null;
  }

  /** Opens the workbook of an entry, with what was changed in it before. Rejects when the file cannot be read any more. */
  async open(id: number): Promise<FileSession> {
    const entry = this.state.get().entries[id]!;
    this.desk.seen(id);
    return entry.session ?? new FileSession(entry.path.split("/").pop()!, new Uint8Array(await this.files[id]!.arrayBuffer()), this.state.get().settings);
  }

  /**
   * The user comes back from a workbook: its row shows what was found last, and what was changed is kept. Who comes back before
   * the changes were checked has them checked here.
   */
  takeBack(id: number, session: FileSession): void {
    session.close();
    const entry = this.state.get().entries[id]!;
    const report = session.opened.get().checked?.report;
    const examined = report && entry.examined ? withReport(entry.examined, { ...report, file: entry.path }) : entry.examined;
    this.put({ ...entry, ...checkedAs(examined, this.state.get().settings), ...(session.isOutdated() && { step: "waiting" }), session: session.isChanged() ? session : null });
    if (session.isOutdated()) void this.start();
  }

  /** The user has every workbook as it is now, but for those at these paths. */
  saved(left: readonly string[]): void {
    for (const { session, path } of this.state.get().entries) if (!left.includes(path)) session?.saved();
    this.state.set({ entries: this.state.get().entries.map((entry) => (entry.session ? { ...entry } : entry)) });
  }

  /** What tells the workbooks from each other, in the order of their ids. */
  subjects(): DeskSubject[] {
    return this.state.get().entries.map(({ path, examined, row }) => ({ path, station: row?.station ?? null, period: row?.period ?? null, hash: examined?.hash ?? null }));
  }

  /** Takes the notes and settings of a batch's file; checks anew where the settings are others. Rejects with a SpokenError where it cannot be read. */
  async readDesk(file: File): Promise<readonly Sentence[]> {
    const given = parseDesk(await file.text());
    this.desk.read(given, this.subjects());
    const isOther = JSON.stringify(given.settings) !== JSON.stringify(this.state.get().settings);
    if (isOther) void this.changeSettings(given.settings);
    // Which workbook is whose is known once it was checked.
    if (this.state.get().entries.some(({ examined }) => !examined)) return [say("desk-opened-first", { file: file.name, count: given.stations.length })];
    const left = this.desk.left(this.subjects());
    return [
      say("desk-opened", { file: file.name, count: given.stations.length - left.length }),
      ...(left.length > 0 ? [say("desk-opened-left", { count: left.length, stations: left.slice(0, MOST_NAMED).map(({ station, path }) => station ?? path).join("、") + (left.length > MOST_NAMED ? " …" : "") })] : [])
    ];
  }

  /** Reads a batch's file and leaves what came of it to be told. */
  async tellOf(desk: File): Promise<void> {
    this.desk.state.set({ told: await this.readDesk(desk).then((sentences) => ({ intent: "success" as const, sentences }), (error: unknown) => ({ intent: "error" as const, sentences: [problemOf(error)] })) });
  }

  hasUnsaved(): boolean {
    return this.desk.state.get().unsaved || this.state.get().entries.some(({ session }) => session?.opened.get().unsaved);
  }

  private async again(): Promise<void> {
    this.stop();
    this.state.set({ entries: this.state.get().entries.map((entry) => ({ ...entry, step: "waiting" })) });
    await this.start();
  }

  private async work(queue: number[], run: number): Promise<void> {
    let worker = this.addWorker();
    for (let id = queue.shift(); id !== undefined && run === this.run; id = queue.shift()) {
      const entry = this.state.get().entries[id]!;
      this.put({ ...entry, step: "working" });
      let examined: Examined;
      try {
        examined = await worker.ask("examine", { content: this.contentOf(entry), fileName: entry.path, language: this.language, settings: this.state.get().settings, settingsXml: entry.session?.remembered() ?? null });
      } catch (error) {
        if (run !== this.run || isAbort(error)) return;
        // The worker itself broke down, under a workbook too large for it: the others go on with a new one.
        examined = failedExamination(entry.path, error, this.language, null);
        worker.end();
        worker = this.addWorker();
      }
      if (run !== this.run) return;
      this.put({ ...this.state.get().entries[id]!, ...checkedAs(examined, this.state.get().settings) });
    }
  }

  private addWorker(): Examiner {
    const worker = this.newWorker();
    this.workers.push(worker);
    return worker;
  }

  private endWorkers(): void {
    for (const worker of this.workers) worker.end();
    this.workers = [];
  }

  private put(entry: Entry): void {
    const entries = this.state.get().entries.map((each) => (each.id === entry.id ? entry : each));
    const rows = entries.map(({ row }) => row ?? NOT_CHECKED);
    if (entry.step === "done") queueMicrotask(() => this.desk.meet(this.subjects()));
    this.state.set({ entries, duplicates: entry.step === "done" ? findDuplicates(rows, entries.map(({ examined }) => examined?.hash ?? null)) : this.state.get().duplicates });
  }
}

function checkedAs(examined: Examined | null, { agreements }: SettingsInput): Pick<Entry, "step" | "examined" | "row"> {
  return examined ? { step: "done", examined, row: comparisonRow(examined.report, agreements) } : { step: "waiting", examined, row: null };
}

const EMPTY_REPORT: WorkbookReport = { file: "", station: null, period: null, tables: [], findings: [], evaluation: null, coverage: {}, notChecked: [], unread: [], told: [], questions: [], error: null };
const NOT_CHECKED = comparisonRow(EMPTY_REPORT);
