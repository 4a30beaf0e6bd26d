import { acrossStations, type AcrossQuestion, type Submission } from "../../src/comparison";
import { holdAgainstMid } from "../../src/review";
import type { CellAddress } from "../../src/workbook";
import { build, Random, ROSTER_FAMILIES, type Built, type Spec } from "../generator";
import { SEEDED_ERRORS, type SeededError } from "../generator/errors";
import { count, freeIndicators, numericRates } from "../generator/errors/tools";
import { SECRET_CHANGES } from "../generator/secrets";
import { submissionOf } from "./checked";
import { later, retitle, sitting } from "./district";
import { rosterSpec } from "./plan";
import { appearedIn, changedAt, findingsOf, inState, pairOf, place, seeded, told, unaskedRoots, type Expected, type ReviewCase, type Trial } from "./review";

/** So many stations has a district; a smaller one is drawn from the same stations. */
export const STATIONS = 40;

const STEMS = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
const FAMILIES = Object.keys(ROSTER_FAMILIES);

/** A station of the district: its mid-term workbook is right, with a name of its own and persons that no other has. */
interface Seat {
  readonly index: number;
  readonly name: string;
  readonly spec: Spec;
  readonly make: () => Built;
  /** What its right workbook draws all the same. */
  readonly clean: ReadonlySet<string>;
}

/** `like`: the tables are those of that station. */
function seatOf(index: number, like = index): Seat {
  const spec = rosterSpec(FAMILIES[like % FAMILIES.length]!, Math.floor(like / FAMILIES.length) + 1, true);
  const own = `${STEMS[index % STEMS.length]}${BRANCHES[index % BRANCHES.length]}`;
  const name = `广州市${own}街社工站`;
  const make = (): Built => {
    const built = build(spec);
    const { station } = submissionOf(built.draft.toWorkbook(), { ...built, settings: null }).report;
    built.roster!.people.forEach((person, i) => built.draft.type(person.name, `${STEMS[i % STEMS.length]}${BRANCHES[i % BRANCHES.length]}${own}`));
    retitle(built, (text) => (station ? text.replace(station, name) : text));
    built.draft.recalculate();
    return built;
  };
  let clean: ReadonlySet<string> | null = null;
  return { index, name, spec, make, get clean() { return (clean ??= findingsOf(make())); } };
}

/** What of the whole district was found, of what was seeded, and what was said without ground. */
export function measureWholeDistrict(stations = STATIONS): ReviewCase[] {
  const seats = Array.from({ length: stations }, (_, index) => seatOf(index));
  const counts = new Counts(`district of ${stations} stations × first, resubmitted, mid, final`);
  for (const seat of seats) {
    resubmitted(seat, counts);
    final(seat, counts);
  }
  across(seats, counts);
  return counts.cases();
}

/** Found and falsely reported, by what was seeded. */
class Counts {
  private readonly kinds = new Map<string, { found: number; of: number; false: number; misses: string[] }>();

  constructor(private readonly title: string) {}

  add(kind: string, where: string, isFound: boolean, wrong: readonly string[], of = 1): void {
    const known = this.kinds.get(kind) ?? { found: 0, of: 0, false: 0, misses: [] };
    this.kinds.set(kind, known);
    known.of += of;
    known.found += isFound ? of : 0;
    known.false += wrong.length;
    if (!isFound) known.misses.push(`MISSED ${this.title}: ${kind}: ${where}`);
    if (wrong.length > 0) known.misses.push(`FALSE ${this.title}: ${kind}: ${where} ${wrong.slice(0, 4).join("; ")}`);
  }

  cases(): ReviewCase[] {
    return [...this.kinds].map(([kind, counted]) => ({ label: `${this.title}: ${kind}`, ...counted }));
  }
}

/** Not those that need another number beside them to be right today: it would be changed as well. */
const MISTAKES = SEEDED_ERRORS.filter(({ id, kind, severity, slip }) => kind !== "scores" && severity === "error" && !slip && !id.endsWith("-lucky"));

/** The first mistakes, from one that the station's number chooses on, that the workbook has a place for, in cells of their own. */
function mistakesFor({ index, spec, make, clean }: Seat, many: number, away: readonly CellAddress[] = []): { errors: readonly SeededError[]; wrong: NonNullable<ReturnType<typeof seeded>> } {
  const errors: SeededError[] = [];
  for (let i = 0; errors.length < many; i++) {
    const error = MISTAKES[(index * 5 + i * 7) % MISTAKES.length]!;
    const wrong = errors.includes(error) ? null : seeded([...errors, error], spec, make);
    if (!wrong) continue;
    const places = wrong.accept.map((cells) => new Set(cells.map(place)));
    const isApart = places.every((own, i) => places.every((other, j) => i === j || ![...own].some((cell) => other.has(cell)))) && !away.some((at) => places.some((own) => own.has(place(at))));
    const found = [...findingsOf(wrong.built)].filter((finding) => !clean.has(finding));
    // In another layout a mistake may be no contradiction.
    if (isApart && places.every((own) => found.some((finding) => [...own].some((cell) => finding.endsWith(` ${cell}`))))) errors.push(error);
  }
  return { errors, wrong: seeded(errors, spec, make)! };
}

/** The first submission has mistakes; what comes back has them mended, one of two mended, something else changed in secret, or nothing changed. */
function resubmitted(seat: Seat, counts: Counts): void {
  const { index, spec, make } = seat;
  const random = new Random(`district ${index}`);
  const add = (kind: string, { pair, expected }: Trial): void => counts.add(kind, seat.name, expected.told(pair), expected.wrong(pair));
  switch (index % 4) {
    case 0: {
      const { wrong } = mistakesFor(seat, 1);
      return add("mended", pairOf(spec, random, wrong.built, make(), () => inState("mended", wrong.accept[0]!, seat.clean, false)));
    }
    case 1: {
      const { errors: [, second], wrong } = mistakesFor(seat, 2);
      const left = seeded([second!], spec, make)!;
      return add("half-mended", pairOf(spec, random, wrong.built, left.built, () => halfMended(findingsOf(left.built), seat.clean)));
    }
    case 2: return secretly(seat, random, add);
    default: {
      const { errors, wrong } = mistakesFor(seat, 1);
      return add("handed in as it was", pairOf(spec, random, wrong.built, seeded(errors, spec, make)!.built, () => inState("open", wrong.accept[0]!, seat.clean, false)));
    }
  }
}

/** What was mended is told as mended, what was left as open. */
function halfMended(still: ReadonlySet<string>, clean: ReadonlySet<string>): Expected {
  const keyOf = ({ rule, severity, was }: { rule: string; severity: string; was: { sheet: string; cell: string } }): string => `${rule} ${severity} ${was.sheet}!${was.cell}`;
  return {
    told: ({ earlier }) => earlier.some(({ state }) => state === "mended") && earlier.some((finding) => still.has(keyOf(finding)) && !clean.has(keyOf(finding)) && finding.state === "open"),
    wrong: (pair) => [...unaskedRoots(pair).map(told), ...pair.structure, ...appearedIn(pair)]
  };
}

/** The mistake is mended, and something else was changed without a word. */
function secretly(seat: Seat, random: Random, add: (kind: string, trial: Trial) => void): void {
  const { index, spec, make } = seat;
  for (let i = 0; i < SECRET_CHANGES.length; i++) {
    const secret = SECRET_CHANGES[(Math.floor(index / 4) + i) % SECRET_CHANGES.length]!;
    const now = make();
    const done = secret.apply(now, new Random(`secret ${index}`));
    if (!done) continue;
    const changed = { ...now, draft: done.draft ?? now.draft };
    changed.draft.recalculate();
    const { wrong } = mistakesFor(seat, 1, [done.at]);
    const trial = pairOf(spec, random, wrong.built, changed, (moves) => changedAt(moves, done.at, secret.kinds));
    // What was mended may be wrong again by the other change.
    const isSeen = trial.pair.earlier.some(({ state }) => state === "mended" || state === "still-wrong");
    return add("secretly changed cells", { ...trial, expected: { ...trial.expected, told: (pair) => isSeen && trial.expected.told(pair) } });
  }
}

/** The final workbook against the mid-term one: the year goes on, or less is done, another target stands there, somebody of the first half is gone. */
function final({ index, name, make }: Seat, counts: Counts): void {
  const random = new Random(`final ${index}`);
  const seeds: readonly (readonly [string, string | null, (built: Built) => Built | null])[] = [
    ["final: less is done than at mid-term", "mid-done", (built) => {
      const rate = freeIndicators(built, random, (each) => each.values === "per-area").flatMap(({ areas }) => areas).find((each) => (count(built, each.done) ?? 0) > 6 && !built.draft.cell(each.done)!.formula);
      if (rate) built.draft.type(rate.done, count(built, rate.done)! - 5);
      return rate ? built : null;
    }],
    ["final: another target than at mid-term", "mid-target", (built) => {
      const rate = numericRates(built, random, (each) => each.row !== "total" && !each.unit && !built.draft.cell(each.target)!.formula && (count(built, each.target) ?? 0) > 3)[0];
      if (rate) built.draft.type(rate.target, count(built, rate.target)! - 2);
      return rate ? built : null;
    }],
    ["final: somebody of the first half is not in it", "mid-staff", (built) => {
      const done = SECRET_CHANGES.find(({ id }) => id === "person-gone")!.apply(built, random);
      return done && { ...built, draft: done.draft ?? built.draft };
    }],
    ["final: the year goes on", null, (built) => built]
  ];
  for (let i = index % seeds.length; i < seeds.length; i++) {
    const [kind, rule, change] = seeds[i]!;
    const made = change(make());
    if (!made) continue;
    const end = later(made);
    end.draft.recalculate();
    const [before, after] = [sitting(make()), sitting(end)];
    // A period that is written in other words the generator does not put off.
    if (before.report.period === null || after.report.period === null || after.report.period.end <= before.report.period.end) return;
    const { findings } = holdAgainstMid(before, after);
    const other = findings.filter((finding) => finding.rule !== rule);
    return counts.add(kind, name, rule === null || findings.some((finding) => finding.rule === rule), other.map(({ rule: id, sheet, cell }) => `${id} ${sheet}!${cell}`));
  }
}

/** Of every ten stations two have the tables of others, one of those shares a person with its neighbour, one sends somebody to a station that does not know it. */
function across(seats: readonly Seat[], counts: Counts): void {
  const seeds: { readonly kind: string; readonly asked: AcrossQuestion["kind"]; readonly between: readonly number[] }[] = [];
  const changes = new Map<number, { like: number; change: (built: Built) => void }>();
  const total = (halves: readonly number[]): number => halves.reduce((sum, half) => sum + half, 0);
  const shared = (built: Built, name: string): void => {
    const longest = built.roster!.people.reduce((a, b) => (total(b.plan.halves) > total(a.plan.halves) ? b : a));
    built.draft.type(longest.name, name);
  };
  for (let ten = 0; ten + 8 <= seats.length; ten += 10) {
    const [left, right, from, to, one, other] = [ten, ten + 3, ten + 1, ten + 4, ten + 2, ten + 5];
    changes.set(right, { like: left, change: () => undefined });
    seeds.push({ kind: "copied tables", asked: "copied-done", between: [left, right] });
    changes.set(from, { like: from, change: (built) => built.draft.type(built.roster!.people[0]!.remark, `转出到${seats[to]!.name.replace("广州市", "")}`) });
    seeds.push({ kind: "transferred persons", asked: "transfer", between: [from, to] });
    // In the same months, so that they meet: the tables are alike, too.
    for (const index of [one, other]) changes.set(index, { like: one, change: (built) => shared(built, `子虚${STEMS[ten / 10]!}`) });
    seeds.push({ kind: "persons on duty at two stations", asked: "person-twice", between: [one, other] });
  }
  const submissions = seats.map((seat): Submission => {
    const { like = seat.index, change } = changes.get(seat.index) ?? {};
    const built = seatOf(seat.index, like).make();
    change?.(built);
    built.draft.recalculate();
    return submissionOf(built.draft.toWorkbook(), built, `${seat.name}.xlsx`);
  });
  const questions = acrossStations(submissions);
  const isBetween = ({ places }: AcrossQuestion, between: readonly number[]): boolean => places.every(({ submission }) => between.includes(submission));
  for (const { kind, asked, between } of seeds) counts.add(kind, between.map((index) => seats[index]!.name).join(), questions.some((question) => question.kind === asked && isBetween(question, between)), []);
  const wrong = questions.filter((question) => !seeds.some(({ asked, between }) => isBetween(question, between) && (question.kind === asked || (question.kind.startsWith("copied") && asked !== "transfer"))));
  counts.add("stations of their own", "", true, wrong.map(({ kind, places }) => `${kind} ${places.map(({ submission, sheet, cell }) => `${seats[submission]!.name} ${sheet}!${cell}`).join()}`), seats.length - new Set(seeds.flatMap(({ between }) => between)).size);
}
