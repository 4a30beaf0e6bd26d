import { render, say, type Language } from "../messages";
import type { RelatedCell, RelatedSentence, SentenceFinding } from "./statement-types";

/** A remark for a copy of the document, at the words that it is about. */
export interface Remark {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One remark for each finding of a sentence, in the order of the text. */
export function remarksOf(findings: readonly SentenceFinding[], language: Language = "zh"): Remark[] {
  const words = (...given: Parameters<typeof say>): string => render(say(...given), language);
  return findings.map(({ place: { paragraph, start, end }, severity, message, basis, related }) => ({
    paragraph, start, end,
    text: [
      words("document-remark", { severity: words(`cli-${severity}`), message }),
      ...(related.length > 0 ? [words("document-remark-related", { related: related.map((one) => relatedText(one, language)).join(language === "zh" ? "；" : "; ") })] : []),
      words("document-remark-basis", { basis })
    ].join("\n")
  }));
}

/** Where a finding leads, in words: 表5!Y12 到岗小计, [附件.xlsx]附件2!Y12 …, 第 49 段「…」 … */
export function relatedText(related: RelatedCell | RelatedSentence, language: Language = "zh"): string {
  if ("paragraph" in related) return `${render(say("document-paragraph", { number: related.paragraph + 1 }), language)}「${related.quote}」 ${related.label}`;
  return `${related.file === undefined ? "" : `[${related.file}]`}${related.sheet}!${related.cell} ${related.label}`;
}
