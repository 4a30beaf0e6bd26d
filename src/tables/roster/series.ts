import { normalise } from "../../values/text";
import { FEW_IN_COMMON, SAME_STAFF } from "./limits";
import { indexOf } from "./months";
import { joinedRemark } from "./remarks";
import type { Mark, Roster, RosterGroup, RosterMonth, RosterPerson } from "./types";

/** Several rosters that are parts of one: a sheet a month, or a sheet for those with a certificate and one for the others. */
export interface RosterSeries {
  readonly parts: readonly Roster[];
  readonly by: "months" | "groups";
  /** All parts as one. What they print stays theirs. */
  readonly roster: Roster;
  /** The parts speak of the same persons, month after month; without that only their months belong together. */
  readonly oneStaff: boolean;
}

/** The rosters that belong together, of those that are shown. */
export function rosterSeries(rosters: readonly Roster[]): RosterSeries[] {
  const shown = rosters.filter((roster) => !roster.hidden && roster.months.every((month) => month.yearKnown));
  const groups = partitioned(shown, (parts, roster) => parts.every((part) => sameStation(part, roster) && sameMonths(part, roster) && areOthers(part, roster)))
    .map((parts) => ({ parts, roster: parts.length > 1 ? joinedGroups(parts) : parts[0]! }));
  const inTime = [...groups].sort((a, b) => indexOf(a.roster.months[0]!) - indexOf(b.roster.months[0]!));
  const chains = partitioned(inTime, (units, unit) => sameStation(units.at(-1)!.roster, unit.roster) && follows(units.at(-1)!.roster, unit.roster));
  return [
    ...groups.filter(({ parts }) => parts.length > 1).map(({ parts, roster }): RosterSeries => ({ parts, by: "groups", roster, oneStaff: true })),
    ...chains.filter((units) => units.length > 1).map((units): RosterSeries => {
      const wholes = units.map(({ roster }) => roster);
      return {
        parts: units.flatMap(({ parts }) => parts), by: "months", roster: joinedMonths(wholes),
        oneStaff: wholes.every((roster, i) => i === 0 || inCommon(wholes[i - 1]!, roster) >= SAME_STAFF)
      };
    })
  ];
}

/** Puts each item into the first group that takes it. */
function partitioned<T>(items: readonly T[], belongs: (group: readonly T[], item: T) => boolean): T[][] {
  const groups: T[][] = [];
  for (const item of items) {
    const group = groups.find((own) => belongs(own, item));
    if (group) group.push(item);
    else groups.push([item]);
  }
  return groups;
}

function sameStation(a: Roster, b: Roster): boolean {
  return a.station === "" || b.station === "" || normalise(a.station) === normalise(b.station);
}

function sameMonths(a: Roster, b: Roster): boolean {
  return a.months.length === b.months.length && a.months.every((month, m) => month.key === b.months[m]!.key);
}

/** Does one begin in the month after the other's last, within the same year of the agreement? */
function follows(before: Roster, after: Roster): boolean {
  const sameYear = before.agreement === null || after.agreement === null || before.agreement.start === after.agreement.start;
  return sameYear && indexOf(after.months[0]!) === indexOf(before.months.at(-1)!) + 1;
}

/** Other persons: by their certificates, but for one who was listed twice, or by their names. */
function areOthers(a: Roster, b: Roster): boolean {
  const [one, other] = [a, b].map(({ persons }) => new Set(persons.map(({ group }) => group)));
  const apart = one!.size === 1 && other!.size === 1 && !one!.has(null) && !other!.has(null) && ![...one!].some((group) => other!.has(group));
  return inCommon(a, b) < (apart ? SAME_STAFF : FEW_IN_COMMON);
}

/** The share of the smaller roster's persons whose names stand in the other. */
function inCommon(a: Roster, b: Roster): number {
  const names = new Set(a.persons.map(({ name }) => normalise(name)));
  return b.persons.filter(({ name }) => names.has(normalise(name))).length / Math.min(a.persons.length, b.persons.length);
}

const NOTHING_PRINTED = { grandTotal: null, grandEffective: null, statedDue: null, partTotals: [], otherHeads: [] } as const;

function joinedGroups(parts: readonly Roster[]): Roster {
  const persons = parts.flatMap((part) => part.persons.map((person) => ({ ...person, parts: [], total: null, senior: null })));
  const printed = parts.find(({ retention }) => retention !== null) ?? parts[0]!;
  return {
    ...parts[0]!, ...NOTHING_PRINTED, persons, groups: byCertificate(persons), vacancies: parts.flatMap(({ vacancies }) => vacancies),
    retention: printed.retention, retentionLabelAt: printed.retentionLabelAt, agreement: parts.find(({ agreement }) => agreement)?.agreement ?? null
  };
}

/** The persons by their certificate, without rows that sum them up. */
export function byCertificate(persons: readonly RosterPerson[]): RosterGroup[] {
  return (["certified", "uncertified", null] as const).flatMap((group) => {
    const own = persons.flatMap((person, i) => (person.group === group ? [i] : []));
    return own.length === 0 ? [] : [{ group, persons: own, subtotal: null, effective: null }];
  });
}

function joinedMonths(parts: readonly Roster[]): Roster {
  const months = parts.flatMap((part) => part.months);
  const keys = new Set(parts.flatMap((part) => part.persons.map((person) => keyIn(part, person))));
  const persons = [...keys].map((key) => joinedPerson(parts, parts.map((part) => part.persons.find((person) => keyIn(part, person) === key) ?? null)));
  return {
    ...parts[0]!, ...NOTHING_PRINTED, months, persons, groups: byCertificate(persons), vacancies: [], retention: null, retentionLabelAt: null,
    period: null, agreement: parts.find(({ agreement }) => agreement)?.agreement ?? null
  };
}

/** Persons are known again by their names; namesakes within a part by their numbers, too. */
function keyIn(part: Roster, { name, no }: RosterPerson): string {
  const plain = normalise(name);
  return part.persons.filter((other) => normalise(other.name) === plain).length > 1 ? `${plain}#${no}` : plain;
}

function joinedPerson(parts: readonly Roster[], found: readonly (RosterPerson | null)[]): RosterPerson {
  const known = found.filter((person) => person !== null);
  const first = known[0]!;
  const last = known.at(-1)!;
  return {
    ...first, group: last.group, certificate: last.certificate, contract: (known.find(({ contract }) => contract.text !== "") ?? first).contract,
    remark: joinedRemark(known.map(({ remark }) => remark)), parts: [], total: null, senior: null,
    marks: parts.flatMap((part, p) => found[p]?.marks ?? part.months.map((month) => notListed(part, month)))
  };
}

/** Who is not listed in a month was not there. */
function notListed(part: Roster, month: RosterMonth): Mark[] {
  return month.columns.map(() => ({ at: month.head, kind: "absent", share: part.numbers ? 0 : null, text: "", formula: null, textual: false }));
}
