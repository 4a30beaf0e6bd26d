import type { PaneModel } from "./pane-model";

/** What became of the findings since a check before: how many there were, are gone, are still there, were ignored meanwhile, and have come. */
export interface Since {
  readonly before: number;
  readonly solved: number;
  readonly left: number;
  readonly ignored: number;
  readonly fresh: number;
}

/**
 * Compares the findings with those of the check that the user began from (`baseline`), by their keys, which survive moved rows and
 * another file of the same tables. What was ignored before counts on neither side; `before` = solved + left + ignored.
 */
export function sinceBaseline({ findings, baseline }: Pick<PaneModel, "findings" | "baseline">): Since {
  const now = new Map(findings.map(({ key, finding }) => [key, finding.ignored !== null]));
  const before = baseline.filter(({ finding }) => !finding.ignored).map(({ key }) => key);
  const known = new Set(before);
  const solved = before.filter((key) => !now.has(key)).length;
  const ignored = before.filter((key) => now.get(key)).length;
  const fresh = [...now].filter(([key, isIgnored]) => !isIgnored && !known.has(key)).length;
  return { before: before.length, solved, ignored, left: before.length - solved - ignored, fresh };
}

/** Whether there is anything to say of what was there before. Ignoring alone is told where it is done. */
export function hasMoved({ solved, fresh }: Since): boolean {
  return solved + fresh > 0;
}
