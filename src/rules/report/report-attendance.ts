import { say } from "../../messages";
import { contradictionsOf, type ReportRule } from "./report-rule";

/** Person-months in the text that do not fit. */
export const reportAttendance: ReportRule = {
  meta: { id: "report-attendance", severity: "error", group: "report", title: "report-attendance-title", basis: ["R5", "R9", "arithmetic"] },
  basis: say("basis-report-attendance"),
  check: (statements) => contradictionsOf("report-attendance", statements)
};
