import type { CellAddress } from "../../../src/workbook";
import type { Built } from "../built";
import type { Random } from "../random";

export type Severity = "error" | "warning" | "info";

/** What a seeded error did. */
export interface Outcome {
  /** Cells at which a finding counts as found. */
  readonly accept: readonly CellAddress[];
  /** Cells at which a further finding is understandable: neither found nor falsely reported. */
  readonly side?: readonly CellAddress[];
  /** What the finding must give as the right text, where there is only one. */
  readonly expected?: string;
  /** For whoever reproduces a miss. */
  readonly detail: string;
}

/** A mistake that can be put into a clean workbook. */
export interface SeededError {
  readonly id: string;
  readonly description: string;
  /** The line of the domain's catalogue (section 3) that asks for it. */
  readonly catalogue: string;
  readonly kind: "indicators" | "roster" | "scores";
  /** The least severity that a finding must have. */
  readonly severity: Severity;
  /** The mistake lies in how a rate or total is spelled: measured over all spellings. */
  readonly slip?: "rate" | "total";
  /** Changes the workbook; null where this workbook has no place for it. The caller recalculates afterwards. */
  readonly apply: (built: Built, random: Random) => Outcome | null;
}
