import { say } from "../../messages";
import { contradictionsOf, type ReportRule } from "./report-rule";

/** Rates in the text that do not follow from their counts. */
export const reportRate: ReportRule = {
  meta: { id: "report-rate", severity: "error", group: "report", title: "report-rate-title", basis: ["R15", "arithmetic"] },
  basis: say("basis-report-rate"),
  check: (statements) => contradictionsOf("report-rate", statements)
};
