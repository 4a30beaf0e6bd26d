import type { Axis } from "./axis";
import type { Merges } from "./window";

export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Moves {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly merges: Merges;
  /** How many rows a page is. */
  readonly page: number;
}

/** Where a key leads from a cell; null for a key that leads nowhere. Merged cells are one. */
export function placeAfter(key: string, withControl: boolean, from: Place, { rows, columns, merges, page }: Moves): Place | null {
  const extent = merges.at(from.row, from.column) ?? { top: from.row, bottom: from.row, left: from.column, right: from.column };
  const to = (row: number | null, column: number | null): Place => {
    const place = { row: row ?? from.row, column: column ?? from.column };
    const merge = merges.at(place.row, place.column);
    return merge ? { row: merge.top, column: merge.left } : place;
  };
  const edge = (axis: Axis, direction: 1 | -1): number | null => (direction === 1 ? axis.next(axis.count + 1, -1) : axis.next(0, 1));
  const paged = (direction: 1 | -1): number => {
    const row = Math.min(rows.count, Math.max(1, from.row + direction * page));
    return rows.size(row) > 0 ? row : rows.next(row, direction) ?? rows.next(row, direction === 1 ? -1 : 1) ?? from.row;
  };
  switch (key) {
    case "ArrowDown": return to(withControl ? edge(rows, 1) : rows.next(extent.bottom, 1), null);
    case "ArrowUp": return to(withControl ? edge(rows, -1) : rows.next(extent.top, -1), null);
    case "ArrowRight": return to(null, withControl ? edge(columns, 1) : columns.next(extent.right, 1));
    case "ArrowLeft": return to(null, withControl ? edge(columns, -1) : columns.next(extent.left, -1));
    case "PageDown": return to(paged(1), null);
    case "PageUp": return to(paged(-1), null);
    case "Home": return to(withControl ? edge(rows, -1) : null, edge(columns, -1));
    case "End": return to(withControl ? edge(rows, 1) : null, edge(columns, 1));
    default: return null;
  }
}

/** What a key asks for in a cell beside moving; null where it asks for nothing, or leads to another cell. */
export function commandOf({ key, ctrlKey, shiftKey }: Pressed, hasFinding: boolean): "open" | "write" | "type" | "clear" | "undo" | null {
  if (ctrlKey) return key.toLowerCase() === "z" && !shiftKey ? "undo" : null;
  if ((key === "Enter" || key === " ") && hasFinding) return "open";
  if (key === "F2" || key === "Enter") return "write";
  if (key === "Delete") return "clear";
  // A Chinese keyboard says "Process" of a key that it is composing with.
  return key === "Backspace" || key === "Process" || [...key].length === 1 ? "type" : null;
}

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
}
