import { cellKey, type CellAddress, type Scalar, type Sheet, type Workbook } from "../workbook";
import { Book, Overrides, Reads } from "./cells";
import type { Node } from "./values";
import { describeCell } from "./references";
import { Run, type CellSource } from "./run";
import { Unknown, type Reason } from "./values";

/** What is known of a value. */
export type Outcome =
  | { readonly state: "known"; readonly value: Scalar; readonly volatile: boolean }
  | { readonly state: "unknown"; readonly reason: Reason; readonly detail: string };

interface Entry {
  readonly outcome: Outcome;
  readonly reads: Reads;
}

/** Thrown where cells depend on each other too deeply for the stack: that cell is to be computed first. */
class Deferred {
  constructor(readonly sheet: Sheet, readonly row: number, readonly column: number) {}
}

/** So many cells may wait for each other on the stack before the deepest is put off. */
const DEPTH = 50;
/** The same after the stack did overflow, as formulas nested to the limit can make it. */
const CAREFUL_DEPTH = 2;

/** Computes the formulas of a workbook, with other values in some cells if so wished. */
export class Evaluator {
  private readonly engine: Engine;

  constructor(workbook: Workbook);
  /** For {@link with} only. */
  constructor(workbook: Workbook, engine: Engine);
  constructor(workbook: Workbook, engine?: Engine) {
    this.engine = engine ?? new Engine(new Book(workbook), null, null);
  }

  /** The value of a cell: constants as they are, formulas computed (and kept), overrides honoured. */
  valueOf(at: CellAddress): Outcome {
    return this.engine.valueOf(at);
  }

  /** Evaluates a formula as if it stood in that cell, reduced to the one value that the cell shows. */
  evaluate(formula: string, at: CellAddress): Outcome {
    return this.engine.evaluate(formula, at);
  }

  /**
   * A view of the same workbook in which some cells hold other values; their own formulas are ignored. Keys are those of
   * addressKey(). Cheap: what does not depend on those cells is taken from here.
   */
  with(overrides: ReadonlyMap<string, Scalar>): Evaluator {
    return new Evaluator(this.engine.book.workbook, this.engine.with(overrides));
  }
}

/** The memory of one view, and the order in which its cells are computed. */
class Engine implements CellSource {
  readonly bottom: number;
  readonly right: number;
  private readonly known = new Map<Sheet, Map<number, Entry>>();
  private readonly open = new Set<string>();
  private limit = DEPTH;

  /** `base` is the view without overrides; null when this is it. */
  constructor(readonly book: Book, private readonly base: Engine | null, private readonly overrides: Overrides | null) {
    this.bottom = Math.max(book.bottom, overrides?.bottom ?? 1);
    this.right = Math.max(book.right, overrides?.right ?? 1);
  }

  with(overrides: ReadonlyMap<string, Scalar>): Engine {
    const all = this.overrides ? new Map([...this.overrides.values, ...overrides]) : overrides;
    return new Engine(this.book, this.base ?? this, new Overrides(all));
  }

  overridden(sheet: Sheet): ReadonlyMap<number, Scalar> | undefined {
    return this.overrides?.of(sheet.name);
  }

  valueOf(at: CellAddress): Outcome {
    const sheet = this.book.sheet(at.sheet);
    const override = this.overrides?.of(sheet?.name ?? at.sheet);
    const key = cellKey(at.row, at.column);
    if (override?.has(key)) return { state: "known", value: override.get(key)!, volatile: false };
    const cell = sheet?.cell(at.row, at.column);
    if (!sheet || !cell || cell.formula === null) return { state: "known", value: cell?.value ?? null, volatile: false };
    return this.settle(sheet, at.row, at.column).outcome;
  }

  evaluate(formula: string, at: CellAddress): Outcome {
    const node = this.book.parse(formula);
    if (!node) return { state: "unknown", reason: "parse", detail: formula };
    for (;;) {
      try {
        return this.outcomeOf(new Run(this, at, null, true), node);
      } catch (thrown) {
        if (thrown instanceof Deferred) this.settle(thrown.sheet, thrown.row, thrown.column);
        else if (!this.recover(thrown)) return { state: "unknown", reason: "limit", detail: formula };
      }
    }
  }

  read(sheet: Sheet, row: number, column: number, run: Run): Scalar {
    const key = cellKey(row, column);
    const override = this.overrides?.of(sheet.name);
    if (override?.has(key)) return override.get(key)!;
    if (run.isTrial && row === run.at.row && column === run.at.column && sheet === run.sheet()) {
      throw new Unknown("circular", describeCell(sheet.name, row, column));
    }
    const cell = sheet.cells.get(key);
    if (!cell) return null;
    if (cell.formula === null) return cell.value;
    const { outcome, reads } = this.entry(sheet, row, column, cell.formula);
    run.reads?.addAll(reads);
    if (outcome.state === "unknown") throw new Unknown(outcome.reason, outcome.detail);
    if (outcome.volatile) run.markVolatile();
    return outcome.value;
  }

  /** Computes a cell with all that it depends on, whatever the depth. */
  private settle(sheet: Sheet, row: number, column: number): Entry {
    const waiting = [{ sheet, row, column }];
    for (;;) {
      const next = waiting[waiting.length - 1]!;
      try {
        const entry = this.entry(next.sheet, next.row, next.column, next.sheet.cell(next.row, next.column)!.formula!);
        waiting.pop();
        if (waiting.length === 0) return entry;
      } catch (thrown) {
        const detail = describeCell(next.sheet.name, next.row, next.column);
        if (thrown instanceof Deferred) {
          const { sheet: other, row: r, column: c } = thrown;
          if (waiting.some((cell) => cell.sheet === other && cell.row === r && cell.column === c)) {
            this.keep(other, cellKey(r, c), unknown("circular", describeCell(other.name, r, c)));
          } else waiting.push(thrown);
        } else if (!this.recover(thrown)) {
          this.keep(next.sheet, cellKey(next.row, next.column), unknown("limit", detail));
        }
      }
    }
  }

  /** After the stack overflowed: true when it is worth another try with fewer cells on it. Rethrows anything else. */
  private recover(thrown: unknown): boolean {
    if (!(thrown instanceof RangeError)) throw thrown;
    if (this.limit === CAREFUL_DEPTH) return false;
    this.limit = CAREFUL_DEPTH;
    return true;
  }

  /** The outcome of a formula cell: remembered, taken from the base, or computed now. */
  private entry(sheet: Sheet, row: number, column: number, formula: string): Entry {
    const key = cellKey(row, column);
    const remembered = this.known.get(sheet)?.get(key);
    if (remembered) return remembered;
    if (this.base && this.overrides) {
      const base = this.base.settle(sheet, row, column);
      if (isFinal(base.outcome) && !this.overrides.touches(base.reads)) return this.keep(sheet, key, base);
    }
    const name = `${sheet.name}\u0000${key}`;
    if (this.open.has(name)) throw new Unknown("circular", describeCell(sheet.name, row, column));
    if (this.open.size >= this.limit) throw new Deferred(sheet, row, column);
    const node = this.book.parse(formula);
    if (!node) return this.keep(sheet, key, unknown("parse", describeCell(sheet.name, row, column)));
    this.open.add(name);
    try {
      const run = new Run(this, { sheet: sheet.name, row, column }, this.base ? null : new Reads(), false);
      return this.keep(sheet, key, { outcome: this.outcomeOf(run, node), reads: run.reads ?? NO_READS });
    } finally {
      this.open.delete(name);
    }
  }

  private outcomeOf(run: Run, node: Node): Outcome {
    try {
      const value = run.result(node);
      return { state: "known", value, volatile: run.isVolatile };
    } catch (thrown) {
      if (thrown instanceof Unknown) return { state: "unknown", reason: thrown.reason, detail: thrown.detail };
      throw thrown;
    }
  }

  private keep(sheet: Sheet, key: number, entry: Entry): Entry {
    let cells = this.known.get(sheet);
    if (!cells) this.known.set(sheet, (cells = new Map()));
    cells.set(key, entry);
    return entry;
  }
}

const NO_READS = new Reads();

function unknown(reason: Reason, detail: string): Entry {
  return { outcome: { state: "unknown", reason, detail }, reads: NO_READS };
}

/** Whether the reads collected beside it are complete: a circle or a limit cuts them short. */
function isFinal(outcome: Outcome): boolean {
  return outcome.state === "known" || (outcome.reason !== "circular" && outcome.reason !== "limit");
}
