import type { Language, Sentence } from "../../messages";
import type { CheckedDocument, DocumentSource } from "../../pane/document/check";
import type { DocumentSession } from "../../pane/document/session";
import { parseCellName } from "../../workbook";
import type { ExcelSession } from "../excel-session";

/** A report beside the workbook that is open in Excel. A pane hands nothing to the browser's downloads: what is found is copied, or opened as a workbook. */
export class ExcelDocument implements DocumentSession {
  readonly remark = null;

  constructor(private readonly session: ExcelSession, private readonly source: DocumentSource) {}

  readonly handOver = (bytes: Uint8Array): Promise<Sentence> => this.session.handOver(bytes);

  get fileName(): string {
    return this.source.fileName;
  }

  check(language: Language): Promise<CheckedDocument> {
    return this.session.checkDocument(this.source, language);
  }

  readonly goToBeside = (sheet: string, cell: string): void => {
    const at = parseCellName(cell.split(":")[0]!);
    // A sheet that was deleted meanwhile: Excel says nothing, and neither does the pane.
    if (at) void this.session.goTo({ sheet, ...at }).catch(() => undefined);
  };
}
