import { testRule } from "../../../test/support/rule-tester";
import { stationWith } from "../../../test/support/station";
import { countValue } from "./count-value";

testRule(countValue, {
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
