import { newWorkbook } from "../../hosts/file/write/new-workbook";
import { newDocument } from "../../hosts/word";
import { blocksHtml, blocksText } from "../../hosts/word/html";
import { letterDocument, letterOf, letterSheet, letterText, type Letter, type LetterReport } from "../../letters";
import type { Language } from "../../messages";
import type { LetterForm } from "./letter-form";

/** A workbook or a report that was checked, with the names of its staff. */
export interface CheckedWorkbook {
  readonly report: LetterReport;
  /** 姓名 by "sheet!row". */
  readonly names: ReadonlyMap<string, string>;
}

/** The letter that a form asks for; null where nothing of the workbook is chosen. `chosen`: the keys of what stands in it, null as usual; `date`: "YYYY-MM-DD". */
export function makeLetter({ report, names }: CheckedWorkbook, form: LetterForm, chosen: ReadonlySet<string> | null, date: string, language: Language): Letter | null {
  return letterOf(report, { language, date, until: form.until || null, by: form.by.trim() || null, names: form.names ? names : null, chosen });
}

/** The letter as a file. */
export function letterBytes(letter: Letter, format: LetterForm["format"], language: Language): Uint8Array {
  switch (format) {
    case "docx": return newDocument(letterDocument(letter, language));
    case "xlsx": return newWorkbook([letterSheet(letter, language)]);
    // With its mark, so that Windows' old editors know the encoding.
    case "txt": return new TextEncoder().encode(`\ufeff${letterText(letter, language)}`);
  }
}

/** The letter as what Word pastes, and as a message. */
export function letterCopies(letter: Letter, language: Language): { readonly html: string; readonly text: string; readonly message: string } {
  const { blocks } = letterDocument(letter, language);
  return { html: blocksHtml(blocks, language), text: blocksText(blocks), message: letterText(letter, language) };
}
