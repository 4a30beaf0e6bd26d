import { render, say, type Language, type MessageId, type Sentence } from "../messages";
import type { WorkbookReport } from "../report/types";

/** The kinds of cells that a report counts, in words. */
const COVERAGE_WORDS = new Map<string, MessageId>([
  ["rates", "coverage-rates"],
  ["percentages", "coverage-percentages"],
  ["totals", "coverage-totals"],
  ["formulas", "coverage-formulas"],
  ["repeated", "coverage-repeated"],
  ["people", "coverage-people"],
  ["marks", "coverage-marks"],
  ["subtotals", "coverage-subtotals"],
  ["scores", "coverage-scores"]
]);

/** What a check proved, in one line: 「已核对百分比 82 个、合计 28 个」. */
export function coverageText(coverage: WorkbookReport["coverage"], language: Language): string {
  const items = Object.entries(coverage).filter(([name, count]) => count > 0 && (name !== "percentages" || !coverage.rates)).map(([name, count]): Sentence => {
    // 58 of 60 percentages: the others are told of.
    if (name === "rates" && coverage.percentages) return say("coverage-rates-of", { count, of: coverage.percentages });
    const id = COVERAGE_WORDS.get(name);
    return id ? say(id, { count }) : say("coverage-other", { name, count });
  });
  if (!items.length) return render(say("coverage-none"), language);
  const separator = render(say("list-separator"), language);
  return render(say("coverage-checked", { items: items.map((item) => render(item, language)).join(separator) }), language);
}

/** The period with its months, or a sentence that there is none. */
export function periodText(period: WorkbookReport["period"], language: Language): string {
  return render(period ? say("period-of", period) : say("period-unknown"), language);
}

/** The station's name, or a sentence that no title names it. */
export function stationText(station: string | null, language: Language): string {
  return station ?? render(say("station-unknown"), language);
}

/** The numbers of findings by severity; ignored ones count nowhere else. */
export function countFindings(findings: WorkbookReport["findings"]) {
  const counts = { error: 0, warning: 0, info: 0, ignored: 0 };
  for (const finding of findings) counts[finding.ignored ? "ignored" : finding.severity]++;
  return counts;
}

/** The remarks of an evaluation: what was found out, and apart from it the defaults that no report states, without their label. */
export function splitNotes(notes: readonly string[], language: Language): { readonly found: readonly string[]; readonly assumed: readonly string[] } {
  const label = render(say("assumption", { what: "", check: say("derived-check") }), language);
  return {
    found: notes.filter((note) => !note.endsWith(label)),
    assumed: notes.filter((note) => note.endsWith(label)).map((note) => note.slice(0, -label.length))
  };
}

/** "2026-11-21 14:30" in local time. */
export function minuteOf(time: Date): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
