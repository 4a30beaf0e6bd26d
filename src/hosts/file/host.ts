import type { CellAddress, Fix, FixOutcome, SheetPlan, Workbook, WorkbookHost, WrittenSheet } from "../../workbook";
import { editWorkbook, type EditResult, type PackageEdit } from "./write/edit";
import { readWorkbook } from "./read/read";

/** A workbook that lives in memory as the bytes of its file. Whoever made it saves {@link bytes} afterwards. */
export class FileHost implements WorkbookHost {
  constructor(private current: Uint8Array, private readonly fileName: string) {}

  /** The file as it is now, with everything written so far. */
  bytes(): Uint8Array {
    return this.current;
  }

  read(): Promise<Workbook> {
    return readWorkbook(this.current, this.fileName);
  }

  /** Nothing to do: a file shows no cells. */
  async goTo(_at: CellAddress): Promise<void> {}

  async applyFixes(fixes: readonly Fix[]): Promise<readonly FixOutcome[]> {
    return (await this.edit({ fixes })).fixes;
  }

  async writeSheet(sheet: SheetPlan): Promise<WrittenSheet> {
    return (await this.edit({ sheet })).sheet!;
  }

  async writeSettings(xml: string | null): Promise<void> {
    await this.edit({ settingsXml: xml });
  }

  private async edit(edit: PackageEdit): Promise<EditResult> {
    const result = await editWorkbook(this.current, edit);
    this.current = result.bytes;
    return result;
  }
}
