import { stationWith } from "../../../test/support/station";
import { buildRoster } from "../../../test/support/roster-builder";
import { checkWorkbook } from "../../report";
import { testRule } from "../../../test/support/rule-tester";

const percent = (v: number, format = "0.00%") => ({ v, format });
const clean = () => stationWith({});

testRule("rate-mismatch", {
  valid: {
    "the clean workbook": clean,
    "typed at four decimals of the ratio": () => stationWith({ "卡!D3": 0.5455 }),
    "typed as a percent text among texts": () => stationWith({ "卡!D3": "54.55%", "卡!H3": "50.00%", "卡!C6": "50.00%" }),
    "rounded half up": () => stationWith({ "卡!A6": 800, "卡!B6": 1445, "卡!C6": percent(1.8063) })
  },
  invalid: {
    "typed on a card": [() => stationWith({ "卡!D3": percent(0.5682) }), { at: "卡!D3", severity: "error", actual: "56.82%", expected: "54.55%", says: "25÷44", fix: 24 / 44 }],
    "typed among formulas": [() => stationWith({ "指标!E5": percent(1.0817) }), { at: "指标!E5", expected: "108.33%", says: "649÷600", fix: '=IF(C5="/","/",D5/C5)' }],
    "rounded to a whole percentage first": [() => stationWith({ "卡!D3": percent(0.55) }), { at: "卡!D3", expected: "54.55%", says: "四舍五入" }],
    "a slash although both numbers are there": [() => stationWith({ "卡!D3": "/" }), { at: "卡!D3", expected: "54.55%" }],
    "swapped": [() => stationWith({ "卡!D3": percent(1.8333) }), { at: "卡!D3", says: "颠倒" }]
  }
});

testRule("rate-scale", {
  valid: { "the clean workbook": clean },
  invalid: {
    "68.24 typed for 68.24%": [() => stationWith({ "卡!D3": 54.55 }), { at: "卡!D3", severity: "warning", expected: "54.55%" }],
    "shown as 5455.00%": [() => stationWith({ "卡!D3": percent(54.55) }), { at: "卡!D3", severity: "warning", expected: "54.55%" }]
  }
});

testRule("rate-coarse", {
  valid: {
    "whole percents that hide nothing": () => stationWith({ "卡!H3": percent(0.5, "0%") }),
    "a plain number whose last decimal is 0": () => stationWith({ "指标!C5": 589, "指标!D5": 665, "指标!E5": { f: "=ROUND(D5/C5,4)", format: "General" }, "指标!A12": null }),
    "one decimal that hides nothing": () => stationWith({ "卡!H3": percent(0.5, "0.0%") })
  },
  invalid: { "55% for 54.55%": [() => stationWith({ "卡!D3": percent(0.5455, "0%") }), { at: "卡!D3", severity: "warning", actual: "55%", expected: "54.55%" }] }
});

testRule("rate-without-target", {
  valid: { "a slash where the target is one": clean },
  invalid: {
    "a typed rate": [() => stationWith({ "指标!N5": percent(0.5) }), { at: "指标!N5", expected: "/", fix: '=IF(L5="/","/",M5/L5)' }],
    "a typed 0%": [() => stationWith({ "指标!N5": percent(0) }), { at: "指标!N5", actual: "0.00%" }]
  }
});

testRule("total-mismatch", {
  valid: {
    "a card that reads the total": () => stationWith({ "卡!F3": "=指标!C7", "卡!G3": "=指标!D7", "卡!H3": percent(1429 / 1330), "卡!E2": "困难群众和特殊群体建档" }),
    "typed totals that are right": () => stationWith({ "指标!C7": 1330, "指标!D7": 1429, "指标!B7": 15, "指标!F7": 44, "指标!G7": 24, "指标!I7": 30, "指标!J7": 15, "指标!M7": 987 })
  },
  invalid: {
    "typed wrong, its rate following": [() => stationWith({ "指标!D7": 1430, "指标!A12": null }), { at: "指标!D7", expected: "1429", fix: "=SUM(D4:D6)", consequences: ["指标!E7"] }],
    "an area left out": [() => stationWith({ "指标!D7": 779, "指标!A12": null }), { at: "指标!D7", says: "片区2", consequences: ["指标!E7"] }],
    "read by a card": [() => stationWith({ "指标!D7": 1430, "指标!A12": null, "卡!E2": "困难群众和特殊群体建档", "卡!F3": "=指标!C7", "卡!G3": "=指标!D7", "卡!H3": "=G3/F3" }),
      { at: "指标!D7", expected: "1429", consequences: ["指标!E7", "卡!H3", "卡!G3"] }],
    "staff": [() => stationWith({ "指标!B7": 16 }), { at: "指标!B7", expected: "15" }]
  }
});

testRule("same-indicator", {
  valid: {
    "another period": () => stationWith({ "卡!A1": "某街社工站指标完成情况统计表（2023年9月10日至2024年2月28日）", "卡!C3": "30个", "卡!D3": percent(30 / 44) }),
    "a prefix that makes it another indicator": () => stationWith({ "卡!A4": "党建-专业个案" })
  },
  invalid: {
    "done on a card": [() => stationWith({ "卡!C3": "20个", "卡!D3": percent(20 / 44) }), { at: "卡!C3", actual: "20个", expected: "24个", fix: "24个", consequences: ["卡!D3"] }],
    "done on a card, its rate still right": [() => stationWith({ "卡!C3": "20个" }), { at: "卡!C3", says: "也是按 24 算的" }],
    "target on a card": [() => stationWith({ "卡!B3": "40个", "卡!D3": percent(0.6) }), { at: "卡!B3", expected: "44个" }],
    "list and card": [() => stationWith({ "卡!G3": "12个", "卡!H3": percent(0.6) }), { at: "卡!G3", expected: "10个" }]
  }
});

testRule("target-missing", {
  valid: {
    "nothing done either": () => stationWith({ "指标!H9": null, "指标!I9": null, "指标!J9": null }),
    "no target: a slash": () => stationWith({ "指标!H9": "/", "指标!J9": "/" })
  },
  invalid: {
    "blank": [() => stationWith({ "指标!H9": null }), { at: "指标!H9", severity: "error", says: "11", consequences: ["指标!J9"] }],
    "zero": [() => stationWith({ "指标!H9": 0 }), { at: "指标!H9", actual: "0" }],
    "an area's, that a card repeats with the sum": [() => stationWith({ "指标!F5": 0 }), { at: "指标!F5", actual: "0" }]
  }
});

testRule("value-missing", {
  valid: { "the clean workbook": clean },
  invalid: {
    "a rate": [() => stationWith({ "指标!E5": null }), { at: "指标!E5", severity: "info", expected: "108.33%" }],
    "a total": [() => stationWith({ "指标!B7": null }), { at: "指标!B7", expected: "15" }]
  }
});

testRule("text-number", {
  valid: { "units on a typed card": clean },
  invalid: {
    "a number as text": [() => stationWith({ "指标!D5": "650" }), { at: "指标!D5", fix: 650, consequences: ["指标!D7", "指标!E7"] }],
    "full-width digits": [() => stationWith({ "指标!D5": "６５０" }), { at: "指标!D5", expected: "650", says: "全角" }],
    "a unit that breaks the formula": [() => stationWith({ "卡!A6": "2个" }), { at: "卡!A6", says: "单位", consequences: ["卡!C6"] }]
  }
});

testRule("count-value", {
  valid: { "half a person": () => stationWith({ "指标!B4": 4.5, "指标!B5": 5.5 }) },
  invalid: {
    "negative": [() => stationWith({ "卡!B6": -1 }), { at: "卡!B6", says: "负数" }],
    "fraction": [() => stationWith({ "卡!B6": 1.5 }), { at: "卡!B6", says: "整数" }],
    "an area's number that a footnote repeats with the sum": [() => stationWith({ "指标!M5": -478 }), { at: "指标!M5", says: "负数" }],
    "an area's number that a card repeats with the sum": [() => stationWith({ "指标!G5": 8.5 }), { at: "指标!G5", says: "整数" }],
    "an area's number under a typed total": [() => stationWith({ "指标!G5": -8, "指标!G7": 24 }), { at: "指标!G5", says: "负数" }],
    "a word that a formula reads": [() => stationWith({ "卡!A6": "若干" }), { at: "卡!A6", says: "不是数字", consequences: ["卡!C6"] }]
  }
});

testRule("closed-over-opened", {
  valid: { "as many closed as opened": () => stationWith({ "指标!J4": 9 }) },
  invalid: {
    "more closed": [() => stationWith({ "指标!J4": 10 }), { at: "指标!J4", actual: "10", expected: "≤9" }],
    "in a list": [() => stationWith({ "指标!G9": "社区矫正个案接案数", "指标!G10": "社区矫正个案结案数", "指标!H10": 12, "指标!I10": 12 }), { at: "指标!I10", expected: "≤11" }]
  }
});

testRule("error-value", {
  valid: { "the clean workbook": clean },
  invalid: {
    "an area's rate": [() => stationWith({ "指标!N5": { f: "=M5/L5", format: "0.00%" } }), { at: "指标!N5", actual: "#VALUE!", expected: "/" }],
    "an error typed as a value": [() => stationWith({ "卡!D3": { v: { error: "#N/A" }, format: "0.00%" } }), { at: "卡!D3", actual: "#N/A" }]
  }
});

testRule("footnote", {
  valid: { "the clean workbook": clean },
  invalid: {
    "people on file": [() => stationWith({ "指标!A12": "户籍人口（6.1万人），建档总户数1234户，建档人数1430人；入户探访总人数987人次。" }), { at: "指标!A12", actual: "建档人数1430人", expected: "建档人数1429人" }],
    "visits": [() => stationWith({ "指标!A12": "建档总户数1234户，建档人数1429人；评估期内入户探访总人数978人次。" }), { at: "指标!A12", says: "987" }],
    "more households than people": [() => stationWith({ "指标!A12": "户籍人口（61113人），建档总户数1500户，建档人数1429人。" }), { at: "指标!A12", says: "1500" }],
    "more people than live there": [() => stationWith({ "指标!A12": "户籍人口（1113人），建档总户数1034户，建档人数1429人。" }), { at: "指标!A12", says: "1113" }]
  }
});

testRule("rate-high", {
  valid: { "the clean workbook": clean },
  invalid: { "above 200%": [() => stationWith({ "卡!B6": 5 }), { at: "卡!C6", severity: "info", actual: "250.00%" }] }
});

testRule("hidden-data", {
  valid: { "a hidden row outside the tables": () => stationWith({}, {}, (sheets) => { sheets["指标"] = { ...sheets["指标"]!, hiddenRows: [30] }; }) },
  invalid: { "a hidden row": [() => stationWith({}, {}, (sheets) => { sheets["指标"] = { ...sheets["指标"]!, hiddenRows: [5] }; }), { at: "指标!A5", severity: "info" }] }
});

const AGREEMENT = "年度服务协议时间：2024年9月10日至2025年9月9日";

describe("progress-behind", () => {
  const withRoster = () => {
    const { workbook } = buildRoster({ months: ["9月", "10月", "11月", "12月", "2025年1月", "2025年2月"], agreement: AGREEMENT, persons: Array.from({ length: 20 }, () => ({ months: "111111", senior: 6 })) });
    return { ...stationWith({ "卡!B6": 0, "卡!C6": "=IF(A6=\"/\",\"/\",B6/A6)" }), sheets: [...stationWith({ "卡!B6": 0 }).sheets, ...workbook.sheets] };
  };

  test("half of the agreement is over, nothing is done", () => {
    const found = checkWorkbook(withRoster()).findings.filter(({ rule }) => rule === "progress-behind");
    expect(found.map(({ sheet, cell, severity }) => [sheet, cell, severity])).toContainEqual(["卡", "C6", "info"]);
    expect(found.every(({ message }) => message.includes("50.00%"))).toBe(true);
  });

  test("without an agreement nothing can be expected", () => {
    expect(checkWorkbook(stationWith({ "卡!B6": 0 })).findings.filter(({ rule }) => rule === "progress-behind")).toEqual([]);
  });
});
