import type { ReportedEvaluation } from "./types";

/** By how many posts a workbook itself measures: 稳岗率 as printed is 持续在岗 ÷ posts. null where it prints none, or one that no whole number of posts gives. */
export function impliedPosts(evaluation: Pick<ReportedEvaluation, "retention"> | null): number | null {
  const { retained, printed } = evaluation?.retention ?? { retained: 0, printed: null };
  if (printed === null || printed <= 0 || retained === 0) return null;
  const posts = Math.round(retained / printed);
  return posts >= retained && Math.abs(retained / posts - printed) < 0.000051 ? posts : null;
}
