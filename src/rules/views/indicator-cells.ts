import { areaPlace, cellLabel, type Place, placeKey, staffLabel, TOTAL } from "../../meaning/place";
import { say, type Sentence } from "../../messages";
import { indicatorLabel, matrixTriples } from "../../tables/indicators/join";
import { distinct } from "../../tables/indicators/matrix";
import { areaName } from "../../tables/indicators/matrix-rows";
import type { Triple } from "../../tables/indicators/types";
import type { Reading, TableBase } from "../../tables/types";
import { normalise } from "../../values/text";
import { addressKey, rectName } from "../../workbook";
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

const known = new WeakMap<CheckContext["tables"], readonly IndicatorCell[]>();

/** Every cell of every indicator table once, in the order of the tables; found once for all rules. */
export function indicatorCells({ tables }: CheckContext): readonly IndicatorCell[] {
  const cells = known.get(tables) ?? cellsOf(tables);
  known.set(tables, cells);
  return cells;
}

function cellsOf(tables: CheckContext["tables"]): IndicatorCell[] {
  const seen = new Set<string>();
  const cells: IndicatorCell[] = [];
  const add = (cell: IndicatorCell): void => {
    const key = addressKey(cell.reading.at);
    if (seen.has(key)) return;
    seen.add(key);
    cells.push(cell);
  };
  for (const matrix of tables.matrices) {
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
  for (const table of [...tables.overall, ...tables.cards]) {
    for (const item of table.items) addTriple(add, table, item, areaPlace(table.area ?? ""));
  }
  // The months that a 累计 adds up.
  for (const table of [...tables.matrices, ...tables.overall, ...tables.cards]) {
    for (const { parts, words, row } of table.proven.sums) {
      parts.forEach((reading, index) => {
        const word = words[index]!;
        if (reading.at.sheet === table.sheet) add({ table, reading, role: "done", label: say("label-own", { row, word }), row: `${row}@${word}`, total: true, triple: null });
      });
    }
  }
  return cells;
}

function addTriple(add: (cell: IndicatorCell) => void, table: TableBase, triple: Triple, place: Place, total = place.kind === "total"): void {
  const name = indicatorLabel(triple.name);
  for (const role of ["target", "done", "rate"] as const) {
    const reading = triple[role];
    if (reading) add({ table, reading, role, label: cellLabel(name, place, role, triple.words), row: placeKey(name, place), total, triple });
  }
}

/** One text for one table, for use as the key of a Map. */
export function tableKey(table: TableBase): string {
  return `${table.kind}\u0000${table.sheet}\u0000${rectName(table.rect)}`;
}

/** The subject of a finding about the cell. */
export const cellSubject = (cell: IndicatorCell) => ({ table: cell.table.kind, row: cell.row, column: cell.role });
