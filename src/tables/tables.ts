import { evidenceOf, type Evidence } from "../evidence";
import type { ToldTable } from "../told";
import type { Period } from "../values/period";
import { rectsMeet, rectUnion, sameCell, type Sheet, type Workbook } from "../workbook";
import { isOfStation } from "./indicators/proven/domain";
import { findIndicatorTables, type IndicatorTables } from "./indicators/find";
import type { OverallList, QuotientTable } from "./indicators/types";
import { findRosters } from "./roster/roster";
import { findSummaries } from "./roster/summaries";
import type { Roster } from "./roster/types";
import { findScores } from "./scores/scores";
import type { ScoreTable } from "./scores/types";
import { findTitles, stationOf } from "./titles";
import type { TableBase, Unread } from "./types";
import { isClaimed, withoutClaimed } from "./told/claims";
import { readTold, type ToldOutcome } from "./told/read";
import { unreadMarks } from "./roster/unread-marks";
import { unreadGrades } from "./scores/unread-grades";
import { unreadRates } from "./unread";

/** Every table that was recognised in a workbook. */
export interface Tables extends IndicatorTables {
  readonly rosters: readonly Roster[];
  /** Rosters that name nobody yet: there is nothing in them to check. */
  readonly blankRosters: readonly Roster[];
  /** Tables that gather the months of the rosters: their bottom rows alone. */
  readonly summaries: readonly Roster[];
  readonly scores: readonly ScoreTable[];
  /** What no table took. */
  readonly unread: readonly Unread[];
  /** The station's name as the first title that names one has it, or null. */
  readonly station: string | null;
  /** The period under evaluation that the titles name, or null. */
  readonly period: Period | null;
  /** What formulas and values prove of the workbook's cells. */
  readonly evidence: Evidence;
  /**
   * Sheets that nobody sees, where others are shown: mostly older copies. Their tables are checked by themselves, stand behind the
   * others, and have no say in what the station hands in. Empty where all tables stand on such sheets.
   */
  readonly hidden: ReadonlySet<string>;
  /** What came of each told table. */
  readonly told: readonly ToldOutcome[];
}

/** A table of any kind. */
export type FoundTable = IndicatorTables[keyof IndicatorTables][number] | Roster | ScoreTable;

/**
 * Finds the station's tables, on whatever sheet and at whatever place they stand; `skip` names sheets that are our own. What was told of
 * tables comes first, the rest is recognised.
 */
export function findTables(workbook: Workbook, skip: ReadonlySet<string> = new Set(), profiles: readonly ToldTable[] = []): Tables {
  const own: Workbook = { ...workbook, sheets: workbook.sheets.filter((sheet) => !skip.has(sheet.name)) };
  const evidence = evidenceOf(workbook, skip);
  const told = readTold(own, evidence, profiles);
  const recognised = withoutClaimed({ ...findIndicatorTables(evidence, (name) => skip.has(name)), rosters: findRosters(own), scores: findScores(own) }, told.claims);
  const { footnotes } = recognised;
  const matrices = [...told.indicators.filter((table) => table.kind === "indicators"), ...recognised.matrices];
  const lists = [...told.indicators.filter((table) => table.kind === "overall"), ...recognised.overall];
  const cards = [...told.indicators.filter((table) => table.kind === "cards"), ...recognised.cards];
  const read = [...told.quotients, ...recognised.quotients];
  const isBlank = ({ persons }: Roster): boolean => persons.length === 0;
  const rosters = [...told.rosters, ...recognised.rosters.filter((roster) => !isBlank(roster))];
  const blankRosters = recognised.rosters.filter(isBlank);
  const summaries = findSummaries(own, rosters);
  const scores = [...told.scores, ...recognised.scores];
  // 权重 is 折算分 ÷ 得分 as well: what a score table has read needs no reading without words.
  const { overall, quotients: attendance } = withoutAttendance(lists, rosters);
  const quotients = [...read, ...attendance].filter((table) => !scores.some((score) => score.rows.length > 0 && score.sheet === table.sheet && rectsMeet(score.rect, table.rect)));
  const hidden = hiddenSheets(own, [...matrices, ...overall, ...cards, ...footnotes, ...quotients, ...rosters, ...scores]);
  const ordered = <T extends TableBase>(tables: readonly T[]): T[] => shownFirst(tables, ({ sheet }) => hidden.has(sheet));
  const found = {
    matrices: ordered(matrices), overall: ordered(overall), cards: ordered(cards), footnotes: ordered(footnotes), quotients: ordered(quotients),
    rosters: ordered(rosters), scores: ordered(scores)
  };
  const taken = [...Object.values(found).flat(), ...blankRosters];
  const titles = shownFirst(own.sheets, ({ name }) => hidden.has(name)).flatMap(findTitles);
  return {
    ...found,
    blankRosters,
    summaries,
    unread: [
      ...[...unreadRates(evidence, found, [...found.rosters, ...blankRosters, ...summaries, ...found.scores]), ...unreadMarks(own, taken), ...unreadGrades(own, taken)].filter((region) => !isClaimed(region, told.claims)),
      ...scores.flatMap((table) => table.unread)
    ],
    station: firstOf(titles, (title) => stationOf(title.text)),
    period: firstOf<TableBase, Period>([...found.matrices, ...found.cards, ...found.overall], (table) => table.period)
      ?? firstOf(titles, (title) => title.period),
    evidence,
    hidden,
    told: told.outcomes
  };
}

/** The same in the same order, but what is hidden behind what is shown. */
function shownFirst<T>(items: readonly T[], isHidden: (item: T) => boolean): T[] {
  return [...items.filter((item) => !isHidden(item)), ...items.filter(isHidden)];
}

function hiddenSheets(workbook: Workbook, tables: readonly { readonly sheet: string }[]): ReadonlySet<string> {
  const hidden = new Set(workbook.sheets.filter(({ visibility }) => visibility !== "visible").map(({ name }) => name));
  return tables.every(({ sheet }) => hidden.has(sheet)) ? new Set() : hidden;
}

/** All tables in the order of the list of tables: by kind, then as they stand. */
export function allTables(tables: Tables): FoundTable[] {
  return [...tables.matrices, ...tables.overall, ...tables.cards, ...tables.footnotes, ...tables.rosters, ...tables.scores, ...tables.quotients];
}

/** 实到, 应到 and 到岗率 under the months of a roster are no indicators, whose names the months would be: only their arithmetic is checked. */
function withoutAttendance(lists: readonly OverallList[], rosters: readonly Roster[]): { overall: OverallList[]; quotients: QuotientTable[] } {
  const isAttendance = (table: OverallList): boolean => table.told === undefined && rosters.some((roster) => roster.sheet === table.sheet && rectsMeet(roster.rect, table.rect)
    && table.items.some(({ done: { at }, rate }) => roster.months.some(({ columns }) => columns.some(({ column }) => column === at.column)) || (rate !== null && roster.retention !== null && sameCell(rate.at, roster.retention.at))));
  const arithmetic = ({ kind: _, items, area: __, proven, ...base }: OverallList): QuotientTable => {
    const cells = items.flatMap(({ target, done, rate }) => [target, done, rate].flatMap((reading) => (reading ? [reading.at] : [])));
    const rect = cells.map(({ row, column }) => ({ top: row, left: column, bottom: row, right: column })).reduce(rectUnion);
    const rates = items.flatMap(({ name, target, done, rate, rateInPercent, words = {} }) => (target && rate ? [{ rate, dones: [done], targets: [target], rateInPercent, row: name.group, words }] : []));
    return { ...base, rect, kind: "quotients", proven: { rates: [...rates, ...proven.rates], sums: proven.sums } };
  };
  return { overall: lists.filter((table) => !isAttendance(table)), quotients: lists.filter(isAttendance).map(arithmetic) };
}

/** The workbook is a station's: it holds one of its tables, or a title names the station. Others' arithmetic is left to them. */
export function isStations(tables: Tables): boolean {
  return tables.station !== null || allTables(tables).some(({ kind }) => kind !== "quotients");
}

/** A sheet speaks of what stations do, or has heads at all and stands in a workbook of which another one does. */
export function isOfStationsWorkbook(sheet: Sheet, { evidence }: Pick<Tables, "evidence">): boolean {
  let speaks = speaking.get(evidence);
  if (speaks === undefined) speaking.set(evidence, (speaks = evidence.sheets.some((one) => isOfStation(one.sheet.texts().map(({ value }) => value)))));
  return speaks && sheet.texts().length >= FEWEST_HEADS;
}

const speaking = new WeakMap<Evidence, boolean>();
const FEWEST_HEADS = 3;

function firstOf<T, R>(items: readonly T[], pick: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = pick(item);
    if (found !== null) return found;
  }
  return null;
}
