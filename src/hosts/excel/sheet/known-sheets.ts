import { cellKey, markerInCells, type Sheet } from "../../../workbook";
import { askTogether } from "../batch";
import { markerAmong, missingPart, PLACE, rectOfRange } from "../read/overview";

/** A sheet as it was last seen. */
export interface KnownSheet {
  /** Excel's own, the same when the sheet is renamed. */
  readonly id: string;
  readonly name: string;
  /** null for a sheet of the user's. */
  readonly marker: string | null;
}

/** A sheet of the workbook as it is now. */
export interface ListedSheet {
  readonly id: string;
  readonly name: string;
  readonly isVisible: boolean;
}

/** The workbook no longer has the sheets that were last seen: one was added, renamed, deleted. */
export class SheetsChanged extends Error {
  constructor(readonly list: readonly ListedSheet[]) {
    super("the workbook has other sheets than were last seen");
  }
}

/**
 * Which sheets there are and which of them are ours, from the last reading or writing, so that a sheet is written without
 * looking for it first. What is done with it is confirmed by a list that comes with the same round trip.
 */
export class KnownSheets {
  private sheets: readonly KnownSheet[] = [];
  /** What stood on sheets of ours whose rewriting broke off, by marker: the next one carries that over. */
  readonly unfinished = new Map<string, Sheet | null>();
  /** The name of a sheet that was added and may still stand there empty, because Excel refused everything after that. */
  leftover: string | null = null;

  /** What a reading found. A mark that it could not read is still there. */
  remember(sheets: readonly KnownSheet[]): void {
    const marks = new Map(this.sheets.map(({ id, marker }) => [id, marker] as const));
    this.sheets = sheets.map((sheet) => ({ ...sheet, marker: sheet.marker ?? marks.get(sheet.id) ?? null }));
  }

  add(sheet: KnownSheet): void {
    this.sheets = [...this.sheets.filter(({ id }) => id !== sheet.id), sheet];
  }

  get names(): readonly string[] {
    return this.sheets.map(({ name }) => name);
  }

  withMarker(marker: string): KnownSheet | null {
    return marker === "" ? null : this.sheets.find((sheet) => sheet.marker === marker) ?? null;
  }

  has(id: string): boolean {
    return this.sheets.some((sheet) => sheet.id === id);
  }

  nameOf(id: string): string | null {
    return this.sheets.find((sheet) => sheet.id === id)?.name ?? null;
  }

  /** Whether the sheet with that id of Excel's is one of ours. */
  isOurs(id: string): boolean {
    return this.sheets.some((sheet) => sheet.id === id && sheet.marker !== null);
  }

  /** Throws SheetsChanged where the workbook has other sheets by now. */
  confirm(list: readonly ListedSheet[]): void {
    const key = ({ id, name }: { readonly id: string; readonly name: string }): string => `${id} ${name}`;
    const known = new Set(this.sheets.map(key));
    if (list.length !== known.size || list.some((sheet) => !known.has(key(sheet)))) throw new SheetsChanged(list);
  }

  /** Takes over a list, and asks for the marks of the sheets that were not known. One round trip. */
  async learn(context: Excel.RequestContext, list: readonly ListedSheet[]): Promise<void> {
    const marks = new Map(this.sheets.map(({ id, marker }) => [id, marker] as const));
    const unknown = list.filter(({ id }) => !marks.has(id));
    if (unknown.length > 0) {
      const firstRows = (): () => void => {
        const rows = unknown.map(({ name }) => context.workbook.worksheets.getItem(name).getRange("1:1").getUsedRangeOrNullObject(true));
        for (const row of rows) row.load(`${PLACE},values`);
        return () => unknown.forEach(({ id }, index) => marks.set(id, markerInRow(rows[index]!)));
      };
      // An Excel without names tells by the cells alone.
      await askTogether(context, firstRows, [{ what: missingPart("markers"), ask: () => {
        const names = unknown.map(({ name }) => context.workbook.worksheets.getItem(name).names);
        for (const each of names) each.load("items/name,items/formula");
        return () => unknown.forEach(({ id }, index) => marks.set(id, markerAmong(names[index]!.items) ?? marks.get(id) ?? null));
      } }]);
    }
    this.sheets = list.map(({ id, name }) => ({ id, name, marker: marks.get(id) ?? null }));
  }
}

function markerInRow(range: Excel.Range): string | null {
  const used = rectOfRange(range);
  const values = (used && (range.values[0] as unknown[])) ?? [];
  return markerInCells(new Map(values.map((value, index) => [cellKey(used!.top, used!.left + index), { value }])), used);
}

/** Queues the question for the sheets that there are now. */
export function askForList(context: Excel.RequestContext): () => ListedSheet[] {
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name,items/visibility");
  return () => worksheets.items.map(({ id, name, visibility }) => ({ id, name, isVisible: visibility === "Visible" }));
}
