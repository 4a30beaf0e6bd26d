/** How one number could have become the other by a slip of the hand; null where it could not. */
export function isSlip(actual: number, expected: number): "transposed" | "digit" | null {
  const a = String(actual);
  const b = String(expected);
  if (a.length !== b.length || a === b) return null;
  const differing = [...a].flatMap((sign, i) => (sign === b[i] ? [] : [i]));
  if (differing.length === 2 && differing[1] === differing[0]! + 1 && a[differing[0]!] === b[differing[1]] && a[differing[1]] === b[differing[0]!]) return "transposed";
  return differing.length === 1 && a.length > 1 ? "digit" : null;
}

const LONG = 3;

/** A slip that chance hardly explains: digits changed about, or of three and more one wrong, or one more or less. One in five pairs of two digits differ in one of them. */
export function nearMiss(actual: number, expected: number): boolean {
  const slip = isSlip(actual, expected);
  return slip === "transposed" || (String(Math.max(actual, expected)).replace(".", "").length >= LONG && (slip === "digit" || Math.abs(actual - expected) === 1));
}

/** The same of numbers as they are printed, in units of their last digit. */
export function isTypedFor(written: number, meant: number, step: number): boolean {
  return nearMiss(Math.round(written / step), Math.round(meant / step));
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

/**
 * A slip that hardly comes about by chance: of three digits and more that tell (noughts at the end of both don't), one is another or was left out, or
 * two that stand side by side have changed places. Of numbers of two digits every fifth differs from a given one by one digit.
 */
export function isTellingSlip(actual: number, expected: number): boolean {
  const decimals = Math.max(...[actual, expected].map((value) => (String(value).split(".")[1] ?? "").length));
  let [a, b] = [actual, expected].map((value) => Math.round(value * 10 ** decimals)) as [number, number];
  while (a !== 0 && b !== 0 && a % 10 === 0 && b % 10 === 0) [a, b] = [a / 10, b / 10];
  return Math.min(a, b) >= 100 && (isSlip(a, b) !== null || lacksDigit(String(a), String(b)) || lacksDigit(String(b), String(a)));
}

/** Is the one the other but for a digit that it lacks? */
function lacksDigit(short: string, long: string): boolean {
  return long.length === short.length + 1 && [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);
}
