import { tablesIn } from "../report/check";
import { settingsOf, type CheckOptions } from "../report/settings";
import { allTables } from "../tables/tables";
import type { Workbook } from "../workbook";
import type { Submitted } from "./pairing";

/** What a workbook says of itself, without checking it: station and period, or the months of its roster; null where it holds no table that we know. */
export function identify(workbook: Workbook, options: CheckOptions): Submitted | null {
  const tables = tablesIn(workbook, settingsOf(workbook, options).settings);
  if (allTables(tables).length === 0) return null;
  const months = tables.rosters[0]?.months ?? [];
  const period = tables.period ?? (months.length > 0 ? { start: months[0]!.key, end: months.at(-1)!.key } : null);
  return { file: options.fileName ?? "", station: tables.station, period: period && { start: period.start, end: period.end } };
}
