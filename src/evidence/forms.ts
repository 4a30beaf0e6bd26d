import { criterionOf, type AreaNode, type Node } from "../formulas";
import { Kept } from "../workbook";
import type { SheetAtoms } from "./atoms";
import { DEEPEST_FORMULA } from "./limits";
import type { ParsedFormula, PlaceReader } from "./places";
import type { Atom, Form, Place } from "./types";

/** Functions that show, guard or clean a number without changing what it is. */
const WRAPPERS = new Set([
  "IFERROR", "IFNA", "ROUND", "ROUNDUP", "ROUNDDOWN", "TRUNC", "TEXT", "N", "VALUE", "NUMBERVALUE", "FIXED", "ABS", "INT", "DOLLAR",
  "SUBSTITUTE", "LEFT", "TRIM", "CLEAN", "T"
]);
/** Functions whose later arguments are the values they choose from. */
const CHOOSERS = new Set(["IF", "IFS", "CHOOSE", "SWITCH"]);

const kept = new Kept<SheetAtoms, ReadonlyMap<Atom, Form>>();

/** What the formulas of a sheet say their cells are. Guards, roundings and ways to show a number are looked through. */
export function formsOf(sheet: SheetAtoms, places: PlaceReader): ReadonlyMap<Atom, Form> {
  const forms = kept.of(sheet, [places.frame], () => new Map(sheet.all().filter(({ formula }) => formula !== null).map((atom) => [atom, formOf(atom, places)])));
  // What is on another sheet may change while this one does not.
  if (places.readElsewhere.has(sheet.index)) kept.forget(sheet);
  return forms;
}

function formOf(atom: Atom, places: PlaceReader): Form {
  const parsed = places.trees.of(atom.formula!, atom.top, atom.left);
  // What is too deep or not understood may read cells all the same.
  if (!parsed.node) return { kind: "other", reads: /[A-Z]\$?\d/i.test(atom.formula!) };
  if (isDeep(parsed.node)) return { kind: "other", reads: true };
  const reading = new OneFormula(places, atom, parsed);
  return reading.quotient(parsed.node, 1) ?? reading.count(parsed.node) ?? reading.sum(parsed.node) ?? { kind: "other", reads: readsCells(parsed.node) };
}

function isDeep(root: Node): boolean {
  const open: { readonly node: Node; readonly depth: number }[] = [{ node: root, depth: 1 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    if (depth > DEEPEST_FORMULA) return true;
    for (const child of childrenOf(node)) if (child) open.push({ node: child, depth: depth + 1 });
  }
  return false;
}

function childrenOf(node: Node): readonly (Node | null)[] {
  switch (node.kind) {
    case "unary": return [node.operand];
    case "binary": return [node.left, node.right];
    case "call": return node.args;
    case "apply": return [node.callee, ...node.args];
    case "lambda": return [node.body];
    default: return [];
  }
}

/** The reading of one formula in its cell. */
class OneFormula {
  constructor(private readonly places: PlaceReader, private readonly at: Atom, private readonly from: ParsedFormula) {}

  /** A division of sums of cells, perhaps times 100. */
  quotient(node: Node, scale: number): Form | null {
    switch (node.kind) {
      case "call":
        if (CHOOSERS.has(node.name)) return first(node.args.slice(1), (arg) => this.quotient(arg, scale));
        if (WRAPPERS.has(node.name) || (node.name === "SUM" && node.args.length === 1)) return node.args[0] ? this.quotient(node.args[0], scale) : null;
        return null;
      case "unary":
        return node.operator === "%" || node.operator === "+" ? this.quotient(node.operand, scale) : null;
      case "binary": {
        if (node.operator === "&") return this.quotient(node.left, scale);
        const times = withoutFactor(node);
        if (times) return this.quotient(times.node, scale * times.factor);
        if (node.operator !== "/") return null;
        const above = withoutFactor(node.left) ?? { node: node.left, factor: 1 };
        const done = this.terms(above.node);
        const target = this.terms(node.right);
        return done?.length && target?.length ? { kind: "quotient", done, target, scale: scale * above.factor === 100 ? 100 : 1 } : null;
      }
      default:
        return null;
    }
  }

  /** A sum, a mean, a difference, or another cell's number. */
  sum(node: Node): Form | null {
    if (node.kind === "call") {
      if (CHOOSERS.has(node.name)) return first(node.args.slice(1), (arg) => this.sum(arg));
      if (WRAPPERS.has(node.name)) return node.args[0] ? this.sum(node.args[0]) : null;
      if (node.name === "AVERAGE" || node.name === "TRIMMEAN") return { kind: "mean", parts: node.args.flatMap((arg) => this.terms(arg) ?? []) };
    }
    if (node.kind === "binary" && node.operator === "-") {
      const plus = this.terms(node.left);
      const minus = this.terms(node.right);
      return plus && minus ? { kind: "difference", plus, minus } : null;
    }
    const parts = this.terms(node);
    if (!parts || parts.length === 0) return null;
    return parts.length > 1 ? { kind: "sum", parts } : { kind: "same", of: parts[0]! };
  }

  /** COUNTIF(range, mark) or SUMPRODUCT(…range = mark…), also added up or divided by a number. */
  count(node: Node): Form | null {
    const cells: Place[] = [];
    const marks = new Set<string>();
    const take = (area: AreaNode, mark: unknown): void => {
      cells.push(...(this.places.cells(area, this.at, this.from) ?? []));
      marks.add(String(mark));
    };
    const visit = (found: Node | null): void => {
      if (found?.kind === "call") {
        const [range, mark] = found.args;
        if (/^COUNTIFS?$/.test(found.name) && range?.kind === "area" && mark?.kind === "constant") take(range, mark.value);
        else found.args.forEach(visit);
      } else if (found?.kind === "binary") {
        const { left, right, operator } = found;
        if (operator === "=" && left.kind === "area" && right.kind === "constant" && right.value !== "") take(left, right.value);
        else [left, right].forEach(visit);
      } else if (found?.kind === "unary") visit(found.operand);
    };
    visit(node);
    return cells.length > 1 && marks.size === 1 ? { kind: "count", cells, mark: [...marks][0]! } : null;
  }

  /** The cells that are added up, or null where anything else happens. */
  private terms(node: Node | null): Place[] | null {
    switch (node?.kind) {
      case "area":
        return this.places.cells(node, this.at, this.from);
      case "table":
        return this.places.tableCells(node.text, this.at);
      case "name":
        return this.places.named(node.name, this.at);
      case "unary":
        return node.operator === "+" ? this.terms(node.operand) : null;
      case "binary": {
        const times = withoutFactor(node);
        if (times) return times.factor === 1 ? this.terms(times.node) : null;
        return node.operator === "+" ? this.all([node.left, node.right]) : null;
      }
      case "call":
        return this.summed(node.name, node.args);
      default:
        return null;
    }
  }

  private summed(name: string, args: readonly (Node | null)[]): Place[] | null {
    if (CHOOSERS.has(name)) return first(args.slice(1), (arg) => this.terms(arg));
    if (WRAPPERS.has(name)) return this.terms(args[0] ?? null);
    if (name === "SUMIF") return this.sumIf(args);
    if (name === "SUM" || (name === "SUMPRODUCT" && args.length === 1)) return this.all(args);
    if (name === "SUBTOTAL" && [9, 109].includes(constantOf(args[0]) ?? 0)) return this.all(args.slice(1));
    return name === "AGGREGATE" && constantOf(args[0]) === 9 ? this.all(args.slice(2)) : null;
  }

  private all(nodes: readonly (Node | null)[]): Place[] | null {
    const found: Place[] = [];
    for (const node of nodes) {
      const terms = this.terms(node);
      if (!terms) return null;
      found.push(...terms);
    }
    return found;
  }

  private sumIf([range, criterion, sums = range]: readonly (Node | null)[]): Place[] | null {
    if (range?.kind !== "area" || sums?.kind !== "area" || !criterion) return null;
    const tested = this.places.cells(range, this.at, this.from);
    const added = this.places.cells(sums, this.at, this.from);
    const wanted = criterion.kind === "constant" ? criterion.value
      : criterion.kind === "area" ? this.places.read(this.places.cells(criterion, this.at, this.from)?.[0], this.at) : null;
    if (wanted === null || !tested || !added) return null;
    const holds = criterionOf(wanted);
    return added.filter((_, i) => tested[i] && holds(this.places.read(tested[i], this.at)));
  }
}

/** What is multiplied by 1, 100 or 100%; null for any other node. */
function withoutFactor(node: Node): { node: Node; factor: 1 | 100 } | null {
  if (node.kind !== "binary" || node.operator !== "*") return null;
  for (const [factor, rest] of [[constantOf(node.right), node.left], [constantOf(node.left), node.right]] as const) {
    if (factor === 1 || factor === 100) return { node: rest, factor };
  }
  return null;
}

function constantOf(node: Node | null | undefined): number | null {
  if (node?.kind === "unary" && node.operator === "%") {
    const inner = constantOf(node.operand);
    return inner === null ? null : inner / 100;
  }
  return node?.kind === "constant" && typeof node.value === "number" ? node.value : null;
}

function first<T>(args: readonly (Node | null)[], pick: (arg: Node) => T | null): T | null {
  for (const arg of args) {
    const found = arg && pick(arg);
    if (found) return found;
  }
  return null;
}

function readsCells(node: Node | null): boolean {
  switch (node?.kind) {
    case "area":
    case "table":
    case "name":
    case "external":
      return true;
    case "unary":
      return readsCells(node.operand);
    case "binary":
      return readsCells(node.left) || readsCells(node.right);
    case "call":
    case "apply":
      return node.args.some(readsCells);
    default:
      return false;
  }
}
