import type { Atom, Place, Quotient, SheetAtoms } from "../../../evidence";
import type { Rect } from "../../../workbook";
import { headText, readCell } from "../../reading";
import type { Reading } from "../../types";

/** A cell of a view: the row and column as the view has them. */
export interface ViewCell {
  readonly row: number;
  readonly column: number;
}

/**
 * A sheet as it stands or, where target, done and rate stand below one another, turned so that they stand side by side:
 * its columns are the view's rows. What is read in a view is read in one way for both.
 */
export class View {
  constructor(readonly atoms: SheetAtoms, readonly turned: boolean) {}

  /** The last row and column of the view that hold anything. */
  get bottom(): number {
    const used = this.atoms.sheet.used;
    return (this.turned ? used?.right : used?.bottom) ?? 0;
  }

  /** The view's cell of a place on the sheet, and the other way round. */
  swap({ row, column }: ViewCell): ViewCell {
    return this.turned ? { row: column, column: row } : { row, column };
  }

  ofPlace(place: Place): ViewCell {
    return this.swap(place);
  }

  ofRate({ rate }: Quotient): ViewCell {
    return this.swap({ row: rate.top, column: rate.left });
  }

  /** A rectangle of the view on the sheet, or of the sheet in the view. */
  swapRect(rect: Rect): Rect {
    return this.turned ? { top: rect.left, left: rect.top, bottom: rect.right, right: rect.bottom } : rect;
  }

  atom(row: number, column: number): Atom | undefined {
    const at = this.swap({ row, column });
    return at.row < 1 || at.column < 1 ? undefined : this.atoms.at(at.row, at.column);
  }

  /** A text that was typed: heads and labels, no results. */
  typedText(row: number, column: number): Atom | undefined {
    const atom = this.atom(row, column);
    return atom?.kind === "text" && atom.formula === null ? atom : undefined;
  }

  extent(row: number, column: number): Rect {
    const at = this.swap({ row, column });
    return this.swapRect(this.atoms.sheet.extent(at.row, at.column));
  }

  extentOf(atom: Atom): Rect {
    return this.swapRect(atom);
  }

  /** The text of a cell as it is compared, merged areas resolved; "" when blank. */
  text(row: number, column: number): string {
    const at = this.swap({ row, column });
    return at.row < 1 || at.column < 1 ? "" : headText(this.atoms.sheet, at.row, at.column);
  }

  reading(row: number, column: number): Reading {
    const at = this.swap({ row, column });
    return readCell(this.atoms.sheet, at.row, at.column);
  }
}
