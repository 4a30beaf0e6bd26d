import { quoteSheet } from "./address";

test.each([
  ["数据", "数据"], ["Sheet1_2", "Sheet1_2"], ["it's", "'it''s'"], ["附件1 对照表", "'附件1 对照表'"], ["（中文）", "'（中文）'"], ["2024", "'2024'"], ["=1", "'=1'"],
  ["A1", "'A1'"], ["R", "'R'"], ["c12", "'c12'"], ["R1C1", "'R1C1'"], ["RC", "'RC'"], ["True", "'True'"], ["FALSE", "'FALSE'"], ["TRUES", "TRUES"], ["RCX", "RCX"]
])("%s is written %s in a formula", (name, quoted) => {
  expect(quoteSheet(name)).toBe(quoted);
});
