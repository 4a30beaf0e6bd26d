import { createHash } from "node:crypto";
import { extname } from "node:path";
import { editWorkbook, hasMarkedSheet, readWorkbook, writtenExtension } from "../hosts/file";
import { render, say } from "../messages";
import { checkInFull, checkWithPeople, checkWorkbook, reportFailure, type WorkbookReport } from "../report";
import type { StationPerson } from "../report/people";
import type { WrittenReport } from "../report/statement-types";
import { reportFor } from "../report/document";
import { changedSince, holdAgainstMid, identify, reviewPair, rememberTables, takeSitting, type MidReview, type ReviewedPair, type Sitting, type Submitted } from "../review";
import type { SettingsInput } from "../settings";
import { tablesReport } from "../report/written-findings";
import { SUMMARY_MARKER, SUMMARY_SHEET_NAME, summaryPlans } from "../summary";
import { WorkbookError, type Workbook } from "../workbook";
import { mend, type FixedCell, type FixTask } from "./fix";
import { checkDocument, type DocumentTask } from "./document";
import { agreementFacts, type AgreementFacts } from "../agreements";
import { localDay } from "../values/local-day";
import { copyName, isDocument, isSameFile, readBytes, readExisting, writeWhole } from "./files";
import { writeLetter, type LetterTask } from "./letters";

/** What is to be done with one file, as plain data: it may be posted to a worker. */
export interface Task {
  readonly file: string;
  readonly settings: SettingsInput;
  /** Write a copy with the summary sheet: to that file, or (null) beside the original. */
  readonly copyTo?: string | null;
  /** The persons of the roster are wanted. */
  readonly people?: boolean;
  /** Only what the workbook says of itself is wanted. */
  readonly identify?: boolean;
  /** The earlier file that this one is held against. */
  readonly review?: string;
  /** The mid-term workbook that this one is held against. */
  readonly mid?: string;
  /** Apply fixes in a copy. */
  readonly fix?: FixTask;
  /** Write the letter to the station. */
  readonly letter?: LetterTask;
  /** The file is a report: what it is held against. */
  readonly document?: DocumentTask;
}

/** What came of it. Whatever goes wrong with a file stands in its report or its problem, so that the rest goes on. */
export interface Outcome {
  readonly report: WorkbookReport;
  /** The file is a report that could be read: all of it, of which `report` has what its tables say. */
  readonly document?: WrittenReport;
  /** SHA-256 of the file's bytes; null where it could not be read. */
  readonly hash: string | null;
  /** The copy that was written. */
  readonly written: string | null;
  /** Why no copy was written. `usage`: the user asked for something that is not done. */
  readonly problem: { readonly message: string; readonly usage: boolean } | null;
  readonly people?: readonly StationPerson[];
  readonly submitted?: Submitted;
  readonly review?: ReviewedPair;
  /** What became of each fix; the report is then that of the mended copy. */
  readonly fixes?: readonly FixedCell[];
  /** What the letter asks for, in words; null where there is nothing to mend and none was written. */
  readonly letter?: { readonly asked: string | null };
}

/** Checks one file and, when asked, writes the copy with its summary sheet. Never throws for what is wrong with a file. */
export async function perform(task: Task): Promise<Outcome> {
  const outcome = await performed(task);
  const { agreements } = task.settings;
  return agreements && !outcome.report.error ? { ...outcome, report: { ...outcome.report, agreement: agreementFacts(outcome.report, agreements) } as Listed } : outcome;
}

/** A report with what a list says of its station's agreement; null where the list does not know it. */
export type Listed = WorkbookReport & { readonly agreement?: AgreementFacts | null };

async function performed(task: Task): Promise<Outcome> {
  const { file, settings, copyTo, fix, document, letter } = task;
  const nothing = { hash: null, written: null, problem: null };
  if (task.identify || task.review !== undefined || task.mid !== undefined) return { ...nothing, ...await lookAt(task) };
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(file);
  } catch (error) {
    return { ...nothing, report: reportFailure(file, error) };
  }
  const hash = createHash("sha256").update(bytes).digest("hex");
  let report: WorkbookReport;
  try {
    if (document && isDocument(file)) {
      const written = await checkDocument(file, bytes, settings, document, letter?.language);
      return { ...nothing, hash, report: tablesReport(written), document: written, ...(letter && !written.error && await writeLetter(file, written, letter)) };
    }
    const workbook = await readWorkbook(bytes, file);
    if (task.people) return { ...nothing, hash, ...checkWithPeople(workbook, { fileName: file, settings }) };
    const full = checkInFull(workbook, { fileName: file, settings, ...(letter && { language: letter.language }) });
    const since = changedSince(workbook, full);
    report = since ? { ...full.report, selfCheck: since } : full.report;
    if (copyTo !== undefined && !report.error) return { ...nothing, hash, report, ...await writeCopy({ file, bytes, report, workbook, settings }, copyTo) };
    if (letter && !report.error) return { ...nothing, hash, report, ...await writeLetter(file, report, letter) };
    if (fix && !report.error) return { ...nothing, hash, report, ...await mend({ file, bytes, workbook, report, settings }, fix) };
  } catch (error) {
    return { ...nothing, hash, report: reportFailure(file, error) };
  }
  return { ...nothing, hash, report };
}

/** What a review needs of a file, or the review of it. */
async function lookAt({ file, settings, review, mid }: Task): Promise<Pick<Outcome, "report" | "submitted" | "review">> {
  const read = async (name: string): Promise<Workbook> => readWorkbook(await readBytes(name), name);
  let current = file;
  try {
    const workbook = await read(file);
    if (mid !== undefined) return { report: await midReport(takeSitting(workbook, { fileName: file, settings }), mid, settings, read) };
    if (review === undefined) {
      const submitted = identify(workbook, { fileName: file, settings });
      return submitted ? { report: { ...reportFor(file, "", ""), error: null }, submitted } : { report: checkWorkbook(workbook, { fileName: file, settings }) };
    }
    const now = takeSitting(workbook, { fileName: file, settings });
    if (now.report.error) return { report: now.report };
    current = review;
    const old = takeSitting(await read(review), { fileName: review, settings });
    return old.report.error ? { report: old.report } : { report: now.report, review: reviewPair(old, now) };
  } catch (error) {
    return { report: reportFailure(current, error) };
  }
}

/** The report of a final workbook with what the mid-term one says beside it; where that cannot be read it is said among what was not checked. */
async function midReport(final: Sitting, file: string, settings: SettingsInput, read: (name: string) => Promise<Workbook>): Promise<WorkbookReport & { readonly mid?: MidReview }> {
  const { report } = final;
  const without = (message: string): WorkbookReport => ({ ...report, notChecked: [...report.notChecked, render(say("mid-unread", { file, message }))] });
  try {
    const earlier = takeSitting(await read(file), { fileName: file, settings });
    if (report.error) return report;
    if (earlier.report.error) return without(earlier.report.error.message);
    const { findings, mid } = holdAgainstMid(earlier, final);
    return { ...report, findings: [...report.findings, ...findings], mid };
  } catch (error) {
    return without(reportFailure(file, error).error!.message);
  }
}

async function writeCopy(
  { file, bytes, report, workbook, settings }: { file: string; bytes: Uint8Array; report: WorkbookReport; workbook: Workbook; settings: SettingsInput }, copyTo: string | null
): Promise<Partial<Outcome>> {
  const refuse = (message: string): Partial<Outcome> => ({ problem: { message, usage: true } });
  try {
    // What the file is, not what it is called: web systems name an .xlsx .xls.
    const extension = writtenExtension(bytes);
    if (extension === null) throw new WorkbookError("unsupported");
    const target = copyTo ?? copyName(file, keptExtension(file, extension));
    if (await isSameFile(file, target)) return refuse(render(say("error-output-is-input", { file: target })));
    if (extname(target).toLowerCase() !== extension) return refuse(render(say("error-output-extension", { extension })));
    const existing = await readExisting(target);
    if (existing && !(await hasMarkedSheet(existing, SUMMARY_MARKER, SUMMARY_SHEET_NAME))) return refuse(render(say("error-output-exists", { file: target })));
    const checkedAt = new Date();
    const settingsXml = rememberTables(workbook, localDay(checkedAt), { settings });
    await writeWhole(target, (await editWorkbook(bytes, { sheets: summaryPlans(report, { checkedAt }), ...(settingsXml !== undefined && { settingsXml }) })).bytes);
    return { written: target };
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return { problem: { message: reportFailure(file, error).error!.message, usage: false } };
  }
}

/** The extension as the file writes it, where it is the right one: .XLSX stays. */
function keptExtension(file: string, extension: string): string {
  return extname(file).toLowerCase() === extension ? extname(file) : extension;
}
