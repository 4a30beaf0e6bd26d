import { evidenceOf, type Evidence } from "../evidence";
import type { Period } from "../values/period";
import { rectsMeet, type Workbook } from "../workbook";
import { findIndicatorTables, type IndicatorTables } from "./indicators/find";
import { findRosters } from "./roster/roster";
import type { Roster } from "./roster/types";
import { findScores } from "./scores/scores";
import type { ScoreTable } from "./scores/types";
import { findTitles, stationOf } from "./titles";
import type { TableBase, Unread } from "./types";

/** Every table that was recognised in a workbook. */
export interface Tables extends IndicatorTables {
  readonly rosters: readonly Roster[];
  readonly scores: readonly ScoreTable[];
  /** What no table took. */
  readonly unread: readonly Unread[];
  /** The station's name as the first title that names one has it, or null. */
  readonly station: string | null;
  /** The period under evaluation that the titles name, or null. */
  readonly period: Period | null;
  /** What formulas and values prove of the workbook's cells. */
  readonly evidence: Evidence;
}

/** Finds the station's tables, on whatever sheet and at whatever place they stand; `skip` names sheets that are our own. */
export function findTables(workbook: Workbook, skip: ReadonlySet<string> = new Set()): Tables {
  const own: Workbook = { ...workbook, sheets: workbook.sheets.filter((sheet) => !skip.has(sheet.name)) };
  const evidence = evidenceOf(workbook, skip);
  const indicators = findIndicatorTables(evidence, (name) => skip.has(name));
  const rosters = findRosters(own);
  const scores = findScores(own);
  const titles = own.sheets.flatMap(findTitles);
  // 权重 is 折算分 ÷ 得分 as well: what a score table has read needs no reading without words.
  const quotients = indicators.quotients.filter((table) => !scores.some((score) => score.rows.length > 0 && score.sheet === table.sheet && rectsMeet(score.rect, table.rect)));
  return {
    ...indicators,
    quotients,
    rosters,
    scores,
    unread: scores.flatMap((table) => table.unread),
    station: firstOf(titles, (title) => stationOf(title.text)),
    period: firstOf<TableBase, Period>([...indicators.matrices, ...indicators.cards, ...indicators.overall], (table) => table.period)
      ?? firstOf(titles, (title) => title.period),
    evidence
  };
}

/** All tables in the order of the list of tables: by kind, then as they stand. */
export function allTables(tables: Tables): TableBase[] {
  return [...tables.matrices, ...tables.overall, ...tables.cards, ...tables.footnotes, ...tables.rosters, ...tables.scores, ...tables.quotients];
}

function firstOf<T, R>(items: readonly T[], pick: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = pick(item);
    if (found !== null) return found;
  }
  return null;
}
