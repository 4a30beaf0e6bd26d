import { say } from "../../messages";
import { percentText } from "../../values/numbers";
import { finding } from "../finding";
import type { Rule } from "../rule";
import { stationRates } from "../views/station-rates";

/** R19: a station-wide rate below the share of the agreement's time gone by. */
export const progressBehind: Rule = {
  meta: { id: "progress-behind", severity: "info", group: "indicators", title: "progress-behind-title", basis: ["R19"] },
  *check(context) {
    const time = context.evaluation.timeShare;
    if (time === null || time <= 0) return;
    for (const judgement of stationRates(context)) {
      const rate = judgement.stated as number;
      if (rate >= time - 1e-9) continue;
      yield finding(this.meta, judgement.meaning.at, {
        message: () => say("progress-behind", { label: judgement.meaning.label, rate: percentText(rate), time: percentText(time) }),
        basis: say("basis-progress"),
        subject: { table: judgement.meaning.table, row: judgement.meaning.row, column: "progress" },
        actual: percentText(rate)
      });
    }
  }
};
