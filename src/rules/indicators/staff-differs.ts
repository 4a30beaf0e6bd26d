import { say } from "../../messages";
import type { MatrixRow } from "../../tables/indicators/types";
import { numberText, sameNumber } from "../../values/numbers";
import { normalise } from "../../values/text";
import { finding, related, shown } from "../finding";
import type { Rule, CheckContext } from "../rule";

/** R18: 投入社工人数 of an area differs between blocks of one period: what most of them say is compared with, whichever stands first. */
export const staffDiffers: Rule = {
  meta: { id: "staff-differs", severity: "warning", group: "indicators", title: "staff-differs-title", basis: ["R18", "consistency"] },
  *check(context) {
    for (const [area, rows] of rowsByArea(context)) {
      const usual = mostUsual(rows);
      for (const row of rows) {
        if (sameNumber(usual.staff!.number!, row.staff!.number!)) continue;
        yield finding(this.meta, row.staff!.at, {
          message: () => say("staff-differs", { area, shown: shown(row.staff!), other: numberText(usual.staff!.number!) }),
          basis: say("basis-staff"),
          subject: { table: "indicators", row: `staff@${area}`, column: "staff" },
          actual: row.staff!.text,
          expected: numberText(usual.staff!.number!),
          related: [related(usual.staff!.at, say("label-staff"))]
        });
      }
    }
  }
};

/** The rows of one area in blocks of one period, with the area's name; a hidden block is compared with nothing but itself. */
function rowsByArea({ tables }: CheckContext): readonly (readonly [area: string, rows: readonly MatrixRow[]])[] {
  const groups = new Map<string, { readonly area: string; readonly rows: MatrixRow[] }>();
  for (const matrix of tables.matrices) {
    for (const row of matrix.areas) {
      if (!row.staff || row.staff.number === null) continue;
      const area = normalise(row.label.text);
      const period = matrix.period ?? tables.period;
      const hidden = tables.hidden.has(matrix.sheet) ? matrix.sheet : "";
      const key = `${hidden}|${period ? `${period.start}/${period.end}` : ""}|${area}`;
      const group = groups.get(key);
      if (group) group.rows.push(row);
      else groups.set(key, { area, rows: [row] });
    }
  }
  return [...groups.values()].map(({ area, rows }) => [area, rows] as const);
}

/** The first of those that say what most do. */
function mostUsual(rows: readonly MatrixRow[]): MatrixRow {
  const alike = (row: MatrixRow): number => rows.filter((other) => sameNumber(other.staff!.number!, row.staff!.number!)).length;
  return rows.reduce((best, row) => (alike(row) > alike(best) ? row : best));
}
