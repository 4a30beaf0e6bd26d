import { FormatCode, showGeneral } from "./format-code";
import type { CellLook, Scalar } from "./workbook";

/** The built-in formats by their number, as Excel with Chinese settings shows them. */
const BUILT_IN = new Map<number, string>([
  [0, "General"], [1, "0"], [2, "0.00"], [3, "#,##0"], [4, "#,##0.00"],
  [5, '"¥"#,##0;"¥"\\-#,##0'], [6, '"¥"#,##0;[Red]"¥"\\-#,##0'],
  [7, '"¥"#,##0.00;"¥"\\-#,##0.00'], [8, '"¥"#,##0.00;[Red]"¥"\\-#,##0.00'],
  [9, "0%"], [10, "0.00%"], [11, "0.00E+00"], [12, "# ?/?"], [13, "# ??/??"],
  [14, "yyyy/m/d"], [15, "d-mmm-yy"], [16, "d-mmm"], [17, "mmm-yy"],
  [18, "h:mm AM/PM"], [19, "h:mm:ss AM/PM"], [20, "h:mm"], [21, "h:mm:ss"], [22, "yyyy/m/d h:mm"],
  [27, 'yyyy"年"m"月"'], [28, 'm"月"d"日"'], [29, 'm"月"d"日"'], [30, "m-d-yy"], [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'], [33, 'h"时"mm"分"ss"秒"'], [34, '上午/下午h"时"mm"分"'], [35, '上午/下午h"时"mm"分"ss"秒"'],
  [36, 'yyyy"年"m"月"'],
  [37, "#,##0;\\-#,##0"], [38, "#,##0;[Red]\\-#,##0"], [39, "#,##0.00;\\-#,##0.00"], [40, "#,##0.00;[Red]\\-#,##0.00"],
  [41, '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ '], [42, '_ "¥"* #,##0_ ;_ "¥"* \\-#,##0_ ;_ "¥"* "-"_ ;_ @_ '],
  [43, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ '],
  [44, '_ "¥"* #,##0.00_ ;_ "¥"* \\-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ '],
  [45, "mm:ss"], [46, "[h]:mm:ss"], [47, "mm:ss.0"], [48, "##0.0E+0"], [49, "@"],
  [50, 'yyyy"年"m"月"'], [51, 'm"月"d"日"'], [52, 'yyyy"年"m"月"'], [53, 'm"月"d"日"'], [54, 'm"月"d"日"'],
  [55, '上午/下午h"时"mm"分"'], [56, '上午/下午h"时"mm"分"ss"秒"'], [57, 'yyyy"年"m"月"'], [58, 'm"月"d"日"']
]);

/** The code of a built-in format; General for a number that stands for none. */
export function builtInFormat(id: number): string {
  return BUILT_IN.get(id) ?? "General";
}

/** What stands in a format as it is to be shown: texts in quotes, and single characters that are marked so. */
const LITERAL = /"[^"]*"|[\\!].|[_*]./gsu;

/** Whether the percent sign that a format shows is a text: the cell holds 68.24 and shows 68.24%. */
export function showsLiteralPercent(code: string): boolean {
  if (!/[%％]/.test(code)) return false;
  const [first = ""] = code.split(";");
  return !first.replace(LITERAL, "").includes("%") && (first.match(LITERAL) ?? []).some((text) => /^[^_*]/.test(text) && /[%％]/.test(text));
}

/** What all cells of one style share. */
export interface CellFormat {
  readonly code: string;
  readonly look?: CellLook;
  /** What a sheet shows for the value. */
  show(value: Scalar): string;
}

/** So many numbers' texts are remembered of one format; each is asked for several times while a workbook is checked. */
const MOST_REMEMBERED = 500;

/** A number format of a workbook, shared by all cells that have it. */
export class NumberFormat implements CellFormat {
  private readonly format: FormatCode;
  private readonly shown = new Map<number, string>();

  constructor(readonly code: string, date1904: boolean) {
    this.format = new FormatCode(code, date1904);
  }

  /** What a sheet shows for the value, however odd the format. */
  show(value: Scalar): string {
    if (value === null) return "";
    if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
    if (typeof value === "object") return value.error;
    return typeof value === "string" ? this.made(value) : this.number(value);
  }

  private number(value: number): string {
    // A map takes -0 for 0; a format need not.
    if (Object.is(value, -0)) return this.made(value);
    let text = this.shown.get(value);
    if (text === undefined) {
      text = this.made(value);
      if (this.shown.size < MOST_REMEMBERED) this.shown.set(value, text);
    }
    return text;
  }

  private made(value: number | string): string {
    const shown = this.format.show(value);
    if ("text" in shown) return shown.text;
    if (shown.problem === "calendar") return "########";
    return typeof value === "string" ? value : showGeneral(value);
  }
}
