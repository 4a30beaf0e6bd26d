import type { Sentence } from "../../../messages";
import { markerInCells, type PlainSheet, type WorkbookContent } from "../../../workbook";
import { externalLinksOf } from "../../sheet/external-links";
import { askExtras, type Question } from "../batch";
import type { KnownSheet } from "../sheet/known-sheets";
import { areasToRead } from "./areas";
import { findArrays } from "./arrays";
import { CellReading } from "./cells";
import { countsFrom1904 } from "./dates-1904";
import { missingPart, readOverview, type FoundSheet } from "./overview";
import { Shape } from "./shape";
import { throwIfAborted, unlessAborted, type ReadOptions } from "./work";

/** The open workbook as plain data. */
export interface ReadContent {
  readonly content: WorkbookContent;
  /** What could not be read, a sentence each: it is not checked, and the report has to say so. */
  readonly unread: readonly Sentence[];
  /** All sheets as Excel knows them. */
  readonly sheets: readonly KnownSheet[];
}

/**
 * Reads the open workbook: in three round trips however many sheets there are, in one more where formulas are arrays, in more where
 * it is large. What the check is poorer without (names, merged areas, hidden lines, settings …) does not fail it; it is named
 * instead.
 */
export async function readContent(context: Excel.RequestContext, options: ReadOptions = {}, more: Question<void> | null = null): Promise<ReadContent> {
  throwIfAborted(options.signal);
  const overview = await unlessAborted(readOverview(context, more), options.signal);
  const { sheets } = overview;
  const unread = [...overview.unread];
  const areas = await unlessAborted(areasToRead(context, sheets, unread), options.signal);
  const shape = new Shape(context, sheets, areas);
  const reading = new CellReading(context, sheets, areas, options);
  const extras = areas.length > 0 ? shape.extras : [];
  if (areas.length > 0) unread.push(...await readShape(reading, shape, extras, options));
  if (!(await unlessAborted(findArrays(context, sheets, reading.cells), options.signal))) unread.push(missingPart("arrays"));
  sheets.forEach((sheet, index) => (sheet.marker ??= markerInCells(reading.cells[index]!, sheet.used)));
  const kept = sheets.filter((_, index) => !reading.lost.has(index)).map((sheet) => plainSheet(sheet, reading.cells[sheets.indexOf(sheet)]!));
  return {
    content: {
      sheets: kept, names: overview.names, date1904: countsFrom1904(kept), calculation: overview.calculation,
      // Excel has the workbook open: what its cells hold is calculated.
      recalculatesOnOpen: false, externalLinks: externalLinksOf(kept), settingsXml: overview.settingsXml
    },
    unread: uniqueSentences([...unread, ...reading.unread]),
    sheets: sheets.map(({ id, name, marker }) => ({ id, name, marker }))
  };
}

/** The cells, and what is merged and hidden; gives what of that could not be read. */
async function readShape(reading: CellReading, shape: Shape, extras: Shape["extras"], options: ReadOptions): Promise<Sentence[]> {
  const { context } = shape;
  let missing: Sentence[];
  if (reading.isOrdinary) missing = await reading.readAtOnce(extras);
  else {
    missing = await unlessAborted(askExtras(context, extras), options.signal);
    await reading.readBlocks([...reading.areas]);
  }
  const [merges] = extras;
  const failed = missing.includes(merges!.what);
  const rest = missing.filter((what) => what !== merges!.what);
  const left = failed ? reading.areas.filter(({ sheet }) => !reading.lost.has(sheet)) : shape.unfinished;
  if (left.length > 0 && !(await unlessAborted(shape.findMerges([...left]), options.signal))) rest.push(missingPart("merges"));
  return rest;
}

function plainSheet({ name, visibility, marker, merges, arrays, tables, filters, hiddenRows, hiddenColumns }: FoundSheet, cells: PlainSheet["cells"]): PlainSheet {
  return { name, visibility, marker, merges, arrays, tables, filters, hiddenRows, hiddenColumns, cells };
}

function uniqueSentences(sentences: readonly Sentence[]): Sentence[] {
  const seen = new Set<string>();
  return sentences.filter((sentence) => {
    const key = JSON.stringify(sentence);
    return !seen.has(key) && seen.add(key);
  });
}
