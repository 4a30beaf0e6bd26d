import type { OtherReading, PersonMonth } from "./types";

/** One month that another reading counts otherwise. */
export interface Change {
  /** Index of the month. */
  readonly month: number;
  readonly other: OtherReading;
}

/** More readings at once would explain nearly any number. */
const MOST_CHANGES = 4;

const halves = (value: number): number => Math.round(value * 2);

/**
 * The fewest other readings with which the months make `total` person-months, of several ways the one whose months come
 * first; [] when they do as counted, null when no few readings do. The months may be those of one person or one month of
 * many persons: the work grows with their number.
 */
export function explainTotal(months: readonly PersonMonth[], total: number): Change[] | null {
  if (!Number.isInteger(total * 2)) return null;
  let missing = halves(total) - months.reduce((sum, month) => sum + halves(month.value), 0);
  if (missing === 0) return [];
  const reach = differences(months);
  let left = reach.findIndex((from) => from[0]!.has(missing));
  if (left < 0) return null;
  const changes: Change[] = [];
  months.forEach((month, i) => {
    const other = left === 0 ? undefined : month.others.find((one) => reach[left - 1]![i + 1]!.has(missing - difference(one, month)));
    if (!other) return;
    changes.push({ month: i, other });
    missing -= difference(other, month);
    left--;
  });
  return changes;
}

function difference(other: OtherReading, month: PersonMonth): number {
  return halves(other.value) - halves(month.value);
}

/** By number of changes, then by the first month that may change: what exactly so many changes can add, in halves. */
function differences(months: readonly PersonMonth[]): ReadonlySet<number>[][] {
  const none: ReadonlySet<number> = new Set();
  const reach: ReadonlySet<number>[][] = [Array.from({ length: months.length + 1 }, () => new Set([0]))];
  for (let changes = 1; changes <= MOST_CHANGES; changes++) {
    const from: ReadonlySet<number>[] = [];
    from[months.length] = none;
    for (let i = months.length - 1; i >= 0; i--) {
      const month = months[i]!;
      from[i] = month.others.length === 0 ? from[i + 1]! : new Set([
        ...from[i + 1]!,
        ...month.others.flatMap((other) => [...reach[changes - 1]![i + 1]!].map((rest) => rest + difference(other, month)))
      ]);
    }
    reach.push(from);
  }
  return reach;
}
