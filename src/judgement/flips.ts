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
  return groupsOf(evaluated).flatMap(({ persons, sums }) => {
    const more = roster.months.map((_, m) => differences(evaluated, persons, m, sums(m)));
    const candidates = persons.flatMap((i) => {
      const total = typed(roster.persons[i]!.total);
      if (total === null || !isWrong(i)) return [];
      const own = roster.months.flatMap((_, m) => monthFlips(evaluated, i, m, more[m]!));
      const agreeing = own.filter((flip) => flip.change !== 0 && flip.change === total - people[i]!.total);
      return agreeing.length === 1 && agreeing[0]!.witnesses.size > 0 ? agreeing : [];
    });
    return more.flatMap((month, m) => explaining(candidates.filter((flip) => flip.month === m), month));
  }).sort((a, b) => a.person - b.person);
}

/** By how much the typed sums of a month say more than its marks and remarks give; null where they are no typed numbers. */
interface Differences {
  /** Ticks, by column. */
  readonly ticks: readonly (number | null)[];
  readonly month: number | null;
}

function differences({ roster, people }: RosterEvaluation, persons: readonly number[], m: number, sums: Sums): Differences {
  const month = typed(sums.month);
  return {
    ticks: roster.months[m]!.columns.map((_, j) => {
      const printed = typed(sums.ticks?.[j]);
      return printed === null ? null : printed - sumHalves(persons.map((i) => countedMark(roster, roster.persons[i]!.marks[m]![j]!)));
    }),
    month: month === null ? null : month - persons.reduce((sum, i) => sum + people[i]!.months[m]!.value, 0)
  };
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
function monthFlips({ roster, people }: RosterEvaluation, person: number, month: number, { ticks: more, month: monthMore }: Differences): Candidate[] {
  const marks = roster.persons[person]!.marks[month]!;
  const counted = people[person]!.months[month]!;
  if (counted.settled || marks.some((mark) => mark.kind === "blank" || mark.kind === "unknown")) return [];
  const columns = marks.map((_, j) => j);
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
  if (monthMore !== null && change !== 0) {
    if (monthMore * sign < Math.abs(change)) return [];
    witnesses.add("month");
  }
  return [{ person, month, marks: flipped, to, change, witnesses }];
}

/** Of the flips of one month those that together with the others make every typed sum of their columns right. */
function explaining(flips: readonly Flip[], more: Differences): Flip[] {
  const change = flips.reduce((sum, flip) => sum + flip.change, 0);
  if (more.month !== null && more.month !== change) return [];
  const gained = more.ticks.map((_, j) => flips.reduce((sum, flip) => sum + (flip.marks.includes(j) ? (flip.to === "present" ? 1 : -1) : 0), 0));
  return flips.filter((flip) => flip.marks.every((j) => more.ticks[j] === null || more.ticks[j] === gained[j]));
}
