import type { FixOutcome } from "../workbook";
import { Unsaved } from "./unsaved";

const change = (cell: string, before: string | number, after: string | number, applied = true): FixOutcome =>
  ({ fix: { sheet: "附件1", cell, kind: "value", before, after, why: "" }, applied, reason: null, undo: null });

test("what was changed and taken back is nothing to be saved", () => {
  const unsaved = new Unsaved();
  unsaved.fixed([change("D9", 0.5, 0.6), change("H9", 1, 2, false)]);
  expect(unsaved.any).toBe(true);
  unsaved.fixed([change("D9", 0.6, 0.7)]);
  expect(unsaved.any).toBe(true);
  unsaved.fixed([change("D9", 0.7, 0.5)]);
  expect(unsaved.any).toBe(false);
});

test("what was saved meanwhile is the ground that is compared with", () => {
  const unsaved = new Unsaved();
  unsaved.fixed([change("D9", 0.5, 0.6)]);
  unsaved.saved();
  expect(unsaved.any).toBe(false);
  unsaved.fixed([change("D9", 0.6, 0.5)]);
  expect(unsaved.any).toBe(true);
});

test("settings that are as they were, and a summary", () => {
  const unsaved = new Unsaved();
  unsaved.kept("<a/>", "<b/>");
  expect(unsaved.any).toBe(true);
  unsaved.kept("<b/>", "<a/>");
  expect(unsaved.any).toBe(false);
  unsaved.summarized();
  expect(unsaved.any).toBe(true);
});
