import { say } from "../../messages";
import { contradictionsOf, type ReportRule } from "./report-rule";

/** Counts of indicators in the text that the tables contradict. */
export const reportCount: ReportRule = {
  meta: { id: "report-count", severity: "error", group: "report", title: "report-count-title", basis: ["consistency"] },
  basis: say("basis-report-count"),
  check: (statements) => contradictionsOf("report-count", statements)
};
