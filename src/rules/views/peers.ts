import type { Arithmetic, Judgement } from "../../judgement/arithmetic";

/** The judged cells that do the same in the same table: other rates of its rates, other totals of its totals. */
export function peers(arithmetic: Arithmetic, judgement: Judgement): Judgement[] {
  const { at, role, table } = judgement.meaning;
  return arithmetic.judgements.filter((other) =>
    other !== judgement && other.meaning.role === role && other.meaning.table === table && other.meaning.at.sheet === at.sheet);
}
