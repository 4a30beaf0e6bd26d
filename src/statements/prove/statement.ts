import { say, type Sentence } from "../../messages";
import type { CellAddress } from "../../workbook";
import { placeOfMeasure, type Measure } from "../text/measures";
import type { Contradiction, Place, Statement, Witness } from "../types";

/** What a proof says of one or several numbers of a sentence. */
export interface Proof extends Statement {
  /** The numbers that it speaks of: none of them is told of twice. */
  readonly measures: readonly Measure[];
}

export interface Told {
  readonly kind: string;
  readonly subject?: string;
  readonly scope?: string;
  readonly place?: Place;
  readonly witnesses?: readonly Witness[];
}

export function agrees(measures: readonly Measure[], told: Told): Proof {
  return proof(measures, told, "agrees", null);
}

export function unknown(measures: readonly Measure[], told: Told): Proof {
  return proof(measures, told, "unknown", null);
}

export function contradicts(measures: readonly Measure[], told: Told, contradiction: Contradiction): Proof {
  return proof(measures, told, "contradicts", contradiction);
}

function proof(measures: readonly Measure[], { kind, subject = kind, scope = "", place, witnesses = [] }: Told, verdict: Statement["verdict"], contradiction: Contradiction | null): Proof {
  return { measures, kind, subject, scope, place: place ?? placeOfMeasure(measures[0]!), verdict, contradiction, witnesses };
}

/** A cell that a statement was held against. */
export function cellWitness(cell: CellAddress, file: string | null, label: Sentence): Witness {
  return { cell, file, label };
}

/** Another sentence that a statement was held against. */
export function sentenceWitness(measure: Measure): Witness {
  return { place: placeOfMeasure(measure), label: say("statement-label-sentence") };
}
