import type { ErrorValue, Scalar } from "../workbook";
import { FormatCode } from "../workbook/format-code";
import { parseNumber } from "./coerce";
import { Raise, VALUE } from "./values";

/** Formats that formulas name, read once; a workbook has few. */
const codes = new Map<string, FormatCode>();
const MOST_REMEMBERED = 200;

/** What TEXT gives for a value and a format: what a cell in it shows. Raises #VALUE! for a format that is none, or a date outside the calendar. */
export function formatValue(value: Exclude<Scalar, ErrorValue>, pattern: string, date1904 = false): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (pattern === "") return "";
  const key = `${date1904} ${pattern}`;
  let code = codes.get(key);
  if (!code) {
    if (codes.size >= MOST_REMEMBERED) codes.clear();
    codes.set(key, (code = new FormatCode(pattern, date1904)));
  }
  const number = typeof value === "string" ? parseNumber(value, date1904) : value ?? 0;
  const shown = code.show(number ?? String(value));
  if ("problem" in shown) throw new Raise(VALUE);
  return shown.text;
}
