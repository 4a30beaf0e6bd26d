import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseCases, runCases } from "../../test/formula-cases-runner";

describe.each(["formula-cases.json", "formula-cases-families.json", "formula-cases-texts.json", "formula-cases-mixed.json", "formula-cases-station.json", "formula-cases-arguments.json"])("%s", (file) => {
  const results = runCases(parseCases(readFileSync(resolve(__dirname, "../../test", file), "utf8")));
  it.each(results.map((result) => [result.formula, result] as const))("%s", (_, { got, expected, isRight }) => {
    if (!isRight) expect(got).toEqual(expected);
    expect(isRight).toBe(true);
  });
});

describe("a list that is none", () => {
  it.each(["[]", "null", "{\"sheets\":{}}"])("%s is refused", (json) => {
    expect(() => parseCases(json)).toThrow("formula cases");
  });
});
