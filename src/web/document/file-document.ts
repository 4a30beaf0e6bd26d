import type { Language } from "../../messages";
import type { CheckedDocument, DocumentSource } from "../../pane/document/check";
import type { DocumentSession } from "../../pane/document/session";
import type { SentenceFinding } from "../../report/statement-types";
import { parseCellName } from "../../workbook";
import { WorkerClient } from "../background/client";
import { FileSession } from "../file-session";
import { Store } from "../store";

/** What stands at the left of a report's findings. */
export interface Beside {
  /** The workbook that the report was held against; null until it was checked, and where there is none. */
  readonly session: FileSession | null;
  readonly shown: "report" | "workbook";
  /** In a narrow window it stands over the findings, because the user asked to be led there. */
  readonly isRevealed: boolean;
}

let count = 0;

/** A report that was opened from a file, or pasted, with the workbooks that were given with it. */
export class FileDocument implements DocumentSession {
  /** Tells it from every other that was opened, with the same name too. */
  readonly number = ++count;
  readonly beside = new Store<Beside>({ session: null, shown: "report", isRevealed: false });
  readonly handOver = null;
  private worker: WorkerClient | null = null;

  constructor(readonly source: DocumentSource, private readonly workbooks: readonly { readonly bytes: Uint8Array; readonly fileName: string }[]) {}

  get fileName(): string {
    return this.source.fileName;
  }

  async check(language: Language): Promise<CheckedDocument> {
    const checked = await this.client().ask("document", { source: this.source, workbooks: this.workbooks, language });
    const used = this.workbooks.find(({ fileName }) => fileName === checked.report.beside);
    if (used && !this.beside.get().session) this.beside.set({ session: new FileSession(used.fileName, used.bytes) });
    return checked;
  }

  readonly goToBeside = (sheet: string, cell: string): void => {
    const { session } = this.beside.get();
    const at = parseCellName(cell.split(":")[0]!);
    if (!session || !at) return;
    this.beside.set({ shown: "workbook", isRevealed: true });
    void session.goTo({ sheet, ...at });
  };

  get remark(): DocumentSession["remark"] {
    const { source } = this;
    if (source.kind === "text" || /\.txt$/i.test(source.fileName)) return null;
    return (findings: readonly SentenceFinding[], language: Language) => this.client().ask("remark", { bytes: source.bytes, findings, language });
  }

  /** `isAsked`: the user asked to be led there; otherwise it only follows what is chosen. */
  show(shown: Beside["shown"], isAsked: boolean): void {
    this.beside.set({ shown, ...(isAsked && { isRevealed: true }) });
  }

  /** Gives the memory back; the next request starts anew. */
  close(): void {
    this.worker?.end();
    this.worker = null;
    this.beside.get().session?.close();
  }

  private client(): WorkerClient {
    return (this.worker ??= new WorkerClient());
  }
}
