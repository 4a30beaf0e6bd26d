import { isError, type CellAddress, type Rect, type Scalar, type Workbook } from "../workbook";
import { bookOf } from "./book";
import { boundedArea } from "./cells";
import { traitOf } from "./functions/registry";
import type { Trait } from "./functions/spec";
import { parseFormula } from "./parse";
import { tableArea } from "./tables";
import type { AreaNode, Node } from "./values";

/** A range that a formula names. */
export interface ReadRange {
  readonly sheet: string;
  readonly rect: Rect;
  /** "$" before every row (or column) of it. */
  readonly absoluteRow: boolean;
  readonly absoluteColumn: boolean;
}

/** What a formula names directly. */
export interface FormulaReads {
  readonly ranges: ReadRange[];
  /** Function names in capitals, without prefixes; each once. */
  readonly functions: string[];
  readonly constants: Scalar[];
  /** It reads another workbook. */
  readonly external: boolean;
  /** It uses a function whose value can change by itself, or whose reads only computing tells. */
  readonly volatile: boolean;
  /** It uses a function that looks at where cells stand, and perhaps not at what they hold. */
  readonly byPlace: boolean;
}

/**
 * The cells and ranges that a formula names, defined names resolved, whole columns and rows cut to what the workbook uses.
 * null when it cannot be parsed.
 */
export function readsOf(formula: string, at: CellAddress, workbook: Workbook): FormulaReads | null {
  const node = parseFormula(formula);
  if (!node) return null;
  const book = bookOf(workbook);
  const ranges: ReadRange[] = [];
  const functions = new Set<string>();
  const traits = new Set<Trait | null>();
  const constants: Scalar[] = [];
  const names = new Set<string>();
  let external = false;

  const area = (found: AreaNode): void => {
    const first = book.sheet(found.sheet ?? at.sheet);
    const last = found.lastSheet === null ? first : book.sheet(found.lastSheet);
    for (const sheet of first && last ? book.sheetsBetween(first, last) : []) {
      const { top, left, bottom, right } = boundedArea({ ...found, sheet }, book.bottom, book.right);
      ranges.push({
        sheet: sheet.name,
        rect: { top, left, bottom, right },
        absoluteRow: found.fixed.top && found.fixed.bottom,
        absoluteColumn: found.fixed.left && found.fixed.right
      });
    }
  };

  const table = (text: string): void => {
    const named = tableArea(text, at, book);
    if (!named || isError(named)) return;
    const { sheet, top, left, bottom, right } = named;
    ranges.push({ sheet: sheet.name, rect: { top, left, bottom, right }, absoluteRow: false, absoluteColumn: false });
  };

  const visit = (found: Node | null): void => {
    switch (found?.kind) {
      case undefined:
        return;
      case "constant":
        constants.push(found.value);
        return;
      case "array":
        constants.push(...found.value.data);
        return;
      case "area":
        return area(found);
      case "external":
        external = true;
        return;
      case "name": {
        const definition = book.nameFormula(found.name, found.sheet ?? at.sheet);
        const key = found.name.toLowerCase();
        if (definition === undefined && book.table(found.name)) return table(`${found.name}[]`);
        if (definition === undefined || names.has(key)) return;
        names.add(key);
        return visit(parseFormula(definition));
      }
      case "table":
        return table(found.text);
      case "unary":
        return visit(found.operand);
      case "binary": {
        // Long sums lean to the left: a loop keeps them off the stack.
        let left: Node = found;
        const rights: Node[] = [];
        for (; left.kind === "binary"; left = left.left) rights.push(left.right);
        visit(left);
        rights.reverse().forEach(visit);
        return;
      }
      case "call":
        functions.add(found.name);
        traits.add(traitOf(found.name, found.args.length));
        found.args.forEach(visit);
        return;
      case "apply":
        visit(found.callee);
        found.args.forEach(visit);
        return;
      case "lambda":
        return visit(found.body);
    }
  };
  visit(node);
  return { ranges, functions: [...functions], constants, external, volatile: traits.has("volatile"), byPlace: traits.has("place") };
}
