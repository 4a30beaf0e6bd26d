import type { Outcome } from "../formulas";
import { numeric, roundHalfUp, sameNumber } from "../values/numbers";
import type { Meaning } from "./types";
import type { World } from "./worlds";

/** What is known of a formula. "right": it gives what the cell must hold for other inputs too. */
export type Verdict =
  | { readonly state: "right" }
  | { readonly state: "wrong"; readonly inverted: boolean }
  | { readonly state: "cannot-tell"; readonly reason: string; readonly detail: string };

/** The verdict on a formula from those worlds that say what it must give; null when none does. */
export function judgeIn(worlds: readonly World[], meaning: Meaning, formula: string): Verdict | null {
  let judged = 0;
  let inverted = true;
  let wrong = false;
  for (const world of worlds) {
    const expected = world.expected(meaning);
    if (expected === undefined) continue;
    const outcome = world.evaluator.evaluate(formula, meaning.at);
    if (outcome.state === "unknown") return { state: "cannot-tell", reason: outcome.reason, detail: outcome.detail };
    if (outcome.volatile) return { state: "cannot-tell", reason: "volatile", detail: "" };
    judged++;
    if (agrees(outcome, expected, meaning)) {
      inverted = false;
      continue;
    }
    wrong = true;
    inverted &&= typeof expected === "number" && agrees(outcome, 1 / expected, meaning);
  }
  if (judged === 0) return null;
  return wrong ? { state: "wrong", inverted } : { state: "right" };
}

/** Whether a formula's result is what its cell must hold, as exactly as such a cell is kept. */
export function agrees(outcome: Extract<Outcome, { state: "known" }>, expected: number | "/", { decimals, inPercent }: Meaning): boolean {
  const given = numeric(outcome.value);
  const value = inPercent && typeof given === "number" && typeof outcome.value === "number" ? given / 100 : given;
  if (expected === "/") return value === "/";
  if (typeof value !== "number") return false;
  if (decimals === null) return sameNumber(value, expected);
  // A rate may be rounded to what is shown, and never more.
  return sameNumber(value, expected) || Math.abs(roundHalfUp(expected, decimals) - value) <= 0.5 * 10 ** -decimals + 1e-9;
}
