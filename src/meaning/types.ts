import type { Sentence } from "../messages";
import type { OwnWords } from "../tables/indicators/types";
import type { TableKind } from "../tables/types";
import type { CellAddress, Scalar } from "../workbook";

/** Reads the value of a cell: of the workbook as it is, or of a workbook whose inputs were changed to prove a formula. */
export type Read = (at: CellAddress) => Scalar;

export type MeaningRole =
  | "rate" | "total" | "same"            // indicator tables: 百分比, 合计, a number repeated from another table
  | "person-total" | "tick-count" | "month-total" | "column-sum" | "grand-total" | "retention"   // roster
  | "converted" | "score-sum" | "mean";  // scores

/**
 * What a cell must hold, as a function of other cells. A formula in that cell is right when it gives this for other
 * inputs too; the number that the cell shows is right when it is this for the inputs as they stand.
 */
export interface Meaning {
  readonly at: CellAddress;
  readonly table: TableKind;
  /** Where a sheet may hold several tables of the kind that are filled in each in its own way (lists): which one. */
  readonly block?: string;
  readonly role: MeaningRole;
  /** What the cell is, for the user: 「专业个案·接案 片区1 的百分比」. */
  readonly label: Sentence;
  /** Row and column of the fingerprint: indicator, 序号 or month; role of the column. No address, name or value. */
  readonly row: string;
  readonly column: string;
  /** The cells that compute() reads. */
  readonly inputs: readonly CellAddress[];
  /** Of a rate: the cells whose sums are divided. */
  readonly quotient?: { readonly dones: readonly CellAddress[]; readonly targets: readonly CellAddress[] };
  /** What the table itself calls the columns, where it uses none of the usual words. */
  readonly words?: OwnWords;
  /** It is known by the numbers and formulas of the table alone, not by the roles of a station's table. */
  readonly byProof?: boolean;
  /** The number the cell must hold, "/" where it must show no rate, undefined where nothing can be said (an input is missing or no number). */
  compute(read: Read): number | "/" | undefined;
  /** A rate above 100% is kept at 100%, as the table itself does. */
  readonly isCapped?: boolean;
  /** A number in the cell, other than one with a percent sign, is in percent: the head says (%). */
  readonly inPercent?: boolean;
  /** Decimals to which a formula must agree: 4 for rates (0.6824), null for exact sums. */
  readonly decimals: number | null;
  /** A formula of constants only (=16/20) is how this cell is filled in by hand, and no slip. */
  readonly constantsAllowed: boolean;
}

/**
 * Inputs that a proof may change, together. "count": one cell, any whole number above zero. Otherwise one of the
 * choices: a value for each of the cells (three marks of one month are set or cleared as one).
 */
export interface Variable {
  readonly cells: readonly CellAddress[];
  readonly choices: "count" | readonly (readonly Scalar[])[];
}

/** The meanings of the cells of one or more tables, and what may be changed to prove them. */
export interface MeaningSet {
  readonly meanings: readonly Meaning[];
  readonly variables: readonly Variable[];
}
