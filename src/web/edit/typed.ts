import type { Scalar } from "../../workbook";

/** What Excel would make of what was typed into a cell. */
export interface Typed {
  readonly kind: "formula" | "value";
  /** A formula with its "=", or the value; null for nothing. */
  readonly after: string | number | boolean | null;
  /** The number format that the cell takes with it; none where it keeps its own. */
  readonly format?: string;
}

/** The cell that was typed into. */
export interface TypedInto {
  readonly format: string;
  /** The workbook counts its days from 1904. */
  readonly date1904: boolean;
  /** For a day without a year. */
  readonly year: number;
}

const TEXT = "@";
/** More digits than a number can hold: an ID or an account, of which none may be lost. */
const MOST_DIGITS = 15;

/**
 * Reads what was typed as Excel in Chinese does: 12%, 1,234, ¥5, ８６, 2025-7-1, 2025年7月, (5), =A1+B1, '007. The format is given only for a
 * cell that has none of its own. In a cell of percents a number from 1 on is so many percent, a smaller one a ratio. One thing is done
 * otherwise: a number of more than 15 digits stays the text that was typed, where Excel would lose the last ones.
 */
export function readTyped(text: string, into: TypedInto): Typed {
  if (text === "") return { kind: "value", after: null };
  if (text.startsWith("'")) return { kind: "value", after: text.slice(1) };
  if (/^[=＝]./su.test(text)) return { kind: "formula", after: halfWidthFormula(text) };
  if (into.format === TEXT) return { kind: "value", after: text };
  // As accountants write sums: +A1+B1.
  if (/^[+-]\s*(?:[A-Z]+\(|\$?[A-Z]{1,3}\$?\d)[\x20-\x7e]*$/i.test(text)) return { kind: "formula", after: `=${halfWidthFormula(text)}` };
  const plain = text.trim().normalize("NFKC");
  const found = truth(plain) ?? number(plain, into) ?? day(plain, into) ?? time(plain);
  if (!found) return { kind: "value", after: text };
  const isFree = into.format === "General" || into.format === "";
  return { kind: "value", after: found.value, ...(found.format !== undefined && isFree && { format: found.format }) };
}

/** Signs that a Chinese keyboard gives in full width, as formulas need them; texts and quoted names of sheets stay as they are. */
function halfWidthFormula(text: string): string {
  return text.trim().replace(/"(?:[^"]|"")*"?|'(?:[^']|'')*'?|[！-～、。]+/gu, (part) => (/^["']/.test(part) ? part : part.normalize("NFKC")));
}

interface Found {
  readonly value: Exclude<Scalar, object | null | string>;
  readonly format?: string;
}

function truth(text: string): Found | null {
  return /^(?:true|false)$/i.test(text) ? { value: text.toLowerCase() === "true" } : null;
}

const NUMBER = /^([+-]?)\s*(\()?\s*([¥￥$]?)\s*([+-]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(e[+-]?\d{1,3})?\s*(%?)\s*(\))?$/i;

function number(text: string, { format }: TypedInto): Found | null {
  const match = NUMBER.exec(text);
  if (!match) return null;
  const [, sign, opened, currency = "", inner, digits = "", exponent = "", percent = "", closed] = match;
  if (Boolean(opened) !== Boolean(closed) || (sign && inner) || (opened && (sign || inner))) return null;
  const plain = digits.replaceAll(",", "");
  if (plain.replace(/\D/g, "").replace(/^0+/, "").length > MOST_DIGITS) return null;
  const written = Number(plain + exponent);
  if (!Number.isFinite(written)) return null;
  const size = percent || (isPercent(format) && written >= 1) ? ratio(written) : written;
  const value = (sign || inner) === "-" || opened ? -size : size;
  return { value: value === 0 ? 0 : value, ...formatOf(digits, { percent, currency, exponent }) };
}

/** written / 100 without binary noise. */
function ratio(written: number): number {
  return Number((written / 100).toPrecision(MOST_DIGITS));
}

function isPercent(format: string): boolean {
  return format.replace(/"[^"]*"|\\./g, "").includes("%");
}

/** The format that Excel takes from the way in which a number was written; none for a plain one. */
function formatOf(digits: string, { percent, currency, exponent }: { percent: string; currency: string; exponent: string }): { format?: string } {
  const decimals = /\.\d/.test(digits) ? ".00" : "";
  if (exponent) return { format: "0.00E+00" };
  if (percent) return { format: `0${decimals}%` };
  if (currency) return { format: `"${currency === "$" ? "$" : "¥"}"#,##0${decimals}` };
  return digits.includes(",") ? { format: `#,##0${decimals}` } : {};
}

/** 2025-7-1, 2025/7/1, 2025年7月1日, 2025年7月, 2025-7; 7月1日, 7-1, 7/1 of this year. */
const DAYS: readonly (readonly [RegExp, string])[] = [
  [/^(?<y>\d{4})([-/])(?<m>\d{1,2})\2(?<d>\d{1,2})$/, "yyyy/m/d"],
  [/^(?<y>\d{4})年(?<m>\d{1,2})月(?<d>\d{1,2})[日号]$/, 'yyyy"年"m"月"d"日"'],
  [/^(?<y>\d{4})年(?<m>\d{1,2})月$/, 'yyyy"年"m"月"'],
  [/^(?<y>\d{4})[-/](?<m>\d{1,2})$/, "yyyy/m"],
  [/^(?<m>\d{1,2})月(?<d>\d{1,2})[日号]$/, 'm"月"d"日"'],
  [/^(?<m>\d{1,2})[-/](?<d>\d{1,2})$/, 'm"月"d"日"']
];

function day(text: string, { date1904, year }: TypedInto): Found | null {
  for (const [pattern, format] of DAYS) {
    const groups = pattern.exec(text)?.groups;
    if (!groups) continue;
    const serial = serialOf(Number(groups["y"] ?? year), Number(groups["m"]), Number(groups["d"] ?? 1), date1904);
    return serial === null ? null : { value: serial, format };
  }
  return null;
}

/** The number of a day, where the calendar has it: from March 1900 on, before which Excel counts a day that never was. */
function serialOf(year: number, month: number, date: number, date1904: boolean): number | null {
  const moment = new Date(Date.UTC(year, month - 1, date));
  if (moment.getUTCMonth() !== month - 1 || moment.getUTCDate() !== date) return null;
  const serial = Math.round((moment.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000);
  return serial < 61 ? null : serial - (date1904 ? 1462 : 0);
}

function time(text: string): Found | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (!match) return null;
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return { value: (hours * 3600 + minutes * 60 + seconds) / 86_400, format: match[3] === undefined ? "h:mm" : "h:mm:ss" };
}
