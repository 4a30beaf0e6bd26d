import { say } from "../../messages";
import { contradictionsOf, type ReportRule } from "./report-rule";

/** Numbers of staff in the text that do not fit. */
export const reportStaff: ReportRule = {
  meta: { id: "report-staff", severity: "error", group: "report", title: "report-staff-title", basis: ["arithmetic", "consistency"] },
  basis: say("basis-report-staff"),
  check: (statements) => contradictionsOf("report-staff", statements)
};
