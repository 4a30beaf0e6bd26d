import { axesOf, type Axis, type Dimension, type Item } from "../read/axes";
import type { GridCell } from "../text/grids";
import { oncePer } from "./once";
import { fitsUnit, unitOf } from "./quantities";
import type { Reader } from "./reader";

/** All tables in every direction in which their rows or columns follow each other. */
export const axesIn = oncePer((reader: Reader): readonly Axis[] => reader.tables.flatMap(axesOf).filter(({ kind }) => kind !== "kinds"));

/** What an item has of a dimension: one cell, or none. */
export function cellOf({ rows, column }: Item, dimension: Dimension): GridCell | undefined {
  if (dimension.of === "row") return column ? dimension.row.cells.get(column.column) : undefined;
  return dimension.of === "column" && rows.length === 1 ? rows[0]!.cells.get(dimension.column.column) : undefined;
}

/** May a number of that unit be what the cell has? */
export function mayBe(cell: GridCell | undefined, item: Item, dimension: Dimension, { found }: Axis, unit: string): boolean {
  if (!cell || cell.isPercent !== (unit === "%")) return false;
  if (cell.isPercent || dimension.of === "count") return cell.isPercent;
  return fitsUnit(dimension.of === "row" ? unitOf(dimension.row, item.column!, found) : unitOf(item.rows[0]!, dimension.column, found), unit);
}
