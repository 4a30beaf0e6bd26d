import { testRule } from "../../../test/support/rule-tester";
import { rows } from "../../../test/support/sheet-builder";
import { stationWith } from "../../../test/support/station";
import { patternBreak } from "./pattern-break";

const line = (formulas: readonly string[]) => rows("A1", formulas.map((formula, index) => [index + 1, index + 5, formula]));
const other = (formulas: readonly string[]) => () => stationWith({}, {}, (sheets) => { sheets["预算"] = { cells: line(formulas) }; });
const equal = [1, 2, 3, 4, 5, 6, 7, 8].map((row) => `=A${row}*B${row}`);

testRule(patternBreak, {
  valid: {
    "equal formulas": other(equal),
    "another formula at the end": other([...equal.slice(0, 7), "=SUM(C1:C7)"]),
    "a formula of other functions over other cells": other(equal.map((formula, index) => (index === 3 ? "=B4/COUNT(A1:A8)" : formula))),
    "two different ones": other(equal.map((formula, index) => (index === 2 || index === 5 ? `=A${index + 1}+B${index + 1}` : formula))),
    "a mean by division in a row of sums": () => stationWith({}, {}, (sheets) => {
      sheets["用餐"] = { cells: rows("A1", [...[1, 2, 3].map((week) => ["周", 10 + week, 20, 30, 40 - week, 50, 60, { f: `=AVERAGE(B${week}:F${week})` }, 70]), ["合计", ...["B", "C", "D", "E", "F", "G"].map((column) => `=SUM(${column}1:${column}3)`), "=G4/COUNT(B1:F3)", "=SUM(I1:I3)"]]) };
    }),
    "a value within an array formula": () => stationWith({}, {}, (sheets) => {
      sheets["预算"] = { cells: { ...line(equal), C5: 54 }, arrays: ["C5:C5"] };
    }),
    "a short column": other(equal.slice(0, 4).map((formula, index) => (index === 2 ? "=A3+B3" : formula)))
  },
  invalid: {
    "one differs": [other(equal.map((formula, index) => (index === 3 ? "=A4*B5" : formula))), { at: "预算!C4", severity: "warning", fix: "=A4*B4" }],
    "a number among formulas": [() => stationWith({}, {}, (sheets) => { sheets["预算"] = { cells: { ...line(equal), C5: 99 } }; }), { at: "预算!C5", fix: "=A5*B5" }]
  }
});
