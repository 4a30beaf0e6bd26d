import { stationCore } from "../tables/roster/remarks";
import { stationOf } from "../tables/titles";
import { isoDate } from "../values/dates";
import type { TextDocument } from "../workbook";
import type { WorkbookReport } from "./types";

/** What tells which station and period a workbook is of. */
export type Paired = Pick<WorkbookReport, "station" | "period">;

/**
 * The workbook that a report speaks of: of the same station and, where both tell it, of the same period. `own`: what the report's own tables
 * say. "none" or "several" where it cannot be told.
 */
export function workbookFor<T extends Paired>(document: TextDocument, own: Paired, candidates: readonly T[]): T | "none" | "several" {
  const text = document.paragraphs.map((paragraph) => paragraph.text.replace(/\s+/g, "")).join("\n");
  const ofStation = candidates.filter(({ station }) => {
    const core = station === null ? "" : stationCore(station);
    return core !== "" && (own.station !== null ? stationCore(own.station) === core : new RegExp(`${core}(?:街|镇)`).test(text));
  });
  const days = new Set([...text.matchAll(/(\d{4})[年.\-/](\d{1,2})[月.\-/](\d{1,2})/g)].map(([, year, month, day]) => isoDate(Number(year), Number(month), Number(day))));
  const ofPeriod = ofStation.filter(({ period }) => {
    if (period === null || own.period === null) return period === null || days.has(period.start);
    return own.period.start === period.start && own.period.end === period.end;
  });
  return ofPeriod.length === 1 ? ofPeriod[0]! : ofPeriod.length > 1 ? "several" : "none";
}

/** The lines of a cover and of a heading are short; the first of a report's name its station. */
const LINES_OF_COVER = 30;
const LONGEST_OF_COVER = 60;

/** The station that the first lines of a report name; null where none does. */
export function stationOnCover({ paragraphs }: TextDocument): string | null {
  for (const { text } of paragraphs.slice(0, LINES_OF_COVER)) {
    const station = text.length <= LONGEST_OF_COVER ? stationOf(text) : null;
    if (station !== null && /(?:街|镇|街道)(?:["“][^"”]*["”])?社工/.test(station)) return station;
  }
  return null;
}
