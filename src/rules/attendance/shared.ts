import type { PersonEvaluation, RosterEvaluation } from "../../evaluation/types";
import { numberText } from "../../meaning/numbers";
import { render, say, type Sentence } from "../../messages";
import type { Roster } from "../../tables/roster-types";
import type { Reading } from "../../tables/types";
import { cellName, type CellAddress, type Fix } from "../../workbook";
import { formulaFix, valueFix } from "../build";
import type { Consequence, Finding } from "../finding";
import { consequencesOf, type Judged, type RosterJudgement } from "./judge";

/** A month as its roster's head shows it, without line breaks. */
export function monthLabel(roster: Roster, month: number): string {
  return roster.months[month]!.label.replace(/\s+/g, "");
}

/** "9月：三项齐全，计1；10月：…" with runs of equal months told once. */
export function monthByMonth(roster: Roster, person: PersonEvaluation): Sentence[] {
  const parts: Sentence[] = [];
  let from = 0;
  person.months.forEach((month, m) => {
    const next = person.months[m + 1];
    if (next && render(next.reason) === render(month.reason)) return;
    const months = from === m ? monthLabel(roster, m) : `${monthLabel(roster, from)}–${monthLabel(roster, m)}`;
    parts.push(say("month-reason", { months, reason: month.reason }));
    from = m + 1;
  });
  return parts;
}

/** The subject of a finding about a roster. */
export function subject(row: string, column: string): Finding["subject"] {
  return { table: "roster", row, column };
}

/** The cells that are wrong only because this one is. */
export function consequences(cause: Judged, judgement: RosterJudgement): Consequence[] {
  return consequencesOf(cause, judgement).map((judged) => ({
    sheet: judged.reading.at.sheet, cell: nameOf(judged.reading.at), label: judged.label, actual: judged.reading.text, expected: numberText(judged.expected)
  }));
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
