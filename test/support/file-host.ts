import { editWorkbook, readWorkbook, type EditResult, type PackageEdit } from "../../src/hosts/file";
import type { Fix, FixOutcome, SheetPlan, Workbook, WrittenSheet } from "../../src/workbook";

/** The bytes of a file with everything that is written into them one after the other, for tests that write several times. */
export class FileHost {
  constructor(private current: Uint8Array, private readonly fileName: string) {}

  /** The file as it is now, with everything written so far. */
  bytes(): Uint8Array {
    return this.current;
  }

  read(): Promise<Workbook> {
    return readWorkbook(this.current, this.fileName);
  }

  async applyFixes(fixes: readonly Fix[]): Promise<readonly FixOutcome[]> {
    return (await this.edit({ fixes })).fixes;
  }

  async writeSheet(sheet: SheetPlan): Promise<WrittenSheet> {
    return (await this.edit({ sheets: [sheet] })).sheets[0]!;
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
