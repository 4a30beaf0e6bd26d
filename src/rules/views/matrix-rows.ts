import type { MatrixRow } from "../../tables/indicators/types";
import { addressKey, type CellAddress } from "../../workbook";
import type { CheckContext } from "../rule";

const known = new WeakMap<CheckContext["tables"], ReadonlyMap<string, MatrixRow>>();

/** The area or 小计 of a matrix that a number other than a rate belongs to. */
export function matrixRowAt({ tables }: CheckContext, at: CellAddress): MatrixRow | undefined {
  const rows = known.get(tables) ?? rowsByCell(tables);
  known.set(tables, rows);
  return rows.get(addressKey(at));
}

/** A cell merged over several areas belongs to the first. */
function rowsByCell({ matrices }: CheckContext["tables"]): ReadonlyMap<string, MatrixRow> {
  const rows = new Map<string, MatrixRow>();
  for (const row of matrices.flatMap(({ areas, subtotals }) => [...areas, ...subtotals])) {
    for (const reading of [row.staff, ...row.triples.flatMap(({ target, done }) => [target, done])]) {
      if (reading && !rows.has(addressKey(reading.at))) rows.set(addressKey(reading.at), row);
    }
  }
  return rows;
}
