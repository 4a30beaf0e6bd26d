import type { ExcelHost } from "../hosts/excel";
import { writeSettingsXml, type StoredSettings } from "../settings";
import { say, type Language, type Sentence } from "../messages";
import type { CellAddress, Fix, FixOutcome, WrittenSheet } from "../workbook";
import { BackgroundEngine } from "../pane/background/engine";
import type { CheckedDocument, DocumentSource } from "../pane/document/check";
import type { Answers, Inquiry } from "../report/inquiries";
import type { Checked, CheckRun, Session, WriteRun } from "../pane/session";

/** The workbook that is open in Excel. It is read here and checked in the background, so that the pane always answers. */
export class ExcelSession implements Session {
  private readonly engine = new BackgroundEngine();

  readonly copySheet = (sheet: string): Promise<string> => this.host.copySheet(sheet);
  readonly watch = (changed: () => void): (() => Promise<void>) => this.host.watch(changed);

  constructor(private readonly host: ExcelHost) {}

  get fileName(): string {
    return this.host.fileName;
  }

  async check({ language, signal, onProgress }: CheckRun): Promise<Checked> {
    onProgress({ stage: "reading", share: 0 });
    const { content, unread } = await this.host.readContent({ signal, onProgress: (share) => onProgress({ stage: "reading", share }) });
    onProgress({ stage: "checking", share: null });
    return this.engine.check({ content, unread, fileName: this.fileName, language }, signal);
  }

  readonly notesStay = (): boolean => !this.host.seesNotes;

  /** The sheet is Excel's: a table is selected, its roles are told in the pane. */
  readonly label = null;

  goTo(at: CellAddress, until?: { readonly row: number; readonly column: number }): Promise<void> {
    return this.host.goTo(at, until);
  }

  async inquire<I extends Inquiry>(inquiry: I, language: Language): Promise<Answers[I["kind"]]> {
    const { content, unread } = await this.host.readContent();
    return this.engine.answer({ inquiry, content, unread, fileName: this.fileName, language });
  }

  /** Checks a report beside the workbook as it is now. */
  async checkDocument(document: DocumentSource, language: Language): Promise<CheckedDocument> {
    const { content, unread } = await this.host.readContent();
    return this.engine.document({ inquiry: null, document, content, unread, fileName: this.fileName, language });
  }

  applyFixes(fixes: readonly Fix[], language: Language): Promise<readonly FixOutcome[]> {
    return this.host.applyFixes(fixes, language);
  }

  async writeSummary({ report }: Checked, { language, ...followed }: WriteRun): Promise<readonly WrittenSheet[]> {
    const { summaryPlans } = await import("../summary");
    return this.host.writeSheets(summaryPlans(report, { language, checkedAt: new Date() }), followed);
  }

  async keep(stored: StoredSettings): Promise<void> {
    const empty = stored.ignored.length === 0 && Object.keys(stored.settings).length === 0;
    await this.host.writeSettings(empty ? null : writeSettingsXml(stored));
  }

  /** Opens the sample in a window of its own; false where this Excel cannot. */
  async openSample(): Promise<boolean> {
    const [{ sampleBase64 }, { openWorkbook }] = await Promise.all([import("../pane/sample"), import("../hosts/excel/open-workbook")]);
    return openWorkbook(await sampleBase64());
  }

  async handOver(bytes: Uint8Array): Promise<Sentence> {
    return say(await this.openTables(bytes) ? "sample-opened" : "hand-over-unsupported");
  }

  /** Opens new standard tables in a window of their own; false where this Excel cannot. */
  async openTables(bytes: Uint8Array): Promise<boolean> {
    const { openWorkbook } = await import("../hosts/excel/open-workbook");
    return openWorkbook(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")));
  }
}
