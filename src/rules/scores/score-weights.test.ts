import type { Workbook } from "../../workbook";
import { sheetOf, workbookOf } from "../../../test/support/roster-builder";
import { scoresWith } from "../../../test/support/score-cases";
import { testRule } from "../../../test/support/rule-tester";
import { scoreWeights } from "./score-weights";

/** 得分 × 权重 in a table of some items, with a row that adds up. */
const weighted = (last: number) => (): Workbook => workbookOf(sheetOf("评分", {
  A1: "自评得分表", A2: "项目", B2: "满分", C2: "得分", D2: "权重", E2: "加权得分", A3: "个案服务", B3: 100, C3: 92, D3: 0.3, E3: 27.6, A4: "小组服务", B4: 100, C4: 88, D4: 0.3, E4: 26.4,
  A5: "社区活动", B5: 100, C5: 95, D5: last, E5: Number((95 * last).toFixed(2)), A6: "总分", D6: 0.6 + last, E6: Number((54 + 95 * last).toFixed(2))
}));

testRule(scoreWeights, {
  valid: {
    "a clean table": scoresWith(),
    "an item scored out of 100": scoresWith({ B9: 100, C9: 92.5 }),
    "weights that make a hundred": weighted(0.4),
    "weights of a part of the items": weighted(0.2)
  },
  invalid: {
    "one that does not count what is usual": [() => scoresWith({ B11: 20, B12: 110 })(), { at: "评分!B11", severity: "error", expected: "10" }],
    "weights of more than all": [weighted(0.45), { at: "评分!D6", severity: "warning", expected: "100.00%" }]
  }
});
