import { testRule } from "../../../test/support/rule-tester";
import { clean, stationWith } from "../../../test/support/station";
import { partialTotal } from "./partial-total";

const subtotal = (code: number, hidden: Partial<{ hiddenRows: readonly number[]; filters: readonly string[] }>) => () =>
  stationWith({ "指标!D7": `=SUBTOTAL(${code},D4:D6)` }, {}, (sheets) => { sheets["指标"] = { ...sheets["指标"]!, ...hidden }; });

testRule(partialTotal, {
  valid: {
    "no hidden row": clean,
    "a subtotal of shown rows": subtotal(9, {}),
    "a row hidden by hand counts": subtotal(9, { hiddenRows: [5] }),
    "a filter that hides nothing": subtotal(9, { filters: ["A4:N6"] }),
    "a plain sum under a filter": () => stationWith({}, {}, (sheets) => { sheets["指标"] = { ...sheets["指标"]!, hiddenRows: [5], filters: ["A4:N6"] }; })
  },
  invalid: {
    "a filter hides a row": [subtotal(9, { hiddenRows: [5], filters: ["A4:N6"] }), { at: "指标!D7", severity: "warning", says: "A3:N6" }],
    "a row hidden by hand": [subtotal(109, { hiddenRows: [5] }), { at: "指标!D7", severity: "warning", says: "第 5 行" }]
  }
});
