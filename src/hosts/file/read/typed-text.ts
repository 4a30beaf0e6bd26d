import type { Cell, Sheet, Workbook } from "../../../workbook";
import { NumberFormat } from "../../../workbook/number-format";
import { FileCell } from "./cells";

/** A text as a program of tables takes it when it opens a file of texts: the number that it shows, and the format that shows it so. */
export interface TypedNumber {
  readonly value: number;
  readonly format: string;
}

const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(\d{1,15}))?(%?)$/;

/** "1,234.50" is 1234.5 in "#,##0.00", "35.3%" is 0.353 in "0.0%", "007" is 7 in "000"; null for what is no number. */
export function typedNumber(text: string): TypedNumber | null {
  const match = NUMBER.exec(text.trim());
  if (!match) return null;
  const [, sign, whole, decimals = "", percent] = match as unknown as [string, string, string, string | undefined, string];
  const digits = whole.replace(/,/g, "");
  const value = Number(`${sign}${digits}.${decimals || "0"}`);
  const integer = whole.includes(",") ? "#,##0" : "0".repeat(digits.startsWith("0") ? digits.length : 1);
  const shape = integer + (decimals ? `.${"0".repeat(decimals.length)}` : "") + percent;
  const plain = percent === "" && String(value) === text.trim();
  return { value: percent ? Number((value / 100).toPrecision(15)) : value, format: plain ? "General" : shape };
}

/** At most one for each number of digits. */
const formats = new Map<string, NumberFormat>();

/** The cell that holds such a text. What looks like a formula stays text, because nothing computed it. */
export function cellOfText(text: string): Cell {
  const typed = typedNumber(text);
  const code = typed?.format ?? "General";
  let format = formats.get(code);
  if (!format) formats.set(code, (format = new NumberFormat(code, false)));
  return new FileCell(typed ? typed.value : text, null, format);
}

/** The workbook of a file that is one table and nothing more. */
export function plainWorkbook(sheet: Sheet): Workbook {
  return { sheets: [sheet], names: [], date1904: false, calculation: "automatic", recalculatesOnOpen: false, externalLinks: [], settingsXml: null };
}
