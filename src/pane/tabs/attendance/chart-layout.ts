import type { ReportedEvaluation } from "../../../report/types";

export type StaffMonth = NonNullable<ReportedEvaluation["staffing"]>["byMonth"][number];

/** In units of the drawing, whose width is fixed and scaled with the page. */
export const CHART = { width: 320, height: 168, top: 18, bottom: 34, side: 4 } as const;

export interface ChartBar {
  readonly month: StaffMonth;
  readonly x: number;
  readonly width: number;
  readonly middle: number;
  /** Top edges: of all present, and of the certified among them; the bar stands on the base. */
  readonly top: number;
  readonly certifiedTop: number;
}

export interface ChartLayout {
  readonly bars: readonly ChartBar[];
  /** The line of the person-months due, a step a month, as points of a polyline. */
  readonly dueLine: string;
  readonly base: number;
}

/** Where bars and line of the months lie; the highest value reaches the top. */
export function chartLayout(months: readonly StaffMonth[]): ChartLayout {
  const base = CHART.height - CHART.bottom;
  const highest = Math.max(1, ...months.map(({ total, due }) => Math.max(total, due)));
  const slot = (CHART.width - 2 * CHART.side) / Math.max(1, months.length);
  const width = Math.min(32, slot * 0.62);
  const y = (value: number) => base - (value / highest) * (base - CHART.top);
  const left = (index: number) => CHART.side + index * slot;
  return {
    base,
    bars: months.map((month, index) => {
      const middle = left(index) + slot / 2;
      return { month, x: middle - width / 2, width, middle, top: y(month.total), certifiedTop: y(month.certified) };
    }),
    dueLine: months.flatMap(({ due }, index) => [`${left(index)},${y(due)}`, `${left(index + 1)},${y(due)}`]).join(" ")
  };
}
