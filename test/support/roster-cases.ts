import type { Rule } from "../../src/rules/rule";
import type { SettingsInput } from "../../src/settings";
import type { Scalar } from "../../src/workbook";
import { buildRoster, type BuiltRoster, type PersonSpec, type RosterSpec } from "./roster-builder";
import { testRule, type ExpectedFinding, type Invalid, type Made } from "./rule-tester";

export const MONTHS = ["9月", "10月", "11月", "12月", "2025年1月", "2025年2月"];
export const AGREEMENT = "年度服务协议时间：2024年9月10日至2025年9月9日";

/** A clean roster: 20 of 20 posts filled in every month, and one who left and one who came. */
export const CLEAN: readonly PersonSpec[] = [
  ...Array.from({ length: 12 }, (): PersonSpec => ({ months: "111111", senior: 6 })),
  { months: "110000", remark: "2024.10.31离职" },
  { months: "00h111", remark: "2024.11.18入职", contract: "2024.11.18-2027.11.17" },
  ...Array.from({ length: 7 }, (): PersonSpec => ({ months: "111111", group: "uncertified" }))
];

/** The clean roster, its persons changed. */
export function rosterOf(change: (persons: PersonSpec[]) => void = () => undefined, spec: Partial<RosterSpec> = {}): BuiltRoster {
  const persons = CLEAN.map((person) => ({ ...person }));
  change(persons);
  return buildRoster({ months: MONTHS, agreement: AGREEMENT, persons, ...spec });
}

export function replaced(persons: PersonSpec[], index: number, change: Partial<PersonSpec>): void {
  persons[index] = { ...persons[index]!, ...change };
}

/** The column of a month's mark; the name of a cell of a bottom row. */
export const month = (built: BuiltRoster, m: number, j = 0): number => built.monthColumns[m]! + j;
export const bottom = (built: BuiltRoster, key: string, column: number | string): string => built.name(built.bottom[key]!, column);

/** The clean roster with something changed. */
export interface RosterCase {
  readonly change?: (persons: PersonSpec[]) => void;
  readonly spec?: Partial<RosterSpec>;
  /** Cells written over after building. */
  readonly override?: (built: BuiltRoster) => Readonly<Record<string, Scalar>>;
  readonly settings?: SettingsInput;
}

export interface WrongRosterCase extends RosterCase, Omit<ExpectedFinding, "at"> {
  /** The cell of the rule's finding: "Y5". */
  readonly at: (built: BuiltRoster) => string;
  /** What other rules find besides: "error attendance-sum Y5". */
  readonly besides?: (built: BuiltRoster) => readonly string[];
}

/** One case table for one rule about the roster. */
export function testRosterRule(rule: Rule, cases: { readonly valid: Readonly<Record<string, RosterCase>>; readonly invalid: Readonly<Record<string, WrongRosterCase>> }): void {
  testRule(rule, {
    valid: Object.fromEntries(Object.entries(cases.valid).map(([name, one]) => [name, () => made(one).made])),
    invalid: Object.fromEntries(Object.entries(cases.invalid).map(([name, one]): [string, Invalid] => [name, () => {
      const { made: workbook, built } = made(one);
      return { made: workbook, expected: [{ ...one, at: `${built.sheet.name}!${one.at(built)}` }], besides: one.besides?.(built) };
    }]))
  });
}

function made({ change, spec, override, settings = {} }: RosterCase): { made: Made; built: BuiltRoster } {
  const plain = rosterOf(change, spec);
  const built = override ? rosterOf(change, { ...spec, override: override(plain) }) : plain;
  return { made: { workbook: built.workbook, settings }, built };
}
