import type { Language } from "../messages";
import { tableCell, paragraph, type WrittenBlock, type WrittenTableCell, type WrittenDocument, type WrittenRun, type WrittenTable } from "../workbook";
import type { Letter, LetterCell, LetterItem } from "./types";
import { cellsText, countsText, partsOf, placeText, shownText, wordsIn, type Word } from "./words";

/** More alike cells than this would fill the pages that putting them together saves. */
const MOST_CELLS = 36;
/** Room for a line by hand, in millimetres. */
const ANSWER_HEIGHT = 12;
const MUTED = "5F6670";
const RIGHT = "1E6B34";
const WRONG = "9C1C1C";

/** The letter as a text document of one to two pages. */
export function letterDocument(letter: Letter, language: Language): WrittenDocument {
  const word = wordsIn(language);
  const title = letter.station ? word("letter-title-of", { station: letter.station }) : word("letter-title");
  const about = [letter.fileText, word("letter-date", { date: letter.date }), ...(letter.by ? [word("letter-by", { name: letter.by })] : [])];
  const [before, between, after] = word("letter-page", { page: MARK, pages: MARK }).split(MARK);
  return {
    title, language,
    blocks: [
      paragraph("title", title),
      ...(letter.period ? [paragraph("subtitle", letter.period)] : []),
      paragraph("subtitle", about.join("　　")),
      paragraph("body", word("letter-counts", { items: countsText(letter, word) }) + word("letter-join") + (letter.until ? word("letter-until", { date: letter.until }) : word("letter-no-until"))),
      ...partsOf(letter, word).flatMap(({ asked, heading, items }): WrittenBlock[] =>
        [paragraph("heading", heading, { keepWithNext: true }), asked === "confirm" ? questionTable(letter, word) : itemTable(items, letter, word)]),
      ...letter.notes.map((note) => paragraph("note", note)),
      paragraph("signature", `${word("letter-sign-station")}　${word("letter-sign-by")}`)
    ],
    foot: [before!, between!, after!]
  };
}

/** Stands where numbers of pages will. */
const MARK = "\u0000";

/** What should stand there has a column only where anybody can say it; until when, being one day for all, stands over the answers. */
function itemTable(items: readonly LetterItem[], { until }: Letter, word: Word): WrittenTable {
  const isExpected = items.some(({ cells }) => cells.length === 1 && cells[0]!.expected !== "");
  const sides = [NUMBER_WIDTH, PLACE_WIDTH, ...(isExpected ? [VALUE_WIDTH, VALUE_WIDTH] : [LONE_WIDTH])];
  return {
    kind: "table",
    widths: [...sides, PAGE_WIDTH - ANSWER_WIDTH - sides.reduce((sum, width) => sum + width), ANSWER_WIDTH],
    head: [
      word("letter-head-number"), word("letter-head-place"), word("letter-head-actual"), ...(isExpected ? [word("letter-head-expected")] : []), word("letter-head-what"),
      until === null ? word("letter-head-answer") : word("letter-head-answer-by", { date: untilText(until) })
    ],
    rows: items.map((item) => [tableCell(String(item.number), "center"), placeCell(item, word), ...middleCells(item, isExpected, word), tableCell("")]),
    leastHeight: ANSWER_HEIGHT
  };
}

/** Of the columns, in millimetres; what is wrong and how to mend it has the rest of the page. "178.55%" in bold takes one line. */
const PAGE_WIDTH = 180;
const NUMBER_WIDTH = 10;
const PLACE_WIDTH = 23;
const VALUE_WIDTH = 20;
/** Of what a cell shows, often a remark, where nothing stands beside it. */
const LONE_WIDTH = 27;
const ANSWER_WIDTH = 34;

function placeCell(item: LetterItem, word: Word): WrittenTableCell {
  const people = item.people.length > 0 ? [[{ text: word("letter-people", { names: item.people.join(word("list-separator")) }), color: MUTED }]] : [];
  return { lines: [[{ text: placeText(item, word), bold: true }], [{ text: item.table, color: MUTED }], ...people] };
}

/** Now, then and what is wrong; several cells have their values in the text, which has the room of the three. */
function middleCells(item: LetterItem, isExpected: boolean, word: Word): WrittenTableCell[] {
  const [cell] = item.cells;
  if (item.cells.length > 1) return [{ ...whatCell(item, word), span: isExpected ? 3 : 2 }];
  return [
    { lines: [[{ text: shownText(cell!, word), ...(cell!.expected !== "" && { color: WRONG }) }]], align: "center" },
    ...(isExpected ? [{ lines: [[{ text: valueText(cell!, item, word), ...(cell!.expected !== "" && { color: RIGHT, bold: true }) }]], align: "center" as const }] : []),
    whatCell(item, word)
  ];
}

/** What should stand there; a formula, which is long and stands beside it, is only named. */
function valueText({ expected }: LetterCell, { how }: LetterItem, word: Word): string {
  return expected.startsWith("=") && how.includes(expected) ? word("letter-formula-beside") : expected || "—";
}

function whatCell(item: LetterItem, word: Word): WrittenTableCell {
  const lines: WrittenRun[][] = [[{ text: item.message }], [{ text: word("letter-how", { how: "" }).trim(), bold: true }, { text: item.how }]];
  for (const more of [cellsText(item, MOST_CELLS, word), item.consequences]) if (more !== "") lines.push([{ text: more, color: MUTED }]);
  return { lines };
}

/** The year stands above; in a narrow column it would take a line of its own. */
function untilText(until: string): string {
  return until.replace(/^\d{4}年/, "");
}

function questionTable(letter: Letter, word: Word): WrittenTable {
  return {
    kind: "table", widths: [NUMBER_WIDTH, PAGE_WIDTH - NUMBER_WIDTH - 50, 50], head: [word("letter-head-number"), word("letter-head-question"), word("letter-head-answer")],
    rows: letter.questions.map(({ number, text }) => [tableCell(String(number), "center"), tableCell(text), tableCell("")]),
    leastHeight: ANSWER_HEIGHT
  };
}
