/** Sums person-months in whole halves and scores in whole hundredths, so that no binary noise (0.1 + 0.2) gets in. */

/** The sum of numbers that are multiples of 0.5. */
export function sumHalves(values: Iterable<number>): number {
  let halves = 0;
  for (const value of values) halves += Math.round(value * 2);
  return halves / 2;
}

/** The sum of scores, each taken with two decimals; differences between scores may be negative. */
export function sumScores(values: Iterable<number>): number {
  let hundredths = 0;
  for (const value of values) hundredths += hundredthsOf(value);
  return hundredths / 100;
}

/** A score in whole hundredths, half rounded up: 16.433… → 1643, 1.005 → 101. */
export function hundredthsOf(value: number): number {
  // 1.005 is kept as 1.00499…; fifteen digits give back what was typed.
  return Math.floor(Number((value * 100).toPrecision(15)) + 0.5);
}

/** Takes binary noise off a product such as 0.55 × 120. */
export function clean(value: number): number {
  return Number(value.toPrecision(12));
}
