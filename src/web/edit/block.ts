import type { Entry } from "./plan";

/** More cells than a person pastes on purpose. */
export const MOST_PASTED = 5000;

/**
 * The cells of a block as Excel and WPS put it on the clipboard: rows by line, cells by tab. A cell with a line break, a tab or a quotation
 * mark in it stands in quotation marks, doubled inside.
 */
export function blockOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const lineEnd = /\r\n|\r|\n/y;
  for (;;) {
    const quoted = /"((?:[^"]|"")*)"(?=\t|\r|\n|$)/y;
    quoted.lastIndex = at;
    const match = quoted.exec(text);
    const isQuoted = match !== null && /["\t\r\n]/.test(match[1]!);
    const plain = /[^\t\r\n]*/y;
    plain.lastIndex = at;
    row.push(isQuoted ? match[1]!.replaceAll('""', '"').replaceAll("\r\n", "\n") : plain.exec(text)![0]);
    at = isQuoted ? quoted.lastIndex : plain.lastIndex;
    if (text[at] === "\t") {
      at++;
      continue;
    }
    rows.push(row);
    row = [];
    lineEnd.lastIndex = at;
    if (!lineEnd.test(text)) return rows;
    at = lineEnd.lastIndex;
    // A block ends with the end of its last line.
    if (at >= text.length) return rows;
  }
}

/** The block, laid over a sheet from a cell on. */
export function entriesOf(block: readonly (readonly string[])[], from: { readonly row: number; readonly column: number }): Entry[] {
  return block.flatMap((cells, down) => cells.map((text, aside): Entry => ({ row: from.row + down, column: from.column + aside, text })));
}
