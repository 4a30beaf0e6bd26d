import { evaluate, type Evaluation, type IndicatorRow, type TitledPeriod } from "../evaluation";
import { completeValues, Evaluator, findStaleValues } from "../formulas";
import { indicatorMeanings } from "../meaning/indicators";
import { rosterMeanings } from "../meaning/roster";
import { scoreMeanings } from "../meaning/scores";
import type { MeaningSet } from "../meaning/types";
import { judge, type Arithmetic } from "../judgement/arithmetic";
import { told, type Finding, type Found } from "../rules/finding";
import { RULES } from "../rules/list";
import { askOncePerArray } from "../rules/arrays";
import { askInsteadOfAccusing } from "../rules/ask";
import { askOnceAboutMisreadings } from "../rules/misreadings";
import { askOnceOfRosters } from "../rules/misreadings-persons";
import { resolve } from "../rules/resolve";
import type { CheckContext } from "../rules/rule";
import { triedFixes } from "./trial";
import { settingsFor, type Settings, type SettingsInput } from "../settings";
import { distinct } from "../tables/indicators/matrix";
import { indicatorLabel, isAside, joinIndicators, matrixTriples, type JoinedIndicator, type Statement } from "../tables/indicators/join";
import { allTables, findTables, type Tables } from "../tables/tables";
import type { Triple } from "../tables/indicators/types";
import type { TableBase, TableKind } from "../tables/types";
import { addressKey, cellKey, type CellAddress, type Workbook } from "../workbook";

/** An indicator with the cell that its rate (or its done value) stands in. */
export interface LocatedIndicator extends IndicatorRow {
  readonly at: CellAddress;
  /** The kind of table that says so. */
  readonly table: TableKind;
  /** The name by which all tables' statements of the same indicator are known: that of the first of them. */
  readonly subject: string;
  /** What it was read from. */
  readonly triple: Triple;
}

/** Everything that a check of one workbook yields, in the engine's own terms. */
export interface CheckResult {
  readonly tables: Tables;
  readonly findings: readonly Finding[];
  readonly evaluation: Evaluation;
  readonly indicators: readonly LocatedIndicator[];
  readonly arithmetic: Arithmetic;
  readonly settings: Settings;
  /** As it was checked: values that the file did not store, or stored stale, are computed. */
  readonly workbook: Workbook;
  /** Formula cells whose values the file did not store and that were computed here; those that could not be. */
  readonly computed: number;
  readonly notComputed: number;
}

/** What is known of a workbook before any rule looks at it. */
export interface Known extends Omit<CheckResult, "findings"> {
  readonly context: CheckContext;
  /** The settings as they were given. */
  readonly settingsInput: SettingsInput;
}

/** The tables of a workbook as it is stored: of one without any, what no table took, and what came of what was told. */
export function tablesIn(workbook: Workbook, { profiles }: SettingsInput): Tables {
  return findTables(workbook, ownSheetsOf(workbook), profiles);
}

function ownSheetsOf(workbook: Workbook): ReadonlySet<string> {
  return new Set(workbook.sheets.filter((sheet) => sheet.marker !== null).map((sheet) => sheet.name));
}

/** Checks one workbook; null where it holds no table that we know. */
export function check(given: Workbook, settingsInput: SettingsInput): CheckResult | null {
  const known = know(given, settingsInput);
  return known && { ...known, findings: findingsOf(known) };
}

/** What all rules together say of the workbook, in the order of its cells, with the fixes that were tried. */
export function findingsOf(known: Known): Finding[] {
  const found = foundIn(known);
  const checkAgain = (workbook: Workbook): Found[] | null => {
    const again = know(workbook, known.settingsInput, true);
    return again && foundIn(again);
  };
  // A trial has no stale values; what is said of such a cell then is not the fix's doing.
  let underneath: readonly Found[] | null = known.context.stale.length > 0 ? null : [];
  const hidden = (): readonly Found[] => (underneath ??= checkAgain(known.workbook) ?? []);
  const fixes = triedFixes({ ...known, found, hidden }, checkAgain);
  return sorted(found, known.workbook).map((finding) => told(finding, fixes.get(finding) ?? null));
}

function foundIn({ context, evaluation, arithmetic }: Known): Found[] {
  const found = askOncePerArray(RULES.flatMap((rule) => [...rule.check(context)]), context.workbook, arithmetic);
  const asked = askOnceOfRosters(askInsteadOfAccusing(found, evaluation), context);
  return resolve(askOnceAboutMisreadings(asked, context), arithmetic);
}

/**
 * Reads the tables of a workbook and works out what each cell must hold; null where it holds no table that we know. `isCurrent`: the
 * values are up to date, nothing has to be calculated before.
 */
export function know(given: Workbook, settingsInput: SettingsInput, isCurrent = false): Known | null {
  const ownSheets = ownSheetsOf(given);
  const completed = isCurrent ? { workbook: given, computed: 0, unknown: 0 } : completeValues(given);
  const { profiles } = settingsInput;
  const asStored = findTables(completed.workbook, ownSheets, profiles);
  if (allTables(asStored).length === 0) return null;
  const { workbook, stale } = isCurrent ? { workbook: given, stale: [] } : findStaleValues(completed.workbook, allTables(asStored).filter(({ kind }) => kind !== "quotients"));
  const tables = stale.length === 0 ? asStored : findTables(workbook, ownSheets, profiles);
  const settings = settingsFor(settingsInput, tables.station);
  const joined = joinIndicators(tables);
  const evaluator = new Evaluator(workbook);
  const handedIn = withoutHidden(tables);
  const indicators = locatedIndicators(handedIn, joined);
  const evaluation = evaluate({ rosters: tables.rosters, summaries: tables.summaries, scores: handedIn.scores, indicators, periods: titledPeriods(handedIn) }, settings);
  const arithmetic = judge(workbook, allMeanings(tables, joined, settings, evaluation), joined, evaluator);
  const context: CheckContext = { workbook, tables, settings, evaluation, arithmetic, stale, ownSheets };
  return { context, settingsInput, tables, evaluation, indicators, arithmetic, settings, workbook, computed: completed.computed, notComputed: completed.unknown };
}

/** What of the tables has a say in the evaluation. */
function withoutHidden(tables: Tables): Tables {
  const shown = <T extends TableBase>(all: readonly T[]): T[] => all.filter(({ sheet }) => !tables.hidden.has(sheet));
  const summed = <T extends Statement["table"]>(all: readonly T[]): T[] => all.filter((table) => !isAside(table, tables));
  return {
    ...tables, matrices: summed(tables.matrices), overall: summed(tables.overall), cards: summed(tables.cards), footnotes: shown(tables.footnotes),
    quotients: shown(tables.quotients), scores: shown(tables.scores)
  };
}

function allMeanings(tables: Tables, joined: readonly JoinedIndicator[], settings: Settings, evaluation: Evaluation): MeaningSet[] {
  return [
    indicatorMeanings(tables, joined),
    ...tables.rosters.map((roster, index) => rosterMeanings(roster, settings, evaluation.rosters[index]!)),
    ...tables.scores.map((scores) => scoreMeanings(scores, settings))
  ];
}

/** As they stand in the workbook: by sheet, then row by row. */
function sorted(findings: readonly Found[], workbook: Workbook): Found[] {
  const order = new Map(workbook.sheets.map((sheet, index) => [sheet.name, index]));
  const placed = findings.map((finding) => ({ finding, sheet: order.get(finding.at.sheet) ?? 0, key: cellKey(finding.at.row, finding.at.column) }));
  return placed.sort((a, b) => a.sheet - b.sheet || a.key - b.key).map(({ finding }) => finding);
}

function titledPeriods(tables: Tables): TitledPeriod[] {
  const seen = new Set<string>();
  return allTables(tables).flatMap((table) => {
    if (table.period === null || table.titleAt === null || table.kind === "roster" || table.kind === "scores") return [];
    const key = addressKey(table.titleAt);
    return seen.has(key) ? [] : (seen.add(key), [{ period: table.period, at: table.titleAt }]);
  });
}

/**
 * Every statement of an indicator: the matrices' areas and totals first, then lists and cards, which may repeat them.
 * What stands in one cell for the whole station has no area.
 */
function locatedIndicators(tables: Tables, joined: readonly JoinedIndicator[]): LocatedIndicator[] {
  const subjects = subjectsOf(joined);
  const areas: LocatedIndicator[] = [];
  const totals: LocatedIndicator[] = [];
  const merged: LocatedIndicator[] = [];
  for (const matrix of tables.matrices) {
    const whole = matrix.columns.map((_, column) => matrix.areas.length > 1 && distinct(matrix.areas.map((row) => row.triples[column]!.done)).length === 1);
    for (const { area, triple, column } of matrixTriples(matrix)) {
      (area === null ? totals : whole[column] ? merged : areas).push(located(matrix.kind, triple, whole[column] ? null : area, subjects));
    }
  }
  const others = [...tables.overall, ...tables.cards].flatMap((table) =>
    table.items.filter((item) => item.name.group !== "").map((item) => located(table.kind, item, null, subjects)));
  // The total speaks for the station before a cell merged over its areas does.
  return [...areas, ...totals, ...merged, ...others];
}

/** By the cell of a statement's done value, the name of the first statement of the same indicator. */
function subjectsOf(joined: readonly JoinedIndicator[]): ReadonlyMap<string, string> {
  return new Map(joined.flatMap(({ statements }) =>
    statements.flatMap(({ done }) => done.map(({ at }) => [addressKey(at), indicatorLabel(statements[0]!.name)] as const))));
}

function located(table: TableKind, triple: Triple, area: string | null, subjects: ReadonlyMap<string, string>): LocatedIndicator {
  const { name, target, done, rate } = triple;
  const quotient = target?.number && done.number !== null ? done.number / target.number : null;
  // A target next to nothing gives a ratio that no number can hold.
  const ratio = quotient !== null && Number.isFinite(quotient) ? quotient : null;
  return {
    name: indicatorLabel(name), subject: subjects.get(addressKey(done.at)) ?? indicatorLabel(name), area, target: target?.number ?? null, done: done.number, rate: ratio,
    printed: rate && rate.kind !== "blank" ? rate.text : null, at: (rate ?? done).at, table,
    triple
  };
}
