import { isError, type CellAddress, type Scalar, type Sheet, type Workbook } from "../workbook";
import { cellsOf, eachCell, rowsWith, type CellSource } from "./cell-source";
import { boundedArea, type Reads } from "./cells";
import { callForEach, coerced } from "./arguments";
import type { ArgumentSpec, Context, EagerFunction, Frame } from "./functions/spec";
import { FUNCTIONS } from "./functions/registry";
import { applyBinary, applyUnary } from "./operators";
import { joinReferences, shifted } from "./references";
import { tableArea } from "./tables";
import { OFFSET_1904, serialOf } from "./dates";
import { parseFormula } from "./parse";
import type { AreaNode, Node } from "./values";
import {
  CALC, Lambda, Matrix, NAME, NUM, Raise, REF, Reference, References, Unknown, VALUE, type Area, type Grid, type Scope, type Value
} from "./values";

/** Work that each formula may do without its being counted: whatever others cost, a plain one is computed. */
const FREE_WORK = 256;
/** What an operator or the call of a function costs, in cells looked at. */
const CALL_WORK = 4;
/** What a name costs whose formula is looked up. */
const NAME_WORK = 8;
/** What an element costs of an array that a function makes: most of them build lists of lists on the way. */
const MADE_WORK = 4;
/** A text costs one cell for so many characters, given as a power of two. */
const TEXT_SHIFT = 5;
const REFERENCE_OPERATORS = new Set([":", ",", " "]);
const MAX_NAMES = 40;

/**
 * What a range means where a single value is wanted. "array": all of its cells, in an array formula. "single": the cell beside the
 * formula, as in plain formulas of an Excel without dynamic arrays. "usual": the cell beside it, but for arguments that may be
 * arrays, where newer programs take all of it without a word in the file.
 */
export type Reading = "array" | "single" | "usual";

/** Functions that take arrays in any Excel, also in a plain formula. */
const OF_ARRAYS = new Set([
  "SUMPRODUCT", "MMULT", "LOOKUP", "INDEX", "AGGREGATE", "FREQUENCY", "MODE", "MODE.SNGL", "CORREL", "PEARSON", "RSQ", "SLOPE", "INTERCEPT", "FORECAST",
  "SUMX2MY2", "SUMX2PY2", "SUMXMY2"
]);

/** Computes one formula in one cell. */
export class Run implements Context {
  isVolatile = false;
  /** The usual reading took an array where the single one takes a cell. */
  dependsOnReading = false;
  private isLoose = false;
  private readonly own: Sheet | undefined;
  private openNames = 0;
  private free = FREE_WORK;

  /**
   * `reads` collects what the result depends on; null when nobody asks. A trial is a formula that does not really stand in
   * its cell: it goes in a circle as soon as it reads that cell.
   */
  constructor(
    private readonly source: CellSource, readonly at: CellAddress, readonly reads: Reads | null, readonly isTrial: boolean, readonly reading: Reading = "usual"
  ) {
    this.own = source.book.sheet(at.sheet);
  }

  get workbook(): Workbook {
    return this.source.book.workbook;
  }

  get date1904(): boolean {
    return this.workbook.date1904;
  }

  spend(work: number): void {
    this.free -= work;
    if (this.free >= 0) return;
    const counted = -this.free;
    this.free = 0;
    this.source.book.spend(counted);
  }

  spendOnText(text: string): void {
    if (text.length >> TEXT_SHIFT > 0) this.spend(text.length >> TEXT_SHIFT);
  }

  /** All that the formula gives: of an array formula an array. */
  elements(node: Node): Value {
    const isArray = this.reading === "array";
    const value = this.evaluate(node, isArray, null);
    return isArray ? this.plain(value, true) : value;
  }

  /** What the cell of the formula shows of that. */
  shown(value: Value): Scalar {
    if (value instanceof Lambda) return CALC;
    const shown = this.scalar(value) ?? 0;
    // It is kept.
    if (typeof shown === "string") this.spend(shown.length);
    return typeof shown === "number" && !Number.isFinite(shown) ? NUM : shown;
  }

  evaluate(node: Node | null, array: boolean, scope: Scope | null): Value {
    if (!node) return null;
    switch (node.kind) {
      case "constant":
      case "array":
        return node.value;
      case "area":
        return this.areaReference(node);
      case "name":
        return this.named(node.name, node.sheet, scope);
      case "external":
        throw new Unknown("other-workbook", node.text);
      case "table":
        return this.tableReference(node.text);
      case "unary":
        return this.unary(node.operator, node.operand, array, scope);
      case "binary":
        return this.binary(node, array, scope);
      case "lambda":
        return new Lambda(node.parameters, node.body, scope);
      case "apply": {
        const callee = this.evaluate(node.callee, array, scope);
        return callee instanceof Lambda ? this.callWith(callee, node.args, scope) : VALUE;
      }
      case "call":
        return this.callNamed(node.name, node.args, array, scope);
    }
  }

  // ── references ──

  private areaReference(node: AreaNode): Value {
    const { top, left, bottom, right } = node;
    if (node.lastSheet !== null) {
      const first = this.source.book.sheetToRead(node.sheet!);
      const last = this.source.book.sheetToRead(node.lastSheet);
      return first && last ? new Reference(this.source.book.sheetsBetween(first, last).map((sheet) => ({ sheet, top, left, bottom, right }))) : REF;
    }
    const sheet = node.sheet === null ? this.own : this.source.book.sheetToRead(node.sheet);
    return sheet ? new Reference([{ sheet, top, left, bottom, right }]) : REF;
  }

  private tableReference(text: string): Value {
    const area = tableArea(text, this.at, this.source.book);
    if (area === null) throw new Unknown("unknown-function", text);
    return isError(area) ? area : new Reference([area]);
  }

  private named(name: string, sheet: string | null, scope: Scope | null): Value {
    const lower = name.toLowerCase();
    if (sheet === null) {
      for (let variable = scope; variable; variable = variable.outer) if (variable.name === lower) return variable.value;
    }
    this.spend(NAME_WORK);
    const formula = this.source.book.nameFormula(name, sheet ?? this.at.sheet);
    if (formula === undefined) {
      // b.xls!总数: Excel keeps no name of a sheet that is not there.
      if (sheet !== null && !this.source.book.sheetToRead(sheet)) throw new Unknown("other-workbook", `${sheet}!${name}`);
      return this.source.book.table(name) ? this.tableReference(`${name}[]`) : NAME;
    }
    const node = parseFormula(formula);
    if (!node) throw new Unknown("parse", name);
    if (this.openNames >= MAX_NAMES) throw new Unknown("circular", name);
    this.openNames++;
    try {
      return this.evaluate(shifted(node, this.at.row - 1, this.at.column - 1), true, null);
    } finally {
      this.openNames--;
    }
  }

  referenceOf(text: string): Value {
    const node = parseFormula(`=${text.trim()}`);
    if (node?.kind === "area") return this.areaReference(node);
    if (node?.kind === "external") throw new Unknown("other-workbook", text);
    if (node?.kind !== "name") return REF;
    const value = this.named(node.name, node.sheet, null);
    return value instanceof Reference ? value : REF;
  }

  sheet(name?: string): Sheet | undefined {
    return name === undefined ? this.own : this.source.book.sheetToRead(name);
  }

  // ── operators ──

  private unary(operator: string, operand: Node, array: boolean, scope: Scope | null): Value {
    if (operator === "@") return this.scalar(this.evaluate(operand, false, scope));
    if (operator === "#") return this.callNamed("ANCHORARRAY", [operand], array, scope);
    this.spend(CALL_WORK);
    return this.counted(applyUnary(operator, this.plain(this.evaluate(operand, array, scope), array)));
  }

  private binary(node: Node & { kind: "binary" }, array: boolean, scope: Scope | null): Value {
    if (REFERENCE_OPERATORS.has(node.operator)) {
      return joinReferences(node.operator, this.evaluate(node.left, true, scope), this.evaluate(node.right, true, scope));
    }
    // A long sum leans to the left; going down it in a loop keeps thousands of terms off the stack.
    const chain = [node];
    let first = node.left;
    while (first.kind === "binary" && !REFERENCE_OPERATORS.has(first.operator)) {
      chain.push(first);
      first = first.left;
    }
    let value = this.plain(this.evaluate(first, array, scope), array);
    for (let i = chain.length - 1; i >= 0; i--) {
      const { operator, right } = chain[i]!;
      this.spend(CALL_WORK);
      value = this.counted(applyBinary(operator, value, this.plain(this.evaluate(right, array, scope), array)));
    }
    return value;
  }

  /** A result, with its elements counted. */
  private counted<T extends Value>(value: T, work = 1): T {
    if (value instanceof Matrix) this.spend(value.size * work);
    return value;
  }

  /** An operand as a value: a range as an array where arrays are computed, else the cell beside the formula. */
  private plain(value: Value, array: boolean): Value {
    if (typeof value === "string") this.spendOnText(value);
    if (!(value instanceof Reference)) return value;
    if (!array) return this.scalar(value);
    const area = value.areas[0]!;
    const isCell = value.areas.length === 1 && area.top === area.bottom && area.left === area.right;
    if (this.isLoose && !isCell) this.dependsOnReading = true;
    return isCell ? this.read(area.sheet, area.top, area.left) : this.matrix(value);
  }

  // ── reading ──

  scalar(value: Value): Scalar {
    if (value instanceof Matrix) return value.rows * value.columns === 0 ? CALC : value.at(0, 0);
    if (value instanceof Lambda) return CALC;
    if (value instanceof References) throw severalReferences();
    if (!(value instanceof Reference)) return value;
    if (value.areas.length !== 1) return VALUE;
    const { sheet, top, left, bottom, right } = value.areas[0]!;
    const row = top === bottom ? top : this.at.row;
    const column = left === right ? left : this.at.column;
    const inside = row >= top && row <= bottom && column >= left && column <= right;
    return inside && (top === bottom || left === right) ? this.read(sheet, row, column) : VALUE;
  }

  read(sheet: Sheet, row: number, column: number): Scalar {
    this.reads?.add(sheet, { top: row, left: column, bottom: row, right: column });
    return this.source.read(sheet, row, column, this);
  }

  grid(value: Value): Grid {
    if (value instanceof Matrix) return whole(value);
    if (value instanceof Lambda) throw new Raise(VALUE);
    if (value instanceof References) throw severalReferences();
    if (!(value instanceof Reference)) return new Matrix(1, 1, [value]);
    this.note(value.area);
    const area = this.bounded(value.area);
    const { top, left, bottom, right } = area;
    const read = cellsOf(area, this.source, this);
    return {
      rows: bottom - top + 1,
      columns: right - left + 1,
      at: (row, column) => {
        this.spend(1);
        return read(top + row, left + column);
      },
      rowsWith: (column, sought) => rowsWith(area, column, sought, this.source, this)
    };
  }

  matrix(value: Value): Matrix {
    if (value instanceof Matrix) return value;
    const grid = this.grid(value);
    const isCut = value instanceof Reference && (value.area.bottom - value.area.top >= grid.rows || value.area.right - value.area.left >= grid.columns);
    return this.counted(Matrix.build(grid.rows, grid.columns, (row, column) => grid.at(row, column), isCut ? null : undefined));
  }

  /** Remembers that the result depends on all of an area, also on the blank part of whole columns. */
  private note({ sheet, top, left, bottom, right }: Area): void {
    this.reads?.add(sheet, { top, left, bottom, right });
  }

  private bounded(area: Area): Area {
    return boundedArea(area, this.source.bottom, this.source.right);
  }

  each(value: Value, visit: (value: Scalar, sheet: Sheet | null, row: number, column: number) => void): void {
    if (value instanceof Lambda) throw new Raise(VALUE);
    if (value instanceof References) throw severalReferences();
    if (value instanceof Matrix) {
      whole(value).data.forEach((element, i) => visit(element, null, Math.floor(i / value.columns), i % value.columns));
    } else if (value instanceof Reference) {
      for (const area of value.areas) {
        this.note(area);
        eachCell(this.bounded(area), this.source, this, visit);
      }
    } else visit(value, null, 0, 0);
  }

  formulaAt(sheet: Sheet, row: number, column: number, own = false): string | null {
    this.reads?.add(sheet, { top: row, left: column, bottom: row, right: column });
    if (!own && this.source.replaces(sheet, row, column)) return null;
    return sheet.cell(row, column)?.formula ?? null;
  }

  hiding(sheet: Sheet, row: number): "filter" | "hand" | null {
    if (this.source.showsAllRows || !sheet.hiddenRows.has(row)) return null;
    return sheet.filterHiding(row) ? "filter" : "hand";
  }

  spilled(sheet: Sheet, row: number, column: number): Value {
    const formula = this.formulaAt(sheet, row, column);
    const node = formula === null ? null : parseFormula(formula);
    if (!node) return this.read(sheet, row, column);
    const run = new Run(this.source, { sheet: sheet.name, row, column }, this.reads, true);
    const value = run.plain(run.evaluate(node, true, null), true);
    this.isVolatile ||= run.isVolatile;
    return value;
  }

  // ── functions ──

  private callNamed(name: string, args: readonly (Node | null)[], array: boolean, scope: Scope | null): Value {
    const spec = FUNCTIONS.get(name);
    this.spend(CALL_WORK);
    if (!spec) return this.callUnlisted(name, args, scope);
    try {
      if ("lazy" in spec) {
        if (args.length < spec.minimum || args.length > spec.maximum) throw new Unknown("parse", name);
        return this.counted(spec.lazy(args, this.frame(array, scope)), MADE_WORK);
      }
      return this.counted(this.callEager(name, spec, args, array, scope), MADE_WORK);
    } catch (raised) {
      if (raised instanceof Raise) return raised.error;
      throw raised;
    }
  }

  private callUnlisted(name: string, args: readonly (Node | null)[], scope: Scope | null): Value {
    const value = this.named(name, null, scope);
    if (value instanceof Lambda) return this.callWith(value, args, scope);
    throw new Unknown("unknown-function", name);
  }

  private frame(array: boolean, scope: Scope | null): Frame {
    return {
      context: this,
      array,
      scope,
      evaluate: (node, inArray = array, inScope = scope) => this.evaluate(node, inArray, inScope)
    };
  }

  private callEager(
    name: string, spec: EagerFunction, nodes: readonly (Node | null)[], array: boolean, scope: Scope | null
  ): Value {
    const repeats = spec.repeated.length > 0;
    if (nodes.length < spec.minimum || (!repeats && nodes.length > spec.first.length)) throw new Unknown("parse", name);
    const args: (Value | undefined)[] = [];
    const specs: ArgumentSpec[] = [];
    let hasArray = false;
    for (let i = 0; i < nodes.length; i++) {
      const argument = spec.first[i] ?? spec.repeated[(i - spec.first.length) % spec.repeated.length]!;
      const node = nodes[i]!;
      specs.push(argument);
      if (!node) args.push(argument.absentWhenEmpty ? undefined : argument.kind === "a" ? 0 : null);
      else if (argument.kind === "a") args.push(this.arrayArgument(name, node, array, scope));
      else {
        const value = this.plain(this.evaluate(node, array, scope), array);
        if (value instanceof Matrix || value instanceof References) hasArray = true;
        args.push(value);
      }
    }
    const overReferences = args.some((value) => value instanceof References);
    return hasArray || overReferences ? callForEach(name, spec, args, specs, this) : spec.run(coerced(args, specs, this), this);
  }

  /** An argument that may be an array: it is one where the reading of the formula, or the function itself, says so. */
  private arrayArgument(name: string, node: Node, array: boolean, scope: Scope | null): Value {
    const wasLoose = this.isLoose;
    const isLoose = !array && !OF_ARRAYS.has(name);
    if (isLoose && this.reading === "single") return this.evaluate(node, false, scope);
    this.isLoose = isLoose || (wasLoose && array && !OF_ARRAYS.has(name));
    try {
      return this.evaluate(node, true, scope);
    } finally {
      this.isLoose = wasLoose;
    }
  }

  private callWith(lambda: Lambda, nodes: readonly (Node | null)[], scope: Scope | null): Value {
    return this.call(lambda, nodes.map((node) => this.evaluate(node, true, scope)));
  }

  call(lambda: Lambda, args: readonly Value[]): Value {
    if (args.length > lambda.parameters.length) return VALUE;
    let scope = lambda.scope;
    lambda.parameters.forEach((name, i) => (scope = { name, value: args[i] ?? null, outer: scope }));
    return this.evaluate(lambda.body, true, scope);
  }

  // ── time ──

  markVolatile(): void {
    this.isVolatile = true;
  }

  now(): number {
    this.markVolatile();
    const moment = this.source.book.openedAt;
    const day = serialOf(moment.getFullYear(), moment.getMonth() + 1, moment.getDate());
    const seconds = moment.getHours() * 3600 + moment.getMinutes() * 60 + moment.getSeconds();
    return day - (this.date1904 ? OFFSET_1904 : 0) + seconds / 86_400;
  }
}

/** What Excel makes of an array of references where it wants cells nobody has written down. */
function severalReferences(): Unknown {
  return new Unknown("unknown-function", "INDIRECT");
}

/** An array with nothing behind its end: where something is there that was cut off, nobody knows the result. */
function whole(matrix: Matrix): Matrix {
  const { beyond = null } = matrix;
  if (beyond === null || beyond === 0 || beyond === false || beyond === "") return matrix;
  throw new Unknown("limit", "whole columns");
}
