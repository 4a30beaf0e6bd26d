import { moveFormula } from "../../formulas";
import type { Arithmetic, Judgement } from "../../judgement/arithmetic";
import type { Meaning } from "../../meaning/types";
import { type CellAddress, cellName, isError } from "../../workbook";
import { nearestProved } from "../views/peers";
import type { PlannedFix } from "../finding";
import { expectedText, shownInCell } from "../words/expected";
import { formulaFix } from "./content";

/** The right formula for the cell in the style of its nearest right neighbour, otherwise in the plainest style; null if none can be proved. */
export function rightFormula(arithmetic: Arithmetic, judgement: Judgement): string | null {
  const { meaning } = judgement;
  const moved = nearestProved(arithmetic, judgement, 6).map((other) => moveFormula(other.reading.formula!, other.meaning.at, meaning.at));
  for (const formula of [...moved, plainFormula(meaning)]) {
    if (formula !== null && arithmetic.prover.prove(meaning, formula).state === "right" && hasResult(arithmetic, meaning, formula)) return formula;
  }
  return null;
}

/** A formula that is right for numbers still gives an error where a card holds "90个". */
function hasResult(arithmetic: Arithmetic, meaning: Meaning, formula: string): boolean {
  const outcome = arithmetic.evaluator.evaluate(formula, meaning.at);
  return outcome.state === "known" && !isError(outcome.value);
}

/** {@link rightFormula} as a fix; null when there is none. */
export function rightFormulaFix(arithmetic: Arithmetic, judgement: Judgement): PlannedFix | null {
  const formula = rightFormula(arithmetic, judgement);
  return formula === null ? null : provedFix(arithmetic, judgement, formula);
}

/** A fix that puts a proved formula into the cell. */
export function provedFix(arithmetic: Arithmetic, judgement: Judgement, formula: string): PlannedFix {
  const shows = shownInCell(judgement, expectedText(judgement));
  return { ...formulaFix(arithmetic.readingAt(judgement.meaning.at), formula), ...(shows !== "" && { shows }) };
}

function plainFormula(meaning: Meaning): string | null {
  if (meaning.inputs.some((input) => input.sheet !== meaning.at.sheet)) return null;
  const names = meaning.inputs.map((input) => cellName(input.row, input.column));
  if (meaning.role === "rate" && names.length === 2) return `=IF(${names[0]}="/","/",${names[1]}/${names[0]}${meaning.inPercent ? "*100" : ""})`;
  if (meaning.role === "total" || meaning.role === "column-sum" || meaning.role === "grand-total") return `=SUM(${asRange(meaning.inputs) ?? names.join(",")})`;
  return null;
}

/** "C4:C8" where the cells are one unbroken column or row. */
function asRange(cells: readonly CellAddress[]): string | null {
  const first = cells[0]!;
  const last = cells[cells.length - 1]!;
  const down = cells.every((cell, index) => cell.column === first.column && cell.row === first.row + index);
  const across = cells.every((cell, index) => cell.row === first.row && cell.column === first.column + index);
  return (down || across) && cells.length > 1 ? `${cellName(first.row, first.column)}:${cellName(last.row, last.column)}` : null;
}
