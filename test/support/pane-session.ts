import { ExcelProblem } from "../../src/hosts/excel/problem";
import { render, say, type Sentence } from "../../src/messages";
import { PaneController } from "../../src/pane/model/pane-controller";
import type { Checked, CheckRun, Session, WriteRun } from "../../src/pane/session";
import type { Answers, Inquiry } from "../../src/report/inquiries";
import type { ReportedFinding, TableDescription } from "../../src/report/types";
import type { StoredSettings } from "../../src/settings";
import type { CellAddress, Fix, FixOutcome, WrittenSheet } from "../../src/workbook";
import { sampleFinding, sampleReport } from "../sample-report";

/** A workbook whose findings a test sets, and which writes down what is asked of it. */
export class FakeSession implements Session {
  readonly fileName = "联和.xlsx";
  readonly calls: string[] = [];
  findings: ReportedFinding[] = [sampleFinding({ fingerprint: "a", fix: fixOf("D9") }), sampleFinding({ fingerprint: "b", cell: "H9", fix: fixOf("H9") })];
  stored: StoredSettings = { settings: {}, ignored: [] };
  /** What a named call rejects with. */
  readonly refusals = new Map<string, unknown>();
  /** A check waits for this. */
  gate: Promise<void> = Promise.resolve();
  changed: (() => void) | null = null;
  copySheet: Session["copySheet"] = async (sheet) => {
    this.call(`copy ${sheet}`, "copy");
    return `${sheet} (2)`;
  };
  watch: Session["watch"] = (changed) => {
    this.changed = changed;
    return async () => void this.calls.push("unwatch");
  };
  refuse: (fix: Fix) => string | null = () => null;
  summary: Checked["summary"] = "none";
  renewsSummary: Session["renewsSummary"] = () => false;

  async check({ language, signal, onProgress }: CheckRun): Promise<Checked> {
    this.call(`check ${language}`, "check");
    onProgress({ stage: "checking", share: null });
    await Promise.race([this.gate, new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(new DOMException("stopped", "AbortError")));
    })]);
    return { report: sampleReport({ findings: this.findings }), stored: this.stored, settings: null, names: new Map(), summary: this.summary };
  }

  readonly label = (table: TableDescription | null): void => void this.calls.push(`label ${table?.range ?? "nothing"}`);

  async goTo({ sheet, row, column }: CellAddress, until?: { row: number; column: number }): Promise<void> {
    this.call(`go ${sheet} ${row} ${column}${until ? ` to ${until.row} ${until.column}` : ""}`, "go");
  }

  async handOver(_bytes: Uint8Array, fileName: string): Promise<Sentence> {
    this.call(`hand ${fileName}`, "hand");
    return say("pane-downloaded", { file: fileName });
  }

  async inquire<I extends Inquiry>(inquiry: I): Promise<Answers[I["kind"]]> {
    this.call(`inquire ${inquiry.kind}`, "inquire");
    return sampleReport({ file: inquiry.kind }) as Answers[I["kind"]];
  }

  async applyFixes(fixes: readonly Fix[]): Promise<readonly FixOutcome[]> {
    this.call(`fix ${fixes.map(({ cell, after }) => `${cell}=${after}`).join(" ")}`, "fix");
    return fixes.map((fix) => {
      const reason = this.refuse(fix);
      return reason === null
        ? { fix, applied: true, reason, undo: { ...fix, before: fix.after, after: fix.before } }
        : { fix, applied: false, reason, undo: null };
    });
  }

  async writeSummary(_checked: Checked, { language, onProgress }: WriteRun): Promise<readonly WrittenSheet[]> {
    this.call(`summary ${language}`, "summary");
    onProgress?.({ step: 1, steps: 6, canStop: true });
    return [{ name: "核查汇总", replaced: false, omitted: [] }, { name: "核查明细", replaced: false, omitted: ["charts"] }];
  }

  async keep(stored: StoredSettings): Promise<void> {
    this.call("keep", "keep");
    this.stored = stored;
  }

  private call(text: string, name: string): void {
    this.calls.push(text);
    if (this.refusals.has(name)) throw this.refusals.get(name);
  }
}

export function fixOf(cell: string): Fix {
  return { sheet: "附件1 对照表", cell, kind: "value", before: 0.5, after: 0.6, why: "" };
}

export function pane(live = true): { session: FakeSession; controller: PaneController } {
  const session = new FakeSession();
  return { session, controller: new PaneController(session, { language: "zh", live }) };
}

export async function checkedPane(live = true) {
  const made = pane(live);
  await made.controller.check();
  made.session.calls.length = 0;
  return made;
}

export function said(controller: PaneController): string[] {
  return controller.snapshot().notice?.sentences.map((sentence) => (typeof sentence === "string" ? sentence : render(sentence))) ?? [];
}

export const PROTECTED = new ExcelProblem(say("excel-access-denied"));
