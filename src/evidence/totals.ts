import { Kept } from "../workbook";
import { near, type SheetAtoms } from "./atoms";
import { DEVIANT, FORMULA, ROUNDED_FROM } from "./limits";
import { formulaLines, lineSumsOf } from "./line-sums";
import { formulaSheetSums, sheetSums } from "./sheet-sums";
import { SumAxis } from "./sum-axis";
import type { Atom, Form, LineSum, Place, Quotient, Total } from "./types";

/** The sums along the rows and columns of one sheet, with every cell that they may be believed of. */
interface OnSheet {
  readonly lineSums: readonly LineSum[];
  readonly totals: readonly Total[];
}

const kept = new Kept<SheetAtoms, OnSheet>();

/** The cells of all sheets that add up others: along rows and columns, over sheets, or by their own formula alone. */
export function findTotals(
  sheets: readonly SheetAtoms[], formsOn: readonly ReadonlyMap<Atom, Form>[], forms: ReadonlyMap<Atom, Form>, quotientsOn: readonly (readonly Quotient[])[]
): { totals: Total[]; lineSums: LineSum[]; onSheets: OnSheet[] } {
  const best = new BestTotals(sheets, forms, quotientsOn.flat());
  const along = sheets.map((sheet, index) => {
    const [own, quotients] = [formsOn[index]!, quotientsOn[index]!];
    // Which cells are rates is all that the sums hang on, however sure the quotients are.
    const rates = quotients.map(({ rate: { top, left } }) => `${top}:${left}`).join();
    return kept.of(sheet, [own, rates], () => sumsAlong(sheet, own, ratesOf(quotients)));
  });
  for (const total of along.flatMap(({ totals }) => totals)) best.offer(total);
  const rates = ratesOf(quotientsOn.flat());
  for (const total of [...sheetSums(sheets, rates), ...formulaSheetSums(sheets, formsOn, rates)]) best.offer(total);
  // What no line repeats still stands by its own formula.
  for (const [cell, form] of forms) if (form.kind === "sum" && !rates.has(cell)) best.offerSingle(cell, form.parts);
  const totals = best.all();
  const bySheet = sheets.map((): Total[] => []);
  for (const total of totals) bySheet[total.cell.sheet]!.push(total);
  return { totals, lineSums: along.flatMap(({ lineSums }) => lineSums), onSheets: along.map(({ lineSums }, index) => ({ lineSums, totals: bySheet[index]! })) };
}

function ratesOf(quotients: readonly Quotient[]): ReadonlySet<Atom> {
  return new Set(quotients.map(({ rate }) => rate));
}

function sumsAlong(sheet: SheetAtoms, forms: ReadonlyMap<Atom, Form>, rates: ReadonlySet<Atom>): OnSheet {
  const found = [false, true].map((across) => {
    const axis = new SumAxis(sheet, across, rates);
    const lineSums = lineSumsOf(axis, forms);
    return { lineSums, totals: lineSums.flatMap((sum) => totalsOf(axis, sum, forms)) };
  });
  return { lineSums: found.flatMap(({ lineSums }) => lineSums), totals: found.flatMap(({ totals }) => totals) };
}

/** The best total of each cell. */
class BestTotals {
  private readonly byCell = new Map<Atom, Total>();
  /** By target of a rate, the cells that were done of it. */
  private readonly doneOf: ReadonlyMap<string, readonly string[]>;

  constructor(private readonly sheets: readonly SheetAtoms[], private readonly forms: ReadonlyMap<Atom, Form>, quotients: readonly Quotient[]) {
    this.doneOf = new Map(quotients.filter(({ target }) => target.length === 1).map(({ target, done }) => [placeKey(target[0]!), done.map(placeKey)]));
  }

  all(): Total[] {
    return [...this.byCell.values()];
  }

  offer(total: Total): void {
    if (this.isDifference(total)) return;
    // A cell's own formula says which way it adds up, where other cells of that line say the same.
    const rank = (one: Total): number => (one.formulaAgrees && one.stats.crosses > 1 ? 1e6 : 0) + one.support;
    const known = this.byCell.get(total.cell);
    if (!known || rank(total) > rank(known)) this.byCell.set(total.cell, total);
  }

  offerSingle(cell: Atom, places: readonly Place[]): void {
    if (this.byCell.has(cell)) return;
    const parts = places.filter((p) => this.sheets[p.sheet]!.startingAt(p.row, p.column));
    this.byCell.set(cell, {
      cell, parts, state: "match", formulaAgrees: true, support: FORMULA, stats: { matched: 0, missed: 0, formulas: 1, crosses: 1 },
      direction: places.some((p) => p.sheet !== cell.sheet) ? "sheets" : "single"
    });
  }

  /** Target = done + what is missing is the difference read backwards. */
  private isDifference({ cell, parts, direction, formulaAgrees }: Total): boolean {
    const done = this.doneOf.get(placeKey({ sheet: cell.sheet, row: cell.top, column: cell.left }));
    if (done && parts.some((part) => done.includes(placeKey(part)))) return true;
    if (done && direction === "across" && formulaAgrees === null && !parts.some((part) => this.doneOf.has(placeKey(part)))) return true;
    return parts.some((part) => {
      const atom = this.sheets[part.sheet]!.at(part.row, part.column);
      const form = atom && this.forms.get(atom);
      return form?.kind === "difference" && [...form.plus, ...form.minus].some((p) => p.sheet === cell.sheet && p.row === cell.top && p.column === cell.left);
    });
  }
}

function placeKey({ sheet, row, column }: Pick<Place, "sheet" | "row" | "column">): string {
  return `${sheet}:${row}:${column}`;
}

/** The cells of a proven line, each with its parts. */
function totalsOf(axis: SumAxis, sum: LineSum, forms: ReadonlyMap<Atom, Form>): Total[] {
  const found: Total[] = [];
  const matched = sum.holds.filter((cross) => axis.counts(axis.at(sum.line, cross)));
  const voters = new Set([...sum.holds, ...sum.missed]);
  for (const cross of axis.crosses.keys()) {
    const cell = axis.at(sum.line, cross);
    if (!cell) continue;
    const agrees = formulaAgrees(axis, sum, cell, cross, matched, forms);
    if (!voters.has(cross) && !agrees) continue;
    const parts = sum.of.map((line) => axis.at(line, cross)).filter((part): part is Atom => part !== undefined && part !== cell);
    const value = parts.reduce((total, part) => total + (numberOf(part) ?? 0), 0);
    // What a formula adds up is not judged here: whether its stored value is stale is another question.
    const state = agrees || (cell.kind === "number" && within(value, cell.value!, parts)) ? "match" : cell.kind === "number" ? "deviant" : "blank";
    found.push({
      cell, state, formulaAgrees: agrees, support: sum.support - (state === "deviant" ? DEVIANT : 0), direction: sum.direction,
      parts: parts.map((part) => ({ sheet: part.sheet, row: part.top, column: part.left, fixed: false })),
      stats: { matched: sum.holds.length, missed: sum.missed.length, formulas: sum.formulas, crosses: sum.holds.length }
    });
  }
  return found;
}

/** Whether the cell's own formula adds up just this; null without a formula that adds along the line. */
function formulaAgrees(axis: SumAxis, sum: LineSum, cell: Atom, cross: number, matched: readonly number[], forms: ReadonlyMap<Atom, Form>): boolean | null {
  const named = formulaLines(axis, forms.get(cell), cell, cross);
  if (!named) return null;
  const filled = (line: number, at: number): boolean => (numberOf(axis.at(line, at)) ?? 0) !== 0;
  const missing = sum.of.some((line) => !named.includes(line) && filled(line, cross));
  // A row that is blank in most of the other columns may be named or not.
  const extra = named.some((line) => !sum.of.includes(line) && filled(line, cross)
    && 2 * matched.filter((other) => numberOf(axis.at(line, other)) !== null).length >= matched.length);
  return !missing && !extra;
}

function numberOf(atom: Atom | undefined): number | null {
  return atom?.kind === "number" ? atom.value : null;
}

/** Equal within what rounding each part for show can make. */
function within(sum: number, shown: number, parts: readonly Atom[]): boolean {
  const decimals = Math.max(0, ...parts.map((part) => part.decimals));
  if (decimals === 0 && Math.abs(shown) >= ROUNDED_FROM && parts.every((part) => !part.formula)) return Math.abs(sum - shown) <= parts.length / 2;
  return decimals === 0 ? near(sum, shown, 6) : Math.abs(sum - shown) <= 0.5 * 10 ** -decimals * (parts.length + 1) + 1e-9;
}
