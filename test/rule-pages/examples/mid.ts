import { buildRoster, type PersonSpec } from "../../support/roster-builder";
import { stationWith, type Changes } from "../../support/station";
import type { Workbook } from "../../../src/workbook";
import type { MidExample } from "../example";

const YEAR = "（2024年9月10日至2025年8月31日）";
const INDICATORS = { sheet: "指标", columns: "A:E", rows: "2:7" } as const;
const ROSTER = { sheet: "附件2", columns: "A:C,F:K", rows: "2:7" } as const;

const titled = (period: string, changes: Changes = {}): Workbook => {
  const title = `某街社工站指标完成情况统计表${period}`;
  return stationWith({ "指标!A1": title, "卡!A1": title, ...changes });
};

/** The months of the first half, or of the whole year, as strings of ticks. */
function roster(half: boolean, persons: readonly string[] = ["1", "1", "1"], agreement = "年度服务协议时间：2024年9月10日至2025年9月9日"): Workbook {
  const months = ["2024年9月", "10月", "11月", "12月", "2025年1月", "2月", ...(half ? [] : ["3月", "4月", "5月", "6月", "7月", "8月"])];
  const ticks = persons.map((first, i): PersonSpec => ({ name: `社工${i + 1}`, contract: "2020.1.1-2029.3.27", months: first.padEnd(months.length, "1") }));
  return buildRoster({ sheet: "附件2", months, title: `某街社工站社工到岗情况统计表${half ? "（2024年9月10日至2025年2月28日）" : YEAR}`, agreement, persons: ticks, bottoms: false }).workbook;
}

export const midExamples = {
  "mid-months": {
    mid: () => stationWith({}),
    wrong: () => titled("（2025年4月1日至2025年8月31日）"),
    right: () => titled("（2025年3月1日至2025年8月31日）"),
    show: [{ sheet: "指标", columns: "A", rows: "1" }],
    notes: { wrong: "mid-term-ended", right: "mid-term-ended" }
  },
  "mid-agreement": {
    mid: () => roster(true),
    wrong: () => roster(false, undefined, "年度服务协议时间：2024年9月10日至2025年12月31日"),
    right: () => roster(false),
    show: [{ sheet: "附件2", columns: "A", rows: "1:2" }],
    notes: { wrong: "mid-term-agreed", right: "mid-term-agreed" }
  },
  "mid-target": {
    mid: () => stationWith({}), wrong: () => titled(YEAR, { "指标!C4": 500 }), right: () => titled(YEAR), show: [INDICATORS],
    notes: { wrong: "mid-term-600", right: "mid-term-600" }
  },
  "mid-done": {
    mid: () => stationWith({}), wrong: () => titled(YEAR, { "指标!D4": 620 }), right: () => titled(YEAR), show: [INDICATORS],
    notes: { wrong: "mid-term-634", right: "mid-term-634" }
  },
  "mid-staff": {
    mid: () => roster(true, ["10", "1", "1"]), wrong: () => roster(false), right: () => roster(false, ["10", "1", "1"]), show: [ROSTER],
    notes: { wrong: "mid-term-present", right: "mid-term-present" }
  }
} satisfies Readonly<Record<string, MidExample>>;
