import { say } from "../../messages";
import { contradictionsOf, type ReportRule } from "./report-rule";

/** The same thing told twice, otherwise. */
export const reportRepeated: ReportRule = {
  meta: { id: "report-repeated", severity: "warning", group: "report", title: "report-repeated-title", basis: ["consistency"] },
  basis: say("basis-report-repeated"),
  check: (statements) => contradictionsOf("report-repeated", statements)
};
