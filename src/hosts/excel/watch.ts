import type { Question } from "./batch";
import type { Fix } from "../../workbook";
import type { KnownSheets } from "./sheet/known-sheets";

type Changed = Excel.WorksheetChangedEventArgs;

/**
 * Excel's word of changed cells (worksheets.onChanged, ExcelApi 1.9). What we change ourselves is no news: Excel says that it was
 * this add-in (triggerSource, ExcelApi 1.14), and in one that does not, our fixes are known by their cells. Our own sheets are read by
 * no check.
 */
export class ChangeEvents {
  private handler: OfficeExtension.EventHandlerResult<Changed> | null = null;
  private changed: (() => void) | null = null;
  /** Cells that we write, by sheet and address, of which an older Excel will tell as if the user had. */
  private readonly expected = new Set<string>();

  constructor(private readonly known: KnownSheets) {}

  /** Calls back at every change of somebody else's; gives what ends it, and the listening with it. */
  tell(changed: () => void): () => Promise<void> {
    this.changed = changed;
    return async () => {
      this.changed = null;
      await this.stop();
    };
  }

  /** What asks Excel for the event, for the first round trip of a reading; null where nobody listens or Excel has been asked. */
  asked(context: Excel.RequestContext): Question<void> | null {
    if (this.changed === null || this.handler !== null) return null;
    return () => {
      const added = context.workbook.worksheets.onChanged.add((event) => {
        if (!this.isOurs(event)) this.changed?.();
        return Promise.resolve();
      });
      return () => {
        this.handler = added;
      };
    };
  }

  /** These cells are about to be written. */
  expect(fixes: readonly Fix[]): void {
    this.expected.clear();
    for (const { sheet, cell } of fixes) this.expected.add(`${sheet} ${cell}`);
  }

  private isOurs({ triggerSource, worksheetId, address }: Changed): boolean {
    if (this.known.isOurs(worksheetId)) return true;
    if ((triggerSource as string | undefined) !== undefined) return (triggerSource as string) === "ThisLocalAddin";
    const key = `${this.known.nameOf(worksheetId) ?? ""} ${address}`;
    return this.expected.delete(key);
  }

  private async stop(): Promise<void> {
    const { handler } = this;
    this.handler = null;
    if (!handler) return;
    try {
      await Excel.run(handler.context, async (same) => {
        handler.remove();
        await same.sync();
      });
    } catch {
      // The workbook is gone, and with it what was listened to.
    }
  }
}
