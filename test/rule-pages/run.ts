import type { Language } from "../../src/messages";
import { checkWorkbook, type ReportedFinding } from "../../src/report";
import type { Workbook } from "../../src/workbook";
import type { RuleExample } from "./example";

/** What the whole engine says of a workbook of an example. */
export function findingsOf(workbook: Workbook, example: RuleExample, language: Language = "zh"): readonly ReportedFinding[] {
  const report = checkWorkbook(workbook, { language, settings: example.settings });
  if (report.error) throw new Error(`the example cannot be checked: ${report.error.message}`);
  return report.findings;
}

/** The finding that the wrong workbook of the example draws of its rule. */
export function findingOf(ruleId: string, example: RuleExample, language: Language): ReportedFinding {
  const found = findingsOf(example.wrong(), example, language).filter(({ rule }) => rule === ruleId);
  if (found.length !== 1) throw new Error(`the example of ${ruleId} draws ${found.length} findings of it`);
  return found[0]!;
}
