import { render, say, type Language } from "../messages";
import type { ReportedIndicator } from "../report/types";
import { parseCellName, type WrittenCell } from "../workbook";
import { EMPTY, written, type SheetBuilder } from "./builder";

/** No target, no rate: what the tables themselves write there. */
const NONE = "/";

/** The table of indicators (指标): the rate and its difference from the shown one are formulas over this table's own cells. */
export function addIndicators(sheet: SheetBuilder, indicators: readonly ReportedIndicator[], language: Language): void {
  sheet.heading(render(say("summary-indicators"), language));
  if (!indicators.length) {
    sheet.banner(render(say("summary-no-indicators"), language), "muted");
    return;
  }
  sheet.heads(([
    "summary-area", "summary-indicator", "summary-target", "summary-done", "summary-rate", "summary-printed", "summary-difference"
  ] as const).map((id) => render(say(id), language)));
  for (const indicator of indicators) {
    const row = sheet.nextRow;
    const rate = rateOf(indicator);
    const printed = readPercent(indicator.printed);
    sheet.row(
      written(indicator.area ?? render(say("summary-whole-station"), language), "text"),
      written(indicator.name, "text"),
      written(indicator.target ?? NONE, "number"),
      written(indicator.done, "number"),
      written(rate ?? NONE, "percent", { formula: `=IF(AND(ISNUMBER(C${row}),ISNUMBER(D${row})),IF(C${row}=0,"${NONE}",D${row}/C${row}),"${NONE}")` }),
      printedCell(indicator, printed),
      differenceCell(row, rate, printed)
    );
  }
}

function rateOf({ target, done }: ReportedIndicator): number | null {
  return target === null || done === null || target === 0 ? null : done / target;
}

interface ShownPercent {
  readonly ratio: number;
  /** Decimals of the percentage: 2 for "68.24%". */
  readonly decimals: number;
}

/** Reads "68.24%" to exactly 0.6824; null for anything else. */
function readPercent(text: string | null): ShownPercent | null {
  const match = /^(-?\d+(?:\.(\d+))?)%$/.exec(text?.replace(/,/g, "") ?? "");
  return match ? { ratio: Number(`${match[1]}e-2`), decimals: match[2]?.length ?? 0 } : null;
}

function percentFormat(decimals: number): string {
  return decimals ? `0.${"0".repeat(decimals)}%` : "0%";
}

function printedCell(indicator: ReportedIndicator, printed: ShownPercent | null): WrittenCell {
  const at = parseCellName(indicator.cell);
  const link = at && { sheet: indicator.sheet, ...at };
  return written(printed?.ratio ?? indicator.printed ?? "", "link", {
    ...(printed && { format: percentFormat(printed.decimals) }),
    ...(link && { link })
  });
}

/** The rate shown minus the computed one, at the precision that is shown. */
function differenceCell(row: number, rate: number | null, printed: ShownPercent | null): WrittenCell {
  if (!printed || rate === null) return EMPTY;
  const digits = printed.decimals + 2;
  const difference = roundHalfUp(printed.ratio - roundHalfUp(rate, digits), digits);
  const format = percentFormat(printed.decimals);
  return written(difference, difference === 0 ? "percent" : "error", {
    formula: `=IF(ISNUMBER(E${row}),ROUND(F${row}-ROUND(E${row},${digits}),${digits}),"")`,
    format: `+${format};-${format};${format}`
  });
}

/** Rounds as the sheet does: half away from zero, in decimals. */
function roundHalfUp(value: number, digits: number): number {
  const shifted = Number(`${Math.abs(value).toFixed(12)}e${digits}`);
  return Math.sign(value) * Number(`${Math.round(shifted)}e-${digits}`) || 0;
}
