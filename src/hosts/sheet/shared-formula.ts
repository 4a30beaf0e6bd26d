import { tokenize } from "@borgar/fx/xlsx";
import { columnLetters, columnNumber, MAX_COLUMNS, MAX_ROWS } from "../../workbook";

/** A column or row that a formula names: fixed ($) or moving with the cell. */
interface Move {
  readonly fixed: boolean;
  readonly isColumn: boolean;
  readonly at: number;
}

/**
 * The formula of a group of cells, kept once. Each cell's own text is the master's with its relative
 * references moved; everything else, text literals above all, is copied as it stands.
 */
export class SharedFormula {
  /** What stands literally, and between it what moves. Built when first asked for. */
  private pieces: (string | Move)[] | null = null;

  constructor(readonly text: string, readonly row: number, readonly column: number) {}

  /** The formula as it stands in that cell, with its leading "=". */
  at(row: number, column: number): string {
    this.pieces ??= split(this.text);
    let formula = "";
    for (const piece of this.pieces) {
      if (typeof piece === "string") formula += piece;
      else if (piece.isColumn) formula += move(piece, column - this.column, MAX_COLUMNS, columnLetters);
      else formula += move(piece, row - this.row, MAX_ROWS, String);
    }
    return formula;
  }
}

function move(piece: Move, by: number, size: number, write: (at: number) => string): string {
  if (piece.fixed) return "$" + write(piece.at);
  // Excel wraps a reference that leaves the sheet around to its other edge.
  return write(((((piece.at - 1 + by) % size) + size) % size) + 1);
}

function split(formula: string): (string | Move)[] {
  const pieces: (string | Move)[] = [];
  let literal = "";
  for (const token of tokenize(formula, { mergeRefs: false })) {
    if (token.type !== "range" && token.type !== "range_beam") {
      literal += token.value;
      continue;
    }
    // "$A1", "A:A", "1:3": each run of letters or digits is one thing that moves or not.
    for (const [part, dollar, letters, digits] of token.value.matchAll(/(\$?)(?:([A-Za-z]+)|(\d+))|[^$A-Za-z\d]+/g)) {
      if (!letters && !digits) {
        literal += part;
        continue;
      }
      if (literal) pieces.push(literal);
      literal = "";
      const at = letters ? columnNumber(letters) : Number(digits);
      pieces.push({ fixed: dollar === "$", isColumn: Boolean(letters), at });
    }
  }
  if (literal) pieces.push(literal);
  return pieces;
}
