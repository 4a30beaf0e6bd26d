import type { Arithmetic, Judgement } from "../../judgement/arithmetic";
import { roleLabel } from "../../meaning/place";
import { say, type Sentence } from "../../messages";
import type { JoinedIndicator } from "../../tables/indicators/join";
import { numeric } from "../../values/numbers";
import { addressKey, type CellAddress, findSheet, sameCell } from "../../workbook";
import { type Finding, related, type RelatedCell } from "../finding";
import type { CheckContext } from "../rule";

/** The rates that no formula proves right: typed ones, and those whose formula cannot be judged. */
export function* unprovedRates(context: CheckContext): Iterable<Judgement> {
  for (const judgement of context.arithmetic.judgements) {
    if (judgement.meaning.role !== "rate" || judgement.reading.kind === "error") continue;
    if (judgement.verdict === null || judgement.verdict.state === "cannot-tell") yield judgement;
  }
}

/** Target and done of a rate as numbers; sums where its cell is merged over several areas. */
export function partsOf(context: CheckContext, judgement: Judgement): { target: number; done: number } | null {
  const { quotient } = judgement.meaning;
  const sum = (cells: readonly CellAddress[]): number | null => {
    const numbers = cells
      .map((cell) => numeric(findSheet(context.workbook, cell.sheet)?.cell(cell.row, cell.column)?.value ?? null))
      .filter((number): number is number => typeof number === "number");
    return numbers.length === 0 ? null : numbers.reduce((a, b) => a + b, 0);
  };
  const target = quotient ? sum(quotient.targets) : null;
  const done = quotient ? sum(quotient.dones) : null;
  return target === null || done === null ? null : { target, done };
}

/** The cells that a rate divides, as related cells. */
export function inputsOf(judgement: Judgement): RelatedCell[] {
  const { quotient, words } = judgement.meaning;
  return [
    ...(quotient?.dones ?? []).map((at) => related(at, roleLabel("done", words))),
    ...(quotient?.targets ?? []).map((at) => related(at, roleLabel("target", words)))
  ];
}

const repeated = new WeakMap<Arithmetic, ReadonlyMap<string, JoinedIndicator>>();

/** The rates of the same indicator in other tables. */
export function repeatedElsewhere({ arithmetic }: CheckContext, at: CellAddress): RelatedCell[] {
  const indicators = repeated.get(arithmetic)
    ?? new Map(arithmetic.joined.flatMap((indicator) => indicator.statements.flatMap(({ rate }) => (rate ? [[addressKey(rate.at), indicator] as const] : []))).reverse());
  repeated.set(arithmetic, indicators);
  return (indicators.get(addressKey(at))?.statements ?? []).flatMap(({ rate, table }) =>
    rate && !sameCell(rate.at, at) ? [related(rate.at, say(`table-${table.kind}`))] : []);
}

/** What the table calls done and target, as parameters of a sentence. */
export function wordsOf({ meaning: { words } }: Judgement): { doneWord: Sentence; targetWord: Sentence } {
  return { doneWord: roleLabel("done", words), targetWord: roleLabel("target", words) };
}

/** What a rate rests on: R15, or what a table without the station's words proves of itself. */
export function rateBasis({ meaning: { byProof, words } }: Judgement): Sentence {
  return byProof ? say("basis-own-rate", { rate: roleLabel("rate", words), done: roleLabel("done", words), target: roleLabel("target", words) }) : say("basis-rate");
}

/** The subject of a finding about a rate, a total or a repeated number. */
export const rateSubject = (judgement: Judgement): Finding["subject"] => ({
  table: judgement.meaning.table, row: judgement.meaning.row, column: judgement.meaning.column
});
