import { say, type Sentence } from "../messages";
import type { StationPerson } from "../report/people";
import type { WorkbookReport } from "../report/types";
import { normalise } from "../values/text";
import { cellName } from "../workbook";

/** A workbook of a district with the persons of its roster. */
export interface Submission {
  readonly report: WorkbookReport;
  readonly people: readonly StationPerson[];
}

/** Something that only several stations together show: asked of each of them, accused of neither. */
export interface AcrossQuestion {
  readonly kind: "person-twice" | "transfer" | "copied-targets" | "copied-done" | "copied-roster";
  /** Indices of the submissions, with the cell that each should look at. */
  readonly places: readonly { readonly submission: number; readonly sheet: string; readonly cell: string }[];
  readonly message: Sentence;
}

/** Two rosters that share so many persons are one roster handed in twice, not persons at two stations. */
const COPIED_ROSTER = { least: 5, share: 0.5 };
/** So many numbers, of those that both have, must be equal before anybody is asked. */
const COPIED_NUMBERS = { least: 8, share: 0.9 };
/** Small numbers are equal by chance. */
const SMALL = 10;
/** What so many stations share is the district's own: a name that many bear, targets that all agreed to. */
const COMMON = 3;

/** What the stations of a district should be asked about each other. Several workbooks of one station are none of it. */
export function acrossStations(submissions: readonly Submission[]): AcrossQuestion[] {
  const pairs = submissions.flatMap((a, i) => submissions.flatMap((b, j) => (i < j && areDifferent(a, b) ? [{ a, b, i, j }] : [])));
  const copied = pairs.filter(({ a, b }) => isCopied(a, b));
  const apart = pairs.filter((pair) => !copied.includes(pair));
  return [
    ...copied.map(({ a, b, i, j }): AcrossQuestion => ({ kind: "copied-roster", places: [rosterPlace(a, i), rosterPlace(b, j)], message: say("across-copied-roster", { count: shared(a, b).length, a: nameOf(a), b: nameOf(b) }) })),
    ...apart.flatMap((pair) => twice(pair, submissions)),
    ...submissions.flatMap((each, index) => transfers(each, index, submissions)),
    ...(["target", "done"] as const).flatMap((role) => copiedNumbers(pairs, role, submissions))
  ];
}

interface Pair {
  readonly a: Submission;
  readonly b: Submission;
  readonly i: number;
  readonly j: number;
}

function areDifferent({ report: a }: Submission, { report: b }: Submission): boolean {
  return a.station !== null && b.station !== null && normalise(a.station) !== normalise(b.station);
}

function nameOf({ report }: Submission): string {
  return report.station ?? report.file;
}

function placeOf(person: StationPerson, submission: number): AcrossQuestion["places"][number] {
  return { submission, sheet: person.at.sheet, cell: cellName(person.at.row, person.at.column) };
}

function rosterPlace({ people: [first] }: Submission, submission: number): AcrossQuestion["places"][number] {
  return placeOf(first!, submission);
}

/** The persons of both rosters by name. */
function shared(a: Submission, b: Submission): { one: StationPerson; other: StationPerson }[] {
  const known = new Map(b.people.flatMap((person) => (person.name !== null && person.isPersonal ? [[person.name, person] as const] : [])));
  return a.people.flatMap((one) => {
    const other = one.name === null ? undefined : known.get(one.name);
    return other ? [{ one, other }] : [];
  });
}

function isCopied(a: Submission, b: Submission): boolean {
  const count = shared(a, b).length;
  return count >= COPIED_ROSTER.least && count >= COPIED_ROSTER.share * Math.min(a.people.length, b.people.length);
}

/** The same person counts more than one month's worth in a month of two rosters. */
function twice({ a, b, i, j }: Pair, submissions: readonly Submission[]): AcrossQuestion[] {
  return shared(a, b).flatMap(({ one, other }) => {
    if (submissions.filter(({ people }) => people.some(({ name }) => name === one.name)).length > COMMON) return [];
    const months = one.months.filter(({ key, value }) => value > 0 && value + (other.months.find((month) => month.key === key && month.value > 0)?.value ?? -1) > 1).map(({ key }) => key);
    if (months.length === 0) return [];
    return [{ kind: "person-twice", places: [placeOf(one, i), placeOf(other, j)], message: say("across-person-twice", { a: nameOf(a), one: one.label, b: nameOf(b), other: other.label, months: months.join("、") }) }];
  });
}

/** 转出到昌华, 从昌华社工站转入: the other station's roster must have the person, where it is among the workbooks. */
function transfers(from: Submission, index: number, submissions: readonly Submission[]): AcrossQuestion[] {
  return from.people.flatMap((person) => (person.name === null || !person.isPersonal ? [] : otherStations(person.remark).flatMap(({ word, kind }): AcrossQuestion[] => {
    const others = submissions.flatMap((each, i) => (areDifferent(from, each) && normalise(each.report.station!).includes(word) && each.people.length > 0 ? [i] : []));
    if (others.length === 0 || others.some((i) => submissions[i]!.people.some(({ name }) => name === person.name))) return [];
    const month = person.events.find((event) => event.kind === kind)?.month ?? null;
    const covering = others.filter((i) => month === null || submissions[i]!.people[0]!.months.some(({ key }) => key === month));
    return covering.slice(0, 1).map((i) => ({
      kind: "transfer", places: [placeOf(person, index), rosterPlace(submissions[i]!, i)],
      message: say(kind === "leave" ? "across-transfer-out" : "across-transfer-in", { a: nameOf(from), one: person.label, b: nameOf(submissions[i]!) })
    }));
  })));
}

function otherStations(remark: string): { word: string; kind: "join" | "leave" }[] {
  const text = normalise(remark);
  const found = (pattern: RegExp, kind: "join" | "leave"): { word: string; kind: "join" | "leave" }[] => [...text.matchAll(pattern)].map((match) => ({ word: match[1]!, kind }));
  return [
    ...found(/(?:转出|调出|转岗|调动|转|调)(?:到|至|往|去)([\p{Script=Han}]{2,10}?)(?:街|镇|社工|站|$|[,，。;；(])/gu, "leave"),
    ...found(/(?:^|[从由自日月号,，。;；])([\p{Script=Han}]{2,10}?)(?:街|镇)?(?:社工(?:服务)?站)?(?:转入|调入)/gu, "join")
  ];
}

/** Equal numbers in a row of many, unless so many stations share them that they are the district's own. */
function copiedNumbers(pairs: readonly Pair[], role: "target" | "done", submissions: readonly Submission[]): AcrossQuestion[] {
  const alike = pairs.filter(({ a, b }) => samePeriod(a, b) && areEqual(numbersOf(a, role), numbersOf(b, role)));
  return alike.filter(({ i, j }) => alike.filter((pair) => [pair.i, pair.j].some((one) => one === i || one === j)).length <= COMMON || submissions.length <= COMMON).map(({ a, b, i, j }) => {
    const [mine, theirs] = [numbersOf(a, role), numbersOf(b, role)];
    const first = [...mine].find(([key, { value }]) => theirs.get(key)?.value === value)![0];
    return {
      kind: `copied-${role}s`.replace("dones", "done") as "copied-targets" | "copied-done", places: [{ submission: i, ...mine.get(first)!.at }, { submission: j, ...theirs.get(first)!.at }],
      message: say(role === "target" ? "across-copied-targets" : "across-copied-done", { a: nameOf(a), b: nameOf(b), count: [...mine].filter(([key, { value }]) => theirs.get(key)?.value === value).length, of: [...mine].filter(([key]) => theirs.has(key)).length })
    };
  });
}

function samePeriod({ report: { period: a } }: Submission, { report: { period: b } }: Submission): boolean {
  return a === null || b === null || (a.start.slice(0, 7) === b.start.slice(0, 7) && a.end.slice(0, 7) === b.end.slice(0, 7));
}

type Numbers = ReadonlyMap<string, { readonly value: number; readonly at: { readonly sheet: string; readonly cell: string } }>;

const numbers = new WeakMap<WorkbookReport, Map<string, Numbers>>();

/** What the matrices, lists and cards say of each indicator, that of an area by the area's place: areas are called alike everywhere. */
function numbersOf({ report }: Submission, role: "target" | "done"): Numbers {
  let known = numbers.get(report);
  if (!known) numbers.set(report, (known = new Map()));
  let found = known.get(role);
  if (!found) {
    const areas = [...new Set((report.evaluation?.indicators ?? []).flatMap(({ area }) => area ?? []))];
    found = new Map((report.evaluation?.indicators ?? []).flatMap(({ subject, area, sheet, cell, ...row }) => {
      const value = row[role];
      return value === null || value < SMALL ? [] : [[`${subject}|${area === null ? "" : areas.indexOf(area)}`, { value, at: { sheet, cell } }] as const];
    }));
    known.set(role, found);
  }
  return found;
}

function areEqual(a: Numbers, b: Numbers): boolean {
  const both = [...a].filter(([key]) => b.has(key));
  const same = both.filter(([key, { value }]) => b.get(key)!.value === value);
  return same.length >= COPIED_NUMBERS.least && same.length >= COPIED_NUMBERS.share * both.length && new Set(same.map(([, { value }]) => value)).size >= COPIED_NUMBERS.least / 2;
}
