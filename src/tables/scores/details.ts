import { normalise } from "../../values/text";
import { addressKey, findSheet, type Workbook } from "../../workbook";
import { headText } from "../reading";
import type { Reading } from "../types";
import { decimalsOf } from "./roles";
import type { DerivedScore, ScoreRow, ScoreTable } from "./types";
import { itemOf } from "./words";

/**
 * Joins tables of one item's parts (需求评估, 过程管理 … of 服务质量, area by area) to the row of the main table that takes their result. The
 * words over the part table and the points of both must be those of one item; of several results the mean counts (R3).
 */
export function linkDetails(workbook: Workbook, tables: readonly ScoreTable[]): ScoreTable[] {
  const details = tables.filter(({ total, result }) => total === null && result !== null);
  if (details.length === 0) return [...tables];
  return tables.map((table) => {
    if (table.total === null) return table;
    const links = new Map<ScoreRow, Reading[]>();
    for (const detail of details) {
      const row = rowOf(table, detail, captionOf(workbook, detail));
      if (row) links.set(row, [...(links.get(row) ?? []), detail.result!.cell]);
    }
    const found = [...links].flatMap(([row, inputs]) => derivedFrom(table, row, inputs));
    return found.length === 0 ? table : { ...table, derived: [...table.derived, ...found] };
  });
}

/** The row of a main table that the detail is about: of several areas the one that the caption names. */
function rowOf({ rows }: ScoreTable, { result }: ScoreTable, caption: string): ScoreRow | null {
  const item = itemOf(caption);
  if (item === "other") return null;
  const own = rows.filter((row) => row.item === item && row.most !== null && row.most === result!.points);
  if (own.length < 2) return own[0] ?? null;
  const named = own.filter(({ name }) => caption.includes(/\((.+)\)/.exec(name)?.[1] ?? "\u0000"));
  return named.length === 1 ? named[0]! : null;
}

/** The words just above the table and the name of its sheet. */
function captionOf(workbook: Workbook, { sheet: name, rect }: ScoreTable): string {
  const sheet = findSheet(workbook, name)!;
  for (let row = rect.top - 1; row >= Math.max(1, rect.top - 2); row--) {
    for (let column = rect.left; column <= rect.right; column++) {
      const text = headText(sheet, row, column);
      if (text !== "") return text;
    }
  }
  return normalise(name);
}

function derivedFrom({ derived, rows }: ScoreTable, row: ScoreRow, inputs: readonly Reading[]): DerivedScore[] {
  const cell = row.score ?? row.converted;
  if (cell === null || derived.some((one) => addressKey(one.cell.at) === addressKey(cell.at))) return [];
  const { item, name } = row;
  // 得分 × 权重 = 折算分: the score is of a hundred, whatever the item counts; the parts are not.
  if (row.converted && derived.some(({ relation, cell: product }) => relation === "product" && addressKey(product.at) === addressKey(row.converted!.at))) return [];
  return [{
    cell, of: row.score ? "score" : "converted", relation: "detail", item, name, row: `${item}:detail`,
    inputs, rows: [row], factors: [], decimals: decimalsOf(rows.flatMap(({ score, converted }) => score ?? converted ?? []))
  }];
}
