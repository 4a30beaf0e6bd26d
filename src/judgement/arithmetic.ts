import { shapeOf, type Evaluator } from "../formulas";
import { findDisagreements, type Disagreement } from "../meaning/disagreements";
import { compareRate, holds } from "../meaning/compare";
import { numeric, roundHalfUp, sameNumber } from "../values/numbers";
import { Prover } from "../meaning/proof";
import type { Verdict } from "../meaning/verdict";
import type { Meaning, MeaningSet, Read } from "../meaning/types";
import { KeptJudgements } from "./kept-judgements";
import { sumOf, type JoinedIndicator } from "../tables/indicators/join";
import { readCell } from "../tables/reading";
import type { Reading } from "../tables/types";
import { addressKey, cellIds, findSheet, type CellAddress, type Scalar, type Workbook } from "../workbook";

/** What is known of one cell with a meaning. */
export interface Judgement {
  readonly meaning: Meaning;
  readonly reading: Reading;
  /** What the cell must hold by its inputs as they stand; undefined where nothing can be said. */
  readonly stated: number | "/" | undefined;
  /** What it must hold once every cell known to be wrong is put right. */
  readonly ideal: number | "/" | undefined;
  /** The cell shows the one or the other; null where nothing can be said. */
  readonly agrees: boolean | null;
  /** The cell shows what its inputs give, but they are wrong: a consequence. */
  readonly follows: boolean;
  /** null for a cell without a formula. */
  readonly verdict: Verdict | null;
}

/** What every cell with a known meaning should hold, worked out once for all rules. */
export interface Arithmetic {
  readonly judgements: readonly Judgement[];
  readonly joined: readonly JoinedIndicator[];
  readonly disagreements: readonly Disagreement[];
  readonly evaluator: Evaluator;
  readonly prover: Prover;
  at(address: CellAddress): Judgement | undefined;
  /** The cell as a cell of a table. */
  readingAt(address: CellAddress): Reading;
  /** What a cell that is wrong by itself should hold: a total, or a number that other tables give. */
  readonly corrections: ReadonlyMap<string, number>;
}

/** Judges every meant cell of the workbook, those of one set after the other. The result changes nothing and is shared by all rules. */
export function judge(workbook: Workbook, sets: readonly MeaningSet[], joined: readonly JoinedIndicator[], evaluator: Evaluator): Arithmetic {
  const set = joinedSets(sets);
  const ids = cellIds(workbook);
  const meanings = new Map<number, Meaning>();
  const given = sets.map((one) => one.meanings.filter((meaning) => !isDifferenceOfTotals(workbook, meaning)));
  const primary = given.flat().filter((meaning) => meaning.role !== "same");
  for (const meaning of primary) meanings.set(ids.of(meaning.at), meaning);
  const corrections = new Map<string, number>();
  const corrected = new Map<number, number>();
  const readingAt = (at: CellAddress): Reading => readCell(findSheet(workbook, at.sheet)!, at.row, at.column);
  const current: Read = (at) => findSheet(workbook, at.sheet)?.cell(at.row, at.column)?.value ?? null;
  const idealReader = (): Read => {
    const settled = new Map<number, Scalar>();
    const read: Read = (at) => {
      const id = ids.of(at);
      const before = settled.get(id);
      if (before !== undefined) return before;
      const now = current(at);
      const meaning = meanings.get(id);
      if (!meaning || !isSum(meaning)) return corrected.get(id) ?? now;
      settled.set(id, now);
      const value = corrected.get(id) ?? meaning.compute(read) ?? now;
      settled.set(id, value);
      return value;
    };
    return read;
  };

  const firstIdeal = idealReader();
  const numberOf = (cells: readonly Reading[]): number | null => {
    if (cells.length !== 1) return sumOf(cells);
    const value = numeric(firstIdeal(cells[0]!.at));
    return typeof value === "number" ? value : null;
  };
  const disagreements = findDisagreements(joined, numberOf);
  for (const { reading, expected } of disagreements) {
    corrections.set(addressKey(reading.at), expected);
    corrected.set(ids.of(reading.at), expected);
  }

  const ideal = idealReader();
  const prover = new Prover(workbook, evaluator, set);
  const kept = new KeptJudgements(workbook, sets, new Set(disagreements.map(({ reading }) => reading.at.sheet)));
  const judged = (meaning: Meaning): { judgement: Judgement; staysOnSheet: boolean } => {
    const reading = meaning.inPercent ? inPercent(readingAt(meaning.at)) : readingAt(meaning.at);
    const stated = meaning.compute(current);
    const better = meaning.compute(ideal);
    const fitsStated = agreesWith(meaning, reading, stated);
    const fitsIdeal = agreesWith(meaning, reading, better);
    const { verdict, staysOnSheet } = reading.formula === null ? { verdict: null, staysOnSheet: true } : prover.proved(meaning, reading.formula);
    const judgement: Judgement = {
      meaning,
      reading,
      stated,
      ideal: better,
      agrees: fitsStated === null && fitsIdeal === null ? null : fitsStated === true || fitsIdeal === true,
      follows: fitsIdeal === false && (fitsStated === true || reading.formula !== null),
      verdict
    };
    return { judgement, staysOnSheet };
  };
  const judgements = sets.flatMap((one, index) => given[index]!.map((meaning) => kept.of(one, meaning, judged)));
  const byCell = new Map<string, Judgement>();
  for (const judgement of judgements) {
    const key = addressKey(judgement.meaning.at);
    if (!byCell.has(key)) byCell.set(key, judgement);
  }
  return { judgements, joined, disagreements, evaluator, prover, corrections, at: (address) => byCell.get(addressKey(address)), readingAt };
}

/** One cell less another of the same row, as it is: =D7-C7, =ROUND(D7-C7,2). */
const DIFFERENCE = /^=\s*(?:ROUND\(\s*)?\$?[A-Z]{1,3}\$?\d+(?:\s*[-+]\s*\$?[A-Z]{1,3}\$?\d+)*\s*-\s*\$?[A-Z]{1,3}\$?\d+(?:\s*[-+]\s*\$?[A-Z]{1,3}\$?\d+)*\s*(?:,\s*\d\s*\))?$/i;

/** A sum at the foot of a column of differences that goes on with the column's own formula: it is a difference as the others are, and no sum to be proved. */
function isDifferenceOfTotals(workbook: Workbook, { at, role, inputs }: Meaning): boolean {
  if (role === "rate" || role === "same" || inputs.length < 2) return false;
  const formulaAt = ({ sheet, row, column }: CellAddress): string | null => findSheet(workbook, sheet)?.cell(row, column)?.formula ?? null;
  const own = formulaAt(at);
  if (own === null || !DIFFERENCE.test(own)) return false;
  const shape = shapeOf(own, at.row, at.column);
  const alike = inputs.filter((input) => {
    const formula = formulaAt(input);
    return formula !== null && shapeOf(formula, input.row, input.column) === shape;
  });
  return alike.length >= 2 && alike.length >= inputs.length - 1;
}

function joinedSets(sets: readonly MeaningSet[]): MeaningSet {
  return { meanings: sets.flatMap(({ meanings }) => meanings), variables: sets.flatMap(({ variables }) => variables) };
}

/** A number under a head with (%), or in a format whose % is a text, as the ratio that it means: 68.24 → 68.24%. */
function inPercent(reading: Reading): Reading {
  if (reading.number === null || reading.textual) return reading;
  return { ...reading, number: reading.number / 100, text: /[%％]/.test(reading.text) ? reading.text : `${reading.text}%` };
}

/** Sums follow from their parts; what a rate should be is no input of anything that is put right. */
function isSum(meaning: Meaning): boolean {
  return meaning.role !== "rate" && meaning.role !== "same";
}

/** Scores count with the decimals that they are shown with; a mean may hold more. */
function agreesAt({ number }: Reading, expected: number, decimals: number): boolean {
  return number !== null && sameNumber(roundHalfUp(number, decimals), roundHalfUp(expected, decimals));
}

function agreesWith(meaning: Meaning, reading: Reading, expected: number | "/" | undefined): boolean | null {
  if (expected === undefined) return null;
  if (meaning.table === "scores" && typeof expected === "number") return agreesAt(reading, expected, meaning.decimals ?? 2);
  if (meaning.role !== "rate" || expected === "/") return holds(reading, expected);
  return compareRate(reading, expected)?.equal ?? false;
}
