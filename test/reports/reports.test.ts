import { resolve } from "node:path";
import { measureGold } from "./gold";
import { measureGenerated } from "./measure";

/** Whole stations: every table that a report can be held against. */
const STATIONS = [0, 1, 2].map((seed) => ({ kind: "whole" as const, family: seed % 2 === 0 ? "standard" : "wild", rate: "if-slash" as const, total: "sum" as const, seed }));

test("a report that is true of its station draws nothing, and a number changed by a slip is found", () => {
  const { kinds, wrong, missed, understood, numbers } = measureGenerated(STATIONS);
  expect(wrong).toEqual([]);
  expect(missed).toEqual([]);
  expect(understood).toBe(numbers);
  expect([...kinds.keys()]).toEqual(expect.arrayContaining(["count", "rate", "staff", "attendance", "retention", "areas", "media", "months"]));
});

test("published reports: nothing wrong is said, what contradicts is found, most is understood", () => {
  for (const { report, understood, provable, wrong, missed } of measureGold(resolve(__dirname, "../../../shared/cases/reports"), false)) {
    expect({ report, wrong, missed }).toEqual({ report, wrong: [], missed: [] });
    expect(understood / provable).toBeGreaterThan(0.9);
  }
});
