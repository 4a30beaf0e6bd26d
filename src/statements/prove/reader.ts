import type { TextDocument } from "../../workbook";
import { areaLists, areaWordsOf, linesOf, type Line } from "../text/lines";
import type { AreaWords, ListedArea } from "../text/areas";
import { measuresIn, type Measure } from "../text/measures";
import type { Settings } from "../../settings";
import { gridsOf, type Grid } from "../text/grids";
import { elsewhereIn, type Elsewhere } from "../read/elsewhere";
import { Vocabulary, type FoundGrid, type Mention } from "../read/vocabulary";
import type { Source } from "../source";
import { indicatorGrids } from "./indicator-grids";
import { rosterGrids } from "./roster-grids";

export type { FoundGrid } from "../read/vocabulary";

/** A report as it was read once, for all proofs. */
export interface Reader {
  readonly lines: readonly Line[];
  readonly areas: readonly ListedArea[];
  readonly areaWords: AreaWords;
  /** The names of the communities of all areas. */
  readonly communities: ReadonlySet<string>;
  /** The report's own tables first, then the workbook beside it. */
  readonly sources: readonly Source[];
  /** Every table of the report and of the workbook beside it, whatever it is about. */
  readonly grids: readonly FoundGrid[];
  /** These tables, and the indicators and the attendance of both as tables of their own. */
  readonly tables: readonly FoundGrid[];
  readonly settings: Settings;
  measuresOf(line: Line): readonly Measure[];
  /** The names of rows and columns of these tables that a line has. */
  mentionsOf(line: Line): readonly Mention[];
  /** Does a number speak of another time, another station or a supposition? */
  isElsewhere(measure: Measure): boolean;
  isElsewhereAt: Elsewhere;
}

export function readerOf(document: TextDocument, sources: readonly Source[], settings: Settings): Reader {
  const labels = sources.flatMap(({ tables, indicators }) => [...tables.matrices.flatMap((matrix) => matrix.areas.map(({ label }) => label.text)), ...new Set(indicators.flatMap(({ area }) => area ?? []))]);
  const areaWords = areaWordsOf(document, labels);
  const lines = linesOf(document, areaWords);
  const areas = areaLists(lines, areaWords);
  const measures = new Map(lines.map((line) => [line, measuresIn(line)]));
  const beside = sources.filter(({ file }) => file !== null);
  const grids = [{ workbook: document.workbook, file: null }, ...beside].flatMap(({ workbook, file }) => workbook.sheets.flatMap((sheet) => gridsOf(sheet).filter((grid) => !isAttendance(grid, sheet.name, sources.filter((source) => source.file === file))).map((grid) => ({ grid, file }))));
  const tables = [...grids, ...sources.flatMap(indicatorGrids), ...sources.flatMap(rosterGrids)];
  const vocabulary = new Vocabulary(tables);
  const mentions = new Map<Line, readonly Mention[]>();
  const mentionsOf = (line: Line): readonly Mention[] => {
    let own = mentions.get(line);
    if (!own) mentions.set(line, (own = vocabulary.mentionsIn(line.text)));
    return own;
  };
  const isElsewhereAt = elsewhereIn(lines, mentionsOf);
  return { isElsewhereAt, isElsewhere: ({ line, token }) => isElsewhereAt(line, token.start, token.unit === "分"), mentionsOf, tables, grids, lines, areas, areaWords, communities: new Set(areas.flatMap(({ communities }) => communities)), sources, settings, measuresOf: (line) => measures.get(line)! };
}

/** The roster is read as a table of its own: its ticks are no numbers. */
function isAttendance({ rows }: Grid, sheet: string, sources: readonly Source[]): boolean {
  const at = rows.flatMap(({ cells }) => [...cells.values()].map((cell) => cell.at.row));
  return sources.some(({ tables }) => tables.rosters.some((roster) => roster.sheet === sheet && at.some((row) => row >= roster.rect.top && row <= roster.rect.bottom)));
}
