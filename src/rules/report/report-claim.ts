import { say } from "../../messages";
import { contradictionsOf, type ReportRule } from "./report-rule";

/** Words that the numbers contradict. */
export const reportClaim: ReportRule = {
  meta: { id: "report-claim", severity: "warning", group: "report", title: "report-claim-title", basis: ["consistency", "arithmetic"] },
  basis: say("basis-report-claim"),
  check: (statements) => contradictionsOf("report-claim", statements)
};
