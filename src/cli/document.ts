import { extname } from "node:path";
import { documentOfTextFile, readDocument, withComments } from "../hosts/document";
import { readWorkbook } from "../hosts/file";
import { render, say, type Language } from "../messages";
import { workbookFor, type Paired } from "../report/pairing";
import type { WrittenReport } from "../report/statement-types";
import { checkWritten, type Beside } from "../report/written";
import { sentenceFindings } from "../report/written-findings";
import { remarksOf } from "../report/written-remarks";
import type { SettingsInput } from "../settings";
import { readBytes, writeWhole } from "./files";

/** What a report is held against, as plain data. */
export interface DocumentTask {
  /** The workbook that the user named; otherwise it is found among the candidates. */
  readonly beside: string | null;
  /** The workbooks of the same run, with what their checks told of them. */
  readonly candidates: readonly Candidate[];
}

export interface Candidate extends Paired {
  readonly file: string;
}

/** Checks a report beside its workbook. Throws a WorkbookError when it, or the workbook that the user named, cannot be read. */
export async function checkDocument(file: string, bytes: Uint8Array, settings: SettingsInput, { beside, candidates }: DocumentTask, language: Language = "zh"): Promise<WrittenReport> {
  const document = extname(file).toLowerCase() === ".txt" ? documentOfTextFile(bytes) : readDocument(bytes);
  const options = { fileName: file, settings, language };
  if (beside !== null) return { ...checkWritten(document, options, await workbookOf(beside)), beside };
  const alone = checkWritten(document, options);
  if (candidates.length === 0) return alone;
  const found = workbookFor(document, alone, candidates);
  if (found === "none" || found === "several") return { ...alone, notChecked: [render(say(`document-beside-${found}`), language), ...alone.notChecked] };
  return { ...checkWritten(document, options, await workbookOf(found.file)), beside: found.file };
}

async function workbookOf(file: string): Promise<Beside> {
  return { file, workbook: await readWorkbook(await readBytes(file), file) };
}

/** Writes a copy of the report with a remark at each finding of a sentence; gives how many. Throws a WorkbookError. */
export async function writeComments(file: string, target: string, report: WrittenReport): Promise<number> {
  const remarks = remarksOf(sentenceFindings(report).filter(({ ignored }) => ignored === null));
  const copy = withComments(await readBytes(file), remarks, { author: render(say("document-remark-author")), date: new Date() });
  await writeWhole(target, copy);
  return remarks.length;
}
