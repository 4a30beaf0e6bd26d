import { render, say, type Language, type MessageId, type Sentence } from "../messages";
import type { ReportedFinding } from "../report/types";
import type { CellStyle } from "../workbook";
import { linked, written, type Placed, type SheetBuilder } from "./builder";
import { findingKey, solvedKey, type EarlierSheet, type NotedFinding } from "./earlier";
import { FINDING } from "./grid";
import { addressOf } from "./live";

const ORDER = ["error", "warning", "info"] as const;

/** The table of findings (问题清单): the gravest first, ignored ones last, each with what the user noted on it before. */
export function addFindings(sheet: SheetBuilder, findings: readonly ReportedFinding[], earlier: EarlierSheet, language: Language): ReadonlySet<string> {
  const word = (id: MessageId) => render(say(id), language);
  const listed = new Set<string>();
  sheet.heading("findings", word("summary-findings"));
  if (!findings.length) {
    sheet.banner(word("summary-no-findings"), "good");
    return listed;
  }
  sheet.heads(heads(word, "summary-basis"));
  inOrder(findings).forEach((finding, index) => {
    const fingerprint = unused(finding.fingerprint, listed);
    listed.add(fingerprint);
    sheet.row([
      [FINDING.number, written(index + 1, "center")],
      [FINDING.severity, written(severityOf(finding, language), styleOf(finding))],
      [FINDING.sheet, written(finding.sheet, "text")],
      [FINDING.cell, linked(finding.cell, addressOf(finding))],
      [FINDING.message, written(wholeMessage(finding, language), "text")],
      [FINDING.actual, written(finding.actual, "center")],
      [FINDING.expected, written(finding.expected, "center")],
      [FINDING.basis, written(finding.basis, "text")],
      [FINDING.suggestion, written(suggestion(finding, language), "text")],
      [FINDING.remark, written(earlier.noted.get(fingerprint)?.remark || null, "remark")]
    ], findingKey(fingerprint));
  });
  return listed;
}

/** Findings that an earlier check listed and this one does not, where the user had noted something on them (已处理). */
export function addSolved(sheet: SheetBuilder, listed: ReadonlySet<string>, earlier: EarlierSheet, checkedAt: string, language: Language): void {
  const word = (id: MessageId, data: Sentence["data"] = {}) => render(say(id, data), language);
  const solved = [...earlier.noted.values()].filter(({ fingerprint, remark }) =>
    !listed.has(fingerprint) && (remark !== "" || earlier.hasOwn(solvedKey(fingerprint))));
  if (!solved.length) return;
  sheet.heading("solved", word("summary-solved"));
  sheet.banner(word("summary-solved-note"), "note");
  sheet.heads(heads(word, "summary-solved-when").filter(([span]) => span !== FINDING.suggestion));
  solved.forEach((finding, index) => {
    const since = finding.since ?? word("summary-solved-at", { checkedAt: checkedAt || word("summary-no-time") });
    sheet.row(solvedCells(finding, index + 1, since), solvedKey(finding.fingerprint));
  });
}

function solvedCells({ severity, sheet, cell, message, actual, expected, remark }: NotedFinding, number: number, since: string): Placed[] {
  return [
    [FINDING.number, written(number, "center")],
    [FINDING.severity, written(severity, "muted")],
    [FINDING.sheet, written(sheet, "text")],
    [FINDING.cell, written(cell, "text")],
    [FINDING.message, written(message, "text")],
    [FINDING.actual, written(actual, "center")],
    [FINDING.expected, written(expected, "center")],
    [[FINDING.basis[0], FINDING.suggestion[1]], written(since, "text")],
    [FINDING.remark, written(remark || null, "remark")]
  ];
}

function heads(word: (id: MessageId) => string, basis: MessageId): (readonly [readonly [number, number], string])[] {
  return [
    [FINDING.number, word("summary-number")], [FINDING.severity, word("summary-severity")], [FINDING.sheet, word("summary-sheet")],
    [FINDING.cell, word("summary-cell")], [FINDING.message, word("summary-message")], [FINDING.actual, word("summary-actual")],
    [FINDING.expected, word("summary-expected")],
    [basis === "summary-basis" ? FINDING.basis : [FINDING.basis[0], FINDING.suggestion[1]], word(basis)],
    [FINDING.suggestion, word("summary-suggestion")], [FINDING.remark, word("summary-done")]
  ];
}

/** Two findings may share a fingerprint: then the second is known by its number among them. */
function unused(fingerprint: string, taken: ReadonlySet<string>): string {
  let name = fingerprint;
  for (let number = 2; taken.has(name); number++) name = `${fingerprint}#${number}`;
  return name;
}

function inOrder(findings: readonly ReportedFinding[]): ReportedFinding[] {
  const rank = (finding: ReportedFinding) => ORDER.indexOf(finding.severity) + (finding.ignored ? ORDER.length : 0);
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

function severityOf({ severity, ignored }: ReportedFinding, language: Language): string {
  const word = say(`severity-${severity}`);
  return render(ignored ? say("severity-of-ignored", { severity: word }) : word, language);
}

function styleOf(finding: ReportedFinding): CellStyle {
  return finding.ignored || finding.awaits?.length ? "muted" : finding.severity;
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

/** How to mend it, in one line. */
function suggestion({ fix, related, expected, severity, sheet, cell }: ReportedFinding, language: Language): string {
  const compared = related[0];
  const sentence = fix?.after != null ? say(`summary-suggest-${fix.kind}`, { cell: fix.cell, after: expected && fix.kind === "value" ? expected : String(fix.after) })
    : severity === "info" ? say("summary-suggest-know")
      : compared && compared.cell !== cell ? say("summary-suggest-compare", { label: compared.label, cell: compared.sheet === sheet ? compared.cell : `${compared.sheet}!${compared.cell}` })
        : expected ? say("summary-suggest-expected", { expected })
          : say("summary-suggest-look");
  return render(sentence, language);
}
