import { testRule } from "../../../test/support/rule-tester";
import { rows, workbookOf, type CellSpec } from "../../../test/support/sheet-builder";
import { stationWith } from "../../../test/support/station";
import { targetMissing } from "./target-missing";

/** A numbered list of indicators, with a last row that has `number`. */
const list = (number: CellSpec) => workbookOf({ 表: { cells: rows("A1", [["序号", "指标", "协议量", "完成量", "完成率"],
  ...([["电访", 870, 965], ["入户探访", 450, 449], ["专业个案接案", 11, 15], ["专业小组节数", 55, 66]] as const).map(([name, target, done], i): CellSpec[] => [i + 1, name, target, done, { f: `=D${i + 2}/C${i + 2}`, format: "0.00%" }]),
  [number, "大型社区活动次数", null, 13]]) } });

testRule(targetMissing, {
  valid: {
    "a row below the numbered ones, without a number": () => list(null),
    "nothing done either": () => stationWith({ "指标!H9": null, "指标!I9": null, "指标!J9": null }),
    "no target: a slash": () => stationWith({ "指标!H9": "/", "指标!J9": "/" })
  },
  invalid: {
    "blank": [() => stationWith({ "指标!H9": null }), { at: "指标!H9", severity: "error", says: "11", consequences: ["指标!J9"] }],
    "of a numbered row": [() => list(5), { at: "表!C6", severity: "error" }],
    "zero": [() => stationWith({ "指标!H9": 0 }), { at: "指标!H9", actual: "0" }],
    "an area's, that a card repeats with the sum": [() => stationWith({ "指标!F5": 0 }), { at: "指标!F5", actual: "0" }]
  }
});
