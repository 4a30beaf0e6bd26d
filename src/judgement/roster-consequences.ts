import type { Judged, RosterJudgement } from "./roster";

/** The cells that are wrong only because this one is, nearest first. */
export function consequencesOf(cause: Judged, judgement: RosterJudgement): Judged[] {
  const found = new Set<Judged>();
  const passOn = (from: Judged): void => {
    for (const sum of judgement.usedBy.get(from) ?? []) {
      if (sum.status !== "follows" || found.has(sum)) continue;
      found.add(sum);
      passOn(sum);
    }
  };
  passOn(cause);
  return inOrder(found, judgement);
}

/** The months' 有效人次 that follow the other reading of a person's subtotal. */
export function consequencesOfReading(cause: Judged, judgement: RosterJudgement): Judged[] {
  const months = new Set(cause.changes.map(({ month }) => month));
  return judgement.countedIn[cause.persons[0]!]!.filter((judged) => judged.kind === "month" && judged.status === "follows" && !judged.byMark
    && months.has(judged.month!) && judged.reading.number !== null && judged.reading.number > judged.expected === isMore(cause));
}

function isMore(judged: Judged): boolean {
  return (judged.reading.number ?? 0) > judged.expected;
}

/** The formula cells that show something else only because of the marks of a person's month, nearest first. */
export function consequencesOfMark(person: number, month: number, judgement: RosterJudgement): Judged[] {
  const roots = judgement.countedIn[person]!.filter((judged) => judged.byMark && (judged.month === null || judged.month === month));
  const sums = roots.flatMap((root) => consequencesOf(root, judgement));
  return [...new Set([...roots, ...sums])];
}

/** The numbers that count the ticks of months in which the person was not there, and the sums of those. */
export function consequencesOfTicks(person: number, months: readonly number[], judgement: RosterJudgement): Judged[] {
  const counts = ({ kind, month, status, reading, expected }: Judged): boolean =>
    (kind === "person" || kind === "month") && status === "follows" && (month === null || months.includes(month)) && reading.number !== null && reading.number > expected;
  const roots = judgement.countedIn[person]!.filter(counts);
  return inOrder(new Set([...roots, ...roots.flatMap((root) => consequencesOf(root, judgement))]), judgement);
}

function inOrder(found: Iterable<Judged>, { order }: RosterJudgement): Judged[] {
  return [...found].sort((a, b) => order.get(a)! - order.get(b)!);
}
