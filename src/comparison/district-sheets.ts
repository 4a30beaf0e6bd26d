import { render, type Language } from "../messages";
import type { WorkbookReport } from "../report/types";
import { percentText } from "../values/numbers";
import type { SheetDescription } from "../workbook";
import type { AcrossQuestion } from "./across";
import type { District } from "./district";
import type { Word } from "./sheets";
import { cell, number, tableSheet, text } from "./table-sheet";

/** What the district comes to: each indicator's median and the lowest five, then staffing, retention and grades. */
export function districtSheet({ indicators, staffing, retention, grades }: District, word: Word): SheetDescription {
  const heads = (["district-indicator", "district-count", "district-median", "district-lowest"] as const).map((id) => word(id));
  const rates = indicators.map(({ name, count, median, lowest }) =>
    [text(name), number(count), cell(median, "percent"), text(lowest.map(({ station, rate }) => `${station} ${percentText(rate)}`).join(word("list-separator")))]);
  const others = [
    [text(word("district-staffing")), number(staffing.count), cell(staffing.due > 0 ? staffing.actual / staffing.due : null, "percent"), text(word("district-staffing-text", { due: staffing.due, actual: staffing.actual, short: staffing.short }))],
    [text(word("district-retention")), number(retention.count), cell(retention.median, "percent"), text(word("district-retention-text", { below: retention.below }))],
    ...grades.map(({ grade, count }) => [text(word("district-grade", { grade })), number(count), cell(null, "percent"), text(null)])
  ];
  return tableSheet(word("district-sheet"), word("district-title"), heads, [...rates, ...others], [34, 10, 12, 90]);
}

/** What the stations should be asked about each other, a row for each station of a question. */
export function acrossSheet(questions: readonly AcrossQuestion[], reports: readonly WorkbookReport[], names: readonly string[], language: Language, word: Word): SheetDescription {
  const heads = (["across-number", "comparison-file", "comparison-station", "comparison-sheet", "comparison-cell", "across-question"] as const).map((id) => word(id));
  const body = questions.flatMap(({ places, message }, index) => places.map(({ submission, sheet, cell: at }) =>
    [number(index + 1), text(names[submission]!), text(reports[submission]!.station), text(sheet), text(at), text(render(message, language))]));
  return tableSheet(word("across-sheet"), word("across-title", { count: questions.length }), heads, body, [8, 28, 26, 16, 8, 90]);
}
