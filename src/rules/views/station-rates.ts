import type { Judgement } from "../../judgement/arithmetic";
import { addressKey } from "../../workbook";
import type { CheckContext } from "../rule";

/** The station-wide rate of each indicator once, where it is a number: the most authoritative table's. */
export function stationRates(context: CheckContext): Judgement[] {
  return context.arithmetic.joined.flatMap(({ statements }) => {
    for (const { rate } of statements) {
      const judgement = rate && context.arithmetic.at(rate.at);
      if (judgement && judgement.meaning.role === "rate" && typeof judgement.stated === "number" && addressKey(judgement.meaning.at) === addressKey(rate.at)) return [judgement];
    }
    return [];
  });
}
