import { parseFormula, shapeOf, type AreaNode, type Node } from "../formulas";
import { normalise } from "../values/text";
import { frameOf, MAX_COLUMNS, MAX_ROWS, type Workbook } from "../workbook";
import type { SheetAtoms } from "./atoms";
import { MOST_CELLS_OF_A_REFERENCE, TABLE_HEAD_REACH } from "./limits";
import type { Atom, Place } from "./types";

/** A formula's tree, and the cell whose formula was parsed: one filled from it shares the tree, its references moved. */
export interface ParsedFormula {
  readonly node: Node | null;
  readonly row: number;
  readonly column: number;
}

/** Parses formulas once for all that were filled from one another. */
export class FormulaTrees {
  private readonly byShape = new Map<number, ParsedFormula>();

  of(formula: string, row: number, column: number): ParsedFormula {
    const shape = shapeOf(formula, row, column);
    let parsed = this.byShape.get(shape);
    if (!parsed) this.byShape.set(shape, (parsed = { node: parseFormula(formula), row, column }));
    return parsed;
  }
}

/** The cells that the references of formulas name. */
export class PlaceReader {
  readonly trees = new FormulaTrees();
  /** What the named cells hang on besides the formulas and the cells of their own sheet. */
  readonly frame: string;
  /** The sheets whose formulas hang on what a cell of another sheet holds. */
  readonly readElsewhere = new Set<number>();
  private readonly sheetIndex: ReadonlyMap<string, number>;
  private readonly names: ReadonlyMap<string, string>;

  constructor(workbook: Workbook, readonly sheets: readonly SheetAtoms[]) {
    this.sheetIndex = new Map(workbook.sheets.map((sheet, index) => [sheet.name.toLowerCase(), index]));
    this.names = new Map(workbook.names.map(({ name, formula }) => [name.toLowerCase(), formula]));
    this.frame = frameOf(workbook);
  }

  /** The cells of an area, as it reads from `at` when its tree was parsed at `from`; null where they are too many or missing. */
  cells(area: AreaNode, at: Atom, from: Pick<ParsedFormula, "row" | "column">): Place[] | null {
    const sheets = this.sheetsOf(area, at);
    if (!sheets) return null;
    const moved = movedArea(area, at.top - from.row, at.left - from.column);
    const fixed = area.fixed.top && area.fixed.left;
    const found: Place[] = [];
    for (const sheet of sheets) {
      const single = moved.top === moved.bottom && moved.left === moved.right;
      const used = this.sheets[sheet]!.sheet.used;
      if (!used) continue;
      const bottom = single ? moved.bottom : Math.min(moved.bottom, used.bottom);
      const right = single ? moved.right : Math.min(moved.right, used.right);
      if (found.length + (bottom - moved.top + 1) * (right - moved.left + 1) > MOST_CELLS_OF_A_REFERENCE) return null;
      for (let row = moved.top; row <= bottom; row++) {
        for (let column = moved.left; column <= right; column++) found.push({ sheet, row, column, fixed });
      }
    }
    return found;
  }

  private sheetsOf(area: AreaNode, at: Atom): number[] | null {
    const first = area.sheet === null ? at.sheet : this.sheetIndex.get(area.sheet.toLowerCase());
    const last = area.lastSheet === null ? first : this.sheetIndex.get(area.lastSheet.toLowerCase());
    if (first === undefined || last === undefined) return null;
    const from = Math.min(first, last);
    return Array.from({ length: Math.abs(last - first) + 1 }, (_, i) => from + i);
  }

  /** The cells of a defined name that stands for an area. */
  named(name: string, at: Atom): Place[] | null {
    const formula = this.names.get(name.toLowerCase());
    const node = formula === undefined ? null : parseFormula(formula);
    // A name's own references count from its cell only where they are not fixed; those are rare and left alone.
    return node?.kind === "area" && node.fixed.top && node.fixed.left ? this.cells(node, at, { row: at.top, column: at.left }) : null;
  }

  /** 表1[[#This Row],[完成量]]: the nearest head of that text above names the column. */
  tableCells(text: string, at: Atom): Place[] | null {
    const name = /\[@?([^[\]#@]+)\]+$/.exec(text)?.[1] ?? /@([^[\]]+)/.exec(text)?.[1];
    const atoms = this.sheets[at.sheet]!;
    if (!name) return null;
    for (let row = at.top - 1; row >= Math.max(1, at.top - TABLE_HEAD_REACH); row--) {
      const head = atoms.rows.get(row)?.find((atom) => atom.kind === "text" && normalise(atom.text) === normalise(name));
      if (!head) continue;
      const rows = /@|#This Row/i.test(text) ? [at.top] : Array.from({ length: at.top - row - 1 }, (_, i) => row + 1 + i);
      return rows.map((each) => ({ sheet: at.sheet, row: each, column: head.left, fixed: false }));
    }
    return null;
  }

  /** The number or text that a cell holds, for the formula of another one. */
  read(place: Place | undefined, { sheet }: Atom): number | string | null {
    if (place && place.sheet !== sheet) this.readElsewhere.add(sheet);
    const atom = place && this.sheets[place.sheet]?.at(place.row, place.column);
    return atom ? atom.value ?? atom.text : null;
  }
}

/** An area as it reads so many rows and columns further; whole columns and rows stand in formulas of one shape as they are. */
function movedArea(area: AreaNode, rows: number, columns: number): Pick<AreaNode, "top" | "left" | "bottom" | "right"> {
  const whole = (area.top === 1 && area.bottom === MAX_ROWS) || (area.left === 1 && area.right === MAX_COLUMNS);
  if (whole || (rows === 0 && columns === 0)) return area;
  const top = area.top + (area.fixed.top ? 0 : rows);
  const bottom = area.bottom + (area.fixed.bottom ? 0 : rows);
  const left = area.left + (area.fixed.left ? 0 : columns);
  const right = area.right + (area.fixed.right ? 0 : columns);
  return { top: Math.min(top, bottom), bottom: Math.max(top, bottom), left: Math.min(left, right), right: Math.max(left, right) };
}
