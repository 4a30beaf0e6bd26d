import { say, type Sentence } from "../../../messages";
import { MARKER_NAME, SETTINGS_NAMESPACE, type DefinedName, type Rect, type SheetTable, type Visibility } from "../../../workbook";
import { ask, askExtras, askTogether, attempt, itemsOf, valueOf, type Extra, type Question } from "../batch";
import { hasApi } from "../office";
import { isFinal, sentenceOf } from "../problem";
import { arraysOn } from "./arrays";
import { filtersOn, tablesOn, type FoundTable } from "./tables";

/** A sheet on its way into the snapshot. */
export interface FoundSheet {
  readonly item: Excel.Worksheet;
  /** Excel's own, the same when the sheet is renamed. */
  readonly id: string;
  name: string;
  readonly visibility: Visibility;
  /** Around all cells with a value or formula; null for an empty sheet. */
  used: Rect | null;
  marker: string | null;
  names: readonly { name: string; formula: string }[];
  merges: Rect[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  /** Some but not all lines of the used range are hidden: which, has to be asked for. */
  someRowsHidden: boolean;
  someColumnsHidden: boolean;
  foundTables: readonly FoundTable[];
  readonly tables: SheetTable[];
  readonly filters: Rect[];
  /** Some of its formulas are arrays: which, has to be asked for. */
  hasArrays: boolean;
  readonly arrays: Rect[];
}

/** What the first two round trips tell of a workbook. */
export interface Overview {
  readonly sheets: readonly FoundSheet[];
  readonly names: readonly DefinedName[];
  readonly calculation: "automatic" | "manual";
  readonly settingsXml: string | null;
  readonly unread: readonly Sentence[];
}

/** Of what the user need not hear. */
const UNSAID = say("excel-failed-somehow");

/** Two round trips however many sheets there are: which sheets, and how large each is. `more` is asked in the first of them; the user is not told where it fails. */
export async function readOverview(context: Excel.RequestContext, more: Question<void> | null = null): Promise<Overview> {
  const { workbook } = context;
  let names: { name: string; formula: string }[] = [];
  let calculation: Overview["calculation"] = "automatic";
  let part: Excel.CustomXmlPart | null = null;
  let settingsXml: string | null = null;
  const first = await askTogether(context, () => sheetsOf(workbook), [
    ...(more ? [{ what: UNSAID, ask: more }] : []),
    { what: missingPart("names"), ask: () => namesIn(workbook.names, (found) => (names = found)) },
    { what: missingPart("settings"), ask: () => ownPart(workbook, (found) => (part = found)) },
    { what: missingPart("calculation"), ask: () => {
      const { application } = workbook;
      application.load("calculationMode");
      return () => {
        calculation = application.calculationMode === "Manual" ? "manual" : "automatic";
      };
    } }
  ]);
  const unread = first.missing.filter((what) => what !== UNSAID);
  const sheets = await measured(context, first.answer, (alive) => [
    ...(part ? [{ what: missingPart("settings"), ask: xmlOf(part, (xml) => (settingsXml = xml)) }] : []),
    { what: missingPart("markers"), ask: sheetNamesOf(alive) },
    { what: missingPart("hidden"), ask: hiddenOf(alive) },
    { what: missingPart("tables"), ask: tablesOn(alive) },
    ...(hasApi("1.9") ? [{ what: missingPart("filters"), ask: filtersOn(alive) }] : []),
    ...(hasApi("1.12") ? [{ what: missingPart("arrays"), ask: arraysOn(alive) }] : [])
  ], unread);
  return { sheets, names: allNames(names, sheets), calculation, settingsXml, unread };
}

/** "Names could not be read …" */
export function missingPart(part: "names" | "settings" | "calculation" | "markers" | "hidden" | "merges" | "tables" | "filters" | "arrays"): Sentence {
  return say("excel-unread-part", { what: say(`excel-part-${part}`) });
}

function sheetsOf(workbook: Excel.Workbook): () => FoundSheet[] {
  const { worksheets } = workbook;
  worksheets.load("items/id,items/name,items/visibility");
  return () => worksheets.items.map((item) => ({
    item, id: item.id, name: item.name, visibility: visibilityOf(attempt(() => item.visibility)), used: null, marker: null, names: [], merges: [],
    hiddenRows: new Set(), hiddenColumns: new Set(), someRowsHidden: false, someColumnsHidden: false,
    foundTables: [], tables: [], filters: [], hasArrays: false, arrays: []
  }));
}

function visibilityOf(visibility: string | null): Visibility {
  return visibility === "Hidden" ? "hidden" : visibility === "VeryHidden" ? "veryHidden" : "visible";
}

/** The used range of every sheet, and the extras with it. A sheet that fails by itself is left out and named. */
async function measured(context: Excel.RequestContext, sheets: readonly FoundSheet[], extras: (alive: readonly FoundSheet[]) => readonly Extra[], unread: Sentence[]): Promise<readonly FoundSheet[]> {
  try {
    const { missing } = await askTogether(context, usedRanges(sheets), extras(sheets));
    unread.push(...missing);
    return sheets;
  } catch (error) {
    if (isFinal(error)) throw error;
  }
  const alive: FoundSheet[] = [];
  let failure: unknown = null;
  for (const sheet of sheets) {
    try {
      await ask(context, usedRanges([sheet]));
      alive.push(sheet);
    } catch (error) {
      if (isFinal(error)) throw error;
      failure = error;
      unread.push(say("excel-unread-sheet", { sheet: sheet.name, reason: sentenceOf(error) }));
    }
  }
  if (alive.length === 0) throw failure;
  unread.push(...await askExtras(context, extras(alive)));
  return alive;
}

function usedRanges(sheets: readonly FoundSheet[]): Question<void> {
  return () => {
    const ranges = sheets.map(({ item }) => item.getUsedRangeOrNullObject(true).untrack());
    for (const range of ranges) range.load(PLACE);
    return () => ranges.forEach((range, index) => {
      sheets[index]!.used = rectOfRange(range);
    });
  };
}

/** What {@link rectOfRange} needs of a range. */
export const PLACE = "rowIndex,columnIndex,rowCount,columnCount";

/** Where a loaded range is; null for none. */
export function rectOfRange(range: Excel.Range): Rect | null {
  if (range.isNullObject) return null;
  const { rowIndex, columnIndex, rowCount, columnCount } = range;
  return { top: rowIndex + 1, left: columnIndex + 1, bottom: rowIndex + rowCount, right: columnIndex + columnCount };
}

/** The mark of a sheet of ours among a sheet's names: the text of one that stands for a text, `="mark"`. */
export function markerAmong(names: readonly { readonly name: string; readonly formula: unknown }[]): string | null {
  const mark = names.find(({ name }) => name === MARKER_NAME);
  return mark ? /^="(.*)"$/.exec(String(mark.formula))?.[1] ?? null : null;
}

/** The names that belong to a sheet; the mark of a sheet of ours is among them. */
function sheetNamesOf(sheets: readonly FoundSheet[]): Question<void> {
  return () => {
    const takes = sheets.map((sheet) => namesIn(sheet.item.names, (names) => {
      sheet.names = names;
      sheet.marker = markerAmong(names);
    }));
    return () => takes.forEach((take) => take());
  };
}

function namesIn(collection: Excel.NamedItemCollection, keep: (names: { name: string; formula: string }[]) => void): () => void {
  collection.load("items/name,items/formula");
  return () => keep(collection.items.map(({ name, formula }) => ({ name, formula: String(formula) })));
}

function hiddenOf(sheets: readonly FoundSheet[]): Question<void> {
  return () => {
    const ranges = sheets.map(({ item }) => item.getUsedRangeOrNullObject(true).untrack());
    for (const range of ranges) range.load(`${PLACE},rowHidden,columnHidden`);
    return () => ranges.forEach((range, index) => {
      const rect = rectOfRange(range);
      const sheet = sheets[index]!;
      if (!rect) return;
      // null: some are hidden and some are not.
      sheet.someRowsHidden = range.rowHidden === null;
      sheet.someColumnsHidden = range.columnHidden === null;
      if (range.rowHidden) for (let row = rect.top; row <= Math.min(rect.bottom, rect.top + MOST_LINES); row++) sheet.hiddenRows.add(row);
      if (range.columnHidden) for (let column = rect.left; column <= rect.right; column++) sheet.hiddenColumns.add(column);
    });
  };
}

/** Tables are shorter than that; a sheet that is hidden row by row to its end would fill the memory. */
export const MOST_LINES = 20_000;

function ownPart(workbook: Excel.Workbook, keep: (part: Excel.CustomXmlPart | null) => void): () => void {
  const collection = workbook.customXmlParts.getByNamespace(SETTINGS_NAMESPACE);
  collection.load("items/id");
  return () => keep(itemsOf(collection)[0] ?? null);
}

function xmlOf(part: Excel.CustomXmlPart, keep: (xml: string) => void): Question<void> {
  return () => {
    const answer = part.getXml();
    return () => keep(valueOf(answer));
  };
}

/** Names of the workbook and of its sheets; Excel may list a sheet's names among the workbook's, too. */
function allNames(names: readonly { name: string; formula: string }[], sheets: readonly FoundSheet[]): DefinedName[] {
  const local = sheets.flatMap((sheet) => sheet.names.map(({ name, formula }) => ({ name, formula, sheet: sheet.name })));
  const isLocal = ({ name, formula }: { name: string; formula: string }): boolean => local.some((each) => each.name === name && each.formula === formula);
  return [...names.filter((name) => !isLocal(name)).map(({ name, formula }) => ({ name, formula, sheet: null })), ...local].filter(({ name }) => name !== MARKER_NAME);
}
