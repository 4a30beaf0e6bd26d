import { withEntries, type Entry } from "../formulas";
import type { Found, PlannedFix } from "../rules/finding";
import { withFormat } from "../rules/fixes/format";
import type { Tables } from "../tables/tables";
import { allTables } from "../tables/tables";
import { addressKey, findSheet, isError, type CellAddress, type Workbook } from "../workbook";

/** What the rules say of a changed workbook, its values being up to date; null where it holds no table any more. */
export type CheckAgain = (workbook: Workbook) => readonly Found[] | null;

/** What the fixes of one workbook are tried on. */
export interface Subject {
  readonly workbook: Workbook;
  readonly tables: Tables;
  readonly found: readonly Found[];
  /** What else stands there before any fix: where stored values are stale, what is said of a cell instead of that. A check more: only asked where a trial finds something. */
  hidden(): readonly Found[];
}

/** A fix on trial. */
interface Plan {
  readonly finding: Found;
  readonly fix: PlannedFix;
}

/** A workbook is checked again so often, and no more: what was not tried by then is told in words. */
const MOST_TRIALS = 16;

/**
 * The fixes that do what they promise. They are applied in the snapshot and the workbook is checked again: the finding must be gone and nothing
 * new be there. All are tried at once, which is one check more; only where something goes wrong they are tried in parts.
 */
export function triedFixes(subject: Subject, checkAgain: CheckAgain): ReadonlyMap<Found, PlannedFix> {
  const plans = subject.found.flatMap((finding): Plan[] => {
    const fix = plannedFix(finding, subject.workbook);
    return fix ? [{ finding, fix }] : [];
  });
  const holding = new Set<Plan>();
  // The largest parts first: what is right there need not be tried again.
  const waiting = oneForEachCell(plans);
  for (let trials = 0; waiting.length > 0 && trials < MOST_TRIALS; trials++) {
    const some = waiting.sort((a, b) => a.length - b.length).pop()!;
    const { mended, fresh } = tried(some, subject, checkAgain);
    const held = some.filter((plan) => mended.has(plan));
    const failed = some.filter((plan) => !mended.has(plan));
    if (fresh.length === 0) {
      for (const plan of held) holding.add(plan);
      // What failed in company may hold by itself.
      waiting.push(...(held.length > 0 ? [failed] : halvesOf(failed)).filter((part) => part.length > 0));
    } else waiting.push(...(held.length > 0 && failed.length > 0 ? [held, failed] : halvesOf(some)));
  }
  return new Map(plans.filter((plan) => holding.has(plan)).map(({ finding, fix }) => [finding, fix]));
}

/** Parts in which no cell gets two fixes. */
function oneForEachCell(plans: readonly Plan[]): Plan[][] {
  const parts: Map<string, Plan>[] = [];
  for (const plan of plans) {
    const keys = [plan.fix, ...plan.fix.also ?? []].map(({ at }) => addressKey(at));
    const part = parts.find((some) => keys.every((key) => !some.has(key))) ?? new Map<string, Plan>();
    if (part.size === 0) parts.push(part);
    for (const key of keys) part.set(key, plan);
  }
  return parts.map((part) => [...new Set(part.values())]);
}

/** Two parts; none of what can't be parted. */
function halvesOf(plans: readonly Plan[]): Plan[][] {
  const middle = Math.ceil(plans.length / 2);
  return plans.length < 2 ? [] : [plans.slice(0, middle), plans.slice(middle)];
}

/** The fix of a finding with the format that shows what it promises; null where there is none, or none that can be written. */
function plannedFix(finding: Found, workbook: Workbook): PlannedFix | null {
  const fix = finding.mend();
  const sheet = fix && findSheet(workbook, fix.at.sheet);
  if (!fix || !sheet || sheet.arrayAt(fix.at.row, fix.at.column) || (typeof fix.after === "number" && !Number.isFinite(fix.after))) return null;
  const { expected } = finding.tell(fix);
  return withFormat(fix, fix.shows ?? (expected === "" || expected.startsWith("=") ? null : expected), sheet, workbook.date1904);
}

/** Which of the fixes mend their findings when all are applied, and what is found then that was not found or named before. */
function tried(plans: readonly Plan[], { workbook, tables, found, hidden }: Subject, checkAgain: CheckAgain): { mended: ReadonlySet<Plan>; fresh: readonly Found[] } {
  const changed = withEntries(workbook, plans.flatMap(({ fix: { also = [], ...fix } }) => [fix, ...also].map((each) => entryOf(each, workbook))), allTables(tables));
  const after = checkAgain(changed);
  if (!after) return { mended: new Set(), fresh: [] };
  const left = new Set(after.map(keyOf));
  const mended = new Set(plans.filter(({ finding, fix }) => !left.has(keyOf(finding)) && holdsResult(changed, fix)));
  const before = new Map<string, Found>(found.map((finding) => [keyOf(finding), finding]));
  // What is wrong only because of a mended cell was named with it, and may now be said for itself.
  const named = new Set(plans.flatMap(({ finding }) => finding.consequences.map(({ at }) => addressKey(at))));
  const isNew = (finding: Found, former: Found | undefined): boolean => !former || (former.severity !== "error" && finding.severity === "error");
  const unknown = after.filter((finding) => finding.severity !== "info" && !named.has(addressKey(finding.at)) && isNew(finding, before.get(keyOf(finding))));
  if (unknown.length === 0) return { mended, fresh: [] };
  const underneath = new Map<string, Found>(hidden().map((finding) => [keyOf(finding), finding]));
  return { mended, fresh: unknown.filter((finding) => isNew(finding, before.get(keyOf(finding)) ?? underneath.get(keyOf(finding)))) };
}

function keyOf({ rule, at }: Found): string {
  return `${rule}\u0000${addressKey(at)}`;
}

function entryOf({ at, kind, after, format }: Pick<PlannedFix, "at" | "kind" | "after" | "format">, workbook: Workbook): Entry {
  const former = findSheet(workbook, at.sheet)?.cell(at.row, at.column)?.format ?? "General";
  return { at, value: kind === "value" ? after : null, formula: kind === "formula" ? String(after) : null, format: format ?? former };
}

/** A formula that can't be computed, or gives an error, mends nothing. */
function holdsResult(workbook: Workbook, { at, kind }: PlannedFix): boolean {
  const value = cellAt(workbook, at)?.value ?? null;
  return kind === "value" || (value !== null && !isError(value));
}

function cellAt(workbook: Workbook, at: CellAddress) {
  return findSheet(workbook, at.sheet)?.cell(at.row, at.column);
}
