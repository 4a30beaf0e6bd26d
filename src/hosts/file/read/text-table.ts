import { cellKey, Sheet, type Cell, type Workbook } from "../../../workbook";
import { decodeText } from "./sniff";
import { cellOfText, plainWorkbook } from "./typed-text";

/**
 * Reads text with tabs or commas that bears the name of a workbook, as exports of web systems do. Null when it is no table:
 * fewer than two lines that have the separator. What looks like a formula stays text, because nothing computed it.
 */
export function readTextTable(bytes: Uint8Array): Workbook | null {
  const text = decodeText(bytes).replace(/^\ufeff/, "");
  const separator = text.slice(0, text.search(/[\r\n]|$/)).includes("\t") ? "\t" : ",";
  const rows = splitRows(text, separator);
  if (rows.filter((row) => row.length > 1).length < 2) return null;
  const cells = new Map<number, Cell>();
  rows.forEach((row, r) => row.forEach((field, c) => {
    if (field !== "") cells.set(cellKey(r + 1, c + 1), cellOfText(field));
  }));
  return plainWorkbook(new Sheet({ name: "Sheet1", cells }));
}

function splitRows(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  // A field in quotes, with quotes doubled inside, or a plain one; then what ends it.
  const pattern = separator === "\t" ? /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/g : /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|\r|\n|$)/g;
  for (const [, quoted, plain, end] of text.matchAll(pattern)) {
    rows[rows.length - 1]!.push(quoted === undefined ? plain! : quoted.replace(/""/g, '"'));
    if (end === "") break;
    if (end !== separator) rows.push([]);
  }
  return rows;
}
