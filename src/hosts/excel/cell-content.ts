import { sameNumber } from "../../values/numbers";
import type { Fix } from "../../workbook";
import { formulaOf } from "./read/convert";

/** What one cell holds, as Excel tells it. */
export interface CellState {
  /** With its leading "=", or null. */
  readonly formula: string | null;
  /** What it shows or stores: "" for a blank cell, "#N/A" for an error. */
  readonly value: string | number | boolean;
  readonly format: string;
}

const ERROR = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/;

/** A loaded cell: values, formulas, numberFormat. */
export function stateOf({ values, formulas, numberFormat }: Excel.Range): CellState {
  const [[value]] = values as [[string | number | boolean]];
  return { formula: formulaOf(formulas[0]?.[0], value), value, format: String(numberFormat[0]?.[0] ?? "General") };
}

/** What a fix says that the cell holds, or shall hold: its formula or its value. */
export function contentOf({ formula, value }: CellState): Exclude<Fix["before"], null> {
  return formula ?? value;
}

/** Whether a cell holds that; spaces, letters' case and quotes around sheets' names in a formula are Excel's to choose. */
export function holds(state: CellState, content: Fix["before"], kind: Fix["kind"]): boolean {
  if (kind === "formula") return state.formula !== null && plain(state.formula) === plain(String(content));
  if (state.formula !== null) return false;
  if (typeof content === "number" && typeof state.value === "number") return sameNumber(state.value, content);
  return state.value === (content ?? "") || state.value === `'${String(content)}`;
}

/** Whether the cell is still what the check saw: `before` is a formula or a value. */
export function isAsBefore(state: CellState, before: Fix["before"]): boolean {
  return state.formula === null ? holds(state, before, "value") : plain(state.formula) === plain(String(before));
}

function plain(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"|'((?:[^']|'')+)'!|\s+|[a-z]+/g, (part, sheet?: string) => (
    sheet !== undefined ? `${sheet.toUpperCase()}!` : part.startsWith("\"") ? part : part.trim().toUpperCase()
  ));
}

/**
 * A value as it is written, so that a text stays one: what looks like a formula, a number, a date or a truth value gets a
 * leading quote, which Excel keeps to itself.
 */
export function asWritten(value: Fix["after"], format: string): string | number | boolean {
  if (typeof value !== "string") return value ?? "";
  if (value === "" || ERROR.test(value)) return value;
  const isTaken = /^[=+\-@'#\s]/.test(value) || (format !== "@" && (/\d/.test(value) || /^(true|false|真|假)$/i.test(value)));
  return isTaken ? `'${value}` : value;
}
