import { sampleFinding, sampleReport } from "../../../test/sample-report";
import { say } from "../../messages";
import type { ReportedFinding } from "../../report/types";
import type { Fix } from "../../workbook";
import type { Checked } from "../session";
import {
  asked, busyWith, checkDone, checkFailed, checkProgressed, checkStarted, checkStopped, filtered, fixed, freshKeys, INITIAL, kept, noticed,
  selected, solvedFindings, undone, withIgnored, withoutIgnored, workbookChanged, type PaneModel
} from "./pane-model";
import { tableKey } from "./findings";

const FIX: Fix = { sheet: "附件1 对照表", cell: "D9", kind: "value", before: 0.527, after: 0.6824, why: "改为 68.24%" };
const OTHER: Fix = { ...FIX, cell: "H9" };

function finding(fingerprint: string, parts: Partial<ReportedFinding> = {}): ReportedFinding {
  return sampleFinding({ fingerprint, ...parts });
}

function checked(...findings: ReportedFinding[]): Checked {
  return { report: sampleReport({ findings }), stored: { settings: { headcount: 18 }, ignored: [] }, settings: null, names: new Map(), summary: "none" };
}

function after(model: PaneModel, isAsked: boolean, ...findings: ReportedFinding[]): PaneModel {
  return checkDone(checkStarted(model, isAsked), checked(...findings));
}

const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key);

describe("a check", () => {
  test("shows its progress, and what was there before until it ends", () => {
    const first = after(INITIAL, true, finding("a"));
    const again = checkProgressed(checkStarted(first, true), { stage: "checking", share: 0.5 });
    expect(again.check).toEqual({ asked: true, progress: { stage: "checking", share: 0.5 }, overtaken: false });
    expect(again.checked).toBe(first.checked);
    expect(checkStopped(again)).toEqual(first);
  });

  test("news of a check that was stopped changes nothing", () => {
    expect(checkProgressed(INITIAL, { stage: "checking", share: 1 })).toBe(INITIAL);
  });

  test("marks nothing the first time", () => {
    const model = after(INITIAL, true, finding("a"));
    expect([...freshKeys(model)]).toEqual([]);
    expect(solvedFindings(model)).toEqual([]);
  });

  test("marks what is new and what is solved, over all checks that repeat themselves", () => {
    let model = after(INITIAL, true, finding("a"), finding("b"), finding("c"));
    model = after(model, false, finding("b"), finding("c"), finding("d"));
    model = after(model, false, finding("c"), finding("d"));
    expect([[...freshKeys(model)], keys(solvedFindings(model))]).toEqual([["d"], ["a", "b"]]);
    model = after(model, false, finding("a"), finding("c"), finding("d"));
    expect([[...freshKeys(model)], keys(solvedFindings(model))]).toEqual([["d"], ["b"]]);
  });

  test("that the user asks for compares with what stood there just before", () => {
    let model = after(INITIAL, true, finding("a"), finding("b"));
    model = after(model, false, finding("b"));
    model = after(model, true, finding("b"), finding("c"));
    expect([[...freshKeys(model)], keys(solvedFindings(model))]).toEqual([["c"], []]);
  });

  test("keeps the selected finding by its fingerprint, wherever its cell is now", () => {
    const model = selected(after(INITIAL, true, finding("a"), finding("b")), "b");
    expect(after(model, false, finding("b", { cell: "D10" })).selected).toBe("b");
  });

  test("goes on to the next finding where the selected one is solved", () => {
    const model = selected(after(INITIAL, true, finding("a"), finding("b"), finding("c")), "b");
    expect(after(model, false, finding("a"), finding("c")).selected).toBe("c");
    expect(after(selected(model, "c"), false, finding("a"), finding("b")).selected).toBe("a");
    expect(after(model, false).selected).toBeNull();
  });

  test("closes a question about a finding that is gone, and no other", () => {
    const model = after(INITIAL, true, finding("a"), finding("b"));
    expect(after(asked(model, { kind: "ignore", key: "a" }), false, finding("b")).dialog).toBeNull();
    expect(after(asked(model, { kind: "fix", keys: ["a", "b"] }), false, finding("b")).dialog).toBeNull();
    expect(after(asked(model, { kind: "ignore", key: "b" }), false, finding("b")).dialog).toEqual({ kind: "ignore", key: "b" });
    expect(after(asked(model, { kind: "rule", rule: "rate-mismatch" }), false).dialog).toEqual({ kind: "rule", rule: "rate-mismatch" });
  });

  test("keeps the filter, but not a table that has nothing left", () => {
    const elsewhere = finding("z", { sheet: "别处" });
    const model = filtered(after(INITIAL, true, finding("a"), elsewhere), { table: tableKey("别处", null), search: "百分比" });
    expect(after(model, false, finding("a"), elsewhere).filter.table).toBe(tableKey("别处", null));
    expect(after(model, false, finding("a")).filter).toMatchObject({ table: null, search: "百分比" });
  });

  test("that fails leaves the last result, which is then out of date", () => {
    const model = checkFailed(checkStarted(after(INITIAL, true, finding("a")), false), say("excel-busy"));
    expect(model).toMatchObject({ check: null, outdated: true, failure: null, notice: { intent: "error", sentences: [say("excel-busy")] } });
    expect(keys(model.findings)).toEqual(["a"]);
  });

  test("that fails at once says why", () => {
    expect(checkFailed(checkStarted(INITIAL, true), say("excel-busy"))).toMatchObject({ check: null, checked: null, failure: say("excel-busy") });
  });

  test("of a workbook without tables is a failure, which forgets no change that was made", () => {
    const model = fixed(after(INITIAL, true, finding("a")), [{ fix: FIX, applied: true, reason: null, undo: OTHER }]);
    const none = { ...checked(), report: sampleReport({ error: { code: "no-table", message: "没有可核查的表" } }) };
    expect(checkDone(checkStarted(model, false), none)).toMatchObject({ checked: none, failure: "没有可核查的表", changes: model.changes });
    const damaged = { ...checked(), report: sampleReport({ error: { code: "damaged", message: "打不开" } }) };
    expect(checkDone(checkStarted(model, false), damaged)).toMatchObject({ checked: null, failure: "打不开" });
  });
});

test("changed cells make a result out of date, and nothing where there is none", () => {
  expect(workbookChanged(INITIAL)).toBe(INITIAL);
  expect(workbookChanged(after(INITIAL, true)).outdated).toBe(true);
});

test("cells that change during the first check make its result out of date", () => {
  const overtaken = workbookChanged(checkStarted(INITIAL, true));
  expect(overtaken.outdated).toBe(false);
  expect(checkDone(overtaken, after(INITIAL, true).checked!).outdated).toBe(true);
});

describe("a fix", () => {
  const undo: Fix = { ...FIX, before: FIX.after, after: FIX.before };
  const otherUndo: Fix = { ...OTHER, before: OTHER.after, after: OTHER.before };
  const model = busyWith(asked(after(INITIAL, true, finding("a", { fix: FIX })), { kind: "fix", keys: ["a"] }), { with: "fix" });

  test("can be taken back as far as it was applied, also after another check", () => {
    const done = fixed(model, [{ fix: FIX, applied: true, reason: null, undo }, { fix: OTHER, applied: false, reason: "保护", undo: null }]);
    expect(done).toMatchObject({ busy: null, dialog: null, outdated: true, copyOffered: true, changes: [{ id: 1, cells: [{ outcome: { fix: FIX }, before: "52.70%", after: "68.24%" }] }] });
    const later = after(done, false, finding("b"));
    expect(later.changes).toBe(done.changes);
    expect(undone(later, 1, [{ fix: { ...undo }, applied: true, reason: null, undo: FIX }])).toMatchObject({ changes: [], outdated: true });
  });

  test("that was refused altogether leaves nothing to take back", () => {
    expect(fixed(model, [{ fix: FIX, applied: false, reason: "保护", undo: null }])).toMatchObject({ changes: [], outdated: false });
  });

  test("of which a part cannot be taken back stays with that part", () => {
    const both = fixed(model, [{ fix: FIX, applied: true, reason: null, undo }, { fix: OTHER, applied: true, reason: null, undo: otherUndo }]);
    const one = undone(both, 1, [{ fix: otherUndo, applied: true, reason: null, undo: OTHER }, { fix: undo, applied: false, reason: "已改过", undo: null }]);
    expect(one.changes.map(({ cells }) => cells.map(({ outcome }) => outcome.fix))).toEqual([[FIX]]);
  });

  test("has an id of its own after others were taken back", () => {
    const outcome = { fix: FIX, applied: true, reason: null, undo } as const;
    const two = fixed(fixed(model, [outcome]), [outcome]);
    const one = undone(two, 1, [{ fix: undo, applied: true, reason: null, undo: FIX }]);
    expect(fixed(one, [outcome]).changes.map(({ id }) => id)).toEqual([2, 3]);
  });
});

describe("an ignored finding", () => {
  const model = selected(after(INITIAL, true, finding("a"), finding("b")), "a");
  const stored = withIgnored(model.checked!.stored, finding("a"), "已核实");

  test("is kept with its reason and what the cell showed, beside the settings", () => {
    expect(stored).toEqual({ settings: { headcount: 18 }, ignored: [{ fingerprint: "a", reason: "已核实", actual: "52.70%" }] });
  });

  test("leaves the list at once, and is not called solved", () => {
    const now = kept(model, stored);
    expect(now.findings.map(({ finding: { ignored } }) => ignored?.reason ?? null)).toEqual(["已核实", null]);
    expect(now.selected).toBe("b");
    expect(solvedFindings(now)).toEqual([]);
    expect(now.checked!.stored).toBe(stored);
  });

  test("comes back when it is taken back, and is not called new", () => {
    const back = kept(kept(model, stored), withoutIgnored(stored, finding("a")));
    expect(back.findings.every(({ finding: { ignored } }) => ignored === null)).toBe(true);
    expect(freshKeys(back).size).toBe(0);
  });

  test("ignored twice is kept once, with the last reason", () => {
    expect(withIgnored(stored, finding("a"), "另一理由").ignored.map(({ reason }) => reason)).toEqual(["另一理由"]);
  });

  test("that showed something else then is kept apart", () => {
    expect(withIgnored(stored, finding("a", { actual: "60.00%" }), "又一次").ignored).toHaveLength(2);
  });
});

test("a notice goes when the user asks for another check, and stays while one repeats itself", () => {
  const model = noticed(after(INITIAL, true), "success", [say("pane-fixed", { count: 1 })], "undo");
  expect(checkStarted(model, false).notice).toBe(model.notice);
  expect(checkStarted(model, true).notice).toBeNull();
});
