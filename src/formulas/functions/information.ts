import { isError, type Scalar } from "../../workbook";
import { toNumber } from "../coerce";
import { Lambda, Matrix, NA, Raise, Reference, VALUE, type Value } from "../values";
import { fn, looking, type FunctionTable } from "./spec";

const ERROR_TYPES = new Map<string, number>([
  ["#NULL!", 1], ["#DIV/0!", 2], ["#VALUE!", 3], ["#REF!", 4], ["#NAME?", 5], ["#NUM!", 6], ["#N/A", 7],
  ["#GETTING_DATA", 8], ["#SPILL!", 9], ["#CONNECT!", 10], ["#BLOCKED!", 11], ["#FIELD!", 13], ["#CALC!", 14]
]);

const test = (holds: (value: Scalar) => boolean) => fn("e", ([value]) => holds(value));

/** ISEVEN and ISODD read texts as numbers, but no truth values. */
function parity(value: Scalar): number {
  if (isError(value)) throw new Raise(value);
  if (typeof value === "boolean") throw new Raise(VALUE);
  return Math.abs(Math.trunc(toNumber(value))) % 2;
}

function typeNumber(value: Value): number {
  if (value instanceof Matrix) return 64;
  if (value instanceof Lambda) return 128;
  if (isError(value)) return 16;
  return typeof value === "boolean" ? 4 : typeof value === "string" ? 2 : 1;
}

export const informationFunctions: FunctionTable = {
  ISNUMBER: test((value) => typeof value === "number"),
  ISTEXT: test((value) => typeof value === "string"),
  ISNONTEXT: test((value) => typeof value !== "string"),
  ISLOGICAL: test((value) => typeof value === "boolean"),
  ISBLANK: test((value) => value === null),
  ISERROR: test(isError),
  ISERR: test((value) => isError(value) && value.error !== "#N/A"),
  ISNA: test((value) => isError(value) && value.error === "#N/A"),
  ISEVEN: fn("e", ([value]) => parity(value) === 0),
  ISODD: fn("e", ([value]) => parity(value) === 1),
  ISREF: looking("place", fn("a", ([value]) => value instanceof Reference)),
  ISFORMULA: looking("workbook", fn("a", ([value], context) => {
    if (!(value instanceof Reference)) return VALUE;
    const { sheet, top, left } = value.area;
    return context.formulaAt(sheet, top, left) !== null;
  })),
  NA: fn("", () => NA),
  TYPE: fn("a", ([value], context) => typeNumber(value instanceof Reference ? context.scalar(value) : value)),
  "ERROR.TYPE": fn("e", ([value]) => (isError(value) ? ERROR_TYPES.get(value.error) ?? NA : NA)),
  N: fn("e", ([value]) => (isError(value) ? value : typeof value === "string" ? 0 : Number(value)))
};
