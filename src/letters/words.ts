import { render, say, type Language, type MessageId, type Sentence } from "../messages";
import type { Asked, Letter, LetterCell, LetterItem } from "./types";

export type Word = (id: MessageId, data?: Sentence["data"]) => string;

export function wordsIn(language: Language): Word {
  return (id, data = {}) => render(say(id, data), language);
}

/** A part of the letter: what is to be mended, looked into, confirmed, each with its heading. */
export interface Part {
  readonly asked: Asked | "confirm";
  readonly heading: string;
  readonly items: readonly LetterItem[];
}

/** The parts that there are, in their order. */
export function partsOf({ items, questions }: Letter, word: Word): Part[] {
  const parts = (["mend", "verify"] as const).map((asked) => ({ asked, items: items.filter((item) => item.asked === asked), count: items.filter((item) => item.asked === asked).length }));
  return [...parts, { asked: "confirm" as const, items: [], count: questions.length }].filter(({ count }) => count > 0)
    .map(({ asked, items: own, count }, index) => ({ asked, items: own, heading: word(`letter-part-${asked}`, { number: word(`letter-number-${index + 1}` as MessageId), count }) }));
}

/** 「请改正 5 项，请核实 3 项」 */
export function countsText({ items, questions }: Letter, word: Word): string {
  const counts = [["mend", items.filter(({ asked }) => asked === "mend").length], ["verify", items.filter(({ asked }) => asked === "verify").length], ["confirm", questions.length]] as const;
  return counts.filter(([, count]) => count > 0).map(([asked, count]) => word(`letter-count-${asked}`, { count })).join(word("list-comma"));
}

/** What a cell shows, for a reader. Where something should stand it is blank; else the finding is not about what it shows. */
export function shownText({ actual, expected }: Pick<LetterCell, "actual" | "expected">, word: Word): string {
  return actual === "" ? (expected === "" ? "—" : word("letter-blank")) : actual;
}

/** A cell of several with its values, "E4 178.31% → 178.55%", which no line parts. */
export function cellText(cell: LetterCell, word: Word): string {
  const { name, actual, expected } = cell;
  const text = expected !== "" ? word("letter-change", { cell: name, actual: shownText(cell, word), expected }) : actual === "" ? name : word("letter-shows", { cell: name, actual });
  return text.replace(/ /g, "\u00a0");
}

/** The cells of an item with several, so many of them; "" for a single one. */
export function cellsText({ cells }: LetterItem, most: number, word: Word): string {
  if (cells.length < 2) return "";
  const listed = cells.slice(0, most).map((cell) => cellText(cell, word)).join(`${word("letter-separator").trim()} `);
  return cells.length > most ? word("letter-cells-more", { cells: listed, count: cells.length - most }) : word("letter-cells", { cells: listed + word("letter-stop") });
}

/** Where an item is: its cell, or the first of several and how many. */
export function placeText({ cells }: LetterItem, word: Word): string {
  const some = cells.slice(0, 3).map(({ name }) => name).join(" ");
  return cells.length > 3 ? word("letter-place-cells", { cells: some, count: cells.length }) : some;
}
