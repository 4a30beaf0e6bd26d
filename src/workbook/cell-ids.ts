import { cellKey, keyToRowColumn, MAX_COLUMNS, MAX_ROWS, type CellAddress } from "./address";
import type { Sheet, Workbook } from "./workbook";

/** How many ids a sheet takes; those of the next sheet follow. */
const ROOM = MAX_ROWS * MAX_COLUMNS;

const known = new WeakMap<Workbook, CellIds>();

/** A number for every cell of one workbook, as the key of a Map: quicker to make and to compare than a text. Of no use in another workbook. */
export class CellIds {
  private readonly first = new Map<string, number>();

  constructor(private readonly workbook: Workbook) {
    workbook.sheets.forEach((sheet, index) => this.first.set(sheet.name, index * ROOM));
  }

  /** NaN on a sheet that the workbook does not have. */
  of({ sheet, row, column }: CellAddress): number {
    return this.at(sheet, row, column);
  }

  at(sheet: string, row: number, column: number): number {
    return (this.first.get(sheet) ?? NaN) + cellKey(row, column);
  }

  /** The sheet of a cell, and the key under which the sheet keeps it. */
  placeOf(id: number): { sheet: Sheet; key: number } {
    return { sheet: this.workbook.sheets[Math.floor(id / ROOM)]!, key: id % ROOM };
  }

  addressOf(id: number): CellAddress {
    const { sheet, key } = this.placeOf(id);
    return { sheet: sheet.name, ...keyToRowColumn(key) };
  }
}

/** The ids of a workbook's cells, the same ones for all who ask. */
export function cellIds(workbook: Workbook): CellIds {
  let ids = known.get(workbook);
  if (!ids) known.set(workbook, (ids = new CellIds(workbook)));
  return ids;
}
