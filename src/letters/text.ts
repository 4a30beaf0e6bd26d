import type { Language } from "../messages";
import type { Letter, LetterCell, LetterItem } from "./types";
import { cellsText, countsText, partsOf, placeText, shownText, wordsIn, type Word } from "./words";

/** A message of a chat is not scrolled through: so many of many alike cells are named. */
const MOST_CELLS = 20;

/** The letter as plain text, to be sent as a message. */
export function letterText(letter: Letter, language: Language): string {
  const word = wordsIn(language);
  const about = [...(letter.period ? [letter.period] : []), letter.fileText, word("letter-date", { date: letter.date }), ...(letter.by ? [word("letter-by", { name: letter.by })] : [])];
  const parts = partsOf(letter, word).map(({ asked, heading, items }) =>
    [heading, ...(asked === "confirm" ? letter.questions.map(({ number, text }) => `${number}. ${text}`) : items.map((item) => itemText(item, word)))].join("\n"));
  return `${[
    [word("letter-heading-chat", { station: letter.station ?? letter.file }), ...about].join("\n"),
    word("letter-counts", { items: countsText(letter, word) }) + word("letter-join") +
      (letter.until ? word("letter-until-chat", { date: letter.until }) : word("letter-no-until-chat")),
    ...parts,
    letter.notes.join("\n")
  ].join("\n\n")}\n`;
}

function itemText(item: LetterItem, word: Word): string {
  const [cell] = item.cells;
  const place = word("letter-place-chat", { table: item.table, cells: placeText(item, word) });
  const lines = [
    word("letter-item-chat", { number: item.number, place, message: item.message }),
    ...(item.cells.length === 1 && cell!.expected !== "" && !saysBoth(cell!) ? [word("letter-values-chat", { actual: shownText(cell!, word), expected: cell!.expected })] : []),
    word("letter-how", { how: item.how }),
    ...[cellsText(item, MOST_CELLS, word), item.consequences, item.people.length > 0 ? word("letter-people", { names: item.people.join(word("list-separator")) }) : ""].filter(Boolean)
  ];
  return lines.join("\n   ");
}

/** The sentence itself says what the cell shows and what it should. */
function saysBoth({ message, how, actual, expected }: LetterCell): boolean {
  return actual !== "" && message.includes(actual) && (message + how).includes(expected);
}
