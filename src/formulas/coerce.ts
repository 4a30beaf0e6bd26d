import { isError, type Scalar } from "../workbook";
import { lacksYear, OFFSET_1904, parseDateText } from "./dates";
import { Raise, Unknown, VALUE } from "./values";

/** A number as arithmetic takes it: blank is 0, a text is read as if typed in. Raises #VALUE! or the error itself; unknown for a date without its year. */
export function toNumber(value: Scalar, date1904 = false): number {
  if (typeof value === "number") return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (isError(value)) throw new Raise(value);
  const number = parseNumber(value, date1904);
  if (number === null) throw new Raise(VALUE);
  if (lacksYear(trimmedText(value))) throw new Unknown("no-year", value);
  return number;
}

/** A text as "&" takes it. Raises an error. */
export function toText(value: Scalar): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return generalText(value);
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  throw new Raise(value);
}

/** A truth value as IF takes it. Raises #VALUE! for any text but TRUE and FALSE. */
export function toBoolean(value: Scalar): boolean {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  if (value === null) return false;
  if (isError(value)) throw new Raise(value);
  const upper = value.toUpperCase();
  if (upper === "TRUE") return true;
  if (upper === "FALSE") return false;
  throw new Raise(VALUE);
}

/** No text of so many characters is a number; looking for one in it takes long. */
const MAX_NUMBER = 255;
const PLAIN = /^[+-]?(?:\d+(?:,\d{3})*(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const FRACTION = /^([+-]?)(\d+) +(\d+)\/(\d+)$/;

/**
 * The number that Excel reads in a text: thousands, percent, currency, brackets for a minus, fractions, dates and times.
 * Full-width digits count as digits, as in East Asian editions. null when it is no number.
 */
export function parseNumber(text: string, date1904 = false): number | null {
  if (text.length > MAX_NUMBER) return null;
  const trimmed = trimmedText(text);
  if (trimmed === "") return null;
  const plain = parsePlain(trimmed);
  if (plain !== null) return plain;
  const fraction = FRACTION.exec(trimmed);
  if (fraction) {
    const [, sign, whole, numerator, denominator] = fraction;
    if (Number(denominator) === 0) return null;
    return (sign === "-" ? -1 : 1) * (Number(whole) + Number(numerator) / Number(denominator));
  }
  const date = parseDateText(trimmed);
  if (date === null) return null;
  return date1904 && date >= 1 ? date - OFFSET_1904 : date;
}

function trimmedText(text: string): string {
  return halfWidthDigits(text).replace(/^[ \t\r\n\u3000]+|[ \t\r\n\u3000]+$/g, "");
}

function parsePlain(text: string): number | null {
  let rest = text;
  let factor = 1;
  if (rest.startsWith("(") && rest.endsWith(")")) {
    rest = rest.slice(1, -1).trim();
    if (/^[+-]/.test(rest)) return null;
    factor = -1;
  }
  if (rest.endsWith("%")) {
    rest = rest.slice(0, -1).trimEnd();
    factor /= 100;
  } else if (rest.startsWith("%")) {
    rest = rest.slice(1).trimStart();
    factor /= 100;
  }
  rest = rest.replace(/^([+-]?) *[$¥￥] */, "$1").replace(/^([+-]) +/, "$1");
  if (!PLAIN.test(rest)) return null;
  const number = writtenNumber(rest.replace(/,/g, ""));
  if (!Number.isFinite(number)) return null;
  // Dividing keeps 95% equal to 0.95, where multiplying by 0.01 would not.
  return Math.abs(factor) < 1 ? (number * Math.sign(factor)) / 100 : number * factor;
}

/** A number as Excel keeps one that is typed or read from a text: what comes after the fifteenth digit is 0. */
export function writtenNumber(text: string): number {
  let digits = 0;
  const [mantissa, power] = text.split(/e/i) as [string, string?];
  const cut = mantissa.length <= 15 ? mantissa : mantissa.replace(/\d/g, (digit) => (digits > 0 || digit !== "0" ? (digits++ < 15 ? digit : "0") : digit));
  return Number(power === undefined ? cut : `${cut}e${power}`);
}

function halfWidthDigits(text: string): string {
  return /[\uff01-\uff5e]/.test(text)
    ? text.replace(/[０-９．，％＋－／：]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    : text;
}

/** A number as "&" writes it: 15 digits, with an exponent where General needs one. */
export function generalText(value: number): string {
  const rounded = Number(value.toPrecision(15));
  if (rounded === 0) return "0";
  const [mantissa, power] = rounded.toExponential().split("e") as [string, string];
  const exponent = Number(power);
  const decimals = mantissa.replace(/[-.]/g, "").length - 1 - exponent;
  if (exponent < 15 && exponent >= -4) return decimals > 0 ? rounded.toFixed(Math.min(decimals, 100)) : rounded.toFixed(0);
  if (exponent < 0 && decimals <= 10) return rounded.toFixed(decimals);
  return `${mantissa}E${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

/** A number as Excel keeps it for comparing: 15 significant digits. */
export function digits15(value: number): number {
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? value : Number(value.toPrecision(15));
}

/** Equal as far as Excel shows digits. */
export function equalInExcel(a: number, b: number): boolean {
  if (a === b) return true;
  return Math.abs(a - b) <= 1e-14 * Math.max(Math.abs(a), Math.abs(b)) && digits15(a) === digits15(b);
}

/** a + b, with Excel's rule that a result of nothing but rounding error is 0. */
export function addNumbers(a: number, b: number): number {
  const sum = a + b;
  return Math.abs(sum) < Math.max(Math.abs(a), Math.abs(b)) * 2 ** -50 ? 0 : sum;
}

const HAN = /\p{Script=Han}/u;
const collator = new Intl.Collator("zh-CN");

/** The order of two texts regardless of case: signs, digits, letters, Chinese by pinyin. */
export function compareTexts(a: string, b: string): number {
  const first = a.toLowerCase();
  const second = b.toLowerCase();
  if (first === second) return 0;
  const length = Math.min(first.length, second.length);
  for (let i = 0; i < length; i++) {
    const x = first[i]!;
    const y = second[i]!;
    if (x === y) continue;
    // The collation for Chinese puts Han characters before letters, Excel puts them after.
    if (HAN.test(x) !== HAN.test(y)) return HAN.test(x) ? 1 : -1;
    return collator.compare(x, y) || (x < y ? -1 : 1);
  }
  return first.length - second.length;
}

function rank(value: Scalar): number {
  return typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2;
}

/** Excel's order over all types: numbers, then texts, then FALSE, TRUE; blank is the zero of the other's type. */
export function compareScalars(a: Scalar, b: Scalar): number {
  if (isError(a)) throw new Raise(a);
  if (isError(b)) throw new Raise(b);
  const first = a ?? blankLike(b);
  const second = b ?? blankLike(a);
  const ranks = rank(first) - rank(second);
  if (ranks !== 0) return ranks;
  if (typeof first === "string") return compareTexts(first, second as string);
  const x = Number(first);
  const y = Number(second);
  return equalInExcel(x, y) ? 0 : x - y;
}

/** {@link compareScalars} is 0, found sooner. */
export function equalScalars(a: Scalar, b: Scalar): boolean {
  if (typeof a === "number" && typeof b === "number") return equalInExcel(a, b);
  if (typeof a === "string" && typeof b === "string") return equalTexts(a, b);
  return compareScalars(a, b) === 0;
}

/** Whether two texts are equal but for case. */
export function equalTexts(a: string, b: string): boolean {
  if (a === b) return true;
  const [x, y] = [a.charCodeAt(0), b.charCodeAt(0)];
  // Of ASCII letters only one bit tells the case; most texts differ in their first letter.
  if (x < 128 && y < 128 && (x | 32) !== (y | 32)) return false;
  return a.toLowerCase() === b.toLowerCase();
}

function blankLike(other: Scalar): Scalar {
  return typeof other === "string" ? "" : typeof other === "boolean" ? false : 0;
}
