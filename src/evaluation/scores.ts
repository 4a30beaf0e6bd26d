import type { Settings } from "../settings/types";
import { PARTIES, THIRD_PARTY_ITEMS, USUAL_POINTS, type Party } from "../values/party";
import type { DerivedScore, Grade, ScoreItem, ScoreRow, ScoreTable } from "../tables/scores/types";
import { clean, hundredthsOf, meanOf, sumScores, trimmedMean } from "../values/exact";
import type { Reading } from "../tables/types";
import type { ScoreResult } from "./types";

/** What each item of the third party's score counts at most (R3). */
export const ITEM_WEIGHTS: Readonly<Partial<Record<ScoreItem, number>>> = Object.fromEntries(THIRD_PARTY_ITEMS.map((item) => [item, USUAL_POINTS[item]]));

/** 等级 of a total (R2). */
export function gradeOf(total: number, limits: Settings["gradeLimits"]): Grade {
  if (total >= limits.excellent) return "优秀";
  if (total >= limits.good) return "良好";
  return total >= limits.pass ? "合格" : "不合格";
}

/** The number that a cell of a score holds, where it is not the printed one. */
export type ScoreAt = (reading: Reading) => number | null;

const printed: ScoreAt = ({ number }) => number;

/**
 * The 折算分 of an item (R3): its 评分 by its weight, or the mean over the areas of 服务质量, in two decimals. Null while a
 * 评分 is missing.
 */
export function convertedScore(rows: readonly ScoreRow[], weight: number | null): number | null {
  const share = meanShare(rows, weight, printed);
  return share === null ? null : finite(hundredthsOf(share) / 100);
}

function meanShare(rows: readonly ScoreRow[], weight: number | null, scoreAt: ScoreAt): number | null {
  return combine(rows.map(({ score, standard }) => {
    const number = score && scoreAt(score);
    const most = standard?.number;
    // Scored out of another maximum (100), a score counts in proportion.
    return number !== null && weight !== null && most && most !== weight ? (number * weight) / most : number;
  }), meanOf);
}

/** What a cell that follows from others must hold, not rounded; null while one of them is missing. */
export function derivedScore({ relation, inputs, rows, factors, item }: DerivedScore, table: Pick<ScoreTable, "ownPoints">, settings: Settings, scoreAt = printed): number | null {
  const numbers = inputs.map(scoreAt);
  switch (relation) {
    case "share": return meanShare(rows, weightIn(table, item, settings), scoreAt);
    case "mean":
    case "detail": return combine(numbers, meanOf);
    case "trimmed-mean": return combine(numbers, trimmedMean);
    // Nothing deducted is often left blank.
    case "difference": return combine(numbers.slice(0, 1), ([standard]) => clean(standard! - Math.abs(numbers[1] ?? 0)));
    case "product": return combine(numbers, (all) => clean(all.reduce((product, number) => product * number, factors[0]!)));
    case "rate": return combine(numbers, ([score, standard]) => (standard === 0 ? null : score! / standard!));
    case "periods": return combine(numbers, (totals) => clean(totals.reduce((sum, total, i) => sum + total * factors[i]!, 0)));
  }
}

/** What the numbers give together; null while one is missing. */
function combine(numbers: readonly (number | null)[], result: (numbers: readonly number[]) => number | null): number | null {
  return numbers.length === 0 || numbers.some((number) => number === null) ? null : result(numbers.map((number) => number!));
}

/** The weight of an item: of the third party's parts as R3 has them, of the others as set. */
export function itemWeight(item: ScoreItem, settings: Settings): number | null {
  if (item === "other") return null;
  return ITEM_WEIGHTS[item] ?? settings.weights[item as Party];
}

/** The weight by which a table's score of an item is converted; null where the table's own points count. */
function weightIn({ ownPoints }: Pick<ScoreTable, "ownPoints">, item: ScoreItem, settings: Settings): number | null {
  return ownPoints ? null : itemWeight(item, settings);
}

/** What a row's 折算分 is at most; null where nothing says so. */
export function mostConverted(row: ScoreRow, table: Pick<ScoreTable, "ownPoints" | "outOf">, settings: Settings): number | null {
  if (row.weight?.number != null && table.outOf === "hundred") return clean(row.weight.number * 100);
  return table.ownPoints ? row.most : itemWeight(row.item, settings);
}

/** What a table gives for a party: its own line first, then its rows. */
export function partyScore(table: ScoreTable, party: Party, settings: Settings): number | null {
  const line = table.lines.find((candidate) => candidate.party === party);
  return line ? line.value : partyFromRows(table, party, settings);
}

/** What the rows of the score table give for a party, or null. */
export function partyFromRows(table: ScoreTable, party: Party, settings: Settings): number | null {
  const item = (name: ScoreItem): number | null => {
    const rows = table.rows.filter((row) => row.item === name);
    if (rows.length === 0) return null;
    const printed = rows.length === 1 ? rows[0]!.converted : rows.find((row) => row.converted?.number != null)?.converted;
    return printed?.number != null ? finite(hundredthsOf(printed.number) / 100) : convertedScore(rows, weightIn(table, name, settings));
  };
  if (party !== "thirdParty") return item(party);
  const parts = THIRD_PARTY_ITEMS.map(item);
  return parts.every((part) => part !== null) ? finite(sumScores(parts)) : item("thirdParty");
}

/** A score of 1E+308, or one out of next to nothing, is more than a number can hold: it says nothing. */
function finite(score: number): number | null {
  return Number.isFinite(score) ? score : null;
}

/** Scores, total and grade; null where neither settings nor workbook give any score. */
export function evaluateScores(tables: readonly ScoreTable[], settings: Settings): ScoreResult | null {
  const parties = Object.fromEntries(PARTIES.map((party) => [party, scoreFor(tables, party, settings)])) as Record<Party, number | null>;
  const scores = PARTIES.map((party) => parties[party]);
  if (scores.every((score) => score === null)) return null;
  const total = scores.every((score) => score !== null) ? sumScores(scores) : null;
  return { parties, total, grade: total === null ? null : gradeOf(total, settings.gradeLimits) };
}

function scoreFor(tables: readonly ScoreTable[], party: Party, settings: Settings): number | null {
  const set = settings.scores[party];
  if (set !== undefined) return set;
  for (const table of tables) {
    const found = partyScore(table, party, settings);
    if (found !== null) return found;
  }
  return null;
}
