import { RATE_ERRORS } from "./rates";
import { ROSTER_ERRORS } from "./roster";
import { SCORE_ERRORS } from "./scores";
import { TOTAL_ERRORS } from "./totals";
import type { SeededError } from "./types";
import { FOOTNOTE_ERRORS, VALUE_ERRORS } from "./values";

export type { Outcome, SeededError, Severity } from "./types";

/** Every mistake that the matrix seeds. */
export const SEEDED_ERRORS: readonly SeededError[] = [
  ...RATE_ERRORS, ...TOTAL_ERRORS, ...VALUE_ERRORS, ...FOOTNOTE_ERRORS, ...ROSTER_ERRORS, ...SCORE_ERRORS
];
