import { partyScore } from "../evaluation/scores";
import { COMMON_TICKS } from "../values/marks";
import { PARTIES, THIRD_PARTY_ITEMS, type Party } from "../values/party";
import type { Mark } from "../tables/roster/types";
import type { ScoreTable } from "../tables/scores/types";
import type { Reading } from "../tables/types";
import { cellName, findSheet, isError, type Workbook } from "../workbook";
import type { CheckResult } from "./check";
import type { ReportedCell, ReportedSources } from "./types";


/** Where the numbers of an evaluation stand in the workbook. */
export function sourcesOf({ evaluation, indicators, settings, tables, workbook }: CheckResult): ReportedSources {
  const cellOf = (reading: Reading | null): ReportedCell | null => reading && reportedCell(reading, workbook);
  const roster = evaluation.used?.roster ?? null;
  const present = roster?.persons.flatMap(({ marks }) => marks.flat().flatMap(({ kind, text }) => (kind === "present" ? [text] : []))) ?? [];
  return {
    agreement: roster?.agreement ? { start: roster.agreement.start, end: roster.agreement.end } : null,
    indicators: indicators.map(({ triple: { target, done, rate } }) => ({ target: cellOf(target), done: cellOf(done)!, rate: cellOf(rate) })),
    presentMarks: [...new Set([...present, ...COMMON_TICKS])],
    people: evaluation.people.map((person, index) => {
      const { marks, nameAt, total, senior } = roster!.persons[index]!;
      // What a formula cannot count: marks that say themselves how much the month counts, and those of another sheet.
      const countable = (month: readonly Mark[]): boolean => month.every(({ at, share }) => share === null && at.sheet === nameAt.sheet);
      return {
        ticks: marks.map((month) => (countable(month) ? month.map(({ at }) => cellName(at.row, at.column)) : [])),
        weights: person.months.map(({ ifTicked }) => ifTicked),
        settled: person.months.map(({ settled }) => settled),
        ticked: person.months.map(({ ticked }) => ticked),
        total: cellOf(total),
        senior: cellOf(senior)
      };
    }),
    retention: cellOf(roster?.retention ?? null),
    scores: Object.fromEntries(PARTIES.flatMap((party) => {
      const table = settings.scores[party] === undefined ? tables.scores.find((each) => !tables.hidden.has(each.sheet) && partyScore(each, party, settings) !== null) : undefined;
      const cells = table ? scoreCells(table, party).map((reading) => reportedCell(reading, workbook)) : [];
      return cells.length > 0 ? [[party, cells]] : [];
    })),
    weights: settings.weights,
    gradeLimits: settings.gradeLimits,
    vetoLimits: evaluation.phase && settings.vetoLimits[evaluation.phase]
  };
}

/** The printed cells that make up a party's score; none where it stands in a sentence or had to be converted first. */
function scoreCells(table: ScoreTable, party: Party): Reading[] {
  if (table.lines.some((line) => line.party === party)) return [];
  const printed = (item: string): Reading | null => {
    const rows = table.rows.filter((row) => row.item === item);
    return rows.find(({ converted }) => converted?.number != null)?.converted ?? null;
  };
  const parts = party === "thirdParty" ? THIRD_PARTY_ITEMS.map(printed) : [];
  const readings = parts.length > 0 && parts.every((part) => part !== null) ? parts : [printed(party)];
  return readings.every((reading) => reading !== null) ? readings : [];
}

function reportedCell({ at, kind, number, unit }: Reading, workbook: Workbook): ReportedCell {
  const value = findSheet(workbook, at.sheet)?.cell(at.row, at.column)?.value ?? null;
  return { sheet: at.sheet, cell: cellName(at.row, at.column), isError: kind === "error", number, unit, value: isError(value) ? value.error : value };
}
