import { sampleFinding } from "../../../test/sample-report";
import { keyFindings } from "./findings";
import { sinceBaseline } from "./since";

/** Findings by their fingerprints; "!" marks one that is ignored. */
const keyed = (fingerprints: string) => keyFindings(fingerprints.split("").flatMap((letter, index, all) =>
  (letter === "!" ? [] : [sampleFinding({ fingerprint: letter, ignored: all[index + 1] === "!" ? { reason: "已核实" } : null })])));

test.each([
  ["nothing changed", "abc", "abc", { before: 3, solved: 0, left: 3, ignored: 0, fresh: 0 }],
  ["some solved, one new", "abcd", "adx", { before: 4, solved: 2, left: 2, ignored: 0, fresh: 1 }],
  ["all solved", "ab", "", { before: 2, solved: 2, left: 0, ignored: 0, fresh: 0 }],
  ["of three alike two are left", "aaa", "aa", { before: 3, solved: 1, left: 2, ignored: 0, fresh: 0 }],
  ["ignored meanwhile is neither solved nor left", "ab", "ab!", { before: 2, solved: 0, left: 1, ignored: 1, fresh: 0 }],
  ["ignored before counts nowhere", "ab!", "b!", { before: 1, solved: 1, left: 0, ignored: 0, fresh: 0 }],
  ["taken back is there again", "ab!", "ab", { before: 1, solved: 0, left: 1, ignored: 0, fresh: 1 }]
])("%s", (_, baseline, findings, expected) => {
  const since = sinceBaseline({ baseline: keyed(baseline), findings: keyed(findings) });
  expect(since).toEqual(expected);
  expect(since.solved + since.left + since.ignored).toBe(since.before);
});
