import type { ExcelHost } from "../hosts/excel";
import { writeSettingsXml, type StoredSettings } from "../settings";
import type { Language } from "../messages";
import type { CellAddress, Fix, FixOutcome, WrittenSheet } from "../workbook";
import { engine } from "./background/engine";
import type { Checked, CheckRun, Session } from "./session";

/** The workbook that is open in Excel. It is read here and checked in the background, so that the pane always answers. */
export class ExcelSession implements Session {
  readonly copySheet = null;
  readonly watch = null;

  constructor(private readonly host: ExcelHost) {}

  get fileName(): string {
    return this.host.fileName;
  }

  async check(run: CheckRun): Promise<Checked> {
    run.onProgress({ stage: "reading", share: null });
    return engine.check(await this.host.readBytes(), this.fileName, run);
  }

  goTo(at: CellAddress): Promise<void> {
    return this.host.goTo(at);
  }

  applyFixes(fixes: readonly Fix[]): Promise<readonly FixOutcome[]> {
    return this.host.applyFixes(fixes);
  }

  async writeSummary({ report }: Checked, language: Language, onProgress: (share: number) => void): Promise<WrittenSheet> {
    const { summaryPlan } = await import("../summary");
    const written = await this.host.writeSheet(summaryPlan(report, { language, checkedAt: new Date() }));
    onProgress(1);
    return written;
  }

  async keep(stored: StoredSettings): Promise<void> {
    const empty = stored.ignored.length === 0 && Object.keys(stored.settings).length === 0;
    await this.host.writeSettings(empty ? null : writeSettingsXml(stored));
  }

  /** Opens the sample in a window of its own; false where this Excel cannot. */
  async openSample(): Promise<boolean> {
    const { sampleBase64 } = await import("./sample");
    return this.host.openWorkbook(await sampleBase64());
  }
}
