import { readWorkbook } from "../../src/hosts/file";
import type { ReportedFinding, WorkbookReport } from "../../src/report";
import { Rechecker } from "../../src/report/rechecker";
import { cellKey, parseRectName, type CellAddress, type Workbook } from "../../src/workbook";
import type { Draft } from "../generator/draft";
import { packBook, type Book } from "./book";
import { movedCell, type SheetMove } from "./moves";
import { hold, mustWork } from "./violation";
import { checked } from "./whole-path";

type Settings = Record<string, unknown> | null;

/** What is said of a workbook, from its bytes; a station is the same object for a whole series of inputs, and checked once for all of them. */
export async function checkedBook(book: Book, settings: Settings): Promise<WorkbookReport> {
  let report = reports.get(book);
  if (!report) reports.set(book, (report = await checked(await opened(book), settings)));
  return report;
}

const reports = new WeakMap<Book, WorkbookReport>();

/** What a finding says, without the places that move along. */
function saying({ rule, severity, actual, expected }: ReportedFinding): string {
  return `${rule} ${severity} ${actual} → ${expected.startsWith("=") ? "a formula" : expected}`;
}

/** Findings at the places where they must stand after the moves. */
function placed({ findings }: WorkbookReport, moves: readonly SheetMove[]): string[] {
  return findings.map((finding) => {
    const { sheet, cell } = movedCell(moves, finding);
    return `${sheet}!${cell} ${saying(finding)}`;
  }).sort();
}

/** A station moved about has the same findings, moved about. */
export async function movesHold(
  { book, after, moves, settings }: { book: Book; after: Book; moves: readonly SheetMove[]; settings: Settings }
): Promise<"held"> {
  const expected = placed(await checkedBook(book, settings), moves);
  const found = placed(await checkedBook(after, settings), []);
  const lost = expected.filter((each) => !found.includes(each));
  const gained = found.filter((each) => !expected.includes(each));
  hold(lost.length === 0 && gained.length === 0 && expected.length === found.length, "findings change when moved",
    () => `lost ${JSON.stringify(lost.slice(0, 5))}, gained ${JSON.stringify(gained.slice(0, 5))}`);
  return "held";
}

/** Tables that stand twice may be compared with each other; but where nothing was wrong, nothing is wrong now. */
export async function copiesHold({ book, after, settings }: { book: Book; after: Book; settings: Settings }): Promise<"held" | "no place"> {
  if (errorIn(await checkedBook(book, settings))) return "no place";
  const wrong = errorIn(await checkedBook(after, settings));
  hold(!wrong, "copied sheet draws an error", () => JSON.stringify(wrong));
  return "held";
}

function errorIn({ findings }: WorkbookReport): ReportedFinding | undefined {
  return findings.find(({ severity }) => severity === "error");
}

/** Checked again after each change, with what is as it was before: in the end just that is said which a check of the last workbook alone says. */
export async function workHolds(books: readonly Book[], settings: Settings): Promise<"held"> {
  const rechecker = new Rechecker();
  let said: WorkbookReport | null = null;
  for (const book of books) said = await checked(rechecker.keep(await opened(book)), settings);
  const fresh = await checked(await opened(books.at(-1)!), settings);
  const parts = (Object.keys(fresh) as (keyof WorkbookReport)[]).filter((part) => JSON.stringify(fresh[part]) !== JSON.stringify(said?.[part]));
  hold(parts.length === 0, "a check hangs on what was checked before", () => parts.map((part) => `${part}: ${JSON.stringify(said?.[part])?.slice(0, 600)}\nnot ${JSON.stringify(fresh[part])?.slice(0, 600)}`).join("\n"));
  return "held";
}

async function opened(book: Book): Promise<Workbook> {
  return mustWork("reading", () => readWorkbook(packBook(book)));
}

/** A station whose only mistake is a computed number typed wrong: an error names the cell, and no other. */
export async function typedIsFound({ book, sheet, cell, settings }: { book: Book; sheet: string; cell: string; settings: Settings }): Promise<"held"> {
  const errors = (await checkedBook(book, settings)).findings.filter(({ severity }) => severity === "error");
  const told = (): string => `${sheet}!${cell}; errors: ${JSON.stringify(errors.map(({ rule, message, consequences, ...at }) => [rule, at.sheet, at.cell, message, consequences.map((each) => each.cell)]))}`;
  hold(errors.some((finding) => finding.sheet === sheet && finding.cell === cell), "wrong number not found", told);
  return "held";
}

/** The cells of the station's tables whose number a formula computes. Strangers' tables are accused only where several lines witness against a cell. */
export function computedNumbers(draft: Draft, { tables }: WorkbookReport): CellAddress[] {
  return tables.filter(({ kind }) => kind !== "quotients").flatMap(({ sheet, range }) => {
    const { top, left, bottom, right } = parseRectName(range)!;
    const found: CellAddress[] = [];
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const cell = draft.sheet(sheet).cells.get(cellKey(row, column));
        if (cell?.formula && typeof cell.value === "number") found.push({ sheet, row, column });
      }
    }
    return found;
  });
}
