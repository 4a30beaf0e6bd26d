import { impliedPosts } from "../report/implied-posts";
import type { WorkbookReport } from "../report/types";
import { agreementOf, type Agreement } from "../settings";
import { sameNumber } from "../values/numbers";

interface Day {
  readonly start: string;
  readonly end: string;
}

/** What the list says of a station beside what its workbook implies. Rates are ratios, money in 元; null is not known. */
export interface AgreementFacts {
  /** As the list calls it. */
  readonly station: string;
  readonly headcount: Fact<number>;
  /** No workbook states the share that it was measured by. */
  readonly certifiedShare: number | null;
  /** The year of the agreement; without one in the workbook, the period of the evaluation must lie in it. */
  readonly period: Fact<Day>;
  readonly budget: number | null;
}

export interface Fact<T> {
  readonly listed: T | null;
  readonly implied: T | null;
  /** null where one of the two says nothing. */
  readonly agrees: boolean | null;
}

/** What the list says of the workbook's station, held against the workbook; null where the list does not know the station, or not for sure. */
export function agreementFacts(report: WorkbookReport, agreements: readonly Agreement[]): AgreementFacts | null {
  const agreement = agreementOf(agreements, report.station);
  if (!agreement) return null;
  const { headcount = null, certifiedShare = null, period = null, budget = null } = agreement;
  const posts = impliedPosts(report.evaluation);
  const year = report.evaluation?.sources?.agreement ?? null;
  return {
    station: agreement.station, certifiedShare, budget,
    headcount: { listed: headcount, implied: posts, agrees: headcount === null || posts === null ? null : sameNumber(headcount, posts) },
    period: { listed: period, implied: year ?? report.period, agrees: period === null ? null : year ? period.start === year.start && period.end === year.end : report.period && lies(report.period, period) }
  };
}

/** The facts that the workbook contradicts. */
export function contradicted(facts: AgreementFacts): ("headcount" | "period")[] {
  return (["headcount", "period"] as const).filter((key) => facts[key].agrees === false);
}

function lies(inner: Day, outer: Day): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
