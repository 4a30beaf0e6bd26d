import { render, say, type Language } from "../messages";
import type { ReportedEvaluation } from "../report/types";
import { columnLetters } from "../workbook";
import type { AttendanceTable } from "./attendance-block";
import { series, type SheetBuilder } from "./builder";
import { at, DETAILS, INDICATOR, MONTH } from "./grid";
import type { IndicatorRows } from "./indicators-block";
import { monthName } from "./people-block";

/** More bars than that are no longer read; the table has them all. */
const MOST_BARS = 30;
const LEAST_ROWS = 17;
const MOST_ROWS = 30;
/** Where the right chart begins. */
const MIDDLE = 11;

/** A chart of the attendance by month, and one of what was done of each indicator (图表). */
export function addCharts(
  sheet: SheetBuilder, evaluation: ReportedEvaluation | null, attendance: AttendanceTable | null, indicators: IndicatorRows | null, language: Language
): void {
  const bars = indicators?.points.slice(0, MOST_BARS) ?? [];
  if (!attendance && bars.length === 0) return;
  const word = (id: "summary-charts" | "summary-chart-attendance" | "summary-chart-completion" | "summary-due" | "summary-actual-months" | "summary-rate") => render(say(id), language);
  sheet.heading("charts", word("summary-charts"));
  const top = sheet.nextRow;
  // Drawn over two pages a chart says nothing: no higher than a page.
  const height = Math.min(Math.max(LEAST_ROWS, bars.length + 5), MOST_ROWS);
  for (let row = 0; row < height; row++) sheet.row([]);
  const over = (first: number, last: number, rows: number) => `${columnLetters(first)}${top}:${columnLetters(last)}${top + rows - 1}`;
  if (attendance) {
    const { top: first, bottom } = attendance;
    const range = (span: readonly [number, number]) => `${at(span, first)}:${at(span, bottom)}`;
    const months = evaluation!.staffing!.byMonth;
    const labels = months.map(({ month }) => (/^\d{4}-/.test(month) ? month : monthName(month, language)));
    sheet.charts.push({
      kind: "columns", title: word("summary-chart-attendance"), over: over(1, bars.length ? MIDDLE - 1 : DETAILS.last, LEAST_ROWS), format: "0.0",
      series: [
        series(word("summary-due"), "B8C4D6", range(MONTH.month), range(MONTH.due), months.map(({ due }, m) => [labels[m]!, due])),
        series(word("summary-actual-months"), "2F6DB5", range(MONTH.month), range(MONTH.actual), months.map(({ total }, m) => [labels[m]!, total]))
      ]
    });
  }
  if (bars.length) {
    const { top: first } = indicators!;
    const range = (span: readonly [number, number]) => `${at(span, first)}:${at(span, first + bars.length - 1)}`;
    sheet.charts.push({
      kind: "bars", title: word("summary-chart-completion"), over: over(attendance ? MIDDLE : 1, DETAILS.last, height), format: "0%",
      series: [series(word("summary-rate"), "5B8FC7", range(INDICATOR.name), range(INDICATOR.rate), bars)]
    });
  }
}
