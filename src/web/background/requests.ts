import { editWorkbook, readWorkbook } from "../../hosts/file";
import type { Language } from "../../messages";
import { checkWorkbook, reportFailure } from "../../report";
import { checkForScreen, type Checked } from "../../report/screen";
import type { WorkbookReport } from "../../report/types";
import type { SettingsInput } from "../../settings";
import { summaryPlan } from "../../summary";
import type { Edit, Edited } from "../../taskpane/background/jobs";
import type { Workbook } from "../../workbook";
import { cellsOfBlock, outlineOf, type SheetOutline, type ShownCell } from "../sheet/outline";

/** What the page asks of its worker, and under the same name what it gets. */
export interface Requests {
  /** Opens a workbook and keeps it for the requests that follow. */
  open: { ask: { bytes: Uint8Array; fileName: string }; answer: readonly SheetOutline[] };
  check: { ask: { language: Language }; answer: Checked };
  /** Changes the opened workbook and keeps what came of it. */
  edit: { ask: { edit: Edit }; answer: { edited: Edited; sheets: readonly SheetOutline[] } };
  /** The cells of a block of the opened workbook that begins with that row and column. */
  block: { ask: { sheet: string; row: number; column: number }; answer: readonly ShownCell[] };
  /** Reads and checks a workbook of a batch; nothing of it is kept. */
  examine: { ask: { bytes: Uint8Array; fileName: string; language: Language; settings: SettingsInput }; answer: WorkbookReport };
  /** The workbook of a batch with its summary sheet; nothing of it is kept. */
  summarize: { ask: { bytes: Uint8Array; report: WorkbookReport; language: Language }; answer: Uint8Array };
}

export type RequestKind = keyof Requests;
export type Ask = { [K in RequestKind]: { kind: K } & Requests[K]["ask"] }[RequestKind];

/** What the worker keeps between requests: one opened workbook. */
export class Keeper {
  private workbook: Workbook | null = null;
  private bytes: Uint8Array | null = null;
  private fileName = "";

  /** Rejects with a WorkbookError for a workbook that is at fault. */
  async answer(ask: Ask): Promise<Requests[RequestKind]["answer"]> {
    switch (ask.kind) {
      case "open": return this.keep(ask.bytes, ask.fileName);
      case "check": return checkForScreen(this.opened(), { fileName: this.fileName, language: ask.language });
      case "block": {
        const sheet = this.opened().sheets.find(({ name }) => name === ask.sheet);
        return sheet ? cellsOfBlock(sheet, ask.row, ask.column) : [];
      }
      case "edit": {
        const { summary, ...edit } = ask.edit;
        const edited = await editWorkbook(this.bytes!, { ...edit, sheet: summary && summaryPlan(summary.report, { language: summary.language, checkedAt: new Date() }) });
        return { edited, sheets: await this.keep(edited.bytes, this.fileName) };
      }
      case "examine": return examine(ask);
      case "summarize": return (await editWorkbook(ask.bytes, { sheet: summaryPlan(ask.report, { language: ask.language, checkedAt: new Date() }) })).bytes;
    }
  }

  private async keep(bytes: Uint8Array, fileName: string): Promise<SheetOutline[]> {
    const workbook = await readWorkbook(bytes, fileName);
    Object.assign(this, { workbook, bytes, fileName });
    return workbook.sheets.map(outlineOf);
  }

  private opened(): Workbook {
    if (!this.workbook) throw new Error("no workbook was opened");
    return this.workbook;
  }
}

/** A workbook that cannot be read is a report with its reason, as on the command line. */
async function examine({ bytes, fileName, language, settings }: Requests["examine"]["ask"]): Promise<WorkbookReport> {
  try {
    return checkWorkbook(await readWorkbook(bytes, fileName), { fileName, language, settings });
  } catch (error) {
    return reportFailure(fileName, error, language);
  }
}
