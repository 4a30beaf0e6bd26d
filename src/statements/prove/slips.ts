/** How one number could have become the other by a slip of the hand; null where it could not. */
export function isSlip(actual: number, expected: number): "transposed" | "digit" | null {
  const a = String(actual);
  const b = String(expected);
  if (a.length !== b.length || a === b) return null;
  const differing = [...a].flatMap((sign, i) => (sign === b[i] ? [] : [i]));
  if (differing.length === 2 && differing[1] === differing[0]! + 1 && a[differing[0]!] === b[differing[1]] && a[differing[1]] === b[differing[0]!]) return "transposed";
  return differing.length === 1 && a.length > 1 ? "digit" : null;
}

/** Numbers of two digits and more that a slip explains: one more or less, a digit wrong, digits changed about. */
export function nearMiss(actual: number, expected: number): boolean {
  return Math.max(actual, expected) >= 10 && (Math.abs(actual - expected) === 1 || isSlip(actual, expected) !== null);
}

/** How digits of one number became those of the other: two of them changed about, or one of them another. Shorter ones stand behind noughts. */
export function swapsOrDigit(actual: string, expected: string): "swap" | "digit" | null {
  const length = Math.max(actual.length, expected.length);
  const [a, b] = [actual, expected].map((digits) => digits.padStart(length, "0")) as [string, string];
  const differing = [...a].flatMap((sign, i) => (sign === b[i] ? [] : [i]));
  const [first, second, more] = differing;
  if (first === undefined || more !== undefined) return null;
  if (second === undefined) return "digit";
  return a[first] === b[second] && a[second] === b[first] ? "swap" : null;
}
