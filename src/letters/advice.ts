import { render, say, type Language, type MessageId, type Sentence } from "../messages";
import type { LetterFinding } from "./types";

/** What is wrong with a cell, and how to mend it, a text each. */
export interface Told {
  readonly message: string;
  readonly how: string;
}

/** How a sentence begins that says what to do. */
const BIDS: Readonly<Record<Language, RegExp>> = {
  zh: /^(?:请|建议|(?:如|确)[^，。]*的?，?请)/,
  en: /^(?:Check|Change|Enter|Use|Restore|Rewrite|Make|Format|Fill|Put|Say|See|Set|Tick|Explain|Correct|Recalculate|Press|Clear|Unhide|Let|Better|Move)\b/
};

/** A request to confirm a setting is for whoever checks, not for the station. */
const CONFIRMS: Readonly<Record<Language, RegExp>> = { zh: /^请先确认/, en: /^Confirm / };

/** What readers are told to do where a message does not say it: what the agreement asks for is not settled; nothing but a look at the records helps. */
export interface Ways {
  readonly assumed: MessageId;
  /** null: nothing. */
  readonly look: MessageId | null;
}

const OF_LETTERS: Ways = { assumed: "letter-how-assumed", look: "letter-how-look" };

/**
 * Parts the message of a finding into what is wrong and how to mend it. Nothing of it is lost; where it does not end with what to do,
 * that comes from the finding's fix, from what the cell should show or from the `ways` of those who read it. In a letter what only the user
 * of this program can do is left to the questions.
 */
export function toldApart(finding: LetterFinding, language: Language, ways = OF_LETTERS): Told {
  const sentences = sentencesOf(finding.message);
  const isAssumed = CONFIRMS[language].test(sentences.at(-1)?.trim() ?? "");
  if (isAssumed) sentences.pop();
  let first = sentences.length;
  while (first > 1 && BIDS[language].test(sentences[first - 1]!.trim())) first--;
  const join = (some: readonly string[]): string => some.join("").trim();
  const message = join(sentences.slice(0, first));
  const bids = join(sentences.slice(first));
  const told = (sentence: Sentence | null): string => (sentence ? render(sentence, language) : "");
  if (!isAssumed) return { message, how: bids || told(otherwise(finding, ways)) };
  return { message, how: join([told(say(ways.assumed)), ...(bids ? [render(say("letter-join"), language), bids] : [])]) };
}

/** What a message leaves unsaid. A cell that it was compared with may be right or wrong itself, so that nobody is sent there to copy it. */
function otherwise({ fix, expected }: LetterFinding, { look }: Ways): Sentence | null {
  if (fix?.after != null) return fix.kind === "formula" ? say("letter-how-formula", { after: String(fix.after) }) : say("letter-how-value", { after: expected || String(fix.after) });
  if (expected) return say("letter-how-expected", { expected });
  return look && say(look);
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
    else if (depth === 0 && (character === "。" || character === "？" || ((character === "." || character === "?") && /\s/.test(text[index + 1] ?? " ")))) {
      sentences.push(text.slice(start, index + 1));
      start = index + 1;
    }
  }
  if (start < text.length) sentences.push(text.slice(start));
  return sentences;
}
