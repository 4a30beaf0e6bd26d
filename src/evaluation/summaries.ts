import { sumHalves } from "../values/exact";
import type { Settings } from "../settings/types";
import type { RosterSeries } from "../tables/roster/series";
import type { CertificateGroup, Roster, RosterGroup, RosterPerson } from "../tables/roster/types";
import type { Period } from "../values/period";
import { evaluateRoster } from "./roster";
import type { RosterEvaluation, SummaryEvaluation } from "./types";

/** A table that gathers rosters' months, with the persons of those rosters; none where its months are not those of a roster or of rosters that belong together. */
export function evaluateSummaries(
  summaries: readonly Roster[], alone: readonly RosterEvaluation[], series: readonly { readonly series: RosterSeries; readonly evaluated: RosterEvaluation }[],
  titled: readonly Period[], settings: Settings
): SummaryEvaluation[] {
  const units = [
    ...series.map(({ series: { parts, by }, evaluated }) => ({ parts, whole: evaluated, persons: by === "groups" ? parts.flatMap((part) => part.persons) : evaluated.roster.persons })),
    ...alone.map((own) => ({ parts: [own.roster], whole: own, persons: own.roster.persons }))
  ].sort((a, b) => b.persons.length - a.persons.length);
  return summaries.flatMap((summary) => {
    const unit = units.find(({ parts, whole }) => sameMonths(summary, whole.roster) && parts.every(({ sheet }) => sheet !== summary.sheet)
      && summary.groups.every(({ group }) => whole.roster.persons.some((person) => person.group === group)));
    if (!unit) return [];
    const persons = unit.persons.map((person): RosterPerson => ({ ...person, total: null }));
    const roster: Roster = {
      ...unit.whole.roster, sheet: summary.sheet, rect: summary.rect, title: summary.title, titleAt: summary.titleAt,
      persons, groups: groupsOf(summary, persons), vacancies: [], grandTotal: null, grandEffective: summary.grandEffective,
      retention: summary.retention, retentionLabelAt: summary.retentionLabelAt, statedDue: null, otherHeads: []
    };
    const evaluated = evaluateRoster(roster, titled, settings);
    return [{ ...evaluated, retention: { ...unit.whole.retention, printed: summary.retention?.number ?? null }, parts: unit.parts }];
  });
}

function sameMonths(summary: Roster, { months }: Roster): boolean {
  return summary.months.length === months.length && summary.months.every(({ month }, m) => month === months[m]!.month);
}

/** The persons by their certificate, with the row that the summary has for them. */
function groupsOf({ groups }: Roster, persons: readonly RosterPerson[]): RosterGroup[] {
  return (["certified", "uncertified", null] as const).flatMap((group): RosterGroup[] => {
    const own = persons.flatMap((person, i) => (person.group === group ? [i] : []));
    return own.length === 0 ? [] : [{ group, persons: own, subtotal: null, effective: groups.find((row) => row.group === group)?.effective ?? null }];
  });
}

/** What the rosters themselves print for a month of a group, or of all (null, with the groups' rows where there is no other); null where one of them prints nothing. */
export function printedByParts({ parts }: SummaryEvaluation, group: CertificateGroup | "all", month: number): number | null {
  const numbers = parts.flatMap((part) => {
    const rows = group !== "all" ? part.groups.filter((own) => own.group === group && own.persons.length > 0).map(({ effective }) => effective)
      : part.grandEffective ? [part.grandEffective] : part.groups.filter(({ persons }) => persons.length > 0).map(({ effective }) => effective);
    return rows.map((row) => row?.months[month]?.number ?? null);
  });
  return numbers.length > 0 && numbers.every((number) => number !== null) ? sumHalves(numbers) : null;
}
