import { cellName, SETTINGS_NAMESPACE, type CellAddress, type Fix, type FixOutcome, type SheetPlan, type Workbook, type WorkbookHost, type WrittenSheet } from "../../workbook";
import { readDocumentBytes } from "./document-bytes";
import { documentName } from "./office";
import { inOurWords } from "./problem";

/** The workbook that is open in Excel. What writes is loaded when it is needed. */
export class ExcelHost implements WorkbookHost {
  get fileName(): string {
    return documentName();
  }

  /** The open workbook as the bytes of an .xlsx file, unsaved changes included. */
  readBytes(): Promise<Uint8Array> {
    return inOurWords(readDocumentBytes);
  }

  async read(): Promise<Workbook> {
    const [bytes, { readWorkbook }] = await Promise.all([this.readBytes(), import("../file")]);
    return readWorkbook(bytes, this.fileName);
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

/** Waits for a user who is typing in a cell instead of failing. */
function run<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return inOurWords(() => Excel.run({ delayForCellEdit: true }, work));
}
