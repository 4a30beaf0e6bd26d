import { takenOver } from "./take-over";
import type { StoredSettings } from "./types";

/** Ignored findings by their fingerprints, a letter each. */
const stored = (settings: StoredSettings["settings"], ignored = ""): StoredSettings =>
  ({ settings, ignored: [...ignored].map((fingerprint) => ({ fingerprint, reason: "已核实", actual: "1" })) });

const DIGEST = { day: "2025-03-01", cells: "0123456789" };
const LATER = { day: "2025-03-09", cells: "9876543210" };

test.each<[string, StoredSettings, StoredSettings, StoredSettings, StoredSettings]>([
  ["nothing was changed anywhere", stored({ headcount: 20 }, "a"), stored({ headcount: 20 }, "a"), stored({ headcount: 20 }, "a"), stored({ headcount: 20 }, "a")],
  ["a file that lost our part gets it back", stored({ headcount: 20 }, "a"), stored({ headcount: 18 }, "ab"), stored({}), stored({ headcount: 18 }, "ab")],
  ["what was set here wins", stored({ headcount: 20 }), stored({ headcount: 18 }), stored({ headcount: 22 }), stored({ headcount: 18 })],
  ["what the file says anew of something else is taken", stored({ headcount: 20 }), stored({ headcount: 18 }), stored({ headcount: 20, certifiedShare: 0.7 }), stored({ headcount: 18, certifiedShare: 0.7 })],
  ["what was changed in the file alone is taken", stored({ headcount: 20 }), stored({ headcount: 20 }), stored({ headcount: 22 }), stored({ headcount: 22 })],
  ["a default that was gone back to here stays one", stored({ headcount: 20 }, "a"), stored({}, "a"), stored({ headcount: 20 }, "a"), stored({}, "a")],
  ["what is remembered of the tables is the file's", { ...stored({}), digest: DIGEST }, { ...stored({}, "a"), digest: DIGEST }, { ...stored({}), digest: LATER }, { ...stored({}, "a"), digest: LATER }],
  ["a file that lost it gets back what it said", { ...stored({}), digest: DIGEST }, { ...stored({}, "a"), digest: LATER }, stored({}), { ...stored({}, "a"), digest: DIGEST }],
  ["ignored here and there", stored({}, "a"), stored({}, "ab"), stored({}, "ac"), stored({}, "abc")],
  ["taken back here", stored({}, "ab"), stored({}, "b"), stored({}, "ab"), stored({}, "b")],
  ["taken back there", stored({}, "ab"), stored({}, "ab"), stored({}, "b"), stored({}, "b")]
])("%s", (_, base, ours, theirs, expected) => {
  expect(takenOver(base, ours, theirs)).toEqual(expected);
});
