import { testRule } from "../../../test/support/rule-tester";
import { clean, stationWith } from "../../../test/support/station";
import { externalLinks } from "./external-links";

testRule(externalLinks, {
  valid: { "the clean workbook": clean },
  invalid: {
    "a formula": [() => stationWith({ "指标!H9": { f: "=[1]Sheet1!A1", v: 11 } }, { externalLinks: ["旧表.xlsx"] }), { at: "指标!H9", severity: "warning", says: "[旧表.xlsx]Sheet1!A1" }],
    "the second of two workbooks, and a text in brackets": [
      () => stationWith({ "指标!H9": { f: '=\'[2]一 片\'!A1+LEN("[1]")', v: 11 } }, { externalLinks: ["a.xlsx", "%E4%BA%8C%E7%89%87%E5%8F%B0%E8%B4%A6.xlsx"] }),
      { at: "指标!H9", says: '\'[二片台账.xlsx]一 片\'!A1+LEN("[1]")' }
    ],
    "a link that no table reads": [() => stationWith({}, { externalLinks: ["file:///C:/Users/x/%E6%97%A7%E8%A1%A8.xlsx"] }), { at: "指标!A2", says: "旧表.xlsx" }]
  }
});
