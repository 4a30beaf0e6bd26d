import { say } from "../messages";
import type { ProvenCells, ProvenRate, ProvenSum } from "../tables/indicators/types";
import type { Reading, TableKind } from "../tables/types";
import { showsLiteralPercent } from "../workbook/number-format";
import { ratio, sum } from "./arithmetic";
import { decimalsShown } from "./compare";
import type { Meaning } from "./types";

/** What cells must hold by the numbers and formulas of their own table, in its own words; the cells that they read. */
export function provenMeanings(table: TableKind, { sums, rates }: ProvenCells): { meanings: Meaning[]; leaves: Reading[] } {
  return {
    meanings: [...rates.map((rate) => rateMeaning(table, rate)), ...sums.map((total) => sumMeaning(table, total))],
    leaves: [...rates.flatMap(({ dones, targets }) => [...dones, ...targets]), ...sums.flatMap(({ parts }) => parts)]
  };
}

function rateMeaning(table: TableKind, { rate, dones, targets, rateInPercent, row, words }: ProvenRate): Meaning {
  return {
    at: rate.at,
    table,
    role: "rate",
    label: say("label-own", { row, word: words.rate ?? "" }),
    row,
    column: words.rate ?? "rate",
    inputs: [...targets, ...dones].map((reading) => reading.at),
    quotient: { dones: dones.map((reading) => reading.at), targets: targets.map((reading) => reading.at) },
    words,
    byProof: true,
    compute: (read) => ratio(sum(dones, read), sum(targets, read)),
    inPercent: rateInPercent || showsLiteralPercent(rate.format),
    decimals: decimalsShown(rate),
    constantsAllowed: false
  };
}

function sumMeaning(table: TableKind, { total, parts, row, word }: ProvenSum): Meaning {
  return {
    at: total.at,
    table,
    role: "total",
    label: say("label-own", { row, word }),
    row,
    column: word,
    inputs: parts.map((reading) => reading.at),
    byProof: true,
    compute: (read) => {
      const value = sum(parts, read);
      return value === "/" ? undefined : value;
    },
    decimals: null,
    constantsAllowed: false
  };
}
