import { render, say, type Language, type Sentence } from "../messages";
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

/** A request to confirm a setting is for whoever checks, not for the station. */
const CONFIRMS: Readonly<Record<Language, RegExp>> = { zh: /^请先确认/, en: /^Confirm / };

/**
 * Parts the message of a finding into what is wrong and how to mend it. Nothing of it is lost; where it does not end with what to do,
 * that comes from the finding's fix or from what the cell should show. What only the user of this program can do is left to the questions.
 */
export function toldApart(finding: LetterFinding, language: Language): Told {
  // What is to be confirmed first is asked for once, by the letter's own questions.
  const sentences = sentencesOf(finding.message.replace(render(say("veto-ask"), language), render(say("letter-ask-agreement"), language)));
  const isAssumed = CONFIRMS[language].test(sentences.at(-1)?.trim() ?? "");
  if (isAssumed) sentences.pop();
  let first = sentences.length;
  while (first > 1 && BIDS[language].test(sentences[first - 1]!.trim())) first--;
  const join = (some: readonly string[]): string => some.join("").trim();
  const message = join(sentences.slice(0, first));
  const bids = join(sentences.slice(first));
  if (!isAssumed) return { message, how: bids || render(otherwise(finding), language) };
  return { message, how: join([render(say("letter-how-assumed"), language), ...(bids ? [render(say("letter-join"), language), bids] : [])]) };
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
