import type { Sheet, Workbook } from "./workbook";

/**
 * What was last worked out of an object (a sheet of a snapshot, mostly), for as long as the object lives and everything else that the
 * result hangs on is the same. Whoever gets it must not change it.
 */
export class Kept<K extends object, T> {
  private readonly last = new WeakMap<K, { readonly on: readonly unknown[]; readonly value: T }>();

  of(key: K, on: readonly unknown[], make: () => T): T {
    const known = this.last.get(key);
    if (known && sameItems(known.on, on)) return known.value;
    const value = make();
    this.last.set(key, { on, value });
    return value;
  }

  /** Of a result that turned out to hang on more. */
  forget(key: K): void {
    this.last.delete(key);
  }
}

/**
 * What a search finds on the sheets that the user sees and that are none of ours, sheet after sheet. On each it is made once, for as long as
 * the sheet is the same object: it must hang on nothing else.
 */
export function onShownSheets<T>(find: (sheet: Sheet) => readonly T[]): (workbook: Workbook) => T[] {
  const known = new WeakMap<Sheet, readonly T[]>();
  return ({ sheets }) => sheets.flatMap((sheet) => {
    if (sheet.visibility !== "visible" || sheet.marker !== null) return [];
    let found = known.get(sheet);
    if (!found) known.set(sheet, (found = find(sheet)));
    return found;
  });
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => Object.is(item, b[i]));
}

/** What formulas of one sheet may hang on besides their own sheet and what cells of others hold, as a text. */
export function frameOf({ sheets, names, date1904, passedOver }: Workbook): string {
  return JSON.stringify([sheets.map(({ name, used, tables }) => [name, used, tables]), names, date1904, passedOver]);
}
