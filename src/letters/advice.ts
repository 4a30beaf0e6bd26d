import { render, say, type Language, type Sentence } from "../messages";
import type { ReportedEvaluation } from "../report/types";
import { numberText, shareText } from "../values/numbers";
import type { LetterFinding } from "./types";

/** What is wrong with a cell, and how to mend it, a text each. */
export interface Told {
  readonly message: string;
  readonly how: string;
}

/** How a sentence begins that says what to do. */
const BIDS: Readonly<Record<Language, RegExp>> = {
  zh: /^(?:请|建议|(?:如|确)[^，。]*的?，?请)/,
  en: /^(?:Check|Change|Enter|Use|Restore|Rewrite|Make|Format|Put|Set|Explain|Correct|Recalculate|Press|Clear|Unhide|Let|Better|Move)\b/
};

/**
 * Parts the message of a finding into what is wrong and how to mend it. Nothing of it is lost; where it does not end with what to do,
 * that comes from the finding's fix or from what the cell should show. What only the user of this program can do is left to the questions.
 */
export function toldApart(finding: LetterFinding, staffing: ReportedEvaluation["staffing"], language: Language): Told {
  const { text, assumed } = withoutSettings(finding.message, staffing, language);
  const sentences = sentencesOf(text);
  let first = sentences.length;
  while (first > 1 && BIDS[language].test(sentences[first - 1]!.trim())) first--;
  const join = (some: readonly string[]): string => some.join("").trim();
  const message = join(sentences.slice(0, first));
  const how = join(sentences.slice(first)) || render(otherwise(finding), language);
  if (!assumed) return { message, how };
  return { message: render(say("letter-assumed", { what: assumed, message }), language), how: join([render(say("letter-how-assumed"), language), render(say("letter-join"), language), how]) };
}

/** The message without the request to set what the agreement asks for, which is for whoever checks, and what was taken in its place. */
function withoutSettings(message: string, staffing: ReportedEvaluation["staffing"], language: Language): { text: string; assumed: Sentence | null } {
  const text = message.replace(render(say("veto-ask"), language), render(say("letter-ask-agreement"), language));
  if (!staffing || text !== message) return { text, assumed: null };
  const headcount = numberText(staffing.headcount);
  const share = shareText(staffing.certified.share);
  const requests = [
    [say("ask-headcount", { headcount }), say("letter-assumed-headcount", { headcount })],
    [say("ask-share", { headcount, share }), say("letter-assumed-share", { headcount, share })]
  ] as const;
  for (const [request, what] of requests) {
    const rest = message.replace(render(request, language), "");
    if (rest !== message) return { text: rest, assumed: what };
  }
  return { text: message, assumed: null };
}

/** What a message leaves unsaid. A cell that it was compared with may be right or wrong itself, so that nobody is sent there to copy it. */
function otherwise({ fix, expected }: LetterFinding): Sentence {
  if (fix?.after != null) return fix.kind === "formula" ? say("letter-how-formula", { after: String(fix.after) }) : say("letter-how-value", { after: expected || String(fix.after) });
  return expected ? say("letter-how-expected", { expected }) : say("letter-how-look");
}

const OPENING = "“「『（(";
const CLOSING = "”」』）)";

/** The sentences of a text with their ends; what a sentence quotes or has in brackets does not end it. */
function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!;
    if (OPENING.includes(character)) depth++;
    else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && (character === "。" || (character === "." && /\s/.test(text[index + 1] ?? " ")))) {
      sentences.push(text.slice(start, index + 1));
      start = index + 1;
    }
  }
  if (start < text.length) sentences.push(text.slice(start));
  return sentences;
}
