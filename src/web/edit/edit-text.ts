import { isDateFormat, serialDate } from "../../values/dates";
import { isError, type Cell } from "../../workbook";
import { readTyped } from "./typed";

const DIGITS = 15;

/** What stands in a cell for whoever goes on to write in it: all digits of a number, in the form in which they are typed in that cell. */
export function editText({ value, formula, format }: Pick<Cell, "value" | "formula" | "format">, date1904: boolean): string {
  if (formula !== null) return formula;
  if (value === null) return "";
  if (isError(value)) return value.error;
  if (typeof value === "boolean") return String(value).toUpperCase();
  if (typeof value === "number") return numberText(value, format, date1904);
  const read = readTyped(value, { format, date1904, year: 2000 });
  return read.after === value && read.kind === "value" ? value : `'${value}`;
}

function numberText(value: number, format: string, date1904: boolean): string {
  const date = Number.isInteger(value) && isDateFormat(format) ? serialDate(value, date1904) : null;
  if (date !== null) return date.split("-").map(Number).join("/");
  const plain = (number: number): string => String(Number(number.toPrecision(DIGITS)));
  return format.replace(/"[^"]*"|\\./g, "").includes("%") ? `${plain(value * 100)}%` : plain(value);
}
