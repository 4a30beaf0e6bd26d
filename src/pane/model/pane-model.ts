import type { Sentence } from "../../messages";
import type { ReportedFinding } from "../../report/types";
import type { IgnoredFinding, SettingsInput, StoredSettings } from "../../settings";
import type { SummaryState } from "../../summary";
import type { Fix, FixOutcome, WriteProgress, WrittenSheet } from "../../workbook";
import type { Checked, Progress } from "../session";
import { keyFindings, neighbour, NO_FILTER, shownGroups, type Filter, type KeyedFinding, type ShownGroup } from "./findings";

/** What the user is asked about. */
export type Dialog =
  | { readonly kind: "fix"; readonly keys: readonly string[] }
  | { readonly kind: "ignore"; readonly key: string }
  | { readonly kind: "rule"; readonly rule: string }
  | { readonly kind: "keys" };

/** A cell that was changed, and what it showed before and shows now. */
export interface ChangedCell {
  readonly outcome: FixOutcome;
  readonly before: string;
  readonly after: string;
}

/** What the user typed into a cell, with what the cell showed before and what was typed. */
export interface TypedChange {
  readonly fix: Fix;
  readonly before: string;
  readonly after: string;
}

/** A change of the workbook that the user confirmed, to be taken back as one. */
export interface Change {
  readonly id: number;
  /** What was applied; never empty. */
  readonly cells: readonly ChangedCell[];
}

/** How the last thing that the user asked for went. */
export interface Notice {
  readonly intent: "success" | "warning" | "error";
  readonly sentences: readonly (Sentence | string)[];
  /** What is offered with it: taking back the last change, going to the written summary, keeping the settings as they were before. */
  readonly offers: "undo" | "summary" | { readonly settings: SettingsInput } | null;
}

/** A table, or a region that no table took, whose reading the user looks at. */
export interface Region {
  readonly sheet: string;
  readonly range: string;
  /** The user said where it begins and ends. */
  readonly isExact?: boolean;
}

/** What the pane is doing beside a check. */
export type Busy = null | { readonly with: "fix" | "undo" | "keep" } | { readonly with: "summary"; readonly progress: WriteProgress | null };

/** Everything that the pane shows. Changed by the functions of this file alone. */
export interface PaneModel {
  /** A check under way, asked for by the user or repeated on its own. The last result stays on the screen meanwhile. */
  readonly check: null | {
    readonly asked: boolean; readonly progress: Progress;
    /** The workbook has changed since the check began: its result will be out of date. */
    readonly overtaken: boolean;
  };
  /** Why the workbook could not be checked; there is no result then. */
  readonly failure: Sentence | string | null;
  /** The last result; beside a failure that of a workbook in which no table was recognised. */
  readonly checked: Checked | null;
  readonly findings: readonly KeyedFinding[];
  /** What marks compare with: the findings before the last check that the user asked for. */
  readonly baseline: readonly KeyedFinding[];
  /** The workbook has changed since the check. */
  readonly outdated: boolean;
  readonly filter: Filter;
  readonly selected: string | null;
  /** Where stepping goes on while nothing is selected: the finding behind the one that a check no longer found. */
  readonly resume: string | null;
  /** It stands in place of the findings. */
  readonly studied: Region | null;
  readonly dialog: Dialog | null;
  readonly busy: Busy;
  /** Excel has given no answer for long. */
  readonly waiting: boolean;
  readonly changes: readonly Change[];
  /** The user was offered a copy of the sheet; once a session is enough. */
  readonly copyOffered: boolean;
  readonly written: WrittenSheet | null;
  /** Of the 核查汇总 in the workbook. */
  readonly summary: SummaryState;
  readonly notice: Notice | null;
}

export const INITIAL: PaneModel = {
  check: null, failure: null, checked: null, findings: [], baseline: [], outdated: false, filter: NO_FILTER, selected: null, resume: null, studied: null,
  dialog: null, busy: null, waiting: false, changes: [], copyOffered: false, written: null, summary: "none", notice: null
};

export function checkStarted(model: PaneModel, asked: boolean): PaneModel {
  return { ...model, failure: null, check: { asked, progress: { stage: "reading", share: null }, overtaken: false }, notice: asked ? null : model.notice };
}

export function checkProgressed(model: PaneModel, progress: Progress): PaneModel {
  return model.check ? { ...model, check: { ...model.check, progress } } : model;
}

/** The user stopped the check: all is as before it. */
export function checkStopped(model: PaneModel): PaneModel {
  return { ...model, check: null };
}

/** A check gave a result; the place of the user is kept, and a report of an error is a failure. */
export function checkDone(model: PaneModel, checked: Checked): PaneModel {
  if (checked.report.error) {
    // Where nothing was recognised the user can still say what the tables are: what the workbook keeps has to be known for that.
    const told = checked.report.error.code === "no-table";
    return { ...INITIAL, changes: model.changes, copyOffered: model.copyOffered, notice: model.notice, failure: checked.report.error.message, checked: told ? checked : null };
  }
  const findings = keyFindings(checked.report.findings);
  return {
    ...model, check: null, failure: null, checked, findings, summary: checked.summary, outdated: model.check?.overtaken ?? false,
    baseline: model.checked ? (model.check?.asked ? model.findings : model.baseline) : findings,
    selected: keptSelection(model, findings),
    dialog: model.dialog && stillAsked(model.dialog, findings),
    filter: keptFilter(model.filter, findings, checked)
  };
}

/** A check failed. The last result stays, which is then out of date. */
export function checkFailed(model: PaneModel, problem: Sentence): PaneModel {
  if (model.checked && !model.checked.report.error) return { ...noticed({ ...model, check: null }, "error", [problem]), outdated: true };
  return { ...INITIAL, changes: model.changes, copyOffered: model.copyOffered, failure: problem };
}

export function workbookChanged(model: PaneModel): PaneModel {
  if (!model.check && (!model.checked || model.outdated)) return model;
  return { ...model, check: model.check && { ...model.check, overtaken: true }, outdated: model.checked !== null };
}

export function filtered(model: PaneModel, filter: Partial<Filter>): PaneModel {
  return { ...model, filter: { ...model.filter, ...filter } };
}

export function selected(model: PaneModel, key: string | null): PaneModel {
  return { ...model, selected: key, resume: null };
}

/** The list does not go on by itself while the sheet stays where it is: the finding that a check went on to is not opened. */
export function notFollowed(model: PaneModel): PaneModel {
  return { ...model, selected: null, resume: model.selected };
}

export function studying(model: PaneModel, studied: Region | null): PaneModel {
  return { ...model, studied };
}

export function asked(model: PaneModel, dialog: Dialog | null): PaneModel {
  return { ...model, dialog };
}

export function busyWith(model: PaneModel, busy: Busy): PaneModel {
  return { ...model, busy };
}

export function waitingFor(model: PaneModel, waiting: boolean): PaneModel {
  return model.waiting === waiting ? model : { ...model, waiting };
}

export function noticed(model: PaneModel, intent: Notice["intent"], sentences: Notice["sentences"], offers: Notice["offers"] = null): PaneModel {
  return { ...model, notice: { intent, sentences, offers } };
}

export function noticeDismissed(model: PaneModel): PaneModel {
  return { ...model, notice: null };
}

/** Fixes were applied, as far as they were: they can be taken back together. */
export function fixed(model: PaneModel, outcomes: readonly FixOutcome[], typed: readonly TypedChange[] = []): PaneModel {
  const applied = outcomes.filter((outcome) => outcome.applied && outcome.undo).map((outcome): ChangedCell => {
    const change = typed.find(({ fix }) => placeOf(fix) === placeOf(outcome.fix));
    if (change) return { outcome, before: change.before, after: change.after };
    const finding = model.findings.find((each) => each.finding.fix && placeOf(each.finding.fix) === placeOf(outcome.fix))?.finding;
    return { outcome, before: finding?.actual ?? "", after: finding?.expected || String(outcome.fix.after ?? "") };
  });
  const id = Math.max(0, ...model.changes.map((change) => change.id)) + 1;
  const changes = applied.length ? [...model.changes, { id, cells: applied }] : model.changes;
  return { ...model, busy: null, dialog: null, copyOffered: true, changes, outdated: model.outdated || applied.length > 0 };
}

/** A change was taken back; what was refused stays in the list. */
export function undone(model: PaneModel, id: number, outcomes: readonly FixOutcome[]): PaneModel {
  const takenBack = new Set(outcomes.filter((outcome) => outcome.applied).map(({ fix }) => placeOf(fix)));
  const changes = model.changes.flatMap((change) => {
    if (change.id !== id) return [change];
    const left = change.cells.filter(({ outcome }) => !takenBack.has(placeOf(outcome.fix)));
    return left.length ? [{ ...change, cells: left }] : [];
  });
  return { ...model, busy: null, changes, outdated: model.outdated || takenBack.size > 0 };
}

/** The list of changes begins anew. */
export function changesForgotten(model: PaneModel): PaneModel {
  return { ...model, changes: [] };
}

/** What the workbook is to keep when a finding is ignored for a reason. */
export function withIgnored(stored: StoredSettings, finding: ReportedFinding, reason: string): StoredSettings {
  const { fingerprint, actual } = finding;
  return { ...stored, ignored: [...others(stored.ignored, finding), { fingerprint, reason, actual }] };
}

/** What the workbook is to keep when a finding is no longer ignored. */
export function withoutIgnored(stored: StoredSettings, finding: ReportedFinding): StoredSettings {
  return { ...stored, ignored: others(stored.ignored, finding) };
}

/** The workbook keeps this now. Ignoring changes no number, so that the findings are marked without another check. */
export function kept(model: PaneModel, stored: StoredSettings): PaneModel {
  if (!model.checked) return { ...model, busy: null, dialog: null };
  const findings = model.checked.report.findings.map((finding) => {
    const entry = stored.ignored.find(({ fingerprint, actual }) => fingerprint === finding.fingerprint && actual === finding.actual);
    return { ...finding, ignored: entry ? { reason: entry.reason } : null };
  });
  const checked: Checked = { ...model.checked, stored, report: { ...model.checked.report, findings } };
  const keyedFindings = keyFindings(findings);
  const summary = model.summary === "current" && stored.ignored !== model.checked.stored.ignored ? "stale" : model.summary;
  return { ...model, checked, findings: keyedFindings, summary, busy: null, dialog: null, selected: keptSelection(model, keyedFindings) };
}

/** 核查汇总 was brought up to date without being asked for. */
export function summaryRenewed(model: PaneModel): PaneModel {
  return { ...model, summary: "current" };
}

export function summaryWritten(model: PaneModel, written: WrittenSheet): PaneModel {
  return { ...model, busy: null, written, summary: "current" };
}

/** The findings as they are listed. */
export function groupsOf({ findings, checked, filter }: Pick<PaneModel, "findings" | "checked" | "filter">): ShownGroup[] {
  return checked ? shownGroups(findings, checked.report.tables, filter) : [];
}

export function findingOf({ findings }: PaneModel, key: string | null): ReportedFinding | null {
  return findings.find((candidate) => candidate.key === key)?.finding ?? null;
}

/** The keys of live findings that were not there before. */
export function freshKeys({ findings, baseline }: Pick<PaneModel, "findings" | "baseline">): ReadonlySet<string> {
  const before = new Set(baseline.map(({ key }) => key));
  return new Set(liveOf(findings).map(({ key }) => key).filter((key) => !before.has(key)));
}

/** What was there before and is not now. An ignored finding is not solved. */
export function solvedFindings({ findings, baseline }: Pick<PaneModel, "findings" | "baseline">): KeyedFinding[] {
  const now = new Set(findings.map(({ key }) => key));
  return liveOf(baseline).filter(({ key }) => !now.has(key));
}

/** A host may give the fixes back as copies: they are known by their cell. */
function placeOf({ sheet, cell }: { readonly sheet: string; readonly cell: string }): string {
  return `${sheet}!${cell}`;
}

function liveOf(findings: readonly KeyedFinding[]): KeyedFinding[] {
  return findings.filter(({ finding }) => !finding.ignored);
}

function others(ignored: readonly IgnoredFinding[], { fingerprint, actual }: ReportedFinding): IgnoredFinding[] {
  return ignored.filter((entry) => entry.fingerprint !== fingerprint || entry.actual !== actual);
}

/** The selected finding or, when it is gone, the one that followed it. */
function keptSelection(model: PaneModel, findings: readonly KeyedFinding[]): string | null {
  if (model.selected === null) return null;
  const live = new Set(liveOf(findings).map(({ key }) => key));
  const groups = groupsOf(model);
  let key: string | null = model.selected;
  for (let count = groups.reduce((sum, group) => sum + group.findings.length, 0); count >= 0 && key !== null; count--) {
    if (live.has(key)) return key;
    key = neighbour(groups, key, 1)?.key ?? null;
  }
  return null;
}

function stillAsked(dialog: Dialog, findings: readonly KeyedFinding[]): Dialog | null {
  const keys = new Set(findings.map(({ key }) => key));
  if (dialog.kind === "ignore") return keys.has(dialog.key) ? dialog : null;
  return dialog.kind === "fix" && !dialog.keys.every((key) => keys.has(key)) ? null : dialog;
}

/** A table that has no findings any more is no longer chosen. */
function keptFilter(filter: Filter, findings: readonly KeyedFinding[], checked: Checked): Filter {
  if (filter.table === null) return filter;
  return shownGroups(findings, checked.report.tables, { ...NO_FILTER, table: filter.table }).length ? filter : { ...filter, table: null };
}
