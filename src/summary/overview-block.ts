import { render, say, type Language, type MessageId, type Sentence } from "../messages";
import type { ReportedTable, WorkbookReport } from "../report/types";
import { parseRectName } from "../workbook";
import { linked, written, type SheetBuilder } from "./builder";
import { countFindings, coverageText, periodText, stationText } from "./words";

/** Station, period, counts, what was checked and what was not. */
export function addOverview(sheet: SheetBuilder, report: WorkbookReport, language: Language): void {
  const word = (id: MessageId) => render(say(id), language);
  const counts = countFindings(report.findings);
  sheet.banner(word("summary-title"), "title");
  sheet.banner(render(say("summary-origin", { file: baseName(report.file) }), language), "muted");
  sheet.labelled(word("summary-station"), stationText(report.station, language));
  sheet.labelled(word("summary-period"), periodText(report.period, language));
  for (const severity of ["error", "warning", "info"] as const) {
    sheet.labelled(word(`severity-${severity}`), counts[severity], counts[severity] ? severity : "good");
  }
  if (counts.ignored) sheet.labelled(word("summary-ignored-count"), counts.ignored, "muted");
  sheet.labelled(word("summary-coverage"), coverageText(report.coverage, language));
  const left = report.notChecked.length ? report.notChecked : [word("summary-nothing-left-out")];
  for (const sentence of left) sheet.labelled(word("summary-not-checked"), sentence);
}

/** The file's name without its folders, which are nobody's business who gets the copy. */
function baseName(file: string): string {
  return file.split(/[\\/]/).pop() ?? file;
}

/** The tables found (找到的表格), with a jump to each. */
export function addTables(sheet: SheetBuilder, tables: readonly ReportedTable[], language: Language): void {
  const word = (sentence: Sentence) => render(sentence, language);
  sheet.heading(word(say("summary-tables")));
  sheet.mergeFrom("D");
  sheet.heads([word(say("summary-table")), word(say("summary-sheet")), word(say("summary-range")), word(say("summary-table-title"))]);
  for (const table of tables) {
    const rect = parseRectName(table.range);
    sheet.mergeFrom("D");
    sheet.row(
      written(word(say(`table-${table.kind}`)), "text"),
      written(table.sheet, "text"),
      linked(table.range, rect && { sheet: table.sheet, row: rect.top, column: rect.left }),
      written(table.title, "text")
    );
  }
}
