import type { CellAddress } from "../../../src/workbook";
import type { Built } from "../built";
import type { Random } from "../random";
import type { GroupHandle, PersonHandle, RosterHandle } from "../roster-types";

export function roster(built: Built): RosterHandle {
  return built.roster!;
}

export function groupOf(handle: RosterHandle, person: PersonHandle): GroupHandle {
  return handle.groups.find((g) => g.group === person.plan.group)!;
}

/** Persons in random order. */
export function persons(built: Built, random: Random, test: (person: PersonHandle) => boolean = () => true): PersonHandle[] {
  return random.shuffle(roster(built).people.filter(test));
}

/** There every month, nothing to remark. */
export const steady = (person: PersonHandle): boolean => person.plan.events.length === 0 && person.plan.halves.every((h) => h > 0);

export function totalOf(person: PersonHandle): number {
  return person.plan.halves.reduce((a, b) => a + b, 0) / 2;
}

export function typedAt(built: Built, at: CellAddress): boolean {
  const cell = built.draft.cell(at);
  return cell !== undefined && !cell.formula;
}

function add(built: Built, at: CellAddress | null | undefined, change: number): void {
  if (at && typedAt(built, at)) built.draft.type(at, Number(built.draft.value(at)) + change);
}

/** Carries a change of a person's subtotal into the sums that were typed. */
export function addToSums(built: Built, person: PersonHandle, change: number, column: "total" | "senior" = "total"): void {
  const handle = roster(built);
  const group = groupOf(handle, person);
  add(built, column === "total" ? group.sumTotal : group.sumSenior, change);
  add(built, column === "total" ? handle.grandTotal : handle.grandSenior, change);
}

/** Carries a change of a month's ticks into the tick counts that were typed. */
export function addToTicks(built: Built, person: PersonHandle, month: number, change: number, marks?: readonly number[]): void {
  const handle = roster(built);
  const group = groupOf(handle, person);
  person.marks[month]!.forEach((_, k) => {
    if (marks && !marks.includes(k)) return;
    add(built, group.ticks?.[month]?.[k], change);
    add(built, handle.grandTicks?.[month]?.[k], change);
  });
}

/** Carries a change of a month's 有效人次 into the rows that were typed. */
export function addToEffective(built: Built, person: PersonHandle, month: number, change: number): void {
  const handle = roster(built);
  add(built, groupOf(handle, person).effective?.[month], change);
  add(built, handle.grandEffective?.[month], change);
}

/** Every cell in which a person's month shows up again. */
export function monthCells(built: Built, person: PersonHandle, month: number): CellAddress[] {
  const handle = roster(built);
  const group = groupOf(handle, person);
  return [
    person.total, ...(group.ticks?.[month] ?? []), ...(handle.grandTicks?.[month] ?? []),
    ...[group.effective?.[month], handle.grandEffective?.[month], group.sumTotal, handle.grandTotal].filter((at): at is CellAddress => Boolean(at))
  ];
}

/** The number of persons there in every month, with the printed 稳岗率 brought in line. */
export function setRetained(built: Built, retained: number): void {
  const handle = roster(built);
  if (!handle.retention) return;
  const { headcount } = handle.plan.layout;
  const cell = built.draft.cell(handle.retention)!;
  if (cell.formula) {
    built.draft.enter(handle.retention, {
      kind: "binary", operator: "/", left: { kind: "number", value: retained }, right: { kind: "number", value: headcount }
    });
  } else built.draft.type(handle.retention, Math.round((retained / headcount) * 10000) / 10000);
}
