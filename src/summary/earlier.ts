import { render, say } from "../messages";
import { isError, type Cell, type Sheet, type WrittenCell } from "../workbook";
import type { OwnCells } from "./builder";
import { FINDING } from "./grid";

/** What stands in the hidden column of the first row, by which the column is found again wherever it is now. */
export const KEYS_HEAD = "hebiao-rows";
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
  readonly sheet: string;
  readonly cell: string;
  readonly message: string;
  readonly actual: string;
  readonly expected: string;
  /** When it was first no longer found, as written; null while it was found. */
  readonly since: string | null;
  readonly remark: string;
}

/** What the user wrote on our earlier sheet: remarks on findings, and columns of their own at the right. */
export class EarlierSheet {
  readonly noted = new Map<string, NotedFinding>();
  private readonly own = new Map<string, OwnCells>();

  constructor(sheet: Sheet | null) {
    const keyColumn = sheet && columnOfKeys(sheet);
    if (!sheet || !keyColumn) return;
    const columns = { key: keyColumn, remark: columnOfRemarks(sheet, keyColumn) };
    for (const row of sheet.rows()) {
      const key = rowName(textOf(sheet.cell(row, keyColumn)));
      // Rows that the user put in between have no key of ours; they are known by their place, so that nothing is lost.
      this.read(sheet, row, key || `row.${row}`, columns);
    }
  }

  /** What the user keeps beside the row with that key, which a finding has in either list; handed out once. */
  takeOwn(key: string): OwnCells {
    const kept = this.keyOfOwn(rowName(key));
    if (kept === undefined) return [];
    const cells = this.own.get(kept)!;
    this.own.delete(kept);
    return cells;
  }

  hasOwn(key: string): boolean {
    return this.keyOfOwn(key) !== undefined;
  }

  private keyOfOwn(key: string): string | undefined {
    const other = key.startsWith(FOUND) ? SOLVED + key.slice(FOUND.length) : key.startsWith(SOLVED) ? FOUND + key.slice(SOLVED.length) : key;
    return [key, other].find((each) => this.own.has(each));
  }

  /** What stood beside rows that are no more. */
  left(): OwnCells[] {
    const rows = [...this.own.values()];
    this.own.clear();
    return rows;
  }

  private read(sheet: Sheet, row: number, key: string, { key: keyColumn, remark }: { readonly key: number; readonly remark: number }): void {
    // The user may have put columns in between.
    const shift = remark - FINDING.remark[0];
    const text = (span: readonly [number, number]): string => textOf(sheet.cell(row, span[0] + shift));
    const columns = sheet.columns(row).filter((column) => column > remark && column !== keyColumn);
    if (columns.length > 0) {
      const place = (column: number) => column - remark - (column > keyColumn ? 2 : 1);
      const cells: (WrittenCell | null)[] = Array.from({ length: place(columns.at(-1)!) + 1 }, () => null);
      for (const column of columns) cells[place(column)] = keptCell(sheet.cell(row, column)!, row, column);
      this.own.set(key, cells);
    }
    const fingerprint = key.startsWith(FOUND) ? key.slice(FOUND.length) : key.startsWith(SOLVED) ? key.slice(SOLVED.length) : null;
    if (fingerprint === null) return;
    this.noted.set(fingerprint, {
      fingerprint, severity: text(FINDING.severity), sheet: text(FINDING.sheet), cell: text(FINDING.cell), message: text(FINDING.message),
      actual: text(FINDING.actual), expected: text(FINDING.expected), since: key.startsWith(SOLVED) ? text(FINDING.basis) : null,
      remark: text(FINDING.remark)
    });
  }
}

/** The keys of the rows of our sheet, from top to bottom. */
export function keysOf(sheet: Sheet): string[] {
  const column = columnOfKeys(sheet);
  return column === null ? [] : sheet.rows().map((row) => textOf(sheet.cell(row, column)));
}

/** What a row is known by in every run. */
function rowName(key: string): string {
  return key.startsWith(STATE) ? STATE : key;
}

function columnOfKeys(sheet: Sheet): number | null {
  const first = sheet.rows()[0];
  return first === undefined ? null : sheet.columns(first).find((column) => sheet.cell(first, column)?.value === KEYS_HEAD) ?? null;
}

/** The column headed 处理情况: the last of ours, right before the keys unless the user put one of their own there. */
function columnOfRemarks(sheet: Sheet, keyColumn: number): number {
  const heads = (["zh", "en"] as const).map((language) => render(say("summary-done"), language));
  for (const row of sheet.rows()) {
    const found = sheet.columns(row).find((column) => column < keyColumn && heads.includes(textOf(sheet.cell(row, column))));
    if (found !== undefined) return found;
  }
  return keyColumn - 1;
}

function textOf(cell: Cell | undefined): string {
  if (!cell || cell.value === null) return "";
  return typeof cell.value === "string" ? cell.value : cell.text;
}

function keptCell({ value, formula, format }: Cell, row: number, column: number): WrittenCell {
  return { value: isError(value) ? value.error : value, format, kept: { row, column }, ...(formula && { formula }) };
}
