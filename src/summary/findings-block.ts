import { render, say, type Language, type MessageId, type Sentence } from "../messages";
import type { ReportedFinding } from "../report/types";
import type { CellStyle } from "../workbook";
import { written, type SheetBuilder } from "./builder";
import { findingKey, placeText, shownText, solvedKey, type EarlierSheet } from "./earlier";
import { FINDING, SIGNATURE } from "./grid";
import { addressOf } from "./live";

const ORDER = ["error", "warning", "info"] as const;

/** The list of findings (问题清单) as it stands: the row of its heads, which is repeated on every page, and what it lists. */
export interface List {
  readonly headRow: number;
  readonly listed: ReadonlySet<string>;
}

/** The gravest first, ignored ones last, each with what the user noted on it before. */
export function addFindings(sheet: SheetBuilder, findings: readonly ReportedFinding[], earlier: EarlierSheet, language: Language): List {
  const word = (id: MessageId) => render(say(id), language);
  const listed = new Set<string>();
  sheet.heading("findings", word("summary-findings"));
  const headRow = sheet.nextRow;
  sheet.heads([
    [FINDING.number, word("summary-number")], [FINDING.place, word("summary-place")], [FINDING.shown, word("summary-shown")],
    [FINDING.message, word("summary-message")], [FINDING.remark, word("summary-done")]
  ]);
  if (!findings.length) sheet.banner(word("summary-no-findings"), "good");
  inOrder(findings).forEach((finding, index) => {
    const fingerprint = unused(finding.fingerprint, listed);
    listed.add(fingerprint);
    // The short number leads to the cell: a link with a long text is cut off by programs that don't wrap links, and those leave out its line break.
    const link = addressOf(finding);
    sheet.row([
      [FINDING.number, written(`${index + 1} \n${severityOf(finding, language)}`, styleOf(finding), link ? { link } : {})],
      [FINDING.place, written(placeText(finding.sheet, finding.cell), "text")],
      [FINDING.shown, written(shownText(finding.actual, finding.expected), "center")],
      [FINDING.message, written(wholeMessage(finding, language), "text")],
      [FINDING.remark, written(earlier.noted.get(fingerprint)?.remark || null, "remark")]
    ], findingKey(fingerprint));
  });
  return { headRow, listed };
}

/** Findings that an earlier check listed and this one does not, where the user had noted something on them (已处理); in the columns of the list. */
export function addSolved(sheet: SheetBuilder, { listed }: List, earlier: EarlierSheet, checkedAt: string, language: Language): void {
  const word = (id: MessageId, data: Sentence["data"] = {}) => render(say(id, data), language);
  const solved = [...earlier.noted.values()].filter(({ fingerprint, remark }) =>
    !listed.has(fingerprint) && (remark !== "" || earlier.isKept(solvedKey(fingerprint))));
  if (!solved.length) return;
  sheet.begin("solved");
  sheet.banner(word("summary-solved"), "label");
  solved.forEach(({ fingerprint, severity, place, shown, message, since, remark }, index) => {
    const when = since ?? word("summary-solved-at", { checkedAt: checkedAt || word("summary-no-time") });
    sheet.row([
      [FINDING.number, written(`${index + 1} \n${severity}`, "muted")],
      [FINDING.place, written(place, "text")],
      [FINDING.shown, written(shown, "center")],
      [FINDING.message, written(`${message}\n${when}`, "text")],
      [FINDING.remark, written(remark || null, "remark")]
    ], solvedKey(fingerprint));
  });
}

/** Who filled it in, who is answerable for it, and when, to be written by hand. */
export function addSignature(sheet: SheetBuilder, language: Language): void {
  sheet.begin("signature");
  const parts = (["summary-signed-by", "summary-signed-head", "summary-signed-date"] as const).map((id) => render(say(id), language));
  sheet.row(SIGNATURE.map((span, index) => [span, written(parts[index]!, "signature")]));
}

/** Two findings may share a fingerprint: then the second is known by its number among them. */
function unused(fingerprint: string, taken: ReadonlySet<string>): string {
  let name = fingerprint;
  for (let number = 2; taken.has(name); number++) name = `${fingerprint}#${number}`;
  return name;
}

/** As both sheets number them. */
export function inOrder(findings: readonly ReportedFinding[]): ReportedFinding[] {
  const rank = (finding: ReportedFinding) => ORDER.indexOf(finding.severity) + (finding.ignored ? ORDER.length : 0);
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

export function severityOf({ severity, ignored }: ReportedFinding, language: Language): string {
  return render(say(ignored ? "severity-ignored" : `severity-${severity}`), language);
}

export function styleOf(finding: ReportedFinding): CellStyle {
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
