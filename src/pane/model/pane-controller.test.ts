import { sampleFinding } from "../../../test/sample-report";
import { PROTECTED, checkedPane, pane, said } from "../../../test/support/pane-session";
import { ExcelProblem } from "../../hosts/excel/problem";
import { render, say } from "../../messages";
import { QUIET_TIME } from "./live-check";

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
