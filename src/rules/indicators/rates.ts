import { compareRate, expectedRateText } from "../../meaning/compare";
import { numberText, numeric, percentText, roundHalfUp, sameNumber } from "../../values/numbers";
import { render, say, type Sentence } from "../../messages";
import { writtenDecimals } from "../../values/text";
import { addressKey, findSheet, type CellAddress } from "../../workbook";
import type { Judgement } from "../../judgement/arithmetic";
import { finding, related, shown, valueFix } from "../build";
import type { Finding, RelatedCell } from "../finding";
import { peers, rightFormula, rightFormulaFix } from "../neighbours";
import type { CheckContext, Rule } from "../rule";

/** The rates that no formula proves right: typed ones, and those whose formula cannot be judged. */
function* unprovedRates(context: CheckContext): Iterable<Judgement> {
  for (const judgement of context.arithmetic.judgements) {
    if (judgement.meaning.role !== "rate" || judgement.reading.kind === "error") continue;
    if (judgement.verdict === null || judgement.verdict.state === "cannot-tell") yield judgement;
  }
}

/** Target and done of a rate as numbers; sums where its cell is merged over several areas. */
export function partsOf(context: CheckContext, judgement: Judgement): { target: number; done: number } | null {
  const { quotient } = judgement.meaning;
  const sum = (cells: readonly CellAddress[]): number | null => {
    const numbers = cells
      .map((cell) => numeric(findSheet(context.workbook, cell.sheet)?.cell(cell.row, cell.column)?.value ?? null))
      .filter((number): number is number => typeof number === "number");
    return numbers.length === 0 ? null : numbers.reduce((a, b) => a + b, 0);
  };
  const target = quotient ? sum(quotient.targets) : null;
  const done = quotient ? sum(quotient.dones) : null;
  return target === null || done === null ? null : { target, done };
}

/** The cells that a rate divides, as related cells. */
export function inputsOf(judgement: Judgement): RelatedCell[] {
  const { quotient } = judgement.meaning;
  return [
    ...(quotient?.dones ?? []).map((at) => related(at, say("label-done"))),
    ...(quotient?.targets ?? []).map((at) => related(at, say("label-target")))
  ];
}

const subjectOf = (judgement: Judgement): Finding["subject"] => ({
  table: judgement.meaning.table, row: judgement.meaning.row, column: judgement.meaning.column
});

/** R15: a typed rate that is not done ÷ target at the precision it is shown with. */
export const rateMismatch: Rule = {
  meta: { id: "rate-mismatch", severity: "error", group: "indicators", title: "rate-mismatch-title", basis: ["R15"] },
  *check(context) {
    for (const judgement of unprovedRates(context)) {
      const { stated, reading, meaning } = judgement;
      if (typeof stated !== "number" || judgement.agrees !== false || reading.kind === "blank") continue;
      const comparison = compareRate(reading, stated);
      if (comparison && !comparison.equal && comparison.hundredfold) continue;
      const parts = partsOf(context, judgement);
      if (!parts) continue;
      const expected = expectedRateText(reading, stated);
      const formula = peers(context.arithmetic, judgement).some((peer) => peer.reading.formula !== null) ? rightFormula(context.arithmetic, judgement) : null;
      const texts = { target: numberText(parts.target), done: numberText(parts.done) };
      yield finding(this.meta, meaning.at, {
        message: say("rate-mismatch", {
          label: meaning.label, shown: shown(reading), ...texts, expected, cause: likelyCause(reading.text, reading.number, parts.target, parts.done),
          mend: formula === null ? say("mend-rate-typed", { expected }) : say("mend-rate-formula", { formula })
        }),
        basis: say("basis-rate"),
        subject: subjectOf(judgement),
        actual: reading.text,
        expected,
        related: [...inputsOf(judgement), ...repeatedElsewhere(context, judgement)],
        fix: formula === null
          ? valueFix(context.arithmetic.readingAt(meaning.at), (parts.done / parts.target) * (meaning.inPercent ? 100 : 1), render(say("fix-rate", { ...texts, expected })))
          : rightFormulaFix(context.arithmetic, judgement)
      });
    }
  }
};

/** The rates of the same indicator in other tables. */
function repeatedElsewhere(context: CheckContext, judgement: Judgement): RelatedCell[] {
  const key = addressKey(judgement.meaning.at);
  const indicator = context.arithmetic.joined.find(({ statements }) => statements.some(({ rate }) => rate && addressKey(rate.at) === key));
  return (indicator?.statements ?? []).flatMap(({ rate, table }) =>
    rate && addressKey(rate.at) !== key ? [related(rate.at, say(`table-${table.kind}`))] : []);
}

/** What may have led to the wrong rate, where the numbers tell; an empty sentence otherwise. */
function likelyCause(text: string, ratio: number | null, target: number, done: number): Sentence {
  if (ratio === null) return say("cause-shown-slash");
  const decimals = writtenDecimals(text) + (text.includes("%") || text.includes("％") ? 2 : 0);
  const fits = (value: number): boolean => Number.isFinite(value) && sameNumber(roundHalfUp(value, decimals), roundHalfUp(ratio, decimals));
  const exact = done / target;
  if (fits(roundHalfUp(exact, 2)) && decimals > 2) return say("cause-rounded-first", { shown: text });
  if (decimals >= 3 && fits(Math.floor(exact * 10 ** decimals) / 10 ** decimals)) return say("cause-truncated");
  if (done !== 0 && fits(target / done)) return say("cause-inverted");
  // With few decimals many fractions fit, and one of them would explain nothing.
  if (decimals >= 3 && target <= 10 ** (decimals - 1)) {
    const oldDone = Math.round(ratio * target);
    if (oldDone > 0 && oldDone !== done && fits(oldDone / target)) return say("cause-stale-done", { shown: text, done: numberText(oldDone), target: numberText(target) });
    const oldTarget = Math.round(done / ratio);
    if (oldTarget > 0 && oldTarget !== target && fits(done / oldTarget)) return say("cause-stale-target", { shown: text, done: numberText(done), target: numberText(oldTarget) });
  }
  return say("no-cause");
}

/** 68.24 typed for 68.24%. */
export const rateScale: Rule = {
  meta: { id: "rate-scale", severity: "warning", group: "indicators", title: "rate-scale-title", basis: ["R15"] },
  *check(context) {
    for (const judgement of unprovedRates(context)) {
      const { stated, reading, meaning } = judgement;
      if (typeof stated !== "number" || judgement.agrees !== false) continue;
      const comparison = compareRate(reading, stated);
      if (!comparison || comparison.equal || !comparison.hundredfold) continue;
      const expected = percentText(stated);
      yield finding(this.meta, meaning.at, {
        message: say("rate-scale", { label: meaning.label, shown: shown(reading), expected, number: numberText(reading.number!) }),
        basis: say("basis-rate"),
        subject: subjectOf(judgement),
        actual: reading.text,
        expected,
        related: inputsOf(judgement),
        fix: valueFix(reading, stated, expected)
      });
    }
  }
};

/** R16: "/" as target asks for "/" as rate. */
export const rateWithoutTarget: Rule = {
  meta: { id: "rate-without-target", severity: "error", group: "indicators", title: "rate-without-target-title", basis: ["R16"] },
  *check(context) {
    for (const judgement of context.arithmetic.judgements) {
      const { stated, reading, meaning } = judgement;
      if (meaning.role !== "rate" || stated !== "/" || reading.number === null) continue;
      yield finding(this.meta, meaning.at, {
        message: say("rate-without-target", { label: meaning.label, shown: shown(reading) }),
        basis: say("basis-no-target"),
        subject: subjectOf(judgement),
        actual: reading.text,
        expected: "/",
        related: inputsOf(judgement),
        fix: rightFormulaFix(context.arithmetic, judgement) ?? valueFix(reading, "/", render(say("fix-slash")))
      });
    }
  }
};

/** Rates shown with fewer than two decimals although that hides something. A whole table of them is one finding. */
export const rateCoarse: Rule = {
  meta: { id: "rate-coarse", severity: "warning", group: "indicators", title: "rate-coarse-title", basis: ["R15"] },
  *check(context) {
    const bySheet = new Map<string, { coarse: Judgement[]; all: number }>();
    for (const judgement of context.arithmetic.judgements) {
      const { stated, reading, meaning } = judgement;
      if (meaning.role !== "rate" || typeof stated !== "number" || reading.number === null) continue;
      const key = `${meaning.at.sheet}\u0000${meaning.table}`;
      const group = bySheet.get(key) ?? { coarse: [], all: 0 };
      bySheet.set(key, group);
      group.all++;
      const comparison = compareRate(reading, stated);
      if (comparison?.equal && comparison.coarse) group.coarse.push(judgement);
    }
    for (const { coarse, all } of bySheet.values()) {
      const whole = coarse.length > 3 && coarse.length * 2 > all;
      for (const judgement of whole ? coarse.slice(0, 1) : coarse) {
        const { reading, meaning } = judgement;
        const expected = percentText(judgement.stated as number);
        yield finding(this.meta, meaning.at, {
          message: whole
            ? say("rate-coarse-table", { shown: shown(reading), count: coarse.length })
            : say("rate-coarse", { label: meaning.label, shown: shown(reading), expected }),
          basis: say("basis-rate"),
          subject: subjectOf(judgement),
          actual: reading.text,
          expected,
          related: whole ? coarse.slice(1).map((other) => related(other.meaning.at, other.meaning.label)) : inputsOf(judgement)
        });
      }
    }
  }
};

/** A rate or a total left blank where its neighbours are filled in. */
export const valueMissing: Rule = {
  meta: { id: "value-missing", severity: "info", group: "indicators", title: "value-missing-title", basis: ["R15", "arithmetic"] },
  *check(context) {
    for (const judgement of context.arithmetic.judgements) {
      const { stated, reading, meaning } = judgement;
      if (reading.kind !== "blank" || reading.formula !== null || typeof stated !== "number" || (meaning.role !== "rate" && meaning.role !== "total")) continue;
      // A column or table that nobody fills in is a choice, not a slip.
      const filled = peers(context.arithmetic, judgement).filter((peer) => typeof peer.stated === "number" && peer.reading.kind !== "blank").length;
      const blank = peers(context.arithmetic, judgement).filter((peer) => typeof peer.stated === "number" && peer.reading.kind === "blank").length;
      if (filled <= blank) continue;
      const parts = meaning.role === "rate" ? partsOf(context, judgement) : null;
      if (meaning.role === "rate" && !parts) continue;
      const expected = parts ? percentText(stated) : numberText(stated);
      yield finding(this.meta, meaning.at, {
        message: parts
          ? say("value-missing-rate", { label: meaning.label, done: numberText(parts.done), target: numberText(parts.target), expected })
          : say("value-missing-total", { label: meaning.label, expected }),
        basis: say(parts ? "basis-rate" : "basis-total"),
        subject: subjectOf(judgement),
        expected,
        related: parts ? inputsOf(judgement) : [],
        fix: rightFormulaFix(context.arithmetic, judgement)
      });
    }
  }
};
