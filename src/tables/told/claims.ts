import { rectContains, rectsMeet, type CellAddress } from "../../workbook";
import type { IndicatorTables } from "../indicators/find";
import type { Roster } from "../roster/types";
import type { ScoreTable } from "../scores/types";
import type { TableBase } from "../types";
import type { Claim } from "./read";

export interface Recognised extends IndicatorTables {
  readonly rosters: readonly Roster[];
  readonly scores: readonly ScoreTable[];
}

/** What was recognised, without what the user told himself: of lists and cards only the entries that lie there. */
export function withoutClaimed(found: Recognised, claims: readonly Claim[]): Recognised {
  if (claims.length === 0) return found;
  const free = <T extends Pick<TableBase, "sheet" | "rect">>(tables: readonly T[]): T[] => tables.filter((table) => !isClaimed(table, claims));
  const freeItems = <T extends IndicatorTables["overall"][number] | IndicatorTables["cards"][number]>(tables: readonly T[]): T[] => tables.flatMap((table): T[] => {
    if (!isClaimed(table, claims)) return [table];
    const items = table.items.filter(({ done }) => !holds(claims, done.at));
    const proven = { rates: table.proven.rates.filter(({ rate }) => !holds(claims, rate.at)), sums: table.proven.sums.filter(({ total }) => !holds(claims, total.at)) };
    return items.length === 0 ? [] : [{ ...table, items, proven }];
  });
  const silent = claims.filter(({ told }) => told.kind === "none");
  return {
    matrices: free(found.matrices), overall: freeItems(found.overall), cards: freeItems(found.cards), quotients: free(found.quotients),
    footnotes: found.footnotes.filter((note) => !isClaimed(note, silent)), rosters: free(found.rosters), scores: free(found.scores)
  };
}

/** Does a told table speak for a part of it? */
export function isClaimed({ sheet, rect }: Pick<TableBase, "sheet" | "rect">, claims: readonly Claim[]): boolean {
  return claims.some((claim) => claim.sheet === sheet && rectsMeet(claim.rect, rect));
}

function holds(claims: readonly Claim[], at: CellAddress): boolean {
  return claims.some(({ sheet, rect }) => sheet === at.sheet && rectContains(rect, at.row, at.column));
}
