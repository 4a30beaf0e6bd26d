import { isError, type Scalar } from "../workbook";
import { toBoolean, toNumber, toText } from "./coerce";
import type { ArgumentSpec, EagerFunction } from "./functions/spec";
import { broadcast } from "./operators";
import type { Run } from "./run";
import { Matrix, Raise, Reference, References, Unknown, VALUE, type Value } from "./values";

/** Arguments as their function wants them: single values turned into what it computes with. */
export function coerced(args: readonly (Value | undefined)[], specs: readonly ArgumentSpec[], run: Run): (Value | undefined)[] {
  return args.map((value, i) => (value === undefined || specs[i]!.kind === "a" ? value : single(run.scalar(value), specs[i]!.kind, run)));
}

function single(value: Scalar, kind: ArgumentSpec["kind"], run: Run): Scalar {
  switch (kind) {
    case "n": return toNumber(value, run.date1904);
    case "k":
      if (typeof value === "boolean") throw new Raise(VALUE);
      return toNumber(value, run.date1904);
    case "t": {
      const text = toText(value);
      run.spendOnText(text);
      return text;
    }
    case "b": return toBoolean(value);
    case "s":
      if (isError(value)) throw new Raise(value);
      return value;
    case "e":
    case "a": return value;
  }
}

/** What a call for an element costs, in cells looked at. */
const ELEMENT_WORK = 4;
/** Functions that give a reference for each element of an array. */
const GIVE_REFERENCES = new Set(["INDIRECT", "OFFSET"]);
/** Functions that take such references one by one. Of the others it is not known what Excel makes of them. */
const TAKE_REFERENCES = new Set([
  "SUMIF", "SUMIFS", "COUNTIF", "COUNTIFS", "AVERAGEIF", "AVERAGEIFS", "MAXIFS", "MINIFS", "COUNTBLANK", "SUBTOTAL", "N", "T"
]);

/** Runs a function once for every element of the arrays among its single-valued arguments, and of arrays of references. */
export function callForEach(
  name: string, spec: EagerFunction, args: readonly (Value | undefined)[], specs: readonly ArgumentSpec[], run: Run
): Matrix | References {
  const places = args.flatMap((value, i) => ((specs[i]!.kind !== "a" && value instanceof Matrix) || value instanceof References ? [i] : []));
  if (places.some((i) => args[i] instanceof References) && !TAKE_REFERENCES.has(name)) throw new Unknown("unknown-function", name);
  const given: (Reference | Scalar)[] = [];
  const matrix = broadcast(places.map((i) => numbered(args[i]!)), (elements) => {
    run.spend(ELEMENT_WORK);
    const each = args.slice();
    places.forEach((place, k) => {
      const value = args[place];
      each[place] = value instanceof References && typeof elements[k] === "number" ? value.list[elements[k]]! : elements[k]!;
    });
    try {
      const result = spec.run(coerced(each.map((value, i) => firstCell(value, specs[i]!)), specs, run), run);
      if (GIVE_REFERENCES.has(name)) given.push(result instanceof Reference ? result : run.scalar(result));
      return GIVE_REFERENCES.has(name) ? null : run.scalar(result);
    } catch (raised) {
      if (!(raised instanceof Raise)) throw raised;
      if (GIVE_REFERENCES.has(name)) given.push(raised.error);
      return raised.error;
    }
  });
  // What would stand behind the end of a cut column was asked for first.
  return GIVE_REFERENCES.has(name) ? new References(matrix.rows, matrix.columns, given.slice(given.length - matrix.size)) : matrix;
}

/** An array of references as the array of their places in the list. */
function numbered(value: Value): Value {
  return value instanceof References ? Matrix.build(value.rows, value.columns, (row, column) => row * value.columns + column) : value;
}

/** Where a single value is wanted of one reference among several, it is that of its first cell. */
function firstCell(value: Value | undefined, { kind }: ArgumentSpec): Value | undefined {
  if (kind === "a" || !(value instanceof Reference)) return value;
  const { sheet, top, left } = value.area;
  return new Reference([{ sheet, top, left, bottom: top, right: left }]);
}
