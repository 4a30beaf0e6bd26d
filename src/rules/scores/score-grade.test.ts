import { scoresWith } from "../../../test/support/score-cases";
import { testRule } from "../../../test/support/rule-tester";
import { scoreGrade } from "./score-grade";

testRule(scoreGrade, {
  valid: {
    "a clean table": scoresWith(),
    "in the last column": scoresWith({ A14: "评估等级：", D14: "良好" }),
    "a veto that was ticked makes 不合格 right": () => ({ workbook: scoresWith({ A14: "评估等级：不合格" })(), settings: { vetoes: { spending: true } } })
  },
  invalid: {
    "wrong": [scoresWith({ A14: "评估等级：优秀" }), { at: "评分!A14", severity: "error", expected: "良好" }],
    "不合格 in spite of the total": [scoresWith({ A14: "评估等级：不合格" }), { at: "评分!A14", severity: "warning", expected: "良好" }],
    "wrong in the last column": [scoresWith({ A14: "评估等级", D14: "优秀" }), { at: "评分!D14", severity: "error" }],
    "wrong under its word": [scoresWith({ A14: "评估等级", A15: "优秀" }), { at: "评分!A15", severity: "error" }]
  }
});
