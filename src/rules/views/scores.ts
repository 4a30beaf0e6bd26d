import { derivedScore } from "../../evaluation/scores";
import { inSeries } from "../../meaning/scores";
import type { Settings } from "../../settings/types";
import type { DerivedScore, ScoreSumCell, ScoreTable } from "../../tables/scores/types";
import type { Reading } from "../../tables/types";
import { hundredthsOf, meanOf, sumScores, trimmedMean } from "../../values/exact";
import { roundHalfUp, sameNumber } from "../../values/numbers";
import { addressKey } from "../../workbook";
import type { Finding } from "../finding";

/** What a finding about a score is known by; of several evaluations side by side each has its own. */
export function scoreSubject(table: Pick<ScoreTable, "series">, row: string, column: string): Finding["subject"] {
  return { table: "scores", row: inSeries(table, row), column };
}

/** What the cell should show, or null where it is right or nothing can be said; `wrong` are other cells with what they should hold. */
export function wrongDerived(one: DerivedScore, table: ScoreTable, settings: Settings, wrong: ReadonlyMap<string, number> = new Map()): number | null {
  const { cell, decimals } = one;
  if (cell.number === null && cell.formula === null) return null;
  const shows = (expected: number): boolean => cell.number !== null && sameNumber(roundHalfUp(cell.number, decimals), roundHalfUp(expected, decimals));
  const put = (reading: Reading): number | null => wrong.get(addressKey(reading.at)) ?? reading.number;
  const [stated, corrected] = [derivedScore(one, table, settings), derivedScore(one, table, settings, put)];
  if (passesOverTexts(one, shows)) return null;
  if (stated === null || corrected === null || !Number.isFinite(stated) || shows(stated) || shows(corrected)) return null;
  return roundHalfUp(corrected, decimals);
}

/** A formula passes over a number kept as text, and so did who typed its result: that number has a finding of its own. */
function passesOverTexts({ cell, inputs, relation }: DerivedScore, shows: (expected: number) => boolean): boolean {
  if (inputs.every(({ textual }) => !textual)) return false;
  const others = inputs.flatMap(({ textual, number }) => (textual || number === null ? [] : [number]));
  return cell.formula !== null || (others.length > 0 && [relation === "trimmed-mean" ? trimmedMean(others) : meanOf(others)].some((mean) => mean !== null && shows(mean)));
}

/** The wrong cells of a table that follow from others, each with what it should hold; 折算分 by what 评分 should be. */
export function wrongCells(table: ScoreTable, settings: Settings): ReadonlyMap<string, number> {
  const wrong = new Map<string, number>();
  for (const part of ["score", "converted", "rate"] as const) {
    for (const one of table.derived) {
      const right = one.of === part ? wrongDerived(one, table, settings, wrong) : null;
      if (right !== null) wrong.set(addressKey(one.cell.at), right);
    }
  }
  return wrong;
}

/** What a sum comes to. */
export interface SumShown {
  /** Of what its parts show. */
  readonly expected: number;
  /** As a formula adds up: texts left out, means not rounded. */
  readonly asAdded: number;
  /** With the wrong ones of its parts put right. */
  readonly corrected: number;
  /** Every part holds a number. */
  readonly complete: boolean;
}

/** What the parts of a sum come to; `wrong` are the cells that are wrong by themselves. */
export function sumShown({ units, of }: ScoreSumCell, wrong: ReadonlyMap<string, number>): SumShown {
  // 权重 are small numbers: hundredths would be too coarse.
  const add = (numbers: readonly number[]): number => (of === "weight" ? roundHalfUp(numbers.reduce((sum, number) => sum + number, 0), 6) : sumScores(numbers));
  const each = (pick: (reading: Reading) => number): number[] => units.map(({ cells, sign }) => sign * (meanOf(cells.map(pick)) ?? 0));
  const shown = ({ number }: Reading): number => number ?? 0;
  return {
    expected: add(each(shown)),
    asAdded: each((reading) => (reading.textual ? 0 : shown(reading))).reduce((sum, number) => sum + number, 0),
    corrected: add(each((reading) => wrong.get(addressKey(reading.at)) ?? shown(reading))),
    complete: units.every(({ cells }) => cells.every((reading) => reading.number !== null || (of !== "score" && isNothing(reading))))
  };
}

function isNothing({ kind }: Reading): boolean {
  return kind === "blank" || kind === "slash";
}

/** The sum shows the number, at the precision of scores (of weights: of a hundredth of a percent). */
export function showsSum({ cell, of }: ScoreSumCell, expected: number): boolean {
  if (cell.number === null) return false;
  return of === "weight" ? sameNumber(roundHalfUp(cell.number, 4), roundHalfUp(expected, 4)) : hundredthsOf(cell.number) === hundredthsOf(expected);
}

/** A number of a score table. */
export interface ScoreNumber {
  readonly reading: Reading;
  readonly name: string;
  /** Cells of one field are filled in alike. */
  readonly field: string;
  /** It adds up others. */
  readonly isResult: boolean;
  /** For the fingerprint. */
  readonly row: string;
}

/** Every cell of a table that holds a score, its points, a deduction or a weight, each once. */
export function scoreNumbers({ rows, sums, series }: ScoreTable): ScoreNumber[] {
  const counted = rows.some(({ converted }) => converted !== null) ? "converted" : "score";
  const cells = [
    ...rows.flatMap((row) => [
      ...(["standard", "weight", "deduction", "score", "converted"] as const).map((field) => ({ reading: row[field], field })),
      ...row.judges.map((reading) => ({ reading, field: "judge" }))
    ].map((cell, i) => ({ ...cell, name: `${series}${row.name}`, row: `${row.item}:${row.place}:${i}`, isResult: false }))),
    ...sums.map(({ cell, row, subtotal, head, of }) => ({ reading: cell, name: subtotal ?? head, row, field: of === "score" ? counted : of, isResult: true }))
  ];
  return [...new Map(cells.flatMap(({ reading, ...rest }) => (reading?.kind === "number" ? [[addressKey(reading.at), { reading, ...rest }] as const] : []))).values()];
}
