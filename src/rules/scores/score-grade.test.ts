import { scoresWith } from "../../../test/support/score-cases";
import { testRule } from "../../../test/support/rule-tester";
import { scoreGrade } from "./score-grade";

const vetoes = (answer: string): Record<string, string> => ({ F1: "一票否决事项（有一项为“是”即不合格）", F2: "事项", G2: "是否存在", F3: "整改逾期未完成", G3: answer, F4: "严重违法违规", G4: "否" });

testRule(scoreGrade, {
  valid: {
    "a clean table": scoresWith(),
    "in the last column": scoresWith({ A14: "评估等级：", D14: "良好" }),
    "a list of vetoes of which none happened": scoresWith(vetoes("否")),
    "a list of vetoes of which one happened, and its grade": scoresWith({ ...vetoes("是"), A14: "评估等级：不合格" }),
    "a list that answers in other words": scoresWith(vetoes("整改中")),
    "a veto that was ticked makes 不合格 right": () => ({ workbook: scoresWith({ A14: "评估等级：不合格" })(), settings: { vetoes: { spending: true } } })
  },
  invalid: {
    "a veto that the workbook itself lists": [scoresWith(vetoes("是")), { at: "评分!A14", severity: "error", expected: "不合格", says: "整改逾期未完成" }],
    "wrong": [scoresWith({ A14: "评估等级：优秀" }), { at: "评分!A14", severity: "error", expected: "良好" }],
    "不合格 in spite of the total": [scoresWith({ A14: "评估等级：不合格" }), { at: "评分!A14", severity: "warning", expected: "良好" }],
    "wrong in the last column": [scoresWith({ A14: "评估等级", D14: "优秀" }), { at: "评分!D14", severity: "error" }],
    "wrong under its word": [scoresWith({ A14: "评估等级", A15: "优秀" }), { at: "评分!A15", severity: "error" }]
  }
});
