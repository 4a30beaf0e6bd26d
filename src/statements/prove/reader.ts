import type { TextDocument } from "../../workbook";
import { areaLists, areaWordsOf, linesOf, type Line } from "../text/lines";
import type { AreaWords, ListedArea } from "../text/areas";
import { measuresIn, type Measure } from "../text/measures";
import type { Settings } from "../../settings";
import { gridsOf, type Grid } from "../text/grids";
import type { Source } from "../source";

/** A table of any kind, and where it stands: null for the report's own. */
export interface FoundGrid {
  readonly grid: Grid;
  readonly file: string | null;
}

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
  readonly settings: Settings;
  measuresOf(line: Line): readonly Measure[];
}

export function readerOf(document: TextDocument, sources: readonly Source[], settings: Settings): Reader {
  const labels = sources.flatMap(({ tables, indicators }) => [...tables.matrices.flatMap((matrix) => matrix.areas.map(({ label }) => label.text)), ...new Set(indicators.flatMap(({ area }) => area ?? []))]);
  const areaWords = areaWordsOf(document, labels);
  const lines = linesOf(document, areaWords);
  const areas = areaLists(lines, areaWords);
  const measures = new Map(lines.map((line) => [line, measuresIn(line)]));
  const beside = sources.filter(({ file }) => file !== null);
  const grids = [{ workbook: document.workbook, file: null }, ...beside].flatMap(({ workbook, file }) => workbook.sheets.flatMap((sheet) => gridsOf(sheet).map((grid) => ({ grid, file }))));
  return { grids, lines, areas, areaWords, communities: new Set(areas.flatMap(({ communities }) => communities)), sources, settings, measuresOf: (line) => measures.get(line)! };
}
