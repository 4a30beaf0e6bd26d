import type { Judgement } from "../../judgement/arithmetic";
import { expectedRateText } from "../../meaning/compare";
import { numberText, percentText, roundHalfUp } from "../../values/numbers";
import { showsLiteralPercent } from "../../workbook/number-format";

/** What the cell should show, as the cell would show it; "" where nothing can be said. */
export function expectedText(judgement: Judgement): string {
  const value = judgement.ideal ?? judgement.stated;
  if (value === undefined) return "";
  if (value === "/") return "/";
  const { decimals } = judgement.meaning;
  // A rate of scores is kept with more decimals than its percentage shows.
  if (decimals !== null && decimals !== 4 && /[%％]$/.test(judgement.reading.text)) return percentText(value, Math.max(0, decimals - 2));
  return decimals === 4 ? expectedRateText(judgement.reading, value) : decimals === null ? numberText(value) : roundHalfUp(value, decimals).toFixed(decimals);
}

/** The same as the cell itself shows it: under a head with (%) the number has no percent sign, unless its format has one. */
export function shownInCell({ meaning, reading }: Judgement, expected: string): string {
  return meaning.inPercent && !showsLiteralPercent(reading.format) ? expected.replace(/[%％]$/, "") : expected;
}
