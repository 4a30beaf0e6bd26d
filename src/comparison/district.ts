import type { WorkbookReport } from "../report/types";

/** An indicator over all stations that state a rate of it. */
export interface DistrictIndicator {
  readonly name: string;
  readonly count: number;
  /** Ratios: 0.8. */
  readonly median: number;
  readonly lowest: readonly { readonly station: string; readonly rate: number }[];
}

/** What a district comes to. */
export interface District {
  readonly indicators: readonly DistrictIndicator[];
  /** 应到, 实到 in 人次 of those that tell both; how many are short. */
  readonly staffing: { readonly count: number; readonly due: number; readonly actual: number; readonly short: number };
  readonly retention: { readonly count: number; readonly median: number | null; readonly below: number };
  /** How many workbooks got which grade, as they state it. */
  readonly grades: readonly { readonly grade: string; readonly count: number }[];
}

const LOWEST = 5;

/** Each indicator's rate over the stations, the median and the lowest five; staffing, retention and grades. */
export function districtOf(reports: readonly WorkbookReport[]): District {
  const rates = new Map<string, { station: string; rate: number }[]>();
  for (const report of reports) {
    const seen = new Set<string>();
    for (const { subject, area, rate } of report.evaluation?.indicators ?? []) {
      if (area !== null || rate === null || seen.has(subject)) continue;
      seen.add(subject);
      rates.set(subject, [...rates.get(subject) ?? [], { station: report.station ?? report.file, rate }]);
    }
  }
  const staffed = reports.flatMap(({ evaluation }) => evaluation?.staffing ?? []);
  const retained = reports.flatMap(({ evaluation }) => evaluation?.retention ?? []);
  const grades = new Map<string, number>();
  for (const { evaluation } of reports) if (evaluation?.scores?.grade) grades.set(evaluation.scores.grade, (grades.get(evaluation.scores.grade) ?? 0) + 1);
  return {
    // What one station alone has is no measure of others.
    indicators: [...rates].filter(([, all]) => all.length > 1).map(([name, all]) => ({
      name, count: all.length, median: medianOf(all.map(({ rate }) => rate))!, lowest: [...all].sort((a, b) => a.rate - b.rate).slice(0, LOWEST)
    })).sort((a, b) => b.count - a.count),
    staffing: { count: staffed.length, due: sum(staffed.map(({ due }) => due)), actual: sum(staffed.map(({ actual }) => actual)), short: staffed.filter(({ surplus }) => surplus < 0).length },
    retention: { count: retained.length, median: medianOf(retained.map(({ rate }) => rate)), below: retained.filter(({ meets }) => !meets).length },
    grades: [...grades].map(([grade, count]) => ({ grade, count }))
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value * 2, 0) / 2;
}

function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
