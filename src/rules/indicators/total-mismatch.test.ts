import { testRule } from "../../../test/support/rule-tester";
import { percent, stationWith } from "../../../test/support/station";
import { totalMismatch } from "./total-mismatch";

testRule(totalMismatch, {
  valid: {
    "a card that reads the total": () => stationWith({ "卡!F3": "=指标!C7", "卡!G3": "=指标!D7", "卡!H3": percent(1429 / 1330), "卡!E2": "困难群众和特殊群体建档" }),
    "typed totals that are right": () => stationWith({ "指标!C7": 1330, "指标!D7": 1429, "指标!B7": 15, "指标!F7": 44, "指标!G7": 24, "指标!I7": 30, "指标!J7": 15, "指标!M7": 987 })
  },
  invalid: {
    "typed wrong, its rate following": [() => stationWith({ "指标!D7": 1430, "指标!A12": null }), { at: "指标!D7", expected: "1429", fix: "=SUM(D4:D6)", consequences: ["指标!E7"] }],
    "an area left out": [() => stationWith({ "指标!D7": 779, "指标!A12": null }), { at: "指标!D7", says: "片区2", consequences: ["指标!E7"] }],
    "read by a card": [() => stationWith({ "指标!D7": 1430, "指标!A12": null, "卡!E2": "困难群众和特殊群体建档", "卡!F3": "=指标!C7", "卡!G3": "=指标!D7", "卡!H3": "=G3/F3" }),
      { at: "指标!D7", expected: "1429", consequences: ["指标!E7", "卡!H3", "卡!G3"] }],
    "staff": [() => stationWith({ "指标!B7": 16 }), { at: "指标!B7", expected: "15" }]
  }
});
