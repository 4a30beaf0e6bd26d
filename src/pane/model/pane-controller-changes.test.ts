import { sampleFinding } from "../../../test/sample-report";
import { PROTECTED, checkedPane, fixOf, said } from "../../../test/support/pane-session";
import { render, say } from "../../messages";
import { solvedFindings } from "./pane-model";

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

test("settings are kept beside the ignored findings, then the workbook is checked with them", async () => {
  const { session, controller } = await checkedPane();
  await controller.ignore(session.findings[0]!, "已核实");
  await controller.changeSettings({ headcount: 18 });
  expect(session.stored).toMatchObject({ settings: { headcount: 18 }, ignored: [{ reason: "已核实" }] });
  expect(session.calls).toEqual(["keep", "keep", "check zh"]);
});

test("settings that are given while the ones before are still being written are not lost, and the workbook is checked with them", async () => {
  const { session, controller } = await checkedPane();
  await Promise.all([controller.changeSettings({ headcount: 18 }), controller.changeSettings({ headcount: 18, joinCutoffDay: 10 })]);
  expect(session.stored.settings).toEqual({ headcount: 18, joinCutoffDay: 10 });
  expect(controller.snapshot()).toMatchObject({ busy: null, check: null, checked: { stored: { settings: { headcount: 18, joinCutoffDay: 10 } } } });
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
