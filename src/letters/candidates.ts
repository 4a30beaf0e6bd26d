import { render, say, type Language, type Sentence } from "../messages";
import { splitNotes } from "../summary/words";
import { numberText, shareText } from "../values/numbers";
import type { LetterFinding, LetterReport } from "./types";

/** A finding that may stand in a letter, or a question. */
export type Candidate =
  | { readonly kind: "finding"; readonly key: string; readonly finding: LetterFinding; readonly isDefault: boolean }
  | { readonly kind: "question"; readonly key: string; readonly text: string; readonly isDefault: boolean };

/**
 * What may stand in the letter of a workbook, with what stands there unless the user says otherwise: errors and what is to be looked
 * into, and what the check had to take for granted. An ignored finding was settled and is not among them.
 */
export function candidatesOf(report: LetterReport, language: Language): Candidate[] {
  const findings = (report.findings as readonly LetterFinding[]).flatMap((finding, index): Candidate[] =>
    (finding.ignored ? [] : [{ kind: "finding", key: `finding ${index}`, finding, isDefault: finding.severity !== "info" }]));
  const questions = questionsOf(report, language).map(([key, text]): Candidate => ({ kind: "question", key: `question ${key}`, text, isDefault: true }));
  return [...findings, ...questions];
}

/** The keys of what stands in a letter where nobody chose. Questions alone are no letter: there is nothing to mend. */
export function defaultChoice(candidates: readonly Candidate[]): ReadonlySet<string> {
  const chosen = candidates.filter(({ isDefault }) => isDefault);
  return new Set(chosen.some(({ kind }) => kind === "finding") ? chosen.map(({ key }) => key) : []);
}

/** What findings rest on that hang on the derived ways of counting months. */
const COUNTED_BY = ["basis-r6", "basis-r6-r8", "basis-r6-r8-derived", "basis-r7", "basis-r8", "basis-r11-r12", "basis-r11-limit"] as const;

function questionsOf({ evaluation, findings: all, questions }: LetterReport, language: Language): (readonly [string, string])[] {
  const asked: (readonly [string, Sentence])[] = [];
  const staffing = evaluation?.staffing;
  if (staffing && !staffing.confirmed.headcount) asked.push(["headcount", say("letter-confirm-headcount", { headcount: numberText(staffing.headcount) })]);
  if (staffing && !staffing.confirmed.share) asked.push(["share", say("letter-confirm-share", { share: shareText(staffing.certified.share) })]);
  // Only where something that is asked of the station hangs on how months are counted.
  const findings: readonly LetterFinding[] = all;
  const bases = COUNTED_BY.map((id) => render(say(id), language));
  if (evaluation && findings.some(({ basis, severity, ignored }) => !ignored && severity !== "info" && bases.includes(basis))) {
    const readings = readingsOf(evaluation.notes, language);
    if (readings.length > 0) asked.push(["readings", say("letter-confirm-readings", { readings: readings.join(language === "zh" ? "；" : "; ") })]);
  }
  questions.forEach(({ text, sheet, range, answers }, index) => {
    const separator = render(say("list-separator"), language);
    asked.push([`recognised ${index}`, say("letter-confirm-recognised", { text, sheet, range, answers: answers.map(({ label }) => label).join(separator) })]);
  });
  return asked.map(([key, sentence]) => [key, render(sentence, language)]);
}

const LAST_DAY = 31;

/** The derived ways of counting that settle whose month counts what; headcount and share are asked by themselves. */
function readingsOf(notes: readonly string[], language: Language): string[] {
  const days = Array.from({ length: LAST_DAY }, (_, index) => index + 1);
  const counting = [
    ...days.flatMap((value) => [say("assumption-joinCutoffDay", { value }), say("assumption-leaveCutoffDay", { value })]),
    say("assumption-half-months"), say("assumption-on-duty")
  ].map((sentence) => render(sentence, language));
  return splitNotes(notes, language).assumed.filter((what) => counting.includes(what));
}
