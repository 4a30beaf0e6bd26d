import type { CheckResult } from "../../report/check";
import { render, type Language, type Sentence } from "../../messages";
import type { Mark } from "../../tables/roster/types";
import type { Reading } from "../../tables/types";
import { normalise } from "../../values/text";
import { addressKey, findSheet, isError, type CellAddress, type Rect, type Scalar, type Sheet } from "../../workbook";
import type { CellUse, CellView } from "../sitting";

/** The cells of a workbook as a review sees them; formulas are looked at later, when it is known which cells are of tables. */
export class Views {
  /** Cells that a line has taken, so that a merged cell is one line's only. */
  private readonly taken = new Set<string>();
  /** What is found once every line has its cells. */
  private readonly later: (() => void)[] = [];

  constructor(readonly result: CheckResult, private readonly language: Language) {}

  words(sentence: Sentence): string {
    return render(sentence, this.language);
  }

  /** The cell of a reading; nothing where another line has it, or there is none. */
  of(reading: Reading | null | undefined, role: string, use: CellUse, label: Sentence | string): CellView[] {
    return reading ? this.at(reading.at, role, use, label) : [];
  }

  at(at: CellAddress | null, role: string, use: CellUse, label: Sentence | string, value?: string): CellView[] {
    if (!at) return [];
    const reading = this.result.arithmetic.readingAt(at);
    if (!this.take(reading.at)) return [];
    return this.shared(reading.at, role, use, label, value);
  }

  /** As `at`, of a cell that several lines have in common. */
  shared(at: CellAddress | null, role: string, use: CellUse, label: Sentence | string, value?: string): CellView[] {
    if (!at) return [];
    const reading = this.result.arithmetic.readingAt(at);
    const judgement = this.result.arithmetic.at(reading.at);
    return [{
      at: reading.at, role, use, label: typeof label === "string" ? label : this.words(label), text: reading.text.trim(),
      value: value ?? contentOf(this.scalar(reading.at), reading), number: reading.number, format: reading.format, formula: null,
      meant: judgement ? { inputs: judgement.meaning.inputs, agrees: judgement.agrees } : null
    }];
  }

  /** A mark counts as what it means, whatever sign stands for it. */
  mark({ at, kind, share, text }: Mark, role: string, label: Sentence): CellView[] {
    return this.at(at, role, "mark", label, kind === "unknown" ? `unknown ${normalise(text)}` : `${kind}${share === null || kind === "absent" ? "" : ` ${share}`}`);
  }

  /**
   * What rows say beside the cells of their tables: notes, and texts between and to the right of them. It is known when all lines have
   * their cells (`settle`): until then the list has only its `own`.
   */
  remarksOf(rows: readonly number[], sheetName: string, { left, right }: Pick<Rect, "left" | "right">, own: readonly string[] = []): readonly string[] {
    const sheet = findSheet(this.result.workbook, sheetName);
    const remarks = [...own];
    if (sheet) this.later.push(() => remarks.push(...[...new Set(rows)].flatMap((row) => [...notesIn(sheet, row), ...this.textsIn(sheet, row, left, right)])));
    return remarks;
  }

  /** Every line has its cells. */
  settle(): void {
    for (const find of this.later) find();
  }

  private textsIn(sheet: Sheet, row: number, left: number, right: number): string[] {
    return sheet.columns(row).filter((column) => column >= left && column <= right + BESIDE && !this.taken.has(addressKey({ sheet: sheet.name, row, column }))).flatMap((column) => {
      const { value } = sheet.cell(row, column)!;
      return typeof value === "string" && /[\p{L}]{2}/u.test(value) ? [value.trim()] : [];
    });
  }

  private scalar({ sheet, row, column }: CellAddress): Scalar {
    return findSheet(this.result.workbook, sheet)?.cell(row, column)?.value ?? null;
  }

  private take(at: CellAddress): boolean {
    const key = addressKey(at);
    return !this.taken.has(key) && this.taken.add(key) !== undefined;
  }
}

/** How far beside a table a remark on its row is looked for. */
const BESIDE = 4;

function notesIn(sheet: Sheet, row: number): string[] {
  if (sheet.notes.size === 0) return [];
  return sheet.columns(row).flatMap((column) => {
    const note = sheet.notes.get((row - 1) * 16_384 + column - 1);
    return note === undefined ? [] : [note.trim()];
  });
}

/** A number kept as text is another content than the number. */
export function contentOf(value: Scalar, { kind }: Pick<Reading, "kind">): string {
  if (value === null || kind === "blank") return "";
  if (isError(value)) return value.error;
  if (typeof value === "number") return `n${Number(value.toPrecision(12))}`;
  return typeof value === "string" ? `t${kind === "slash" ? "/" : normalise(value)}` : `b${String(value)}`;
}
