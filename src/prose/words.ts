import { render, say, type Language, type MessageId, type Sentence } from "../messages";
import type { ReportedTable, WorkbookReport } from "../report/types";
import { groupFindings } from "../report/group";

export type Word = (id: MessageId, data?: Sentence["data"]) => string;

export function wordsIn(language: Language): Word {
  return (id, data = {}) => render(say(id, data), language);
}

/** "2025-02-28" as reports write it: "2025年2月28日". */
export function dayText(day: string, word: Word): string {
  const [year, month, date] = day.split("-").map(Number);
  return word("letter-day", { year: year!, month: month!, day: date! });
}

/** "甲、乙和丙" */
export function listed(texts: readonly string[], word: Word): string {
  if (texts.length < 2) return texts.join("");
  return word("prose-list-and", { first: texts.slice(0, -1).join(word("list-separator")), last: texts.at(-1)! });
}

/** That tables from which numbers are quoted hold errors still, or nothing. */
export function openErrors(report: WorkbookReport, kinds: readonly ReportedTable["kind"][], word: Word): string[] {
  const count = groupFindings(report.findings, report.tables)
    .filter(({ table }) => table !== null && kinds.includes(table.kind))
    .reduce((sum, { findings }) => sum + findings.filter(({ severity, ignored }) => severity === "error" && !ignored).length, 0);
  return count === 0 ? [] : [word("prose-open-errors", { count })];
}
