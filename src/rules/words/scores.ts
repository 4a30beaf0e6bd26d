

/** A score as the tables print it: two decimals. */
export function scoreText(score: number): string {
  return score.toFixed(2);
}
