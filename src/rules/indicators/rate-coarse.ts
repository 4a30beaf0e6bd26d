import type { Judgement } from "../../judgement/arithmetic";
import { compareRate } from "../../meaning/compare";
import { say } from "../../messages";
import { isDateFormat } from "../../values/dates";
import { percentText } from "../../values/numbers";
import { writtenDecimals } from "../../values/text";
import { finding, type Found, related, shown } from "../finding";
import type { Rule, RuleMeta } from "../rule";
import { inputsOf, rateSubject } from "../views/rates";

/** Of so many formulas in a table, at most one in ten may be shown otherwise than the rest. */
const FEWEST_ALIKE = 8;

/** So many rates of one column or row that are all shown with the same few decimals are how the table writes them. */
const FEWEST_IN_LINE = 3;

/**
 * Rates shown with fewer than two decimals although that hides something, or where all others of the table show two. A whole line or table
 * of them is one finding, and no more than a remark unless different rates look the same for it.
 */
export const rateCoarse: Rule = {
  meta: {
    id: "rate-coarse", severity: "warning", group: "indicators", title: "rate-coarse-title", basis: ["R15"],
    relations: { ground: "coarse" }
  },
  *check(context) {
    const bySheet = new Map<string, { coarse: Judgement[]; odd: Judgement[]; formulas: number; all: Judgement[] }>();
    for (const judgement of context.arithmetic.judgements) {
      const { stated, reading, meaning } = judgement;
      if (meaning.role !== "rate" || meaning.byProof || typeof stated !== "number" || reading.number === null || isDateFormat(reading.format)) continue;
      const key = `${meaning.at.sheet}\u0000${meaning.table}`;
      const group = bySheet.get(key) ?? { coarse: [], odd: [], formulas: 0, all: [] };
      bySheet.set(key, group);
      group.all.push(judgement);
      const comparison = compareRate(reading, stated);
      if (reading.formula !== null) group.formulas++;
      if (comparison?.equal && comparison.coarse) group.coarse.push(judgement);
      // What hides nothing today hides it when the numbers change.
      else if (comparison?.equal && reading.formula !== null && !reading.textual && showsWholePercents(reading.text)) group.odd.push(judgement);
    }
    for (const { coarse, odd, formulas, all } of bySheet.values()) {
      if (formulas >= FEWEST_ALIKE && (odd.length + coarse.length) * 10 <= formulas) for (const judgement of odd) yield one(this.meta, judgement, "rate-coarse-one");
      const throughout = coarse.length > 3 && coarse.length * 2 > all.length;
      const alike = throughout ? coarse : inCoarseLines(coarse, all);
      if (alike.length > 0) yield together(this.meta, alike);
      for (const judgement of coarse) if (!alike.includes(judgement)) yield one(this.meta, judgement, "rate-coarse");
    }
  }
};

/** Those that stand in a column or row whose rates are all shown with as few decimals. */
function inCoarseLines(coarse: readonly Judgement[], all: readonly Judgement[]): Judgement[] {
  return coarse.filter(({ meaning: { at }, reading }) => (["column", "row"] as const).some((way) => {
    const line = all.filter((other) => other.meaning.at[way] === at[way]);
    // Where nearly all are whole percents, the one that is not looks like one of them; 117.2% does not among 100.0%.
    const hiding = line.filter((other) => coarse.includes(other)).length;
    return line.length >= FEWEST_IN_LINE && (writtenDecimals(reading.text) > 0 || hiding * 3 >= line.length) && line.every((other) => writtenDecimals(other.reading.text) === writtenDecimals(reading.text));
  }));
}

function together(meta: RuleMeta, alike: readonly Judgement[]): Found {
  const [first, ...others] = alike as [Judgement, ...Judgement[]];
  const expected = percentText(first.stated as number);
  const texts = new Map(alike.map(({ stated, reading }) => [percentText(stated as number), reading.text]));
  return finding(meta, first.meaning.at, {
    severity: new Set(texts.values()).size < texts.size ? "warning" : "info",
    message: () => say("rate-coarse-table", { shown: shown(first.reading), count: alike.length }),
    basis: say("basis-rate"),
    subject: rateSubject(first),
    actual: first.reading.text,
    expected,
    related: others.map((other) => related(other.meaning.at, other.meaning.label))
  });
}

/** "108%", where a percentage has two decimals. */
function showsWholePercents(text: string): boolean {
  return /^-?[\d,]+[%％]$/.test(text.trim());
}

function one(meta: RuleMeta, judgement: Judgement, id: "rate-coarse" | "rate-coarse-one"): Found {
  const { reading, meaning } = judgement;
  const expected = percentText(judgement.stated as number);
  return finding(meta, meaning.at, {
    message: () => say(id, { label: meaning.label, shown: shown(reading), expected }),
    basis: say("basis-rate"),
    subject: rateSubject(judgement),
    actual: reading.text,
    expected,
    related: inputsOf(judgement)
  });
}
