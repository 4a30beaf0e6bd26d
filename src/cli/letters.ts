import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { newWorkbook } from "../hosts/file";
import { newDocument } from "../hosts/word";
import { countsText, letterDocument, letterOf, letterSheet, letterText, wordsIn, type Letter, type LetterReport } from "../letters";
import { render, say, type Language } from "../messages";
import { reportFailure } from "../report";
import { WorkbookError } from "../workbook";
import type { LetterFormat } from "./arguments";
import { isSameFile, readExisting, writeWhole } from "./files";
import type { Outcome } from "./one";

/** The letter of a file, as plain data. */
export interface LetterTask {
  readonly to: string;
  readonly format: LetterFormat;
  readonly language: Language;
  /** Days as "YYYY-MM-DD": of the check, and until when it is to be mended. */
  readonly date: string;
  readonly until: string | null;
  readonly by: string | null;
  readonly names: boolean;
}

/** Writes the letter of a workbook or a report that was checked. It is never written itself, nor what stands there already. */
export async function writeLetter(file: string, report: LetterReport, task: LetterTask): Promise<Partial<Outcome>> {
  const { to, format, language, date, until, by } = task;
  const letter = letterOf(report, { language, date, until, by, names: task.names ? namesIn(report) : null, chosen: null });
  if (letter === null) return { letter: { asked: null } };
  const asked = countsText(letter, wordsIn("zh"));
  try {
    if (await isSameFile(file, to)) return { problem: { message: render(say("error-output-is-input", { file: to })), usage: true } };
    if (await readExisting(to)) return { problem: { message: render(say("cli-fix-exists", { file: to })), usage: true } };
    await mkdir(dirname(to), { recursive: true }).catch(() => undefined);
    await writeWhole(to, bytesOf(letter, format, language));
    return { written: to, letter: { asked } };
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return { problem: { message: reportFailure(file, error).error!.message, usage: false } };
  }
}

function bytesOf(letter: Letter, format: LetterFormat, language: Language): Uint8Array {
  switch (format) {
    case "docx": return newDocument(letterDocument(letter, language));
    case "xlsx": return newWorkbook([letterSheet(letter, language)]);
    // With its mark, so that Windows' old editors know the encoding.
    case "txt": return new TextEncoder().encode(`\ufeff${letterText(letter, language)}`);
  }
}

/** 姓名 by "sheet!row", where the check was asked for names. */
function namesIn({ evaluation }: LetterReport): ReadonlyMap<string, string> {
  return new Map((evaluation?.people ?? []).flatMap(({ sheet, row, name }) => (name ? [[`${sheet}!${row}`, name] as const] : [])));
}
