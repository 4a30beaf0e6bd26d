import { strToU8 } from "fflate";
import * as xlsx from "@e965/xlsx";
import { isError, parseRectName } from "../../src/workbook";
import type { Book, BookSheet } from "./book";

/** Under which name a file of each format is opened; the keys but "xlsx" are the library's names. */
export const FILE_NAMES = {
  "xlsx": "附件.xlsx", "biff8": "附件.xls", "biff5": "附件.xls", "xlsb": "附件.xlsb", "ods": "附件.ods", "html": "附件.xls", "xlml": "附件.xls", "csv": "附件.csv", "txt": "附件.xls"
} as const;

export type Format = keyof typeof FILE_NAMES;

/** The workbook as another program would save it. */
export function writeAs(book: Book, format: Exclude<Format, "xlsx">): Uint8Array {
  const made = xlsx.utils.book_new();
  book.sheets.forEach((sheet, index) => xlsx.utils.book_append_sheet(made, sheetOf(sheet), `${index + 1}`));
  try {
    return new Uint8Array(xlsx.write(made, { type: "array", bookType: format }) as ArrayBuffer);
  } catch {
    // What the library cannot write is tried as the text that it would choke on.
    return strToU8(Object.values(book.sheets[0]?.cells ?? {}).map(({ v }) => String(v)).join("\t"));
  }
}

/** The library never comes back from writing a format as .ods that ends within brackets or quotes. */
function isClosed(format: string): boolean {
  return format.lastIndexOf("[") <= format.lastIndexOf("]") && format.split('"').length % 2 === 1;
}

function sheetOf(sheet: BookSheet): xlsx.WorkSheet {
  const made: xlsx.WorkSheet = { "!ref": "A1:AZ120" };
  for (const [ref, { v, f, z }] of Object.entries(sheet.cells)) {
    if (v === undefined || v === null || isError(v)) continue;
    // The formats have bounds of their own.
    const value = typeof v === "string" ? v.slice(0, 8000) : v;
    made[ref] = { t: typeof value === "string" ? "s" : typeof value === "number" ? "n" : "b", v: value, ...(f && f.length < 500 ? { f: f.slice(1) } : {}), ...(z && isClosed(z) ? { z } : {}) };
  }
  made["!merges"] = sheet.merges.flatMap((ref) => {
    const rect = parseRectName(ref);
    return rect ? [{ s: { r: rect.top - 1, c: rect.left - 1 }, e: { r: rect.bottom - 1, c: rect.right - 1 } }] : [];
  });
  return made;
}
