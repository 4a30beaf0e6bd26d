import { type ErrorCode, type ErrorValue, type Scalar } from "../../../workbook";
import { unescapeText } from "../package/xml";

const ERRORS = new Map<string, ErrorValue>(
  (["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!", "#FIELD!",
    "#BLOCKED!", "#CONNECT!"] as ErrorCode[]).map((error) => [error, { error }])
);

/** The error value of that code; a code of a newer Excel counts as #VALUE!. */
export function errorValue(code: string): ErrorValue {
  return ERRORS.get(code) ?? ERRORS.get("#VALUE!")!;
}

/** Whether a text is the code of an error, as a spreadsheet takes it when it is typed. */
export function isErrorCode(text: string): boolean {
  return ERRORS.has(text);
}

/**
 * The value of a `v` element, by the cell's type attribute; undefined for a text that the shared strings do not have.
 */
export function cellValue(type: string | undefined, text: string, strings: readonly string[], date1904: boolean): Scalar | undefined {
  switch (type) {
    case "s": {
      return text.trim() === "" ? null : strings[Number(text)];
    }
    case "str":
    case "inlineStr":
      return unescapeText(text);
    case "b":
      return text.trim() === "" ? null : /^\s*(?:1|true)\s*$/i.test(text);
    case "e":
      return errorValue(text.trim());
    case "d":
      return dateSerial(text.trim(), date1904);
    default: {
      if (text === "" || text.trim() === "") return null;
      const number = Number(text);
      // Some writers put "NaN" or "INF" here, which Excel has no number for.
      return Number.isFinite(number) ? number : errorValue("#NUM!");
    }
  }
}

const DAY = 86_400_000;

/** An ISO 8601 date, time or both as a serial number; text that is none of them stays text. */
function dateSerial(text: string, date1904: boolean): Scalar {
  const time = /^T?(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?Z?$/.exec(text);
  if (time) return (Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0)) / 86_400;
  const date = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : text.replace(/Z?$/, "Z"));
  if (Number.isNaN(date)) return text === "" ? null : text;
  const serial = date / DAY + 25_569;
  if (date1904) return serial - 1462;
  // Excel believes that 1900 had a 29 February: the days before it count one less.
  return serial < 61 ? serial - 1 : serial;
}
