import { rectUnion, type Sheet } from "../../workbook";
import { isPercentHead, isStaffHead, roleOf } from "./heads";
import type { Matrix } from "./types";
import { readList } from "./list-rows";
import { kindOfLabel, sortRows, type FoundRow } from "./matrix-rows";
import { headText, readCell } from "../reading";
import { titleFor, type Title } from "../titles";
import type { HeadTriple } from "./types";
import { UNPROVEN } from "./proven/unproven";

/**
 * Matrices with the areas side by side and the indicators below one another: a name before the first area, a head over
 * the three columns of each. `taken` are the head triples of other tables; those used here are added to it.
 */
export function findTurnedMatrices(
  sheet: Sheet, triples: ReadonlyMap<number, readonly HeadTriple[]>, taken: Set<HeadTriple>, titles: readonly Title[]
): Matrix[] {
  const found: Matrix[] = [];
  for (const inRow of triples.values()) {
    const areas = inRow.filter((triple) => !taken.has(triple) && areaAbove(sheet, triple) !== "");
    const matrix = areas.length >= 2 ? readTurned(sheet, areas, triples, titles) : null;
    if (!matrix) continue;
    for (const triple of areas) taken.add(triple);
    found.push(matrix);
  }
  return found;
}

/** The head merged over exactly the triple's columns. */
function areaAbove(sheet: Sheet, triple: HeadTriple): string {
  const extent = sheet.extent(triple.row - 1, triple.left);
  if (triple.row === 1 || extent.left !== triple.left || extent.right !== triple.right || extent.right === extent.left) return "";
  const text = headText(sheet, extent.top, extent.left);
  return text.length > 20 || roleOf(text) ? "" : text;
}

function readTurned(
  sheet: Sheet, heads: readonly HeadTriple[], triples: ReadonlyMap<number, readonly HeadTriple[]>, titles: readonly Title[]
): Matrix | null {
  const first = heads[0]!;
  const list = readList(sheet, first, triples);
  // 投入社工人数 among the indicators has no target and no done.
  const items = list?.items.filter((item) => item.name.group !== "" && !isStaffHead(item.name.group)) ?? [];
  if (!list || items.filter((item) => item.done.kind === "number" || item.done.kind === "slash").length < 2) return null;
  const rows = heads.map((triple): FoundRow => {
    const extent = sheet.extent(triple.row - 1, triple.left);
    return {
      kind: kindOfLabel(areaAbove(sheet, triple)),
      row: extent.top,
      label: readCell(sheet, extent.top, extent.left),
      staff: null,
      triples: items.map(({ name, done }) => ({
        name,
        target: triple.target === null ? null : readCell(sheet, done.at.row, triple.target),
        done: readCell(sheet, done.at.row, triple.done),
        rate: triple.rate === null ? null : readCell(sheet, done.at.row, triple.rate),
        rateInPercent: isPercentHead(triple.heads.rate ?? "")
      }))
    };
  });
  const { areas, total, subtotals, count } = sortRows(rows);
  if (areas.length === 0) return null;
  const rect = rectUnion(list.rect, { top: rows[0]!.row, left: list.rect.left, bottom: list.rect.bottom, right: heads[count - 1]!.right });
  return {
    kind: "indicators", sheet: sheet.name, rect, ...titleFor(sheet, titles, rect),
    columns: items.map(({ name }) => ({ name })), areas, total, subtotals, staff: [], staffTotal: null, totalParts: null, ...UNPROVEN
  };
}
