import type { Draft } from "./draft";
import { binary, call, cell, columnRange, divide, number } from "./expression";
import type { Random } from "./random";

/** Adds a sheet that has nothing to do with the tables: a budget, a list, an address book. All its formulas are right. */
export function addNoiseSheet(draft: Draft, random: Random, index: number): void {
  const kind = random.pick(["budget", "list", "log", "empty", "rates"] as const);
  const sheet = draft.add(`${random.pick(["预算", "Sheet", "台账", "说明", "资料"])}${index + 1}`);
  if (kind === "empty") return;
  if (kind === "log") {
    sheet.put(1, 1, "填表说明");
    sheet.put(2, 1, "1. 请按协议填写指标要求和完成情况；2. 完成百分比已设置好计算公式，如无特殊情况，请勿改动此栏。");
    sheet.put(3, 1, "协议量");
    sheet.put(3, 2, "见协议附件");
    return;
  }
  const rows = random.int(4, 12);
  if (kind === "rates") {
    ["项目", "预算", "支出", "执行率"].forEach((head, i) => sheet.put(2, 1 + i, head));
    for (let i = 0; i < rows; i++) {
      const row = 3 + i;
      sheet.put(row, 1, `开支${i + 1}`);
      const budget = sheet.put(row, 2, random.int(1000, 90000), "0.00");
      const spent = sheet.put(row, 3, random.int(500, 90000), "0.00");
      sheet.putFormula(row, 4, divide(cell(spent), cell(budget)), "0.00%");
    }
    sheet.put(3 + rows, 1, "合计");
    sheet.putFormula(3 + rows, 2, call("SUM", columnRange(sheet.name, 2, 3, 2 + rows)), "0.00");
    sheet.putFormula(3 + rows, 3, call("SUM", columnRange(sheet.name, 3, 3, 2 + rows)), "0.00");
    return;
  }
  if (kind === "budget") {
    sheet.put(1, 1, "经费预算表");
    ["序号", "项目", "单价", "数量", "金额"].forEach((head, i) => sheet.put(3, 1 + i, head));
    for (let i = 0; i < rows; i++) {
      const row = 4 + i;
      sheet.put(row, 1, i + 1);
      sheet.put(row, 2, random.pick(["物资", "场地", "交通", "培训", "宣传"]));
      const price = sheet.put(row, 3, random.int(1, 500), "0.00");
      const amount = sheet.put(row, 4, random.int(1, 40));
      sheet.putFormula(row, 5, binary(cell(price), "*", cell(amount)), "0.00");
    }
    sheet.put(4 + rows, 1, "合计");
    sheet.putFormula(4 + rows, 5, call("SUM", columnRange(sheet.name, 5, 4, 3 + rows)), "0.00");
    return;
  }
  sheet.put(1, 1, "活动清单");
  ["日期", "活动名称", "人次", "备注"].forEach((head, i) => sheet.put(2, 1 + i, head));
  for (let i = 0; i < rows; i++) {
    sheet.put(3 + i, 1, 45000 + random.int(0, 300), "yyyy/m/d");
    sheet.put(3 + i, 2, `社区活动${i + 1}`);
    sheet.put(3 + i, 3, random.int(5, 120));
    if (random.chance(0.3)) sheet.put(3 + i, 4, "√");
  }
  sheet.putFormula(3 + rows, 3, binary(call("SUM", columnRange(sheet.name, 3, 3, 2 + rows)), "*", number(1)));
}
