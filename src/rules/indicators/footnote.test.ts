import { testRule } from "../../../test/support/rule-tester";
import { clean, stationWith } from "../../../test/support/station";
import { footnote } from "./footnote";

testRule(footnote, {
  valid: { "the clean workbook": clean },
  invalid: {
    "people on file": [() => stationWith({ "指标!A12": "户籍人口（6.1万人），建档总户数1234户，建档人数1430人；入户探访总人数987人次。" }), { at: "指标!A12", actual: "建档人数1430人", expected: "建档人数1429人" }],
    "visits": [() => stationWith({ "指标!A12": "建档总户数1234户，建档人数1429人；评估期内入户探访总人数978人次。" }), { at: "指标!A12", says: "987" }],
    "more households than people": [() => stationWith({ "指标!A12": "户籍人口（61113人），建档总户数1500户，建档人数1429人。" }), { at: "指标!A12", says: "1500" }],
    "more people than live there": [() => stationWith({ "指标!A12": "户籍人口（1113人），建档总户数1034户，建档人数1429人。" }), { at: "指标!A12", says: "1113" }]
  }
});
