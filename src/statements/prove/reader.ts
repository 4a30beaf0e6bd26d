import type { TextDocument } from "../../workbook";
import { areaLists, areaWordsOf, linesOf, type Line } from "../text/lines";
import type { AreaWords, ListedArea } from "../text/areas";
import { measuresIn, type Measure } from "../text/measures";
import type { Settings } from "../../settings";
import type { Source } from "../source";

/** A report as it was read once, for all proofs. */
export interface Reader {
  readonly lines: readonly Line[];
  readonly areas: readonly ListedArea[];
  readonly areaWords: AreaWords;
  /** The names of the communities of all areas. */
  readonly communities: ReadonlySet<string>;
  /** The report's own tables first, then the workbook beside it. */
  readonly sources: readonly Source[];
  readonly settings: Settings;
  measuresOf(line: Line): readonly Measure[];
}

export function readerOf(document: TextDocument, sources: readonly Source[], settings: Settings): Reader {
  const labels = sources.flatMap(({ tables, indicators }) => [...tables.matrices.flatMap((matrix) => matrix.areas.map(({ label }) => label.text)), ...new Set(indicators.flatMap(({ area }) => area ?? []))]);
  const areaWords = areaWordsOf(document, labels);
  const lines = linesOf(document, areaWords);
  const areas = areaLists(lines, areaWords);
  const measures = new Map(lines.map((line) => [line, measuresIn(line)]));
  return { lines, areas, areaWords, communities: new Set(areas.flatMap(({ communities }) => communities)), sources, settings, measuresOf: (line) => measures.get(line)! };
}
