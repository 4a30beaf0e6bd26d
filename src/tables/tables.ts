import type { Sheet, Workbook } from "../workbook";
import { findFootnotes } from "./indicators/footnote";
import type { CardList, Footnote, Matrix, OverallList } from "./indicators/types";
import { findLists } from "./indicators/lists";
import { findMatrices } from "./indicators/matrix";
import { findRosters } from "./roster/roster";
import type { Roster } from "./roster/types";
import { findScores } from "./scores/scores";
import type { ScoreTable } from "./scores/types";
import { findTitles, stationOf, type Title } from "./titles";
import { findHeadTriples } from "./indicators/triples";
import { findTurnedMatrices } from "./indicators/turned-matrix";
import type { TableBase, Unread } from "./types";
import type { Period } from "../values/period";

/** Every table that was recognised in a workbook. */
export interface Tables {
  readonly matrices: readonly Matrix[];
  readonly overall: readonly OverallList[];
  readonly cards: readonly CardList[];
  readonly footnotes: readonly Footnote[];
  readonly rosters: readonly Roster[];
  readonly scores: readonly ScoreTable[];
  /** What no table took. */
  readonly unread: readonly Unread[];
  /** The station's name as the first title that names one has it, or null. */
  readonly station: string | null;
  /** The period under evaluation that the titles name, or null. */
  readonly period: Period | null;
}

/** Finds the station's tables, on whatever sheet and at whatever place they stand; `skip` names sheets that are our own. */
export function findTables(workbook: Workbook, skip: ReadonlySet<string> = new Set()): Tables {
  const own: Workbook = { ...workbook, sheets: workbook.sheets.filter((sheet) => !skip.has(sheet.name)) };
  const perSheet = own.sheets.map(findOnSheet);
  const rosters = findRosters(own);
  const scores = findScores(own);
  const indicators = {
    matrices: perSheet.flatMap((found) => found.matrices),
    overall: perSheet.flatMap((found) => found.overall),
    cards: perSheet.flatMap((found) => found.cards),
    footnotes: perSheet.flatMap((found) => found.footnotes)
  };
  const titles = perSheet.flatMap((found) => found.titles);
  return {
    ...indicators,
    rosters,
    scores,
    unread: scores.flatMap((table) => table.unread),
    station: firstOf(titles, (title) => stationOf(title.text)),
    period: firstOf<TableBase, Period>([...indicators.matrices, ...indicators.cards, ...indicators.overall], (table) => table.period)
      ?? firstOf(titles, (title) => title.period)
  };
}

/** All tables in the order of the list of tables: by kind, then as they stand. */
export function allTables(tables: Tables): TableBase[] {
  return [...tables.matrices, ...tables.overall, ...tables.cards, ...tables.footnotes, ...tables.rosters, ...tables.scores];
}

function findOnSheet(sheet: Sheet): Pick<Tables, "matrices" | "overall" | "cards" | "footnotes"> & { titles: Title[] } {
  const titles = findTitles(sheet);
  const triples = findHeadTriples(sheet);
  const { matrices, used } = findMatrices(sheet, triples, titles);
  matrices.push(...findTurnedMatrices(sheet, triples, used, titles));
  return { matrices, ...findLists(sheet, triples, used, titles), footnotes: findFootnotes(sheet, titles), titles };
}

function firstOf<T, R>(items: readonly T[], pick: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = pick(item);
    if (found !== null) return found;
  }
  return null;
}
