import { isError, type Scalar } from "../workbook";
import { compareTexts, parseNumber, equalInExcel, equalTexts } from "./coerce";
import type { Sought } from "./column-index";
import { errorNamed } from "./values";

/** Whether a cell's value meets a criterion. */
export type Criterion = (value: Scalar) => boolean;

/** Told of the work done, in cells looked at. */
export type Spend = (work: number) => void;
const free: Spend = () => undefined;

/** So many characters compared are the work of one cell looked at, given as a power of two. */
const COMPARE_SHIFT = 6;

/** A pattern's parts: a character in lower case, one that stands for any character, one for any number of them. */
type Part = string | typeof ANY | typeof STAR;
const ANY = Symbol("?");
const STAR = Symbol("*");

const patterns = new Map<string, readonly Part[]>();
const MAX_PATTERNS = 1000;

/** True when the text holds "*" or "?" (or "~", which only means something among them). */
export function hasWildcard(text: string): boolean {
  return /[*?~]/.test(text);
}

function partsOf(text: string): readonly Part[] {
  let parts = patterns.get(text);
  if (!parts) {
    const found: Part[] = [];
    for (let i = 0; i < text.length; i++) {
      const character = text[i]!;
      const next = text[i + 1];
      if (character === "~" && next !== undefined) {
        found.push(next.toLowerCase());
        i++;
      } else if (character === "*") found.push(STAR);
      else if (character === "?") found.push(ANY);
      else found.push(character.toLowerCase());
    }
    parts = found;
    if (patterns.size >= MAX_PATTERNS) patterns.clear();
    patterns.set(text, parts);
  }
  return parts;
}

/** Goes back only to the last star, so that no pattern from a file can take more than length × length steps. */
function matchParts(text: string, parts: readonly Part[]): boolean {
  let position = 0;
  let part = 0;
  let star = -1;
  let resume = 0;
  for (;;) {
    if (part === parts.length && position === text.length) return true;
    if (parts[part] === STAR) {
      star = part++;
      resume = position;
    } else if (position < text.length && part < parts.length && (parts[part] === ANY || parts[part] === text[position])) {
      position++;
      part++;
    } else if (star >= 0 && resume < text.length) {
      position = ++resume;
      part = star + 1;
    } else return false;
  }
}

/** The first place at or after `from` where the pattern with wildcards begins, regardless of case; -1 when nowhere. */
export function searchText(text: string, pattern: string, from: number, spend: Spend): number {
  const lower = text.toLowerCase();
  spend((lower.length * pattern.length) >> COMPARE_SHIFT);
  if (!hasWildcard(pattern)) return lower.indexOf(pattern.toLowerCase(), from);
  // Between stars stand pieces. Where the first one is met first, there is most room for the others: if they do not follow, nowhere.
  const [first, ...others] = pieces(partsOf(pattern));
  const start = placeOf(first!, lower, from);
  let end = start + first!.length;
  if (start < 0) return -1;
  for (const piece of others) {
    const next = placeOf(piece, lower, end);
    if (next < 0) return -1;
    end = next + piece.length;
  }
  return start;
}

function pieces(parts: readonly Part[]): Part[][] {
  const found: Part[][] = [[]];
  for (const part of parts) {
    if (part === STAR) found.push([]);
    else found[found.length - 1]!.push(part);
  }
  return found;
}

function placeOf(piece: readonly Part[], text: string, from: number): number {
  for (let start = from; start + piece.length <= text.length; start++) {
    if (piece.every((part, i) => part === ANY || part === text[start + i])) return start;
  }
  return -1;
}

/** Whether two texts are equal but for case, with wildcards in the second. */
export function textMatches(text: string, wanted: string, spend: Spend): boolean {
  if (!hasWildcard(wanted)) return equalTexts(text, wanted);
  spend((text.length * wanted.length) >> COMPARE_SHIFT);
  return matchParts(text.toLowerCase(), partsOf(wanted));
}

/** What COUNTIF, SUMIFS and their like mean by a criterion such as 5, "A*" or "<>0". */
export function criterionOf(wanted: Scalar, spend = free): Criterion {
  if (wanted === null) return equalsNumber(0);
  if (typeof wanted === "number") return equalsNumber(wanted);
  if (typeof wanted === "boolean") return (value) => value === wanted;
  if (isError(wanted)) return (value) => isError(value) && value.error === wanted.error;
  const [, operator = "", operand = ""] = /^(<=|>=|<>|=|<|>)?([\s\S]*)$/.exec(wanted)!;
  if (operator === "" || operator === "=") return equals(operand, operator, spend);
  if (operator === "<>") {
    if (operand === "") return (value) => value !== null;
    const equal = equals(operand, "=", spend);
    // A text of digits is counted with the number, and as different from it, too.
    const isNumber = parseNumber(operand) !== null;
    return (value) => (isNumber && typeof value === "string") || !equal(value);
  }
  return ordered(operator, operand);
}

/** What a criterion looks for, where cells must be equal to it; null for any other. */
export function soughtBy(wanted: Scalar): Sought | null {
  if (typeof wanted === "number") return { value: wanted, loosely: true };
  if (typeof wanted !== "string") return null;
  const operand = wanted.replace(/^=/, "");
  if (operand === "" || /^[<>]/.test(operand) || hasWildcard(operand) || /^(?:true|false|#.*)$/i.test(operand)) return null;
  return { value: parseNumber(operand) ?? operand, loosely: true };
}

function equals(operand: string, operator: string, spend: Spend): Criterion {
  if (operand === "") return operator === "=" ? (value) => value === null : (value) => value === null || value === "";
  const number = parseNumber(operand);
  if (number !== null) return equalsNumber(number);
  const upper = operand.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return (value) => value === (upper === "TRUE");
  const error = errorNamed(operand);
  if (error) return (value) => isError(value) && value.error === error.error;
  return (value) => typeof value === "string" && textMatches(value, operand, spend);
}

function equalsNumber(number: number): Criterion {
  return (value) => {
    if (typeof value === "number") return equalInExcel(value, number);
    // Full-width digits are a number in arithmetic, but not the same as the number when counting.
    if (typeof value !== "string" || value === "" || /[０-９]/.test(value)) return false;
    const parsed = parseNumber(value);
    return parsed !== null && equalInExcel(parsed, number);
  };
}

function ordered(operator: string, operand: string): Criterion {
  const accept: (order: number) => boolean =
    operator === "<" ? (order) => order < 0
    : operator === "<=" ? (order) => order <= 0
    : operator === ">" ? (order) => order > 0
    : (order) => order >= 0;
  const number = parseNumber(operand);
  if (number !== null) {
    return (value) => typeof value === "number" && accept(equalInExcel(value, number) ? 0 : value - number);
  }
  const upper = operand.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") {
    return (value) => typeof value === "boolean" && accept(Number(value) - Number(upper === "TRUE"));
  }
  return (value) => typeof value === "string" && accept(compareTexts(value, operand));
}
