import type { Settings } from "../settings/types";
import { PARTIES, THIRD_PARTY_ITEMS, type Party } from "../values/party";
import type { Grade, ScoreItem, ScoreRow, ScoreTable } from "../tables/scores/types";
import { hundredthsOf, sumScores } from "../values/exact";
import type { ScoreResult } from "./types";

/** What each item of the third party's score counts at most (R3). */
export const ITEM_WEIGHTS: Readonly<Partial<Record<ScoreItem, number>>> = { monitoring: 10, effect: 15, operation: 10, quality: 20 };

/** 等级 of a total (R2). */
export function gradeOf(total: number, limits: Settings["gradeLimits"]): Grade {
  if (total >= limits.excellent) return "优秀";
  if (total >= limits.good) return "良好";
  return total >= limits.pass ? "合格" : "不合格";
}

/**
 * The 折算分 of an item (R3): its 评分 by its weight, or the mean over the areas of 服务质量, in two decimals. Null while a
 * 评分 is missing. `scoreOf` gives the 评分 of a row, where it is not the printed one.
 */
export function convertedScore(rows: readonly ScoreRow[], weight: number | null, scoreOf = printedScore): number | null {
  const shares = rows.map((row) => {
    const score = scoreOf(row);
    const most = row.standard?.number;
    // Scored out of another maximum (100), a score counts in proportion.
    return score !== null && weight !== null && most && most !== weight ? (score * weight) / most : score;
  });
  if (shares.length === 0 || shares.some((share) => share === null)) return null;
  return finite(hundredthsOf(shares.reduce<number>((sum, share) => sum + share!, 0) / shares.length) / 100);
}

function printedScore({ score }: ScoreRow): number | null {
  return score?.number ?? null;
}

/** The weight of an item: of the third party's parts as R3 has them, of the others as set. */
export function itemWeight(item: ScoreItem, settings: Settings): number | null {
  if (item === "other") return null;
  return ITEM_WEIGHTS[item] ?? settings.weights[item as Party];
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
    return printed?.number != null ? finite(hundredthsOf(printed.number) / 100) : convertedScore(rows, itemWeight(name, settings));
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
