/** Odds that accidents must beat, a line: one in a thousand, as a natural logarithm. */
export const CERTAIN = Math.log(1000);
/** A wrong cell costs what a typing error's rarity (one in twenty) is worth. */
export const MISS = Math.log(20);

/**
 * The chance that two unrelated counts have this quotient: about one in ten times the smallest denominator that gives
 * the number shown. 100% is no evidence (1/10), 50% little (1/20), 68.24% much (1/850); never less than the precision shown.
 */
export function chance(ratio: number, decimals: number): number {
  if (ratio === 0) return 1 / 3;
  const tolerance = Math.max(0.5 * 10 ** -Math.min(decimals, 6), 1e-7);
  let denominator = 1;
  while (denominator < 1000 && Math.abs(Math.round(ratio * denominator) / denominator - ratio) > tolerance) denominator++;
  return Math.max(10 ** -Math.min(decimals, 4) / 2, 1 / (10 * denominator));
}
