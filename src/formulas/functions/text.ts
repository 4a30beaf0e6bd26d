import { isError, type Scalar } from "../../workbook";
import { parseNumber, toNumber, toText } from "../coerce";
import { searchText } from "../criteria";
import { chineseNumber } from "../../workbook/chinese-numbers";
import { gbkCharacter, gbkCode } from "../gbk";
import { formatValue } from "../text-format";
import { Matrix, NA, Raise, Reference, Unknown, VALUE, type Value } from "../values";
import { roundHalfUp } from "./numeric";
import { fn, looking, type Context, type FunctionTable } from "./spec";

const MAX_TEXT = 32_767;

function limited(text: string): string {
  if (text.length > MAX_TEXT) throw new Raise(VALUE);
  return text;
}

/** A count of characters: a negative one is #VALUE!. */
function count(value: number | undefined): number {
  const whole = Math.trunc(value ?? 1);
  if (whole < 0) throw new Raise(VALUE);
  return whole;
}

/** A place in a text, from 1. */
function place(value: number | undefined): number {
  const whole = Math.trunc(value ?? 1);
  if (whole < 1) throw new Raise(VALUE);
  return whole;
}

function find(wanted: string, text: string, from: number | undefined): number {
  const start = place(from) - 1;
  if (start > text.length) throw new Raise(VALUE);
  const found = text.indexOf(wanted, start);
  if (found < 0) throw new Raise(VALUE);
  return found + 1;
}

function search(wanted: string, text: string, from: number | undefined, context: Context): number {
  const start = place(from) - 1;
  if (start > text.length) throw new Raise(VALUE);
  const found = searchText(text, wanted, start, (work) => context.spend(work));
  if (found < 0) throw new Raise(VALUE);
  return found + 1;
}

function substitute(text: string, old: string, replacement: string, which: number | undefined): string {
  if (which !== undefined && Math.trunc(which) < 1) throw new Raise(VALUE);
  if (old === "") return text;
  if (which === undefined) {
    const parts = text.split(old);
    if (text.length + (parts.length - 1) * (replacement.length - old.length) > MAX_TEXT) throw new Raise(VALUE);
    return parts.join(replacement);
  }
  let at = -1;
  for (let i = 0; i < Math.trunc(which); i++) {
    at = text.indexOf(old, at < 0 ? 0 : at + old.length);
    if (at < 0) return text;
  }
  return limited(text.slice(0, at) + replacement + text.slice(at + old.length));
}

function proper(text: string): string {
  return text.toLowerCase().replace(/(^|\P{L})(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** All single values of the arguments in order, blanks as null. */
function everyValue(args: readonly Value[], context: Context): Scalar[] {
  return args.flatMap((argument) => {
    if (argument instanceof Reference && argument.areas.length > 1) {
      return argument.areas.flatMap((area) => context.matrix(new Reference([area])).data);
    }
    return argument instanceof Reference || argument instanceof Matrix ? context.matrix(argument).data : [context.scalar(argument)];
  });
}

function textJoin(separators: Value, ignoreEmpty: boolean, args: readonly Value[], context: Context): string {
  const between = everyValue([separators], context).map(toText);
  const texts = everyValue(args, context).map(toText).filter((text) => !ignoreEmpty || text !== "");
  return joined(texts, (i) => between[i % between.length]!);
}

/** The texts one after the other; an error as soon as they are too long together. */
function joined(texts: readonly string[], between: (gap: number) => string): string {
  let all = "";
  texts.forEach((text, i) => {
    all = limited(i === 0 ? text : all + between(i - 1) + text);
  });
  return all;
}

const MAX_DECIMALS = 127;

function withThousands(value: number, digits: number, separators: boolean): string {
  if (digits > MAX_DECIMALS) throw new Raise(VALUE);
  const rounded = roundHalfUp(value, digits);
  const text = Math.abs(rounded).toFixed(Math.min(Math.max(Math.trunc(digits), 0), 100));
  const [whole, decimals] = text.split(".") as [string, string?];
  const grouped = separators ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  return (rounded < 0 ? "-" : "") + grouped + (decimals === undefined ? "" : `.${decimals}`);
}

function money(value: number, digits = 2): { amount: string; isNegative: boolean } {
  // The form of negative amounts is that of the value, also where nothing is left of it.
  return { amount: withThousands(Math.abs(value), digits, true), isNegative: value < 0 };
}

function numberValue(text: string, decimal: string | undefined, group: string | undefined): number {
  const point = (decimal ?? ".")[0];
  const thousands = (group ?? ",")[0];
  if (point === undefined || thousands === undefined) throw new Raise(VALUE);
  let rest = text.replace(/\s/g, "");
  if (rest === "") return 0;
  let percents = 0;
  while (rest.endsWith("%", rest.length - percents)) percents++;
  rest = rest.slice(0, rest.length - percents);
  const split = rest.indexOf(point);
  const whole = (split < 0 ? rest : rest.slice(0, split)).split(thousands).join("");
  const decimals = split < 0 ? "" : rest.slice(split + 1);
  if (decimals.includes(thousands) || decimals.includes(point)) throw new Raise(VALUE);
  const number = parseNumber(`${whole}${split < 0 ? "" : "."}${decimals}`);
  if (number === null) throw new Raise(VALUE);
  return number / 100 ** percents;
}

/** The part of a text before or after the n-th separator, from the end when n is negative. */
function around(text: string, separator: string, which: number, ignoreCase: boolean, missing: Value | undefined, before: boolean): Value {
  const haystack = ignoreCase ? text.toLowerCase() : text;
  const needle = ignoreCase ? separator.toLowerCase() : separator;
  const n = Math.trunc(which);
  if (n === 0) throw new Raise(VALUE);
  let at = n > 0 ? -needle.length : haystack.length;
  for (let i = 0; i < Math.abs(n); i++) {
    at = n > 0 ? haystack.indexOf(needle, at + needle.length) : at === 0 ? -1 : haystack.lastIndexOf(needle, at - 1);
    if (at < 0) return missing ?? NA;
  }
  return before ? text.slice(0, at) : text.slice(at + separator.length);
}

function split(text: string, columns: readonly string[], rows: readonly string[], ignoreEmpty: boolean, pad: Scalar): Matrix {
  const lines = pieces(text, rows, ignoreEmpty).map((line) => pieces(line, columns, ignoreEmpty));
  const width = Math.max(...lines.map((line) => line.length));
  return Matrix.build(lines.length, width, (row, column) => lines[row]![column] ?? pad);
}

function pieces(text: string, separators: readonly string[], ignoreEmpty: boolean): string[] {
  if (separators.length === 0) return [text];
  if (separators.includes("")) throw new Raise(VALUE);
  const pattern = separators.map((separator) => separator.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("|");
  return text.split(new RegExp(pattern)).filter((piece) => !ignoreEmpty || piece !== "");
}

function codeOf(text: string): number {
  const code = text.codePointAt(0);
  if (code === undefined) throw new Raise(VALUE);
  return code;
}

function charOf(number: number, last: number): string {
  const code = Math.trunc(number);
  if (code < 1 || code > last) throw new Raise(VALUE);
  return String.fromCodePoint(code);
}

export const textFunctions: FunctionTable = {
  LEFT: fn("t n?", ([text, length]) => text.slice(0, count(length))),
  RIGHT: fn("t n?", ([text, length]) => text.slice(Math.max(0, text.length - count(length)))),
  MID: fn("t n n", ([text, start, length]) => text.slice(place(start) - 1, place(start) - 1 + count(length))),
  LEN: fn("t", ([text]) => text.length),
  FIND: fn("t t N?", ([wanted, text, from]) => find(wanted, text, from)),
  SEARCH: fn("t t N?", ([wanted, text, from], context) => search(wanted, text, from, context)),
  SUBSTITUTE: fn("t t t N?", ([text, old, replacement, which]) => substitute(text, old, replacement, which)),
  REPLACE: fn("t n n t", ([text, start, length, replacement]) =>
    limited(text.slice(0, place(start) - 1) + replacement + text.slice(place(start) - 1 + count(length)))),
  TRIM: fn("t", ([text]) => text.replace(/ +/g, " ").replace(/^ | $/g, "")),
   
  CLEAN: fn("t", ([text]) => text.replace(/[\u0000-\u001f]/g, "")),
  UPPER: fn("t", ([text]) => text.toUpperCase()),
  LOWER: fn("t", ([text]) => text.toLowerCase()),
  PROPER: fn("t", ([text]) => proper(text)),
  TEXT: fn("s t", ([value, format], context) => formatValue(value, format, context.date1904)),
  VALUE: fn("s", ([value], context) => {
    if (typeof value === "boolean") throw new Raise(VALUE);
    return toNumber(value, context.date1904);
  }),
  NUMBERVALUE: fn("t T? T?", ([text, decimal, group]) => numberValue(text, decimal, group)),
  FIXED: fn("n N? b?", ([value, digits, plain]) => withThousands(value, digits ?? 2, !plain)),
  DOLLAR: fn("n N?", ([value, digits]) => {
    const { amount, isNegative } = money(value, digits);
    return isNegative ? `($${amount})` : `$${amount}`;
  }),
  RMB: fn("n N?", ([value, digits]) => {
    const { amount, isNegative } = money(value, digits);
    return isNegative ? `¥-${amount}` : `¥${amount}`;
  }),
  NUMBERSTRING: fn("n n", ([value, kind]) => {
    const style = Math.trunc(kind);
    if (value < 0 || style < 1 || style > 3) throw new Raise(VALUE);
    // Digits that no number keeps would be words, too.
    if (value >= 1e15) throw new Unknown("limit", "NUMBERSTRING");
    return chineseNumber(Math.round(value), style === 2 ? "formal" : "plain", style !== 3);
  }),
  CONCATENATE: fn("t t*", (args) => limited(args.join(""))),
  CONCAT: fn("a a*", (args, context) => joined(everyValue(args, context).map(toText), () => "")),
  TEXTJOIN: fn("a B a a*", ([separators, ignoreEmpty, ...args], context) =>
    textJoin(separators, ignoreEmpty ?? true, args as Value[], context)),
  TEXTBEFORE: fn("t t N? N? N? A?", ([text, separator, which, mode, , missing]) =>
    around(text, separator, which ?? 1, mode === 1, missing, true)),
  TEXTAFTER: fn("t t N? N? N? A?", ([text, separator, which, mode, , missing]) =>
    around(text, separator, which ?? 1, mode === 1, missing, false)),
  TEXTSPLIT: fn("t A A? B? N? A?", ([text, columns, rows, ignoreEmpty, , pad], context) => {
    const texts = (value: Value | undefined): string[] => (value === undefined ? [] : everyValue([value], context).map(toText));
    return split(text, texts(columns), texts(rows), ignoreEmpty ?? false, pad === undefined ? NA : context.scalar(pad));
  }),
  REPT: fn("t n", ([text, times]) => {
    if (times < 0 || text.length * Math.trunc(times) > MAX_TEXT) throw new Raise(VALUE);
    return text.repeat(Math.trunc(times));
  }),
  EXACT: fn("t t", ([a, b]) => a === b),
  CHAR: fn("n", ([number]) => gbkCharacter(Math.trunc(number)) ?? charOf(number, 255)),
  CODE: fn("t", ([text]) => gbkCode(text) ?? codeOf(text)),
  UNICHAR: fn("n", ([number]) => charOf(number, 0x10ffff)),
  UNICODE: fn("t", ([text]) => codeOf(text)),
  T: fn("e", ([value]) => (isError(value) || typeof value === "string" ? value : "")),
  VALUETOTEXT: fn("e N?", ([value, strict]) => {
    if (isError(value)) return value.error;
    return typeof value === "string" && strict ? `"${value.replace(/"/g, '""')}"` : toText(value);
  }),
  ENCODEURL: fn("t", ([text]) => {
    // Half of a surrogate pair has no encoding.
    if (/\p{Cs}/u.test(text)) throw new Raise(VALUE);
    return limited(encodeURIComponent(text));
  }),
  // Where nothing is written above the characters, the typed texts one behind the other: numbers and formulas have none.
  PHONETIC: looking("workbook", fn("a", ([value], context) => {
    if (!(value instanceof Reference)) return VALUE;
    let texts = "";
    context.each(value, (text, sheet, row, column) => {
      if (typeof text === "string" && sheet && context.formulaAt(sheet, row, column) === null) texts += text;
    });
    return limited(texts);
  }))
};
