import { readsOf } from "../../formulas";
import type { Judgement } from "../../judgement/arithmetic";
import { addressKey, type CellAddress, rectContains } from "../../workbook";
import type { CheckContext } from "../rule";

const known = new WeakMap<CheckContext["arithmetic"], ReadonlyMap<string, readonly Judgement[]>>();

/** Does the rate or total beside it, or another formula of its sheet that should, read the cell? */
export function isReadByFormula(context: CheckContext, at: CellAddress): boolean {
  return (readersOf(context).get(addressKey(at)) ?? []).some(({ meaning, reading }) => {
    if (meaning.at.sheet !== at.sheet) return false;
    return readsOf(reading.formula!, meaning.at, context.workbook)?.ranges.some((range) => range.sheet === at.sheet && rectContains(range.rect, at.row, at.column)) ?? false;
  });
}

/** By cell, the cells with formulas that must be computed from it. */
function readersOf({ arithmetic }: CheckContext): ReadonlyMap<string, readonly Judgement[]> {
  let readers = known.get(arithmetic);
  if (readers) return readers;
  const found = new Map<string, Judgement[]>();
  for (const judgement of arithmetic.judgements) {
    if (judgement.reading.formula === null) continue;
    for (const key of new Set(judgement.meaning.inputs.map(addressKey))) {
      const list = found.get(key);
      if (list) list.push(judgement);
      else found.set(key, [judgement]);
    }
  }
  known.set(arithmetic, (readers = found));
  return readers;
}
