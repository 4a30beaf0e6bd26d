import { rows, workbookOf, type CellSpec } from "../../../test/support/sheet-builder";
import { check } from "../../report/check";
import { parseSettings } from "../../settings";
import { findScores } from "../../tables/scores/scores";
import { cellName, rectName } from "../../workbook";

interface Layout {
  readonly cells: Readonly<Record<string, CellSpec>>;
  readonly merges?: readonly string[];
  /** Other sheets of the workbook. */
  readonly beside?: Readonly<Record<string, Readonly<Record<string, CellSpec>>>>;
  /** What was not read of it. */
  readonly unread?: readonly string[];
  /** Changed cells, and every finding that they must draw: "error score-mean F4 12.77"; consequences are no findings. */
  readonly mistakes: Readonly<Record<string, readonly [Readonly<Record<string, CellSpec>>, ...string[]]>>;
}

const score = (f: string): CellSpec => ({ f, format: "0.00" });
const percent = (v: number): CellSpec => ({ v, format: "0%" });
const share = (f: string): CellSpec => ({ f, format: "0.00%" });
/** 1 to n. */
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

const ITEMS: readonly (readonly [string, number])[] = [
  ["服务监测", 10], ["服务成效", 15], ["运营管理", 10], ["服务质量", 20], ["购买方", 20], ["督导中心", 15], ["监督方", 10]
];
const SCORES = [8.93, 12.4, 9.6, 16.43, 18.5, 12.75, 8.5];

const LAYOUTS: Readonly<Record<string, Layout>> = {
  "experts and their mean": {
    cells: rows("A1", [
      ["评估内容", "标准分", "专家1", "专家2", "专家3", "平均分"],
      ...ITEMS.map(([name, most], i): CellSpec[] => [name, most, most - 1, most - 1.5, most - 2.4, score(`=ROUND(AVERAGE(C${i + 2}:E${i + 2}),2)`)]),
      ["总分", 100, null, null, null, score("=SUM(F2:F8)")]
    ]),
    mistakes: {
      "an expert above the maximum": [{ D3: 15.5 }, "error score-maximum D3 "],
      "a typed mean": [{ F3: 13.9 }, "error score-mean F3 13.37"],
      "a mean of two": [{ F3: score("=ROUND(AVERAGE(C3:D3),2)") }, "error formula-wrong F3 13.37"],
      "a text": [{ D3: "13.5" }, "error score-text-number D3 13.5"],
      "a wrong total": [{ F9: 92 }, "error score-sum F9 88.59"]
    }
  },
  "experts under words that nobody knows, typed throughout": {
    cells: rows("A1", [
      ["项目", "总值", "张", "王", "李", "综合"],
      ...ITEMS.map(([name, most], i): CellSpec[] => [name, most, most - 1, most - 1.5, most - 2 - i / 10, Math.round((most - (4.5 + i / 10) / 3) * 100) / 100]),
      ["合计", 100, null, null, null, 88.8]
    ]),
    mistakes: {
      "a mean": [{ F3: 13.4 }, "error score-mean F3 13.47"],
      "the total": [{ F9: 90.9 }, "error score-sum F9 88.80"]
    }
  },
  "highest and lowest dropped": {
    cells: rows("A1", [
      ["评估打分表（去掉一个最高分和一个最低分）"],
      ["评估内容", "满分", "评委甲", "评委乙", "评委丙", "评委丁", "得分"],
      ...ITEMS.map(([name, most], i): CellSpec[] => [name, most, most - 1, most - 1.5, most - 2.4, most - 3, score(`=ROUND((SUM(C${i + 3}:F${i + 3})-MAX(C${i + 3}:F${i + 3})-MIN(C${i + 3}:F${i + 3}))/2,2)`)]),
      ["总分", 100, null, null, null, null, score("=SUM(G3:G9)")]
    ]),
    mistakes: {
      "the plain mean": [{ G4: 13.03 }, "error score-mean G4 13.05"],
      "only the highest": [{ G4: score("=ROUND((SUM(C4:F4)-MAX(C4:F4))/3,2)") }, "error formula-wrong G4 13.05"]
    }
  },
  "what is deducted": {
    cells: rows("A1", [
      ["评估内容", "分值", "扣分", "扣分原因", "得分"],
      ...ITEMS.map(([name, most], i): CellSpec[] => [name, most, i / 2, i === 0 ? null : "记录不全", score(`=B${i + 2}-C${i + 2}`)]),
      ["合计", "=SUM(B2:B8)", "=SUM(C2:C8)", null, score("=SUM(E2:E8)")]
    ]),
    mistakes: {
      "typed wrong": [{ E4: 9.5 }, "error score-mean E4 9.00"],
      "the wrong row": [{ E4: score("=B4-C5") }, "error formula-wrong E4 9.00"],
      "a deduction as text": [{ C5: "1.5" }, "error score-text-number C5 1.5"],
      "the sum of the deductions": [{ C9: 12 }, "error score-sum C9 10.50"],
      "points that do not make 100": [{ B8: 20 }, "error score-weights B8 10"]
    }
  },
  "negative deductions": {
    cells: rows("A1", [
      ["评估内容", "标准分", "扣减", "实得分"],
      ...ITEMS.map(([name, most], i): CellSpec[] => [name, most, -i / 2, most - i / 2]),
      ["总分", 100, -10.5, 89.5]
    ]),
    mistakes: { "a score": [{ D5: 17.5 }, "error score-mean D5 18.50"] }
  },
  "out of 100 by weight": {
    cells: rows("A1", [
      ["评估主体", "百分制得分", "权重", "折算分"],
      ["第三方", 93.5, percent(0.55), score("=ROUND(B2*C2,2)")], ["购买方", 84.8, percent(0.2), score("=ROUND(B3*C3,2)")],
      ["督导中心", 78.4, percent(0.15), score("=ROUND(B4*C4,2)")], ["监督方", 80.3, percent(0.1), score("=ROUND(B5*C5,2)")],
      ["总分", null, { f: "=SUM(C2:C5)", format: "0%" }, score("=SUM(D2:D5)")], ["等级", "良好"]
    ]),
    mistakes: {
      "a weight": [{ C4: percent(0.1) }, "error score-weights C4 15.00%"],
      "typed wrong": [{ D2: 50 }, "error score-mean D2 51.43"],
      "the weight of another row": [{ D3: score("=ROUND(B3*C2,2)") }, "error formula-wrong D3 16.96"],
      "above 100": [{ B2: 103.5 }, "error score-maximum B2 "],
      "the grade": [{ B7: "优秀" }, "error score-grade B7 良好"]
    }
  },
  "weights in points": {
    cells: rows("A1", [
      ["评估方", "评分（百分制）", "权重", "加权得分"],
      ["第三方评估", 90, 55, 49.5], ["购买方评估", 85, 20, 17], ["督导中心评估", 80, 15, 12], ["监督方评估", 88, 10, 8.8], ["综合得分", null, 100, 87.3]
    ]),
    mistakes: {
      "typed wrong": [{ D3: 18 }, "error score-mean D3 17.00"],
      "the total": [{ D6: 88.3 }, "error score-sum D6 87.30"]
    }
  },
  "weights in the names": {
    cells: rows("A1", [
      ["评估方", "评分", "折合分"],
      ["第三方（55分）", 90, 49.5], ["购买方（20分）", 85, 17], ["督导中心（15分）", 80, 12], ["监督方（10分）", 88, 8.8], ["总分（100分）", null, 87.3]
    ]),
    mistakes: { "typed wrong": [{ C3: 18 }, "error score-mean C3 17.00"], "the total": [{ C6: 88.3 }, "error score-sum C6 87.30"] }
  },
  "the parties side by side": {
    cells: rows("A1", [
      ["评估得分情况"],
      ["评估内容", "第三方评估（55分）", null, null, null, "购买方评估", "督导中心评估", "监督方评估", "总分", "等级"],
      [null, "服务监测", "服务成效", "运营管理", "服务质量"],
      ["标准分", 10, 15, 10, 20, 20, 15, 10, 100, "/"],
      ["得分", ...SCORES, score("=SUM(B5:H5)"), "良好"]
    ]),
    merges: ["A1:J1", "A2:A3", "B2:E2", "F2:F3", "G2:G3", "H2:H3", "I2:I3", "J2:J3"],
    mistakes: {
      "above the maximum": [{ D5: 10.5 }, "error score-maximum D5 "],
      "the grade": [{ J5: "优秀" }, "error score-grade J5 良好"],
      "one left out": [{ I5: score("=B5+C5+D5+E5+F5+G5") }, "error formula-wrong I5 87.11"]
    }
  },
  "side by side with experts as rows": {
    cells: rows("A1", [
      ["评委", ...ITEMS.map(([name, most]) => `${name}（${most}分）`), "合计"],
      ["专家1", 9, 13, 8, 17, 18, 13, 9, "=SUM(B2:H2)"], ["专家2", 8, 12, 9, 16, 17, 12, 8, "=SUM(B3:H3)"],
      ["平均分", ...["B", "C", "D", "E", "F", "G", "H"].map((column) => score(`=AVERAGE(${column}2:${column}3)`)), score("=SUM(B4:H4)")]
    ]),
    mistakes: {
      "a mean": [{ D4: 9 }, "error score-mean D4 8.50"],
      "an expert above the maximum": [{ E2: 21 }, "error score-maximum E2 "],
      "an expert's sum": [{ I3: 83 }, "error score-sum I3 82.00"]
    }
  },
  "older parties": {
    cells: rows("B2", [
      ["评估主体", "满分", "得分", "备注"],
      ["专业服务评估（第三方）", 50, 43.4], ["财务评估", 10, 8.8], ["街道办事处", 20, 17.3], ["村（居）委会", 20, 17.7, "共9个村（居）委会评分平均"],
      ["总得分", "=SUM(C3:C6)", score("=SUM(D3:D6)")], ["评估结果", "良好"]
    ]),
    mistakes: {
      "above the maximum": [{ D4: 10.4 }, "error score-maximum D4 "],
      "the total": [{ D7: 89.2 }, "error score-sum D7 87.20"],
      "a sum too short": [{ D7: score("=SUM(D3:D5)") }, "error formula-wrong D7 87.20"]
    }
  },
  "a share of the whole beside the maximum": {
    cells: rows("A1", [
      ["评估主体", "权重", "满分", "得分", "得分率"],
      ...(["第三方", "购买方", "督导中心", "监督方"] as const).map((name, i): CellSpec[] => [
        name, percent([0.55, 0.2, 0.15, 0.1][i]!), [55, 20, 15, 10][i]!, [50, 18, 13, 9][i]!, share(`=D${i + 2}/C${i + 2}`)
      ]),
      ["总分", percent(1), 100, "=SUM(D2:D5)"]
    ]),
    mistakes: {
      "above the maximum": [{ D3: 21 }, "error score-maximum D3 "],
      "a typed rate": [{ E3: { v: 0.8, format: "0.00%" } }, "error score-mean E3 90.00%"]
    }
  },
  "中期 and 末期": {
    cells: rows("A1", [
      ["年度综合评分（中期40%＋末期60%）"],
      ["评估内容", "标准分", "中期评估", "末期评估"],
      ["第三方评估", 55, score("=SUM(C4:C7)"), score("=SUM(D4:D7)")],
      ...ITEMS.map(([name, most], i): CellSpec[] => [name, most, SCORES[i]! - 0.4, SCORES[i]!]),
      ["合计", 100, score("=C3+SUM(C8:C10)"), score("=D3+SUM(D8:D10)")],
      ["等级", "/", "良好", "良好"], ["年度得分", 100, score("=ROUND(C11*40%+D11*60%,2)")], ["年度等级", null, "良好"]
    ]),
    merges: ["A1:D1", "C13:D13", "C14:D14"],
    mistakes: {
      "the weights swapped": [{ C13: score("=ROUND(C11*60%+D11*40%,2)") }, "error formula-wrong C13 85.99"],
      "above the maximum": [{ D6: 10.6 }, "error score-maximum D6 "],
      "a 小计": [{ C3: 46 }, "error score-sum C3 45.76"],
      "the grade of one": [{ C12: "优秀" }, "error score-grade C12 良好"],
      "the grade of the year": [{ C14: "优秀" }, "error score-grade C14 良好"],
      "the parts counted twice": [{ D11: score("=SUM(D3:D10)") }, "error formula-wrong D11 87.11"]
    }
  },
  "experts with totals of their own, and the mean of those": {
    cells: rows("A1", [
      ["评估内容", "标准分", "专家1", "专家2", "专家3"],
      ...ITEMS.map(([name, most], i): CellSpec[] => [name, most, most - 1, most - 1.5, most - 2 - i / 10]),
      ["总分", 100, "=SUM(C2:C8)", "=SUM(D2:D8)", "=SUM(E2:E8)"], ["平均分", null, score("=ROUND(AVERAGE(C9:E9),2)")], ["等级", null, "良好"]
    ]),
    merges: ["C10:E10", "C11:E11"],
    mistakes: {
      "the mean": [{ C10: 89.5 }, "error score-mean C10 88.80"],
      "a total": [{ D9: 91 }, "error score-sum D9 89.50"],
      "the grade": [{ C11: "优秀" }, "error score-grade C11 良好"]
    }
  },
  "the mean of the areas in a row of its own": {
    cells: rows("A1", [
      ["评估内容", "标准分", "得分"],
      ["服务监测", 10, 8.93], ["服务成效", 15, 12.4], ["运营管理", 10, 9.6], ["服务质量（第1片区）", 20, 16.8], ["服务质量（第2片区）", 20, 16],
      ["服务质量平均分", 20, 16.4], ["购买方", 20, 18.5], ["督导中心", 15, 12.75], ["监督方", 10, 8.5], ["总分", 100, 87.08]
    ]),
    mistakes: {
      "the mean": [{ C7: 16.8, C11: 87.48 }, "error score-mean C7 16.40"],
      "the total": [{ C11: 88.08 }, "error score-sum C11 87.08"]
    }
  },
  "several areas, whose mean counts though no cell shows it": {
    cells: rows("A1", [
      ["评估内容", "标准分", "得分"],
      ["服务监测", 10, 8.93], ["服务成效", 15, 12.4], ["运营管理", 10, 9.6], ["服务质量（第1片区）", 20, 16.8], ["服务质量（第2片区）", 20, 16],
      ["购买方", 20, 18.5], ["督导中心", 15, 12.75], ["监督方", 10, 8.5], ["总分", 100, 87.08]
    ]),
    mistakes: { "the total": [{ C10: 88.08 }, "error score-sum C10 87.08"] }
  },
  "points added and taken off outside the parties": {
    cells: rows("A1", [["评估内容", "标准分", "得分"], ...ITEMS.map(([name, most], i): CellSpec[] => [name, most, SCORES[i]!]), ["加分项", null, 1], ["扣分项", null, 0.5], ["总分", 100, 87.61]]),
    mistakes: { "the total": [{ C11: 88.61 }, "error score-sum C11 87.61"] }
  },
  "the total first": {
    cells: rows("A1", [["评估内容", "标准分", "得分"], ["总分", 100, score("=SUM(C3:C9)")], ...ITEMS.map(([name, most], i): CellSpec[] => [name, most, SCORES[i]!])]),
    mistakes: { "the total": [{ C2: 88.11 }, "error score-sum C2 87.11"], "above the maximum": [{ C5: 11 }, "error score-maximum C5 "] }
  },
  "a total by any name": {
    cells: rows("A1", [["评估内容", "标准分", "得分"], ...ITEMS.map(([name, most], i): CellSpec[] => [name, most, SCORES[i]!]), ["本次评估", 100, 87.11]]),
    mistakes: { "the total": [{ C9: 88.11 }, "error score-sum C9 87.11"] }
  },
  "points written with their unit": {
    cells: rows("A1", [["评估内容", "标准分", "得分"], ...ITEMS.map(([name, most], i): CellSpec[] => [name, `${most}分`, SCORES[i]!]), ["总分", "100分", 87.11]]),
    mistakes: { "above the maximum": [{ C4: 10.6 }, "error score-maximum C4 "] }
  },
  "an own evaluation beside": {
    cells: rows("A1", [
      ["评估内容", "标准分", "自评分", "评估得分"],
      ...ITEMS.map(([name, most], i): CellSpec[] => [name, most, most - 0.5, SCORES[i]!]),
      ["总分", 100, 96.5, 87.11]
    ]),
    mistakes: { "one": [{ C9: 97.5 }, "error score-sum C9 96.50"], "the other": [{ D9: 88.11 }, "error score-sum D9 87.11"] }
  },
  "the parts of one item, area by area": {
    cells: rows("A1", [
      ["服务质量评分（各片区）"],
      ["片区", "需求评估（4分）", "过程管理（6分）", "服务成果（6分）", "档案管理（4分）", "得分（20分）"],
      ["第1片区", 3.8, 5.8, 4.9, 3.3, score("=SUM(B3:E3)")], ["第2片区", 3.9, 5.8, 5.6, 3.4, score("=SUM(B4:E4)")], ["平均分", null, null, null, null, score("=ROUND(AVERAGE(F3:F4),2)")],
      [], ["评估主体", "一级指标", "标准分", "得分"],
      ["第三方", "服务监测", 10, 8.97], [null, "服务成效", 15, 13.9], [null, "运营管理", 10, 9.2], [null, "服务质量", 20, score("=F5")],
      ["购买方", null, 20, 18.1], ["督导中心", null, 15, 13.85], ["监督方", null, 10, 8.5], ["总分", null, 100, score("=SUM(D8:D14)")]
    ]),
    merges: ["A1:F1", "A8:A11", "A12:B12", "A13:B13", "A14:B14", "A15:B15"],
    mistakes: {
      "an area's sum": [{ F4: 18.5 }, "error score-sum F4 18.70"],
      "one area for the mean": [{ D11: score("=F3") }, "error formula-wrong D11 18.25"],
      "typed": [{ D11: 18.7 }, "error score-mean D11 18.25"],
      "above the maximum": [{ C3: 6.5 }, "error score-maximum C3 "]
    }
  },
  "the result in a sentence on another sheet": {
    cells: rows("A1", [["评估内容", "标准分", "得分"], ...ITEMS.map(([name, most], i): CellSpec[] => [name, most, SCORES[i]!]), ["总分", 100, 87.11]]),
    beside: { 结论: { A1: "本次评估总分87.11分，其中购买方评分18.50分，评估等级为“良好”。" } },
    mistakes: { "the total": [{ C9: 88.11 }, "error score-sum C9 87.11"] }
  },
  "stations below one another": {
    cells: rows("A1", [
      ["各社工站评估得分"],
      ["社工站", ...ITEMS.map(([name, most]) => `${name}（${most}分）`), "总分", "等级", "排名"],
      ["甲街", ...SCORES, "=SUM(B3:H3)", "良好", 1], ["乙街", 8, 11, 8, 15, 17, 12, 8, "=SUM(B4:H4)", "合格", 3], ["丙街", 8.5, 12, 8, 16, 17, 12, 8, "=SUM(B5:H5)", "良好", 2]
    ]),
    mistakes: {
      "a total": [{ I4: 80 }, "error score-sum I4 79.00"],
      "above the maximum": [{ D5: 10.5 }, "error score-maximum D5 "],
      "a grade": [{ J4: "良好" }, "error score-grade J4 合格"]
    }
  },
  "three levels with a 小计 of each party": {
    cells: rows("A1", [
      ["评估主体", "一级指标", "二级指标", "评分标准", "分值", "得分", "扣分原因"],
      ["第三方", "服务监测", "日常监测", "按要求开展监测并及时上报，每少一次扣0.5分，扣完为止，资料不全的酌情扣分", 6, 5.5, "少一次"], [null, null, "系统填报", "略", 4, 4],
      [null, "服务成效", "目标达成", "略", 8, 7], [null, null, "居民评价", "略", 7, 6.5], [null, "小计", null, null, "=SUM(E2:E5)", "=SUM(F2:F5)"],
      ["购买方", "街道评价", "配合度", "略", 40, 36], [null, null, "及时性", "略", 35, 30], [null, "小计", null, null, "=SUM(E7:E8)", "=SUM(F7:F8)"],
      ["总分", null, null, null, "=E6+E9", "=F6+F9"]
    ]),
    merges: ["A2:A6", "B2:B3", "B4:B5", "A7:A9", "B7:B8"],
    mistakes: {
      "a 小计": [{ F6: 24 }, "error score-sum F6 23.00"],
      "the total": [{ F10: 90 }, "error score-sum F10 89.00"],
      "above the maximum": [{ F3: 4.5 }, "error score-maximum F3 "],
      "小计 added as well": [{ F10: "=SUM(F2:F9)" }, "error formula-wrong F10 89.00"]
    }
  },
  "评分 and 折算分 of each period": {
    cells: rows("A1", [
      ["评估内容", "标准分", "中期", null, "末期", null], [null, null, "评分", "折算分", "评分", "折算分"],
      ...ITEMS.map(([name, most], i): CellSpec[] => [name, most, SCORES[i]! - 0.2, SCORES[i]! - 0.2, SCORES[i]!, SCORES[i]!]),
      ["总分", 100, null, 85.71, null, 87.11], ["等级", null, null, "良好", null, "良好"]
    ]),
    merges: ["A1:A2", "B1:B2", "C1:D1", "E1:F1"],
    mistakes: {
      "a conversion": [{ D4: 12 }, "error score-mean D4 12.20"],
      "a total": [{ F10: 88 }, "error score-sum F10 87.11"],
      "a grade": [{ D11: "优秀" }, "error score-grade D11 良好"],
      "above the maximum": [{ E5: 10.6, F5: 10.6, F10: 88.11 }, "error score-maximum E5 "]
    }
  },
  "two tables beside one another": {
    cells: {
      ...rows("A1", [["中期"], ["评估内容", "标准分", "得分"], ...ITEMS.map(([name, most], i): CellSpec[] => [name, most, SCORES[i]!]), ["总分", 100, 87.11]]),
      ...rows("E1", [["末期"], ["评估内容", "标准分", "得分"], ...ITEMS.map(([name, most]): CellSpec[] => [name, most, most - 1.5]), ["总分", 100, 89.5]])
    },
    mistakes: { "the left": [{ C10: 88 }, "error score-sum C10 87.11"], "the right": [{ G5: 11, G10: 92 }, "error score-maximum G5 "] }
  },
  "the heads of the page again": {
    cells: rows("A1", [
      ["评分表"], ["评估内容", "标准分", "评分", "折算分"], ...ITEMS.slice(0, 4).map(([name, most], i): CellSpec[] => [name, most, SCORES[i]!, SCORES[i]!]),
      ["评分表"], ["评估内容", "标准分", "评分", "折算分"], ...ITEMS.slice(4).map(([name, most], i): CellSpec[] => [name, most, SCORES[i + 4]!, SCORES[i + 4]!]), ["总分", 100, null, 87.11]
    ]),
    merges: ["A1:D1", "A7:D7"],
    mistakes: { "a conversion": [{ D9: 17 }, "error score-mean D9 18.50"], "the total": [{ D12: 88 }, "error score-sum D12 87.11"] }
  },
  "not yet filled in": {
    cells: rows("A1", [["评估内容", "标准分", "评分", "折算分"], ...ITEMS.map(([name, most], i): CellSpec[] => [name, most, null, `=C${i + 2}`]), ["总分", 100, null, "=SUM(D2:D8)"], ["等级"]]),
    mistakes: {}
  },
  "a heading of each party": {
    cells: rows("A1", [
      ["评估内容", "标准分", "得分"], ["一、第三方评估（55分）"], ["1.服务监测", 10, 8.93], ["2.服务成效", 15, 12.4], ["3.运营管理", 10, 9.6], ["4.服务质量", 20, 16.43],
      ["二、购买方评估（20分）", 20, 18.5], ["三、督导中心评估", 15, 12.75], ["四、监督方评估", 10, 8.5], ["合计", 100, 87.11]
    ]),
    mistakes: { "the total": [{ C10: 88 }, "error score-sum C10 87.11"], "above the maximum": [{ C7: 20.5, C10: 89.11 }, "error score-maximum C7 "] }
  },
  "a party over its parts": {
    cells: rows("A1", [
      ["评估内容", "标准分", "得分"], ["一、第三方评估", 55, 47.36], ["1.服务监测", 10, 8.93], ["2.服务成效", 15, 12.4], ["3.运营管理", 10, 9.6], ["4.服务质量", 20, 16.43],
      ["二、购买方评估", 20, 18.5], ["三、督导中心评估", 15, 12.75], ["四、监督方评估", 10, 8.5], ["合计", 100, 87.11]
    ]),
    mistakes: { "the party": [{ C2: 48 }, "error score-sum C2 47.36"], "the total": [{ C10: 88 }, "error score-sum C10 87.11"] }
  },
  "the areas side by side": {
    cells: rows("A1", [
      ["项目", "服务监测", "服务成效", "运营管理", "服务质量（东片区）", "服务质量（西片区）", "购买方", "督导中心", "监督方", "总分"],
      ["标准分", 10, 15, 10, 20, 20, 20, 15, 10, 100], ["评分", 8.93, 12.4, 9.6, 16.8, 16, 18.5, 12.75, 8.5], ["折算分", 8.93, 12.4, 9.6, 16.4, null, 18.5, 12.75, 8.5, "=SUM(B4:I4)"]
    ]),
    merges: ["E4:F4"],
    mistakes: { "the mean": [{ E4: 16.8 }, "error score-mean E4 16.40"], "a conversion": [{ G4: 18 }, "error score-mean G4 18.50"], "the total": [{ J4: 90 }, "error score-sum J4 87.08"] }
  },
  "a total with its unit": {
    cells: rows("A1", [["评估内容", "标准分", "得分"], ...ITEMS.map(([name, most], i): CellSpec[] => [name, most, SCORES[i]!]), ["总分", 100, "87.11分"]]),
    mistakes: { "wrong": [{ C9: "88.11分" }, "error score-sum C9 87.11"] }
  },
  "the parts of an item on a sheet of its own": {
    cells: rows("A1", [["评估内容", "标准分", "得分"], ...ITEMS.map(([name, most], i): CellSpec[] => [name, most, SCORES[i]!]), ["总分", 100, 87.11]]),
    beside: { 运营管理: rows("A1", [["运营管理评分"], ["评估内容", "分值", "得分"], ["制度建设", 4, 3.8], ["人员管理", 3, 2.9], ["财务管理", 3, 2.9], ["合计", 10, 9.6]]) },
    mistakes: { "the item": [{ C4: 9.2, C9: 86.71 }, "error score-mean C4 9.60"] }
  },
  "heads of scores over other things": {
    cells: rows("A1", [
      ["考核内容", "分值", "得分"], ["出勤", 30, 28], ["记录", 40, 36], ["培训", 30, 27], ["总分", 100, 91], ["等级", null, "良好"]
    ]),
    mistakes: { "above the maximum": [{ C2: 31, C5: 94 }, "error score-maximum C2 "], "the total": [{ C5: 92 }, "error score-sum C5 91.00"] }
  },
  "stations below one another, with their mean": {
    cells: rows("A1", [
      ["序号", "社工站名称", "第三方评估55", "购买方20", "督导中心15", "监督方10", "总得分", "等次", "排名"],
      ["1", "甲街社工站", 39.44, 15.9, 11.39, 7.61, 74.34, "合格", 3], ["2", "乙街社工站", 45.92, 15.96, 11.64, 8.1, "=ROUND(SUM(C3:F3),2)", "良好", 2], ["3", "丙街社工站", 48.94, 18.34, 13.79, 8.89, 89.96, "良好", 1],
      ["平均", null, "=AVERAGE(C2:C4)", 16.73, 12.27, 8.2, 81.97]
    ]),
    merges: ["A5:B5"],
    unread: ["C5:G5"],
    mistakes: {
      "a grade": [{ H2: "良好" }, "error score-grade H2 合格"],
      "a total": [{ G4: 88.96, H4: "良好" }, "error score-sum G4 89.96"],
      "above the maximum": [{ D2: 20.4, G2: 78.84 }, "error score-maximum D2 "]
    }
  },
  "a mid-term and an end of each year": {
    cells: rows("A1", [
      ["评估阶段", "第三方评估（55分）", "购买方（20分）", "督导中心（15分）", "监督方（10分）", "总分", "等级"],
      ["2023年中期", 45.92, 15.96, 11.64, 8.1, 81.62, "良好"], ["2023年末期", 48.94, 18.34, 13.79, 8.93, 90, "优秀"], ["2024年中期", 39.44, 15.9, 11.39, 7.61, 74.34, "合格"]
    ]),
    mistakes: { "a grade": [{ G3: "良好" }, "error score-grade G3 优秀"], "a total": [{ F4: 75.34 }, "error score-sum F4 74.34"] }
  },
  "a field that nothing explains": {
    cells: rows("A1", [["评估内容", "标准分", "得分", "折算分"], ...ITEMS.map(([name, most], i): CellSpec[] => [name, most, SCORES[i]!, upTo(7)[i]!]), ["总分", 100, 87.11, 28]]),
    unread: ["D2:D9"],
    mistakes: {}
  }
};

function found(cells: Readonly<Record<string, CellSpec>>, { merges, beside = {} }: Layout): { findings: string[]; unread: string[] } {
  const sheets = Object.fromEntries(Object.entries(beside).map(([name, own]) => [name, { cells: own }]));
  const result = check(workbookOf({ 评分: { cells, merges }, ...sheets }), parseSettings({}))!;
  const loud = result.findings.filter(({ severity }) => severity !== "info");
  return {
    findings: loud.map(({ severity, rule, at, expected }) => `${severity} ${rule} ${at.sheet === "评分" ? "" : `${at.sheet}!`}${cellName(at.row, at.column)} ${expected}`),
    unread: result.tables.unread.map(({ rect }) => rectName(rect))
  };
}

/** No score tables, whatever some words say. */
const OTHERS: Readonly<Record<string, Readonly<Record<string, CellSpec>>>> = {
  "what is paid to the parties": rows("A1", [["费用项目", "金额（万元）", "占比"], ["督导费", 2, percent(0.2)], ["第三方评估费", 3, percent(0.3)], ["购买方管理费", 5, percent(0.5)], ["合计", 10, percent(1)]]),
  "a self-evaluation by conditions": rows("A1", [
    ["一级指标", "二级指标", "年度指标值", "实际完成值", "分值", "得分"], ["产出指标", "开展小组", "≥20个", "22个", 50, 50], ["效益指标", "知晓率", "≥85%", "90%", 50, 48], ["总分", null, null, null, 100, 98]
  ]),
  "one line of a budget": rows("A1", [["项目名称", "年初预算数", "执行数", "执行率", "分值", "得分"], ["资金（万元）", 200, 198, share("=C2/B2"), 10, 9.9]]),
  "hours of supervision": rows("A1", [["督导时间", "督导内容", "督导时数", "督导对象"], ["1月", "个案督导", 2, "社工1"], ["2月", "小组督导", 3, "社工2"]])
};

test.each(Object.entries(OTHERS))("%s", (_, cells) => expect(findScores(workbookOf({ 表: { cells } }))).toEqual([]));

describe.each(Object.entries(LAYOUTS))("%s", (_, layout) => {
  test("clean", () => expect(found(layout.cells, layout)).toEqual({ findings: [], unread: layout.unread ?? [] }));
  if (Object.keys(layout.mistakes).length > 0) {
    test.each(Object.entries(layout.mistakes))("%s", (_, [change, ...expected]) => expect(found({ ...layout.cells, ...change }, layout).findings).toEqual(expected));
  }
});
