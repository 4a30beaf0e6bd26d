import { cellName, SETTINGS_NAMESPACE, type CellAddress, type Fix, type FixOutcome, type SheetPlan, type Workbook, type WorkbookHost, type WrittenSheet } from "../../workbook";
import { readDocumentBytes } from "./document-bytes";
import { workbookFrom } from "../workbook-from";
import { documentName } from "./office";
import { inOurWords } from "./problem";
import type { ReadContent } from "./read/read-content";
import type { ReadOptions } from "./read/work";
import { run } from "./run";

/** The workbook that is open in Excel. What writes is loaded when it is needed. */
export class ExcelHost implements WorkbookHost {
  get fileName(): string {
    return documentName();
  }

  /** The open workbook as the bytes of an .xlsx file, unsaved changes included. */
  readBytes(): Promise<Uint8Array> {
    return inOurWords(readDocumentBytes);
  }

  async read(options: ReadOptions = {}): Promise<Workbook> {
    return workbookFrom((await this.readContent(options)).content);
  }

  /** The open workbook as plain data, which a web worker makes a Workbook of (`workbookFrom`), and what could not be read. */
  async readContent(options: ReadOptions = {}): Promise<ReadContent> {
    const { readContent } = await import("./read/read-content");
    return run((context) => readContent(context, options));
  }

  goTo(at: CellAddress): Promise<void> {
    return run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(at.sheet);
      sheet.activate();
      sheet.getRange(cellName(at.row, at.column)).select();
      await context.sync();
    });
  }

  async applyFixes(fixes: readonly Fix[]): Promise<readonly FixOutcome[]> {
    const { applyFixes } = await import("./apply-fixes");
    return run((context) => applyFixes(context, fixes));
  }

  async writeSheet(sheet: SheetPlan): Promise<WrittenSheet> {
    const { writeSheet } = await import("./write-sheet");
    return run((context) => writeSheet(context, sheet));
  }

  /** Copies a sheet behind itself, as the user's keepsake that no check reads; gives the copy's name. */
  async copySheet(name: string): Promise<string> {
    const { copySheet } = await import("./copy-sheet");
    return run((context) => copySheet(context, name));
  }

  /** Calls back when the user has changed cells; gives what ends it. */
  async watch(changed: () => void): Promise<() => Promise<void>> {
    const { watchChanges } = await import("./watch");
    return run((context) => watchChanges(context, changed));
  }

  async writeSettings(xml: string | null): Promise<void> {
    await run(async (context) => {
      const { customXmlParts } = context.workbook;
      const former = customXmlParts.getByNamespace(SETTINGS_NAMESPACE).getOnlyItemOrNullObject();
      former.load("id");
      await context.sync();
      if (xml === null) {
        if (!former.isNullObject) former.delete();
      } else if (former.isNullObject) customXmlParts.add(xml);
      else former.setXml(xml);
      await context.sync();
    });
  }
}
