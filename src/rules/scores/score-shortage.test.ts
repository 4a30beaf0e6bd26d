import { buildRoster, workbookOf } from "../../../test/support/roster-builder";
import { testRule } from "../../../test/support/rule-tester";
import { scoreSheet } from "../../../test/support/score-cases";
import type { SettingsInput } from "../../settings";
import { scoreShortage } from "./score-shortage";

/** Ten persons in two months beside a good grade. */
const tenPersons = (settings: SettingsInput) => {
  const roster = buildRoster({ months: ["2024年9月", "10月"], persons: Array.from({ length: 10 }, () => ({ months: "11" })), retention: null });
  return { workbook: workbookOf(scoreSheet(), roster.sheet), settings };
};

testRule(scoreShortage, {
  valid: { "ten are asked for": () => tenPersons({ headcount: 10 }) },
  invalid: {
    "twenty are asked for": () => ({
      made: tenPersons({ headcount: 20 }), expected: [{ at: "评分!A14", severity: "warning", says: "一票否决情形成立" }], besides: ["warning attendance-retention-limit G20", "warning attendance-shortage M18"]
    }),
    "nobody has said how many are asked for": () => ({ made: tenPersons({}), expected: [{ at: "评分!A14", severity: "warning", says: "请先确认协议要求，再核对等级", saysNot: "一票否决情形成立" }], besides: ["warning attendance-retention-limit G20", "warning attendance-shortage M18"] })
  }
});
