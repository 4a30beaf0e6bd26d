import { say } from "../../messages";
import { finding } from "../finding";
import type { Rule } from "../rule";
import { firstCell } from "../views/tables";

/** The workbook calculates manually and stores formulas. */
export const manualCalculation: Rule = {
  meta: { id: "manual-calculation", severity: "warning", group: "workbook", title: "manual-calculation-title", basis: ["excel"] },
  *check(context) {
    const formulas = context.arithmetic.judgements.some((judgement) => judgement.reading.formula !== null);
    // With stale values at hand, they say it, cell by cell.
    if (context.workbook.calculation !== "manual" || context.stale.length > 0 || !formulas) return;
    yield finding(this.meta, firstCell(context), {
      message: () => say("manual-calculation"),
      basis: say("basis-stored"),
      subject: { table: "workbook", row: "", column: "calculation" },
      severity: "info"
    });
  }
};
