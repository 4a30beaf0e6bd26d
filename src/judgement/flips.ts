import { countedMark } from "../tables/roster/marks";
import { sumHalves } from "../values/exact";
import type { RosterEvaluation } from "../evaluation/types";
import type { Reading } from "../tables/types";

/** Marks of one person's month which, read the other way, would make every typed number around them right. No finding: which side is wrong the sheet does not say. */
export interface Flip {
  readonly person: number;
  readonly month: number;
  /** Indexes of the month's columns. */
  readonly marks: readonly number[];
  readonly to: "present" | "absent";
  /** What the month counts more (or less) with the right marks. */
  readonly change: number;
}

interface Sums {
  /** The tick counts of the month, by column. */
  readonly ticks: readonly Reading[] | null;
  readonly month: Reading | null;
}

/** A number that was typed: a formula follows the marks and tells nothing of them. */
const typed = (reading: Reading | null | undefined): number | null => (reading && reading.formula === null ? reading.number : null);

/**
 * Finds marks of which the person's typed 小计 (`wrong`: of whom it is not what marks and remarks give) and at least one
 * more typed number, the ticks of the columns or the month's 有效人次, and none against, say that they should be the other way.
 */
export function findFlips(evaluated: RosterEvaluation, isWrong: (person: number) => boolean): Flip[] {
  const { roster, people } = evaluated;
  return groupsOf(evaluated).flatMap((group) => {
    const candidates = group.persons.flatMap((i) => {
      const total = typed(roster.persons[i]!.total);
      if (total === null || !isWrong(i)) return [];
      const own = roster.months.flatMap((_, m) => monthFlips(evaluated, i, m, group.persons, group.sums(m)));
      const agreeing = own.filter((flip) => flip.change !== 0 && flip.change === total - people[i]!.total);
      return agreeing.length === 1 && agreeing[0]!.witnesses.size > 0 ? agreeing : [];
    });
    return candidates.filter((flip) => explainsAll(evaluated, candidates, flip, group.persons, group.sums(flip.month)));
  });
}

interface Candidate extends Flip {
  /** Which kinds of sums speak for it. */
  readonly witnesses: ReadonlySet<"ticks" | "month">;
}

function groupsOf({ roster }: RosterEvaluation): { persons: readonly number[]; sums: (month: number) => Sums }[] {
  const summed = roster.groups.some((group) => group.subtotal || group.effective);
  if (summed || (!roster.grandTotal && !roster.grandEffective)) {
    return roster.groups.map((group) => ({
      persons: group.persons,
      sums: (m) => ({ ticks: group.subtotal?.ticks[m] ?? null, month: group.effective?.months[m] ?? null })
    }));
  }
  return [{
    persons: roster.persons.map((_, i) => i),
    sums: (m) => ({ ticks: roster.grandTotal?.ticks[m] ?? null, month: roster.grandEffective?.months[m] ?? null })
  }];
}

/** The ways in which a month's marks could be wrong, as far as the sums of the month allow. */
function monthFlips(evaluated: RosterEvaluation, person: number, month: number, persons: readonly number[], sums: Sums): Candidate[] {
  const { roster, people } = evaluated;
  const marks = roster.persons[person]!.marks[month]!;
  const counted = people[person]!.months[month]!;
  if (counted.settled || marks.some((mark) => mark.kind === "blank" || mark.kind === "unknown")) return [];
  const columns = marks.map((_, j) => j);
  const more = tickDifferences(evaluated, persons, month, sums);
  const to = counted.ticked ? "absent" : "present";
  const sign = counted.ticked ? -1 : 1;
  // Of a ticked month the tick counts tell which marks are too many; without them nothing does.
  const flipped = counted.ticked ? columns.filter((j) => more[j] !== null && more[j]! < 0) : columns.filter((j) => marks[j]!.kind === "absent");
  const change = counted.ticked ? -counted.value : counted.ifTicked - counted.value;
  if (flipped.length === 0 || (!counted.ticked && change <= 0)) return [];
  const witnesses = new Set<"ticks" | "month">();
  for (const j of flipped) {
    if (more[j] === null) continue;
    if (more[j]! * sign <= 0) return [];
    witnesses.add("ticks");
  }
  const monthMore = monthDifference(evaluated, persons, month, sums);
  if (monthMore !== null && change !== 0) {
    if (monthMore * sign < Math.abs(change)) return [];
    witnesses.add("month");
  }
  return [{ person, month, marks: flipped, to, change, witnesses }];
}

/** By column: how many ticks more the typed count says than there are; null where it is no typed number. */
function tickDifferences({ roster }: RosterEvaluation, persons: readonly number[], month: number, { ticks }: Sums): (number | null)[] {
  return roster.months[month]!.columns.map((_, j) => {
    const printed = typed(ticks?.[j]);
    if (printed === null) return null;
    return printed - sumHalves(persons.map((i) => countedMark(roster, roster.persons[i]!.marks[month]![j]!)));
  });
}

function monthDifference({ people }: RosterEvaluation, persons: readonly number[], month: number, sums: Sums): number | null {
  const printed = typed(sums.month);
  return printed === null ? null : printed - persons.reduce((sum, i) => sum + people[i]!.months[month]!.value, 0);
}

/** Together with the other flips of its month it makes every typed sum of its columns right. */
function explainsAll(evaluated: RosterEvaluation, flips: readonly Flip[], flip: Flip, persons: readonly number[], sums: Sums): boolean {
  const same = flips.filter((other) => other.month === flip.month);
  const more = tickDifferences(evaluated, persons, flip.month, sums);
  const ticks = flip.marks.every((j) => more[j] === null
    || more[j] === same.filter((other) => other.marks.includes(j)).reduce((sum, other) => sum + (other.to === "present" ? 1 : -1), 0));
  const month = monthDifference(evaluated, persons, flip.month, sums);
  return ticks && (month === null || month === same.reduce((sum, other) => sum + other.change, 0));
}
