import { cellKey, isError, takeDescent, type Cell, type CellAddress, type CellIds, type Scalar, type Sheet, type Workbook } from "../workbook";
import { bookOf, type Book } from "./book";
import type { CellSource } from "./cell-source";
import type { Sought } from "./column-index";
import { Places, Reads, type Overlay } from "./cells";
import { parseFormula } from "./parse";
import type { Node } from "./values";
import { describeCell } from "./references";
import { Run, type Reading } from "./run";
import { Matrix, NA, Unknown, type Reason } from "./values";
import { sameNumber } from "../values/numbers";

/** What is known of a value. */
export type Outcome =
  | { readonly state: "known"; readonly value: Scalar; readonly volatile: boolean }
  | { readonly state: "unknown"; readonly reason: Reason; readonly detail: string };

interface Entry {
  readonly outcome: Outcome;
  readonly reads: Reads;
  /** What an array formula gives for the cells of its area. */
  readonly elements?: Matrix;
}

/** Thrown where cells depend on each other too deeply for the stack: that cell is to be computed first. */
class Deferred {
  constructor(readonly sheet: Sheet, readonly row: number, readonly column: number) {}
}

/** So many cells may wait for each other on the stack before the deepest is put off. */
const DEPTH = 50;
/** The same after the stack did overflow, as formulas nested to the limit can make it. */
const CAREFUL_DEPTH = 2;

/** The view of each workbook as it is: what was computed for one who asked need not be computed for the next. */
const engines = new WeakMap<Workbook, Engine>();

function engineOf(workbook: Workbook): Engine {
  let engine = engines.get(workbook);
  if (engine) return engine;
  engines.set(workbook, (engine = new Engine(bookOf(workbook), null, null)));
  const descent = takeDescent(workbook);
  const former = descent && engines.get(descent.former);
  if (former) engine.inherit(former, descent.changed);
  return engine;
}

/** Computes the formulas of a workbook, with other values in some cells if so wished. */
export class Evaluator {
  private readonly engine: Engine;

  constructor(workbook: Workbook);
  /** For {@link with} and {@link under} only. */
  constructor(workbook: Workbook, engine: Engine);
  constructor(workbook: Workbook, engine?: Engine) {
    this.engine = engine ?? engineOf(workbook);
  }

  /** The value of a cell: constants as they are, formulas computed (and kept), overlays honoured. */
  valueOf(at: CellAddress): Outcome {
    return this.engine.valueOf(at);
  }

  /** Whether that formula, as the cell's own, takes single cells where ranges stand among operators. */
  takesSingleCells(formula: string, at: CellAddress): boolean {
    return this.engine.readingOf(formula, at) === "single";
  }

  /** Evaluates a formula as if it stood in that cell, reduced to the one value that the cell shows. */
  evaluate(formula: string, at: CellAddress): Outcome {
    return this.engine.evaluate(formula, at);
  }

  /**
   * A view of the same workbook in which some cells hold other values; their own formulas are ignored. Cheap: what does not
   * depend on those cells is taken from here.
   */
  with(cells: Iterable<readonly [CellAddress, Scalar]>): Evaluator {
    const { ids } = this.engine.book;
    const values = new Map<number, Scalar>();
    for (const [at, value] of cells) values.set(ids.of(at), value);
    return this.under({ places: new Places(ids, [...values.keys()]), value: (id) => values.get(id) });
  }

  /** The same for values that are made only when a cell is read, or for views with values in the same places. */
  under(overlay: Overlay): Evaluator {
    return new Evaluator(this.engine.book.workbook, this.engine.under(overlay));
  }
}

/** The memory of one view, and the order in which its cells are computed. */
class Engine implements CellSource {
  readonly bottom: number;
  readonly right: number;
  private readonly known = new Map<number, Entry>();
  private readonly open = new Set<number>();
  /** Plain formulas that took single cells where others take arrays, by the values stored of them. */
  private readonly singles = new Set<number>();
  private limit = DEPTH;
  /** The view that the workbook was before some of its cells were changed. */
  private former: { readonly engine: Engine; readonly changed: Places } | null = null;

  /** `base` is the view without an overlay; null when this is it. */
  constructor(readonly book: Book, private readonly base: Engine | null, private readonly overlay: Overlay | null) {
    this.bottom = Math.max(book.bottom, overlay?.places.bottom ?? 1);
    this.right = Math.max(book.right, overlay?.places.right ?? 1);
  }

  /** Takes from the view of the workbook that this one came of what hangs on no changed cell. */
  inherit(engine: Engine, changed: readonly number[]): void {
    // A:A is as long as the longest sheet.
    if (engine.bottom !== this.bottom || engine.right !== this.right) return;
    this.former = { engine, changed: new Places(this.book.ids, changed) };
    // What was before that is not kept in memory.
    engine.former = null;
  }

  /** What the cell gave before anything was changed that it hangs on. */
  private inherited(sheet: Sheet, row: number, column: number, id: number): Entry | null {
    const entry = this.former?.engine.known.get(id);
    if (!this.former || !entry || !isFinal(entry.outcome) || (entry.outcome.state === "known" && entry.outcome.volatile)) return null;
    if (this.former.changed.has(sheet, row, column) || this.former.changed.touch(entry.reads)) return null;
    if (this.former.engine.singles.has(id)) this.singles.add(id);
    return entry;
  }

  get showsAllRows(): boolean {
    return this.overlay?.showsAllRows ?? false;
  }

  under(overlay: Overlay): Engine {
    return new Engine(this.book, this.base ?? this, this.overlay ? stacked(this.book.ids, overlay, this.overlay) : overlay);
  }

  replaces(sheet: Sheet, row: number, column: number): boolean {
    return this.override(sheet, row, column) !== undefined;
  }

  private override(sheet: Sheet, row: number, column: number): Scalar | undefined {
    return this.overlay?.places.has(sheet, row, column) ? this.overlay.value(this.book.ids.at(sheet.name, row, column)) : undefined;
  }

  filledIn(sheet: Sheet): readonly number[] {
    return this.overlay?.places.blanksOn(sheet) ?? [];
  }

  valueOf(at: CellAddress): Outcome {
    const sheet = this.book.sheet(at.sheet);
    const override = sheet && this.override(sheet, at.row, at.column);
    if (override !== undefined) return { state: "known", value: override, volatile: false };
    const cell = sheet?.cell(at.row, at.column);
    if (!sheet) return { state: "known", value: null, volatile: false };
    const master = cell?.formula == null ? masterOf(sheet, at.row, at.column) : null;
    if (master) return elementOf(this.settle(sheet, master.row, master.column), at.row - master.row, at.column - master.column);
    if (!cell || cell.formula === null) return { state: "known", value: cell?.value ?? null, volatile: false };
    return this.settle(sheet, at.row, at.column).outcome;
  }

  evaluate(formula: string, at: CellAddress): Outcome {
    const node = parseFormula(formula);
    if (!node) return { state: "unknown", reason: "parse", detail: formula };
    for (;;) {
      try {
        return this.outcomeOf(new Run(this, at, null, true, this.readingOf(formula, at)), node).outcome;
      } catch (thrown) {
        if (thrown instanceof Deferred) this.settle(thrown.sheet, thrown.row, thrown.column);
        else if (!this.recover(thrown)) return { state: "unknown", reason: "limit", detail: formula };
      }
    }
  }

  read(sheet: Sheet, row: number, column: number, run: Run): Scalar {
    const override = this.override(sheet, row, column);
    if (override !== undefined) return override;
    if (run.isTrial && row === run.at.row && column === run.at.column && sheet === run.sheet()) {
      throw new Unknown("circular", describeCell(sheet.name, row, column));
    }
    return this.content(sheet, row, column, sheet.cells.get(cellKey(row, column)), run);
  }

  rowsWith(sheet: Sheet, column: number, top: number, bottom: number, sought: Sought, run: Run): readonly number[] | null {
    return this.isAsStored(sheet, column, run) ? this.book.indexOf(sheet, column).rows(sought, top, bottom) : null;
  }

  /** The column's cells are those of the sheet, and none of them is the one that a trial stands in. */
  private isAsStored(sheet: Sheet, column: number, run: Run): boolean {
    return !(run.isTrial && column === run.at.column && sheet === run.sheet()) && !this.overlay?.places.on(sheet);
  }

  reader(sheet: Sheet, column: number, run: Run): (row: number) => Scalar {
    const cells = this.book.column(sheet, column);
    const others = this.overlay?.places.rowsIn(sheet, column);
    const own = run.isTrial && column === run.at.column && sheet === run.sheet() ? run.at.row : 0;
    return (row) => (row === own || others?.has(row) ? this.read(sheet, row, column, run) : this.content(sheet, row, column, cells[row], run));
  }

  /** What a cell holds by itself, or by the array formula that fills it. */
  private content(sheet: Sheet, row: number, column: number, cell: Cell | undefined, run: Run): Scalar {
    const master = cell?.formula == null && sheet.arrays.length > 0 ? masterOf(sheet, row, column) : null;
    if (!cell && !master) return null;
    if (cell?.formula == null && !master) {
      if (typeof cell!.value === "string") run.spendOnText(cell!.value);
      return cell!.value;
    }
    const entry = master ? this.entry(sheet, master.row, master.column, master.formula) : this.entry(sheet, row, column, cell!.formula!);
    const outcome = master ? elementOf(entry, row - master.row, column - master.column) : entry.outcome;
    run.reads?.addAll(entry.reads);
    if (outcome.state === "unknown") throw new Unknown(outcome.reason, outcome.detail);
    if (outcome.volatile) run.markVolatile();
    return outcome.value;
  }

  /** Computes a cell with all that it depends on, whatever the depth. */
  private settle(sheet: Sheet, row: number, column: number): Entry {
    const waiting = [new Deferred(sheet, row, column)];
    const ids = new Set([this.idOf(waiting[0]!)]);
    for (;;) {
      const next = waiting[waiting.length - 1]!;
      try {
        const entry = this.entry(next.sheet, next.row, next.column, next.sheet.cell(next.row, next.column)!.formula!);
        waiting.pop();
        ids.delete(this.idOf(next));
        if (waiting.length === 0) return entry;
      } catch (thrown) {
        if (thrown instanceof Deferred && !ids.has(this.idOf(thrown))) {
          waiting.push(thrown);
          ids.add(this.idOf(thrown));
        } else if (thrown instanceof Deferred) this.giveUp(thrown, "circular");
        else if (!this.recover(thrown)) this.giveUp(next, "limit");
      }
    }
  }

  private idOf({ sheet, row, column }: Deferred): number {
    return this.book.ids.at(sheet.name, row, column);
  }

  private giveUp(cell: Deferred, reason: Reason): void {
    this.keep(this.idOf(cell), unknown(reason, describeCell(cell.sheet.name, cell.row, cell.column)));
  }

  /**
   * After the stack overflowed: true when it is worth another try with fewer cells on it. false also for what no engine has
   * room for. Rethrows anything else.
   */
  private recover(thrown: unknown): boolean {
    if (!(thrown instanceof RangeError)) throw thrown;
    if (this.limit === CAREFUL_DEPTH || !/stack/i.test(thrown.message)) return false;
    this.limit = CAREFUL_DEPTH;
    return true;
  }

  /** The outcome of a formula cell: remembered, taken from the base, or computed now. */
  private entry(sheet: Sheet, row: number, column: number, formula: string): Entry {
    const id = this.book.ids.at(sheet.name, row, column);
    const remembered = this.known.get(id);
    if (remembered) return remembered;
    if (this.base && this.overlay) {
      const base = this.base.settle(sheet, row, column);
      if (isFinal(base.outcome) && !this.overlay.places.touch(base.reads)) return this.keep(id, base);
    }
    const before = this.inherited(sheet, row, column, id);
    if (before) return this.keep(id, before);
    if (this.open.has(id)) throw new Unknown("circular", describeCell(sheet.name, row, column));
    if (this.open.size >= this.limit) throw new Deferred(sheet, row, column);
    const node = parseFormula(formula);
    if (!node) return this.keep(id, unknown("parse", describeCell(sheet.name, row, column)));
    this.open.add(id);
    try {
      return this.keep(id, this.compute(sheet, row, column, node, formula));
    } finally {
      this.open.delete(id);
    }
  }

  private compute(sheet: Sheet, row: number, column: number, node: Node, formula: string): Entry {
    const at = { sheet: sheet.name, row, column };
    const read = (reading: Reading): Entry & { depends: boolean } => {
      const run = new Run(this, at, this.base ? null : new Reads(), false, reading);
      return { ...this.outcomeOf(run, node), reads: run.reads ?? NO_READS, depends: run.dependsOnReading };
    };
    const entry = read(this.readingOf(formula, at));
    if (this.base || !entry.depends) return entry;
    // The Excel that wrote the file took single cells here if the stored value says so, and only then.
    const stored = sheet.cell(row, column)!.value;
    if (stored === null || isSameResult(entry.outcome, stored)) return entry;
    const single = read("single");
    if (!isSameResult(single.outcome, stored)) return entry;
    this.singles.add(this.book.ids.of(at));
    return single;
  }

  /** How a formula reads ranges where single values are wanted, if it stands in that cell. */
  readingOf(formula: string, at: CellAddress): Reading {
    const sheet = this.book.sheet(at.sheet);
    if (sheet?.cell(at.row, at.column)?.formula !== formula) return "usual";
    if (sheet.arrayAt(at.row, at.column)) return "array";
    return (this.base ?? this).singles.has(this.book.ids.of(at)) ? "single" : "usual";
  }

  private outcomeOf(run: Run, node: Node): Pick<Entry, "outcome" | "elements"> {
    try {
      const elements = run.elements(node);
      const value = run.shown(elements);
      return { outcome: { state: "known", value, volatile: run.isVolatile }, ...(elements instanceof Matrix && run.reading === "array" && { elements }) };
    } catch (thrown) {
      if (thrown instanceof Unknown) return { outcome: { state: "unknown", reason: thrown.reason, detail: thrown.detail } };
      throw thrown;
    }
  }

  private keep(id: number, entry: Entry): Entry {
    this.known.set(id, entry);
    return entry;
  }
}

const NO_READS = new Reads();

/** The cell whose array formula fills a cell that has none of its own; null where none does. */
function masterOf(sheet: Sheet, row: number, column: number): { row: number; column: number; formula: string } | null {
  const area = sheet.arrayAt(row, column);
  const formula = area && sheet.cell(area.top, area.left)?.formula;
  return area && formula ? { row: area.top, column: area.left, formula } : null;
}

/** What an array formula gives for a cell of its area: one row or column, or one value, is repeated. */
function elementOf({ outcome, elements }: Entry, row: number, column: number): Outcome {
  if (outcome.state === "unknown" || !elements) return outcome;
  const r = elements.rows === 1 ? 0 : row;
  const c = elements.columns === 1 ? 0 : column;
  return { ...outcome, value: r < elements.rows && c < elements.columns ? elements.at(r, c) ?? 0 : NA };
}

function isSameResult(outcome: Outcome, stored: Scalar): boolean {
  if (outcome.state === "unknown") return false;
  const { value } = outcome;
  if (isError(value) || isError(stored)) return isError(value) && isError(stored) && value.error === stored.error;
  return typeof value === "number" && typeof stored === "number" ? sameNumber(value, stored) : value === stored;
}

function stacked(ids: CellIds, above: Overlay, under: Overlay): Overlay {
  return {
    places: new Places(ids, [...under.places.cells, ...above.places.cells]),
    showsAllRows: above.showsAllRows ?? under.showsAllRows ?? false,
    value: (id) => {
      const value = above.value(id);
      return value === undefined ? under.value(id) : value;
    }
  };
}

function unknown(reason: Reason, detail: string): Entry {
  return { outcome: { state: "unknown", reason, detail }, reads: NO_READS };
}

/** Whether the reads collected beside it are complete: a circle or a limit cuts them short. */
function isFinal(outcome: Outcome): boolean {
  return outcome.state === "known" || (outcome.reason !== "circular" && outcome.reason !== "limit");
}
