import { catalogue } from "./catalogue";

export type Language = "zh" | "en";
export type MessageId = keyof typeof catalogue;
/** What fills a placeholder: a text or number as it is, or another sentence (a list is joined). */
export type Datum = string | number | Sentence | readonly Sentence[];

/** A sentence for the user, not yet in a language. */
export interface Sentence {
  readonly id: MessageId;
  readonly data: Readonly<Record<string, Datum>>;
}

/** An error that brings its own sentence for the user. */
export class SpokenError extends Error {
  constructor(readonly sentence: Sentence, options?: ErrorOptions) {
    super(sentence.id, options);
    this.name = "SpokenError";
  }
}

/** A sentence of the catalogue with what fills its placeholders. */
export function say(id: MessageId, data: Readonly<Record<string, Datum>> = {}): Sentence {
  return { id, data };
}

/**
 * The sentence in a language. A placeholder without a value is a mistake of ours and throws. In English `{count#cell}` is a number with its
 * noun, "1 cell" or "2 cells"; `{count#entry|entries}` where the plural is not made by an s.
 */
export function render(sentence: Sentence, language: Language = "zh"): string {
  const template: string = catalogue[sentence.id][language === "zh" ? 0 : 1];
  return template.replace(/\{(\w+)(?:#([^|}]+)\|?([^}]*))?\}/g, (_, name: string, one?: string, many?: string) => {
    const datum = Object.prototype.hasOwnProperty.call(sentence.data, name) ? sentence.data[name] : undefined;
    if (datum === undefined) throw new Error(`message ${sentence.id} lacks {${name}}`);
    const text = renderDatum(datum, language);
    return one === undefined ? text : `${text} ${text === "1" ? one : many || `${one}s`}`;
  });
}

/** As `render`, of a sentence that stands by itself: in English it begins with a capital, whatever its first placeholder holds. */
export function renderWhole(sentence: Sentence, language: Language): string {
  const text = render(sentence, language);
  return language === "en" ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

function renderDatum(datum: Datum, language: Language): string {
  if (typeof datum === "string" || typeof datum === "number") return String(datum);
  if (isSentence(datum)) return render(datum, language);
  return datum.map((sentence) => render(sentence, language)).join(language === "zh" ? "；" : "; ");
}

function isSentence(datum: Datum): datum is Sentence {
  return typeof datum === "object" && "id" in datum;
}
