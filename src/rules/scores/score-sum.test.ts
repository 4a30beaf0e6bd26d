import { linesWith, scoresWith, WITH_SUBTOTAL } from "../../../test/support/score-cases";
import { testRule } from "../../../test/support/rule-tester";
import { scoreSum } from "./score-sum";

testRule(scoreSum, {
  valid: {
    "a clean table": scoresWith(),
    "a 小计 of the third party": scoresWith(WITH_SUBTOTAL),
    "a line that agrees": scoresWith({ A16: "购买方评估 得分：18.50分" }),
    "lines without a table": linesWith()
  },
  invalid: {
    "a wrong 小计, the total follows": [scoresWith({ ...WITH_SUBTOTAL, D9: 47.46, D13: 87.21 }), { at: "评分!D9", severity: "error", expected: "47.36" }],
    "a wrong total beside a 小计": [scoresWith({ ...WITH_SUBTOTAL, D13: 134.47 }), { at: "评分!D13", expected: "87.11" }],
    "a wrong total": [scoresWith({ D12: 88.11 }), { at: "评分!D12", severity: "error", expected: "87.11", fix: 87.11 }],
    "a wrong total under the right grade": [scoresWith({ D12: 97.11 }), { at: "评分!D12", expected: "87.11" }],
    "a line that differs from the table": [scoresWith({ A16: "购买方评估 得分：18.00分" }), { at: "评分!A16", expected: "18.50" }],
    "a line of its own above its maximum": [scoresWith({ A16: "购买方评估 得分：21.00分" }), { at: "评分!A16", expected: "18.50" }],
    "lines whose total is no sum": [linesWith({ A5: "总得分：86.45分" }), { at: "报告!A5", expected: "85.45" }]
  }
});
