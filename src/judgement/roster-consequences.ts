import type { Judged, RosterJudgement } from "./roster";

/** The cells that are wrong only because this one is, nearest first. */
export function consequencesOf(cause: Judged, judgement: RosterJudgement): Judged[] {
  const comesFrom = (judged: Judged): boolean => judged.parts.some((part) => part === cause || (part.status === "follows" && comesFrom(part)));
  return judgement.all.filter((judged) => judged.status === "follows" && judged !== cause && comesFrom(judged));
}

/** The months' 有效人次 that follow the other reading of a person's subtotal. */
export function consequencesOfReading(cause: Judged, judgement: RosterJudgement): Judged[] {
  const months = new Set(cause.changes.map(({ month }) => month));
  return judgement.all.filter((judged) => judged.kind === "month" && judged.status === "follows" && !judged.byMark && judged.month !== null
    && months.has(judged.month) && judged.persons.includes(cause.persons[0]!) && judged.reading.number !== null && judged.reading.number > judged.expected === isMore(cause));
}

function isMore(judged: Judged): boolean {
  return (judged.reading.number ?? 0) > judged.expected;
}

/** The formula cells that show something else only because of the marks of a person's month, nearest first. */
export function consequencesOfMark(person: number, month: number, judgement: RosterJudgement): Judged[] {
  const roots = judgement.all.filter((judged) => judged.byMark && judged.persons.includes(person) && (judged.month === null || judged.month === month));
  const sums = roots.flatMap((root) => consequencesOf(root, judgement));
  return [...new Set([...roots, ...sums])];
}
