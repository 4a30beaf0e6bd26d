import type { TextDocument } from "../../workbook";
import { areaLists, linesOf, type Line } from "../text/lines";
import type { ListedArea } from "../text/areas";
import { measuresIn, type Measure } from "../text/measures";
import type { Settings } from "../../settings";
import type { Source } from "../source";

/** A report as it was read once, for all proofs. */
export interface Reader {
  readonly lines: readonly Line[];
  readonly areas: readonly ListedArea[];
  /** The names of the communities of all areas. */
  readonly communities: ReadonlySet<string>;
  /** The report's own tables first, then the workbook beside it. */
  readonly sources: readonly Source[];
  readonly settings: Settings;
  measuresOf(line: Line): readonly Measure[];
}

export function readerOf(document: TextDocument, sources: readonly Source[], settings: Settings): Reader {
  const lines = linesOf(document);
  const areas = areaLists(lines);
  const measures = new Map(lines.map((line) => [line, measuresIn(line)]));
  return { lines, areas, communities: new Set(areas.flatMap(({ communities }) => communities)), sources, settings, measuresOf: (line) => measures.get(line)! };
}
