import { isSlash, normalise, parseNumber } from "../../values/text";
import { sameNumber } from "../../values/numbers";
import type { Sheet } from "../../workbook";
import { NumberFormat, showsLiteralPercent } from "../../workbook/number-format";
import type { PlannedFix } from "../finding";

/** In which a number or a formula would stay a text. */
const TEXT = "@";
/** So many cells in each direction are asked for a format. */
const REACH = 40;

/**
 * The fix with a number format of its own where the cell's present one would not show the promised text: that of a number in its column or
 * row, otherwise a plain one. `promised` is null where nothing was promised. null where no format shows it.
 */
export function withFormat(fix: PlannedFix, promised: string | null, sheet: Sheet, date1904: boolean): PlannedFix | null {
  const cell = sheet.cell(fix.at.row, fix.at.column);
  const value = fix.kind === "value" ? fix.after : promised === null ? null : numberIn(promised, cell?.format ?? "General");
  const isText = cell?.format === TEXT && (fix.kind === "formula" || typeof fix.after === "number");
  const shows = (format: string): boolean => promised === null || value === null || isAsPromised(new NumberFormat(format, date1904).show(value), promised);
  // Of a blank cell nobody knows the format here.
  const present = cell ? cell.format : "General";
  if (!isText && shows(present)) return fix;
  const format = [...formatsBeside(sheet, fix.at), ...(promised === null ? [] : plainFormats(promised)), "General"].find((code) => code !== TEXT && shows(code));
  return format === undefined ? null : { ...fix, format };
}

/** The number that a cell of that format holds where it shows the text; null for "/" and other words. */
function numberIn(text: string, format: string): number | null {
  const parsed = parseNumber(text);
  return parsed && parsed.number * (parsed.unit === "%" && showsLiteralPercent(format) ? 100 : 1);
}

/** Whether a cell shows what was promised: the same text, or the same number written with other zeros or commas. */
export function isAsPromised(shown: string, promised: string): boolean {
  if (normalise(shown) === normalise(promised) || (isSlash(shown) && isSlash(promised))) return true;
  const a = parseNumber(shown);
  const b = parseNumber(promised);
  return a !== null && b !== null && a.unit === b.unit && sameNumber(a.number, b.number);
}

/** The formats of the nearest numbers above, below, left and right. */
function formatsBeside(sheet: Sheet, { row, column }: PlannedFix["at"]): string[] {
  return [[-1, 0], [1, 0], [0, -1], [0, 1]].flatMap(([down, right]) => {
    for (let step = 1; step <= REACH; step++) {
      const [r, c] = [row + step * down!, column + step * right!];
      const cell = r < 1 || c < 1 ? undefined : sheet.cell(r, c);
      if (typeof cell?.value === "number") return [cell.format];
    }
    return [];
  });
}

/** "0.00%" for a text such as 68.24%, "0.0" for 12.5. */
function plainFormats(promised: string): string[] {
  const match = /^-?[\d,]+(?:\.(\d+))?(%?)$/.exec(normalise(promised));
  return match ? [`0${match[1] ? `.${"0".repeat(match[1].length)}` : ""}${match[2]}`] : [];
}
