import { render, say, type Language } from "../../messages";
import type { WrittenReport } from "../../report/statement-types";
import type { ReportedFinding, WorkbookReport } from "../../report/types";
import { isOfSentence } from "../../report/written-findings";
import { placeText } from "./as-text";
import type { AnyFinding } from "./marks";

/** A report's findings as a letter takes them: a sentence stands in its paragraph as a number does in its cell. `findings`: those that are not ignored. */
export function letterReport(report: WrittenReport, findings: readonly AnyFinding[], language: Language): WorkbookReport {
  const asTold = findings.map((finding): ReportedFinding => isOfSentence(finding)
    ? { ...finding, sheet: render(say("document-body"), language), cell: placeText(finding, language), actual: finding.place.quote, related: [] }
    : finding);
  return { ...report, findings: asTold };
}
