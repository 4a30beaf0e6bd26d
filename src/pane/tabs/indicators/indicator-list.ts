import type { ReportedFinding, ReportedIndicator, ReportedTable, WorkbookReport } from "../../../report/types";
import { parseCellName, parseRectName } from "../../../workbook";

/** How far an indicator is: against the target first, then against the time gone by. */
export type Progress = "done" | "on-time" | "late" | "unknown";

/** One statement of an indicator with what the check found at its cell. */
export interface IndicatorLine {
  readonly indicator: ReportedIndicator;
  readonly progress: Progress;
  /** The error or warning at the cell of its rate; ignored ones are none. */
  readonly finding: ReportedFinding | null;
  /** Where it stands, if another table of the kind says the same of another time: its sheet, or its range on the sheet; null where nothing else does. */
  readonly source: string | null;
}

/** An indicator: what speaks for the station, the areas, and what other tables say of it. */
export interface IndicatorEntry {
  readonly name: string;
  readonly main: IndicatorLine;
  readonly areas: readonly IndicatorLine[];
  readonly others: readonly IndicatorLine[];
}

/** Where an indicator is listed: with those of the matrix, of the overall list, or with the additional ones that only cards have. */
export type PartKind = "matrix" | "overall" | "additional";

interface Part {
  readonly kind: PartKind;
  /** The group of the matrix ("专业个案") or the prefix of the cards ("党建"); "" where there is none. */
  readonly title: string;
}

/** The indicators under one head. */
export interface IndicatorPart extends Part {
  readonly entries: readonly IndicatorEntry[];
}

/** The lines of one area; null is the whole station. */
export interface AreaPart {
  readonly area: string | null;
  readonly lines: readonly IndicatorLine[];
}

export const INDICATOR_FILTERS = ["wrong", "behind", "without-target"] as const;
export type IndicatorFilter = (typeof INDICATOR_FILTERS)[number];

const KINDS: readonly PartKind[] = ["matrix", "overall", "additional"];
const LEAF_SIGN = " · ";
/** Rates are ratios of counts, the share of months a ratio of halves: a difference below this is binary rest. */
const REST = 1e-9;

/** Everything that the report says of indicators, in its order. */
export function indicatorLines({ evaluation, findings, tables }: WorkbookReport): IndicatorLine[] {
  const wrong = new Map<string, ReportedFinding>();
  for (const finding of findings) {
    if (!finding.ignored && finding.severity !== "info") wrong.set(`${finding.sheet}!${finding.cell}`, finding);
  }
  const indicators = evaluation?.indicators ?? [];
  const sources = sourcesOf(indicators, tables);
  return indicators.map((indicator) => ({
    indicator, progress: progressOf(indicator), finding: wrong.get(`${indicator.sheet}!${indicator.cell}`) ?? null, source: sources.get(indicator) ?? null
  }));
}

/** What tells apart the statements of an indicator and area that stand in several tables of one kind: of two years, say. */
function sourcesOf(indicators: readonly ReportedIndicator[], tables: readonly ReportedTable[]): Map<ReportedIndicator, string> {
  const sources = new Map<ReportedIndicator, string>();
  const rects = tables.map(({ sheet, range, kind }) => ({ sheet, range, kind, rect: parseRectName(range) }));
  const rangeOf = ({ sheet, cell, table }: ReportedIndicator): string => {
    const at = parseCellName(cell);
    const found = rects.find((each) => each.kind === table && each.sheet === sheet && at && each.rect
      && at.row >= each.rect.top && at.row <= each.rect.bottom && at.column >= each.rect.left && at.column <= each.rect.right);
    return found?.range ?? "";
  };
  const same = new Map<string, ReportedIndicator[]>();
  for (const indicator of indicators) {
    // What only cards have may stand on several cards of one table.
    const key = JSON.stringify([indicator.subject, indicator.area, indicator.table]);
    same.set(key, [...(same.get(key) ?? []), indicator]);
  }
  for (const group of same.values()) {
    const sheets = new Set(group.map(({ sheet }) => sheet));
    const ranges = new Set(group.map(rangeOf));
    if (sheets.size === 1 && ranges.size === 1) continue;
    for (const indicator of group) sources.set(indicator, sheets.size > 1 ? indicator.sheet : `${indicator.sheet}!${rangeOf(indicator)}`);
  }
  return sources;
}

function progressOf({ rate, timeShare }: ReportedIndicator): Progress {
  if (rate === null) return "unknown";
  if (rate >= 1) return "done";
  if (timeShare === null) return "unknown";
  return rate < timeShare - REST ? "late" : "on-time";
}

/** The lines of one filter (null: all) whose indicator or area has every word of the search text; case does not matter. */
export function chosenLines(lines: readonly IndicatorLine[], filter: IndicatorFilter | null, search: string): IndicatorLine[] {
  const words = search.toLowerCase().split(/\s+/);
  return lines.filter((line) => {
    const text = `${line.indicator.name} ${line.indicator.area ?? ""}`.toLowerCase();
    return (filter === null || fits(line, filter)) && words.every((word) => text.includes(word));
  });
}

/** How many lines each filter would leave. */
export function filterCounts(lines: readonly IndicatorLine[]): Readonly<Record<IndicatorFilter, number>> {
  const count = (filter: IndicatorFilter) => lines.filter((line) => fits(line, filter)).length;
  return { "wrong": count("wrong"), "behind": count("behind"), "without-target": count("without-target") };
}

function fits({ indicator, progress, finding }: IndicatorLine, filter: IndicatorFilter): boolean {
  if (filter === "wrong") return finding !== null;
  return filter === "behind" ? progress === "late" : indicator.target === null;
}

/** By indicator, under the head that it has among `all` lines: the matrix's groups, the overall list, then what only cards have. */
export function byIndicator(shown: readonly IndicatorLine[], all: readonly IndicatorLine[]): IndicatorPart[] {
  const parts = new Map<string, Part & { entries: IndicatorEntry[] }>();
  const places = partsOf(all);
  for (const [name, lines] of grouped(shown, (line) => line.indicator.subject)) {
    const place = places.get(name)!;
    const key = `${place.kind} ${place.title}`;
    const part = parts.get(key) ?? { ...place, entries: [] };
    part.entries.push(entryOf(name, lines));
    parts.set(key, part);
  }
  return KINDS.flatMap((kind) => [...parts.values()].filter((part) => part.kind === kind));
}

/** The total speaks for the station; without one the first statement does. */
function entryOf(name: string, lines: readonly IndicatorLine[]): IndicatorEntry {
  const whole = lines.filter(({ indicator }) => indicator.area === null);
  const main = whole[0] ?? lines[0]!;
  return {
    name, main,
    areas: lines.filter((line) => line !== main && line.indicator.area !== null),
    others: whole.filter((line) => line !== main)
  };
}

function partsOf(lines: readonly IndicatorLine[]): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const [name, said] of grouped(lines, (line) => line.indicator.subject)) {
    const tables = said.map(({ indicator }) => indicator.table);
    const kind = tables.includes("indicators") ? "matrix" : tables.includes("overall") ? "overall" : "additional";
    parts.set(name, { kind, title: titleOf(name, kind) });
  }
  return parts;
}

function titleOf(name: string, kind: PartKind): string {
  if (kind === "matrix") return name.includes(LEAF_SIGN) ? name.slice(0, name.indexOf(LEAF_SIGN)) : "";
  return kind === "additional" ? /^(.+?)[-－—–]/.exec(name)?.[1] ?? "" : "";
}

/** By area: the whole station first, then the areas as the matrix has them. */
export function byArea(lines: readonly IndicatorLine[]): AreaPart[] {
  const parts = [...grouped(lines, (line) => line.indicator.area)].map(([area, own]) => ({ area, lines: own }));
  return [...parts.filter(({ area }) => area === null), ...parts.filter(({ area }) => area !== null)];
}

/** The name without the head that stands above it: "接案" of "专业个案 · 接案", "微心愿" of "党建-微心愿". */
export function shortName(name: string, title: string): string {
  return title !== "" && name.startsWith(title) ? name.slice(title.length).replace(/^(?: · |[-－—–]+)/, "") : name;
}

function grouped<Key>(lines: readonly IndicatorLine[], keyOf: (line: IndicatorLine) => Key): Map<Key, IndicatorLine[]> {
  const groups = new Map<Key, IndicatorLine[]>();
  for (const line of lines) {
    const key = keyOf(line);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return groups;
}
