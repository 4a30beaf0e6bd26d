import type { Arithmetic, Judgement } from "../../judgement/arithmetic";
import type { Sentence } from "../../messages";
import type { PlannedFix } from "../finding";
import { shownInCell } from "../words/expected";
import { valueFix } from "./content";

/** A fix that puts the ratio into the cell of a rate: the full one, not as it is rounded; in percent where the head says (%). */
export function ratioFix(arithmetic: Arithmetic, judgement: Judgement, ratio: number, expected: string, why: Sentence): PlannedFix {
  const { at, inPercent } = judgement.meaning;
  return { ...valueFix(arithmetic.readingAt(at), ratio * (inPercent ? 100 : 1), why), shows: shownInCell(judgement, expected) };
}
