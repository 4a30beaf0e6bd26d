import type { Judgement } from "../../judgement/arithmetic";
import { say } from "../../messages";
import { numberText, percentText } from "../../values/numbers";
import { type Found, finding, related } from "../finding";
import { rightFormulaFix } from "../fixes/right-formula";
import type { Rule, RuleMeta } from "../rule";
import { type Peers, peersOf } from "../views/peers";
import { inputsOf, partsOf, rateBasis, rateSubject, wordsOf } from "../views/rates";

/** A rate left blank although target and done stand, or a total left blank where others are filled in. A table without rates is one finding. */
export const valueMissing: Rule = {
  meta: {
    id: "value-missing", severity: "warning", group: "indicators", title: "value-missing-title", basis: ["R15", "arithmetic"],
    relations: { ground: "blank" }
  },
  *check(context) {
    const said = new Set<Peers>();
    for (const judgement of context.arithmetic.judgements) {
      if (!isMissing(judgement)) continue;
      const { meaning } = judgement;
      const stated = judgement.stated as number;
      const peers = peersOf(context.arithmetic, judgement);
      const parts = meaning.role === "rate" ? partsOf(context, judgement) : null;
      if (meaning.role === "rate" && !parts) continue;
      if (peers.filled < peers.missing.length) {
        // Totals that nobody fills in are a choice, not a slip, and so is one rate alone (of the whole); rates are asked for once.
        if (meaning.role === "rate" && peers.filled !== 1 && !said.has(peers)) yield wholeTable(this.meta, judgement, peers);
        said.add(peers);
        continue;
      }
      const expected = parts ? percentText(stated) : numberText(stated);
      yield finding(this.meta, meaning.at, {
        message: () => parts
          ? say("value-missing-rate", { label: meaning.label, done: numberText(parts.done), target: numberText(parts.target), ...wordsOf(judgement), expected })
          : say("value-missing-total", { label: meaning.label, expected }),
        basis: parts ? rateBasis(judgement) : say(meaning.byProof ? "basis-own-sum" : "basis-total"),
        subject: rateSubject(judgement),
        expected,
        related: parts ? inputsOf(judgement) : [],
        fix: () => rightFormulaFix(context.arithmetic, judgement)
      });
    }
  }
};

function isMissing({ stated, reading, meaning }: Judgement): boolean {
  return reading.kind === "blank" && reading.formula === null && typeof stated === "number" && (meaning.role === "rate" || meaning.role === "total");
}

function wholeTable(meta: RuleMeta, judgement: Judgement, { missing }: Peers): Found {
  return finding(meta, judgement.meaning.at, {
    message: () => say("value-missing-table", { label: judgement.meaning.label, count: missing.length }),
    basis: rateBasis(judgement),
    subject: rateSubject(judgement),
    related: missing.filter((other) => other !== judgement).map(({ meaning }) => related(meaning.at, meaning.label))
  });
}
