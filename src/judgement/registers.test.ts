import { workbookOf, type CellTable } from "../formulas/workbook-of.fixture";
import { checkWorkbook } from "../report";

/** Four areas by two kinds of activity, counted and added up out of a register of twelve entries. */
function station(change: CellTable = {}): string[] {
  const areas = ["片区1", "片区2", "片区3", "片区4"];
  const register: Record<string, string | number> = { A1: "活动台账", A2: "片区", B2: "类型", C2: "人次" };
  const entries = Array.from({ length: 12 }, (_, i) => [areas[i % 4]!, i < 8 ? "小组" : "活动", 10 + 3 * i] as const);
  entries.forEach(([area, kind, persons], i) => Object.assign(register, { [`A${i + 3}`]: area, [`B${i + 3}`]: kind, [`C${i + 3}`]: persons }));
  const table: Record<string, string | number> = { A1: "指标完成情况统计（2025年1月1日至2025年6月30日）", A2: "服务片区", B2: "小组", E2: "活动" };
  for (const [column, head] of Object.entries({ B: "协议人次", C: "完成量", D: "百分比", E: "协议人次", F: "完成量", G: "百分比" })) table[`${column}3`] = head;
  areas.forEach((area, i) => {
    const row = i + 4;
    const sum = (kind: string): string => `=SUMIFS(台账!$C$3:$C$14,台账!$A$3:$A$14,$A${row},台账!$B$3:$B$14,"${kind}")`;
    Object.assign(table, { [`A${row}`]: area, [`B${row}`]: 40, [`C${row}`]: sum("小组"), [`D${row}`]: `=C${row}/B${row}`, [`E${row}`]: 40, [`F${row}`]: sum("活动"), [`G${row}`]: `=F${row}/E${row}` });
  });
  const own = Object.fromEntries(Object.entries(change).filter(([place]) => !place.startsWith("台账!")));
  const there = Object.fromEntries(Object.entries(change).flatMap(([place, value]) => (place.startsWith("台账!") ? [[place.slice(3), value]] : [])));
  const { findings } = checkWorkbook(workbookOf({ 指标: { ...table, ...own }, 台账: { ...register, ...there } }));
  return findings.filter(({ severity }) => severity !== "info").map(({ severity, rule, sheet, cell, expected }) => `${severity} ${rule} ${sheet}!${cell} ${expected}`);
}

test.each<[string, CellTable, string[]]>([
  ["all as it should be", {}, []],
  ["a range that ends before the register does", { C6: "=SUMIFS(台账!$C$3:$C$8,台账!$A$3:$A$8,$A6,台账!$B$3:$B$8,\"小组\")" }, ["error fill-mismatch 指标!C6 44"]],
  ["another area's criterion", { C5: "=SUMIFS(台账!$C$3:$C$14,台账!$A$3:$A$14,$A4,台账!$B$3:$B$14,\"小组\")" }, ["error fill-mismatch 指标!C5 38"]],
  ["another kind", { F7: "=SUMIFS(台账!$C$3:$C$14,台账!$A$3:$A$14,$A7,台账!$B$3:$B$14,\"小组\")" }, ["error fill-mismatch 指标!F7 43"]],
  ["two sums of the table's own rows, divided", { D4: "=SUMIF($A$4:$A$7,$A4,C$4:C$7)/SUMIF($A$4:$A$7,$A4,B$4:B$7)" }, []],
  ["a number kept as text", { "台账!C5": "16" }, ["error text-number 台账!C5 16"]]
])("%s", (_, change, expected) => expect(station(change)).toEqual(expected));
