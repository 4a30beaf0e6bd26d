import { scoresWith } from "../../../test/support/score-cases";
import { testRule } from "../../../test/support/rule-tester";
import { check } from "../../report/check";
import { parseSettings } from "../../settings";
import { scoreMean } from "./score-mean";

testRule(scoreMean, {
  valid: {
    "a clean table": scoresWith(),
    "scores out of 100 are converted": scoresWith({ B9: 100, C9: 92.5 })
  },
  invalid: {
    "a wrong mean, the total follows": [scoresWith({ D6: 16.8, D12: 87.48 }), { at: "评分!D6", severity: "error", expected: "16.43", consequences: ["评分!D12"] }],
    "a wrong mean under a right total": [scoresWith({ D6: 16.8 }), { at: "评分!D6", expected: "16.43", consequences: [] }],
    "a wrong conversion": [scoresWith({ D9: 18, D12: 86.61 }), { at: "评分!D9", expected: "18.50", consequences: ["评分!D12"] }],
    "a line that agrees with the score": [scoresWith({ D9: 18, D12: 86.61, A16: "购买方评估 得分：18.50分" }), { at: "评分!D9", expected: "18.50" }]
  }
});

test("a score that no number holds leaves the party's score open", () => {
  const { evaluation } = check(scoresWith({ D3: 1e308 })(), parseSettings({}))!;
  expect(evaluation.scores!.parties.thirdParty).toBeNull();
});
