import type { RuleId } from "../../../src/messages/rule-texts";
import type { AnyExample } from "../example";
import { attendanceExamples } from "./attendance";
import { formulaExamples } from "./formulas";
import { indicatorExamples } from "./indicators";
import { midExamples } from "./mid";
import { reportExamples } from "./reports";
import { scoreExamples } from "./scores";

/** The canonical example of every rule. */
export const EXAMPLES: Readonly<Record<RuleId, AnyExample>> = { ...indicatorExamples, ...attendanceExamples, ...scoreExamples, ...formulaExamples, ...reportExamples, ...midExamples };
