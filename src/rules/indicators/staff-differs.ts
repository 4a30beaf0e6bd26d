import { say } from "../../messages";
import type { Matrix } from "../../tables/indicators/types";
import type { Reading } from "../../tables/types";
import { sumHalves } from "../../values/exact";
import { numberText, sameNumber } from "../../values/numbers";
import { normalise } from "../../values/text";
import { addressKey } from "../../workbook";
import { finding, related, shown } from "../finding";
import type { Rule, CheckContext } from "../rule";

/** R18: 投入社工人数 of an area differs between blocks of one period: what most of them say is compared with, whichever stands first. */
export const staffDiffers: Rule = {
  meta: { id: "staff-differs", severity: "warning", group: "indicators", title: "staff-differs-title", basis: ["R18", "consistency"] },
  *check(context) {
    for (const blocks of blocksByArea(context)) {
      const usual = mostUsual(blocks);
      for (const { area, number, staff } of blocks) {
        if (sameNumber(usual.number, number)) continue;
        yield finding(this.meta, staff.at, {
          message: () => say("staff-differs", { area, shown: sameNumber(staff.number!, number) ? shown(staff) : numberText(number), other: numberText(usual.number) }),
          basis: say("basis-staff"),
          subject: { table: "indicators", row: `staff@${area}`, column: "staff" },
          actual: staff.text,
          expected: numberText(usual.number),
          related: [related(usual.staff.at, say("label-staff"))]
        });
      }
    }
  }
};

/** 投入社工人数 of an area in one block, and the first of its cells. */
interface AreaStaff {
  readonly area: string;
  readonly number: number;
  readonly staff: Reading;
}

/** One area's numbers in blocks of one period; a hidden block is compared with nothing but itself. */
function blocksByArea({ tables }: CheckContext): readonly AreaStaff[][] {
  const groups = new Map<string, AreaStaff[]>();
  for (const matrix of tables.matrices) {
    const period = matrix.period ?? tables.period;
    const hidden = tables.hidden.has(matrix.sheet) ? matrix.sheet : "";
    for (const staff of areasOf(matrix)) {
      const key = `${hidden}|${period ? `${period.start}/${period.end}` : ""}|${staff.area}`;
      groups.set(key, [...(groups.get(key) ?? []), staff]);
    }
  }
  return [...groups.values()];
}

/** The areas of a block; one whose name stands over several rows (teams) has the staff of all of them. */
function areasOf({ areas }: Matrix): AreaStaff[] {
  const byArea = new Map<string, Map<string, Reading>>();
  for (const { label, staff } of areas) {
    if (!staff || staff.number === null) continue;
    const area = normalise(label.text);
    byArea.set(area, (byArea.get(area) ?? new Map<string, Reading>()).set(addressKey(staff.at), staff));
  }
  return [...byArea].map(([area, cells]) => ({ area, number: sumHalves([...cells.values()].map(({ number }) => number!)), staff: [...cells.values()][0]! }));
}

/** The first of those that say what most do. */
function mostUsual(blocks: readonly AreaStaff[]): AreaStaff {
  const alike = ({ number }: AreaStaff): number => blocks.filter((other) => sameNumber(other.number, number)).length;
  return blocks.reduce((best, block) => (alike(block) > alike(best) ? block : best));
}
