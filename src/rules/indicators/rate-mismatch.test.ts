import { testRule } from "../../../test/support/rule-tester";
import { clean, percent, stationWith } from "../../../test/support/station";
import { rateMismatch } from "./rate-mismatch";

testRule(rateMismatch, {
  valid: {
    "the clean workbook": clean,
    "typed at four decimals of the ratio": () => stationWith({ "卡!D3": 0.5455 }),
    "typed as a percent text among texts": () => stationWith({ "卡!D3": "54.55%", "卡!H3": "50.00%", "卡!C6": "50.00%" }),
    "typed in percent where the percent sign is a text": () => stationWith({ "卡!D3": percent(54.55, "0.00\\%"), "卡!H3": percent(50, '0.00"%"') }),
    "rounded half up": () => stationWith({ "卡!A6": 800, "卡!B6": 1445, "卡!C6": percent(1.8063) })
  },
  invalid: {
    "typed on a card": [() => stationWith({ "卡!D3": percent(0.5682) }), { at: "卡!D3", severity: "error", actual: "56.82%", expected: "54.55%", says: "25÷44", fix: 24 / 44 }],
    "typed where the percent sign is a text": [() => stationWith({ "卡!D3": percent(56.82, "0.00\\%") }), { at: "卡!D3", actual: "56.82%", expected: "54.55%", says: "25÷44", fix: (24 / 44) * 100 }],
    "a ratio where the percent sign is a text": [() => stationWith({ "卡!D3": percent(0.5455, '0.00"%"') }), { at: "卡!D3", actual: "0.55%", expected: "54.55%", fix: (24 / 44) * 100 }],
    "typed among formulas": [() => stationWith({ "指标!E5": percent(1.0817) }), { at: "指标!E5", expected: "108.33%", says: "649÷600", fix: '=IF(C5="/","/",D5/C5)' }],
    "rounded to a whole percentage first": [() => stationWith({ "卡!D3": percent(0.55) }), { at: "卡!D3", expected: "54.55%", says: "四舍五入" }],
    "a slash although both numbers are there": [() => stationWith({ "卡!D3": "/" }), { at: "卡!D3", expected: "54.55%" }],
    "swapped": [() => stationWith({ "卡!D3": percent(1.8333) }), { at: "卡!D3", says: "颠倒" }]
  }
});
