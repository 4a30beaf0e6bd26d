import { linesWith, scoresWith } from "../../../test/support/score-cases";
import { testRule } from "../../../test/support/rule-tester";
import { scoreMaximum } from "./score-maximum";

testRule(scoreMaximum, {
  valid: { "a clean table": scoresWith() },
  invalid: {
    "a score": [scoresWith({ C3: 10.5, D3: 10.5, D12: 88.68 }), { at: "评分!C3", severity: "error", expected: "" }],
    "a party": [scoresWith({ C9: 21, D9: 21, D12: 89.61 }), { at: "评分!C9", severity: "error" }],
    "a line repeats the number": [scoresWith({ C9: 21, D9: 21, D12: 89.61, A16: "购买方评估 得分：21.00分" }), { at: "评分!C9" }],
    "a line without a table": [linesWith({ A1: "购买方评估 得分：20.40分", A5: "总得分：86.45分" }), { at: "报告!A1", severity: "error" }]
  }
});
