import type { PersonEvaluation, RosterEvaluation } from "../../evaluation/types";
import { numberText } from "../../values/numbers";
import { render, say, type Sentence } from "../../messages";
import type { Roster } from "../../tables/roster/types";
import type { Reading } from "../../tables/types";
import { cellName, type CellAddress, type Fix } from "../../workbook";
import { formulaFix, valueFix } from "../build";
import type { Consequence, Finding } from "../finding";
import { consequencesOf, type Judged, type RosterJudgement } from "../../judgement/roster";

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

/** The subject of a finding about a roster. */
export function subject(row: string, column: string): Finding["subject"] {
  return { table: "roster", row, column };
}

/** The cells that are wrong only because this one is. */
export function consequences(cause: Judged, judgement: RosterJudgement): Consequence[] {
  return consequencesOf(cause, judgement).map(consequence);
}

export function consequence(judged: Judged): Consequence {
  return {
    sheet: judged.reading.at.sheet, cell: nameOf(judged.reading.at), label: judged.label, actual: judged.reading.text, expected: numberText(judged.expected)
  };
}

export function nameOf(at: CellAddress): string {
  return cellName(at.row, at.column);
}

/** Puts the number into the cell. */
export function numberFix(reading: Reading, number: number): Fix {
  return valueFix(reading, number, render(say("fix-roster-number", { number: numberText(number) })));
}

/** The formula where the cells beside it have formulas, else the number. */
export function sumFix(reading: Reading, number: number, formula: string | null, neighbours: readonly (Reading | null)[]): Fix {
  const usual = reading.formula !== null || neighbours.some((other) => other !== null && other !== reading && other.formula !== null);
  return usual && formula !== null ? formulaFix(reading, formula, render(say("fix-formula", { formula }))) : numberFix(reading, number);
}

/** A range of one column over the persons' rows; heads that are repeated between them hold no marks and no numbers to add. */
export function columnRange(rows: readonly number[], column: number): string {
  return `${cellName(Math.min(...rows), column)}:${cellName(Math.max(...rows), column)}`;
}

/** The cell for a finding about the whole roster: its first cell. */
export function tableCell({ roster }: RosterEvaluation): CellAddress {
  return { sheet: roster.sheet, row: roster.rect.top, column: roster.rect.left };
}
