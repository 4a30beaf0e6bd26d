import { scoresWith } from "../../../test/support/score-cases";
import { testRule } from "../../../test/support/rule-tester";
import { scoreTextNumber } from "./score-text-number";

testRule(scoreTextNumber, {
  valid: {
    "a clean table": scoresWith(),
    "points with their unit throughout": scoresWith(Object.fromEntries([10, 15, 10, 20, 20, 20, 20, 15, 10].map((points, i) => [`B${3 + i}`, `${points}分`])))
  },
  invalid: {
    "a score": [scoresWith({ D5: "9.6" }), { at: "评分!D5", severity: "error", expected: "9.6", fix: 9.6 }],
    "with its unit": [scoresWith({ C10: "12.75分" }), { at: "评分!C10", severity: "error", expected: "12.75" }]
  }
});
