import { scoresWith } from "../../../test/support/score-cases";
import { testRule } from "../../../test/support/rule-tester";
import { scoreWeights } from "./score-weights";

testRule(scoreWeights, {
  valid: {
    "a clean table": scoresWith(),
    "an item scored out of 100": scoresWith({ B9: 100, C9: 92.5 })
  },
  invalid: {
    "one that does not count what is usual": [() => scoresWith({ B11: 20, B12: 110 })(), { at: "评分!B11", severity: "error", expected: "10" }]
  }
});
