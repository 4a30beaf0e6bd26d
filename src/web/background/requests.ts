import { comparisonRow, comparisonSheets, findDuplicates } from "../../comparison";
import type { DeskNote } from "../../desk";
import { readAgreements, type AgreementList } from "../../agreements";
import { completeValues } from "../../formulas";
import { editWorkbook, newWorkbook, readWorkbook, writtenExtension } from "../../hosts/file";
import type { Language } from "../../messages";
import { reportFailure } from "../../report";
import { answerTo, type Answers, type Inquiry } from "../../report/inquiries";
import { Rechecker } from "../../report/rechecker";
import { checkForScreen, checkInBothLanguages } from "../../report/screen";
import { checkDocument, remarked, type CheckedDocument, type DocumentSource } from "../../pane/document/check";
import type { Checked } from "../../pane/session";
import type { SentenceFinding } from "../../report/statement-types";
import type { ReportedFinding, WorkbookReport } from "../../report/types";
import { holdAgainstMid, identify, rememberTables, reviewPair, sinceSummary, takeSitting, type MidReview, type ReviewedPair, type Submitted } from "../../review";
import { keepingDigest, readSettingsXml, type Agreement, type SettingsInput, type StoredSettings } from "../../settings";
import { summaryPlans, summaryState } from "../../summary";
import { localDay } from "../../values/local-day";
import { planEdits, type EditPlan, type Entries } from "../edit/plan";
import type { Edit, Edited } from "./edit";
import { failedExamination, type Examined } from "./examined";
import { WorkbookError, type Workbook } from "../../workbook";
import { cellsOfBlock, outlineOf, type SheetOutline, type ShownCell } from "../sheet/outline";
import { contentHash } from "./content-hash";

/** A workbook as the user gave it, or as we changed it. */
export type Content = Blob | Uint8Array;

/** What the page knows of an opened workbook. */
export interface OpenedWorkbook {
  readonly sheets: readonly SheetOutline[];
  /** What a copy must bear; null where the workbook can only be read. */
  readonly extension: string | null;
  /** What the workbook keeps of settings and ignored findings; nothing where that cannot be read. */
  readonly stored: StoredSettings;
}

/** A workbook that was written, with the extension that it must bear. */
export interface Copy {
  readonly bytes: Uint8Array;
  readonly extension: string;
}

/** What the page asks of its worker, and under the same name what it gets. */
export interface Requests {
  /** Opens a workbook and keeps it for the requests that follow; `settingsXml` stands for its part of ours where it has none. */
  open: { ask: { bytes: Uint8Array; fileName: string; settingsXml?: string | null }; answer: OpenedWorkbook };
  /** Takes the part of ours for that of the opened workbook, without writing it. */
  remember: { ask: { settingsXml: string }; answer: null };
  check: { ask: { language: Language; settings: SettingsInput }; answer: Checked };
  /** A question about the opened workbook; the answer is of the inquiry's kind. */
  inquire: { ask: { inquiry: Inquiry; language: Language; settings: SettingsInput }; answer: Answers[Inquiry["kind"]] };
  /** Changes the opened workbook and keeps what came of it. */
  edit: { ask: { edit: Edit }; answer: { edited: Edited; sheets: readonly SheetOutline[] } };
  /** What was typed into cells of the opened workbook, as changes; nothing is changed yet. */
  plan: { ask: { entries: Entries }; answer: EditPlan };
  /** The cells of a block of the opened workbook that begins with that row and column. */
  block: { ask: { sheet: string; row: number; column: number }; answer: readonly ShownCell[] };
  /** Reads and checks a workbook of a batch; nothing of it is kept. */
  examine: { ask: { content: Content; fileName: string; language: Language; settings: SettingsInput; settingsXml?: string | null }; answer: Examined };
  /** The workbook of a batch with its summary sheet; nothing of it is kept. */
  summarize: { ask: { content: Content; report: WorkbookReport; language: Language }; answer: Copy };
  /** A report is checked, beside the workbooks that were given with it. */
  document: { ask: { source: DocumentSource; workbooks: readonly { bytes: Uint8Array; fileName: string }[]; language: Language }; answer: CheckedDocument };
  /** A copy of a report with remarks. */
  remark: { ask: { bytes: Uint8Array; findings: readonly SentenceFinding[]; language: Language }; answer: Uint8Array };
  /** What a workbook says of itself, or why that cannot be told; nothing of it is kept. */
  identify: { ask: { content: Content; fileName: string; settings: SettingsInput }; answer: { submitted: Submitted | null; problem: string | null } };
  /** Holds a workbook against an earlier one: the opened workbook where none is given. */
  review: { ask: { old: Version; now: Version | null; language: Language; settings: SettingsInput }; answer: Reviewed };
  /** Holds the opened workbook, a final one, against the mid-term one. */
  mid: { ask: { mid: Version; language: Language; settings: SettingsInput }; answer: HeldMid };
  /** A list of the stations' agreements. */
  agreements: { ask: { content: Content; fileName: string }; answer: AgreementList };
  /** The comparison workbook. */
  compare: { ask: { examined: readonly Examined[]; notes: readonly DeskNote[]; agreements?: readonly Agreement[]; language: Language }; answer: Uint8Array };
}

/** One version of a workbook. */
export interface Version {
  readonly content: Content;
  readonly fileName: string;
}

/** A review, or which of the two files could not be read and why. */
export interface Reviewed {
  readonly pair: ReviewedPair | null;
  readonly problem: { readonly file: string; readonly message: string } | null;
}

/** What the mid-term workbook says beside the final one, and what of it is to be asked; or which of the two could not be read and why. */
export interface HeldMid {
  readonly mid: MidReview | null;
  readonly findings: readonly ReportedFinding[];
  readonly problem: { readonly file: string; readonly message: string } | null;
}

export type RequestKind = keyof Requests;
export type Ask = { [K in RequestKind]: { kind: K } & Requests[K]["ask"] }[RequestKind];

/** What the worker keeps between requests: one opened workbook. */
export class Keeper {
  private readonly rechecker = new Rechecker();
  private workbook: Workbook | null = null;
  /** The workbook with every value that a program would compute on opening it; null until a cell is looked at. */
  private computed: Workbook | null = null;
  private bytes: Uint8Array | null = null;
  private fileName = "";

  /** Rejects with a WorkbookError for a workbook that is at fault. */
  async answer(ask: Ask): Promise<Requests[RequestKind]["answer"]> {
    switch (ask.kind) {
      case "open": {
        const sheets = await this.keep(ask.bytes, ask.fileName);
        this.workbook = remembering(this.opened(), ask.settingsXml);
        return { sheets, extension: writtenExtension(ask.bytes), stored: storedIn(this.opened().settingsXml) };
      }
      case "remember": {
        this.workbook = remembering(this.opened(), ask.settingsXml);
        return null;
      }
      case "check": {
        const options = { fileName: this.fileName, language: ask.language, settings: ask.settings };
        const checked = this.rechecker.check(this.opened(), options);
        const selfCheck = sinceSummary(this.opened(), options);
        return { ...checked, report: { ...checked.report, ...(selfCheck && { selfCheck }) }, summary: summaryState(this.opened(), checked.report) };
      }
      case "inquire": return answerTo(this.opened(), ask.inquiry, { fileName: this.fileName, language: ask.language, settings: ask.settings });
      case "block": {
        this.computed ??= completeValues(this.opened()).workbook;
        const sheet = this.computed.sheets.find(({ name }) => name === ask.sheet);
        return sheet ? cellsOfBlock(sheet, ask.row, ask.column, this.opened().date1904) : [];
      }
      case "edit": {
        const { summary, ...edit } = ask.edit;
        const settingsXml = summary ? rememberTables(this.opened(), localDay(new Date())) : edit.settingsXml && keepingDigest(edit.settingsXml, this.opened().settingsXml);
        const edited = await editWorkbook(this.bytes!, { ...edit, ...(settingsXml !== undefined && { settingsXml }), ...(summary && { sheets: summaryPlans(summary.report, { language: summary.language, checkedAt: new Date() }) }) });
        return { edited, sheets: await this.keep(edited.bytes, this.fileName) };
      }
      case "plan": return planEdits(this.opened(), ask.entries);
      case "document": {
        const workbooks = await Promise.all(ask.workbooks.map(async ({ bytes, fileName }) => ({ file: fileName, workbook: await readWorkbook(bytes, fileName) })));
        return checkDocument(ask.source, workbooks, ask.language);
      }
      case "remark": return remarked(ask.bytes, ask.findings, ask.language);
      case "examine": return examine(ask);
      case "summarize": {
        const content = await bytesOf(ask.content);
        const settingsXml = rememberTables(await readWorkbook(content, ask.report.file), localDay(new Date()));
        const { bytes } = await editWorkbook(content, { ...(settingsXml !== undefined && { settingsXml }), sheets: summaryPlans(ask.report, { language: ask.language, checkedAt: new Date() }) });
        return { bytes, extension: writtenExtension(content)! };
      }
      case "identify": return identified(ask);
      case "review": return reviewed(ask, ask.now ? () => readVersion(ask.now!) : () => Promise.resolve(this.opened()), ask.now?.fileName ?? this.fileName);
      case "mid": return heldAgainst(ask, this.opened(), this.fileName);
      case "agreements": return readAgreements(await readWorkbook(await bytesOf(ask.content), ask.fileName));
      case "compare": {
        const reports = ask.examined.map(({ report }) => report);
        const duplicates = findDuplicates(reports.map((report) => comparisonRow(report)), ask.examined.map(({ hash }) => hash));
        return newWorkbook(comparisonSheets(reports, duplicates, { language: ask.language, people: ask.examined.map(({ people = [] }) => people), notes: ask.notes, agreements: ask.agreements }));
      }
    }
  }

  private async keep(bytes: Uint8Array, fileName: string): Promise<SheetOutline[]> {
    const workbook = this.rechecker.keep(await readWorkbook(bytes, fileName));
    Object.assign(this, { workbook, computed: null, bytes, fileName });
    return workbook.sheets.map(outlineOf);
  }

  private opened(): Workbook {
    if (!this.workbook) throw new Error("no workbook was opened");
    return this.workbook;
  }
}

function storedIn(settingsXml: string | null): StoredSettings {
  try {
    return readSettingsXml(settingsXml);
  } catch {
    // The check says what is wrong with it.
    return { settings: {}, ignored: [] };
  }
}

/** The workbook with the part of ours that it cannot keep itself. */
function remembering(workbook: Workbook, settingsXml: string | null | undefined): Workbook {
  return settingsXml == null ? workbook : { ...workbook, settingsXml };
}

/** A workbook that cannot be read is a report with its reason, as on the command line. */
async function examine({ content, fileName, language, settings, settingsXml }: Requests["examine"]["ask"]): Promise<Examined> {
  let hash: string | null = null;
  try {
    const bytes = await bytesOf(content);
    hash = contentHash(bytes);
    const { checked: { report, names, people }, other } = checkInBothLanguages(remembering(await readWorkbook(bytes, fileName), settingsXml), { fileName, language, settings });
    return { report, names, people, hash, other };
  } catch (error) {
    return failedExamination(fileName, error, language, hash);
  }
}

async function readVersion({ content, fileName }: Version): Promise<Workbook> {
  return readWorkbook(await bytesOf(content), fileName);
}

async function identified({ content, fileName, settings }: Requests["identify"]["ask"]): Promise<Requests["identify"]["answer"]> {
  try {
    const workbook = await readVersion({ content, fileName });
    const submitted = identify(workbook, { fileName, settings });
    return { submitted, problem: submitted ? null : checkForScreen(workbook, { fileName, settings }).report.error?.message ?? null };
  } catch (error) {
    return { submitted: null, problem: reportFailure(fileName, error).error!.message };
  }
}

async function reviewed({ old, language, settings }: Requests["review"]["ask"], now: () => Promise<Workbook>, fileName: string): Promise<Reviewed> {
  let file = fileName;
  const failed = (message: string): Reviewed => ({ pair: null, problem: { file, message } });
  try {
    const after = takeSitting(await now(), { fileName, language, settings });
    if (after.report.error) return failed(after.report.error.message);
    file = old.fileName;
    const before = takeSitting(await readVersion(old), { fileName: old.fileName, language, settings });
    return before.report.error ? failed(before.report.error.message) : { pair: reviewPair(before, after, language), problem: null };
  } catch (error) {
    return failed(reportFailure(file, error, language).error!.message);
  }
}

async function heldAgainst({ mid, language, settings }: Requests["mid"]["ask"], opened: Workbook, fileName: string): Promise<HeldMid> {
  const failed = (file: string, message: string): HeldMid => ({ mid: null, findings: [], problem: { file, message } });
  try {
    const final = takeSitting(opened, { fileName, language, settings });
    if (final.report.error) return failed(fileName, final.report.error.message);
    const before = takeSitting(await readVersion(mid), { fileName: mid.fileName, language, settings });
    return before.report.error ? failed(mid.fileName, before.report.error.message) : { ...holdAgainstMid(before, final, language), problem: null };
  } catch (error) {
    return failed(mid.fileName, reportFailure(mid.fileName, error, language).error!.message);
  }
}

async function bytesOf(content: Content): Promise<Uint8Array> {
  if (content instanceof Uint8Array) return content;
  try {
    return new Uint8Array(await content.arrayBuffer());
  } catch {
    // Moved, renamed or locked since it was chosen.
    throw new WorkbookError("unreadable");
  }
}
