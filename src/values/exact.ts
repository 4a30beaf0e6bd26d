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

/** The mean of numbers; null of none. */
export function meanOf(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : clean(numbers.reduce((sum, number) => sum + number, 0) / numbers.length);
}

/** The mean without the highest and the lowest (去掉一个最高分、一个最低分); of fewer than three the plain mean. */
export function trimmedMean(numbers: readonly number[]): number | null {
  if (numbers.length < 3) return meanOf(numbers);
  return clean((numbers.reduce((sum, number) => sum + number, 0) - Math.max(...numbers) - Math.min(...numbers)) / (numbers.length - 2));
}
