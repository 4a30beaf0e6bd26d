import { isError, type Scalar } from "../../src/workbook";

/** Rounds half away from zero at that many decimals, as a sheet does, without binary noise (2.675 → 2.68). */
export function roundHalfUp(value: number, decimals: number): number {
  const scaled = Number((Math.abs(value) * 10 ** decimals).toPrecision(15));
  const rounded = Math.floor(scaled + 0.5) / 10 ** decimals;
  return value < 0 ? -rounded : rounded;
}

/** What a sheet shows for a value under one of the number formats that the generator uses. */
export function shownText(value: Scalar, format: string): string {
  if (value === null) return "";
  if (isError(value)) return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  const percent = /^0(?:\.(0+))?%$/.exec(format);
  if (percent) {
    const decimals = percent[1]?.length ?? 0;
    return `${roundHalfUp(Number((value * 100).toPrecision(15)), decimals).toFixed(decimals)}%`;
  }
  const fixed = /^0(?:\.(0+))?(_ )?$/.exec(format);
  if (fixed) {
    const decimals = fixed[1]?.length ?? 0;
    return roundHalfUp(value, decimals).toFixed(decimals) + (fixed[2] ? " " : "");
  }
  const date = DATE_FORMATS[format];
  if (date) return date(fromSerial(value));
  // General: eleven characters with the point.
  const whole = String(Math.trunc(Math.abs(value))).length;
  return String(roundHalfUp(value, Math.max(0, 10 - whole)));
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DATE_FORMATS: Readonly<Record<string, (day: Day) => string>> = {
  "yyyy/m/d": ({ year, month, day }) => `${year}/${month}/${day}`,
  "yyyy-mm-dd": ({ year, month, day }) => `${year}-${pad(month)}-${pad(day)}`,
  "yyyy\"年\"m\"月\"d\"日\"": ({ year, month, day }) => `${year}年${month}月${day}日`,
  "yyyy\"年\"m\"月\"": ({ year, month }) => `${year}年${month}月`,
  "m\"月\"": ({ month }) => `${month}月`
};

const pad = (n: number): string => String(n).padStart(2, "0");

/** The serial number of a day in the 1900 system. */
export function toSerial(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000) + 25_569;
}

function fromSerial(serial: number): Day {
  const date = new Date((Math.floor(serial) - 25_569) * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
