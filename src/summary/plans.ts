import type { Language } from "../messages";
import type { WorkbookReport } from "../report/types";
import type { SheetPlan } from "../workbook";
import { detailsPlan } from "./details-sheet";
import { summaryPlan } from "./summary-sheet";

export interface SummaryOptions {
  readonly language?: Language;
  /** When the check was made; the sheets say it to the minute, in local time. */
  readonly checkedAt?: Date;
}

/** The plans to write both sheets of a check into its workbook: 核查汇总 to be signed, and 核查明细 behind it. What the user noted on earlier ones is carried over. */
export function summaryPlans(report: WorkbookReport, options: SummaryOptions = {}): readonly [SheetPlan, SheetPlan] {
  return [summaryPlan(report, options), detailsPlan(report, options)];
}
