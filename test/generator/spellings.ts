import type { CellAddress } from "../../src/workbook";
import {
  binary, brackets, call, cell, columnRange, divide, equal, number, prefix, text, type Expression
} from "./expression";

/** What a rate formula may use of its surroundings. */
export interface RateParts {
  readonly target: CellAddress;
  readonly done: CellAddress;
  /** Rows of the areas, when the rate belongs to a block. */
  readonly areas: { readonly top: number; readonly bottom: number; readonly labelColumn: number } | null;
  /** True for the rate of a 合计 row. */
  readonly isTotal: boolean;
  /** Puts an expression into a helper cell and returns its address. */
  readonly helper: (where: "sheet" | "right", content: Expression, row: number) => CellAddress;
  /** Gives an expression a name of the workbook and returns the reference by name. */
  readonly define: (content: CellAddress, hint: "target" | "done") => Expression;
}

/** One way to write a rate (R15). */
export interface RateSpelling {
  readonly id: string;
  /** Gives "/" by itself when the target is "/"; without it the sheet holds a typed "/" there (R16). */
  readonly guarded: boolean;
  readonly build: (parts: RateParts) => Expression;
}

const slash = text("/");

function spelling(id: string, guarded: boolean, build: (d: Expression, t: Expression, parts: RateParts) => Expression): RateSpelling {
  return { id, guarded, build: (parts) => build(cell(parts.done), cell(parts.target), parts) };
}

export const RATE_SPELLINGS: readonly RateSpelling[] = [
  spelling("plain", false, (d, t) => divide(d, t)),
  spelling("if-slash", true, (d, t) => call("IF", equal(t, slash), slash, divide(d, t))),
  spelling("iferror", true, (d, t) => call("IFERROR", divide(d, t), slash)),
  spelling("round", false, (d, t) => call("ROUND", divide(d, t), number(4))),
  spelling("if-round", true, (d, t) => call("IF", equal(t, slash), slash, call("ROUND", divide(d, t), number(4)))),
  spelling("isnumber", true, (d, t) => call("IF", call("ISNUMBER", t), divide(d, t), slash)),
  spelling("or-round", true, (d, t) =>
    call("IF", call("OR", equal(t, slash), equal(t, number(0)), equal(t, text(""))), slash, call("ROUND", divide(d, t), number(4)))),
  spelling("text", false, (d, t) => call("TEXT", divide(d, t), text("0.00%"))),
  spelling("if-text", true, (d, t) => call("IF", equal(t, slash), slash, call("TEXT", divide(d, t), text("0.00%")))),
  spelling("sumproduct", false, (d, t) => call("SUMPRODUCT", divide(d, t))),
  spelling("sumproduct-inverse", false, (d, t) => call("SUMPRODUCT", d, divide(number(1), t))),
  spelling("sum-sum", false, (d, t) => divide(call("SUM", d), call("SUM", t))),
  spelling("sum-ranges", false, (d, t, p) => (p.isTotal && p.areas
    ? divide(
      call("SUM", columnRange(p.done.sheet, p.done.column, p.areas.top, p.areas.bottom)),
      call("SUM", columnRange(p.target.sheet, p.target.column, p.areas.top, p.areas.bottom)))
    : divide(d, t))),
  spelling("named", true, (_d, _t, p) => {
    const t = p.define(p.target, "target");
    const d = p.define(p.done, "done");
    return call("IF", equal(t, slash), slash, divide(d, t));
  }),
  spelling("helper-sheet", true, (d, t, p) => cell(p.helper("sheet", call("IFERROR", divide(d, t), slash), p.done.row))),
  spelling("helper-right", true, (d, t, p) => {
    const ratio = cell(p.helper("right", call("IF", call("ISNUMBER", t), divide(d, t), slash), p.done.row));
    return call("IF", equal(ratio, slash), slash, call("ROUND", ratio, number(4)));
  }),
  spelling("times-one", false, (d, t) => divide(binary(d, "*", number(1)), t)),
  spelling("inverse", false, (d, t) => binary(d, "*", brackets(divide(number(1), t)))),
  spelling("power", false, (d, t) => binary(d, "*", binary(t, "^", prefix("-", number(1))))),
  spelling("product", false, (d, t) => call("PRODUCT", d, divide(number(1), t))),
  spelling("column-anchor", true, (_d, _t, p) => {
    const t = cell(p.target, "column");
    return call("IF", equal(t, slash), slash, divide(cell(p.done, "column"), t));
  }),
  spelling("both-anchors", false, (_d, _t, p) => divide(cell(p.done, "both"), cell(p.target, "both"))),
  spelling("iserror", true, (d, t) => call("IF", call("ISERROR", divide(d, t)), slash, divide(d, t))),
  spelling("unequal", true, (d, t) => call("IF", binary(t, "<>", slash), divide(d, t), slash)),
  spelling("ifs", true, (d, t) => call("IFS", equal(t, slash), slash, { kind: "boolean", value: true }, divide(d, t))),
  spelling("n-guard", true, (d, t) => call("IF", equal(call("N", t), number(0)), slash, divide(d, t))),
  spelling("unary-plus", false, (d, t) => divide(prefix("+", d), t)),
  spelling("own-sheet", true, (_d, _t, p) => {
    const t = cell(p.target, "", true);
    return call("IF", equal(t, slash), slash, divide(cell(p.done, "", true), t));
  }),
  spelling("index-match", true, (d, t, p) => {
    if (!p.areas || p.isTotal) return call("IF", equal(t, slash), slash, divide(d, t));
    const { top, bottom, labelColumn } = p.areas;
    const look = (at: CellAddress): Expression => call("INDEX", columnRange(at.sheet, at.column, top, bottom, "row"),
      call("MATCH", cell({ ...at, column: labelColumn }, "column"), columnRange(at.sheet, labelColumn, top, bottom, "both"), number(0)));
    return call("IFERROR", divide(look(p.done), look(p.target)), slash);
  }),
  spelling("sumif-area", false, (d, t, p) => {
    if (!p.areas || p.isTotal) return divide(d, t);
    const { top, bottom, labelColumn } = p.areas;
    const look = (at: CellAddress): Expression => call("SUMIF", columnRange(at.sheet, labelColumn, top, bottom, "both"),
      cell({ ...at, column: labelColumn }, "column"), columnRange(at.sheet, at.column, top, bottom, "row"));
    return divide(look(p.done), look(p.target));
  })
];

export function rateSpelling(id: string): RateSpelling {
  const found = RATE_SPELLINGS.find((s) => s.id === id);
  if (!found) throw new Error(`no rate spelling ${id}`);
  return found;
}

/** What a total formula adds up: the cells of one column in these rows. */
export interface TotalParts {
  readonly sheet: string;
  readonly column: number;
  readonly rows: readonly number[];
  readonly labelColumn: number;
}

/** One way to write a total (合计). */
export interface TotalSpelling {
  readonly id: string;
  /** Copes with "/" among the cells. */
  readonly toleratesText: boolean;
  readonly build: (parts: TotalParts) => Expression;
}

const cells = (p: TotalParts): Expression[] => p.rows.map((row) => cell({ sheet: p.sheet, row, column: p.column }));
const span = (p: TotalParts, from = 0): Expression =>
  columnRange(p.sheet, p.column, p.rows[from]!, p.rows[p.rows.length - 1]!);
const chain = (items: readonly Expression[]): Expression => items.reduce((a, b) => binary(a, "+", b));

export const TOTAL_SPELLINGS: readonly TotalSpelling[] = [
  { id: "sum", toleratesText: true, build: (p) => call("SUM", span(p)) },
  { id: "plus", toleratesText: false, build: (p) => chain(cells(p)) },
  { id: "sum-list", toleratesText: true, build: (p) => call("SUM", ...cells(p)) },
  { id: "subtotal", toleratesText: true, build: (p) => call("SUBTOTAL", number(9), span(p)) },
  { id: "sumproduct", toleratesText: true, build: (p) => call("SUMPRODUCT", span(p)) },
  { id: "sumif-positive", toleratesText: true, build: (p) => call("SUMIF", span(p), text(">0")) },
  {
    id: "sumif-label", toleratesText: true,
    build: (p) => call("SUMIF", columnRange(p.sheet, p.labelColumn, p.rows[0]!, p.rows[p.rows.length - 1]!, "column"), text("<>合计"), span(p))
  },
  {
    id: "sum-mixed", toleratesText: true,
    build: (p) => (p.rows.length < 3 ? call("SUM", ...cells(p)) : call("SUM", cells(p)[0]!, span(p, 1)))
  },
  { id: "n-plus", toleratesText: true, build: (p) => chain(cells(p).map((c) => call("N", c))) },
  {
    id: "sum-row-anchor", toleratesText: true,
    build: (p) => call("SUM", columnRange(p.sheet, p.column, p.rows[0]!, p.rows[p.rows.length - 1]!, "row"))
  },
  {
    id: "sum-plus", toleratesText: false,
    build: (p) => (p.rows.length < 3 ? chain(cells(p))
      : binary(call("SUM", columnRange(p.sheet, p.column, p.rows[0]!, p.rows[p.rows.length - 2]!)), "+", cells(p)[p.rows.length - 1]!))
  }
];

export function totalSpelling(id: string): TotalSpelling {
  const found = TOTAL_SPELLINGS.find((s) => s.id === id);
  if (!found) throw new Error(`no total spelling ${id}`);
  return found;
}

/** How one workbook writes its formulas: "mixed" takes another spelling for every column. */
export interface FormulaStyle {
  readonly rate: string;
  readonly total: string;
}
