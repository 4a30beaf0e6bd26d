import { say } from "../../messages";
import { contradictionsOf, type ReportRule } from "./report-rule";

/** Retention in the text that is not right. */
export const reportRetention: ReportRule = {
  meta: { id: "report-retention", severity: "error", group: "report", title: "report-retention-title", basis: ["R11", "R12"] },
  basis: say("basis-report-retention"),
  check: (statements) => contradictionsOf("report-retention", statements)
};
