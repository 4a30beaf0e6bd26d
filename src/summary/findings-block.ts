import { render, say, type Language, type Sentence } from "../messages";
import type { ReportedFinding } from "../report/types";
import { parseCellName, type CellAddress, type CellStyle } from "../workbook";
import { EMPTY, linked, written, type SheetBuilder } from "./builder";

const ORDER = ["error", "warning", "info"] as const;

/** The table of findings (问题清单): the gravest first, ignored ones last. */
export function addFindings(sheet: SheetBuilder, findings: readonly ReportedFinding[], language: Language): void {
  const word = (sentence: Sentence) => render(sentence, language);
  sheet.heading(word(say("summary-findings")));
  if (!findings.length) {
    sheet.banner(word(say("summary-no-findings")), "good");
    return;
  }
  sheet.heads([
    word(say("summary-number")), word(say("summary-sheet")), word(say("summary-cell")), word(say("summary-severity")),
    word(say("summary-actual")), word(say("summary-expected")), word(say("summary-compared")),
    word(say("summary-message")), word(say("summary-basis"))
  ]);
  inOrder(findings).forEach((finding, index) => {
    const compared = finding.related[0];
    const severity = say(`severity-${finding.severity}`);
    sheet.row(
      written(index + 1, "number"),
      written(finding.sheet, "text"),
      linked(finding.cell, addressOf(finding.sheet, finding.cell)),
      written(word(finding.ignored ? say("severity-of-ignored", { severity }) : severity), styleOf(finding)),
      written(finding.actual, "text"),
      written(finding.expected, "text"),
      compared ? linked(`${compared.sheet}!${compared.cell}`, addressOf(compared.sheet, compared.cell)) : EMPTY,
      written(wholeMessage(finding, language), "text"),
      written(finding.basis, "text")
    );
  });
}

function inOrder(findings: readonly ReportedFinding[]): ReportedFinding[] {
  const rank = (finding: ReportedFinding) => ORDER.indexOf(finding.severity) + (finding.ignored ? ORDER.length : 0);
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

function styleOf(finding: ReportedFinding): CellStyle {
  return finding.ignored ? "muted" : finding.severity;
}

/** The message with what follows from the finding, and why it is ignored. */
function wholeMessage(finding: ReportedFinding, language: Language): string {
  let message = finding.message;
  if (finding.consequences.length) {
    const consequences = finding.consequences.map((consequence) => say("summary-consequence", { ...consequence }));
    message = render(say("summary-with-consequences", { message, consequences }), language);
  }
  return finding.ignored ? render(say("summary-with-reason", { message, reason: finding.ignored.reason }), language) : message;
}

function addressOf(sheet: string, cell: string): CellAddress | null {
  const at = parseCellName(cell);
  return at && { sheet, ...at };
}
