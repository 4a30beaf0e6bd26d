import type { TextDocument, Workbook } from "../../src/workbook";
import { workbookOf } from "./sheet-builder";

/** A report of these paragraphs, "# " and "## " before its headings, with the tables of a workbook if there is one. */
export function textDocument(paragraphs: readonly string[], workbook: Workbook = workbookOf({})): TextDocument {
  return {
    paragraphs: paragraphs.map((text) => {
      const level = /^(#+) /.exec(text)?.[1]?.length ?? null;
      return { text: level === null ? text : text.slice(level + 1), level, aside: null };
    }),
    workbook,
    tables: workbook.sheets.map(({ name, used }) => ({ name, sheet: name, top: 1, bottom: used?.bottom ?? 1, after: paragraphs.length - 1 })),
    unread: []
  };
}
