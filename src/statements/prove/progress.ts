import { say } from "../../messages";
import type { Subject } from "../read/subjects";
import type { Witness } from "../types";
import { keyOf, statedIn } from "./indicators";
import type { Reader } from "./reader";
import { cellWitness, sentenceWitness } from "./statement";
import { labelOf, truthOf } from "./truth";

/** How much of its target was done of an indicator of the whole station. */
export interface Progress {
  readonly name: string;
  /** Done ÷ target, 1 is all of it; several where a cell is wrong: as printed and as it should be. */
  readonly rates: readonly number[];
  readonly witnesses: readonly Witness[];
}

/** By the tables, or by the rate that a sentence gives; null where neither tells. */
export function progressOf(subject: Subject, reader: Reader): Progress | null {
  const truth = truthOf(subject, null, reader);
  if (truth?.target != null && truth.target > 0) {
    const [triple] = truth.triples;
    const at = triple!.rate?.at ?? triple!.done.at;
    return { name: labelOf(truth), rates: [...new Set(truth.dones.map((done) => done / truth.target!))], witnesses: [cellWitness(at, truth.source.file, say("label-done"))] };
  }
  const stated = statedIn(reader).find(({ subject: of, rate, area }) => of !== null && rate !== null && area === null && !of.narrowed && keyOf(of) === keyOf(subject) && rate.token.bound === "exact");
  return stated ? { name: `${stated.count.before}`.replace(/^.*完成/u, "") || stated.count.token.unit, rates: [stated.rate!.token.value / 100], witnesses: [sentenceWitness(stated.rate!)] } : null;
}
