import { groupFindings } from "../../report/group";
import type { ReportedFinding, ReportedTable } from "../../report/types";

/** A finding with what it is known by on the screen: its fingerprint, numbered where several share one. */
export interface KeyedFinding {
  readonly key: string;
  readonly finding: ReportedFinding;
}

export type Severity = ReportedFinding["severity"];

/** Which findings are listed. */
export interface Filter {
  /** null for all. */
  readonly severity: Severity | null;
  /** A table by {@link tableKey}; null for all. */
  readonly table: string | null;
  readonly search: string;
}

export const NO_FILTER: Filter = { severity: null, table: null, search: "" };

/** The findings of one table, what is wrong before what is only worth knowing. */
export interface ShownGroup {
  readonly table: ReportedTable | null;
  readonly sheet: string;
  readonly findings: readonly KeyedFinding[];
}

export function keyFindings(findings: readonly ReportedFinding[]): KeyedFinding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const count = (seen.get(finding.fingerprint) ?? 0) + 1;
    seen.set(finding.fingerprint, count);
    return { key: count === 1 ? finding.fingerprint : `${finding.fingerprint}#${count}`, finding };
  });
}

/** What a table is chosen by in the filter; what lies outside the tables of a sheet has one key, too. */
export function tableKey(sheet: string, table: ReportedTable | null): string {
  return JSON.stringify([sheet, table?.range ?? null]);
}

/** Where a group stands: the sheet, and the range where the sheet has another table of the kind with findings. */
export function groupPlace({ table, sheet }: Pick<ShownGroup, "table" | "sheet">, groups: readonly Pick<ShownGroup, "table" | "sheet">[]): string {
  const alike = groups.filter((other) => other.sheet === sheet && other.table?.kind === table?.kind);
  return table && alike.length > 1 ? `${sheet} ${table.range}` : sheet;
}

/** The findings that the filter lets through, by table, in the order in which they are listed. Ignored ones stand elsewhere. */
export function shownGroups(findings: readonly KeyedFinding[], tables: readonly ReportedTable[], filter: Filter): ShownGroup[] {
  const wanted = words(filter.search);
  const keys = new Map(findings.map(({ key, finding }) => [finding, key]));
  const live = findings.filter(({ finding }) => !finding.ignored && (filter.severity === null || filter.severity === finding.severity) && matches(finding, wanted));
  return groupFindings(live.map(({ finding }) => finding), tables)
    .filter((group) => filter.table === null || filter.table === tableKey(group.sheet, group.table))
    .map((group) => ({
      ...group,
      findings: [...group.findings].sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]).map((finding) => ({ key: keys.get(finding)!, finding }))
    }));
}

/** The finding before or after the one selected, in the order of the list; the first or last one where none is. */
export function neighbour(groups: readonly ShownGroup[], selected: string | null, step: 1 | -1): KeyedFinding | null {
  const all = groups.flatMap((group) => group.findings);
  const at = all.findIndex(({ key }) => key === selected);
  if (at < 0) return (step === 1 ? all[0] : all.at(-1)) ?? null;
  return all[(at + step + all.length) % all.length] ?? null;
}

/** The findings that can be mended together, of whatever kind: those that carry a fix and are not ignored. */
export function mendable(findings: readonly KeyedFinding[]): KeyedFinding[] {
  return findings.filter(({ finding }) => finding.fix !== null && !finding.ignored);
}

/** Of them those of one kind: of the same rule. */
export function sameKind(findings: readonly KeyedFinding[], rule: string): KeyedFinding[] {
  return mendable(findings).filter(({ finding }) => finding.rule === rule);
}

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function words(search: string): string[] {
  return normalised(search).split(/\s+/).filter(Boolean);
}

function matches(finding: ReportedFinding, wanted: readonly string[]): boolean {
  if (!wanted.length) return true;
  const text = normalised([finding.sheet, finding.cell, finding.message, finding.actual, finding.expected].join(" "));
  return wanted.every((word) => text.includes(word));
}

function normalised(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
