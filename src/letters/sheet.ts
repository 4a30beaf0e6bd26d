import type { Language, MessageId } from "../messages";
import type { CellStyle, SheetDescription, WrittenCell } from "../workbook";
import type { Letter, LetterItem } from "./types";
import { countsText, shownText, wordsIn, type Word } from "./words";

/** The hidden mark by which a check passes our sheet over, once it lies in a station's workbook. */
export const LETTER_MARKER = "hebiao-letter";

const WIDTHS = [6, 9, 24, 10, 14, 14, 48, 42, 14, 32];
const COLUMNS = WIDTHS.length;
const LAST = "J";
/** What is asked has the room of an item, from its table to how it is mended. */
const QUESTION = { first: "C", last: "H", columns: 6 } as const;

/**
 * The letter as a sheet, a row a cell. The links lead to the station's tables by the names of their sheets: they work once the sheet
 * lies in the station's workbook.
 */
export function letterSheet(letter: Letter, language: Language): SheetDescription {
  const word = wordsIn(language);
  const rows: (WrittenCell | null)[][] = [];
  const merges: string[] = [];
  const banner = (text: string, style: CellStyle): void => {
    rows.push(Array.from({ length: COLUMNS }, (_, index) => written(index === 0 ? text : null, style)));
    merges.push(`A${rows.length}:${LAST}${rows.length}`);
  };
  banner(letter.station ? word("letter-title-of", { station: letter.station }) : word("letter-title"), "title");
  banner([...(letter.period ? [letter.period] : []), letter.fileText, word("letter-date", { date: letter.date }), ...(letter.by ? [word("letter-by", { name: letter.by })] : [])].join("  ｜  "), "subtitle");
  banner(word("letter-counts", { items: countsText(letter, word) }) + word("letter-join") + (letter.until ? word("letter-until", { date: letter.until }) : word("letter-no-until")), "verdict");
  banner(word("letter-note-links"), "note");
  const heads: readonly MessageId[] = [
    "letter-head-number", "letter-head-asked", "letter-head-table", "letter-head-cell", "letter-head-actual", "letter-head-expected",
    "letter-head-message", "letter-head-how", "letter-head-until", "letter-head-answer"
  ];
  rows.push(heads.map((id) => written(word(id), "head")));
  const headRow = rows.length;
  for (const item of letter.items) rows.push(...itemRows(item, letter, word));
  for (const { number, text } of letter.questions) {
    rows.push([
      written(number, "center"), written(word("letter-asked-confirm"), "info"), ...Array.from({ length: QUESTION.columns }, (_, index) => written(index === 0 ? text : null, "text")),
      written(letter.until, "center"), written(null, "remark")
    ]);
    merges.push(`${QUESTION.first}${rows.length}:${QUESTION.last}${rows.length}`);
  }
  const last = rows.length;
  for (const note of letter.notes) banner(note, "note");
  banner(`${word("letter-sign-station")}　　${word("letter-sign-by")}`, "plain");
  return {
    name: word("letter-title"), rows, columnWidths: WIDTHS, merges, frozenRows: headRow, marker: LETTER_MARKER,
    autofilter: `A${headRow}:${LAST}${Math.max(last, headRow + 1)}`,
    print: { orientation: "landscape", titleRows: [headRow, headRow], area: `A1:${LAST}${rows.length}` }
  };
}

/** A row for each cell, so that each has its link; what is said of several stands with each of them. */
function itemRows({ number, asked, table, cells, consequences, people }: LetterItem, letter: Letter, word: Word): (WrittenCell | null)[][] {
  const concerned = people.length > 0 ? word("letter-people", { names: people.join(word("list-separator")) }) : "";
  return cells.map((cell, index) => [
    written(number, "center"),
    written(word(`letter-asked-${asked}`), asked === "mend" ? "error" : "warning"),
    written(table, "text"),
    cell.at ? { value: cell.name, style: "link", link: cell.at } : written(cell.name, "text"),
    written(shownText(cell, word), "center"),
    written(cell.expected || null, "center"),
    written([cell.message, index === 0 ? consequences : "", index === 0 ? concerned : ""].filter(Boolean).join("\n"), "text"),
    written(cell.how, "text"),
    written(letter.until, "center"),
    written(null, "remark")
  ]);
}

function written(value: string | number | null, style: CellStyle): WrittenCell {
  return { value, style };
}
