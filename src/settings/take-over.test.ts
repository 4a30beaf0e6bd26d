import { takenOver } from "./take-over";
import type { StoredSettings } from "./types";

/** Ignored findings by their fingerprints, a letter each. */
const stored = (settings: StoredSettings["settings"], ignored = ""): StoredSettings =>
  ({ settings, ignored: [...ignored].map((fingerprint) => ({ fingerprint, reason: "已核实", actual: "1" })) });

test.each<[string, StoredSettings, StoredSettings, StoredSettings, StoredSettings]>([
  ["nothing was changed anywhere", stored({ headcount: 20 }, "a"), stored({ headcount: 20 }, "a"), stored({ headcount: 20 }, "a"), stored({ headcount: 20 }, "a")],
  ["a file that lost our part gets it back", stored({ headcount: 20 }, "a"), stored({ headcount: 18 }, "ab"), stored({}), stored({ headcount: 18 }, "ab")],
  ["what was set here wins", stored({ headcount: 20 }), stored({ headcount: 18 }), stored({ headcount: 22 }), stored({ headcount: 18 })],
  ["what the file says anew of something else is taken", stored({ headcount: 20 }), stored({ headcount: 18 }), stored({ headcount: 20, certifiedShare: 0.7 }), stored({ headcount: 18, certifiedShare: 0.7 })],
  ["what was changed in the file alone is taken", stored({ headcount: 20 }), stored({ headcount: 20 }), stored({ headcount: 22 }), stored({ headcount: 22 })],
  ["a default that was gone back to here stays one", stored({ headcount: 20 }, "a"), stored({}, "a"), stored({ headcount: 20 }, "a"), stored({}, "a")],
  ["ignored here and there", stored({}, "a"), stored({}, "ab"), stored({}, "ac"), stored({}, "abc")],
  ["taken back here", stored({}, "ab"), stored({}, "b"), stored({}, "ab"), stored({}, "b")],
  ["taken back there", stored({}, "ab"), stored({}, "ab"), stored({}, "b"), stored({}, "b")]
])("%s", (_, base, ours, theirs, expected) => {
  expect(takenOver(base, ours, theirs)).toEqual(expected);
});
