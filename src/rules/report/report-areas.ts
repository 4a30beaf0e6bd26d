import { say } from "../../messages";
import { contradictionsOf, type ReportRule } from "./report-rule";

/** Numbers of areas and communities that differ from those listed. */
export const reportAreas: ReportRule = {
  meta: { id: "report-areas", severity: "error", group: "report", title: "report-areas-title", basis: ["consistency"] },
  basis: say("basis-report-areas"),
  check: (statements) => contradictionsOf("report-areas", statements)
};
