import { testRule } from "../../../test/support/rule-tester";
import { stationWith } from "../../../test/support/station";
import { hiddenData } from "./hidden-data";

testRule(hiddenData, {
  valid: { "a hidden row outside the tables": () => stationWith({}, {}, (sheets) => { sheets["指标"] = { ...sheets["指标"]!, hiddenRows: [30] }; }) },
  invalid: { "a hidden row": [() => stationWith({}, {}, (sheets) => { sheets["指标"] = { ...sheets["指标"]!, hiddenRows: [5] }; }), { at: "指标!A5", severity: "info" }] }
});
