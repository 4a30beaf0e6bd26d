import { render, say, type MessageId } from "../messages";
import { DETAILS_KEYS, isError, keyToRowColumn, SUMMARY_KEYS, type Cell, type NoteMove, type Sheet, type WrittenCell } from "../workbook";
import type { OwnCells } from "./builder";
import { FINDING, type Columns, type Span } from "./grid";

/** What the key of the second row begins with: behind it stands what the summary was made of. */
export const STATE = "state:";
const FOUND = "finding:";
const SOLVED = "solved:";

export function findingKey(fingerprint: string): string {
  return FOUND + fingerprint;
}

export function solvedKey(fingerprint: string): string {
  return SOLVED + fingerprint;
}

/** A finding that an earlier run listed, as its row has it, with what the user noted on it. */
export interface NotedFinding {
  readonly fingerprint: string;
  readonly severity: string;
  readonly place: string;
  readonly shown: string;
  readonly message: string;
  /** When it was first no longer found, as written; null while it was found. */
  readonly since: string | null;
  readonly remark: string;
}

/** The columns of the list when findings and tables stood on one sheet (version 0.1 and before), which such a sheet still has. */
const FORMER = {
  severity: [2, 2], sheet: [3, 3], cell: [4, 4], message: [5, 10], actual: [11, 12], expected: [13, 14], since: [15, 18], remark: [22, 22]
} as const satisfies Readonly<Record<string, Span>>;

/** A note that the user attached to a cell of an earlier sheet. */
interface AttachedNote {
  readonly row: number;
  readonly column: number;
  /** What its row is known by. */
  readonly key: string;
  /** Its column in a sheet of ours as it is now. */
  readonly toColumn: number;
}

/** What the user wrote on our earlier sheet: remarks on findings, notes attached to cells, and columns of their own at the right. */
export class EarlierSheet {
  readonly noted = new Map<string, NotedFinding>();
  /** It has the columns of the sheet that was summary and details in one. */
  readonly isFormer: boolean = false;
  private readonly own = new Map<string, OwnCells>();
  private readonly attached: AttachedNote[] = [];

  constructor(sheet: Sheet | null, private readonly ours: Columns) {
    const keyColumn = sheet && columnOfKeys(sheet);
    if (!sheet || !keyColumn) return;
    const heads = headsOf(sheet, keyColumn);
    this.isFormer = heads?.isFormer ?? false;
    const columns = { key: keyColumn, remark: heads?.remark ?? keyColumn - 1 };
    for (const row of sheet.rows()) {
      this.read(sheet, row, keyAt(sheet, row, keyColumn), columns);
    }
    for (const at of sheet.notes.keys()) {
      const { row, column } = keyToRowColumn(at);
      this.attached.push({ row, column, key: rowName(keyAt(sheet, row, keyColumn)), toColumn: this.columnNow(column, columns) });
    }
  }

  /** Whether the row with that key has anything beside it, or attached to it, that must not be lost. */
  isKept(key: string): boolean {
    return this.own.has(rowName(key)) || this.attached.some((note) => note.key === rowName(key));
  }

  /** Where the attached notes go, by the keys of the new rows from the first; what has no row any more stands below all others. */
  notesMoved(keys: readonly string[]): NoteMove[] {
    const taken = new Set<string>();
    const rows = new Map(keys.map((key, index) => [rowName(key), index + 1]));
    let below = keys.length;
    return this.attached.map(({ row, column, key, toColumn }) => {
      let to = { row: rows.get(key) ?? 0, column: toColumn };
      if (to.row === 0 || taken.has(`${to.row},${to.column}`)) to = { row: ++below, column: this.ours.key + 1 };
      taken.add(`${to.row},${to.column}`);
      return { from: { row, column }, to };
    }).filter(({ from, to }) => from.row !== to.row || from.column !== to.column);
  }

  private columnNow(column: number, { key, remark }: { readonly key: number; readonly remark: number }): number {
    if (column > remark) return column === key ? this.ours.key : this.ours.key + column - remark - (column > key ? 1 : 0);
    if (this.isFormer) return column === remark ? this.ours.last : FINDING.message[0];
    return Math.max(1, column - remark + this.ours.last);
  }

  /** What the user keeps beside the row with that key, which a finding has in either list; handed out once. */
  takeOwn(key: string): OwnCells {
    const kept = this.own.get(rowName(key));
    this.own.delete(rowName(key));
    return kept ?? [];
  }

  /** What stood beside rows that are no more. */
  left(): OwnCells[] {
    const rows = [...this.own.values()];
    this.own.clear();
    return rows;
  }

  private read(sheet: Sheet, row: number, key: string, { key: keyColumn, remark }: { readonly key: number; readonly remark: number }): void {
    const columns = sheet.columns(row).filter((column) => column > remark && column !== keyColumn);
    if (columns.length > 0) {
      const place = (column: number) => column - remark - (column > keyColumn ? 2 : 1);
      const cells: (WrittenCell | null)[] = Array.from({ length: place(columns.at(-1)!) + 1 }, () => null);
      for (const column of columns) cells[place(column)] = keptCell(sheet.cell(row, column)!, row, column);
      this.own.set(rowName(key), cells);
    }
    const isSolved = key.startsWith(SOLVED);
    const fingerprint = key.startsWith(FOUND) ? key.slice(FOUND.length) : isSolved ? key.slice(SOLVED.length) : null;
    if (fingerprint === null) return;
    // The user may have put columns in between.
    const shift = remark - (this.isFormer ? FORMER : FINDING).remark[0];
    const text = (span: Span): string => textOf(sheet.cell(row, span[0] + shift));
    this.noted.set(fingerprint, { fingerprint, remark: text([remark - shift, remark]), ...(this.isFormer ? formerFinding(text, isSolved) : listedFinding(text, isSolved)) });
  }
}

type Listed = Omit<NotedFinding, "fingerprint" | "remark">;

function listedFinding(text: (span: Span) => string, isSolved: boolean): Listed {
  // "3⏎错误"; and behind the message of a solved one, when it went.
  const message = text(FINDING.message);
  const end = isSolved ? message.lastIndexOf("\n") : -1;
  return {
    severity: text(FINDING.number).split("\n").at(-1)!, place: text(FINDING.place), shown: text(FINDING.shown),
    message: end < 0 ? message : message.slice(0, end), since: end < 0 ? null : message.slice(end + 1)
  };
}

function formerFinding(text: (span: Span) => string, isSolved: boolean): Listed {
  return {
    severity: text(FORMER.severity), place: placeText(text(FORMER.sheet), text(FORMER.cell)), shown: shownText(text(FORMER.actual), text(FORMER.expected)),
    message: text(FORMER.message), since: isSolved ? text(FORMER.since) : null
  };
}

/** "附件1 对照表⏎D9" */
export function placeText(sheet: string, cell: string): string {
  return `${sheet}\n${cell}`;
}

/** "52.70%⏎→ 68.24%" */
export function shownText(actual: string, expected: string): string {
  return expected ? `${actual}\n→ ${expected}`.trim() : actual;
}

/** The keys of the rows of our sheet, from top to bottom. */
export function keysOf(sheet: Sheet): string[] {
  const column = columnOfKeys(sheet);
  return column === null ? [] : sheet.rows().map((row) => textOf(sheet.cell(row, column)));
}

/** What a row is known by in every run, a finding in either list. */
function rowName(key: string): string {
  return key.startsWith(STATE) ? STATE : key.startsWith(SOLVED) ? FOUND + key.slice(SOLVED.length) : key;
}

/** Rows that the user put in between have no key of ours; they are known by their place, so that nothing is lost. */
function keyAt(sheet: Sheet, row: number, keyColumn: number): string {
  return textOf(sheet.cell(row, keyColumn)) || `row.${row}`;
}

function columnOfKeys(sheet: Sheet): number | null {
  const first = sheet.rows()[0];
  const isHead = (column: number) => [SUMMARY_KEYS, DETAILS_KEYS].includes(textOf(sheet.cell(first!, column)));
  return first === undefined ? null : sheet.columns(first).find(isHead) ?? null;
}

/** The heads of the list of findings: the column headed 处理情况, the last of ours, and whether 级别 has one of its own. null where none are. */
function headsOf(sheet: Sheet, keyColumn: number): { readonly remark: number; readonly isFormer: boolean } | null {
  const [remarks, severities] = (["summary-done", "summary-severity"] as const).map(inBothLanguages);
  for (const row of sheet.rows()) {
    const columns = sheet.columns(row).filter((column) => column < keyColumn);
    const remark = columns.find((column) => remarks!.includes(textOf(sheet.cell(row, column))));
    if (remark !== undefined) return { remark, isFormer: columns.some((column) => severities!.includes(textOf(sheet.cell(row, column)))) };
  }
  return null;
}

function inBothLanguages(id: MessageId): string[] {
  return (["zh", "en"] as const).map((language) => render(say(id), language));
}

function textOf(cell: Cell | undefined): string {
  if (!cell || cell.value === null) return "";
  return typeof cell.value === "string" ? cell.value : cell.text;
}

function keptCell({ value, formula, format }: Cell, row: number, column: number): WrittenCell {
  return { value: isError(value) ? value.error : value, format, kept: { row, column }, ...(formula && { formula }) };
}
