import { say } from "../messages";
import { headOf, type FindingParts } from "./finding";
import type { StationPerson } from "../report/people";
import type { Sitting } from "./sitting";
import type { MidReview, Span } from "./types";

const valueIn = (person: StationPerson, month: string): number | null => person.months.find(({ key }) => key === month)?.value ?? null;
const monthsOf = ({ people }: Sitting): string[] => people[0]?.months.map(({ key }) => key) ?? [];

/** Persons by name; nobody who is named twice, nor who is not named. */
function byName(people: readonly StationPerson[]): ReadonlyMap<string, StationPerson> {
  const known = new Map<string, StationPerson | null>();
  for (const person of people) if (person.name !== null) known.set(person.name, known.has(person.name) ? null : person);
  return new Map([...known].flatMap(([name, person]) => (person ? [[name, person] as const] : [])));
}

/** The two rosters against each other: the months that both have, or who was there at the end of one and the start of the other. */
export function staffFindings(mid: Sitting, final: Sitting, span: Span): FindingParts[] {
  const [before, after] = [byName(mid.people), byName(final.people)];
  if (before.size === 0 || after.size === 0) return [];
  return [...samePersons(before, after), ...(span === "whole" ? sharedMonths(mid, final, before, after) : handover(mid, final, before, after))];
}

/** Whoever is in both rosters has the certificate that there was, and the contract that was signed, unless 备注 speaks of either. */
function samePersons(before: ReadonlyMap<string, StationPerson>, after: ReadonlyMap<string, StationPerson>): FindingParts[] {
  return [...after].flatMap(([name, person]) => {
    const earlier = before.get(name);
    if (!earlier) return [];
    const { group, contract, remark, label } = person;
    const lost = group !== null && earlier.group !== null && group !== earlier.group && !/证|资格|考/.test(remark);
    const began = contract?.start ?? null;
    const was = earlier.contract?.start ?? null;
    // A new contract begins where the former ended; one that begins earlier than was said, or inside it, was written otherwise.
    const isOther = began !== null && was !== null && began !== was && earlier.contract!.end === contract!.end && !/合同|续签/.test(remark);
    return [
      ...(lost ? [personFinding(person, "group", say("mid-person-group", { person: label, mid: say(`mid-group-${earlier.group!}`), final: say(`mid-group-${group}`) }))] : []),
      ...(isOther ? [{ ...personFinding(person, "contract", say("mid-person-contract", { person: label, mid: was, final: began })), at: contract!.at, actual: began, expected: was }] : [])
    ];
  });
}

/** A month of the first half counts what it counted at mid-term, for everybody. */
function sharedMonths(mid: Sitting, final: Sitting, before: ReadonlyMap<string, StationPerson>, after: ReadonlyMap<string, StationPerson>): FindingParts[] {
  const known = new Set(monthsOf(final));
  const shared = monthsOf(mid).filter((month) => known.has(month));
  const wasThere = (person: StationPerson): boolean => shared.some((month) => (valueIn(person, month) ?? 0) > 0);
  return [
    ...[...after].flatMap(([name, person]) => {
      const earlier = before.get(name);
      if (!earlier) return wasThere(person) && !isNamed(mid, name) ? [personFinding(person, "new", say("mid-person-new", { person: person.label }))] : [];
      const others = shared.filter((month) => valueIn(person, month) !== valueIn(earlier, month));
      if (others.length === 0) return [];
      const list = others.map((month) => say("mid-person-month", { month, mid: valueIn(earlier, month)!, final: valueIn(person, month)! }));
      return [personFinding(person, "months", say("mid-person-differs", { person: person.label, months: list }))];
    }),
    ...[...before].filter(([name, person]) => !isNamed(final, name) && wasThere(person)).map(([, person]) => missing(person, final))
  ];
}

/** Who was there in the last month is there in the next, or left; who is there then was there before, or joined. */
function handover(mid: Sitting, final: Sitting, before: ReadonlyMap<string, StationPerson>, after: ReadonlyMap<string, StationPerson>): FindingParts[] {
  const last = monthsOf(mid).at(-1);
  const first = monthsOf(final)[0];
  if (last === undefined || first === undefined) return [];
  const has = (person: StationPerson, kind: "join" | "leave"): boolean => person.events.some((event) => event.kind === kind && (event.month === null || (event.month >= last && event.month <= first)));
  return [
    ...[...before].flatMap(([name, person]) => {
      if (!((valueIn(person, last) ?? 0) > 0) || has(person, "leave")) return [];
      const later = after.get(name);
      if (!later) return isNamed(final, name) ? [] : [missing(person, final)];
      return valueIn(later, first) === 0 && !has(later, "leave") ? [personFinding(later, "away", say("mid-person-away", { person: later.label, last, first }))] : [];
    }),
    ...[...after].flatMap(([name, person]) => {
      if (!((valueIn(person, first) ?? 0) > 0) || has(person, "join") || (person.contractFrom !== null && person.contractFrom >= last)) return [];
      const earlier = before.get(name);
      const wasAway = earlier ? valueIn(earlier, last) === 0 : !isNamed(mid, name);
      return wasAway ? [personFinding(person, "came", say("mid-person-came", { person: person.label, last, first }))] : [];
    })
  ];
}

/** Also where several bear the name. */
function isNamed({ people }: Sitting, name: string): boolean {
  return people.some((person) => person.name === name);
}

function personFinding(person: StationPerson, what: string, message: FindingParts["message"]): FindingParts {
  return { rule: "mid-staff", at: person.at, message, basis: "basis-mid-staff", key: `no:${person.no ?? person.label} ${what}`, actual: person.no === null ? "" : String(person.no) };
}

function missing(person: StationPerson, final: Sitting): FindingParts {
  return { rule: "mid-staff", at: final.people[0]?.at ?? headOf(final), message: say("mid-person-missing", { person: person.label }), basis: "basis-mid-staff", key: `missing no:${person.no ?? person.label}` };
}

/** 稳岗率 over the year: on duty in every month of both rosters. */
export function retentionOverYear(mid: Sitting, final: Sitting): MidReview["retention"] {
  const headcount = final.report.evaluation?.retention?.headcount;
  if (!headcount || final.people.length === 0) return null;
  const before = byName(mid.people);
  const stayed = (person: StationPerson | undefined): boolean => person !== undefined && person.months.every(({ value }) => value > 0);
  const months = new Set(monthsOf(final));
  const covers = monthsOf(mid).every((month) => months.has(month));
  const retained = final.people.filter((person) => stayed(person) && (covers || (person.name !== null && stayed(before.get(person.name))))).length;
  return { retained, headcount, rate: retained / headcount };
}
