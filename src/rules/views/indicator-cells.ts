import { readsOf } from "../../formulas";
import { areaPlace, cellLabel, type Place, placeKey, STATION, staffLabel, TOTAL } from "../../meaning/place";
import type { Sentence } from "../../messages";
import { indicatorLabel, matrixTriples } from "../../tables/indicators/join";
import { distinct } from "../../tables/indicators/matrix";
import { areaName } from "../../tables/indicators/matrix-rows";
import type { Triple } from "../../tables/indicators/types";
import type { Reading, TableBase } from "../../tables/types";
import { normalise } from "../../values/text";
import { addressKey, rectContains, rectName } from "../../workbook";
import type { CheckContext } from "../rule";

export type CellRole = "target" | "done" | "rate" | "staff";

/** One cell of an indicator table, with what it is. */
export interface IndicatorCell {
  readonly table: TableBase;
  readonly reading: Reading;
  readonly role: CellRole;
  readonly label: Sentence;
  readonly row: string;
  /** Of a row that adds up others. */
  readonly total: boolean;
  readonly triple: Triple | null;
}

/** Every cell of every indicator table once, in the order of the tables. */
export function indicatorCells(context: CheckContext): IndicatorCell[] {
  const seen = new Set<string>();
  const cells: IndicatorCell[] = [];
  const add = (cell: IndicatorCell): void => {
    const key = addressKey(cell.reading.at);
    if (seen.has(key)) return;
    seen.add(key);
    cells.push(cell);
  };
  for (const matrix of context.tables.matrices) {
    for (const { area, triple } of matrixTriples(matrix)) addTriple(add, matrix, triple, area === null ? TOTAL : areaPlace(area));
    for (const row of matrix.total ? [...matrix.areas, matrix.total] : matrix.areas) {
      for (const triple of row.triples) addTriple(add, matrix, triple, row === matrix.total ? TOTAL : areaPlace(normalise(row.label.text)));
    }
    for (const row of matrix.subtotals) for (const triple of row.triples) addTriple(add, matrix, triple, areaPlace(areaName(row)), true);
    for (const reading of distinct([...matrix.staff, matrix.staffTotal])) {
      const total = matrix.staffTotal !== null && addressKey(reading.at) === addressKey(matrix.staffTotal.at);
      const area = matrix.areas.find((row) => row.staff && addressKey(row.staff.at) === addressKey(reading.at));
      const place = area ? areaPlace(normalise(area.label.text)) : TOTAL;
      add({ table: matrix, reading, role: "staff", label: staffLabel(place), row: placeKey("staff", place), total, triple: null });
    }
  }
  for (const table of [...context.tables.overall, ...context.tables.cards]) {
    for (const item of table.items) addTriple(add, table, item, STATION);
  }
  return cells;
}

function addTriple(add: (cell: IndicatorCell) => void, table: TableBase, triple: Triple, place: Place, total = place.kind === "total"): void {
  const name = indicatorLabel(triple.name);
  for (const role of ["target", "done", "rate"] as const) {
    const reading = triple[role];
    if (reading) add({ table, reading, role, label: cellLabel(name, place, role), row: placeKey(name, place), total, triple });
  }
}

/** One text for one table, for use as the key of a Map. */
export function tableKey(table: TableBase): string {
  return `${table.kind}\u0000${table.sheet}\u0000${rectName(table.rect)}`;
}

export const cellSubject = (cell: IndicatorCell) => ({ table: cell.table.kind, row: cell.row, column: cell.role });

/** Does the rate or total beside it, or another formula of its row or column, read the cell? */
export function readByFormula(context: CheckContext, cell: IndicatorCell): boolean {
  const { at } = cell.reading;
  return context.arithmetic.judgements.some(({ meaning, reading }) => {
    if (reading.formula === null || meaning.at.sheet !== at.sheet) return false;
    if (!meaning.inputs.some((input) => addressKey(input) === addressKey(at))) return false;
    return readsOf(reading.formula, meaning.at, context.workbook)?.ranges.some((range) => range.sheet === at.sheet && rectContains(range.rect, at.row, at.column)) ?? false;
  });
}
