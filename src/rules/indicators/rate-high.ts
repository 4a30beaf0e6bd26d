import { say } from "../../messages";
import { percentText } from "../../values/numbers";
import { finding } from "../finding";
import type { Rule } from "../rule";
import { stationRates } from "../views/station-rates";

/** A station-wide rate above 200%. */
export const rateHigh: Rule = {
  meta: { id: "rate-high", severity: "info", group: "indicators", title: "rate-high-title", basis: ["question"], relations: { compares: "inputs" } },
  *check(context) {
    for (const judgement of stationRates(context)) {
      const rate = judgement.stated as number;
      if (rate <= 2 || judgement.reading.kind !== "number") continue;
      yield finding(this.meta, judgement.meaning.at, {
        message: () => say("rate-high", { label: judgement.meaning.label, rate: percentText(rate) }),
        basis: say("basis-rate"),
        subject: { table: judgement.meaning.table, row: judgement.meaning.row, column: "high" },
        actual: judgement.reading.text
      });
    }
  }
};
