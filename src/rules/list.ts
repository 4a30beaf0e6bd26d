import { attendanceAbsence } from "./attendance/attendance-absence";
import { attendanceAtEnd } from "./attendance/attendance-at-end";
import { attendanceCertificate } from "./attendance/attendance-certificate";
import { attendanceMark } from "./attendance/attendance-mark";
import { attendanceMonthTotal } from "./attendance/attendance-month-total";
import { attendanceMonths } from "./attendance/attendance-months";
import { attendanceNumber } from "./attendance/attendance-number";
import { attendanceOutside } from "./attendance/attendance-outside";
import { attendancePersonTotal } from "./attendance/attendance-person-total";
import { attendancePersonTwice } from "./attendance/attendance-person-twice";
import { attendanceRetention } from "./attendance/attendance-retention";
import { attendanceRetentionLimit } from "./attendance/attendance-retention-limit";
import { attendanceSameStart } from "./attendance/attendance-same-start";
import { attendanceSeniority } from "./attendance/attendance-seniority";
import { attendanceSettledHalf } from "./attendance/attendance-settled-half";
import { attendanceShortage } from "./attendance/attendance-shortage";
import { attendanceStaffNumber } from "./attendance/attendance-staff-number";
import { attendanceSum } from "./attendance/attendance-sum";
import { attendanceTextNumber } from "./attendance/attendance-text-number";
import { attendanceTickCount } from "./attendance/attendance-tick-count";
import { attendanceUndatedLeave } from "./attendance/attendance-undated-leave";
import { breaksOnSlash } from "./formulas/breaks-on-slash";
import { fillMismatch } from "./formulas/fill-mismatch";
import { formulaWrong } from "./formulas/formula-wrong";
import { patternBreak } from "./formulas/pattern-break";
import { partialTotal } from "./formulas/partial-total";
import { staleValue } from "./formulas/stale-value";
import { typedOverFormula } from "./formulas/typed-over-formula";
import { typedTable } from "./formulas/typed-table";
import { closedOverOpened } from "./indicators/closed-over-opened";
import { countTooFew } from "./indicators/count-too-few";
import { countValue } from "./indicators/count-value";
import { errorValue } from "./indicators/error-value";
import { footnote } from "./indicators/footnote";
import { namePlaceholder } from "./indicators/name-placeholder";
import { progressBehind } from "./indicators/progress-behind";
import { rateCoarse } from "./indicators/rate-coarse";
import { rateHigh } from "./indicators/rate-high";
import { rateMismatch } from "./indicators/rate-mismatch";
import { rateScale } from "./indicators/rate-scale";
import { rateWithoutTarget } from "./indicators/rate-without-target";
import { sameIndicator } from "./indicators/same-indicator";
import { staffDiffers } from "./indicators/staff-differs";
import { targetMissing } from "./indicators/target-missing";
import { textNumber } from "./indicators/text-number";
import { totalMismatch } from "./indicators/total-mismatch";
import { valueMissing } from "./indicators/value-missing";
import { reportCount } from "./report/report-count";
import { reportRate } from "./report/report-rate";
import { reportStaff } from "./report/report-staff";
import { reportAttendance } from "./report/report-attendance";
import { reportRetention } from "./report/report-retention";
import { reportPeriod } from "./report/report-period";
import { reportAreas } from "./report/report-areas";
import { reportListed } from "./report/report-listed";
import { reportParts } from "./report/report-parts";
import { reportScore } from "./report/report-score";
import { reportClaim } from "./report/report-claim";
import { reportRepeated } from "./report/report-repeated";
import type { ReportRule } from "./report/report-rule";
import type { Rule, RuleMeta } from "./rule";
import { scoreGrade } from "./scores/score-grade";
import { scoreMaximum } from "./scores/score-maximum";
import { scoreMean } from "./scores/score-mean";
import { scoreShortage } from "./scores/score-shortage";
import { scoreSum } from "./scores/score-sum";
import { scoreTextNumber } from "./scores/score-text-number";
import { scoreWeights } from "./scores/score-weights";
import { dateForNumber } from "./workbook/date-for-number";
import { externalLinks } from "./workbook/external-links";
import { hiddenData } from "./workbook/hidden-data";
import { manualCalculation } from "./workbook/manual-calculation";
import { serialTwice } from "./workbook/serial-twice";

/** All rules. The order is the order of the rules' document; findings are sorted by where they stand. */
export const RULES: readonly Rule[] = [
  rateMismatch, rateScale, rateWithoutTarget, rateCoarse, totalMismatch, sameIndicator, targetMissing, valueMissing, textNumber, countValue,
  closedOverOpened, countTooFew, namePlaceholder, errorValue, footnote, staffDiffers, progressBehind, rateHigh,
  attendanceMark, attendancePersonTotal, attendanceSettledHalf, attendanceTickCount, attendanceMonthTotal, attendanceSum,
  attendanceTextNumber, attendanceSeniority, attendanceRetention, attendanceRetentionLimit, attendanceShortage, attendanceNumber,
  attendancePersonTwice, attendanceOutside, attendanceSameStart, attendanceAbsence, attendanceUndatedLeave, attendanceCertificate,
  attendanceMonths, attendanceStaffNumber, attendanceAtEnd,
  scoreMaximum, scoreMean, scoreSum, scoreGrade, scoreShortage, scoreWeights, scoreTextNumber,
  formulaWrong, typedOverFormula, typedTable, breaksOnSlash, staleValue, partialTotal, fillMismatch, patternBreak,
  dateForNumber, serialTwice, hiddenData, manualCalculation, externalLinks
];

/** The rules about the sentences of a report, in the order of the rules' document. */
export const REPORT_RULES: readonly ReportRule[] = [
  reportCount, reportRate, reportStaff, reportAttendance, reportRetention, reportPeriod,
  reportAreas, reportListed, reportParts, reportScore, reportClaim, reportRepeated
];

/** What all rules declare of themselves: each has its page. */
export const RULE_METAS: readonly RuleMeta[] = [...RULES, ...REPORT_RULES].map(({ meta }) => meta);
