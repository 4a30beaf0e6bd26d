import type { ToldRow, ToldTable } from "../../told";
import { normalise } from "../../values/text";

/** What a row with that label was told to be; null where nothing was told of it. */
export function labelKind({ rows = [] }: Pick<ToldTable, "rows">, label: string): ToldRow["is"] | null {
  const text = normalise(label);
  return rows.find((row) => normalise(row.label) === text)?.is ?? null;
}
