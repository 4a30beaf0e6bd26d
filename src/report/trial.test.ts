import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rows, workbookOf } from "../../test/support/sheet-builder";
import { readWorkbook } from "../hosts/file";
import { say } from "../messages";
import type { RuleId } from "../messages/rule-texts";
import type { Found, PlannedFix } from "../rules/finding";
import { findTables } from "../tables/tables";
import { addressName, cellKey, parseCellName, Sheet, type CellAddress, type Workbook } from "../workbook";
import { checkWorkbook } from "./index";
import { triedFixes } from "./trial";

const at = (name: string): CellAddress => ({ sheet: "S", ...parseCellName(name)! });

/** A finding whose fix puts a number into its cell. */
function found(name: string, fix: Partial<PlannedFix> = {}, more: Partial<Found> = {}): Found {
  const planned: PlannedFix = { at: at(name), kind: "value", before: 1, after: 2, why: say("no-cause"), ...fix };
  return {
    rule: "count-value", severity: "error", at: at(name), actual: "1", expected: "2", basis: say("basis-count"), related: [], consequences: [], awaits: [],
    subject: { table: "indicators", row: name, column: "done" }, relations: {}, mend: () => planned, tell: () => ({ message: say("no-cause"), expected: more.expected ?? "2" }), ...more
  };
}

const book = (): Workbook => workbookOf({ S: { cells: { ...rows("A1", Array.from({ length: 64 }, () => [1])), C1: { v: "54.55%", format: "@" }, C2: { v: 0.5, format: "0.00%" } } } });
const tables = findTables(book(), new Set());

/** Tries the fixes; `says` tells what is found of the numbers in column A. Gives the cells of those that hold and how often was checked. */
function tryOut(all: readonly Found[], says: (column: readonly unknown[]) => readonly Found[]): { held: string[]; checks: number } {
  let checks = 0;
  const held = triedFixes({ workbook: book(), tables, found: all, hidden: () => [] }, (changed) => {
    checks++;
    return says(Array.from({ length: 64 }, (_, index) => changed.sheets[0]!.cell(index + 1, 1)!.value));
  });
  return { held: [...held.keys()].map((finding) => addressName(finding.at)), checks };
}

const wrong = (rule: RuleId, name: string, severity: Found["severity"] = "error"): Found => found(name, {}, { rule, severity });
const many = Array.from({ length: 40 }, (_, index) => found(`A${index + 1}`));

test("all are tried at once", () => expect(tryOut(many, () => [])).toEqual({ held: many.map(({ at: { row } }) => `A${row}`), checks: 1 }));

test("one that mends nothing is left out, in two checks", () => {
  expect(tryOut(many, () => [many[6]!])).toEqual({ held: many.filter((_, index) => index !== 6).map(({ at: { row } }) => `A${row}`), checks: 2 });
});

test("one that brings something new is found by halves", () => {
  const { held, checks } = tryOut(many, (column) => (column[10] === 2 ? [wrong("total-mismatch", "A60")] : []));
  expect(held).toEqual(many.filter((_, index) => index !== 10).map(({ at: { row } }) => `A${row}`));
  expect(checks).toBeLessThanOrEqual(16);
});

test("information, what was found before and what was named with it is nothing new; a warning that becomes an error is", () => {
  const [one, two] = [found("A1", {}, { consequences: [{ at: at("A60"), label: say("no-cause"), actual: "", expected: "" }] }), found("A2")];
  const former = wrong("rate-coarse", "A61", "warning");
  const said = (finding: Found) => tryOut([one, two, former], (column) => (column[0] === 2 ? [finding] : [])).held;
  expect(said(wrong("total-mismatch", "A60"))).toContain("A1");
  expect(said(former)).toContain("A1");
  expect(said(wrong("rate-high", "A62", "info"))).toContain("A1");
  expect(said(wrong("rate-coarse", "A61"))).not.toContain("A1");
});

test("however many go wrong, the workbook is checked sixteen times", () => {
  const { held, checks } = tryOut(many, (column) => (column.some((value, index) => index % 2 === 0 && value === 2) ? [wrong("total-mismatch", "A60")] : []));
  expect(checks).toBe(16);
  expect(held.every((name) => Number(name.slice(1)) % 2 === 0)).toBe(true);
});

test("a fix gets the format that shows what it promises, of a number beside it or a plain one", () => {
  const formatOf = (finding: Found): unknown => [...triedFixes({ workbook: book(), tables, found: [finding], hidden: () => [] }, () => []).values()].map(({ format }) => format ?? "its own");
  expect(formatOf(found("C1", { after: 0.5455 }, { expected: "54.55%" }))).toEqual(["0.00%"]);
  expect(formatOf(found("C1", { after: 650 }, { expected: "650" }))).toEqual(["General"]);
  expect(formatOf(found("A1", { after: 12.5 }, { expected: "12.50" }))).toEqual(["its own"]);
  expect(formatOf(found("A1", { after: 24 / 44 }, { expected: "54.55%" }))).toEqual(["0.00%"]);
  expect(formatOf(found("A1", { after: 24 / 44 }, { expected: "五成" }))).toEqual([]);
  expect(formatOf(found("C2", { after: "/" }, { expected: "/" }))).toEqual(["its own"]);
});

test("a formula that can't be computed, a cell of an array formula and a number that is none get no fix", () => {
  const held = (finding: Found, workbook = book()): number => triedFixes({ workbook, tables, found: [finding], hidden: () => [] }, () => []).size;
  expect(held(found("B1", { kind: "formula", after: "=A1*2", before: null }))).toBe(1);
  expect(held(found("B1", { kind: "formula", after: "=A1/0", before: null }))).toBe(0);
  expect(held(found("B1", { kind: "formula", after: "=WEBSERVICE(A1)", before: null }))).toBe(0);
  expect(held(found("A1", { after: NaN }))).toBe(0);
  expect(held(found("A1"), workbookOf({ S: { cells: { A1: 1 }, arrays: ["A1:A2"] } }))).toBe(0);
});

test("what a stale value hides is not the fixes' doing", () => {
  const standing = wrong("staff-differs", "A60", "warning");
  const all = [found("A1"), found("A2")];
  const held = (hidden: readonly Found[]): number => triedFixes({ workbook: book(), tables, found: all, hidden: () => hidden }, () => [standing]).size;
  expect(held([])).toBe(0);
  expect(held([standing])).toBe(2);
});

test("a workbook that nobody calculated after an edit keeps its fixes", async () => {
  const given = await readWorkbook(new Uint8Array(readFileSync(join(__dirname, "../../samples/lianhe.xlsx"))), "lianhe.xlsx");
  const [indicators, ...others] = given.sheets;
  const cell = { value: 7, formula: null, format: "General", text: "7", showing: (value: unknown) => String(value) };
  const edited = { ...given, sheets: [new Sheet({ ...indicators!, cells: new Map(indicators!.cells).set(cellKey(5, 2), cell) }), ...others] };
  const fixable = (workbook: Workbook): string[] => checkWorkbook(workbook).findings.filter(({ fix }) => fix).map(({ sheet, cell: at }) => `${sheet}!${at}`);
  expect(checkWorkbook(edited).findings.some(({ rule, cell: at }) => rule === "stale-value" && at === "B9")).toBe(true);
  expect(fixable(edited)).toEqual(fixable(given));
  expect(fixable(given)).toHaveLength(5);
});
