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
    "summary-area", "summary-indicator", "summary-target", "summary-done", "summary-rate", "summary-printed", "summary-difference", "summary-source"
  ] as const).map((id) => render(say(id), language)));
  for (const indicator of indicators) {
    const row = sheet.nextRow;
    const rate = rateOf(indicator);
    const printed = readPercent(indicator.printed, rate);
    sheet.row(
      written(indicator.area ?? render(say("summary-whole-station"), language), "text"),
      written(indicator.name, "text"),
      written(indicator.target ?? NONE, "number"),
      written(indicator.done, "number"),
      written(rate ?? NONE, "percent", { formula: `=IF(AND(ISNUMBER(C${row}),ISNUMBER(D${row})),IF(C${row}=0,"${NONE}",D${row}/C${row}),"${NONE}")` }),
      printedCell(indicator, printed),
      differenceCell(row, rate, printed),
      written(`${render(say(`table-${indicator.table}`), language)} · ${indicator.sheet}!${indicator.cell}`, "text")
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

/**
 * Reads "68.24%" to exactly 0.6824; null for a text. A number without its sign (0.6824, or 68.24 under a head with %)
 * is read in the way that comes nearer to the computed rate.
 */
function readPercent(text: string | null, rate: number | null): ShownPercent | null {
  const match = /^(-?\d+(?:\.(\d+))?)(%?)$/.exec(text?.replace(/,/g, "") ?? "");
  if (!match) return null;
  const decimals = match[2]?.length ?? 0;
  const asPercent = Number(`${match[1]}e-2`);
  const isRatio = match[3] === "" && (rate === null || asPercent * 10 < rate);
  return isRatio ? { ratio: Number(match[1]), decimals: Math.max(0, decimals - 2) } : { ratio: asPercent, decimals };
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

/** The rate shown minus the computed one in percentage points, at the precision that is shown; empty where they agree. */
function differenceCell(row: number, rate: number | null, printed: ShownPercent | null): WrittenCell {
  if (!printed || rate === null) return EMPTY;
  const { decimals } = printed;
  const difference = roundHalfUp((printed.ratio - roundHalfUp(rate, decimals + 2)) * 100, decimals);
  const points = `ROUND((F${row}-ROUND(E${row},${decimals + 2}))*100,${decimals})`;
  const format = decimals ? `0.${"0".repeat(decimals)}` : "0";
  return written(difference || "", difference ? "error" : "number", {
    formula: `=IF(ISNUMBER(E${row}),IF(${points}=0,"",${points}),"")`,
    format: `+${format};-${format};${format}`
  });
}

/** Rounds as the sheet does: half away from zero, in decimals. */
function roundHalfUp(value: number, digits: number): number {
  const shifted = Number(`${Math.abs(value).toFixed(12)}e${digits}`);
  return Math.sign(value) * Number(`${Math.round(shifted)}e-${digits}`) || 0;
}
