import type { Language } from "../../src/messages";
import { checkWorkbook, type ReportedFinding } from "../../src/report";
import type { SentenceFinding } from "../../src/report/statement-types";
import { checkWritten } from "../../src/report/written";
import { textDocument } from "../support/text-document";
import { holdAgainstMid, takeSitting } from "../../src/review";
import { isOfMid, isOfReport, type AnyExample } from "./example";

export type ExampleFinding = ReportedFinding | SentenceFinding;

/** What the whole engine says of one side of an example. */
export function findingsOf(example: AnyExample, side: "wrong" | "right", language: Language = "zh"): readonly ExampleFinding[] {
  if (isOfReport(example)) return checkWritten(textDocument(example[side]), { language }).findings;
  const workbook = example[side];
  if (workbook === null) return [];
  if (isOfMid(example)) {
    const [mid, final] = [example.mid(), workbook()].map((each) => takeSitting(each, { language }));
    return holdAgainstMid(mid!, final!, language).findings;
  }
  const report = checkWorkbook(workbook(), { language, settings: example.settings });
  if (report.error) throw new Error(`the example cannot be checked: ${report.error.message}`);
  return report.findings;
}

/** The finding that the wrong side of the example draws of its rule. */
export function findingOf(ruleId: string, example: AnyExample, language: Language): ExampleFinding {
  const found = findingsOf(example, "wrong", language).filter(({ rule }) => rule === ruleId);
  if (found.length !== 1) throw new Error(`the example of ${ruleId} draws ${found.length} findings of it`);
  return found[0]!;
}
