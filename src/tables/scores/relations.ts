import { meanOf, trimmedMean } from "../../values/exact";
import { USUAL_POINTS } from "../../values/party";
import { writtenDecimals } from "../../values/text";
import { addressKey } from "../../workbook";
import type { Reading } from "../types";
import { RATE_DECIMALS } from "./limits";
import { decimalsOf, isProven, numbersOf, supportOf, type Support } from "./roles";
import type { DerivedScore, ScoreRelation, ScoreRow } from "./types";

/** Rows that share one 折算分: one row, or the areas of 服务质量. */
export interface ConvertedCell {
  readonly converted: Reading;
  readonly rows: readonly ScoreRow[];
}

/** The 折算分 cells of rows, each once, with the rows that it converts. */
export function convertedCells(rows: readonly ScoreRow[]): ConvertedCell[] {
  const byCell = new Map<string, { converted: Reading; rows: ScoreRow[] }>();
  const shared = sharedWithoutMerge(rows);
  for (const row of rows) {
    if (!row.converted) continue;
    const key = addressKey((shared.get(row) ?? row.converted).at);
    const entry = byCell.get(key) ?? { converted: row.converted, rows: [] };
    entry.rows.push(row);
    byCell.set(key, entry);
  }
  return [...byCell.values()];
}

/** A table pasted as text has no merged cells: the areas' mean stands beside the first of them, and the others are blank. */
function sharedWithoutMerge(rows: readonly ScoreRow[]): ReadonlyMap<ScoreRow, Reading> {
  const shared = new Map<ScoreRow, Reading>();
  rows.forEach((first, index) => {
    if (first.item === "other" || first.converted?.number == null) return;
    const run = [first];
    for (let next = rows[index + 1]; next && next.item === first.item && next.converted?.kind === "blank"; next = rows[index + run.length]) run.push(next);
    const scores = run.map(({ score }) => score?.number ?? null);
    const mean = scores.every((score) => score !== null) ? meanOf(scores) : null;
    if (run.length > 1 && mean !== null && Math.abs(mean - first.converted.number) < HALF_OF_A_HUNDREDTH) for (const row of run) shared.set(row, first.converted);
  });
  return shared;
}

const HALF_OF_A_HUNDREDTH = 0.005_000_1;

const none = (): readonly number[] => [];

/** A way in which the cells of one field may follow from others; null for a cell of which it says nothing. */
interface Candidate {
  readonly relation: ScoreRelation;
  /** In proportion to what the item usually counts. */
  readonly scaled?: boolean;
  factors(index: number): readonly number[];
  inputs(index: number): readonly Reading[];
  result(index: number): number | null;
}

/** The cells of a table that are computed from others of their line, and the fields of which nothing could be proved. */
export interface Relations {
  readonly derived: readonly DerivedScore[];
  readonly unproved: readonly ("score" | "converted")[];
  /** 折算分 is 评分 in proportion to what the item usually counts: it was scored out of another maximum. */
  readonly scaled: boolean;
}

/** How the scores of one evaluation follow from one another. `dropsEnds`: a note says 去掉最高分、最低分. */
export function findRelations(rows: readonly ScoreRow[], dropsEnds: boolean): Relations {
  const scored = scoreRelations(rows, dropsEnds);
  const cells = convertedCells(rows);
  const named = cells.map(({ rows: [row] }) => row!);
  const chosen = choose(cells.map(({ converted }) => converted), conversions(cells));
  return {
    derived: [
      ...scored.derived,
      ...rates(rows),
      ...(chosen ? derivedOf("converted", chosen, cells.map(({ converted }) => converted), named, (i) => cells[i]!.rows) : [])
    ],
    unproved: [...scored.unproved, ...(chosen === null && cells.some(({ converted }) => converted.number !== null) ? ["converted" as const] : [])],
    scaled: chosen?.scaled ?? false
  };
}

function scoreRelations(rows: readonly ScoreRow[], dropsEnds: boolean): Pick<Relations, "derived" | "unproved"> {
  const own = rows.filter(({ score }) => score !== null);
  const cells = own.map(({ score }) => score!);
  const judged = own.some(({ judges }) => judges.length > 0);
  const candidates: Candidate[] = judged
    ? [mean(own, "mean", meanOf), mean(own, "trimmed-mean", trimmedMean)]
    : own.some(({ deduction }) => deduction !== null) ? [difference(own)] : [];
  if (candidates.length === 0) return { derived: [], unproved: [] };
  const chosen = choose(cells, dropsEnds ? [...candidates].reverse() : candidates);
  return chosen ? { derived: derivedOf("score", chosen, cells, own, (i) => [own[i]!]), unproved: [] } : { derived: [], unproved: ["score"] };
}

/** 得分率, where it is 得分 ÷ 标准分 in most lines. */
function rates(rows: readonly ScoreRow[]): DerivedScore[] {
  const own = rows.filter(({ rate, score, standard }) => rate?.number != null && score && standard);
  const cells = own.map(({ rate }) => rate!);
  const quotient: Candidate = {
    relation: "rate", factors: none, inputs: (i) => [own[i]!.score!, own[i]!.standard!],
    result: (i) => (own[i]!.score!.number === null || !own[i]!.standard!.number ? null : own[i]!.score!.number! / own[i]!.standard!.number!)
  };
  const support = supportOf({ cells }, (i) => quotient.result(i), () => true, RATE_DECIMALS);
  return isProven(support) ? derivedOf("rate", quotient, cells, own, (i) => [own[i]!]).map((one) => ({ ...one, decimals: percentDecimals(one.cell) })) : [];
}

function percentDecimals({ text }: Reading): number {
  return writtenDecimals(text) + (text.includes("%") ? 2 : 0);
}

function mean(rows: readonly ScoreRow[], relation: "mean" | "trimmed-mean", kind: (numbers: readonly number[]) => number | null): Candidate {
  const inputs = (i: number): Reading[] => rows[i]!.judges.filter(({ number }) => number !== null);
  return { relation, factors: none, inputs, result: (i) => kind(numbersOf(inputs(i))) };
}

function difference(rows: readonly ScoreRow[]): Candidate {
  return {
    relation: "difference", factors: none,
    inputs: (i) => (rows[i]!.standard && rows[i]!.deduction ? [rows[i]!.standard!, rows[i]!.deduction!] : []),
    result: (i) => {
      const { standard, deduction } = rows[i]!;
      if (standard?.number == null || deduction === null) return null;
      // Nothing deducted is often left blank.
      return deduction.number === null && deduction.kind !== "blank" ? null : standard.number - Math.abs(deduction.number ?? 0);
    }
  };
}

/** In the order of what is believed where several hold alike. */
function conversions(cells: readonly ConvertedCell[]): Candidate[] {
  const scores = (i: number): Reading[] => cells[i]!.rows.map(({ score }) => score).filter((score) => score !== null);
  const score = (i: number): number | null => (cells[i]!.rows.length > 1 ? null : scores(i)[0]?.number ?? null);
  const product = (other: (row: ScoreRow) => Reading | null, factor: number): Candidate => ({
    relation: "product", factors: () => [factor],
    inputs: (i) => [...scores(i), other(cells[i]!.rows[0]!)].filter((reading) => reading !== null),
    result: (i) => {
      const by = other(cells[i]!.rows[0]!)?.number ?? null;
      return score(i) === null || by === null ? null : score(i)! * by * factor;
    }
  });
  const share = (of: (row: ScoreRow) => number | null, scaled = false): Candidate => ({
    relation: "share", scaled, factors: none, inputs: scores,
    result: (i) => {
      const shares = cells[i]!.rows.map(of);
      return shares.some((one) => one === null) ? null : meanOf(shares.map((one) => one!));
    }
  });
  const named: Candidate = {
    relation: "product", factors: (i) => [(cells[i]!.rows[0]!.most ?? 0) / 100], inputs: scores,
    result: (i) => {
      const { most, standard } = cells[i]!.rows[0]!;
      return most === null || standard !== null || score(i) === null ? null : (score(i)! * most) / 100;
    }
  };
  return [
    product(({ weight }) => weight, 1),
    share(({ score }) => score?.number ?? null),
    share(({ score, most, item }) => (score?.number == null || !most ? null : item === "other" ? score.number : (score.number * USUAL_POINTS[item]) / most), true),
    product(({ standard }) => standard, 0.01),
    named
  ];
}

/** The candidate that holds best. Where too little can be compared, what the field is called is believed: the first that is no product. */
function choose(cells: readonly Reading[], candidates: readonly Candidate[]): Candidate | null {
  const tried = candidates.map((candidate) => ({ candidate, support: supportOf({ cells }, (i) => candidate.result(i), () => true) }));
  const known = ({ matches, misses }: Support): number => matches + misses;
  const best = tried.reduce<(typeof tried)[number] | null>((most, one) => (known(one.support) > 0 && one.support.matches > (most?.support.matches ?? 0) ? one : most), null);
  if (best && isProven(best.support, Math.min(3, known(best.support)))) return best.candidate;
  const named = tried.find(({ candidate }) => candidate.relation !== "product");
  return named && known(named.support) < 3 ? named.candidate : null;
}

function derivedOf(
  of: DerivedScore["of"], { relation, factors, inputs }: Candidate, cells: readonly Reading[], named: readonly ScoreRow[], rows: (index: number) => readonly ScoreRow[]
): DerivedScore[] {
  const decimals = decimalsOf(cells);
  return cells.flatMap((cell, i): DerivedScore[] => {
    const read = inputs(i);
    const { item, name, place } = named[i]!;
    return read.length === 0 || cell.kind === "blank" ? [] : [{ cell, of, relation, item, name, row: of === "converted" && item !== "other" ? item : `${item}:${place}`, inputs: read, rows: rows(i), factors: factors(i), decimals }];
  });
}
