import { say } from "../../messages";
import { contradictionsOf, type ReportRule } from "./report-rule";

/** Scores, grade and weights in the text that do not fit. */
export const reportScore: ReportRule = {
  meta: { id: "report-score", severity: "error", group: "report", title: "report-score-title", basis: ["R1", "R2", "R3"] },
  basis: say("basis-report-score"),
  check: (statements) => contradictionsOf("report-score", statements)
};
