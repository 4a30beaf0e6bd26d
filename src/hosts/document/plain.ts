import { WorkbookError, type TextDocument, type TextParagraph } from "../../workbook";
import { decodeText, sniff } from "../file/read/sniff";
import { tablesWorkbook, type TextTable } from "./sheets";

/** A pasted text is what somebody copied; more than this nobody did. */
const MOST_CHARACTERS = 8 * 1024 * 1024;

/** A pasted text as a document: a line is a paragraph; lines with tabs, two or more one after the other, are a table. */
export function documentOfText(text: string): TextDocument {
  if (text.length > MOST_CHARACTERS) throw new WorkbookError("document-too-large");
  const paragraphs: TextParagraph[] = [];
  const tables: TextTable[] = [];
  let rows: string[][] = [];
  const flush = (): void => {
    // One line with a tab is a line with a tab.
    if (rows.length >= 2) tables.push(tableOf(rows, `表${tables.length + 1}`, paragraphs.length - 1));
    else paragraphs.push(...rows.map((cells): TextParagraph => ({ text: cells.join("\t"), level: null, aside: null })));
    rows = [];
  };
  for (const line of linesOf(text.replace(/^\ufeff/, ""))) {
    const cells = fields(line);
    if (cells.length > 1) rows.push(cells);
    else {
      flush();
      paragraphs.push({ text: line, level: null, aside: null });
    }
  }
  flush();
  return { paragraphs, unread: [], ...tablesWorkbook(tables, paragraphs.map((paragraph) => paragraph.text)) };
}

/** The bytes of a .txt file, in the encodings that Chinese programs write. Throws a WorkbookError for anything that is no text. */
export function documentOfTextFile(bytes: Uint8Array): TextDocument {
  const kind = sniff(bytes);
  if (kind === "empty") throw new WorkbookError("empty");
  if (kind !== "text" && kind !== "html" && kind !== "xml-spreadsheet") throw new WorkbookError("document-none");
  return documentOfText(decodeText(bytes));
}

/** Lines; a cell that Excel or Word copied with line breaks in it stands in quotes, and its breaks end no line. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (const part of text.split(/\r\n|\r|\n/)) {
    const open = lines[lines.length - 1];
    if (open !== undefined && isOpen(open, lines[lines.length - 2] ?? "")) lines[lines.length - 1] = `${open}\n${part}`;
    else lines.push(part);
  }
  return lines;
}

/** Does the last cell of a line of cells begin with a quote that nothing closes? A line of cells has tabs, or the line before it has. */
function isOpen(line: string, before: string): boolean {
  const last = line.slice(line.lastIndexOf("\t") + 1);
  return last.startsWith('"') && (line + before).includes("\t") && line.length < 4096 && last.match(/"/g)!.length % 2 === 1;
}

function fields(line: string): string[] {
  return line.split("\t").map((field) => (/^"(?:[^"]|"")*"$/s.test(field) ? field.slice(1, -1).replace(/""/g, '"') : field));
}

function tableOf(rows: readonly (readonly string[])[], name: string, after: number): TextTable {
  const cells = rows.flatMap((row, r) => row.map((text, c) => ({ row: r + 1, column: c + 1, text })));
  return { name, after, rows: rows.length, columns: Math.max(...rows.map((row) => row.length)), cells, merges: [], widths: [], isInside: false };
}
