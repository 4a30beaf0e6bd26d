import type { Scalar, Sheet, Workbook } from "../../src/workbook";
import { sheetOf, workbookOf } from "./roster-builder";

/** The cells of a clean score table with a grade, on the sheet 评分. */
const CELLS: Readonly<Record<string, Scalar>> = {
  A1: "广州市甲街社工站评分表", A2: "评估内容", B2: "标准分", C2: "评分", D2: "折算分",
  A3: "服务监测", B3: 10, C3: 8.93, D3: 8.93, A4: "服务成效", B4: 15, C4: 12.4, D4: 12.4, A5: "运营管理", B5: 10, C5: 9.6, D5: 9.6,
  A6: "服务质量（第1片区）", B6: 20, C6: 16.8, D6: 16.43, A7: "服务质量（第2片区）", B7: 20, C7: 16, A8: "服务质量（第3片区）", B8: 20, C8: 16.5,
  A9: "购买方", B9: 20, C9: 18.5, D9: 18.5, A10: "督导中心", B10: 15, C10: 12.75, D10: 12.75, A11: "监督方", B11: 10, C11: 8.5, D11: 8.5,
  A12: "总分", B12: 100, D12: 87.11, A14: "评估等级：良好"
};

/** The same table with a 小计 of the third party before the other parties. */
export const WITH_SUBTOTAL: Readonly<Record<string, Scalar>> = {
  A9: "第三方小计", B9: 55, C9: null, D9: 47.36, A10: "购买方", B10: 20, C10: 18.5, D10: 18.5, A11: "督导中心", B11: 15, C11: 12.75, D11: 12.75,
  A12: "监督方", B12: 10, C12: 8.5, D12: 8.5, A13: "总分", B13: 100, C13: null, D13: 87.11
};

/** Score lines of a report, without a table. */
export const LINES: Readonly<Record<string, Scalar>> = {
  A1: "购买方评估 得分：19.40分", A2: "监督方评估 得分：7.80分", A3: "督导中心评估 得分：11.90分", A4: "第三方评估 得分：46.35分", A5: "总得分：85.45分", A6: "评估等级：良好"
};

/** The clean score table with some cells changed. */
export function scoreSheet(change: Readonly<Record<string, Scalar>> = {}): Sheet {
  return sheetOf("评分", { ...CELLS, ...change }, ["D6:D8"]);
}

export function scoresWith(change: Readonly<Record<string, Scalar>> = {}): () => Workbook {
  return () => workbookOf(scoreSheet(change));
}

export function linesWith(change: Readonly<Record<string, Scalar>> = {}): () => Workbook {
  return () => workbookOf(sheetOf("报告", { ...LINES, ...change }));
}
