import { render, say, type Language, type MessageId } from "../messages";
import type { ReportedEvaluation, ReportedIndicator, ReportedSources } from "../report/types";
import { written, type SheetBuilder } from "./builder";
import { at, down, INDICATOR, ITEM } from "./grid";
import { addressOf, quoted, roundHalfUp, shown, shownRate, type Live } from "./live";

/** No target, no rate: what the tables themselves write there. */
const NONE = "/";
const BAR_COLOR = "8FB4DE";

interface Placed {
  readonly indicator: ReportedIndicator;
  readonly source: ReportedSources["indicators"][number] | null;
}

/** The rows that a chart of the indicators shows. */
export interface IndicatorRows {
  readonly top: number;
  readonly points: readonly (readonly [string, number | null])[];
}

/**
 * The table of indicators (指标核算), the whole station first, then its areas: numbers refer to the station's cells, rate, difference
 * and state are formulas over this table's own.
 */
export function addIndicators(sheet: SheetBuilder, evaluation: ReportedEvaluation | null, language: Language): IndicatorRows | null {
  const word = (id: MessageId) => render(say(id), language);
  const indicators = evaluation?.indicators ?? [];
  sheet.heading("indicators", word("summary-indicators"));
  if (!indicators.length) {
    sheet.banner(word("summary-no-indicators"), "note");
    return null;
  }
  sheet.banner(word("summary-indicators-note"), "note");
  const timeShare = indicators[0]!.timeShare;
  const timeCell = timeShare === null ? null : at(ITEM.value, sheet.nextRow).replace(/^([A-Z]+)/, "$$$1$$");
  if (timeShare !== null) {
    sheet.row([[ITEM.label, written(word("summary-time-share"), "label")], [[ITEM.value[0], ITEM.state[1]], written(timeShare, "percent")],
      [ITEM.note, written(word("summary-time-share-note"), "text")]]);
  }
  sheet.heads([
    [INDICATOR.number, word("summary-number")], [INDICATOR.state, word("summary-state")], [INDICATOR.area, word("summary-area")],
    [INDICATOR.cell, word("summary-cell")], [INDICATOR.name, word("summary-indicator")], [INDICATOR.target, word("summary-target")],
    [INDICATOR.done, word("summary-completed")], [INDICATOR.rate, word("summary-rate")], [INDICATOR.printed, word("summary-printed")],
    [INDICATOR.difference, word("summary-difference")], [INDICATOR.source, word("summary-source")], [INDICATOR.progress, word("summary-progress")]
  ]);
  const top = sheet.nextRow;
  const placed = indicators.map((indicator, index): Placed => ({ indicator, source: evaluation?.sources?.indicators[index] ?? null }));
  const whole = placed.filter(({ indicator }) => indicator.area === null);
  // What was agreed comes first, each indicator once, as a chart shows it; then what has no target, and what tables repeat.
  const subjects = new Set<string>();
  const first = (each: Placed) => !subjects.has(each.indicator.subject) && subjects.add(each.indicator.subject) !== undefined;
  const agreed = whole.filter((each) => rateOf(each.indicator) !== null && first(each));
  const untargeted = whole.filter((each) => rateOf(each.indicator) === null && first(each));
  const groups: [MessageId, Placed[]][] = [
    ["summary-group-agreed", agreed], ["summary-group-untargeted", untargeted],
    ["summary-group-repeated", whole.filter((each) => !agreed.includes(each) && !untargeted.includes(each))],
    ["summary-group-areas", placed.filter(({ indicator }) => indicator.area !== null)]
  ];
  let number = 0;
  let agreedTop = top;
  /** So many of the first rows stand below one another, without heads between them. */
  let unbroken = 0;
  let isBroken = false;
  for (const [name, group] of groups) {
    // The heads say enough of a group that has the table to itself.
    if (group.length > 0 && group.length < placed.length) {
      sheet.line(true);
      sheet.banner(word(name), "label");
    }
    for (const { indicator, source } of group) {
      const repeated = sheet.line();
      if (indicator === agreed[0]?.indicator) agreedTop = sheet.nextRow;
      else isBroken ||= repeated;
      if (group === agreed && !isBroken) unbroken++;
      addIndicator(sheet, indicator, source, ++number, timeCell, language);
    }
  }
  const bottom = sheet.nextRow - 1;
  sheet.dataBars.push({ range: down(INDICATOR.progress, top, bottom), least: 0, most: 1, color: BAR_COLOR });
  const states = down(INDICATOR.state, top, bottom);
  const cell = `$${at(INDICATOR.state, top)}`;
  for (const [id, style] of [["differs", "error"], ["slow", "warning"], ["reached", "good"]] as const) {
    sheet.conditionals.push({ range: states, formula: `=${cell}=${quoted(word(`summary-state-${id}`))}`, style });
  }
  return { top: agreedTop, points: agreed.slice(0, unbroken).map(({ indicator }) => [indicator.name, rateOf(indicator)]) };
}

function addIndicator(
  sheet: SheetBuilder, indicator: ReportedIndicator, source: ReportedSources["indicators"][number] | null, number: number,
  timeCell: string | null, language: Language
): void {
  const word = (id: MessageId) => render(say(id), language);
  const row = sheet.nextRow;
  const error = word("summary-error-value");
  const target: Live = source ? shown(source.target, error) : { value: indicator.target ?? NONE };
  const done: Live = source ? shown(source.done, error) : { value: indicator.done ?? "" };
  const [t, d, r, p, x] = [INDICATOR.target, INDICATOR.done, INDICATOR.rate, INDICATOR.printed, INDICATOR.difference].map((span) => at(span, row));
  const rate = typeof target.value === "number" && target.value !== 0 && typeof done.value === "number" ? done.value / target.value : null;
  const printed: Live = source ? shownRate(source.rate, indicator.printed, r!, rate, error) : { value: indicator.printed ?? "" };
  const decimals = decimalsOf(indicator.printed, printed.value);
  const difference = typeof printed.value === "number" && rate !== null
    ? roundHalfUp(roundHalfUp(printed.value, decimals + 2) - roundHalfUp(rate, decimals + 2), decimals + 2) * 100 : null;
  const points = decimals ? `0.${"0".repeat(decimals)}` : "0";
  sheet.row([
    [INDICATOR.number, written(number, "center")],
    [INDICATOR.state, state(x!, r!, difference, rate, indicator.timeShare, timeCell, word)],
    [INDICATOR.area, written(indicator.area ?? word("summary-whole-station"), "text")],
    [INDICATOR.cell, written(indicator.cell, "link", linkTo(indicator))],
    [INDICATOR.name, written(indicator.name, "text")],
    [INDICATOR.target, written(target.value, "number", formulaOf(target))],
    [INDICATOR.done, written(done.value, "number", formulaOf(done))],
    [INDICATOR.rate, written(rate ?? NONE, "percent", { formula: `=IF(AND(ISNUMBER(${t}),ISNUMBER(${d})),IF(${t}=0,"${NONE}",${d}/${t}),"${NONE}")` })],
    [INDICATOR.printed, written(printed.value, "percent", { ...formulaOf(printed), format: decimals ? `0.${"0".repeat(decimals)}%` : "0%" })],
    [INDICATOR.difference, written(difference ?? "", "number", {
      formula: `=IF(AND(ISNUMBER(${p}),ISNUMBER(${r})),ROUND(ROUND(${p},${decimals + 2})-ROUND(${r},${decimals + 2}),${decimals + 2})*100,"")`,
      format: `+${points};-${points};"–"`
    })],
    [INDICATOR.source, written(indicator.sheet, "text")],
    [INDICATOR.progress, written(rate ?? "", "number", { formula: `=IF(ISNUMBER(${r}),${r},"")`, format: "0%" })]
  ]);
}

function formulaOf({ formula }: Live): { formula?: string } {
  return formula ? { formula } : {};
}

function linkTo(indicator: ReportedIndicator) {
  const link = addressOf(indicator);
  return link ? { link } : {};
}

function rateOf({ target, done }: ReportedIndicator): number | null {
  return target === null || done === null || target === 0 ? null : done / target;
}

/** Decimals of a shown percentage: 2 for "68.24%", and for 68.24 or 0.6824 that mean the same. */
function decimalsOf(printed: string | null, value: Live["value"]): number {
  const match = /^-?\d+(?:\.(\d+))?(%?)$/.exec(printed?.replace(/,/g, "").trim() ?? "");
  if (!match || typeof value !== "number") return 2;
  const decimals = match[1]?.length ?? 0;
  const asRatio = match[2] === "" && Math.abs(Number(printed?.replace(/,/g, "")) - value) < 1e-9 && Math.abs(value) < 10;
  return Math.min(asRatio ? Math.max(0, decimals - 2) : decimals, 8);
}

/** One word a row: a wrong rate first, then how far the indicator is. */
function state(
  differenceCell: string, rateCell: string, difference: number | null, rate: number | null, timeShare: number | null, timeCell: string | null,
  word: (id: MessageId) => string
) {
  const [differs, reached, onTime, slow, open, none] = (["differs", "reached", "on-time", "slow", "open", "none"] as const).map((id) => word(`summary-state-${id}`));
  const behind = timeCell === null ? quoted(open!) : `IF(${rateCell}>=${timeCell},${quoted(onTime!)},${quoted(slow!)})`;
  const progress = rate === null ? none! : rate >= 1 ? reached! : timeShare === null ? open! : rate >= timeShare ? onTime! : slow!;
  return written(difference ? differs! : progress, "center", {
    formula: `=IF(N(${differenceCell})<>0,${quoted(differs!)},IF(ISNUMBER(${rateCell}),IF(${rateCell}>=1,${quoted(reached!)},${behind}),${quoted(none!)}))`
  });
}
