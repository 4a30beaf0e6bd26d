import { testRule } from "../../../test/support/rule-tester";
import { rows, workbookOf, type CellSpec } from "../../../test/support/sheet-builder";
import { percent, stationWith } from "../../../test/support/station";
import { formulaWrong } from "./formula-wrong";

/** A sheet with a list of indicators and the mean of their rates below. */
const list = (mean: string): { cells: Record<string, CellSpec> } => ({ cells: rows("A1", [["某街社工站指标完成情况统计表（2025年7月1日至2025年12月31日）"], ["指标名称", "协议量", "完成量", "完成率"],
  ...[[100, 50], [20, 9], [30, 33]].map(([target, done], i): CellSpec[] => [`指标${i + 1}`, target!, done!, percent(`=C${i + 3}/B${i + 3}`)]), ["平均完成率", null, null, percent(mean)]]) });

/** Meals of each month, and how many there were so far; what stands under the latter. */
const meals = (last: string) => workbookOf({ 附件1: list("=AVERAGE(D3:D5)"), 饭堂: { cells: rows("A1", [["月份", "天数", "午餐人次", "晚餐人次", "合计人次", "日均人次", "累计人次", "送餐（含在合计内）", "送餐占比"],
  ...([["10月", 20, 970, 261], ["11月", 21, 1244, 253], ["12月", 22, 986, 205], ["1月", 17, 864, 196], ["2月", 18, 858, 273]] as const).map(([month, days, noon, evening], i): CellSpec[] =>
    [month, days, noon, evening, `=C${i + 2}+D${i + 2}`, { f: `=ROUND(E${i + 2}/B${i + 2},1)`, format: "0.0" }, i === 0 ? "=E2" : `=G${i + 1}+E${i + 2}`, 97 + 17 * i, percent(`=H${i + 2}/E${i + 2}`)]),
  ["合计", "=SUM(B2:B6)", "=SUM(C2:C6)", "=SUM(D2:D6)", "=SUM(E2:E6)", { f: "=ROUND(E7/B7,1)", format: "0.0" }, last, "=SUM(H2:H6)", percent("=H7/E7")]]) } });

testRule(formulaWrong, {
  valid: {
    "the last of what there was so far, among totals": () => meals("=G6"),
    "plain division": () => stationWith({ "指标!E5": percent("=D5/C5") }),
    "IFERROR": () => stationWith({ "指标!E5": percent('=IFERROR(D5/C5,"/")') }),
    "rounded to what is shown": () => stationWith({ "指标!E5": percent("=ROUND(D5/C5,4)") }),
    "rounded to the one decimal that is shown": () => workbookOf({ 附件1: list("=AVERAGE(D3:D5)"), 占比: { cells: rows("A1", [["项目", "金额", "占比"],
      ...[118.5, 36.6, 17.1, 3].map((amount, i): CellSpec[] => [`项目${i + 1}`, amount, percent(`=ROUND(B${i + 2}/B$6,3)`, "0.0%")]), ["合计", "=SUM(B2:B5)", percent("=SUM(C2:C5)", "0.0%")]]) } }),
    "a mean of the rates below a list, called so": () => workbookOf({ 附件1: list("=AVERAGE(D3:D5)") }),
    "persons side by side, points taken off, their mean and their best": () => workbookOf({ 考核: { cells: rows("A1", [["员工季度考核评分表"], ["姓名", "工作量（40分）", "服务质量（30分）", "纪律（20分）", "团队（10分）", "加分", "扣分", "总分"],
      ...[[38, 28, 20, 9, 5, 0], [36.5, 27, 19, 9, 0, 1], [40, 29, 20, 10, 3, 0], [31, 24, 17, 8, 0, 2]].map((scores, i): CellSpec[] => [`社工${i + 1}`, ...scores, `=SUM(B${i + 3}:F${i + 3})-G${i + 3}`]),
      ["平均分", ..."BCDEFGH"].map((column, i) => (i ? `=ROUND(AVERAGE(${column}3:${column}6),2)` : column)), ["最高分", ..."BCDEFGH"].map((column, i) => (i ? `=MAX(${column}3:${column}6)` : column))]) } }),
    "as a text": () => stationWith({ "指标!E5": '=TEXT(D5/C5,"0.00%")' }),
    "SUMPRODUCT": () => stationWith({ "指标!D7": "=SUMPRODUCT((A4:A6<>\"\")*D4:D6)" }),
    "plus signs": () => stationWith({ "指标!D7": "=D4+D5+D6" }),
    "SUBTOTAL": () => stationWith({ "指标!D7": "=SUBTOTAL(9,D4:D6)" }),
    "sums in the rate": () => stationWith({ "指标!E7": percent("=SUM(D4:D6)/SUM(C4:C6)") }),
    "over a helper cell": () => stationWith({ "指标!Z5": "=D5*1", "指标!E5": percent("=Z5/C5") }),
    "over a name": () => stationWith({ "指标!E5": percent("=完成/协议") }, { names: [{ name: "完成", formula: "=指标!$D$5", sheet: null }, { name: "协议", formula: "=指标!$C$5", sheet: null }] }),
    "a card that reads the matrix": () => stationWith({ "卡!B3": "=指标!F7", "卡!C3": "=指标!G7", "卡!D3": percent("=指标!G7/指标!F7") }),
    "over numbers that are not entered yet": () => stationWith({ "卡!A6": null, "卡!B6": null, "卡!C6": percent('=IF(A6="","",B6/A6)') }),
    "areas and total each from another sheet": () => stationWith(
      { "指标!D4": "=来源!A1", "指标!D5": "=来源!A2", "指标!D6": "=来源!A3", "指标!D7": "=来源!A4" }, {},
      (sheets) => { sheets["来源"] = { cells: { A1: 634, A2: 650, A3: 145, A4: "=SUM(A1:A3)" } }; }),
    "times 100 where the percent sign is a text": () => stationWith({ "指标!E5": percent("=D5/C5*100", "0.00\\%"), "指标!E6": percent("=D6/C6*100", '0.00"%"') }),
    "anchored to its own row": () => stationWith({ "指标!E5": percent("=$D5/$C5") })
  },
  invalid: {
    "rounded to fewer than are shown": [() => stationWith({ "指标!E5": percent("=ROUND(D5/C5,3)") }), { at: "指标!E5" }],
    "a typed number added": [() => stationWith({ "指标!D7": "=SUM(D4:D6)+3", "指标!A12": null }), { at: "指标!D7", says: "里另有写死的数 3", consequences: ["指标!E7"] }],
    "a typed number for the target": [() => stationWith({ "指标!E5": percent("=D5/610") }), { at: "指标!E5", says: "用写死的 610 代替了 C5" }],
    "times 100": [() => stationWith({ "指标!E5": percent("=D5/C5*100") }), { at: "指标!E5", says: "多乘了 100" }],
    "not times 100 where the percent sign is a text": [
      () => stationWith({ "指标!E5": percent("=D5/C5", "0.00\\%") }), { at: "指标!E5", actual: "1.08%", expected: "108.33%", says: "少乘了 100", fix: '=IF(C5="/","/",D5/C5*100)' }
    ],
    "a total that reads itself": [() => stationWith({ "指标!D7": { f: "=SUM(D7:D7)", v: 1429 } }), { at: "指标!D7", fix: "=SUM(D4:D6)" }],
    "the row above": [() => stationWith({ "指标!E5": percent("=D4/C5") }), { at: "指标!E5", expected: "108.33%", says: "上一行", fix: '=IF(C5="/","/",D5/C5)' }],
    "another column": [() => stationWith({ "指标!E5": percent("=D5/F5") }), { at: "指标!E5", expected: "108.33%" }],
    "inverted": [() => stationWith({ "指标!E5": percent("=C5/D5") }), { at: "指标!E5", says: "写反" }],
    "anchored": [() => stationWith({ "指标!E5": percent("=D5/$C$6") }), { at: "指标!E5", says: "$C$6" }],
    "typed numbers": [() => stationWith({ "指标!E5": percent("=650/600") }), { at: "指标!E5", says: "写死", expected: '=IF(C5="/","/",D5/C5)' }],
    "asks another row for the slash": [() => stationWith({ "指标!E5": percent('=IF(C4="/","/",D5/C5)') }), { at: "指标!E5", says: "C4" }],
    "right today by luck": [() => stationWith({ "指标!E5": percent("=D5/C4") }), { at: "指标!E5", says: "碰巧" }],
    "over numbers that are not entered yet": [() => stationWith({ "卡!A6": null, "卡!B6": null, "卡!C6": percent('=IF(A6="","",A6/B6)') }), { at: "卡!C6", says: "写反" }],
    "capped": [() => stationWith({ "指标!E5": percent("=MIN(1,D5/C5)") }), { at: "指标!E5", expected: "108.33%" }],
    "rounded too much": [() => stationWith({ "指标!E5": percent("=ROUND(D5/C5,2)") }), { at: "指标!E5", expected: "108.33%" }],
    "a deleted cell": [() => stationWith({ "指标!J9": percent("=I9/#REF!") }), { at: "指标!J9", actual: "#REF!", says: "删除", expected: "100.00%" }],
    "a sum that leaves out a row": [() => stationWith({ "指标!D7": "=SUM(D4:D5)", "指标!A12": null }), { at: "指标!D7", says: "漏了 D6", fix: "=SUM(D4:D6)", consequences: ["指标!E7"] }],
    "a sum that counts a row twice": [() => stationWith({ "指标!D7": "=SUM(D4:D6)+D5", "指标!A12": null }), { at: "指标!D7", says: "D5", consequences: ["指标!E7"] }],
    "a sum of another column": [() => stationWith({ "指标!D7": "=SUM(C4:C6)", "指标!A12": null }), { at: "指标!D7", consequences: ["指标!E7"] }],
    "a total from another sheet that leaves out an area": [() => stationWith(
      { "指标!D4": "=来源!A1", "指标!D5": "=来源!A2", "指标!D6": "=来源!A3", "指标!D7": "=来源!A4", "指标!A12": null }, {},
      (sheets) => { sheets["来源"] = { cells: { A1: 634, A2: 650, A3: 145, A4: "=SUM(A1:A2)" } }; }), { at: "指标!D7", expected: "1429", consequences: ["指标!E7"] }],
    "the mean of the rates": [() => stationWith({ "指标!E7": percent("=AVERAGE(E4:E6)") }), { at: "指标!E7", says: "平均" }],
    "a card that reads another indicator": [() => stationWith({ "卡!C3": "=指标!D7" }), { at: "卡!C3", expected: "24" }]
  }
});
