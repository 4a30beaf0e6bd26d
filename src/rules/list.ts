import { attendanceRules } from "./attendance";
import { breaksOnSlash, typedOverFormula, typedTable } from "./formulas/typed";
import { formulaWrong } from "./formulas/formula-wrong";
import { patternBreak } from "./formulas/pattern-break";
import { staleValue } from "./formulas/stale";
import { countValue, errorValue, targetMissing, textNumber } from "./indicators/entries";
import { closedOverOpened } from "./indicators/closed-over-opened";
import { footnote } from "./indicators/footnote";
import { hiddenData, progressBehind, rateHigh } from "./indicators/information";
import { rateCoarse, rateMismatch, rateScale, rateWithoutTarget, valueMissing } from "./indicators/rates";
import { sameIndicator } from "./indicators/same-indicator";
import { staffDiffers } from "./indicators/staff";
import { totalMismatch } from "./indicators/totals";
import type { Rule } from "./rule";
import { scoreRules } from "./scores";
import { externalLinks, manualCalculation } from "./workbook/calculation";

/** All rules. The order is the order of the rules' document; findings are sorted by where they stand. */
export const RULES: readonly Rule[] = [
  rateMismatch, rateScale, rateWithoutTarget, rateCoarse, totalMismatch, sameIndicator, targetMissing, valueMissing, textNumber,
  countValue, closedOverOpened, errorValue, footnote, staffDiffers, progressBehind, rateHigh,
  ...attendanceRules, ...scoreRules,
  formulaWrong, typedOverFormula, typedTable, breaksOnSlash, staleValue, patternBreak,
  hiddenData, manualCalculation, externalLinks
];
