import { parsePlace, quoteSheet } from "./address";

test.each([
  ["数据", "数据"], ["Sheet1_2", "Sheet1_2"], ["it's", "'it''s'"], ["附件1 对照表", "'附件1 对照表'"], ["（中文）", "'（中文）'"], ["2024", "'2024'"], ["=1", "'=1'"],
  ["A1", "'A1'"], ["R", "'R'"], ["c12", "'c12'"], ["R1C1", "'R1C1'"], ["RC", "'RC'"], ["True", "'True'"], ["FALSE", "'FALSE'"], ["TRUES", "TRUES"], ["RCX", "RCX"]
])("%s is written %s in a formula", (name, quoted) => {
  expect(quoteSheet(name)).toBe(quoted);
});

test.each([
  ["'附件1 ''对照'''!$D$9", { sheet: "附件1 '对照'", row: 9, column: 4 }], ["附件2!B3:X40", { sheet: "附件2", row: 3, column: 2 }], ["名称", null], ["'附件1!D9", null]
])("the place %s", (text, place) => {
  expect(parsePlace(text)).toEqual(place);
});
