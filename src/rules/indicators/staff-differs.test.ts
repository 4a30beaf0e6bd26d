import { testRule } from "../../../test/support/rule-tester";
import { rows } from "../../../test/support/sheet-builder";
import { clean, percent, stationWith } from "../../../test/support/station";
import { staffDiffers } from "./staff-differs";

const block = (numbers: readonly [number, number]) => ({
  cells: rows("A1", [["服务片区", "投入社工人数", "电访"], [null, null, "协议量", "完成量", "百分比"],
    ["片区1", numbers[0], 10, 5, percent("=D3/C3")], ["片区2", numbers[1], 10, 5, percent("=D4/C4")], ["合计", "=SUM(B3:B4)", "=SUM(C3:C4)", "=SUM(D3:D4)", percent("=D5/C5")]]),
  merges: ["A1:A2", "B1:B2", "C1:E1"]
});

testRule(staffDiffers, {
  valid: {
    "the clean workbook": clean,
    "an area whose name stands over the rows of two teams": () => stationWith({}, {}, (sheets) => {
      sheets["续表"] = {
        cells: rows("A1", [["服务片区", "投入社工人数", "电访"], [null, null, "协议量", "完成量", "百分比"], ["片区1", 3, 10, 5, percent("=D3/C3")], [null, 2, 10, 5, percent("=D4/C4")],
          ["片区2", 5, 10, 5, percent("=D5/C5")], ["合计", "=SUM(B3:B5)", "=SUM(C3:C5)", "=SUM(D3:D5)", percent("=D6/C6")]]),
        merges: ["A1:A2", "B1:B2", "C1:E1", "A3:A4"]
      };
    })
  },
  invalid: {
    "a second block with another number": [() => stationWith({}, {}, (sheets) => {
      sheets["续表"] = block([5, 6]);
    }), { at: "续表!B4", severity: "warning", actual: "6", expected: "5" }],
    "what most blocks say is right, whichever stands first": [() => stationWith({}, {}, (sheets) => {
      sheets["续表"] = block([5, 6]);
      sheets["再续"] = block([5, 6]);
    }), { at: "指标!B5", severity: "warning", actual: "5", expected: "6" }]
  }
});
