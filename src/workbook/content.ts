import type { Scalar, SheetContent, Workbook } from "./workbook";

/** A cell as plain data. */
export interface PlainCell {
  readonly value: Scalar;
  readonly formula: string | null;
  /** What the sheet shows; null where only the number format tells. */
  readonly text: string | null;
  readonly format: string;
}

export interface PlainSheet extends Omit<SheetContent, "cells"> {
  readonly cells: Map<number, PlainCell>;
}

/** A snapshot as plain data, without functions: it can be posted to a web worker, which makes a Workbook of it. */
export interface WorkbookContent extends Omit<Workbook, "sheets"> {
  readonly sheets: readonly PlainSheet[];
}
