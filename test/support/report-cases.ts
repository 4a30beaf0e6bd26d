import { render } from "../../src/messages";
import type { RuleId } from "../../src/messages/rule-texts";
import type { SentenceFinding } from "../../src/report/statement-types";
import { checkWritten } from "../../src/report/written";
import { REPORT_RULES } from "../../src/rules/list";
import type { Workbook } from "../../src/workbook";
import { textDocument } from "./text-document";

export interface ReportCase {
  /** A paragraph each; "# " before headings. */
  readonly text: readonly string[];
  /** The report's own tables. */
  readonly tables?: () => Workbook;
}

export interface InvalidReport extends ReportCase {
  /** What the finding's place quotes, or a part of it. */
  readonly quote: string;
  readonly expected?: string;
  readonly severity?: "error" | "warning";
  /** Words of the message. */
  readonly says?: string;
}

export function sentenceFindings({ text, tables }: ReportCase): SentenceFinding[] {
  const { findings } = checkWritten(textDocument(text, tables?.()));
  return findings.filter((finding): finding is SentenceFinding => "place" in finding);
}

/** A rule's cases: what no rule about sentences may find anything in, and what this rule finds once, and no other anything. */
export function testReportRule(id: RuleId, { valid, invalid }: { readonly valid: readonly ReportCase[]; readonly invalid: readonly InvalidReport[] }): void {
  describe(id, () => {
    const rule = REPORT_RULES.find(({ meta }) => meta.id === id)!;

    test("is in the list, with its basis in both languages", () => {
      expect(render(rule.basis)).not.toBe(render(rule.basis, "en"));
    });

    test.each(valid.map((one) => [one.text.join(" / "), one] as const))("right: %s", (_, one) => {
      expect(sentenceFindings(one).map(({ rule: found, message }) => `${found} ${message}`)).toEqual([]);
    });

    test.each(invalid.map((one) => [one.text.join(" / "), one] as const))("wrong: %s", (_, one) => {
      const found = sentenceFindings(one);
      expect(found.map((finding) => finding.rule)).toEqual([id]);
      const [finding] = found;
      expect(finding!.place.quote.replace(/\s/g, "")).toContain(one.quote.replace(/\s/g, ""));
      if (one.expected !== undefined) expect(finding!.expected).toBe(one.expected);
      if (one.severity !== undefined) expect(finding!.severity).toBe(one.severity);
      if (one.says !== undefined) expect(finding!.message).toContain(one.says);
    });
  });
}
