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

/** What was done month by month, counted out of a register by the month's number; two areas below. */
function months(change: CellTable = {}): string[] {
  const register: Record<string, string | number> = { A1: "月份", B1: "片区", C1: "人次", D1: "类型" };
  for (let i = 0; i < 24; i++) Object.assign(register, { [`A${i + 2}`]: 7 + (i % 6), [`B${i + 2}`]: i % 3 ? "东片区" : "西片区", [`C${i + 2}`]: 11 + 7 * i, [`D${i + 2}`]: i % 4 ? "小组" : "个案" });
  const table: Record<string, string | number> = { A1: "甲街社工站指标完成情况统计（2025年7月1日至2025年12月31日）", A2: "服务指标", B2: "协议量", I2: "累计完成", J2: "完成率" };
  for (let m = 0; m < 6; m++) table[`${"CDEFGH"[m]}2`] = `${7 + m}月`;
  const rows = [["小组人次", (m: number) => `=SUMIF(台账!$A$2:$A$25,${m},台账!$C$2:$C$25)`], ["个案接案", (m: number) => `=COUNTIFS(台账!$A$2:$A$25,${m},台账!$D$2:$D$25,"个案")`], ["服务次数", (m: number) => `=COUNTIF(台账!$A$2:$A$25,${m})`]] as const;
  rows.forEach(([name, of], i) => {
    const row = i + 3;
    Object.assign(table, { [`A${row}`]: name, [`B${row}`]: [3000, 7, 30][i]!, [`I${row}`]: `=SUM(C${row}:H${row})`, [`J${row}`]: `=I${row}/B${row}` });
    for (let m = 0; m < 6; m++) table[`${"CDEFGH"[m]}${row}`] = of(7 + m);
  });
  const areas: Record<string, string | number> = { A1: "服务片区", B1: "次数", C1: "人次", D1: "接案", E1: "接案率" };
  ["东片区", "西片区"].forEach((area, i) => Object.assign(areas, { [`A${i + 2}`]: area, [`B${i + 2}`]: `=COUNTIF(台账!B2:B25,A${i + 2})`, [`C${i + 2}`]: `=SUMIF(台账!B2:B25,A${i + 2},台账!C2:C25)`, [`D${i + 2}`]: `=COUNTIFS(台账!B2:B25,A${i + 2},台账!D2:D25,"个案")`, [`E${i + 2}`]: `=D${i + 2}/B${i + 2}` }));
  Object.assign(areas, { A4: "合计", B4: "=SUM(B2:B3)", C4: "=SUM(C2:C3)", D4: "=SUM(D2:D3)", E4: "=D4/B4" });
  const there = Object.fromEntries(Object.entries(change).flatMap(([place, value]) => (place.startsWith("片区!") ? [[place.slice(3), value]] : [])));
  const own = Object.fromEntries(Object.entries(change).filter(([place]) => !place.startsWith("片区!")));
  const { findings } = checkWorkbook(workbookOf({ 指标: { ...table, ...own }, 台账: register, 片区: { ...areas, ...there } }));
  return findings.filter(({ rule }) => rule === "fill-mismatch").map(({ severity, sheet, cell, expected }) => `${severity} ${sheet}!${cell} ${expected}`);
}

test.each<[string, CellTable, string[]]>([
  ["all as it should be", {}, []],
  ["another month's number", { E3: "=SUMIF(台账!$A$2:$A$25,8,台账!$C$2:$C$25)" }, ["error 指标!E3 352"]],
  ["a month typed over", { E4: 5 }, ["error 指标!E4 2"]],
  ["typed, and right", { F5: 4 }, []],
  ["another row's area", { "片区!C3": "=SUMIF(台账!B2:B25,A2,台账!C2:C25)" }, ["error 片区!C3 676"]]
])("by months: %s", (_, change, expected) => expect(months(change)).toEqual(expected));
