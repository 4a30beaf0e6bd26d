import type { ComparisonRow, Duplicate, FigureKey } from "../../comparison";
import { DESK_STATES, NO_NOTE, type DeskNote, type DeskState } from "../../desk";
import type { MessageId } from "../../messages";
import type { ReportedFinding } from "../../report/types";
import type { Entry } from "./batch";

/** What the table can be sorted by: the order of the files, or a column. */
export type SortKey = "file" | "station" | "state" | "desk" | FigureKey;

export interface Sorting {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** What rows are shown. */
export interface RowFilter {
  readonly search: string;
  /** The id of a rule that speaks in the workbook; null for any. */
  readonly rule: string | null;
  readonly state: ComparisonRow["state"] | "doubles" | null;
  /** How far the assessor is with it; null for any. */
  readonly desk: DeskState | null;
}

export const NO_FILTER: RowFilter = { search: "", rule: null, state: null, desk: null };

/** What the assessor noted of an entry. */
export type NoteOf = (id: number) => DeskNote;

/** A rule that spoke, with the number of workbooks it spoke in. */
export interface RuleCount {
  readonly rule: string;
  readonly title: MessageId;
  readonly count: number;
}

/** The rules that found something, in most workbooks first. */
export function rulesOf(entries: readonly Entry[]): RuleCount[] {
  return countRules(entries, () => true);
}

/** The rules that ask something of a station: an error to mend, a warning to look into. */
export function askingRules(entries: readonly Entry[]): RuleCount[] {
  return countRules(entries, ({ severity }) => severity !== "info");
}

function countRules(entries: readonly Entry[], isWanted: (finding: ReportedFinding) => boolean): RuleCount[] {
  const counts = new Map<string, number>();
  for (const entry of entries) for (const rule of spokenRules(entry, isWanted)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  // Every rule's title stands under its own name: the list of rules would bring the whole engine along.
  return [...counts].map(([rule, count]) => ({ rule, title: `${rule}-title` as MessageId, count })).sort((a, b) => b.count - a.count || a.rule.localeCompare(b.rule));
}

function spokenRules({ examined }: Entry, isWanted: (finding: ReportedFinding) => boolean = () => true): Set<string> {
  return new Set(examined?.report.findings.filter((finding) => finding.ignored === null && isWanted(finding)).map(({ rule }) => rule));
}

/** The entries that the filter lets through, in order. What is not known stands last either way. */
export function shownEntries(entries: readonly Entry[], duplicates: readonly Duplicate[], filter: RowFilter, sorting: Sorting, noteOf: NoteOf = () => NO_NOTE): Entry[] {
  const wanted = normalised(filter.search).split(/\s+/).filter(Boolean);
  const doubles = new Set(duplicates.flatMap(({ rows }) => rows));
  const shown = entries.filter((entry) =>
    wanted.every((word) => normalised(`${entry.path} ${entry.row?.station ?? ""} ${noteOf(entry.id).remark}`).includes(word))
    && (filter.desk === null || noteOf(entry.id).state === filter.desk)
    && (filter.rule === null || spokenRules(entry).has(filter.rule))
    && (filter.state === null || (filter.state === "doubles" ? doubles.has(entry.id) : entry.row?.state === filter.state)));
  if (sorting.key === "file") return sorting.descending ? shown.reverse() : shown;
  const key = sorting.key;
  return shown
    .map((entry) => ({ entry, value: valueOf(entry, key, noteOf) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null) || a.entry.id - b.entry.id;
      const order = typeof a.value === "number" ? a.value - (b.value as number) : a.value.localeCompare(b.value as string, "zh-CN", { numeric: true });
      return (sorting.descending ? -order : order) || a.entry.id - b.entry.id;
    })
    .map(({ entry }) => entry);
}

const STATES = ["failed", "errors", "warnings", "unread", "blank", "clean"] as const;

function valueOf({ id, row }: Entry, key: Exclude<SortKey, "file">, noteOf: NoteOf): number | string | null {
  if (key === "desk") return DESK_STATES.indexOf(noteOf(id).state);
  if (!row) return null;
  if (key === "state") return STATES.indexOf(row.state);
  if (row.state === "failed" && (key === "errors" || key === "warnings" || key === "unchecked")) return null;
  // One that is met is graver than any that wait for a confirmation.
  if (key === "vetoes") return row.vetoes && row.vetoes.met * 100 + row.vetoes.unconfirmed;
  return row[key];
}

function normalised(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** The finding that a workbook is opened at: the first of the rule, or of the severity, that the table was filtered by; null where it was by neither. */
export function soughtBy({ rule, state }: RowFilter): ((finding: ReportedFinding) => boolean) | null {
  if (rule !== null) return (finding) => finding.rule === rule;
  if (state === "errors") return ({ severity }) => severity === "error";
  return state === "warnings" ? ({ severity }) => severity === "warning" : null;
}

/** The rows whose workbook can be opened, by their ids. */
export function openable(entries: readonly Entry[]): number[] {
  return entries.filter(({ row }) => row !== null && row.problem === null).map(({ id }) => id);
}
