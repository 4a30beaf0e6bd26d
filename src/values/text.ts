import { remembered } from "./remembered";

/**
 * The form in which texts of a workbook are compared: full-width and half-width equal, all white space, line breaks and
 * characters that nobody sees gone (without width, marks of direction, soft hyphens, selectors of a variant), brackets and dashes of every kind alike.
 */
export function normalise(text: string): string {
  return isPlain(text) ? text : normalForm(text);
}

/** Printable ASCII without white space and square brackets, as all numbers are: nothing of it changes. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // "!" to "~" without "[" and "]".
    if (code < 0x21 || code > 0x7e || code === 0x5b || code === 0x5d) return false;
  }
  return true;
}

const normalForm = remembered((text) => text
  .normalize("NFKC")
  .replace(/[\s\p{Default_Ignorable_Code_Point}]+/gu, "")
  .replace(/[【〔［[]/g, "(")
  .replace(/[】〕］\]]/g, ")")
  .replace(/[‐‑‒–—―−－]/g, "-")
  .replace(/[“”„‟"＂]/g, "\""));

/** True for the marks that stand for "no target": / ／ and rows of them. */
export function isSlash(text: string): boolean {
  return /^[/\\⁄∕]+$/.test(normalise(text));
}

export interface ParsedNumber {
  /** The number; of a percent text the ratio (68.24% → 0.6824). */
  readonly number: number;
  /** What follows it, normalised: "个", "人次", "%", or "". */
  readonly unit: string;
}

/** Reads "1,234", "９０个", "-3", "68.24%", "5.2万人" (52000, 人); null when the text is no number with an optional short unit. */
export const parseNumber = remembered((text): ParsedNumber | null => {
  const match = /^(?:≥|>=|>|不少于|不低于|至少|约|共)?([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[+-]?\.\d+)(万)?(%|‰|[\p{Script=Han}]{0,4})$/u.exec(normalise(text));
  if (!match) return null;
  const digits = Number(match[1]!.replace(/,/g, ""));
  const number = match[2] ? Math.round(digits * 10000) : digits;
  // More digits than a number can hold: no program makes a number of them.
  if (!Number.isFinite(number)) return null;
  const unit = match[3]!;
  if (unit === "%" && !match[2]) return { number: divideExactly(digits, 100), unit };
  if (unit === "‰" || (unit === "%" && match[2])) return null;
  return { number, unit };
});

/** digits / divisor without the binary noise of 58.33 / 100. */
function divideExactly(value: number, divisor: number): number {
  return Number((value / divisor).toPrecision(15));
}

/** Decimals of a number as it is written: "68.24%" → 2, "158" → 0. */
export function writtenDecimals(text: string): number {
  const normal = normalise(text);
  return normal.includes(".") ? /\.(\d+)/.exec(normal)?.[1]?.length ?? 0 : 0;
}

/** A bound, not a number that was reached: ≥90%, 不少于20个, 80%以上, ≤90万元. */
const CONDITION = /^(?:≥|≤|>|<|>=|<=|不少于|不低于|不超过|不高于|不多于|至少|大于|小于|低于|高于)|(?:以上|以下|以内|以外|左右|及以上)$|^(?:未|不)?达标$/;

/** Is it a bound (or whether one was met) instead of a number? */
export function isCondition(text: string): boolean {
  return CONDITION.test(normalise(text));
}
