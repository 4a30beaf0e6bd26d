import type { RosterEvaluation } from "../../evaluation/types";
import { moveFormula } from "../../formulas";
import { type Judged, judgeRoster } from "../../judgement/roster";
import { say } from "../../messages";
import type { Roster } from "../../tables/roster/types";
import type { Reading } from "../../tables/types";
import { numberText } from "../../values/numbers";
import { cellName } from "../../workbook";
import type { PlannedFix } from "../finding";
import { formulaFix, valueFix } from "./content";

/** Puts the number into the cell. */
export function numberFix(reading: Reading, number: number): PlannedFix {
  return valueFix(reading, number, say("fix-roster-number", { number: numberText(number) }));
}

/** The formula where the cells beside it have formulas, else the number. */
export function sumFix(reading: Reading, number: number, formula: string | null, neighbours: readonly (Reading | null)[]): PlannedFix {
  const usual = reading.formula !== null || neighbours.some((other) => other !== null && other !== reading && other.formula !== null);
  return usual && formula !== null ? formulaFix(reading, formula) : numberFix(reading, number);
}

/** A range of one column over the persons' rows; heads that are repeated between them hold no marks and no numbers to add. */
export function columnRange(rows: readonly number[], column: number): string {
  return `${cellName(Math.min(...rows), column)}:${cellName(Math.max(...rows), column)}`;
}

/** The cells of the same bottom row: whether the row is computed or filled in by hand. */
export function bottomRow(roster: Roster, reading: Reading): (Reading | null)[] {
  const columns = [...roster.groups.map((group) => group.subtotal), roster.grandTotal].filter((row) => row !== null)
    .map((row) => [...row.ticks.flat(), row.total, row.senior]);
  const months = [...roster.groups.map((group) => group.effective), roster.grandEffective].filter((row) => row !== null).map((row) => [...row.months]);
  return [...columns, ...months].find((row) => row.some((other) => other?.at.row === reading.at.row)) ?? [];
}

/** A neighbour's formula moved here, where it is right for this person: every month full or absent. Otherwise the number. */
export function personFix(evaluated: RosterEvaluation, judged: Judged): PlannedFix {
  const i = judged.persons[0]!;
  const plain = evaluated.people[i]!.months.every((month) => !month.settled && month.value === (month.ticked ? 1 : 0))
    && evaluated.roster.persons[i]!.marks.every((marks) => new Set(marks.map((mark) => mark.kind)).size === 1);
  if (plain) {
    for (const neighbour of [i - 1, i + 1]) {
      const reading = evaluated.roster.persons[neighbour]?.total;
      const status = judgeRoster(evaluated).persons[neighbour]?.status;
      const formula = reading?.formula && !reading.array && status === "right" ? moveFormula(reading.formula, reading.at, judged.reading.at) : null;
      if (formula !== null && formula !== judged.reading.formula) return formulaFix(judged.reading, formula);
    }
  }
  return numberFix(judged.reading, judged.expected);
}
