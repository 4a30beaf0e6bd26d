import { isCount, type Atom, type Evidence, type Total } from "../evidence";
import { sameNumber } from "../values/numbers";

/** What a line says of a total at least where the line that crosses it says the same. */
const SUPPORT = 12;
const FEWEST = 3;

/** A cell inside a table of two directions of which both totals say the same. */
export interface Crossed {
  readonly cell: Atom;
  readonly gives: number;
  readonly totals: readonly Atom[];
}

/** What a total's parts come to. */
export function sumOf({ sheets }: Evidence, { parts }: Total): number {
  return Number(parts.reduce((sum, { sheet, row, column }) => sum + (sheets[sheet]!.at(row, column)?.value ?? 0), 0).toFixed(6));
}

/** Typed numbers inside a table whose row's total and column's total differ from their cells by the same, all others of both lines hold: the cell is wrong, not its totals. */
export function crossedCells(evidence: Evidence): Crossed[] {
  const deviants = evidence.totals.filter((total) => isDeviant(total) && total.support >= SUPPORT && total.stats.matched >= FEWEST - 1);
  const across = deviants.filter(({ direction }) => direction === "across");
  return deviants.filter(({ direction }) => direction === "down").flatMap((down) => across.flatMap((other): Crossed[] => {
    if (other.cell.sheet !== down.cell.sheet) return [];
    const part = down.parts.find(({ row, column }) => row === other.cell.top && column === down.cell.left);
    const cell = part && other.parts.some(({ row, column }) => row === part.row && column === part.column) ? evidence.sheets[part.sheet]!.startingAt(part.row, part.column) : undefined;
    const off = down.cell.value! - sumOf(evidence, down);
    if (!isCount(cell) || cell.formula !== null || !sameNumber(off, other.cell.value! - sumOf(evidence, other)) || cell.value + off < 0) return [];
    return [{ cell, gives: Number((cell.value + off).toFixed(6)), totals: [down.cell, other.cell] }];
  }));
}

/** A total that its own line proves nearly: with what it should be, the total of the line that crosses it holds as well. */
export function isConfirmed(evidence: Evidence, total: Total): boolean {
  if (!isDeviant(total) || total.support < SUPPORT || total.stats.matched < FEWEST) return false;
  const { sheet, top: row, left: column, value } = total.cell;
  const atoms = evidence.sheets[sheet]!;
  return evidence.lineSums.some(({ sheet: other, direction, line, of, holds }) => {
    if (other !== sheet || direction === total.direction || holds.length < FEWEST - 1) return false;
    const at = (each: number): Atom | undefined => (direction === "across" ? atoms.startingAt(row, each) : atoms.startingAt(each, column));
    const whole = at(line);
    const gives = sumOf(evidence, total);
    // The corner: what comes down and what comes across are the same.
    if (whole === total.cell) return sameNumber(gives, of.reduce((all, each) => all + (at(each)?.value ?? 0), 0));
    if (!isCount(whole) || !of.includes(direction === "across" ? column : row)) return false;
    const sum = of.reduce((all, each) => all + (isCount(at(each)) ? at(each)!.value! : 0), 0);
    return sameNumber(whole.value!, sum - value! + gives);
  });
}

function isDeviant({ state, cell, direction }: Total): boolean {
  return state === "deviant" && cell.formula === null && cell.value !== null && (direction === "down" || direction === "across");
}
