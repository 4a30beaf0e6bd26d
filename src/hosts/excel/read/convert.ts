import { cellKey, type ErrorCode, type PlainCell, type Rect, type Scalar } from "../../../workbook";

/** What Excel answers for a block, row by row. */
export interface BlockAnswer {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly text: readonly (readonly unknown[])[];
  readonly numberFormat: readonly (readonly unknown[])[];
}

const ERRORS = new Set<string>([
  "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!"
]);
/** Errors of newer Excels; they count as #VALUE!, as they do in a file. */
const NEWER_ERROR = /^#(BUSY|UNKNOWN|EXTERNAL|PYTHON|TIMEOUT)!$/;

/** Adds the cells of one row to those of its sheet; gives about how many bytes Excel sent for it. */
export function convertRow(answer: BlockAnswer, rect: Rect, index: number, cells: Map<number, PlainCell>): number {
  const values = answer.values[index] ?? [];
  const formulas = answer.formulas[index] ?? [];
  const texts = answer.text[index] ?? [];
  const formats = answer.numberFormat[index] ?? [];
  let bytes = 0;
  for (let at = 0; at < values.length; at++) {
    const value = scalarOf(values[at]);
    const formula = formulaOf(formulas[at], values[at]);
    const text = shownText(texts[at]);
    const format = typeof formats[at] === "string" && formats[at] !== "" ? formats[at] as string : "General";
    bytes += sizeOf(values[at]) + sizeOf(formulas[at]) + sizeOf(texts[at]) + sizeOf(formats[at]);
    if (formula === null && (value === null || value === "")) continue;
    cells.set(cellKey(rect.top + index, rect.left + at), { value, formula, text, format });
  }
  return bytes;
}

function scalarOf(value: unknown): Scalar {
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "string") return null;
  if (!value.startsWith("#")) return value;
  if (ERRORS.has(value)) return { error: value as ErrorCode };
  return NEWER_ERROR.test(value) ? { error: "#VALUE!" } : value;
}

/** A text that only looks like a formula ("'=A1" was typed) is told by its value being the same. */
export function formulaOf(formula: unknown, value: unknown): string | null {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula : null;
}

/** A column too narrow for its number shows "####": then the number format has to tell what it means to show. */
function shownText(text: unknown): string | null {
  return typeof text !== "string" || /^#+$/.test(text) ? null : text;
}

/** About the bytes that a value takes on the way: three for a Chinese character, and what stands around it. */
function sizeOf(value: unknown): number {
  if (typeof value !== "string") return String(value).length + 1;
  let bytes = 3;
  for (let at = 0; at < value.length; at++) bytes += value.charCodeAt(at) < 128 ? 1 : 3;
  return bytes;
}
