import type { Judgement } from "../../judgement/arithmetic";
import { findSheet } from "../../workbook";
import { rightFormula } from "../fixes/right-formula";
import type { CheckContext } from "../rule";
import { peersOf } from "./peers";

/** Cells of these roles are typed by hand for good reasons in one row and computed in the next. */
const MIXED_BY_NATURE = new Set(["same", "person-total", "month-total", "retention"]);

/** The formula of a typed cell that shows the right number where its neighbours have formulas; null where it may well be typed. */
export function replacedFormula(context: CheckContext, judgement: Judgement): string | null {
  const { meaning, reading } = judgement;
  if (reading.formula !== null || reading.array || judgement.agrees !== true || reading.number === null || meaning.table === "quotients" || MIXED_BY_NATURE.has(meaning.role)) return null;
  const { numbers, computed, typedColumns } = peersOf(context.arithmetic, judgement);
  // The typed cell itself is one of the numbers.
  if (computed.length < 2 || computed.length * 2 < numbers - 1) return null;
  if (typedColumns.has(meaning.at.column) || isFilledInByHand(context, judgement, computed)) return null;
  return rightFormula(context.arithmetic, judgement);
}

/** All that the cell is computed of is typed as well, where the others compute that, too: a line of its own, filled in by hand. */
function isFilledInByHand({ workbook }: CheckContext, judgement: Judgement, computed: readonly Judgement[]): boolean {
  const formulas = ({ meaning: { inputs } }: Judgement): number => inputs.filter((at) => findSheet(workbook, at.sheet)?.cell(at.row, at.column)?.formula != null).length;
  return formulas(judgement) === 0 && computed.every((peer) => formulas(peer) === peer.meaning.inputs.length);
}
