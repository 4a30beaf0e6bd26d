import { addressKey, cellKey, type CellAddress } from "../workbook";
import { cellPairs, type Match } from "./match";
import type { Area, CellView } from "./sitting";

/** Cells of both workbooks that are the same, under one number. */
export interface PairedCell {
  readonly old: CellView;
  readonly new: CellView;
}

/** Which cell of the new workbook is which of the old. */
export class CellMap {
  readonly pairs: readonly PairedCell[];
  private readonly byOld = new Map<string, PairedCell>();
  private readonly byNew = new Map<string, PairedCell>();
  private readonly places: { readonly old: PlaceIndex; readonly new: PlaceIndex };
  private readonly shifts = new Map<string, SheetShift>();

  /** `sheets` says which sheet of the new workbook is which of the old, for cells that belong to no table. */
  constructor(match: Match, private readonly sheets: ReadonlyMap<string, string>) {
    this.pairs = match.lines.flatMap((pair) => cellPairs(pair).flatMap(({ old, new: now }) => (old && now ? [{ old, new: now }] : [])));
    this.places = { old: new PlaceIndex(), new: new PlaceIndex() };
    this.pairs.forEach((pair, id) => {
      this.byOld.set(addressKey(pair.old.at), pair);
      this.byNew.set(addressKey(pair.new.at), pair);
      this.places.old.add(pair.old.at, id);
      this.places.new.add(pair.new.at, id);
      let shift = this.shifts.get(pair.old.at.sheet);
      if (!shift) this.shifts.set(pair.old.at.sheet, (shift = new SheetShift()));
      shift.add(pair.old.at, pair.new.at);
    });
  }

  pairOfOld(at: CellAddress): PairedCell | undefined {
    return this.byOld.get(addressKey(at));
  }

  pairOfNew(at: CellAddress): PairedCell | undefined {
    return this.byNew.get(addressKey(at));
  }

  /** Where a cell of the old workbook is now: of no table's cell, as its neighbours went; null where its sheet is gone. */
  nowAt(at: CellAddress): CellAddress | null {
    const pair = this.pairOfOld(at);
    if (pair) return pair.new.at;
    const sheet = this.sheets.get(at.sheet);
    return this.shifts.get(at.sheet)?.of(at) ?? (sheet === undefined ? null : { ...at, sheet });
  }

  /** The formulas read the same cells, as far as both workbooks have them; `anyOrder`: in whatever order they name them. */
  readSame(old: readonly Area[], now: readonly Area[], anyOrder: boolean): boolean {
    if (old.length !== now.length) return false;
    const [before, after] = [old.map((area) => this.places.old.within(area)), now.map((area) => this.places.new.within(area))];
    return anyOrder ? before.sort().join("|") === after.sort().join("|") : before.every((read, index) => read === after[index]);
  }
}

/** Numbers of cells by where they stand. */
class PlaceIndex {
  private readonly sheets = new Map<string, Map<number, { column: number; id: number }[]>>();

  add({ sheet, row, column }: CellAddress, id: number): void {
    let rows = this.sheets.get(sheet);
    if (!rows) this.sheets.set(sheet, (rows = new Map()));
    const list = rows.get(row);
    if (list) list.push({ column, id });
    else rows.set(row, [{ column, id }]);
  }

  /** The numbers in an area, as a text. */
  within({ sheet, top, left, bottom, right }: Area): string {
    const rows = this.sheets.get(sheet);
    if (!rows) return "";
    const found: number[] = [];
    for (const [row, cells] of rows) if (row >= top && row <= bottom) for (const { column, id } of cells) if (column >= left && column <= right) found.push(id);
    return found.sort((a, b) => a - b).join();
  }
}

/** How the rows and columns of a sheet moved, as its tables' cells tell. */
class SheetShift {
  private readonly rows = new Map<number, number>();
  private readonly columns = new Map<number, number>();
  private readonly known = new Map<number, CellAddress>();

  add(from: CellAddress, to: CellAddress): void {
    this.known.set(cellKey(from.row, from.column), to);
    if (!this.rows.has(from.row)) this.rows.set(from.row, to.row);
    if (!this.columns.has(from.column)) this.columns.set(from.column, to.column);
  }

  of({ row, column }: CellAddress): CellAddress {
    const sheet = this.nearest(row, column).sheet;
    return { sheet, row: moved(row, this.rows), column: moved(column, this.columns) };
  }

  private nearest(row: number, column: number): CellAddress {
    let found: { to: CellAddress; distance: number } | null = null;
    for (const [key, to] of this.known) {
      const distance = Math.abs(Math.floor(key / 16_384) + 1 - row) * 100 + Math.abs((key % 16_384) + 1 - column);
      if (!found || distance < found.distance) found = { to, distance };
    }
    return found!.to;
  }
}

/** As the nearest row or column that is known went. */
function moved(at: number, known: ReadonlyMap<number, number>): number {
  let nearest: { from: number; to: number } | null = null;
  for (const [from, to] of known) if (!nearest || Math.abs(from - at) < Math.abs(nearest.from - at)) nearest = { from, to };
  return nearest ? Math.max(1, at + nearest.to - nearest.from) : at;
}
