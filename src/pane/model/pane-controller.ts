import { say, type Sentence } from "../../messages";
import type { ReportedFinding } from "../../report/types";
import type { Answers, Inquiry } from "../../report/inquiries";
import { withProfile, type SettingsInput, type StoredSettings } from "../../settings";
import type { ToldTable } from "../../told";
import type { Fix, WriteProgress } from "../../workbook";
import type { Checked } from "../session";
import { neighbour, type Filter } from "./findings";
import * as transitions from "./pane-model";
import { findingOf, groupsOf, type Dialog, type Notice, type Region, type TypedChange } from "./pane-model";
import { PaneState, type PaneChoices } from "./pane-state";
import { isAbort, problemOf } from "./problem";
import { reservationsOf } from "./reservations";

/** What happens when the user asks for something: calls the session and changes the model. No React here. */
export class PaneController extends PaneState {
  private running: AbortController | null = null;
  private writing: AbortController | null = null;
  private endWatch: (() => Promise<void>) | null = null;
  private renewing: Promise<void> = Promise.resolve();
  /** What is being written of settings and ignored findings, and the settings that were given meanwhile. */
  private keeping: Promise<boolean> | null = null;
  private settingsNext: SettingsInput | null = null;

  /** The workbook is no longer in front of the user. */
  async end(): Promise<void> {
    this.ended = true;
    this.live.settled();
    this.running?.abort();
    await this.endWatch?.().catch(() => undefined);
  }

  choose(choices: Partial<PaneChoices>): void {
    const inAnotherLanguage = choices.language !== undefined && choices.language !== this.choices.language;
    this.choices = { ...this.choices, ...choices };
    // A report is written in one language: another language asks for another report.
    if (this.model.checked && (inAnotherLanguage || (choices.live && this.model.outdated))) void this.check(false);
  }

  /**
   * Checks the workbook; a check that was started later wins. `asked`: by the user, not repeated on its own. `follows`: the user settled
   * a finding, so that list and sheet go on to the next one together; otherwise both stay where they are.
   */
  async check(asked = true, follows = false): Promise<void> {
    this.running?.abort();
    const run = new AbortController();
    this.running = run;
    this.live.settled();
    // Before anything is read: what changes during the check has to be heard.
    this.endWatch ??= this.session.watch?.(() => this.workbookChanged()) ?? null;
    this.set(transitions.checkStarted(this.model, asked));
    const answered = this.askExcel();
    run.signal.addEventListener("abort", answered);
    try {
      const checked = await this.session.check({
        language: this.choices.language, signal: run.signal,
        onProgress: (progress) => {
          if (run !== this.running) return;
          this.set(transitions.checkProgressed(this.model, progress));
          if (progress.stage === "reading") this.patience.sign();
          else answered();
        }
      });
      if (run !== this.running) return;
      this.running = null;
      const before = this.model.selected;
      this.set(transitions.checkDone(this.model, checked));
      await this.follow(before, follows);
      if (this.session.renewsSummary?.()) await this.renewSummary();
    } catch (error) {
      if (run !== this.running) return;
      this.running = null;
      this.set(isAbort(error) ? transitions.checkStopped(this.model) : transitions.checkFailed(this.model, problemOf(error)));
    } finally {
      answered();
      this.live.resume();
    }
  }

  cancel(): void {
    this.running?.abort();
    this.running = null;
    this.set(transitions.checkStopped(this.model));
  }

  /** Opens what a table, or a region that no table took, is read as, and shows it; null closes it. */
  async study(region: Region | null): Promise<void> {
    this.set(transitions.studying(this.model, region));
    if (region) await this.show(region.sheet, region.range);
    else this.session.label?.(null);
  }

  /** Answers a question about the workbook; null where it could not be answered, which the user is told. */
  async inquire<I extends Inquiry>(inquiry: I): Promise<Answers[I["kind"]] | null> {
    let answer: Answers[I["kind"]] | null = null;
    await this.attempt(async () => { answer = await this.session.inquire(inquiry, this.choices.language); });
    return answer;
  }

  /** Hands the user a workbook with the heads and the shape of a region and invented content. */
  async handSample(region: Region, fileName: string): Promise<void> {
    const sheet = await this.inquire({ kind: "sample", wish: region });
    if (!sheet) return;
    await this.attempt(async () => {
      // What writes a workbook is loaded only now: most users never need it.
      const { newWorkbook } = await import("../tables/load");
      this.notice("success", [await this.session.handOver(newWorkbook([sheet]), fileName)]);
    });
  }

  /** The workbook keeps what the user says a table is, in place of what it kept under `name` (null: nothing any more), and is checked with it. */
  async tellTable(name: string, told: ToldTable | null): Promise<void> {
    const before = this.model.checked?.stored.settings;
    if (!before || !await this.keep((stored) => ({ ...stored, settings: withProfile(stored.settings, name, told) }))) return;
    await this.study(null);
    await this.checkAndSay(say(told ? "told-kept" : "told-forgotten", { name }), before);
  }

  /** Opens a finding and shows its cell; null closes the one that is open. */
  async select(key: string | null): Promise<void> {
    this.set(transitions.selected(this.model, key));
    const finding = findingOf(this.model, key);
    if (finding) await this.show(finding.sheet, finding.cell);
  }

  /** 上一个 (-1), 下一个 (1). */
  async step(by: 1 | -1): Promise<void> {
    const { selected, resume } = this.model;
    const next = selected === null && resume !== null && by === 1 && findingOf(this.model, resume) ? resume : neighbour(groupsOf(this.model), selected ?? resume, by)?.key;
    if (next) await this.select(next);
  }

  /** Goes with the sheet to the finding that the list has gone on to, or holds the list back. */
  private async follow(before: string | null, follows: boolean): Promise<void> {
    const { selected } = this.model;
    if (selected === null || selected === before) return;
    if (follows) await this.select(selected);
    else this.set(transitions.notFollowed(this.model));
  }

  filter(filter: Partial<Filter>): void {
    this.set(transitions.filtered(this.model, filter));
  }

  ask(dialog: Dialog | null): void {
    this.set(transitions.asked(this.model, dialog));
    this.live.resume();
  }

  /** Applies the fixes of the findings that the open dialog shows, or of those that the user left chosen, after copying their sheets if that is wished. */
  async confirmFixes(withCopy: boolean, chosen: ReadonlySet<string> | null = null): Promise<void> {
    const { dialog } = this.model;
    if (dialog?.kind !== "fix" || this.model.busy) return;
    const fixes = dialog.keys.flatMap((key) => (chosen === null || chosen.has(key) ? findingOf(this.model, key)?.fix ?? [] : []));
    if (fixes.length > 0) await this.change(fixes, "pane-fixed", withCopy);
  }

  /** The user typed into cells of a sheet that is ours to draw: changed, checked and taken back like fixes. `refused`: why some of it comes to no change. */
  async changeCells(changes: readonly TypedChange[], refused: readonly Sentence[] = []): Promise<void> {
    if (this.model.busy) return;
    if (changes.length > 0) await this.change(changes.map(({ fix }) => fix), "pane-cells-changed", false, changes, refused);
    else if (refused.length > 0) this.notice("error", refused);
  }

  private async change(fixes: readonly Fix[], done: "pane-fixed" | "pane-cells-changed", withCopy: boolean, typed: readonly TypedChange[] = [], refused: readonly Sentence[] = []): Promise<void> {
    const copies: string[] = [];
    this.set(transitions.busyWith(this.model, { with: "fix" }));
    await this.attempt(async () => {
      if (withCopy) await this.copySheets([...new Set(fixes.map(({ sheet }) => sheet))], copies);
      const outcomes = await this.session.applyFixes(fixes, this.choices.language);
      this.set(transitions.fixed(this.model, outcomes, typed));
      this.tell(outcomes, done, "undo", copies, refused);
    }, copies);
    // Whoever types goes on in the sheet.
    if (this.model.outdated) await this.check(false, done === "pane-fixed");
  }

  /** Takes a change back, the last one unless another is named. `follows`: list and sheet go to it; not while the user writes in the sheet. */
  async undo(id = this.model.changes.at(-1)?.id, follows = true): Promise<void> {
    const change = this.model.changes.find((candidate) => candidate.id === id);
    if (!change || this.model.busy) return;
    this.set(transitions.busyWith(this.model, { with: "undo" }));
    await this.attempt(async () => {
      const outcomes = await this.session.applyFixes(change.cells.map(({ outcome }) => outcome.undo!).reverse(), this.choices.language);
      this.set(transitions.undone(this.model, change.id, outcomes));
      this.tell(outcomes, "pane-undone", null, []);
    });
    if (!this.model.outdated) return;
    await this.check(false);
    if (!follows) return;
    // What was taken back is what the user looks at now.
    const { sheet, cell } = change.cells[0]!.outcome.fix;
    const back = this.model.findings.find(({ finding }) => finding.sheet === sheet && finding.cell === cell && !finding.ignored);
    await this.select(back?.key ?? null);
    if (!back) await this.show(sheet, cell);
  }

  /** Another state of the workbook was read in place of what was open: what was done here before is part of it, or gone. */
  forgetChanges(): void {
    this.set(transitions.changesForgotten(this.model));
  }

  async ignore(finding: ReportedFinding, reason: string): Promise<void> {
    const before = this.model.selected;
    if (!await this.keep((stored) => transitions.withIgnored(stored, finding, reason))) return;
    this.notice("success", [say("pane-ignored-now")]);
    await this.follow(before, true);
  }

  async takeBack(finding: ReportedFinding): Promise<void> {
    if (!await this.keep((stored) => transitions.withoutIgnored(stored, finding))) return;
    this.notice("success", [say("pane-ignored-no-more")]);
    const back = this.model.findings.find((each) => each.finding.fingerprint === finding.fingerprint && each.finding.cell === finding.cell);
    if (back) await this.select(back.key);
  }

  /** What a file of profiles says of tables joins what the workbook keeps, each in place of what it kept under the name. */
  async takeProfiles(given: readonly ToldTable[]): Promise<void> {
    const before = this.model.checked?.stored.settings;
    if (!before || !await this.keep((stored) => ({ ...stored, settings: given.reduceRight((settings, told) => withProfile(settings, told.name, told), stored.settings) }))) return;
    await this.checkAndSay(say("told-taken", { count: given.length }), before);
  }

  /** Keeps the settings in the workbook and checks with them; those that are given while others are still being written are written after them. */
  async changeSettings(settings: SettingsInput): Promise<void> {
    if (typeof this.model.notice?.offers === "object") this.dismissNotice();
    if (this.keeping) this.settingsNext = settings;
    if (await (this.keeping ?? this.keep((stored) => ({ ...stored, settings })))) await this.check(false);
  }

  /** Writes 核查汇总 of the workbook as it is now. */
  async writeSummary(): Promise<void> {
    if (this.model.busy) return;
    if (this.model.outdated || this.model.check) await this.check(false);
    const { checked, outdated } = this.model;
    if (!checked || outdated || this.model.busy) return;
    const writing = new AbortController();
    this.writing = writing;
    const onProgress = (progress: WriteProgress | null) => this.set(transitions.busyWith(this.model, { with: "summary", progress }));
    onProgress(null);
    await this.attempt(async () => {
      const written = await this.session.writeSummary(checked, { language: this.choices.language, signal: writing.signal, onProgress });
      const [summary] = written;
      this.set(transitions.summaryWritten(this.model, summary!));
      const reservations = reservationsOf(written);
      this.notice(reservations.length ? "warning" : "success", [
        say(summary!.replaced ? "pane-summary-rewritten" : "pane-summary-written", { sheet: summary!.name, details: written.at(-1)!.name }), ...reservations
      ], "summary");
    });
    this.writing = null;
  }

  /** Stops the writing of the summary while nothing of it is written. */
  cancelWriting(): void {
    this.writing?.abort();
  }

  /** The workbook as it is now can be handed out: it is checked, and a summary that it holds says what the check does. */
  async prepare(): Promise<void> {
    if (this.model.checked && (this.model.outdated || this.model.check)) await this.check(false);
    await this.renewSummary();
  }

  /** Does something of a face's own, such as a download, and says how it went. */
  async perform(work: (checked: Checked) => Promise<Sentence | null> | Sentence | null): Promise<void> {
    const { checked } = this.model;
    if (!checked) return;
    await this.attempt(async () => {
      const done = await work(checked);
      if (done) this.notice("success", [done]);
    });
  }

  /** Says how something went that changes neither model nor workbook. */
  tellUser(intent: Notice["intent"], sentence: Sentence): void {
    this.notice(intent, [sentence]);
  }

  dismissNotice(): void {
    this.set(transitions.noticeDismissed(this.model));
  }

  /** Checks with settings that the workbook keeps now and says what was done, unless the check itself has something to say. `before`: what 撤销 goes back to. */
  private async checkAndSay(done: Sentence, before: SettingsInput): Promise<void> {
    this.dismissNotice();
    await this.check(false);
    if (this.model.notice === null) this.notice("success", [done], { settings: before });
  }

  /** One after the other: each writes the report that there is by then. */
  private renewSummary(): Promise<void> {
    this.renewing = this.renewing.then(async () => {
      const { checked, summary } = this.model;
      if (summary !== "stale" || !checked || checked.report.error) return;
      await this.attempt(async () => {
        await this.session.writeSummary(checked, { language: this.choices.language });
        if (this.model.checked === checked) this.set(transitions.summaryRenewed(this.model));
      });
    });
    return this.renewing;
  }

  /** Gives whether the workbook keeps it now. */
  private async keep(change: (stored: StoredSettings) => StoredSettings): Promise<boolean> {
    const { checked, busy } = this.model;
    if (!checked || busy) return false;
    this.set(transitions.busyWith(this.model, { with: "keep" }));
    this.keeping = this.attempt(async () => {
      let stored = change(checked.stored);
      await this.session.keep(stored);
      for (let next = this.settingsNext; next; next = this.settingsNext) {
        this.settingsNext = null;
        stored = { ...stored, settings: next };
        await this.session.keep(stored);
      }
      this.set(transitions.kept(this.model, stored));
    });
    const done = await this.keeping;
    this.keeping = null;
    this.settingsNext = null;
    return done;
  }

  private async copySheets(sheets: readonly string[], copies: string[]): Promise<void> {
    for (const sheet of sheets) if (this.session.copySheet) copies.push(await this.session.copySheet(sheet));
  }

  private workbookChanged(): void {
    if (this.ended) return;
    this.set(transitions.workbookChanged(this.model));
    if (this.choices.live) this.live.changed();
  }
}
