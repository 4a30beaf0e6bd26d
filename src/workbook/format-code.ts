import { chineseDigits, chineseNumber, type ChineseStyle } from "./chinese-numbers";
import { addLocale, format, getLocale, isDateFormat } from "./numfmt";

/** A Chinese Excel writes ddd, mmm and AM/PM in English and keeps aaa and 上午/下午 for Chinese. */
const ENGLISH_WORDS = "zh-XX";
const CHINESE_WORDS = "zh-CN";
let localeAdded = false;

const WEEKDAYS = "日一二三四五六";
const COLOURS = /\[(?:黑色|蓝色|青色|绿色|洋红|品红|红色|白色|黄色|颜色\s*\d+)\]/g;
/** Mainland China, Singapore, Taiwan, Hong Kong, Macao; what stands before the four digits says how digits are written. */
const CHINESE_LOCALE = /\[\$-(?:[\dA-F]*(?:0804|804|1004|0404|404|0C04|C04|1404)|zh[-\w]*)\]/i;
/** Excel's own long date and time, as Chinese settings have them; newer versions write them as words. */
const SYSTEM_DATE = /\[\$-(?:F800|x-sysdate)\].*/is;
const SYSTEM_TIME = /\[\$-(?:F400|x-systime)\].*/is;
/** In Taiwan "e" is the year counted from 1912. */
const OF_TAIWAN = /\[\$-(?:[\dA-F]*0?404|zh-TW)[^\]]*\]/i;
const YEARS_TO_1912 = 1911;
/** Hours, minutes or seconds gone by. */
const ELAPSED = /\[(?:h+|m+|s+)\]/i;

const STYLES = { 1: "plain", 2: "formal", 3: "wide" } as const;

/** What 1904 dates lack to those that count from 1900. */
const DAYS_FROM_1900_TO_1904 = 1462;
/** The first number that no date format shows: 10000-01-01. */
const END_OF_DATES = 2_958_466;

/** What a format gives: a text, or why there is none: a day outside the calendar, or a code that is no format. */
export type Formatted = { readonly text: string } | { readonly problem: "calendar" | "code" };

/** A number format code, read once: what cells and TEXT show of values in it, as an Excel with Chinese settings does. */
export class FormatCode {
  readonly isGeneral: boolean;
  private readonly plain: string;
  /** The same for numbers: with one section alone that is made for texts (@"人") they stand in it as in General. */
  private readonly ofNumbers: string;
  private readonly isDate: boolean;
  private readonly countsDays: boolean;
  private readonly chinese: ChineseStyle | null;
  private readonly halves: boolean;
  private readonly words: string;
  private readonly ofTaiwan: boolean;

  constructor(code: string, private readonly date1904: boolean) {
    const style = /\[DBNum([123])\]/i.exec(code)?.[1] as "1" | "2" | "3" | undefined;
    this.chinese = style ? STYLES[style] : null;
    this.words = CHINESE_LOCALE.test(code) ? CHINESE_WORDS : ENGLISH_WORDS;
    this.ofTaiwan = OF_TAIWAN.test(code);
    this.halves = /上午\/下午/.test(code);
    this.plain = prepared(code);
    this.ofNumbers = outside(this.plain).includes(";") ? this.plain : mapOutside(this.plain, (part) => part.replace("@", "General"));
    this.isGeneral = this.plain === "" || /^(?:general|@)$/i.test(this.plain);
    this.isDate = !this.isGeneral && asksDate(this.plain);
    this.countsDays = this.isDate && !ELAPSED.test(outside(this.plain));
  }

  /** `value` is never blank. A text that the format does not touch stays as it is. */
  show(value: number | string): Formatted {
    if (typeof value === "string") return /[;@]/.test(this.plain) && !this.isGeneral ? this.apply(value) : { text: value };
    if (this.chinese !== null) return this.inChinese(value, this.chinese);
    return this.isGeneral ? { text: showGeneral(value) } : this.number(value);
  }

  private number(value: number): Formatted {
    if (!this.isDate) return this.apply(value, this.ofNumbers);
    // A duration is one in every workbook.
    const date = this.date1904 && this.countsDays ? value + DAYS_FROM_1900_TO_1904 : value;
    return date < 0 || date >= END_OF_DATES ? { problem: "calendar" } : this.apply(date);
  }

  private apply(value: number | string, code = this.plain): Formatted {
    if (!localeAdded) {
      addLocale(getLocale("en-US") ?? {}, ENGLISH_WORDS);
      localeAdded = true;
    }
    try {
      const dated = this.isDate ? withWeekday(this.ofTaiwan ? withYearOfTaiwan(code, value) : code, value) : code;
      const text = format(dated, value, { locale: this.words });
      return { text: this.halves ? text.replace("AM", "上午").replace("PM", "下午") : text };
    } catch {
      return { problem: "code" };
    }
  }

  private inChinese(value: number, style: ChineseStyle): Formatted {
    if (this.isDate) return changed(this.number(value), (text) => chineseDate(text, style));
    if (!this.isGeneral && !/general/i.test(outside(this.plain))) return changed(this.number(value), (text) => chineseDigits(text, style));
    const words = chineseWords(value, style);
    return this.isGeneral ? { text: words } : this.apply(Math.abs(value), this.plain.replace(/general/i, `"${words}"`));
  }
}

/** The format in the words that numfmt knows: "!" escapes one character, colours and General have Chinese names, and a locale moves no decimal point; a comma right before that counts thousands as one at the end does. */
function prepared(code: string): string {
  const timed = code.replace(SYSTEM_DATE, 'yyyy"年"m"月"d"日"').replace(SYSTEM_TIME, "h:mm:ss");
  return mapOutside(timed, (part) => part
    .replace(/!(.)/gsu, "\\$1")
    .replace(/([0#?])(,+)\.([0#?]*)/g, "$1.$3$2")
    .replace(COLOURS, "")
    .replace(/\[DBNum[123]\]/gi, "")
    .replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, (_, sign: string) => (sign === "" ? "" : `"${sign}"`))
    .replace(/G\/通用格式/gi, "General")
    .replace(/上午\/下午/g, "AM/PM"));
}

function asksDate(code: string): boolean {
  if (/a{3}/i.test(outside(code))) return true;
  try {
    return isDateFormat(code);
  } catch {
    return false;
  }
}

/** aaaa and aaa as the words that they stand for; numfmt ties them to the language of the rest. */
function withWeekday(code: string, value: number | string): string {
  if (typeof value !== "number" || !/a{3}/i.test(code)) return code;
  // Excel counts the days before March 1900 one off, too.
  const day = WEEKDAYS[(((Math.floor(value) + 6) % 7) + 7) % 7]!;
  return mapOutside(code, (part) => part.replace(/a{3,}/gi, (letters) => `"${letters.length > 3 ? "星期" : ""}${day}"`));
}

function withYearOfTaiwan(code: string, value: number | string): string {
  if (typeof value !== "number") return code;
  const year = new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * 86_400_000).getUTCFullYear();
  return mapOutside(code, (part) => part.replace(/e+/gi, `"${year - YEARS_TO_1912}"`));
}

/** What of a code is no text in quotes and no escaped character. */
function outside(code: string): string {
  return code.replace(/"[^"]*"|\\./gs, "");
}

function mapOutside(code: string, change: (part: string) => string): string {
  return code.split(/("[^"]*"|\\.)/s).map((part, i) => (i % 2 === 1 ? part : change(part))).join("");
}

function changed(formatted: Formatted, change: (text: string) => string): Formatted {
  return "text" in formatted ? { text: change(formatted.text) } : formatted;
}

/** Years digit by digit, all else in words, ten to nineteen without the leading one; in wide digits nothing is a word. */
function chineseDate(text: string, style: ChineseStyle): string {
  if (style === "wide") return chineseDigits(text, style);
  return text.replace(/\d+/g, (digits) => {
    if (digits.length > 2 || (digits.length === 2 && digits.startsWith("0"))) return chineseDigits(digits, style);
    return chineseNumber(Number(digits), style).replace(/^一十/, "十");
  });
}

function chineseWords(value: number, style: ChineseStyle): string {
  const rounded = Number(Math.abs(value).toPrecision(15));
  const [whole = "0", decimals] = String(rounded).split(".");
  if (/e/i.test(String(rounded))) return showGeneral(value);
  const words = chineseNumber(Number(whole), style) + (decimals === undefined ? "" : `.${chineseDigits(decimals, style)}`);
  return value < 0 ? `-${words}` : words;
}

/** A number as General has it in a cell, and in TEXT: at most eleven characters. */
export function showGeneral(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value === 0 ? 0 : value);
  try {
    return format("General", value, { locale: CHINESE_WORDS });
  } catch {
    return String(value);
  }
}
