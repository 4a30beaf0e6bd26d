import type { Judgement } from "../../judgement/arithmetic";
import { say } from "../../messages";
import { allTables } from "../../tables/tables";
import { rectContains } from "../../workbook";
import { finding, related } from "../finding";
import type { Rule } from "../rule";
import { expectedText } from "../words/expected";

/** More stale cells than that come from one cause: the program that wrote the file did not calculate. */
const MANY = 8;

/** Stored values that are not what their formulas give. */
export const staleValue: Rule = {
  meta: {
    id: "stale-value", severity: "error", group: "formulas", title: "stale-value-title", basis: ["excel"],
    relations: { ground: "stale" }
  },
  *check(context) {
    const { stale } = context;
    const manual = say(context.workbook.calculation === "manual" ? "stale-manual" : "no-cause");
    for (const { at, cell, formula, text } of stale.length > MANY ? stale.slice(0, 1) : stale) {
      const judgement = context.arithmetic.at(at);
      const given = givenText(judgement) || text;
      const table = allTables(context.tables).find((candidate) => candidate.sheet === at.sheet && rectContains(candidate.rect, at.row, at.column));
      yield finding(this.meta, at, {
        // A rate or a sum that does not show what its own cells give is wrong on paper, whatever a recalculation would make of it.
        severity: stale.length <= MANY && judgement?.agrees === true && context.workbook.calculation !== "manual" ? "error" : "warning",
        message: () => stale.length > MANY
          ? say("stale-values", { count: stale.length, shown: cell.text, expected: given, manual })
          : say("stale-value", { label: judgement?.meaning.label ?? say("stale-cell"), shown: say("shown-text", { text: cell.text }), formula, expected: given, manual }),
        basis: say("basis-stored"),
        subject: { table: judgement?.meaning.table ?? table?.kind ?? "workbook", row: judgement?.meaning.row ?? "", column: judgement?.meaning.column ?? "stored" },
        actual: cell.text,
        expected: given,
        related: stale.length > MANY ? stale.slice(1).map((other) => related(other.at, say("stale-cell"))) : []
      });
    }
  }
};

/** What the formula gives now, with the decimals that the cell should show; "" where that is not what the cell's inputs, as they stand, give. */
function givenText(judgement: Judgement | undefined): string {
  if (judgement?.agrees !== true) return "";
  return expectedText(judgement.follows ? { ...judgement, ideal: judgement.stated } : judgement);
}
