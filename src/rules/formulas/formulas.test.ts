import { stationWith } from "../../../test/support/station";
import { testRule } from "../../../test/support/rule-tester";
import { rows } from "../../../test/support/sheet-builder";

const percent = (f: string) => ({ f, format: "0.00%" });
const clean = () => stationWith({});

testRule("formula-wrong", {
  valid: {
    "plain division": () => stationWith({ "指标!E5": percent("=D5/C5") }),
    "IFERROR": () => stationWith({ "指标!E5": percent('=IFERROR(D5/C5,"/")') }),
    "rounded to what is shown": () => stationWith({ "指标!E5": percent("=ROUND(D5/C5,4)") }),
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
    "anchored to its own row": () => stationWith({ "指标!E5": percent("=$D5/$C5") })
  },
  invalid: {
    "a typed number added": [() => stationWith({ "指标!D7": "=SUM(D4:D6)+3", "指标!A12": null }), { at: "指标!D7", says: "里另有写死的数 3", consequences: ["指标!E7"] }],
    "a typed number for the target": [() => stationWith({ "指标!E5": percent("=D5/610") }), { at: "指标!E5", says: "用写死的 610 代替了 C5" }],
    "times 100": [() => stationWith({ "指标!E5": percent("=D5/C5*100") }), { at: "指标!E5", says: "多乘了 100" }],
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

testRule("typed-over-formula", {
  valid: { "the clean workbook": clean },
  invalid: {
    "a rate": [() => stationWith({ "指标!E5": { v: 650 / 600, format: "0.00%" } }), { at: "指标!E5", severity: "warning", fix: '=IF(C5="/","/",D5/C5)' }],
    "a total": [() => stationWith({ "指标!D7": 1429 }), { at: "指标!D7", severity: "warning", fix: "=SUM(D4:D6)" }]
  }
});

testRule("breaks-on-slash", {
  valid: { "the clean workbook": clean },
  invalid: { "plain division beside a slash": [() => stationWith({ "指标!E5": percent("=D5/C5") }), { at: "指标!E5", severity: "info", says: "=D5/C5" }] }
});

testRule("stale-value", {
  valid: {
    "a file that asks to be recalculated": () => stationWith({ "指标!D7": { f: "=SUM(D4:D6)", v: 0 } }, { recalculatesOnOpen: true }),
    "no stored value": clean,
    "stored as rounded as it is shown": () => stationWith({ "指标!E5": { f: "=D5/C5", v: 1.0833, format: "0.00%" } })
  },
  invalid: {
    "a rate": [() => stationWith({ "指标!E5": { f: "=D5/C5", v: 0.9, format: "0.00%" } }), { at: "指标!E5", severity: "warning", actual: "90.00%", expected: "108.33%" }],
    "manual calculation": [() => stationWith({ "指标!E5": { f: "=D5/C5", v: 0.9, format: "0.00%" } }, { calculation: "manual" }), { at: "指标!E5", severity: "warning", says: "手动计算" }]
  }
});

const line = (formulas: readonly string[]) => rows("A1", formulas.map((formula, index) => [index + 1, index + 5, formula]));
const other = (formulas: readonly string[]) => () => stationWith({}, {}, (sheets) => { sheets["预算"] = { cells: line(formulas) }; });
const equal = [1, 2, 3, 4, 5, 6, 7, 8].map((row) => `=A${row}*B${row}`);

testRule("pattern-break", {
  valid: {
    "equal formulas": other(equal),
    "another formula at the end": other([...equal.slice(0, 7), "=SUM(C1:C7)"]),
    "two different ones": other(equal.map((formula, index) => (index === 2 || index === 5 ? `=A${index + 1}+B${index + 1}` : formula))),
    "a short column": other(equal.slice(0, 4).map((formula, index) => (index === 2 ? "=A3+B3" : formula)))
  },
  invalid: {
    "one differs": [other(equal.map((formula, index) => (index === 3 ? "=A4*B5" : formula))), { at: "预算!C4", severity: "warning", fix: "=A4*B4" }],
    "a number among formulas": [() => stationWith({}, {}, (sheets) => { sheets["预算"] = { cells: { ...line(equal), C5: 99 } }; }), { at: "预算!C5", fix: "=A5*B5" }]
  }
});

testRule("external-links", {
  valid: { "the clean workbook": clean },
  invalid: {
    "a formula": [() => stationWith({ "指标!H9": { f: "=[1]Sheet1!A1", v: 11 } }, { externalLinks: ["旧表.xlsx"] }), { at: "指标!H9", severity: "warning" }],
    "a link that no table reads": [() => stationWith({}, { externalLinks: ["file:///C:/Users/x/%E6%97%A7%E8%A1%A8.xlsx"] }), { at: "指标!A2", says: "旧表.xlsx" }]
  }
});

testRule("staff-differs", {
  valid: { "the clean workbook": clean },
  invalid: {
    "a second block with another number": [() => stationWith({}, {}, (sheets) => {
      sheets["续表"] = {
        cells: rows("A1", [["服务片区", "投入社工人数", "电访"], [null, null, "协议量", "完成量", "百分比"],
          ["片区1", 5, 10, 5, percent("=D3/C3")], ["片区2", 6, 10, 5, percent("=D4/C4")], ["合计", "=SUM(B3:B4)", "=SUM(C3:C4)", "=SUM(D3:D4)", percent("=D5/C5")]]),
        merges: ["A1:A2", "B1:B2", "C1:E1"]
      };
    }), { at: "续表!B4", severity: "warning", actual: "6", expected: "5" }]
  }
});

testRule("typed-table", {
  valid: { "a table with formulas": clean },
  invalid: {
    "every rate typed": [() => stationWith({ "卡!C6": { v: 0.5, format: "0.00%" } }), { at: "卡!D3", severity: "info", says: "3 个" }]
  }
});

testRule("manual-calculation", {
  valid: { "automatic": clean },
  invalid: { "manual, values up to date": [() => stationWith({}, { calculation: "manual" }), { at: "指标!A2", severity: "info" }] }
});
