import type { PersonEvaluation } from "../../evaluation/types";
import { render, say, type Sentence } from "../../messages";
import type { Roster } from "../../tables/roster/types";

/** A month as its roster's head shows it, without line breaks. */
export function monthLabel(roster: Roster, month: number): string {
  return roster.months[month]!.label.replace(/\s+/g, "");
}

/** "9月、11月–2025年1月": months in a row, more than two of them, by the first and the last. */
export function monthList(roster: Roster, months: readonly number[]): string {
  const runs: number[][] = [];
  for (const month of months) {
    const run = runs[runs.length - 1];
    if (run && run[run.length - 1] === month - 1) run.push(month);
    else runs.push([month]);
  }
  const label = (month: number): string => monthLabel(roster, month);
  return runs.map((run) => (run.length > 2 ? `${label(run[0]!)}–${label(run[run.length - 1]!)}` : run.map(label).join("、"))).join("、");
}

/** "9月：三项齐全，计1；10月–12月：…" of all months or of some; months in a row with one reason are told once. */
export function monthByMonth(roster: Roster, person: PersonEvaluation, of: readonly number[] = person.months.map((_, m) => m)): Sentence[] {
  const reason = (m: number): Sentence => person.months[m]!.reason;
  const parts: Sentence[] = [];
  let from = 0;
  of.forEach((m, i) => {
    const next = of[i + 1];
    if (next === m + 1 && render(reason(next)) === render(reason(m))) return;
    const first = of[from]!;
    parts.push(say("month-reason", { months: first === m ? monthLabel(roster, m) : `${monthLabel(roster, first)}–${monthLabel(roster, m)}`, reason: reason(m) }));
    from = i + 1;
  });
  return parts;
}
