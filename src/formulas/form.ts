import { isError, type CellAddress, type Scalar, type Workbook } from "../workbook";
import { bookOf } from "./book";
import { boundedArea } from "./cells";
import { FUNCTIONS, traitOf } from "./functions/registry";
import { parseFormula } from "./parse";
import { tableArea } from "./tables";
import type { Area, Node } from "./values";

/** A value in a form that no other value has. */
export function formOfValue(value: Scalar): string {
  return isError(value) ? value.error : JSON.stringify(value);
}

/**
 * A formula as a text that is equal for formulas that compute alike: the tree of what it computes, with each area that it
 * reads as `area` tells it (whole columns cut to what is used; null to give up). null as well where the value hangs on more
 * than the values in those areas: on names, other workbooks, or functions that look at anything else.
 */
export function formOf(formula: string, at: CellAddress, workbook: Workbook, area: (area: Area) => string | null): string | null {
  const root = parseFormula(formula);
  if (!root) return null;
  const book = bookOf(workbook);
  const parts: string[] = [];
  const put = (part: string | null): boolean => part !== null && parts.push(part) > 0;

  /** false where it gives up. */
  const tell = (node: Node | null): boolean => {
    switch (node?.kind) {
      case undefined:
        return put("");
      case "constant":
        return put(formOfValue(node.value));
      case "array":
        return put(`{${node.value.columns}:${node.value.data.map(formOfValue).join()}}`);
      case "area": {
        const sheet = node.lastSheet === null ? book.sheet(node.sheet ?? at.sheet) : undefined;
        return sheet !== undefined && put(area(boundedArea({ ...node, sheet }, book.bottom, book.right)));
      }
      case "unary":
        return node.operator !== "#" && put(`${node.operator}(`) && tell(node.operand) && put(")");
      case "binary": {
        // Long sums lean to the left: a loop keeps them off the stack.
        const chain: (Node & { kind: "binary" })[] = [];
        let first: Node = node;
        for (; first.kind === "binary"; first = first.left) chain.push(first);
        return put("(".repeat(chain.length)) && tell(first)
          && chain.reverse().every(({ operator, right }) => !/^[:, ]$/.test(operator) && put(operator) && tell(right) && put(")"));
      }
      case "call":
        return FUNCTIONS.has(node.name) && traitOf(node.name, node.args.length) === null && put(`${node.name}(`)
          && node.args.every((argument) => tell(argument) && put(",")) && put(")");
      case "table": {
        const named = tableArea(node.text, at, book);
        return named !== null && !isError(named) && put(area(named));
      }
      case "name":
      case "external":
      case "apply":
      case "lambda":
        return false;
    }
  };
  return tell(root) ? parts.join("") : null;
}
