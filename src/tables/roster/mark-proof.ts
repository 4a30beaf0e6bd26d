import { MOST_SIGNS, MOST_TAKEN_OFF } from "./limits";
import type { Mark } from "./types";

/** What a mark may be found to mean. */
export type MarkSense = "present" | "absent" | "half";

/** The plain marks under which something is counted: of one person, month by month; or of a column. */
export interface CountedMarks {
  /** By month (a column has one), the marks that must all be there for it to count. */
  readonly groups: readonly (readonly string[])[];
  readonly printed: number;
  /** Days of joining or leaving may take off half months, so that the printed number may be less. */
  readonly dated: boolean;
  /** What a half counts: 0 where only ticks are counted. */
  readonly half: 0 | 0.5;
}

export interface Proof {
  readonly senses: ReadonlyMap<string, MarkSense>;
  /** Printed numbers that agree, of those that the marks take part in. */
  readonly agree: number;
  readonly of: number;
}

/**
 * What signs of unknown meaning mean, told by the numbers that count them: the meanings with which most of the printed
 * numbers agree. Null where no number tells, or two ways agree as well.
 */
export function proveMarks(signs: readonly string[], known: (plain: string) => Mark["kind"], halves: (plain: string) => boolean, counts: readonly CountedMarks[]): Proof | null {
  const unknown = new Set(signs);
  const own = counts.filter(({ groups }) => groups.some((group) => group.some((plain) => unknown.has(plain))));
  if (own.length === 0 || signs.length === 0 || signs.length > MOST_SIGNS) return null;
  const ways = allWays(signs, halves).map((senses) => ({ senses, ...agreeing(own, (plain) => senses.get(plain) ?? known(plain)) }));
  ways.sort((a, b) => b.points - a.points);
  const [best, second] = ways;
  return !best || best.agree === 0 || best.points === second?.points ? null : { senses: best.senses, agree: best.agree, of: own.length };
}

function allWays(signs: readonly string[], halves: (plain: string) => boolean): Map<string, MarkSense>[] {
  return signs.reduce<Map<string, MarkSense>[]>((ways, sign) => {
    const senses: MarkSense[] = halves(sign) ? ["half", "present", "absent"] : ["present", "absent"];
    return ways.flatMap((way) => senses.map((sense) => new Map([...way, [sign, sense]])));
  }, [new Map()]);
}

function agreeing(counts: readonly CountedMarks[], sense: (plain: string) => Mark["kind"]): { agree: number; points: number } {
  let agree = 0;
  let points = 0;
  for (const { groups, printed, dated, half } of counts) {
    const less = groups.reduce((sum, group) => sum + worth(group.map(sense), half), 0) - printed;
    if (less !== 0 && !(dated && less > 0 && less <= MOST_TAKEN_OFF)) continue;
    agree++;
    points += less === 0 ? 1 : 0.5;
  }
  return { agree, points };
}

function worth(kinds: readonly Mark["kind"][], half: number): number {
  if (kinds.every((kind) => kind === "present")) return 1;
  return kinds.every((kind) => kind === "present" || kind === "half") ? half : 0;
}
