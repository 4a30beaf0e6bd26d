import { cellName, isError, MAX_COLUMNS, MAX_ROWS } from "../workbook";
import type { Node } from "./values";
import { NULL, REF, Reference, Unknown, VALUE, type Area, type Value } from "./values";

/** What unions share of each other grows as fast as their areas multiplied. */
const MANY_AREAS = 10_000;

/** A range between two references, their union, or what they share. */
export function joinReferences(operator: string, left: Value, right: Value): Value {
  if (isError(left)) return left;
  if (isError(right)) return right;
  if (!(left instanceof Reference) || !(right instanceof Reference)) return operator === ":" ? REF : VALUE;
  if (operator === ",") return new Reference([...left.areas, ...right.areas]);
  if (operator === " ") {
    const shared: Area[] = [];
    for (const a of left.areas) for (const b of right.areas) {
      const area = {
        sheet: a.sheet, top: Math.max(a.top, b.top), left: Math.max(a.left, b.left),
        bottom: Math.min(a.bottom, b.bottom), right: Math.min(a.right, b.right)
      };
      if (a.sheet !== b.sheet || area.top > area.bottom || area.left > area.right) continue;
      if (shared.push(area) > MANY_AREAS) throw new Unknown("limit", operator);
    }
    return shared.length > 0 ? new Reference(shared) : NULL;
  }
  const all = [...left.areas, ...right.areas];
  if (all.some((area) => area.sheet !== all[0]!.sheet)) return VALUE;
  return new Reference([{
    sheet: all[0]!.sheet,
    top: Math.min(...all.map((area) => area.top)),
    left: Math.min(...all.map((area) => area.left)),
    bottom: Math.max(...all.map((area) => area.bottom)),
    right: Math.max(...all.map((area) => area.right))
  }]);
}

/** A name's formula as it reads from a cell that many rows and columns away from A1; over the edge it begins anew. */
export function shifted(node: Node, rows: number, columns: number): Node {
  if (rows === 0 && columns === 0) return node;
  switch (node.kind) {
    case "area": {
      const { fixed } = node;
      if (fixed.top && fixed.left && fixed.bottom && fixed.right) return node;
      const top = fixed.top ? node.top : ((node.top - 1 + rows) % MAX_ROWS) + 1;
      const bottom = fixed.bottom ? node.bottom : ((node.bottom - 1 + rows) % MAX_ROWS) + 1;
      const left = fixed.left ? node.left : ((node.left - 1 + columns) % MAX_COLUMNS) + 1;
      const right = fixed.right ? node.right : ((node.right - 1 + columns) % MAX_COLUMNS) + 1;
      return {
        ...node,
        top: Math.min(top, bottom), bottom: Math.max(top, bottom), left: Math.min(left, right), right: Math.max(left, right)
      };
    }
    case "unary":
      return { ...node, operand: shifted(node.operand, rows, columns) };
    case "binary":
      return { ...node, left: shifted(node.left, rows, columns), right: shifted(node.right, rows, columns) };
    case "call":
      return { ...node, args: node.args.map((argument) => argument && shifted(argument, rows, columns)) };
    case "apply":
      return {
        ...node,
        callee: shifted(node.callee, rows, columns),
        args: node.args.map((argument) => argument && shifted(argument, rows, columns))
      };
    case "lambda":
      return { ...node, body: shifted(node.body, rows, columns) };
    default:
      return node;
  }
}

/** "数据!A1", for saying which cell. */
export function describeCell(sheet: string, row: number, column: number): string {
  return `${sheet}!${cellName(row, column)}`;
}
