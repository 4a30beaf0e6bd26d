import { agreementFacts, verdictText } from "../agreements/told";
import type { Language } from "../messages";
import type { WorkbookReport } from "../report/types";
import { agreementOf, type Agreement } from "../settings";
import type { SheetDescription, WrittenCell } from "../workbook";
import type { Word } from "./sheets";
import { cell, number, tableSheet, text } from "./table-sheet";

const HEADS = [
  "comparison-file", "comparison-station", "agreements-column-name", "agreements-listed-headcount", "agreements-implied-headcount", "agreements-column-share", "agreements-listed-period", "agreements-implied-period",
  "agreements-column-budget", "agreements-column-verdict"
] as const;

/** 协议事项: what the list of agreements says of each station beside what its workbook implies; then the stations of the list without a workbook. */
export function agreementSheet(reports: readonly WorkbookReport[], names: readonly string[], agreements: readonly Agreement[], language: Language, word: Word): SheetDescription {
  const span = (period: { readonly start: string; readonly end: string } | null | undefined): WrittenCell => text(period ? `${period.start} – ${period.end}` : null);
  const checked = reports.map((report, index) => {
    const facts = agreementFacts(report, agreements);
    const verdict = facts ? verdictText(facts, language) : word("agreements-unknown");
    const isWrong = facts !== null && (facts.headcount.agrees === false || facts.period.agrees === false);
    return [
      text(names[index]!), text(report.station), text(facts?.station ?? null), number(facts?.headcount.listed ?? null), number(facts?.headcount.implied ?? null), cell(facts?.certifiedShare ?? null, "percent"),
      span(facts?.period.listed), span(facts?.period.implied), number(facts?.budget ?? null), cell(verdict, isWrong ? "warning" : "text")
    ];
  });
  const missing = withoutWorkbook(reports, agreements).map(({ station, headcount, certifiedShare, period, budget }) => [
    text(null), text(null), text(station), number(headcount ?? null), number(null), cell(certifiedShare ?? null, "percent"), span(period), span(null), number(budget ?? null), text(word("agreements-no-workbook"))
  ]);
  return tableSheet(word("agreements-sheet"), word("agreements-sheet-title", { count: agreements.length }), HEADS.map((id) => word(id)), [...checked, ...missing], [28, 26, 24, 11, 12, 11, 24, 24, 14, 26]);
}

/** The stations of the list of which no workbook was given. */
export function withoutWorkbook(reports: readonly Pick<WorkbookReport, "station">[], agreements: readonly Agreement[]): readonly Agreement[] {
  const known = new Set(reports.map(({ station }) => agreementOf(agreements, station)));
  return agreements.filter((agreement) => !known.has(agreement));
}
