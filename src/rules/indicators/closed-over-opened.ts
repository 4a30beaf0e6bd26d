import { say } from "../../messages";
import type { Triple } from "../../tables/indicators/types";
import type { Reading } from "../../tables/types";
import { numberText } from "../../values/numbers";
import { finding, related } from "../finding";
import type { Rule } from "../rule";
import { besideOf, countName, wrongPairs } from "../views/count-pairs";

/** 结案 > 接案 within one group. */
export const closedOverOpened: Rule = {
  meta: {
    id: "closed-over-opened", severity: "error", group: "indicators", title: "closed-over-opened-title", basis: ["arithmetic"],
    relations: { compares: "related" }
  },
  *check(context) {
    for (const { count: { done: persons }, bound: { done: households }, label, boundLabel, subject } of wrongPairs(context.tables, fewerPersons)) {
      yield finding(closedOverOpened.meta, persons.at, {
        message: () => say("households-over-persons", { label, persons: numberText(persons.number!), households: numberText(households.number!) }),
        basis: say("basis-households"),
        subject,
        actual: persons.text,
        expected: `≥${numberText(households.number!)}`,
        related: [related(households.at, boundLabel)]
      });
    }
    for (const { count: { done: all }, bound: { done: part }, label, boundLabel, subject } of wrongPairs(context.tables, belowPart)) {
      yield finding(closedOverOpened.meta, all.at, {
        message: () => say("cumulated-below-part", { label, all: numberText(all.number!), part: numberText(part.number!), bound: boundLabel }),
        basis: say("basis-cumulated"),
        subject,
        actual: all.text,
        expected: `≥${numberText(part.number!)}`,
        related: [related(part.at, boundLabel)]
      });
    }
    for (const { count: { done: closed }, bound: { done: opened }, label, boundLabel, subject } of wrongPairs(context.tables, cases, "wholes")) {
      yield finding(closedOverOpened.meta, closed.at, {
        message: () => say("closed-over-opened", { label, closed: numberText(closed.number!), opened: numberText(opened.number!) }),
        basis: say("basis-case"),
        subject,
        actual: closed.text,
        expected: `≤${numberText(opened.number!)}`,
        related: [related(opened.at, boundLabel)]
      });
    }
  }
};

/** Of some indicators those with more closed than opened, each with what was opened: 专业个案结案数, 专业个案接案数. */
function cases(triples: readonly Triple[]): [Triple, Triple][] {
  return triples.flatMap((closed): [Triple, Triple][] => {
    const name = countName(closed);
    const wanted = name.replace(/结案(?=[数量]?$|个数$)/, "接案");
    const opened = wanted === name ? undefined : besideOf(closed, triples.filter((triple) => countName(triple) === wanted));
    return opened && isOver(closed.done, opened.done) ? [[closed, opened]] : [];
  });
}

/** More closed than opened; where fewer than none were opened, that is said of the opened ones. */
function isOver(closed: Reading, opened: Reading): boolean {
  return closed.number !== null && opened.number !== null && opened.number >= 0 && closed.number > opened.number;
}

const CUMULATED = /累计|全年(?!协议)|1-12月|1至12月/;
const FIRST_PART = /中期|上半年|上期|前期|1-6月|1至6月/;

/** What was done up to the end, below what was done up to the middle: 末期（累计）, 中期. The word for the period is the leaf of the name, or its group. */
function belowPart(triples: readonly Triple[]): [Triple, Triple][] {
  const said = triples.map((triple) => ({ triple, ...periodOf(triple) }));
  return said.filter(({ period }) => period === "all").flatMap(({ triple: all, of }): [Triple, Triple][] => {
    const part = besideOf(all, said.filter((other) => other.period === "part" && other.of === of).map(({ triple }) => triple));
    const [whole, before] = [all.done.number, part?.done.number ?? null];
    return part && whole !== null && before !== null && whole >= 0 && whole < before && part.done.at.row === all.done.at.row ? [[all, part]] : [];
  });
}

/** Whether a count is cumulated or a first part, and of what. */
function periodOf({ name: { group, leaf } }: Triple): { period: "all" | "part" | null; of: string } {
  for (const [text, of] of [[leaf, group], [group, leaf]] as const) {
    if (CUMULATED.test(text)) return { period: "all", of };
    if (FIRST_PART.test(text)) return { period: "part", of };
  }
  return { period: null, of: "" };
}

/** Fewer persons than households: 建档人数, 建档户数. */
function fewerPersons(triples: readonly Triple[]): [Triple, Triple][] {
  return triples.flatMap((persons): [Triple, Triple][] => {
    const name = countName(persons);
    if (!name.endsWith("人数")) return [];
    const wanted = name.replace(/人数$/, "户数");
    const households = besideOf(persons, triples.filter((triple) => countName(triple) === wanted));
    return households && persons.done.number !== null && persons.done.number >= 0 && households.done.number !== null && persons.done.number < households.done.number ? [[persons, households]] : [];
  });
}
