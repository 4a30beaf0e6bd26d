import { isCondition, normalise } from "../../values/text";
import type { Reading } from "../types";
import type { IndicatorName, Triple } from "./types";

/** Percentages and shares are no counts: 满意度, 知晓率, 持证社工占比. */
const RATE_NAME = /满意度|(?:知晓|覆盖|完成|合格|参与|到岗|稳岗|回访|建档|开展|执行|及时|办结)?率$|比例$|占比$|百分比$|比$/;

/** Does the cell hold a bound (≥90%, 5篇以上) or a percentage instead of a count? */
export function isNoCount(reading: Reading | null): boolean {
  return reading !== null && (isCondition(reading.text) || /[%％]/.test(reading.text));
}

/** Does the indicator count nothing: a rate by its name, a bound or a percentage by its cells? Then none of the rules for counts hold. */
export function countsNothing({ name, target, done }: Pick<Triple, "name" | "target" | "done">): boolean {
  return isRateName(name) || isNoCount(target) || isNoCount(done);
}

function isRateName({ group, leaf }: IndicatorName): boolean {
  return RATE_NAME.test(normalise(leaf === "" ? group : leaf).replace(/\(.*?\)/g, ""));
}

/** Amounts, hours, sizes and means, by the words of the indicator or of its columns. */
const MEASURED = /万元|\(元\)|金额|经费|预算|支出|费用|资金|成本|时数|时长|小时|学时|课时|工时|面积|平均|人均|均值|场均/;

/** Is what the indicator says measured instead of counted (万元, 小时, a mean)? Then it may be any fraction. */
export function isMeasured({ name: { group, leaf }, words }: Pick<Triple, "name" | "words">): boolean {
  return [group, leaf, words?.target, words?.done].some((word) => word !== undefined && MEASURED.test(normalise(word)));
}

/** A bound in percent, or a rate that only says whether it was met, or "/" beside a bound: no quotient of two counts. */
export function hasNoQuotient({ target, done, rate }: Pick<Triple, "target" | "done" | "rate">): boolean {
  const percent = (reading: Reading | null): boolean => reading !== null && /[%％]/.test(reading.text);
  return percent(target) || percent(done) || (rate !== null && isCondition(rate.text)) || (target !== null && isCondition(target.text) && (rate?.kind === "text" || rate?.kind === "slash"));
}
