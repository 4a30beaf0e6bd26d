/**
 * The texts of the rules' pages. They are no part of the catalogue: the pages are written once by `npm run rule-docs`
 * and loaded on demand, so that the pane does not carry them from the start.
 */
import { attendanceRules } from "./attendance";
import { basisTexts, noteTexts } from "./basis";
import { formulaRules } from "./formulas";
import { indicatorRules } from "./indicators";
import { midRules } from "./mid";
import { reportRules } from "./reports";
import { scoreRules } from "./scores";
import type { RuleTexts } from "./types";

export type { RuleTexts, Text } from "./types";
export { basisTexts, noteTexts };

export const ruleTexts = {
  ...indicatorRules, ...attendanceRules, ...scoreRules, ...formulaRules, ...reportRules, ...midRules
} as const satisfies Readonly<Record<string, RuleTexts>>;

/** The id of a rule: what has a page. */
export type RuleId = keyof typeof ruleTexts;
export type RuleNote = keyof typeof noteTexts;
