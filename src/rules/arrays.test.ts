import { percent, stationWith } from "../../test/support/station";
import { checkWorkbook } from "../report";

/** An array formula over the three areas' rates, with what it gives. */
const withArray = (formula: string, values: readonly number[]) => stationWith(
  { "指标!E4": { f: formula, v: values[0]!, format: "0.00%" }, "指标!E5": percent(values[1]!), "指标!E6": percent(values[2]!) }, {},
  (sheets) => { sheets["指标"] = { ...sheets["指标"]!, arrays: ["E4:E6"] }; }
);

test("an array formula that divides by other rows is one finding, its other cells follow from it", () => {
  const { findings } = checkWorkbook(withArray("=D4:D6/C5:C7", [634 / 600, 650 / 130, 145 / 1330]));
  const wrong = findings.filter(({ severity }) => severity !== "info");
  expect(wrong.map(({ rule, severity, cell }) => [rule, severity, cell])).toEqual([["formula-wrong", "error", "E4"]]);
  expect(wrong[0]!.consequences.map(({ cell, expected }) => [cell, expected])).toEqual([["E5", "108.33%"], ["E6", "111.54%"]]);
});

test("the right one draws nothing", () => {
  expect(checkWorkbook(withArray("=D4:D6/C4:C6", [634 / 600, 650 / 600, 145 / 130])).findings.filter(({ severity }) => severity !== "info")).toEqual([]);
});
