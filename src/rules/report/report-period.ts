import { say } from "../../messages";
import { contradictionsOf, type ReportRule } from "./report-rule";

/** Periods, months and years in the text that do not fit. */
export const reportPeriod: ReportRule = {
  meta: { id: "report-period", severity: "error", group: "report", title: "report-period-title", basis: ["R6", "consistency"] },
  basis: say("basis-report-period"),
  check: (statements) => contradictionsOf("report-period", statements)
};
