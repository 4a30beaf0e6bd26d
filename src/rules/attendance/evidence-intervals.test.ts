import { buildRoster, type PersonSpec, type RosterSpec } from "../../../test/support/roster-builder";
import { check } from "../../report/check";
import { parseSettings, type SettingsInput } from "../../settings";

describe("evidence intervals: right or wrong only by a day that the reports leave open is no error", () => {
  const months = ["9月", "10月", "11月", "12月"];
  const base: RosterSpec = { months, persons: [], retention: null, agreement: "年度服务协议时间：2024年9月1日至2025年8月31日" };
  const period = (start: string, end: string): SettingsInput => ({ period: { start, end }, headcount: 20 });
  const said = (persons: PersonSpec[], input: SettingsInput, spec: Partial<RosterSpec> = {}): string[] =>
    check(buildRoster({ ...base, persons, ...spec }).workbook, parseSettings(input))!.findings
      .filter(({ severity, rule }) => severity !== "info" && rule !== "attendance-shortage" && rule !== "attendance-retention-limit").map(({ severity, rule }) => `${severity} ${rule}`);
  const many = (letters: string, count = 9): PersonSpec[] => Array.from({ length: count }, () => ({ months: letters }));
  const NO_TOTALS = { order: ["type", "no", "name", "contract", "months", "remark"] };

  test.each<[string, PersonSpec[], SettingsInput, Partial<RosterSpec>, string[]]>([
    ["everybody counts the first month half", many("h111"), period("2024-09-12", "2024-12-31"), {}, []],
    ["… and no 小计 is printed", many("h111"), period("2024-09-12", "2024-12-31"), NO_TOTALS, []],
    ["everybody counts the last month half", many("111h"), period("2024-09-01", "2024-12-20"), {}, []],
    ["one does not", [...many("h111"), { months: "1111" }], period("2024-09-12", "2024-12-31"), {}, ["warning attendance-person-total"]],
    ["one counts half where the others count in full", [...many("1111"), { months: "h111" }], period("2024-09-12", "2024-12-31"), {}, ["warning attendance-person-total"]],
    ["four do not: said once", [...many("h111"), ...many("1111", 4)], period("2024-09-12", "2024-12-31"), {}, ["warning attendance-person-total"]],
    ["joined on the 20th, counted in full", [...many("1111"), { months: "0111", remark: "2024.10.20入职" }], period("2024-09-01", "2024-12-31"), {}, ["warning attendance-person-total"]],
    ["joined on the 21st, counted in full", [...many("1111"), { months: "0111", remark: "2024.10.21入职" }], period("2024-09-01", "2024-12-31"), {}, ["error attendance-person-total"]],
    ["joined on the 10th, counted half", [...many("1111"), { months: "0h11", remark: "2024.10.10入职" }], period("2024-09-01", "2024-12-31"), {}, ["error attendance-person-total"]],
    ["joined on the 11th, counted half", [...many("1111"), { months: "0h11", remark: "2024.10.11入职" }], period("2024-09-01", "2024-12-31"), {}, ["warning attendance-person-total"]],
    ["joined on a day that is not written, counted half", [...many("1111"), { months: "0h11", remark: "新入职" }], period("2024-09-01", "2024-12-31"), {}, ["warning attendance-person-total"]],
    ["a day that nobody can read, counted half", [...many("1111"), { months: "0h11", remark: "2024.13.18入职" }], period("2024-09-01", "2024-12-31"), {}, ["warning attendance-person-total"]],
    ["left on the 13th, counted in full", [...many("1111"), { months: "1100", remark: "2024.10.13离职" }], period("2024-09-01", "2024-12-31"), {}, ["warning attendance-person-total"]],
    ["joined on the 20th, counted in full, no 小计", [...many("1111"), { months: "0111", remark: "2024.10.20入职" }], period("2024-09-01", "2024-12-31"), NO_TOTALS, ["warning attendance-month-total"]]
  ])("%s", (_, persons, input, spec, expected) => expect([...new Set(said(persons, input, spec))]).toEqual(expected));
});
