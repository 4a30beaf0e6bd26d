import { render, say, type Language, type MessageId } from "../../messages";
import { relatedText } from "../../report/written-remarks";
import { isOfSentence } from "../../report/written-findings";
import type { AnyFinding } from "./marks";

/** Where a finding stands, for people: 第 49 段, 表5!Y12. */
export function placeText(finding: AnyFinding, language: Language): string {
  return isOfSentence(finding) ? render(say("document-paragraph", { number: finding.place.paragraph + 1 }), language) : `${finding.sheet}!${finding.cell}`;
}

/** A finding as text for a mail. */
export function documentFindingText(finding: AnyFinding, language: Language): string {
  const words = (id: MessageId, data: Record<string, string> = {}): string => render(say(id, data), language);
  const head = words("pane-copy-line", { severity: words(`severity-${finding.severity}`), place: placeText(finding, language), message: finding.message });
  const related = finding.related.map((one) => relatedText(one, language)).join(language === "zh" ? "；" : "; ");
  return [
    head,
    ...(isOfSentence(finding) ? [words("document-quote", { quote: finding.place.quote })] : []),
    ...(related === "" ? [] : [words("document-remark-related", { related })]),
    words("document-remark-basis", { basis: finding.basis })
  ].join("\n");
}

/** All findings as a list for a file or a mail, under the name of the report. */
export function documentListText(fileName: string, findings: readonly AnyFinding[], language: Language): string {
  return [fileName, ...findings.map((finding, index) => `${index + 1}. ${documentFindingText(finding, language)}`)].join("\n\n");
}
