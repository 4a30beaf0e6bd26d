import { MISSES, SISTERS, TOTAL_SUPPORT, WITNESSES_A_MISS, WITNESSES_TO_ACCUSE } from "./limits";
import type { Form, Quotient, Total } from "./types";

/** What may be said of a cell that does not fit: an error, a question about its table, or nothing. */
export type Verdict = "error" | "question" | null;

const tooMany = (missed: number, witnesses: number): boolean => missed > MISSES + witnesses / WITNESSES_A_MISS;

/**
 * A rate that does not fit is an error where its line (or, on cards, the other lines of its shape) proves the relation without it.
 * Numbers that fail in more than a tenth of a line are one question: that relation was none, or another one holds for some rows.
 */
export function rateVerdict({ state, byFormula, scale, stats }: Quotient, form: Form | undefined): Verdict {
  const { informative, formulas, missed, holds, fails, named } = stats;
  const witnesses = informative + formulas + (holds >= 3 && fails === 0 ? SISTERS : 0);
  if (state === "none") return null;
  // Without a percent sign only formulas prove: prices and index numbers are quotients too.
  if (scale === 100 && formulas === 0 && !named) return null;
  if (tooMany(missed, witnesses)) return state === "match" ? null : "question";
  const proven = witnesses >= WITNESSES_TO_ACCUSE * Math.max(1, missed);
  if (form && !byFormula && form.kind !== "quotient") return foreignVerdict(form, proven, formulas);
  if (state === "match") return form?.kind === "quotient" && !byFormula && proven ? "error" : null;
  return proven ? "error" : witnesses > missed ? "question" : null;
}

/** A formula of another kind among quotients (growth, a link, a lookup) says that the cell means something else; one of constants only is typed. */
function foreignVerdict(form: Form, proven: boolean, formulas: number): Verdict {
  const typed = form.kind === "other" && !form.reads;
  if (!typed) return proven ? "question" : null;
  return proven && formulas >= WITNESSES_TO_ACCUSE ? "error" : "question";
}

/** The same for totals. What a total's own formula adds up is not judged here: whether its stored value is stale is another question. */
export function totalVerdict(total: Total, form: Form | undefined): Verdict {
  const { state, formulaAgrees, support, stats: { matched, missed, formulas } } = total;
  const witnesses = matched + formulas;
  if (form && !isAttempt(total, form)) return null;
  if ( formulaAgrees === true || (state === "match" && formulaAgrees === null)) return null;
  const proven = witnesses >= WITNESSES_TO_ACCUSE * Math.max(1, missed) && !tooMany(missed, witnesses) && support >= TOTAL_SUPPORT;
  return proven ? (state === "blank" ? "question" : "error") : null;
}

/** Is the formula meant to add up these parts, rightly or wrongly: a sum, one part alone, a mean of them, a typed constant? Others mean something else. */
export function isAttempt({ parts, formulaAgrees }: Pick<Total, "parts" | "formulaAgrees">, form: Form): boolean {
  switch (form.kind) {
    case "sum":
      return formulaAgrees !== null;
    case "same":
      return parts.some((part) => part.sheet === form.of.sheet && part.row === form.of.row && part.column === form.of.column);
    case "mean":
      return true;
    case "other":
      return !form.reads;
    default:
      return false;
  }
}
