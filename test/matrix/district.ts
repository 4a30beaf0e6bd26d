import { acrossStations, type AcrossQuestion, type Submission } from "../../src/comparison";
import { holdAgainstMid, type Sitting } from "../../src/review";
import { build, FAMILIES, Random, ROSTER_FAMILIES, type Built } from "../generator";
import { count, freeIndicators, numericRates } from "../generator/errors/tools";
import { chineseDay, shiftDay } from "../generator/period";
import { SECRET_CHANGES, type Secret } from "../generator/secrets";
import { sittingOf, submissionOf } from "./checked";
import { specLabel } from "./measure";
import { indicatorSpec, rosterSpec } from "./plan";
import type { ReviewCase } from "./review";

/** What of two evaluations of one year, and of several stations, must be said. */
export function measureDistrict(): ReviewCase[] {
  return [...midTerm(), ...staffAtTheEnd(), ...across()];
}

/** Every text of a workbook, changed. */
export function retitle({ draft }: Built, change: (text: string) => string): void {
  for (const sheet of draft.sheets) for (const cell of sheet.cells.values()) if (typeof cell.value === "string" && !cell.formula) cell.value = change(cell.value);
}

const DAY = /(\d{4})年(\d{1,2})月(\d{1,2})日/g;

/** The same workbook at the end of the year: its period ends five months later, more is done. */
export function later(built: Built): Built {
  retitle(built, (text) => {
    const [start, end] = [...text.matchAll(DAY)];
    // The agreement is the same, and so is what a remark says, a line a day.
    if (!end || text.includes("协议时间") || text.slice(start!.index, end.index).includes("\n")) return text;
    const [year, month, day] = end.slice(1).map(Number);
    return text.slice(0, end.index) + chineseDay(shiftDay({ year: year!, month: month!, day: day! }, 150)) + text.slice(end.index + end[0].length);
  });
  return built;
}

function midTerm(): ReviewCase[] {
  const specs = Object.keys(FAMILIES).map((family) => indicatorSpec(family, 2));
  const seeds: readonly [string, string | null, (built: Built, random: Random) => boolean][] = [
    ["the year goes on", null, () => true],
    ["final: less is done than at mid-term", "mid-done", (built, random) => {
      const rate = freeIndicators(built, random, (each) => each.values === "per-area").flatMap(({ areas }) => areas).find((each) => (count(built, each.done) ?? 0) > 6 && !built.draft.cell(each.done)!.formula);
      if (rate) built.draft.type(rate.done, count(built, rate.done)! - 5);
      return rate !== undefined;
    }],
    ["final: another target than at mid-term", "mid-target", (built, random) => {
      const rate = numericRates(built, random, (each) => each.row !== "total" && !built.draft.cell(each.target)!.formula && (count(built, each.target) ?? 0) > 3)[0];
      if (rate) built.draft.type(rate.target, rate.unit ? `${count(built, rate.target)! - 2}${rate.unit}` : count(built, rate.target)! - 2);
      return rate !== undefined;
    }]
  ];
  return seeds.map(([label, rule, change]) => {
    const misses: string[] = [];
    let [found, of, wrongly] = [0, 0, 0];
    for (const spec of specs) {
      const final = later(build(spec));
      if (!change(final, new Random(`${label} ${specLabel(spec)}`))) continue;
      final.draft.recalculate();
      const mid = sitting(build(spec));
      const end = sitting(final);
      // Without a later period, or with one that is written in other words, the generator made no final workbook.
      if (mid.report.period === null || end.report.period === null || end.report.period.end <= mid.report.period.end) continue;
      const { findings } = holdAgainstMid(mid, end);
      const other = findings.filter((finding) => finding.rule !== rule);
      of++;
      if (rule === null || findings.some((finding) => finding.rule === rule)) found++;
      else misses.push(`MISSED ${label}: ${specLabel(spec)}`);
      wrongly += other.length;
      if (other.length > 0) misses.push(`FALSE ${label}: ${specLabel(spec)} ${other.map(({ rule: id, cell, message }) => `${id} ${cell} ${message}`).slice(0, 3).join("; ")}`);
    }
    return { label, found, of, false: wrongly, misses };
  });
}

/** The roster of the whole year is that of the first half, whose months count what they counted: what a station changed of it must be said. */
function staffAtTheEnd(): ReviewCase[] {
  const specs = Object.keys(ROSTER_FAMILIES).flatMap((family) => [1, 2, 3].map((seed) => rosterSpec(family, seed, true)));
  const secretly = (id: string, built: Built, random: Random): Secret | null => SECRET_CHANGES.find((secret) => secret.id === id)!.apply(built, random);
  const changes: readonly (readonly [string, (built: Built, random: Random) => Secret | null])[] = [
    ["a person's row is taken out", (built, random) => secretly("person-gone", built, random)],
    // What the remark says of joining would let the ticks count nothing.
    ["ticks are put in where somebody was absent, and the remark is taken out", (built, random) => {
      const done = secretly("tick-added", built, random);
      const person = built.roster!.people.find(({ no }) => no.sheet === done?.at.sheet && no.row === done.at.row);
      if (person) built.draft.type(person.remark, null);
      return person ? done : null;
    }]
  ];
  return changes.map(([description, apply]) => {
    const label = `final: of the first half, ${description}`;
    const misses: string[] = [];
    let [found, of, wrongly] = [0, 0, 0];
    for (const spec of specs) {
      const built = build(spec);
      const done = apply(built, new Random(`${label} ${specLabel(spec)}`));
      if (!done) continue;
      const final = later({ ...built, draft: done.draft ?? built.draft });
      final.draft.recalculate();
      const [mid, end] = [sitting(build(spec)), sitting(final)];
      if (mid.report.period === null || end.report.period === null || end.report.period.end <= mid.report.period.end) continue;
      const { findings } = holdAgainstMid(mid, end);
      const other = findings.filter(({ rule }) => rule !== "mid-staff");
      of++;
      if (findings.some(({ rule }) => rule === "mid-staff")) found++;
      else misses.push(`MISSED ${label}: ${specLabel(spec)}`);
      wrongly += other.length;
      if (other.length > 0) misses.push(`FALSE ${label}: ${specLabel(spec)} ${other.map(({ rule, cell, message }) => `${rule} ${cell} ${message}`).slice(0, 3).join("; ")}`);
    }
    return { label, found, of, false: wrongly, misses };
  });
}

export function sitting(built: Built): Sitting {
  return sittingOf(built.draft.toWorkbook(), built, specLabel(built.spec));
}

const STEMS = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥";

/** A station of the district with a name of its own, its persons with names that no other has. */
function station(index: number, seed: number, change: (built: Built) => void = () => undefined): Submission {
  const families = Object.keys(ROSTER_FAMILIES);
  const built = build(rosterSpec(families[seed % families.length]!, seed + 1, true));
  const { station: written } = submissionOf(built.draft.toWorkbook(), { ...built, settings: null }).report;
  built.roster!.people.forEach((person, i) => built.draft.type(person.name, `${STEMS[i % 10]!}${BRANCHES[i % 12]!}${STEMS[index % 10]!}`));
  change(built);
  const own = `广州市${BRANCHES[index]!}街社工站`;
  retitle(built, (text) => (written ? text.replace(written, own) : text));
  built.draft.recalculate();
  return submissionOf(built.draft.toWorkbook(), built, `${own}.xlsx`);
}

const STATIONS = 8;

function across(): ReviewCase[] {
  const district = (changes: Readonly<Record<number, (built: Built) => void>> = {}, copy: readonly [number, number] | null = null): Submission[] =>
    Array.from({ length: STATIONS }, (_, i) => station(i, copy && i === copy[1] ? copy[0] : i, changes[i]));
  /** `kind` must be asked between these stations; what else a copy brings along may be. */
  const measured = (label: string, kind: AcrossQuestion["kind"] | null, between: readonly number[], submissions: readonly Submission[], along: readonly AcrossQuestion["kind"][] = []): ReviewCase => {
    const questions = acrossStations(submissions);
    const isMeant = (question: AcrossQuestion): boolean => (question.kind === kind || along.includes(question.kind)) && question.places.every(({ submission }) => between.includes(submission));
    const wrong = questions.filter((question) => !isMeant(question));
    const isFound = kind === null || questions.some((question) => question.kind === kind && isMeant(question));
    return {
      label, found: isFound ? 1 : 0, of: 1, false: wrong.length,
      misses: [...(isFound ? [] : [`MISSED ${label}`]), ...wrong.map(({ kind: other, places }) => `FALSE ${label}: ${other} ${JSON.stringify(places)}`)]
    };
  };
  const named = (built: Built): void => {
    const person = built.roster!.people.find(({ plan }) => plan.halves.every((half) => half === 2))!;
    built.draft.type(person.name, "子虚乌");
  };
  const leaving = (built: Built): void => void built.draft.type(built.roster!.people[0]!.remark, `转出到${BRANCHES[3]!}街社工站`);
  return [
    measured("eight stations of their own", null, [], district()),
    measured("two stations with one set of tables", "copied-done", [2, 5], district({}, [2, 5]), ["copied-targets"]),
    // In the same months, so that they meet.
    measured("one person at two stations", "person-twice", [2, 5], district({ 2: named, 5: named }, [2, 5]), ["copied-targets", "copied-done"]),
    measured("transferred to a station that does not know it", "transfer", [0, 3], district({ 0: leaving }))
  ];
}
