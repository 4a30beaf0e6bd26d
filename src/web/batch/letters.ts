import { ZipArchive } from "../../hosts/file/package/zip-archive";
import { candidatesOf, defaultChoice } from "../../letters";
import type { Language } from "../../messages";
import type { LetterForm } from "../../pane/letters/letter-form";
import { makeLetter, letterBytes } from "../../pane/letters/make-letter";
import { nameBeside } from "../../pane/download";
import type { Entry } from "./batch";

/** What stands in the letters of a batch. */
export interface BatchChoice {
  /** Findings of these rules are left out. */
  readonly withoutRules: ReadonlySet<string>;
  /** What the check took for granted is asked. */
  readonly questions: boolean;
}

export interface PackedLetters {
  /** null where there is no letter at all. */
  readonly archive: Blob | null;
  /** The ids of those that have a letter in it. */
  readonly written: readonly number[];
  /** The paths of workbooks with nothing to mend, and of those that were not checked. */
  readonly clean: readonly string[];
  readonly left: readonly string[];
}

interface LettersOf {
  readonly form: LetterForm;
  readonly choice: BatchChoice;
  /** The day of the check, "YYYY-MM-DD". */
  readonly date: string;
  /** What a letter is called: 整改清单. */
  readonly name: string;
  readonly language: Language;
}

/** After so many letters the page gets time to answer. */
const BETWEEN_PAUSES = 8;

/** A letter for each workbook that has something to mend, in one archive, where the workbook stands. */
export async function packLetters(entries: readonly Entry[], { form, choice, date, name, language }: LettersOf): Promise<PackedLetters> {
  const archive = new ZipArchive();
  const clean: string[] = [];
  const left: string[] = [];
  const written: number[] = [];
  for (const [index, { id, path, examined }] of entries.entries()) {
    if (index % BETWEEN_PAUSES === 0) await new Promise((resolve) => setTimeout(resolve, 0));
    if (!examined || examined.report.error) {
      left.push(path);
      continue;
    }
    const candidates = candidatesOf(examined.report, language)
      .filter((candidate) => (candidate.kind === "finding" ? !choice.withoutRules.has(candidate.finding.rule) : choice.questions));
    const letter = makeLetter(examined, form, defaultChoice(candidates), date, language);
    if (letter) {
      archive.add(nameBeside(path, `${name}.${form.format}`), letterBytes(letter, form.format, language));
      written.push(id);
    } else clean.push(path);
  }
  return { archive: written.length > 0 ? new Blob([...archive.finish()] as BlobPart[], { type: "application/zip" }) : null, written, clean, left };
}
