import { isError, type Scalar } from "../workbook";
import { isSlash, normalise, parseNumber } from "./text";

/** The number that a value is or reads as ("90个", "１２"), "/" for the mark of no target, undefined otherwise; null for blank. */
export function numeric(value: Scalar): number | "/" | null | undefined {
  if (typeof value === "number") return value;
  if (value === null) return null;
  if (typeof value !== "string" || isError(value)) return undefined;
  if (normalise(value) === "") return null;
  if (isSlash(value)) return "/";
  return parseNumber(value)?.number;
}

/** Rounds half away from zero at that many decimals, as Excel shows numbers: 1.80625 → 1.8063. */
export function roundHalfUp(value: number, decimals: number): number {
  if (!Number.isFinite(value)) return value;
  // 15 significant digits are what Excel keeps; the binary rest of 1.005 must not decide.
  const scaled = Number((Math.abs(value) * 10 ** decimals).toPrecision(15));
  return (Math.sign(value) * Math.round(scaled)) / 10 ** decimals;
}

/** Equal but for the binary rest that sums and quotients leave. Excel's own "=" is stricter: formulas/coerce.ts. */
export function sameNumber(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

/** 0.68243 → "68.24%". */
export function percentText(ratio: number, decimals = 2): string {
  return `${roundHalfUp(ratio * 100, decimals).toFixed(decimals)}%`;
}

/** A share as it is spoken of: 0.7 → "70%", 0.125 → "12.5%". */
export function shareText(ratio: number): string {
  return `${roundHalfUp(ratio * 100, 2)}%`;
}

/** A score as the tables print it: two decimals. */
export function scoreText(score: number): string {
  return roundHalfUp(score, 2).toFixed(2);
}

/** A count or sum as a sheet would show it: at most four decimals, none where there are none. */
export function numberText(value: number): string {
  return String(roundHalfUp(value, 4));
}
