import { render, say, type Language, type MessageId, type Sentence } from "../messages";
import { groupFindings } from "../report/group";
import type { SentenceFinding } from "../report/statement-types";
import type { ReportedFinding } from "../report/types";
import { isOfSentence } from "../report/written-findings";
import { parseCellName } from "../workbook";
import { toldApart } from "./advice";
import type { Asked, LetterCell, LetterFinding, LetterItem, LetterReport } from "./types";

/** A letter of more items than this, or of more lines, runs over two pages: then alike ones are put together. */
const MOST_ITEMS = 12;
const MOST_LINES = 62;
/** So many Chinese characters, or twice as many letters, stand in a line of the document; a row has at least so many lines. */
const LINE = 22;
const LEAST_LINES = 2.5;
/** Fewer alike cells are better read one by one. */
const LEAST_ALIKE = 3;

type Word = (id: MessageId, data?: Sentence["data"]) => string;
type Unnumbered = Omit<LetterItem, "number">;

/** An item with what says which others are alike, and the cells that follow from it one by one. */
interface Single extends Unnumbered {
  readonly rule: string;
  readonly following: readonly string[];
}

export interface ItemOptions {
  readonly language: Language;
  /** 姓名 by "sheet!row"; empty where staff are named by 序号. */
  readonly names: ReadonlyMap<string, string>;
}

/** The chosen findings as items, what is to be mended first; in the order of the tables, alike ones together where there would be too many. */
export function itemsOf(report: LetterReport, findings: readonly LetterFinding[], options: ItemOptions): LetterItem[] {
  const word: Word = (id, data = {}) => render(say(id, data), options.language);
  const ofCells = findings.filter((finding): finding is ReportedFinding => !isOfSentence(finding));
  const singles = [
    ...groupFindings(ofCells, report.tables).flatMap(({ table, sheet, findings: own }) => {
      const name = table ? word("letter-table-sheet", { table: word(`table-${table.kind}`), sheet }) : sheet;
      return own.map((finding) => single(finding, { table: name, name: finding.cell, at: addressOf(finding) }, options, word));
    }),
    ...findings.filter(isOfSentence).map((finding) => single(finding, placeOfSentence(finding, word), options, word))
  ];
  const isLong = singles.length > MOST_ITEMS || singles.reduce((sum, item) => sum + linesOf(item), 0) > MOST_LINES;
  const shown = isLong ? together(singles, word) : singles;
  const ordered = (["mend", "verify"] as const).flatMap((asked) => shown.filter((item) => item.asked === asked));
  return ordered.map(({ asked, table, cells, message, how, consequences, people }, index) => ({ number: index + 1, asked, table, cells, message, how, consequences, people }));
}

/** How many lines an item takes in the document, about. */
function linesOf({ message, how, consequences }: Single): number {
  const width = (text: string): number => [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x2e80 ? 0.5 : 1), 0);
  return Math.max(LEAST_LINES, [message, how, consequences].reduce((sum, text) => sum + Math.ceil(width(text) / LINE), 0)) + 0.5;
}

/** More of a sentence is not needed to find it. */
const MOST_QUOTED = 30;

function placeOfSentence({ place: { paragraph, quote } }: SentenceFinding, word: Word): ItemPlace {
  const shown = quote.length > MOST_QUOTED ? `${quote.slice(0, MOST_QUOTED)}…` : quote;
  return { table: word("letter-sentence", { quote: shown }), name: word("document-paragraph", { number: paragraph + 1 }), at: null };
}

interface ItemPlace extends Pick<LetterCell, "name" | "at"> {
  readonly table: string;
}

function single(finding: LetterFinding, { table, name, at }: ItemPlace, { language, names }: ItemOptions, word: Word): Single {
  const { message, how } = toldApart(finding, language);
  const cell: LetterCell = { at, name, actual: finding.actual, expected: finding.expected, message, how };
  const following = finding.consequences.map((each) => word(each.sheet === at?.sheet ? "letter-consequence-beside" : "letter-consequence", { ...each, actual: each.actual || word("letter-blank") }));
  return {
    rule: finding.rule, asked: askedFor(finding), table, cells: [cell], message, how, following, consequences: consequencesText(following, word),
    people: [...new Set([finding, ...finding.related].flatMap((place) => namesAt(place, names)))]
  };
}

/** More cells that follow fill the page and help nobody. */
const MOST_FOLLOWING = 6;

function consequencesText(following: readonly string[], word: Word): string {
  if (following.length === 0) return "";
  const cells = following.slice(0, MOST_FOLLOWING).join(word("list-separator"));
  return following.length > MOST_FOLLOWING ? word("letter-consequences-more", { cells, count: following.length }) : word("letter-consequences", { cells });
}

/** The name in the row of a cell; a sentence, or a cell of another file, has none here. */
function namesAt(place: LetterFinding | LetterFinding["related"][number], names: ReadonlyMap<string, string>): readonly string[] {
  if (!("sheet" in place) || place.sheet === null || "file" in place) return [];
  const name = names.get(`${place.sheet}!${addressOf(place).row}`);
  return name === undefined ? [] : [name];
}

function askedFor({ severity }: LetterFinding): Asked {
  return severity === "error" ? "mend" : "verify";
}

/** Items of one rule in one table become one where there are several. */
function together(singles: readonly Single[], word: Word): Unnumbered[] {
  const alike = new Map<string, Single[]>();
  for (const item of singles) {
    const key = JSON.stringify([item.rule, item.asked, item.table]);
    alike.set(key, [...(alike.get(key) ?? []), item]);
  }
  return [...alike.values()].flatMap((some): Unnumbered[] => {
    if (some.length < LEAST_ALIKE) return some;
    const [{ rule, asked, table, message }] = some as [Single];
    const cells = some.flatMap((item) => item.cells);
    return [{
      asked, table, cells, how: howOfSeveral(cells, word),
      message: word("letter-many", { title: word(`${rule}-title` as MessageId), count: cells.length, example: message }),
      consequences: consequencesText([...new Set(some.flatMap(({ following }) => following))], word),
      people: [...new Set(some.flatMap(({ people }) => people))]
    }];
  });
}

/** What is to be done with each of several cells. */
function howOfSeveral(cells: readonly LetterCell[], word: Word): string {
  const [first] = cells;
  if (cells.every(({ how }) => how === first!.how)) return first!.how;
  return word(cells.every(({ expected }) => expected !== "") ? "letter-how-each" : "letter-how-each-look");
}

function addressOf({ sheet, cell }: { readonly sheet: string; readonly cell: string }) {
  const { row, column } = parseCellName(cell) ?? { row: 1, column: 1 };
  return { sheet, row, column };
}
