import { createContext, useContext } from "react";
import { render, say, type Datum, type Language, type MessageId } from "../messages";

/** The language of the page. */
export const LanguageContext = createContext<Language>("zh");

/** A sentence of the catalogue in the language of the page. */
export type Words = (id: MessageId, data?: Readonly<Record<string, Datum>>) => string;

export function useWords(): Words {
  const language = useContext(LanguageContext);
  return (id, data) => render(say(id, data), language);
}

/** Chinese unless the host speaks English. */
export function languageOf(tag: string): Language {
  return /^en\b/i.test(tag) ? "en" : "zh";
}
