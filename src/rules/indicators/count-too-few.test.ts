import { testRule } from "../../../test/support/rule-tester";
import { workbookOf, rows, type CellSpec } from "../../../test/support/sheet-builder";
import { countTooFew } from "./count-too-few";

/** 专业小组 and 大型社区活动 of one area with what was done of each; the total row adds. */
function groups(done: { groups: CellSpec; sessions: CellSpec; people: CellSpec; events: CellSpec; visitors: CellSpec }) {
  const leaf = (name: string): string[] => [`协议${name}`, "完成量", "百分比"];
  const triple = (value: CellSpec, column: string): CellSpec[] => [40, value, `=${column}4/${String.fromCharCode(column.charCodeAt(0) - 1)}4`];
  return workbookOf({ 指标: {
    cells: {
      A1: "甲街社工服务站指标完成情况统计表", ...rows("A2", [
        ["服务片区", "专业小组", null, null, null, null, null, null, null, null, "大型社区活动", null, null, null, null, null],
        [null, ...leaf("个数"), ...leaf("节数"), ...leaf("人次"), ...leaf("次数"), ...leaf("人次")],
        ["片区1", ...triple(done.groups, "C"), ...triple(done.sessions, "F"), ...triple(done.people, "I"), ...triple(done.events, "L"), ...triple(done.visitors, "O")]
      ])
    },
    merges: ["A2:A3", "B2:J2", "K2:P2"]
  } });
}
const RIGHT = { groups: 3, sessions: 18, people: 150, events: 4, visitors: 300 };

testRule(countTooFew, {
  valid: {
    "as people meet": () => groups(RIGHT),
    "one session a group, one person a session": () => groups({ ...RIGHT, sessions: 3, people: 3 }),
    "nothing entered yet": () => groups({ ...RIGHT, sessions: null, people: null }),
    "nothing counted yet": () => groups({ ...RIGHT, sessions: 0, people: 0, visitors: 0 })
  },
  invalid: {
    "fewer sessions than groups": [() => groups({ ...RIGHT, sessions: 2 }), { at: "指标!F4", actual: "2", expected: "≥3" }],
    "fewer people than sessions": [() => groups({ ...RIGHT, people: 15 }), { at: "指标!I4", actual: "15", expected: "≥18" }],
    "fewer people than activities": [() => groups({ ...RIGHT, visitors: 3 }), { at: "指标!O4", actual: "3", expected: "≥4" }]
  }
});
