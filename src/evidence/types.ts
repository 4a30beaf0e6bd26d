import type { Rect } from "../workbook";
import type { SheetAtoms } from "./atoms";

/** One cell as evidence sees it: merged areas resolved, percent texts read as ratios, dates, conditions and serial texts left out. */
export interface Atom extends Rect {
  /** Index of its sheet in the workbook. */
  readonly sheet: number;
  /** "none": "/", "-", 无: a number was not agreed or not counted. */
  readonly kind: "number" | "none" | "text" | "error";
  readonly value: number | null;
  /** Shown with a percent sign. */
  readonly percent: boolean;
  /** Decimals of `value` that the cell shows: "68.24%" → 4. */
  readonly decimals: number;
  readonly formula: string | null;
  readonly text: string;
}

/** A cell that a formula or a relation names; `fixed` where "$" stands before its row and column. */
export interface Place {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly fixed: boolean;
}

/** What a formula says its cell is. */
export type Form =
  | { readonly kind: "quotient"; readonly done: readonly Place[]; readonly target: readonly Place[]; readonly scale: 1 | 100 }
  | { readonly kind: "sum" | "mean"; readonly parts: readonly Place[] }
  | { readonly kind: "difference"; readonly plus: readonly Place[]; readonly minus: readonly Place[] }
  /** How many of the cells hold the mark. */
  | { readonly kind: "count"; readonly cells: readonly Place[]; readonly mark: string }
  | { readonly kind: "same"; readonly of: Place }
  /** Anything else; `reads`: it names cells. */
  | { readonly kind: "other"; readonly reads: boolean };

/** What the line of a rate and other lines of the same shape say; an accusation rests on these, not on `support`. */
export interface LineStats {
  /** Different quotients that chance would hardly give (below one in fifty) and that agree. */
  readonly informative: number;
  /** Cells whose own formula divides just these cells. */
  readonly formulas: number;
  readonly matched: number;
  readonly missed: number;
  /** Lines of this shape on the sheet that hold, and that do not. */
  readonly holds: number;
  readonly fails: number;
  /** The head says percent. */
  readonly named: boolean;
}

/** One rate cell with the cells that it divides, and why. */
export interface Quotient {
  readonly rate: Atom;
  readonly done: readonly Place[];
  readonly target: readonly Place[];
  /** 100: the cell holds 68.24 for 68.24%. */
  readonly scale: 1 | 100;
  /** "deviant": the numbers differ though the line proves the relation; "none": no target; "blank", "error": nothing shown. */
  readonly state: "match" | "deviant" | "none" | "blank" | "error";
  /** The cell's own formula divides these very cells. */
  readonly byFormula: boolean;
  /** A share of one total: the target does not move with the rate. */
  readonly share: boolean;
  /** The natural logarithm of the odds against chance. */
  readonly support: number;
  /** The line of cells that it was placed with. */
  readonly line: number;
  readonly stats: LineStats;
}

/** A cell that adds up others, and why. */
export interface Total {
  readonly cell: Atom;
  /** Only cells that hold something. */
  readonly parts: readonly Place[];
  readonly state: "match" | "deviant" | "blank";
  /** null: no formula that adds along this line; otherwise whether it adds up these very parts. */
  readonly formulaAgrees: boolean | null;
  readonly support: number;
  /** "single": its own formula alone says so. */
  readonly direction: "down" | "across" | "sheets" | "single";
  readonly stats: { readonly matched: number; readonly missed: number; readonly formulas: number; readonly crosses: number };
}

/** A row (or column) that is the sum of others in every line that crosses it. */
export interface LineSum {
  readonly sheet: number;
  readonly direction: "down" | "across";
  /** The row (down) or the column (across) of the sums. */
  readonly line: number;
  readonly of: readonly number[];
  /** The lines across (columns for "down") where it holds by value or by formula, and where it does not. */
  readonly holds: readonly number[];
  readonly missed: readonly number[];
  readonly formulas: number;
  readonly support: number;
}

/** Quotients that belong together, with what the sums say of their axes. */
export interface EvidenceTable extends Rect {
  readonly sheet: number;
  /** Rate, done and target stand in one column instead of one row: metrics as rows. */
  readonly turned: boolean;
  readonly quotients: readonly Quotient[];
  readonly totals: readonly Total[];
}

/** What is proven of the cells of one sheet. */
export interface SheetEvidence {
  readonly forms: ReadonlyMap<Atom, Form>;
  readonly quotients: readonly Quotient[];
  readonly totals: readonly Total[];
  readonly lineSums: readonly LineSum[];
}

/** What formulas and values prove of the cells of a workbook, without a word of the domain. */
export interface Evidence {
  /** By the sheet's index in the workbook; sheets that were left out or are too large have no atoms. */
  readonly sheets: readonly SheetAtoms[];
  /** Sheets with more cells than a table for people has: nothing was looked for by numbers. */
  readonly tooLarge: readonly string[];
  readonly forms: ReadonlyMap<Atom, Form>;
  readonly quotients: readonly Quotient[];
  readonly totals: readonly Total[];
  readonly lineSums: readonly LineSum[];
  /** The same sheet by sheet. */
  readonly onSheets: readonly SheetEvidence[];
  readonly tables: readonly EvidenceTable[];
}
