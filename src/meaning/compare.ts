import { normalise, writtenDecimals } from "../values/text";
import type { Reading } from "../tables/types";
import { percentText, roundHalfUp, sameNumber } from "../values/numbers";

/** How a rate is shown: its ratio and how many decimals of the ratio the text shows ("58%" → 2, "68.24%" → 4). */
interface ShownRate {
  readonly ratio: number;
  readonly decimals: number;
  readonly percent: boolean;
}

function shownRate(reading: Reading): ShownRate | null {
  if (reading.number === null) return null;
  const text = normalise(reading.text);
  const percent = text.includes("%");
  const decimals = writtenDecimals(text) + (percent ? 2 : 0);
  return { ratio: reading.number, decimals, percent };
}

/** Decimals of the ratio to which a rate's formula may round it: those that its cell shows (0.0% → 3), two of the percentage at most (R15). */
export function decimalsShown({ text }: Pick<Reading, "text">): number {
  return /[%％]/.test(text) ? Math.min(4, writtenDecimals(normalise(text)) + 2) : 4;
}

export type RateComparison =
  /** Equal at the precision shown. `coarse`: two decimals of the percentage (R15) would show more. */
  | { readonly equal: true; readonly coarse: boolean }
  | { readonly equal: false; /** 68.24 stands for 68.24%. */ readonly hundredfold: boolean };

/** Compares a shown rate with the ratio it should be, at the precision it is shown with; null when no number is shown. */
export function compareRate(reading: Reading, ratio: number): RateComparison | null {
  const shown = shownRate(reading);
  if (!shown) return null;
  const decimals = Math.min(shown.decimals, 12);
  const equal = sameNumber(roundHalfUp(shown.ratio, decimals), roundHalfUp(ratio, decimals));
  if (equal) return { equal, coarse: decimals < 4 && !sameNumber(roundHalfUp(ratio, decimals), roundHalfUp(ratio, 4)) };
  const percentage = shown.ratio / 100;
  const written = shown.percent ? 4 : Math.max(2, Math.min(4, shown.decimals + 2));
  return { equal: false, hundredfold: shown.ratio >= 1 && sameNumber(roundHalfUp(percentage, written), roundHalfUp(ratio, written)) };
}

/** The ratio as this cell should show it: two decimals (R15), more where the cell shows more. */
export function expectedRateText(reading: Reading, ratio: number): string {
  const shown = shownRate(reading);
  return percentText(ratio, shown?.percent ? Math.max(2, Math.min(shown.decimals - 2, 6)) : 2);
}

/** True when the cell holds the number, or for "/" shows that there is none. */
export function holds(reading: Reading, expected: number | "/"): boolean {
  if (expected === "/") return reading.number === null && reading.kind !== "error";
  return reading.number !== null && sameNumber(reading.number, expected);
}
