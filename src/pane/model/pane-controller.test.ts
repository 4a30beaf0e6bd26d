import { sampleFinding, sampleReport } from "../../../test/sample-report";
import { ExcelProblem } from "../../hosts/excel/problem";
import { render, say, type Sentence } from "../../messages";
import type { Answers, Inquiry } from "../../report/inquiries";
import type { ReportedFinding, TableDescription } from "../../report/types";
import type { StoredSettings } from "../../settings";
import type { ToldTable } from "../../told";
import type { CellAddress, Fix, FixOutcome, WrittenSheet } from "../../workbook";
import type { Checked, CheckRun, Session, WriteRun } from "../session";
import { QUIET_TIME } from "./live-check";
import { PaneController } from "./pane-controller";
import { solvedFindings } from "./pane-model";

/** A workbook whose findings a test sets, and which writes down what is asked of it. */
class FakeSession implements Session {
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

function fixOf(cell: string): Fix {
  return { sheet: "附件1 对照表", cell, kind: "value", before: 0.5, after: 0.6, why: "" };
}

function pane(live = true): { session: FakeSession; controller: PaneController } {
  const session = new FakeSession();
  return { session, controller: new PaneController(session, { language: "zh", live }) };
}

async function checkedPane(live = true) {
  const made = pane(live);
  await made.controller.check();
  made.session.calls.length = 0;
  return made;
}

function said(controller: PaneController): string[] {
  return controller.snapshot().notice?.sentences.map((sentence) => (typeof sentence === "string" ? sentence : render(sentence))) ?? [];
}

const PROTECTED = new ExcelProblem(say("excel-access-denied"));

test("a check that was started later wins", async () => {
  const { session, controller } = pane();
  let open = () => {};
  session.gate = new Promise((resolve) => (open = resolve));
  const first = controller.check();
  session.findings = [];
  session.gate = Promise.resolve();
  await controller.check();
  open();
  await first;
  expect(controller.snapshot()).toMatchObject({ check: null, failure: null, findings: [] });
});

test("a check can be stopped: the start, or the result before, is there again", async () => {
  const { session, controller } = pane();
  session.gate = new Promise(() => undefined);
  const running = controller.check();
  expect(controller.snapshot().check?.progress.stage).toBe("checking");
  controller.cancel();
  await running;
  expect(controller.snapshot()).toMatchObject({ check: null, failure: null, checked: null });
});

test("what Excel refuses is a sentence of ours, whatever else is thrown is never raw", async () => {
  const { session, controller } = pane();
  session.refusals.set("check", PROTECTED);
  await controller.check();
  expect(controller.snapshot().failure).toEqual(say("excel-access-denied"));
  session.refusals.set("check", new TypeError("raw"));
  await controller.check();
  expect(controller.snapshot().failure).toEqual(say("pane-unexpected"));
});

test("selecting a finding goes to its cell, stepping to the next; a range is shown whole", async () => {
  const { session, controller } = await checkedPane();
  await controller.select("a");
  await controller.step(1);
  await controller.step(1);
  await controller.goTo("附件2", "B3:X40");
  expect(session.calls).toEqual(["go 附件1 对照表 9 4", "go 附件1 对照表 9 8", "go 附件1 对照表 9 4", "go 附件2 3 2 to 40 24"]);
});

test("a sheet that is gone is said, and the finding stays open", async () => {
  const { session, controller } = await checkedPane();
  session.refusals.set("go", new ExcelProblem(say("excel-not-found")));
  await controller.select("a");
  expect(said(controller)).toEqual([render(say("excel-not-found"))]);
  expect(controller.snapshot().selected).toBe("a");
});

test("a fix is applied once confirmed, then the workbook is checked, and it can be taken back", async () => {
  const { session, controller } = await checkedPane();
  controller.ask({ kind: "fix", keys: ["a", "b"] });
  expect(session.calls).toEqual([]);
  session.findings = [];
  await controller.confirmFixes(false);
  expect(session.calls).toEqual(["fix D9=0.6 H9=0.6", "check zh"]);
  expect(said(controller)).toEqual([render(say("pane-fixed", { count: 2 }))]);
  expect(solvedFindings(controller.snapshot())).toHaveLength(2);
  await controller.undo();
  expect(session.calls.slice(2)).toEqual(["fix H9=0.5 D9=0.5", "check zh", "go 附件1 对照表 9 4"]);
  expect(controller.snapshot().changes).toEqual([]);
});

test("an earlier change can be taken back before a later one", async () => {
  const { session, controller } = await checkedPane();
  for (const key of ["a", "b"]) {
    controller.ask({ kind: "fix", keys: [key] });
    await controller.confirmFixes(false);
  }
  session.calls.length = 0;
  await controller.undo(1);
  expect(session.calls[0]).toBe("fix D9=0.5");
  expect(controller.snapshot().changes.map(({ id }) => id)).toEqual([2]);
});

test("each fix that was refused is named with its reason", async () => {
  const { session, controller } = await checkedPane();
  session.refuse = ({ cell }) => (cell === "H9" ? "已改过" : null);
  controller.ask({ kind: "fix", keys: ["a", "b"] });
  await controller.confirmFixes(false);
  expect(controller.snapshot().notice).toMatchObject({ intent: "warning", offers: "undo" });
  expect(said(controller)).toEqual([render(say("pane-fixed", { count: 1 })), render(say("pane-refused", { place: "附件1 对照表!H9", reason: "已改过" }))]);
});

test("a copy of each sheet is made before the change; where that fails nothing is changed, and copies made are named", async () => {
  const { session, controller } = await checkedPane();
  session.findings[1] = sampleFinding({ fingerprint: "b", sheet: "附件2", fix: { ...fixOf("C3"), sheet: "附件2" } });
  await controller.check();
  session.calls.length = 0;
  controller.ask({ kind: "fix", keys: ["a", "b"] });
  await controller.confirmFixes(true);
  expect(session.calls.slice(0, 3)).toEqual(["copy 附件1 对照表", "copy 附件2", "fix D9=0.6 C3=0.6"]);

  const other = await checkedPane();
  other.session.refusals.set("copy", PROTECTED);
  other.controller.ask({ kind: "fix", keys: ["a"] });
  await other.controller.confirmFixes(true);
  expect(other.session.calls).toEqual(["copy 附件1 对照表"]);
  expect(other.controller.snapshot()).toMatchObject({ busy: null, dialog: null, changes: [], notice: { intent: "error" } });
});

test("ignoring and taking back are kept in the workbook, without another check; a refusal ignores nothing", async () => {
  const { session, controller } = await checkedPane();
  await controller.ignore(session.findings[0]!, "已核实");
  expect(session.stored.ignored.map(({ reason }) => reason)).toEqual(["已核实"]);
  await controller.takeBack(session.findings[0]!);
  expect([session.stored.ignored, session.calls]).toEqual([[], ["keep", "keep", "go 附件1 对照表 9 4"]]);
  session.refusals.set("keep", PROTECTED);
  await controller.ignore(session.findings[0]!, "已核实");
  expect(controller.snapshot().findings.every(({ finding }) => finding.ignored === null)).toBe(true);
  expect(said(controller)).toEqual([render(say("excel-access-denied"))]);
});

describe("list and sheet", () => {
  const places = (calls: readonly string[]) => calls.filter((call) => call.startsWith("go ")).map((call) => call.slice("go 附件1 对照表 ".length));

  test("go on together once a finding is mended, and come back to it once that is taken back", async () => {
    const { session, controller } = await checkedPane();
    const [first, second] = session.findings;
    await controller.select("a");
    controller.ask({ kind: "fix", keys: ["a"] });
    session.findings = [second!];
    await controller.confirmFixes(false);
    expect([controller.snapshot().selected, places(session.calls)]).toEqual(["b", ["9 4", "9 8"]]);
    session.findings = [first!, second!];
    await controller.undo();
    expect([controller.snapshot().selected, places(session.calls)]).toEqual(["a", ["9 4", "9 8", "9 4"]]);
  });

  test("go on together once a finding is ignored", async () => {
    const { session, controller } = await checkedPane();
    await controller.select("a");
    await controller.ignore(session.findings[0]!, "已核实");
    expect([controller.snapshot().selected, places(session.calls)]).toEqual(["b", ["9 4", "9 8"]]);
  });

  test("both stay when a check finds the open finding solved by somebody else; stepping goes on from there", async () => {
    const { session, controller } = await checkedPane();
    session.findings.push(sampleFinding({ fingerprint: "c", cell: "L9" }));
    await controller.check(false);
    await controller.select("b");
    session.findings = session.findings.filter(({ fingerprint }) => fingerprint !== "b");
    await controller.check(false);
    expect([controller.snapshot().selected, places(session.calls)]).toEqual([null, ["9 8"]]);
    await controller.step(1);
    expect([controller.snapshot().selected, places(session.calls)]).toEqual(["c", ["9 8", "9 12"]]);
  });
});

test("settings are kept beside the ignored findings, then the workbook is checked with them", async () => {
  const { session, controller } = await checkedPane();
  await controller.ignore(session.findings[0]!, "已核实");
  await controller.changeSettings({ headcount: 18 });
  expect(session.stored).toMatchObject({ settings: { headcount: 18 }, ignored: [{ reason: "已核实" }] });
  expect(session.calls).toEqual(["keep", "keep", "check zh"]);
});

test("the summary is written of the workbook as it is now; what could not be drawn is named", async () => {
  const { session, controller } = await checkedPane(false);
  session.changed!();
  await controller.writeSummary();
  expect(session.calls).toEqual(["check zh", "summary zh"]);
  expect(controller.snapshot()).toMatchObject({ busy: null, written: { name: "核查汇总" }, notice: { intent: "warning", offers: "summary" } });
  expect(said(controller)[1]).toContain("图表");
});

test("the writing of a summary says how far it is, and is stopped before anything is written", async () => {
  const { session, controller } = await checkedPane(false);
  const steps: unknown[] = [];
  controller.subscribe(() => steps.push(controller.snapshot().busy));
  session.writeSummary = (_checked, { signal, onProgress }) => new Promise((_resolve, reject) => {
    onProgress?.({ step: 1, steps: 6, canStop: true });
    signal!.addEventListener("abort", () => reject(new DOMException("stopped", "AbortError")));
  });
  const writing = controller.writeSummary();
  controller.cancelWriting();
  await writing;
  expect(steps).toContainEqual({ with: "summary", progress: { step: 1, steps: 6, canStop: true } });
  expect(controller.snapshot()).toMatchObject({ busy: null, written: null, notice: null });
});

test("no summary is written of a workbook that could not be checked again", async () => {
  const { session, controller } = await checkedPane(false);
  session.changed!();
  session.refusals.set("check", PROTECTED);
  await controller.writeSummary();
  expect(session.calls).toEqual(["check zh"]);
});

describe("a summary that stands in the workbook", () => {
  test("is rewritten after a check of our own copy, in Excel only when that is asked for", async () => {
    for (const isCopy of [true, false]) {
      const { session, controller } = await checkedPane();
      session.renewsSummary = () => isCopy;
      session.summary = "stale";
      await controller.check(false);
      expect(session.calls).toEqual(isCopy ? ["check zh", "summary zh"] : ["check zh"]);
      expect(controller.snapshot().summary).toBe(isCopy ? "current" : "stale");
    }
  });

  test("is out of date once a finding is ignored, and is rewritten before the workbook is handed out", async () => {
    const { session, controller } = await checkedPane();
    session.summary = "current";
    await controller.check(false);
    await controller.ignore(session.findings[0]!, "已核实");
    expect(controller.snapshot().summary).toBe("stale");
    await controller.prepare();
    await controller.prepare();
    expect(session.calls).toEqual(["check zh", "keep", "summary zh"]);
  });
});

test("another language asks for another report", async () => {
  const { session, controller } = await checkedPane();
  controller.choose({ language: "en" });
  expect(session.calls).toEqual(["check en"]);
});

describe("cells that change", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const settle = () => jest.advanceTimersByTimeAsync(QUIET_TIME);

  test("have the workbook checked again, once for a burst", async () => {
    const { session } = await checkedPane();
    for (let count = 0; count < 5; count++) {
      session.changed!();
      await jest.advanceTimersByTimeAsync(QUIET_TIME / 2);
    }
    expect(session.calls).toEqual([]);
    await settle();
    expect(session.calls).toEqual(["check zh"]);
  });

  test("only make the result out of date where the check is not live, until it is", async () => {
    const { session, controller } = await checkedPane(false);
    session.changed!();
    await settle();
    expect([session.calls, controller.snapshot().outdated]).toEqual([[], true]);
    controller.choose({ live: true });
    await settle();
    expect([session.calls, controller.snapshot().outdated]).toEqual([["check zh"], false]);
  });

  test("wait while the user is asked something", async () => {
    const { session, controller } = await checkedPane();
    controller.ask({ kind: "ignore", key: "a" });
    session.changed!();
    await settle();
    expect(session.calls).toEqual([]);
    controller.ask(null);
    expect(session.calls).toEqual(["check zh"]);
  });

  test("are watched once, and no longer when the pane goes", async () => {
    const { session, controller } = await checkedPane();
    await controller.check();
    await controller.end();
    session.changed!();
    await settle();
    expect(session.calls).toEqual(["check zh", "unwatch"]);
  });

  test("during a check make its result out of date at once, and start another", async () => {
    const { session, controller } = pane();
    let open!: () => void;
    session.gate = new Promise((resolve) => (open = resolve));
    const first = controller.check();
    session.changed!();
    open();
    await first;
    expect(controller.snapshot()).toMatchObject({ check: null, outdated: true });
    await settle();
    expect(session.calls).toEqual(["check zh", "check zh"]);
    expect(controller.snapshot().outdated).toBe(false);
  });
});

const TOLD: ToldTable = { name: "附件2", kind: "roster", headRows: 2, columns: [{ head: "人员", holds: "text", role: "name" }, { head: "#月", holds: "sign", role: "mark" }] };

test("a table that is looked at is shown; what the user says of it is kept, checked with, and can be taken back", async () => {
  const { session, controller } = await checkedPane();
  await controller.study({ sheet: "附件2", range: "A2:C9" });
  expect(controller.snapshot().studied).toEqual({ sheet: "附件2", range: "A2:C9" });
  expect(await controller.inquire({ kind: "preview", stored: session.stored })).toMatchObject({ file: "preview" });
  await controller.tellTable("附件2", TOLD);
  expect(session.stored.settings.profiles).toEqual([TOLD]);
  expect(controller.snapshot()).toMatchObject({ studied: null, notice: { intent: "success", offers: { settings: {} } } });
  expect(said(controller)).toEqual(["已按“附件2”的说明重新核查。说明随文件保存。"]);
  expect(session.calls).toEqual(["go 附件2 2 1 to 9 3", "inquire preview", "keep", "label nothing", "check zh"]);
  await controller.changeSettings({});
  expect(session.stored.settings).toEqual({});
  expect(controller.snapshot().notice).toBeNull();
});

test("what is told anew stands in place of what was told under the name; null takes it back", async () => {
  const { session, controller } = await checkedPane();
  await controller.tellTable("附件2", TOLD);
  await controller.tellTable("附件2", { ...TOLD, name: "到岗表" });
  expect(session.stored.settings.profiles?.map(({ name }) => name)).toEqual(["到岗表"]);
  await controller.tellTable("到岗表", null);
  expect(session.stored.settings).toEqual({});
});

test("a file of profiles joins what the workbook keeps, in its order", async () => {
  const { session, controller } = await checkedPane();
  await controller.tellTable("附件2", TOLD);
  await controller.takeProfiles([{ ...TOLD, name: "b" }, { ...TOLD, headRows: 1 }]);
  expect(session.stored.settings.profiles?.map(({ name, headRows }) => `${name} ${headRows}`)).toEqual(["b 2", "附件2 1"]);
});

test("a question that cannot be answered is told, and the answer is null", async () => {
  const { session, controller } = await checkedPane();
  session.refusals.set("inquire", PROTECTED);
  expect(await controller.inquire({ kind: "preview", stored: session.stored })).toBeNull();
  expect(controller.snapshot().notice).toMatchObject({ intent: "error", sentences: [say("excel-access-denied")] });
});

test("a check that fails after a table was told is said, not covered by what went well", async () => {
  const { session, controller } = await checkedPane();
  session.refusals.set("check", PROTECTED);
  await controller.tellTable("附件2", TOLD);
  expect(session.stored.settings.profiles).toEqual([TOLD]);
  expect(controller.snapshot()).toMatchObject({ outdated: true, notice: { intent: "error", sentences: [say("excel-access-denied")] } });
});
