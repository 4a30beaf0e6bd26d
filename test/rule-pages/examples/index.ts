import type { RuleId } from "../../../src/messages/rule-texts";
import type { RuleExample } from "../example";
import { attendanceExamples } from "./attendance";
import { formulaExamples } from "./formulas";
import { indicatorExamples } from "./indicators";
import { scoreExamples } from "./scores";

/** The canonical example of every rule. */
export const EXAMPLES: Readonly<Record<RuleId, RuleExample>> = { ...indicatorExamples, ...attendanceExamples, ...scoreExamples, ...formulaExamples };
