import type { BuiltRoster } from "../../../test/support/roster-builder";
import { month, testRosterRule } from "../../../test/support/roster-cases";
import { attendanceMonths } from "./attendance-months";

const head = (b: BuiltRoster, m: number): string => b.name(b.rows[0]! - 2, month(b, m));

/** Heads, the index of the one that names another month than its place, what is said of it. */
const MISNAMED: readonly [(string | number)[], number, string][] = [
  [["9月", "10月", "12月", "12月", "2025年1月", "2025年2月"], 2, "「12月」应为“11月”"],
  [["9月", "9月", "11月", "12月", "2025年1月", "2025年2月"], 1, "「9月」应为“10月”"],
  [["9月", "10月", "11月", "12月", "2025年2月", "2025年2月"], 4, "「2025年2月」应为“2025年1月”"],
  [["9月", "10月", "11月", "12月", "1月", "3月"], 5, "「3月」应为“2月”"],
  [["8月", "10月", "11月", "12月", "1月", "2月"], 0, "「8月」应为“9月”"],
  [["9月", "10月", "11月", "12月", "2024年1月", "2月"], 4, "「2024年1月」应为“2025年1月”"],
  [["9月", "10月", "13月", "12月", "2025年1月", "2025年2月"], 2, "「13月」应为“11月”"],
  [["9月", "10月", "", "12月", "2025年1月", "2025年2月"], 2, "空白应为“11月”"],
  [["2024年9月", "2024年10月", "2025年11月", "2024年12月", "2025年1月", "2025年2月"], 2, "「2025年11月」应为“2024年11月”"],
  [[45536, 45566, 45597, 45597, 45658, 45689], 3, "应为"]
];

testRosterRule(attendanceMonths, {
  valid: {
    "a clean roster": {}
  },
  invalid: {
    "not consecutive": { spec: { months: ["9月", "10月", "11月", "12月", "2025年2月", "2025年3月"] }, at: (b) => head(b, 4), severity: "warning" },
    "not the period's": { settings: { period: { start: "2024-09-10", end: "2025-01-31" } }, at: (b) => head(b, 5), severity: "warning" },
    "outside the agreement": { spec: { agreement: "年度服务协议时间：2024年10月10日至2025年10月9日" }, at: (b) => head(b, 0), severity: "warning" },
    ...Object.fromEntries(MISNAMED.flatMap(([months, wrong, says]) => [true, false].map((formulas) => [
      `a wrong head: ${months.join(" ")}${formulas ? "" : ", typed"}`, { spec: { months, formulas }, says, at: (b: BuiltRoster) => head(b, wrong), severity: "warning" as const }
    ])))
  }
});
