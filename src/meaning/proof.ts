import { readsOf, type Evaluator, type Outcome } from "../formulas";
import { addressKey, findSheet, isError, rectContains, type CellAddress, type Scalar, type Workbook } from "../workbook";
import { numeric, roundHalfUp, sameNumber } from "../values/numbers";
import type { Meaning, MeaningSet, Read, Variable } from "./types";

/** What is known of a formula. "right": it gives what the cell must hold for other inputs too. */
export type Verdict =
  | { readonly state: "right" }
  | { readonly state: "wrong"; readonly inverted: boolean }
  | { readonly state: "cannot-tell"; readonly reason: string; readonly detail: string };

/** One set of changed inputs, and everything that follows from it. */
interface World {
  readonly evaluator: Evaluator;
  /** What a meant cell holds in this world. */
  expected(meaning: Meaning): number | "/" | undefined;
}

/** Each formula must agree in all of these. With fewer, two persons' marks of two months can be the same in every one by chance. */
const WORLDS = 6;

/**
 * Proves formulas by changing the inputs: in each of several invented workbooks every input holds another number, every
 * cell with a known meaning holds what it must, and the formula has to give its own cell's value from them. So every
 * spelling that computes the right thing is right, and a formula that is right by luck today is not.
 */
export class Prover {
  private readonly byCell = new Map<string, Meaning>();
  /** The keys of addresses by the address itself: the same ones are asked for in every world. */
  private readonly keys = new Map<CellAddress, string>();
  private slashed: World[] | null = null;
  private readonly worlds = new Map<"together" | "apart", World[]>();

  constructor(private readonly workbook: Workbook, private readonly evaluator: Evaluator, private readonly set: MeaningSet) {
    for (const meaning of set.meanings) {
      const key = this.keyOf(meaning.at);
      if (!this.byCell.has(key)) this.byCell.set(key, meaning);
    }
  }

  private keyOf(at: CellAddress): string {
    let key = this.keys.get(at);
    if (key === undefined) this.keys.set(at, (key = addressKey(at)));
    return key;
  }

  /** Judges a formula ("=…") as the content of the meaning's cell. */
  prove(meaning: Meaning, formula: string): Verdict {
    // A rate of numbers that nobody has entered yet belongs to no world; its formula can still be tried on them alone.
    const alone = (): Verdict | null => (meaning.quotient ? judgeIn(this.worldsOf(meaning), meaning, formula) : null);
    const verdict = judgeIn(this.worldsFor(meaning), meaning, formula) ?? alone() ?? { state: "cannot-tell", reason: "no-inputs", detail: "" };
    if (verdict.state === "right" && this.readsItself(meaning, formula)) return { state: "wrong", inverted: false };
    if (verdict.state === "wrong") return this.isRightFromTheSources(meaning, formula) ? { state: "right" } : verdict;
    return verdict.state === "right" && this.looksAtOtherTargets(meaning, formula) ? { state: "wrong", inverted: false } : verdict;
  }

  /** =SUM(N5:N5) in N5 agrees with whatever N5 should hold; Excel shows 0. */
  private readsItself({ at }: Meaning, formula: string): boolean {
    if (/ROW|COLUMN/i.test(formula)) return false;
    return readsOf(formula, at, this.workbook)?.ranges.some(({ sheet, rect }) => sheet === at.sheet && rectContains(rect, at.row, at.column)) ?? false;
  }

  /** Worlds in which only the cells that the meaning reads hold other numbers. */
  private worldsOf(meaning: Meaning): World[] {
    return Array.from({ length: WORLDS }, (_, index) => {
      const random = generator(index + 1);
      const given = new Map<string, Scalar>(meaning.inputs.map((at) => [this.keyOf(at), 3 + Math.floor(random() * 900)]));
      const read: Read = (at) => given.get(this.keyOf(at)) ?? currentValue(this.evaluator, at);
      return { evaluator: this.evaluator.with(given), expected: (asked) => asked.compute(read) };
    });
  }

  /**
   * A second opinion: areas and total may each be read from another sheet, where the total is the sum. Then neither reads
   * the other, and the formula is right when it agrees for other numbers in the cells that all of them come from.
   */
  private isRightFromTheSources(meaning: Meaning, formula: string): boolean {
    if (meaning.table === "roster" || meaning.table === "scores") return false;
    const sources = sourcesOf(this.workbook, [{ formula, at: meaning.at }, ...meaning.inputs.map((at) => ({ formula: formulaAt(this.workbook, at), at }))], meaning.inputs);
    if (sources === null) return false;
    const results = new Set<number | "/">();
    const worlds = Array.from({ length: WORLDS }, (_, index): World => {
      const random = generator(index + 11);
      const evaluator = this.evaluator.with(new Map(sources.map((at) => [this.keyOf(at), 3 + Math.floor(random() * 900)])));
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
    if (own.length !== 1 || this.byCell.has(this.keyOf(own[0]!))) return false;
    this.slashed ??= this.slashedWorlds();
    return this.slashed.some((world) => {
      const expected = world.expected(meaning);
      if (typeof expected !== "number") return false;
      const outcome = world.evaluator.evaluate(formula, meaning.at);
      return outcome.state === "known" && !isError(outcome.value) && !agrees(outcome, expected, meaning);
    });
  }

  /** Two worlds in which half of the targets are "/", in one the ones that are numbers in the other. */
  private slashedWorlds(): World[] {
    const targets = new Set(this.set.meanings.flatMap(({ quotient }) => quotient?.targets ?? []).map((at) => this.keyOf(at)));
    const isTarget = ({ cells }: Variable): boolean => targets.has(this.keyOf(cells[0]!));
    return [0, 1].map((parity) => {
      let place = 0;
      return this.invent(parity, this.set.variables.map((variable) =>
        (isTarget(variable) && place++ % 2 === parity ? { ...variable, choices: [["/"]] } : variable)));
    });
  }

  /** What the formula gives where no target was agreed ("/"): true when that is an error value. */
  breaksWithoutTarget(meaning: Meaning, formula: string): boolean {
    const slashes = new Map<string, Scalar>(meaning.inputs.map((at) => [this.keyOf(at), "/"]));
    const outcome = this.evaluator.with(slashes).evaluate(formula, meaning.at);
    return outcome.state === "known" && isError(outcome.value);
  }

  /**
   * Ticks of one column are counted whatever the other marks of the month say, and sums of sums take them as they are: there
   * each mark changes by itself, or a count of the column beside would pass. A person's month counts by its three marks together.
   */
  private worldsFor(meaning: Meaning): World[] {
    const sumOfSums = meaning.role === "month-total" && meaning.inputs.every((at) => this.byCell.has(this.keyOf(at)));
    const kind = meaning.role === "tick-count" || sumOfSums ? "apart" : "together";
    let worlds = this.worlds.get(kind);
    if (!worlds) {
      const variables = kind === "together" ? this.set.variables : this.set.variables.flatMap(apart);
      worlds = Array.from({ length: WORLDS }, (_, index) => this.invent(index, variables));
      this.worlds.set(kind, worlds);
    }
    return worlds;
  }

  private invent(index: number, variables: readonly Variable[]): World {
    const random = generator(index + 1);
    const overrides = new Map<string, Scalar>();
    for (const variable of variables) {
      const choices = variable.choices;
      if (choices === "count") {
        // Spread over several magnitudes, so that rates above and below 100% both occur.
        const limit = index === WORLDS - 1 ? 9000 : 90 * (index + 1);
        for (const cell of variable.cells) overrides.set(this.keyOf(cell), 3 + Math.floor(random() * limit));
      } else {
        const choice = choices[Math.floor(random() * choices.length)]!;
        variable.cells.forEach((cell, position) => overrides.set(this.keyOf(cell), choice[position] ?? null));
      }
    }
    const settled = new Map<string, number | "/" | undefined>();
    const pending = new Set<string>();
    const read: Read = (at) => {
      const key = this.keyOf(at);
      const meaning = this.byCell.get(key);
      if (meaning) {
        const value = expected(meaning);
        if (value !== undefined) return value;
      }
      const given = overrides.get(key);
      return given !== undefined ? given : currentValue(this.evaluator, at);
    };
    const expected = (meaning: Meaning): number | "/" | undefined => {
      const key = this.keyOf(meaning.at);
      if (settled.has(key)) return settled.get(key);
      // Two cells that each repeat the other have no value of their own.
      if (pending.has(key)) return undefined;
      pending.add(key);
      const value = meaning.compute(read);
      pending.delete(key);
      settled.set(key, value);
      return value;
    };
    const known = new Map(overrides);
    for (const meaning of this.byCell.values()) {
      const value = expected(meaning);
      if (value !== undefined) known.set(this.keyOf(meaning.at), value);
    }
    // What was read as it stands must stand so for the formula too, also where it is a formula over changed inputs.
    for (const meaning of this.byCell.values()) {
      for (const at of meaning.inputs) if (!known.has(this.keyOf(at))) known.set(this.keyOf(at), currentValue(this.evaluator, at));
    }
    return { evaluator: this.evaluator.with(known), expected };
  }
}

/** A variable of several cells as one for each cell. */
function apart({ cells, choices }: Variable): Variable[] {
  return cells.map((cell, index) => ({ cells: [cell], choices: choices === "count" ? choices : choices.map((choice) => [choice[index] ?? null]) }));
}

/** The verdict on a formula from those worlds that say what it must give; null when none does. */
function judgeIn(worlds: readonly World[], meaning: Meaning, formula: string): Verdict | null {
  let judged = 0;
  let inverted = true;
  let wrong = false;
  for (const world of worlds) {
    const expected = world.expected(meaning);
    if (expected === undefined) continue;
    const outcome = world.evaluator.evaluate(formula, meaning.at);
    if (outcome.state === "unknown") return { state: "cannot-tell", reason: outcome.reason, detail: outcome.detail };
    if (outcome.volatile) return { state: "cannot-tell", reason: "volatile", detail: "" };
    judged++;
    if (agrees(outcome, expected, meaning)) {
      inverted = false;
      continue;
    }
    wrong = true;
    inverted &&= typeof expected === "number" && agrees(outcome, 1 / expected, meaning);
  }
  if (judged === 0) return null;
  return wrong ? { state: "wrong", inverted } : { state: "right" };
}

/** More cells than that are not followed. */
const MANY_SOURCES = 3000;

function formulaAt(workbook: Workbook, at: CellAddress): string | null {
  return findSheet(workbook, at.sheet)?.cell(at.row, at.column)?.formula ?? null;
}

/** The typed numbers that the formulas and the inputs without a formula come from in the end; null when they are too many or unclear. */
function sourcesOf(workbook: Workbook, start: readonly { formula: string | null; at: CellAddress }[], inputs: readonly CellAddress[]): CellAddress[] | null {
  const sources = new Map<string, CellAddress>();
  const seen = new Set<string>();
  const queue = [...start];
  const visit = (at: CellAddress): void => {
    const key = addressKey(at);
    if (seen.has(key)) return;
    seen.add(key);
    const cell = findSheet(workbook, at.sheet)?.cell(at.row, at.column);
    if (cell?.formula) queue.push({ formula: cell.formula, at });
    else if (typeof cell?.value === "number") sources.set(key, at);
  };
  inputs.forEach(visit);
  for (let next = queue.pop(); next; next = queue.pop()) {
    const reads = next.formula === null ? null : readsOf(next.formula, next.at, workbook);
    if (reads === null) {
      if (next.formula !== null) return null;
      continue;
    }
    for (const { sheet, rect } of reads.ranges) {
      if ((rect.bottom - rect.top + 1) * (rect.right - rect.left + 1) + seen.size > MANY_SOURCES) return null;
      for (let row = rect.top; row <= rect.bottom; row++) {
        for (let column = rect.left; column <= rect.right; column++) visit({ sheet, row, column });
      }
    }
  }
  return [...sources.values()];
}

/** The value of a cell as the workbook has it, for inputs that no world changes. */
export function currentValue(evaluator: Evaluator, at: CellAddress): Scalar {
  const outcome = evaluator.valueOf(at);
  return outcome.state === "known" ? outcome.value : null;
}

function agrees(outcome: Extract<Outcome, { state: "known" }>, expected: number | "/", { decimals, inPercent }: Meaning): boolean {
  const given = numeric(outcome.value);
  const value = inPercent && typeof given === "number" && typeof outcome.value === "number" ? given / 100 : given;
  if (expected === "/") return value === "/";
  if (typeof value !== "number") return false;
  if (decimals === null) return sameNumber(value, expected);
  // A rate may be rounded to what is shown, and never more.
  return sameNumber(value, expected) || Math.abs(roundHalfUp(expected, decimals) - value) <= 0.5 * 10 ** -decimals + 1e-9;
}

/** A small deterministic random number generator: the same workbook always gets the same verdicts. */
function generator(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
