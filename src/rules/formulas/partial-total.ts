import { readsOf } from "../../formulas";
import type { Judgement } from "../../judgement/arithmetic";
import { say } from "../../messages";
import { cellIds, findSheet, rectName, type Rect, type Sheet } from "../../workbook";
import { finding, related } from "../finding";
import type { CheckContext, Rule } from "../rule";
import { expectedText } from "../words/expected";

/** Functions that pass over rows which the sheet does not show. */
const OF_SHOWN_ROWS = new Set(["SUBTOTAL", "AGGREGATE"]);

/** Totals that are right while all rows are shown, and leave some out today. */
export const partialTotal: Rule = {
  meta: { id: "partial-total", severity: "warning", group: "formulas", title: "partial-total-title", basis: ["excel", "arithmetic"] },
  *check(context) {
    const ids = cellIds(context.workbook);
    const stale = new Set(context.stale.map(({ at }) => ids.of(at)));
    for (const judgement of context.arithmetic.judgements) {
      const { meaning, reading, verdict } = judgement;
      if (reading.formula === null || verdict?.state !== "right" || judgement.agrees !== false || stale.has(ids.of(meaning.at))) continue;
      const left = leftOut(context, judgement);
      if (!left) continue;
      const rows = left.rows.join("、");
      yield finding(this.meta, meaning.at, {
        message: () => say("partial-total", {
          label: meaning.label, shown: say("shown-text", { text: reading.text }), expected: expectedText(judgement) ?? "",
          cause: left.filter ? say("partial-by-filter", { area: rectName(left.filter), rows }) : say("partial-by-hand", { rows })
        }),
        basis: say("basis-subtotal"),
        subject: { table: meaning.table, row: meaning.row, column: meaning.column },
        actual: reading.text,
        expected: expectedText(judgement) ?? "",
        related: left.rows.slice(0, 3).map((row) => related({ sheet: meaning.at.sheet, row, column: meaning.at.column }, say("partial-row")))
      });
    }
  }
};

/** The hidden rows among the inputs of a total that passes over them, and the filter that hides them; null where it passes over none. */
function leftOut({ workbook }: CheckContext, { meaning, reading }: Judgement): { rows: number[]; filter: Rect | null } | null {
  if (!readsOf(reading.formula!, meaning.at, workbook)?.functions.some((name) => OF_SHOWN_ROWS.has(name))) return null;
  const hidden = meaning.inputs.map((at) => [findSheet(workbook, at.sheet)!, at.row] as const).filter(([sheet, row]) => sheet.hiddenRows.has(row));
  if (hidden.length === 0) return null;
  const filters = hidden.map(([sheet, row]) => shownFilter(sheet, row));
  return { rows: [...new Set(hidden.map(([, row]) => row))].sort((a, b) => a - b), filter: filters.find((filter) => filter !== null) ?? null };
}

/** The area of a filter as it stands in the sheet, with the row of its heads. */
function shownFilter(sheet: Sheet, row: number): Rect | null {
  const filter = sheet.filterHiding(row);
  if (!filter) return null;
  return { ...filter, top: Math.max(1, filter.top - 1), bottom: Math.min(filter.bottom, sheet.used?.bottom ?? filter.bottom), right: Math.max(filter.right, filter.left) };
}
