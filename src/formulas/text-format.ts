import { addLocale, format, getLocale, isDateFormat } from "../workbook/numfmt";
import type { ErrorValue, Scalar } from "../workbook";
import { chineseDigits, chineseNumber, type ChineseStyle } from "./chinese-numbers";
import { generalText, parseNumber } from "./coerce";
import { LAST_SERIAL, OFFSET_1904, weekday } from "./dates";
import { Raise, VALUE } from "./values";

/** A Chinese Excel writes ddd, mmm and AM/PM in English and keeps aaa and 上午/下午 for Chinese. */
const LOCALE = "zh-XX";
let localeAdded = false;

const WEEKDAYS = "日一二三四五六";
const COLOURS = /\[(?:黑色|蓝色|青色|绿色|洋红|品红|红色|白色|黄色|颜色\s*\d+)\]/g;

/** What TEXT gives for a value and a format. Raises #VALUE! for a format that is none, or a date before the calendar. */
export function formatValue(value: Exclude<Scalar, ErrorValue>, pattern: string, date1904 = false): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (pattern === "") return "";
  const number = typeof value === "string" ? parseNumber(value, date1904) : value ?? 0;
  const chinese = /\[DBNum([123])\]/i.exec(pattern);
  if (chinese && number !== null) {
    return inChinese(number, pattern.replace(/\[DBNum[123]\]/gi, ""), chinese[1] === "2" ? "formal" : "plain", date1904);
  }
  return formatted(number ?? String(value), pattern, date1904);
}

function formatted(value: number | string, pattern: string, date1904: boolean): string {
  // General in a text has room for all digits, unlike in a cell.
  if (typeof value === "number" && /^(general|g\/通用格式)$/i.test(pattern)) return generalText(value);
  const plain = prepared(pattern);
  const isDate = isDateFormat(plain);
  if (isDate && typeof value === "number" && (value < 0 || value >= LAST_SERIAL + 1)) throw new Raise(VALUE);
  const shown = isDate && date1904 && typeof value === "number" ? value + OFFSET_1904 : value;
  if (!localeAdded) {
    addLocale(getLocale("en-US") ?? {}, LOCALE);
    localeAdded = true;
  }
  let text: string;
  try {
    text = format(withWeekday(plain, shown), shown, { locale: LOCALE });
  } catch {
    throw new Raise(VALUE);
  }
  return /上午\/下午/.test(pattern) ? text.replace("AM", "上午").replace("PM", "下午") : text;
}

/** The format in the words that numfmt knows: "!" escapes one character, colours and General have Chinese names. */
function prepared(pattern: string): string {
  return outsideQuotes(pattern, (part) => part
    .replace(/!(.)/gsu, "\\$1")
    .replace(COLOURS, "")
    .replace(/G\/通用格式/gi, "General")
    .replace(/上午\/下午/g, "AM/PM"));
}

/** aaaa and aaa as the words that they stand for; numfmt ties them to the language of the rest. */
function withWeekday(pattern: string, value: number | string): string {
  if (typeof value !== "number" || !/a{3}/i.test(pattern)) return pattern;
  const day = WEEKDAYS[weekday(value)]!;
  return outsideQuotes(pattern, (part) => part.replace(/a{3,}/gi, (letters) => `"${letters.length > 3 ? "星期" : ""}${day}"`));
}

function outsideQuotes(pattern: string, change: (part: string) => string): string {
  return pattern.split(/("[^"]*")/).map((part, i) => (i % 2 === 1 ? part : change(part))).join("");
}

function inChinese(value: number, pattern: string, style: ChineseStyle, date1904: boolean): string {
  const plain = prepared(pattern.replace(/\[\$-[\dA-F]+\]/gi, ""));
  if (isDateFormat(plain)) {
    // Years digit by digit, all else in words; ten to nineteen without the leading one.
    return formatted(value, plain, date1904).replace(/\d+/g, (digits) =>
      digits.length > 2 ? chineseDigits(digits, style)
      : digits.length === 2 && digits.startsWith("0") ? chineseDigits(digits, style)
      : chineseNumber(Number(digits), style).replace(/^一十/, "十"));
  }
  if (!/^(general)?$/i.test(plain.trim())) return chineseDigits(formatted(value, plain, date1904), style);
  const [whole, decimals] = generalText(Math.abs(value)).split(".") as [string, string?];
  const words = chineseNumber(Number(whole), style) + (decimals === undefined ? "" : `.${chineseDigits(decimals, style)}`);
  return value < 0 ? `-${words}` : words;
}
