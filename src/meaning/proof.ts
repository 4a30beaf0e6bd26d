import { readsOf, type Evaluator } from "../formulas";
import { isError, rectContains, type Scalar, type Workbook } from "../workbook";
import { MeantCells, currentValue } from "./cells";
import { changesApart, Scenes } from "./scene";
import { Shapes } from "./shapes";
import { sourcesOf } from "./sources";
import type { Meaning, MeaningSet, Variable } from "./types";
import { agrees, judgeIn, type Verdict } from "./verdict";
import { chance, inventWorlds, placesOf, WORLDS, type World } from "./worlds";

const LINK = /^=\s*(?:'(?:[^']|'')+'|[^'"!()+*/,<>=&^\s:-]+)!\$?[A-Z]{1,3}\$?\d+\s*$/i;
const RIGHT: Verdict = { state: "right" };
const WRONG: Verdict = { state: "wrong", inverted: false };

/**
 * Proves formulas by changing the inputs: in each of several invented workbooks every input holds another number, every
 * cell with a known meaning holds what it must, and the formula has to give its own cell's value from them. So every
 * spelling that computes the right thing is right, and a formula that is right by luck today is not.
 *
 * A formula that reads nothing but its own cell's inputs is tried on these alone, once for all cells that stand to theirs
 * alike. Whole workbooks are only invented for the others, and for those that are not right.
 */
export class Prover {
  private readonly cells: MeantCells;
  private readonly scenes: Scenes;
  private readonly shapes: Shapes;
  private readonly worlds = new Map<Invented, World[]>();

  constructor(workbook: Workbook, private readonly evaluator: Evaluator, private readonly set: MeaningSet) {
    this.cells = new MeantCells(workbook, evaluator, set);
    this.scenes = new Scenes(this.cells);
    this.shapes = new Shapes(this.cells, this.scenes);
  }

  /** Judges a formula ("=…") as the content of the meaning's cell. */
  prove(meaning: Meaning, formula: string): Verdict {
    return this.proved(meaning, formula).verdict;
  }

  /** The same; `staysOnSheet`: it hangs on nothing but the cells of that sheet and what they mean. */
  proved(meaning: Meaning, formula: string): { readonly verdict: Verdict; readonly staysOnSheet: boolean } {
    const shape = this.shapes.of(meaning, formula);
    return shape?.isRight() ? { verdict: RIGHT, staysOnSheet: shape.staysOnSheet } : { verdict: this.proveInWorlds(meaning, formula), staysOnSheet: false };
  }

  private proveInWorlds(meaning: Meaning, formula: string): Verdict {
    // A rate of numbers that nobody has entered yet belongs to no world; its formula can still be tried on them alone.
    const alone = (): Verdict | null => (meaning.quotient ? judgeIn(this.scenes.withNumbers(meaning).worlds(), meaning, formula) : null);
    const verdict = judgeIn(this.worldsFor(meaning), meaning, formula) ?? alone() ?? { state: "cannot-tell", reason: "no-inputs", detail: "" };
    if (verdict.state === "right" && this.readsItself(meaning, formula)) return WRONG;
    if (verdict.state === "wrong" && this.isRightByTheMarks(meaning, formula)) return RIGHT;
    if (verdict.state === "wrong" && this.addsPartsBetween(meaning, formula)) return { state: "cannot-tell", reason: "parts-between", detail: "" };
    if (verdict.state === "wrong" && meaning.table === "roster" && this.showsOtherSheet(meaning, formula)) return { state: "cannot-tell", reason: "other-sheet", detail: "" };
    if (verdict.state === "wrong") return this.isRightFromTheSources(meaning, formula) ? RIGHT : verdict;
    return verdict.state === "right" && this.looksAtOtherTargets(meaning, formula) ? WRONG : verdict;
  }

  /** What the formula gives where no target was agreed ("/"): true when that is an error value. */
  breaksWithoutTarget(meaning: Meaning, formula: string): boolean {
    return this.shapes.of(meaning, formula)?.breaksOnSlash() ?? this.scenes.of(meaning).breaksOnSlash(formula);
  }

  /** =SUM(N5:N5) in N5 agrees with whatever N5 should hold; Excel shows 0. ROW(N5) does not ask what N5 holds. */
  private readsItself({ at }: Meaning, formula: string): boolean {
    const reads = readsOf(formula, at, this.cells.workbook);
    if (!reads || reads.byPlace) return false;
    return reads.ranges.some(({ sheet, rect }) => sheet === at.sheet && rectContains(rect, at.row, at.column));
  }

  /**
   * A person's subtotal over numbers that are typed between the months of its row (季度小计): what those hold nobody derives, so that the
   * formula proves nothing; its value is held against the marks all the same.
   */
  private addsPartsBetween({ table, role, at, inputs }: Meaning, formula: string): boolean {
    if (table !== "roster" || role !== "person-total") return false;
    const columns = inputs.filter(({ row }) => row === at.row).map(({ column }) => column);
    const marks = new Set(inputs.map((input) => this.cells.ids.of(input)));
    const sources = sourcesOf(this.cells, formula, at, []) ?? [];
    return sources.length > 0 && sources.every((source) => source.sheet === at.sheet && source.row === at.row && !marks.has(this.cells.ids.of(source))
      && source.column > Math.min(...columns) && source.column < Math.max(at.column, ...columns));
  }

  /** Under a roster that gathers the months' sheets, what a month's own sheet counts (='9月'!G12): what that cell must hold is told there; its value is held against the marks all the same. */
  private showsOtherSheet({ at }: Meaning, formula: string): boolean {
    const reads = readsOf(formula, at, this.cells.workbook);
    return LINK.test(formula) && reads?.ranges.length === 1 && reads.ranges[0]!.sheet !== at.sheet;
  }

  /** A person's subtotal and a month's number are functions of the marks alone: numbers beside them (应到 in =应到-缺岗) may be inputs of another table, and stay what they are. */
  private isRightByTheMarks(meaning: Meaning, formula: string): boolean {
    return (meaning.role === "person-total" || meaning.role === "month-total") && judgeIn(this.worldsOf("marks"), meaning, formula)?.state === "right";
  }

  /**
   * A second opinion: areas and total may each be read from another sheet, where the total is the sum. Then neither reads
   * the other, and the formula is right when it agrees for other numbers in the cells that all of them come from.
   */
  private isRightFromTheSources(meaning: Meaning, formula: string): boolean {
    if (meaning.table === "roster" || meaning.table === "scores") return false;
    const sources = sourcesOf(this.cells, formula, meaning.at, meaning.inputs);
    if (sources === null) return false;
    const results = new Set<number | "/">();
    const worlds = Array.from({ length: WORLDS }, (_, index): World => {
      const evaluator = this.evaluator.with(sources.map((at, turn): [typeof at, Scalar] => [at, 3 + Math.floor(chance(index + 11, turn) * 900)]));
      return {
        evaluator,
        expected: (asked) => {
          const value = asked.compute((at) => currentValue(evaluator, at));
          if (value !== undefined) results.add(value);
          return value;
        }
      };
    });
    // What does not change with the sources is not proved by them.
    return judgeIn(worlds, meaning, formula)?.state === "right" && results.size === WORLDS;
  }

  /**
   * Of a rate with a target: does it change when other targets are "/"? Then it asks another row whether there is one. An
   * error value is no such change; that a formula breaks on "/" is said of the table.
   */
  private looksAtOtherTargets(meaning: Meaning, formula: string): boolean {
    const own = meaning.quotient?.targets ?? [];
    if (own.length !== 1 || this.cells.meanings.has(this.cells.ids.of(own[0]!))) return false;
    return this.worldsOf("slashed").some((world) => {
      const expected = world.expected(meaning);
      if (typeof expected !== "number") return false;
      const outcome = world.evaluator.evaluate(formula, meaning.at);
      return outcome.state === "known" && !isError(outcome.value) && !agrees(outcome, expected, meaning);
    });
  }

  /** Sums of sums take the ticks as they are: there each mark changes by itself, or a count of the column beside would pass. */
  private worldsFor(meaning: Meaning): World[] {
    const sumOfSums = meaning.role === "month-total" && meaning.inputs.every((at) => this.cells.meanings.has(this.cells.ids.of(at)));
    return this.worldsOf(sumOfSums || changesApart(meaning) ? "apart" : "together");
  }

  private worldsOf(kind: Invented): World[] {
    let worlds = this.worlds.get(kind);
    if (!worlds) this.worlds.set(kind, (worlds = this.invent(kind)));
    return worlds;
  }

  private invent(kind: Invented): World[] {
    const places = placesOf(this.cells);
    const { variables } = this.set;
    if (kind === "slashed") return slashed(this.set, this.cells).flatMap((changed, number) => inventWorlds(this.cells, places, changed, [number]));
    const changed = kind === "apart" ? variables.flatMap(apart) : kind === "marks" ? variables.filter(({ choices }) => choices !== "count") : variables;
    return inventWorlds(this.cells, places, changed, Array.from({ length: WORLDS }, (_, number) => number));
  }
}

/** What changes in invented workbooks: all; all, the marks of a month each by itself; all, with half of the targets "/"; marks alone. */
type Invented = "together" | "apart" | "slashed" | "marks";

/** A variable of several cells as one for each cell. */
function apart({ cells, choices }: Variable): Variable[] {
  return cells.map((cell, index) => ({ cells: [cell], choices: choices === "count" ? choices : choices.map((choice) => [choice[index] ?? null]) }));
}

/** The variables twice: with half of the targets "/", and with the other half. */
function slashed({ meanings, variables }: MeaningSet, { ids }: MeantCells): Variable[][] {
  const targets = new Set(meanings.flatMap(({ quotient }) => quotient?.targets ?? []).map((at) => ids.of(at)));
  return [0, 1].map((parity) => {
    let place = 0;
    return variables.map((variable) => (targets.has(ids.of(variable.cells[0]!)) && place++ % 2 === parity ? { ...variable, choices: [["/"]] } : variable));
  });
}
