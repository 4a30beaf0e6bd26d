import { render, type Language } from "../messages";
import type { ToldOutcome } from "../tables/told/read";
import { rectName } from "../workbook";
import type { ReportedTold } from "./types";

/** Each told table with the places that were read by it. */
export function reportedTold(outcomes: readonly ToldOutcome[], language: Language): ReportedTold[] {
  return outcomes.map(({ told, places, message }) => ({
    name: told.name, kind: told.kind, places: places.map(({ sheet, rect }) => ({ sheet, range: rectName(rect) })), message: message && render(message, language)
  }));
}

/** What is to be said of told tables that fit none or several, or that the cells contradict. */
export function toldSentences(outcomes: readonly ToldOutcome[], language: Language): string[] {
  return outcomes.flatMap(({ message }) => (message ? [render(message, language)] : []));
}
