import { resolve } from "node:path";
import { measureGold } from "./gold";
import { measureGenerated, WRITTEN_STATIONS } from "./measure";

const STATIONS = WRITTEN_STATIONS.slice(0, 3);

test("a report that is true of its station draws nothing, and a number changed by a slip is found", () => {
  const { kinds, wrong, missed, understood, numbers } = measureGenerated(STATIONS);
  expect(wrong).toEqual([]);
  expect(missed).toEqual([]);
  expect(understood).toBe(numbers);
  expect([...kinds.keys()]).toEqual(expect.arrayContaining(["count", "rate", "staff", "attendance", "retention", "areas", "media", "months", "word", "difference", "multiple"]));
});

test("published reports: nothing wrong is said, what contradicts is found, most is understood", () => {
  for (const { report, understood, provable, wrong, missed } of measureGold(resolve(__dirname, "../../../shared/cases/reports"), false)) {
    expect({ report, wrong, missed }).toEqual({ report, wrong: [], missed: [] });
    expect(understood / provable).toBeGreaterThan(0.9);
  }
});
