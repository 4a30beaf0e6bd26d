import type { SentenceFinding, WrittenReport } from "./statement-types";
import type { ReportedFinding, WorkbookReport } from "./types";

/** Is it the report of a document, with what its sentences say? */
export function isWritten(report: WorkbookReport | WrittenReport): report is WrittenReport {
  return "statements" in report;
}

/** Is it a finding of a sentence, and not of a table's cell? */
export function isOfSentence(finding: ReportedFinding | SentenceFinding): finding is SentenceFinding {
  return finding.sheet === null;
}

export function sentenceFindings({ findings }: Pick<WrittenReport, "findings">): SentenceFinding[] {
  return findings.filter(isOfSentence);
}

/** What a document's tables say, as a workbook's report. */
export function tablesReport(report: WorkbookReport | WrittenReport): WorkbookReport {
  return { ...report, findings: (report.findings as readonly (ReportedFinding | SentenceFinding)[]).filter((finding): finding is ReportedFinding => !isOfSentence(finding)) };
}
