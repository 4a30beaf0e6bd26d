import { say } from "../../messages";
import type { Triple } from "../../tables/indicators/types";
import { numberText } from "../../values/numbers";
import { finding, related } from "../finding";
import type { Rule } from "../rule";
import { besideOf, countName, wrongPairs } from "../views/count-pairs";

/** What is counted, and of what there must be at least as many: a group meets once at least, somebody comes to every meeting. */
const BOUNDS: readonly (readonly [count: Unit, bound: Unit])[] = [["sessions", "groups"], ["people", "sessions"], ["people", "events"]];

type Unit = "groups" | "sessions" | "events" | "people";
const UNITS: readonly (readonly [Unit, RegExp])[] = [
  ["people", /(?:服务|参与|参加|受益)?人次数?$/], ["sessions", /节[数次]$/], ["events", /(?:场次|次数|场数)$/], ["groups", /个数$/]
];

/** 节数 < 个数, 小组人次 < 节数, 活动人次 < 次数: needs an explanation. */
export const countTooFew: Rule = {
  meta: {
    id: "count-too-few", severity: "warning", group: "indicators", title: "count-too-few-title", basis: ["arithmetic"],
    relations: { compares: "related" }
  },
  *check(context) {
    for (const { count: { done: count }, bound: { done: bound }, label, boundLabel, subject } of wrongPairs(context.tables, tooFew)) {
      yield finding(countTooFew.meta, count.at, {
        message: () => say("count-too-few", { label, count: numberText(count.number!), bound: boundLabel, least: numberText(bound.number!) }),
        basis: say("basis-few"),
        subject,
        actual: count.text,
        expected: `≥${numberText(bound.number!)}`,
        related: [related(bound.at, boundLabel)]
      });
    }
  }
};

function tooFew(triples: readonly Triple[]): [Triple, Triple][] {
  const counts = triples.flatMap((triple) => {
    const name = countName(triple);
    const unit = UNITS.find(([, pattern]) => pattern.test(name));
    return unit ? [{ triple, unit: unit[0], thing: name.replace(unit[1], "") }] : [];
  });
  return counts.flatMap(({ triple, unit, thing }) => BOUNDS.flatMap(([counted, bounding]): [Triple, Triple][] => {
    const bound = counted === unit ? besideOf(triple, counts.filter((other) => other.unit === bounding && other.thing === thing).map((other) => other.triple)) : undefined;
    return bound && isBelow(triple, bound) ? [[triple, bound]] : [];
  })).filter(([count], index, all) => all.findIndex(([other]) => other === count) === index);
}

/** Both are counts, and the first is the smaller; what is no count has a finding of its own. 0 is nothing counted yet. */
function isBelow({ done: count }: Triple, { done: bound }: Triple): boolean {
  return count.number !== null && bound.number !== null && count.number > 0 && count.number < bound.number && Number.isInteger(count.number) && Number.isInteger(bound.number);
}
