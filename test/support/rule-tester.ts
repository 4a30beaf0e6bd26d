import { checkWorkbook, type ReportedFinding } from "../../src/report";
import { RULES } from "../../src/rules/list";
import type { Severity } from "../../src/rules/finding";
import type { Workbook } from "../../src/workbook";

export interface ExpectedFinding {
  /** "指标!E4" */
  readonly at: string;
  readonly severity?: Severity;
  readonly actual?: string;
  readonly expected?: string;
  /** A part of the message. */
  readonly says?: string;
  /** Cells listed as consequences. */
  readonly consequences?: readonly string[];
  readonly fix?: string | number | null;
}

export interface RuleCases {
  /** Workbooks in which the rule finds nothing, and nothing else draws an error or a warning. */
  readonly valid: Readonly<Record<string, () => Workbook>>;
  /** Workbooks with what the rule must find, and nothing else of that severity or worse. */
  readonly invalid: Readonly<Record<string, readonly [() => Workbook, ...ExpectedFinding[]]>>;
}

/** One case table for one rule. Refuses a rule that does not exist, and an invalid case that names no finding. */
export function testRule(id: string, cases: RuleCases): void {
  describe(id, () => {
    test("the rule is in the list", () => expect(RULES.map((rule) => rule.meta.id)).toContain(id));
    for (const [name, make] of Object.entries(cases.valid)) {
      test(`valid: ${name}`, () => {
        const findings = findingsIn(make());
        expect(findings.filter((finding) => finding.rule === id).map(brief)).toEqual([]);
        expect(findings.filter((finding) => finding.severity !== "info").map(brief)).toEqual([]);
      });
    }
    for (const [name, [make, ...expected]] of Object.entries(cases.invalid)) {
      test(`invalid: ${name}`, () => {
        expect(expected.length).toBeGreaterThan(0);
        const workbook = make();
        const before = JSON.stringify(workbook.sheets.map((sheet) => [...sheet.cells]));
        const findings = findingsIn(workbook);
        expect(JSON.stringify(workbook.sheets.map((sheet) => [...sheet.cells]))).toBe(before);
        const own = findings.filter((finding) => finding.rule === id);
        expect(own.map(placeOf)).toEqual(expected.map((one) => one.at));
        own.forEach((finding, index) => compare(finding, expected[index]!));
        expect(findings.filter((finding) => finding.rule !== id && finding.severity !== "info").map(brief)).toEqual([]);
      });
    }
  });
}

function findingsIn(workbook: Workbook): readonly ReportedFinding[] {
  const report = checkWorkbook(workbook);
  expect(report.error).toBeNull();
  return report.findings;
}

const placeOf = (finding: ReportedFinding): string => `${finding.sheet}!${finding.cell}`;
const brief = (finding: ReportedFinding): string => `${finding.severity} ${finding.rule} ${placeOf(finding)} ${finding.message}`;

function compare(finding: ReportedFinding, expected: ExpectedFinding): void {
  if (expected.severity !== undefined) expect(finding.severity).toBe(expected.severity);
  if (expected.actual !== undefined) expect(finding.actual).toBe(expected.actual);
  if (expected.expected !== undefined) expect(finding.expected).toBe(expected.expected);
  if (expected.says !== undefined) expect(finding.message).toContain(expected.says);
  if (expected.consequences !== undefined) expect(finding.consequences.map(({ sheet, cell }) => `${sheet}!${cell}`)).toEqual(expected.consequences);
  if (expected.fix !== undefined) expect(finding.fix?.after ?? null).toEqual(expected.fix);
  expect(finding.message).not.toMatch(/undefined|null|NaN|\{/);
  expect(finding.basis).not.toBe("");
}
