import { say } from "../../messages";
import type { MatrixRow } from "../../tables/indicators/types";
import { numberText, sameNumber } from "../../values/numbers";
import { normalise } from "../../values/text";
import { finding, related, shown } from "../finding";
import type { Rule } from "../rule";

/** R18: 投入社工人数 of an area differs between blocks of one period. */
export const staffDiffers: Rule = {
  meta: { id: "staff-differs", severity: "warning", group: "indicators", title: "staff-differs-title", basis: ["R18", "consistency"] },
  *check(context) {
    const first = new Map<string, MatrixRow>();
    for (const matrix of context.tables.matrices) {
      for (const row of matrix.areas) {
        if (!row.staff || row.staff.number === null) continue;
        const area = normalise(row.label.text);
        const period = matrix.period ?? context.tables.period;
        const hidden = context.tables.hidden.has(matrix.sheet) ? matrix.sheet : "";
        const key = `${hidden}|${period ? `${period.start}/${period.end}` : ""}|${area}`;
        const before = first.get(key);
        if (!before) {
          first.set(key, row);
          continue;
        }
        if (sameNumber(before.staff!.number!, row.staff.number)) continue;
        yield finding(this.meta, row.staff.at, {
          message: () => say("staff-differs", { area, shown: shown(row.staff!), other: numberText(before.staff!.number!) }),
          basis: say("basis-staff"),
          subject: { table: "indicators", row: `staff@${area}`, column: "staff" },
          actual: row.staff.text,
          expected: numberText(before.staff!.number!),
          related: [related(before.staff!.at, say("label-staff"))]
        });
      }
    }
  }
};
