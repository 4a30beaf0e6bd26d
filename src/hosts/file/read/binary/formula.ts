import { columnLetters, quoteSheet } from "../../../../workbook";
import { showFormula } from "../../package/functions";
import { Bytes } from "./bytes";
import { numberedFunction, USER_FUNCTION } from "./functions";

/** What the two binary kinds differ in: .xls counts 65,536 rows and 256 columns, .xlsb as many as .xlsx. */
export interface Dialect {
  readonly wide: boolean;
  readonly rows: number;
  readonly columns: number;
}

export const XLS: Dialect = { wide: false, rows: 65_536, columns: 256 };
export const XLSB: Dialect = { wide: true, rows: 1_048_576, columns: 16_384 };

/** Sheets and names as formulas of a workbook number them. Null where the number leads nowhere. */
export interface FormulaNames {
  /** What stands before a reference: "Sheet1!", "'[1]表'!"; "#REF!" where the sheet is gone. */
  sheetOf(index: number): string | null;
  name(number: number): string | null;
  nameOf(index: number, number: number): string | null;
}

const BINARY = new Map([
  [0x03, "+"], [0x04, "-"], [0x05, "*"], [0x06, "/"], [0x07, "^"], [0x08, "&"], [0x09, "<"], [0x0a, "<="], [0x0b, "="], [0x0c, ">="], [0x0d, ">"], [0x0e, "<>"],
  [0x0f, " "], [0x10, ","], [0x11, ":"]
]);
const ERRORS = new Map([[0x00, "#NULL!"], [0x07, "#DIV/0!"], [0x0f, "#VALUE!"], [0x17, "#REF!"], [0x1d, "#NAME?"], [0x24, "#NUM!"], [0x2a, "#N/A"], [0x2b, "#GETTING_DATA"]]);

/** A column is kept with two bits that say which part of the reference moves with the cell. */
const COLUMN = 0x3fff;
const COLUMN_MOVES = 0x4000;
const ROW_MOVES = 0x8000;

/** The code of an error by its number in binary workbooks. */
export function errorNumbered(number: number): string {
  return ERRORS.get(number) ?? "#VALUE!";
}

/** Thrown for what we have no text for. Not an Error: it is caught a step away. */
const UNREADABLE = Symbol("unreadable");

/**
 * The text of a formula that is kept as tokens in the order of their computing, with "="; null for one that we cannot read. Relative
 * references of formulas that are shared are counted from the cell, rows and columns from 0. `extra` is what follows the tokens.
 */
export function formulaText(tokens: Uint8Array, extra: Uint8Array, row: number, column: number, names: FormulaNames, dialect: Dialect): string | null {
  try {
    return showFormula(new Reader(tokens, extra, row, column, names, dialect).read());
  } catch (thrown) {
    if (thrown === UNREADABLE || thrown instanceof RangeError) return null;
    throw thrown;
  }
}

class Reader {
  private readonly tokens: Bytes;
  private readonly extra: Bytes;
  private readonly stack: string[] = [];

  constructor(
    tokens: Uint8Array, extra: Uint8Array, private readonly row: number, private readonly column: number, private readonly names: FormulaNames, private readonly dialect: Dialect
  ) {
    this.tokens = new Bytes(tokens);
    this.extra = new Bytes(extra);
  }

  read(): string {
    while (this.tokens.left > 0) {
      const token = this.tokens.u8();
      // Operands come in three classes, which differ in how they are computed, not in how they are written.
      if (token < 0x20) this.operator(token);
      else this.operand((token & 0x1f) | 0x20);
    }
    if (this.stack.length !== 1) throw UNREADABLE;
    return this.stack[0]!;
  }

  private operator(token: number): void {
    const operator = BINARY.get(token);
    if (operator !== undefined) {
      const right = this.pop();
      return this.push(this.pop() + operator + right);
    }
    switch (token) {
      case 0x12: return this.push(`+${this.pop()}`);
      case 0x13: return this.push(`-${this.pop()}`);
      case 0x14: return this.push(`${this.pop()}%`);
      case 0x15: return this.push(`(${this.pop()})`);
      case 0x16: return this.push("");
      case 0x17: return this.push(`"${this.text().replace(/"/g, '""')}"`);
      case 0x19: return this.attribute();
      case 0x1c: return this.push(errorNumbered(this.tokens.u8()));
      case 0x1d: return this.push(this.tokens.u8() ? "TRUE" : "FALSE");
      case 0x1e: return this.push(String(this.tokens.u16()));
      case 0x1f: return this.push(numberText(this.tokens.f64()));
      default: throw UNREADABLE;
    }
  }

  private operand(token: number): void {
    const { tokens, dialect: { wide } } = this;
    switch (token) {
      case 0x20:
        tokens.skip(wide ? 14 : 7);
        return this.push(this.array());
      case 0x21: {
        const known = numberedFunction(tokens.u16());
        if (!known || known.count === null) throw UNREADABLE;
        return this.call(known.name, known.count);
      }
      case 0x22: {
        const count = tokens.u8() & 0x7f;
        const number = tokens.u16();
        return number === USER_FUNCTION ? this.callUser(count) : this.call(numberedFunction(number)?.name ?? null, count);
      }
      case 0x23: return this.push(this.names.name(tokens.u32()));
      case 0x24: return this.push(this.cell(false));
      case 0x25: return this.push(this.area(false));
      case 0x26: {
        // What was computed of the references that follow is kept for the program's own use.
        tokens.skip(6);
        return this.extra.skip(wide ? this.extra.u32() * 16 : this.extra.u16() * 8);
      }
      case 0x27: case 0x28: return tokens.skip(6);
      case 0x29: case 0x2e: case 0x2f: return tokens.skip(2);
      case 0x2a: return this.lost(wide ? 6 : 4);
      case 0x2b: return this.lost(wide ? 12 : 8);
      case 0x2c: return this.push(this.cell(true));
      case 0x2d: return this.push(this.area(true));
      case 0x39: {
        const index = tokens.u16();
        return this.push(this.names.nameOf(index, wide ? tokens.u32() : tokens.u32() & 0xffff));
      }
      case 0x3a: return this.push(this.onSheet((index) => this.withSheet(index, this.cell(false))));
      case 0x3b: return this.push(this.onSheet((index) => this.withSheet(index, this.area(false))));
      case 0x3c: return this.onSheet(() => this.lost(wide ? 6 : 4));
      case 0x3d: return this.onSheet(() => this.lost(wide ? 12 : 8));
      default: throw UNREADABLE;
    }
  }

  private onSheet<T>(read: (index: number) => T): T {
    return read(this.tokens.u16());
  }

  private withSheet(index: number, reference: string): string {
    const sheet = this.names.sheetOf(index);
    if (sheet === null) throw UNREADABLE;
    return sheet === "#REF!" ? sheet : sheet + reference;
  }

  /** A reference to what was deleted. */
  private lost(size: number): void {
    this.tokens.skip(size);
    this.push("#REF!");
  }

  private attribute(): void {
    const kind = this.tokens.u8();
    const data = this.tokens.u16();
    if (kind & 0x04) this.tokens.skip((data + 1) * 2);
    else if (kind & 0x10) this.call("SUM", 1);
  }

  private cell(shared: boolean): string {
    const row = this.rowNumber();
    const column = this.tokens.u16();
    return this.columnText(column, shared) + this.rowText(row, column, shared);
  }

  private area(shared: boolean): string {
    const [top, bottom] = [this.rowNumber(), this.rowNumber()];
    const [left, right] = [this.tokens.u16(), this.tokens.u16()];
    const { rows, columns } = this.dialect;
    const moves = (bit: number): boolean => shared && ((left | right) & bit) !== 0;
    // Whole columns and rows are those that go from one edge to the other.
    if (top === 0 && bottom === rows - 1 && !moves(ROW_MOVES)) return `${this.columnText(left, shared)}:${this.columnText(right, shared)}`;
    if ((left & COLUMN) === 0 && (right & COLUMN) === columns - 1 && !moves(COLUMN_MOVES)) return `${this.rowText(top, left, shared)}:${this.rowText(bottom, right, shared)}`;
    return `${this.columnText(left, shared)}${this.rowText(top, left, shared)}:${this.columnText(right, shared)}${this.rowText(bottom, right, shared)}`;
  }

  /** In shared formulas what moves is counted from the cell; what leaves the sheet comes in again at its other edge. */
  private columnText(field: number, shared: boolean): string {
    const moves = (field & COLUMN_MOVES) !== 0;
    const column = ((field & COLUMN) + (shared && moves ? this.column : 0)) % this.dialect.columns;
    return (moves ? "" : "$") + columnLetters(column + 1);
  }

  private rowText(row: number, field: number, shared: boolean): string {
    const moves = (field & ROW_MOVES) !== 0;
    return `${moves ? "" : "$"}${((row + (shared && moves ? this.row : 0)) % this.dialect.rows) + 1}`;
  }

  private rowNumber(): number {
    return this.dialect.wide ? this.tokens.u32() & 0xfffff : this.tokens.u16();
  }

  private text(): string {
    const { tokens } = this;
    if (this.dialect.wide) return tokens.characters(tokens.u16(), true);
    const count = tokens.u8();
    return tokens.characters(count, (tokens.u8() & 1) === 1);
  }

  private array(): string {
    const { extra, dialect: { wide } } = this;
    const columns = wide ? extra.u32() : extra.u8() + 1;
    const rows = wide ? extra.u32() : extra.u16() + 1;
    if (columns * rows > extra.left) throw UNREADABLE;
    return `{${Array.from({ length: rows }, () => Array.from({ length: columns }, () => this.constant()).join(",")).join(";")}}`;
  }

  private constant(): string {
    const { extra, dialect: { wide } } = this;
    const type = extra.u8();
    if (wide) {
      switch (type) {
        case 0: return numberText(extra.f64());
        case 1: return `"${extra.characters(extra.u16(), true).replace(/"/g, '""')}"`;
        case 2: return extra.u8() ? "TRUE" : "FALSE";
        case 4: return errorNumbered(extra.u32() & 0xff);
        default: throw UNREADABLE;
      }
    }
    switch (type) {
      case 0:
        extra.skip(8);
        return '""';
      case 1: return numberText(extra.f64());
      case 2: {
        const count = extra.u16();
        return `"${extra.characters(count, (extra.u8() & 1) === 1).replace(/"/g, '""')}"`;
      }
      case 4: case 16: {
        const value = extra.u8();
        extra.skip(7);
        return type === 16 ? errorNumbered(value) : value ? "TRUE" : "FALSE";
      }
      default: throw UNREADABLE;
    }
  }

  private callUser(count: number): void {
    const args = this.popped(count);
    const name = args.shift();
    if (!name || name.startsWith("#")) throw UNREADABLE;
    this.push(`${name}(${args.join(",")})`);
  }

  private call(name: string | null, count: number): void {
    if (name === null) throw UNREADABLE;
    this.push(`${name}(${this.popped(count).join(",")})`);
  }

  private popped(count: number): string[] {
    if (count > this.stack.length) throw UNREADABLE;
    return this.stack.splice(this.stack.length - count, count);
  }

  private pop(): string {
    const text = this.stack.pop();
    if (text === undefined) throw UNREADABLE;
    return text;
  }

  private push(text: string | null): void {
    if (text === null) throw UNREADABLE;
    this.stack.push(text);
  }
}

function numberText(value: number): string {
  return String(value).toUpperCase();
}

/** What stands before a reference to the sheets from one to the other; of another workbook with its number: "[1]". */
export function sheetPrefix(first: string, last: string, book: number | null): string {
  if (book === null && first === last) return `${quoteSheet(first)}!`;
  const name = (book === null ? "" : `[${book}]`) + (first === last ? first : `${first}:${last}`);
  return `'${name.replace(/'/g, "''")}'!`;
}
