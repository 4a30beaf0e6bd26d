import { say } from "../../messages";
import { contradictionsOf, type ReportRule } from "./report-rule";

/** A number of things that are not as many as listed. */
export const reportListed: ReportRule = {
  meta: { id: "report-listed", severity: "error", group: "report", title: "report-listed-title", basis: ["arithmetic"] },
  basis: say("basis-report-listed"),
  check: (statements) => contradictionsOf("report-listed", statements)
};
