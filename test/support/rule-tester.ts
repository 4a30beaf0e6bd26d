import { render } from "../../src/messages";
import { findingsOf, know, type Known } from "../../src/report/check";
import { RULES } from "../../src/rules/list";
import { told, type Finding, type Severity } from "../../src/rules/finding";
import type { Rule } from "../../src/rules/rule";
import { parseSettings, type SettingsInput } from "../../src/settings";
import { addressName, type CellAddress, type Workbook } from "../../src/workbook";

export interface ExpectedFinding {
  /** "指标!E4" */
  readonly at: string;
  readonly severity?: Severity;
  readonly actual?: string;
  readonly expected?: string;
  /** A part of the message. */
  readonly says?: string;
  /** What the message must not say. */
  readonly saysNot?: string;
  /** Cells listed as consequences. */
  readonly consequences?: readonly string[];
  readonly fix?: string | number | null;
}

/** A workbook, with the settings that it is checked with where they are no defaults. */
export type Made = Workbook | { readonly workbook: Workbook; readonly settings: SettingsInput };

/** A workbook with what the rule must find; `besides` names what other rules may find, too: "error total-mismatch D7". */
export type Invalid = readonly [() => Made, ...ExpectedFinding[]] | (() => { readonly made: Made; readonly expected: readonly ExpectedFinding[]; readonly besides?: readonly string[] });

export interface RuleCases {
  /** Workbooks in which the rule finds nothing, and no other rule an error or a warning. */
  readonly valid: Readonly<Record<string, () => Made>>;
  /** Workbooks with what the rule must find, and nothing else of other rules that is an error or a warning. */
  readonly invalid: Readonly<Record<string, Invalid>>;
}

/**
 * One case table for one rule. The rule looks alone at what is known of the workbook; then all rules do, and none may
 * find more. Refuses a rule that is not in the list or changes what it looks at, an invalid case that names no finding, and
 * a workbook that stands in the table twice.
 */
export function testRule(rule: Rule, cases: RuleCases): void {
  const { id } = rule.meta;
  describe(id, () => {
    test("the table", () => expect(problemsOf(rule, cases)).toEqual([]));
    for (const [name, make] of Object.entries(cases.valid)) {
      test(`valid: ${name}`, () => {
        const known = knownOf(make());
        expect(alone(rule, known).map(brief)).toEqual([]);
        expect(findingsOf(known).filter((finding) => finding.rule === id || finding.severity !== "info").map(brief)).toEqual([]);
      });
    }
    for (const [name, one] of Object.entries(cases.invalid)) {
      test(`invalid: ${name}`, () => {
        const { made, expected, besides } = opened(one);
        const known = knownOf(made);
        expect(alone(rule, known).map(({ at }) => placeOf(at))).toEqual(expected.map(({ at }) => at));
        const all = findingsOf(known);
        const own = all.filter((finding) => finding.rule === id);
        expect(own.map(({ at }) => placeOf(at))).toEqual(expected.map(({ at }) => at));
        own.forEach((finding, index) => compare(finding, expected[index]!));
        const others = all.filter((finding) => finding.rule !== id && finding.severity !== "info");
        if (besides.length === 0) expect(others.map(brief)).toEqual([]);
        else expect(others.map(({ severity, rule: by, at }) => `${severity} ${by} ${addressName(at)}`).sort()).toEqual([...besides].sort());
      });
    }
  });
}

/** What is wrong with a case table itself; empty for one that proves something. */
export function problemsOf(rule: Rule, { valid, invalid }: RuleCases): string[] {
  const cases: [string, () => Made][] = [...Object.entries(valid), ...Object.entries(invalid).map(([name, one]): [string, () => Made] => [name, () => opened(one).made])];
  const seen = new Map<string, string>();
  const twice = cases.flatMap(([name, make]) => {
    const text = asText(make());
    const before = seen.get(text);
    seen.set(text, name);
    return before === undefined ? [] : [`"${name}" is the workbook of "${before}"`];
  });
  return [
    ...(RULES.includes(rule) ? [] : ["the rule is not in the list"]),
    ...(Object.keys(valid).length === 0 ? ["no valid case"] : []),
    ...(Object.keys(invalid).length === 0 ? ["no invalid case"] : []),
    ...Object.entries(invalid).flatMap(([name, one]) => (opened(one).expected.length === 0 ? [`"${name}" names no finding`] : [])),
    ...cases.filter(([, make]) => changesInput(rule, knownOf(make()))).map(([name]) => `the rule changes what it looks at in "${name}"`),
    ...twice
  ];
}

function changesInput(rule: Rule, { context }: Known): boolean {
  const looked = { workbook: context.workbook, tables: context.tables, settings: context.settings, evaluation: context.evaluation };
  const before = asText(looked);
  alone(rule, { context });
  return asText(looked) !== before;
}

/** What the rule finds, whatever other rules say. */
function alone(rule: Rule, { context }: Pick<Known, "context">): Finding[] {
  return [...rule.check(context)].map((found) => told(found, found.mend()));
}

function opened(one: Invalid): { made: Made; expected: readonly ExpectedFinding[]; besides: readonly string[] } {
  if (typeof one === "function") {
    const { made, expected, besides = [] } = one();
    return { made, expected, besides };
  }
  const [make, ...expected] = one;
  return { made: make(), expected, besides: [] };
}

function knownOf(made: Made): Known {
  const { workbook, settings } = "workbook" in made ? made : { workbook: made, settings: {} };
  return know(workbook, parseSettings(settings))!;
}

/** All of it as a text, maps and sets as lists. */
function asText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (part instanceof Map || part instanceof Set ? [...part] : part));
}

const placeOf = (at: CellAddress): string => `${at.sheet}!${addressName(at)}`;
const brief = (finding: Finding): string => `${finding.severity} ${finding.rule} ${placeOf(finding.at)} ${render(finding.message)}`;

function compare(finding: Finding, expected: ExpectedFinding): void {
  const message = render(finding.message);
  if (expected.severity !== undefined) expect(finding.severity).toBe(expected.severity);
  if (expected.actual !== undefined) expect(finding.actual).toBe(expected.actual);
  if (expected.saysNot !== undefined) expect(message).not.toContain(expected.saysNot);
  if (expected.expected !== undefined) expect(finding.expected).toBe(expected.expected);
  if (expected.says !== undefined) expect(message).toContain(expected.says);
  if (expected.consequences !== undefined) expect(finding.consequences.map(({ at }) => placeOf(at))).toEqual(expected.consequences);
  if (expected.fix !== undefined) expect(finding.fix?.after ?? null).toEqual(expected.fix);
  // No gap in a sentence, and no person's name.
  expect(`${message}${render(finding.message, "en")}${render(finding.basis)}`).not.toMatch(/undefined|null|NaN|\{|社工\d{3}|社工九九/);
  expect(render(finding.basis)).not.toBe("");
}
