import { isError, type Scalar } from "../workbook";
import { toBoolean, toNumber, toText } from "./coerce";
import type { ArgumentSpec } from "./functions/spec";
import type { Run } from "./run";
import { Raise, VALUE, type Value } from "./values";

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
