import { say } from "../messages";
import { explainTotal, type Change } from "./explain";
import type { PersonMonth } from "./types";

const reason = say("no-cause");

function month(value: number, ...others: number[]): PersonMonth {
  return {
    month: "2024-09", value, ticked: true, ifTicked: value, reason, settled: false, contradicted: null,
    others: others.map((other) => ({ value: other, kind: "join", reading: reason }))
  };
}

const brief = (changes: Change[] | null): string | null => changes && changes.map((change) => `${change.month}=${change.other.value}`).join(" ");

test.each<[string, PersonMonth[], number, string | null]>([
  ["as counted", [month(1, 0.5), month(1)], 2, ""],
  ["one change", [month(1, 0.5), month(1)], 1.5, "0=0.5"],
  ["the first of several months", [month(1), month(1, 0.5), month(1, 0.5)], 2.5, "1=0.5"],
  ["the first of several readings", [month(0.5, 0, 1)], 1, "0=1"],
  ["few changes before many", [month(0.5, 1), month(0.5, 1), month(0, 1)], 2, "2=1"],
  ["two that take away and add", [month(1, 0.5), month(0, 1)], 1.5, "0=0.5 1=1"],
  ["more than four changes", [1, 2, 3, 4, 5].map(() => month(1, 0.5)), 2.5, null],
  ["nothing to change", [month(1), month(1)], 1, null],
  ["no halves", [month(1, 0.5)], 0.75, null],
  ["nobody", [], 1, null]
])("%s", (_, months, total, expected) => expect(brief(explainTotal(months, total))).toBe(expected));

/** Tries everything: the fewest changes, then the first months, then the first readings. */
function exhaustive(months: readonly PersonMonth[], total: number): Change[] | null {
  const search = (from: number, rest: number, left: number): Change[] | null => {
    if (rest === 0) return [];
    if (left === 0) return null;
    for (let i = from; i < months.length; i++) {
      for (const other of months[i]!.others) {
        const found = search(i + 1, rest - (other.value - months[i]!.value), left - 1);
        if (found) return [{ month: i, other }, ...found];
      }
    }
    return null;
  };
  for (let left = 0; left <= 4; left++) {
    const found = search(0, total - months.reduce((sum, { value }) => sum + value, 0), left);
    if (found) return found;
  }
  return null;
}

test("the same as trying everything", () => {
  let state = 5;
  const below = (limit: number): number => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) % (limit * 8) >> 3;
  for (let run = 0; run < 400; run++) {
    const months = Array.from({ length: 1 + below(7) }, () => month(below(3) / 2, ...Array.from({ length: below(3) }, () => below(3) / 2)));
    const total = below(16) / 2;
    expect({ run, found: brief(explainTotal(months, total)) }).toEqual({ run, found: brief(exhaustive(months, total)) });
  }
});

test("twice the persons are twice the work", () => {
  const reads = (count: number): number => {
    let read = 0;
    const people = Array.from({ length: count }, () => ({ ...month(1), get others() { read++; return month(1, 0.5, 0).others; } }));
    expect(explainTotal(people, count + 1)).toBeNull();
    expect(explainTotal(people, count - 2)).toHaveLength(2);
    return read;
  };
  expect(reads(800)).toBeLessThan(2.2 * reads(400));
});
