import { say } from "../../messages";
import { contradictionsOf, type ReportRule } from "./report-rule";

/** A whole that is not the sum of its parts. */
export const reportParts: ReportRule = {
  meta: { id: "report-parts", severity: "error", group: "report", title: "report-parts-title", basis: ["arithmetic"] },
  basis: say("basis-report-parts"),
  check: (statements) => contradictionsOf("report-parts", statements)
};
