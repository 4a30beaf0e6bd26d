import { reviewPair, type ReviewedPair } from "../../src/review";
import { writeSettingsXml } from "../../src/settings";
import { cellName, parseCellName, type CellAddress, type Workbook } from "../../src/workbook";
import { moved, movedCell, MOVES, type SheetMove } from "../fuzz/moves";
import { build, FAMILIES, Random, ROSTER_FAMILIES, SCORE_FAMILIES, type Built, type Spec } from "../generator";
import type { Draft } from "../generator/draft";
import { SEEDED_ERRORS, type SeededError } from "../generator/errors";
import { SECRET_CHANGES } from "../generator/secrets";
import { sittingOf } from "./checked";
import { specLabel } from "./measure";
import { familiesOf, indicatorSpec, rosterSpec, scoreSpec } from "./plan";

/** What one kind of submission was measured at. */
export interface ReviewCase {
  readonly label: string;
  /** Pairs in which what had to be said was said, of those that had it. */
  readonly found: number;
  readonly of: number;
  /** States, changes, findings and sentences that nothing in the pair gives ground for. */
  readonly false: number;
  /** A line for each of what was missed or wrongly said. */
  readonly misses: readonly string[];
}

/** What must be said of a pair, and what may be. */
export interface Expected {
  /** Finds what had to be said; null where it was not. */
  readonly told: (pair: ReviewedPair) => boolean;
  /** Everything else that was said without ground. */
  readonly wrong: (pair: ReviewedPair) => readonly string[];
}

const REMARK = "已与街道核实，情况属实";

/**
 * A district whose stations hand in again what was found: nothing changed, all mended, one of two mended, changed and still wrong, explained, or
 * something else changed in secret; each in some of the layouts, because every pair costs two checks. Sheets are renamed and shuffled, rows and columns put in before tables, each time.
 */
export function measureReviews(): ReviewCase[] {
  const specs = stations();
  const seeds = seededOnes();
  return [
    measured("handed in as it was", specs.filter((_, i) => i % 2 === 0), (spec, random) => pairOf(spec, random, build(spec), build(spec), () => nothing)),
    ...(["mended", "still wrong", "explained"] as const).map((way, index) =>
      measured(`mistake ${way}`, seeds.filter((_, i) => (way === "still wrong" ? i % 2 === 0 : i % 4 === index)), ([error, spec], random) => mistake(way, error, spec, random))),
    measured("one of two mistakes mended", twoOfAKind(), ([first, second, spec], random) => oneOfTwo(first, second, spec, random)),
    ...SECRET_CHANGES.map((secret, index) => measured(`secretly: ${secret.description}`, specs.filter((_, i) => (i + index) % 3 === 0), (spec, random) => {
      const now = build(spec);
      const done = secret.apply(now, random);
      if (!done) return null;
      const changed = { ...now, draft: done.draft ?? now.draft };
      changed.draft.recalculate();
      return pairOf(spec, random, build(spec), changed, (moves) => changedAt(moves, done.at, secret.kinds));
    }))
  ];
}

function stations(): Spec[] {
  return [
    ...Object.keys(FAMILIES).map((family) => indicatorSpec(family, 1)), ...Object.keys(ROSTER_FAMILIES).flatMap((family) => [rosterSpec(family, 1, false), rosterSpec(family, 2, true)]),
    ...SCORE_FAMILIES.slice(0, 2).map((family) => scoreSpec(family, 1))
  ];
}

function specsOf(error: SeededError): Spec[] {
  return familiesOf(error.kind).map((family) => (error.kind === "indicators" ? indicatorSpec(family, 1) : error.kind === "roster" ? rosterSpec(family, 2, true) : scoreSpec(family, 1)));
}

/** Every mistake in one layout, another one for each. */
export function seededOnes(): (readonly [SeededError, Spec])[] {
  return SEEDED_ERRORS.flatMap((error, index) => {
    const specs = specsOf(error);
    const spec = specs.map((_, i) => specs[(i + index) % specs.length]!).find((each) => seeded([error], each) !== null);
    return spec ? [[error, spec] as const] : [];
  });
}

function twoOfAKind(): (readonly [SeededError, SeededError, Spec])[] {
  return SEEDED_ERRORS.flatMap((first, index) => {
    const second = SEEDED_ERRORS.slice(index + 1).find(({ kind, severity }) => kind === first.kind && severity === "error");
    const spec = specsOf(first)[index % specsOf(first).length]!;
    return second && index % 4 === 0 && !first.slip && seeded([first, second], spec) ? [[first, second, spec] as const] : [];
  });
}

/** The workbook of a spec, or what is made of it, with these mistakes; null where one has no place. */
export function seeded(errors: readonly SeededError[], spec: Spec, make: () => Built = () => build(spec)): { built: Built; accept: readonly (readonly CellAddress[])[]; details: readonly string[] } | null {
  const built = make();
  const accept: (readonly CellAddress[])[] = [];
  const details: string[] = [];
  for (const error of errors) {
    const outcome = error.apply(built, new Random(`${error.id} ${specLabel(spec)}`));
    if (!outcome) return null;
    accept.push(outcome.accept);
    details.push(outcome.detail);
  }
  built.draft.recalculate();
  return { built, accept, details };
}

/** A pair that was reviewed, with what is expected of it. */
export interface Trial {
  readonly pair: ReviewedPair;
  readonly expected: Expected;
}

export function pairOf(spec: Spec, random: Random, old: Built, now: Built, expected: (moves: readonly SheetMove[]) => Expected, change: (workbook: Workbook, moves: readonly SheetMove[]) => Workbook = (workbook) => workbook): Trial {
  const after = shuffled(now.draft, random);
  const [before, handedIn] = [old.draft.toWorkbook(), change(after.draft.toWorkbook(), after.moves)].map((workbook) => sittingOf(workbook, old, specLabel(spec)));
  return { pair: reviewPair(before!, handedIn!), expected: expected(after.moves) };
}

const WAYS = Object.keys(MOVES).filter((way) => way !== "copy" && way !== "otherSheets" && way !== "farDown");

function shuffled(draft: Draft, random: Random): { draft: Draft; moves: readonly SheetMove[] } {
  const list = [1, 2, 3].map((seed) => ({ name: random.pick(WAYS), seed }));
  return moved(draft, list, (seed) => new Random(`${seed} ${random.int(1, 1_000_000)}`));
}

export const place = ({ sheet, row, column }: CellAddress): string => `${sheet}!${cellName(row, column)}`;
export const unaskedRoots = ({ changed }: ReviewedPair): ReviewedPair["changed"] => changed.filter(({ asked, follows }) => !asked && follows.length === 0);
export const told = ({ kind, sheet, cell, before, after }: ReviewedPair["changed"][number]): string => `${kind} ${sheet}!${cell} ${before} → ${after}`;
export const appearedIn = ({ appeared }: ReviewedPair): string[] => appeared.filter(({ severity }) => severity !== "info").map(({ rule, sheet, cell }) => `appeared ${rule} ${sheet}!${cell}`);

/** Nothing was changed, nothing may be said. */
const nothing: Expected = {
  told: ({ earlier }) => earlier.every(({ state }) => state === "open"),
  wrong: (pair) => [...pair.changed.map(told), ...pair.structure, ...appearedIn(pair), ...pair.earlier.filter(({ state }) => state !== "open").map(({ rule, state }) => `${rule} ${state}`)]
};

/** The change at that cell of the old workbook's, by its kind, or a sentence of the structure, and no other root. */
export function changedAt(moves: readonly SheetMove[], at: CellAddress, kinds: readonly string[]): Expected {
  const now = movedCell(moves, { sheet: at.sheet, cell: cellName(at.row, at.column) });
  const isMeant = ({ was, sheet, cell }: ReviewedPair["changed"][number]): boolean =>
    (was !== null && was.sheet === at.sheet && parseCellName(was.cell)!.row === at.row) || (sheet === now.sheet && cell === now.cell);
  return {
    told: (pair) => (kinds.length === 0 ? pair.structure.length > 0 : unaskedRoots(pair).some((change) => isMeant(change) && kinds.includes(change.kind))),
    wrong: (pair) => [
      ...unaskedRoots(pair).filter((change) => !isMeant(change)).map(told), ...(kinds.length === 0 ? [] : pair.structure)
    ]
  };
}

/** The findings of one mistake have the state; what else was found is as it was. */
export function inState(state: string, accept: readonly CellAddress[], clean: ReadonlySet<string>, alsoChanged: boolean): Expected {
  const places = new Set(accept.map(place));
  const isMeant = ({ was, rule, severity }: ReviewedPair["earlier"][number]): boolean => places.has(`${was.sheet}!${was.cell}`) && !clean.has(`${rule} ${severity} ${was.sheet}!${was.cell}`);
  return {
    told: ({ earlier }) => earlier.some(isMeant) && earlier.filter(isMeant).every((finding) => finding.state === state || (finding.severity === "info" && state !== "mended")),
    wrong: (pair) => [
      ...(alsoChanged ? [] : unaskedRoots(pair).map(told)), ...pair.structure, ...(alsoChanged ? [] : appearedIn(pair)),
      ...pair.earlier.filter((finding) => clean.has(`${finding.rule} ${finding.severity} ${finding.was.sheet}!${finding.was.cell}`) && finding.state === "mended").map(({ rule, was }) => `${rule} ${was.cell} mended`)
    ]
  };
}

export function findingsOf(built: Built): ReadonlySet<string> {
  const { report } = sittingOf(built.draft.toWorkbook(), built, specLabel(built.spec));
  return new Set(report.findings.map(({ rule, severity, sheet, cell }) => `${rule} ${severity} ${sheet}!${cell}`));
}

function mistake(way: "mended" | "still wrong" | "explained", error: SeededError, spec: Spec, random: Random): Trial | null {
  const wrong = seeded([error], spec)!;
  const [accept] = wrong.accept;
  const clean = findingsOf(build(spec));
  if (way === "mended") return pairOf(spec, random, wrong.built, build(spec), () => inState("mended", accept!, clean, false));
  const again = seeded([error], spec)!.built;
  const { report } = sittingOf(wrong.built.draft.toWorkbook(), wrong.built, specLabel(spec));
  const finding = report.findings.find(({ rule, sheet, cell, severity }) =>
    severity !== "info" && accept!.some((at) => place(at) === `${sheet}!${cell}`) && !clean.has(`${rule} ${severity} ${sheet}!${cell}`));
  if (!finding) return null;
  if (way === "explained") {
    const settingsXml = writeSettingsXml({ settings: {}, ignored: [{ fingerprint: finding.fingerprint, reason: REMARK, actual: finding.actual }] });
    const own = [{ sheet: finding.sheet, ...parseCellName(finding.cell)! }];
    return pairOf(spec, random, wrong.built, again, () => inState("explained", own, clean, false), (workbook) => ({ ...workbook, settingsXml }));
  }
  const at = { sheet: finding.sheet, ...parseCellName(finding.cell)! };
  const before = again.draft.value(at);
  // Only a typed number of a rule about numbers can be put wrong in another way.
  if (typeof before !== "number" || again.draft.cell(at)!.formula || !/mismatch|-total|-sum|tick-count|retention$/.test(finding.rule) || /retention-limit/.test(finding.rule)) return null;
  again.draft.type(at, before + (before < 3 && before % 1 !== 0 ? 0.37 : 6));
  again.draft.recalculate();
  return pairOf(spec, random, wrong.built, again, () => inState("still-wrong", [at], clean, true));
}

function oneOfTwo(first: SeededError, second: SeededError, spec: Spec, random: Random): Trial | null {
  const both = seeded([first, second], spec)!;
  const left = seeded([second], spec);
  if (!left) return null;
  // The second mistake must be the very same in both.
  const [ones, others] = both.accept.map((cells) => new Set(cells.map(place)));
  if (left.details[0] !== both.details[1] || [...ones!].some((cell) => others!.has(cell)) || left.built.draft.shown(left.accept[0]![0]!) !== both.built.draft.shown(both.accept[1]![0]!)) return null;
  const still = findingsOf(left.built);
  return pairOf(spec, random, both.built, left.built, () => ({
    told: ({ earlier }) => earlier.some(({ state }) => state === "mended") && earlier.some(({ was, rule, severity, state }) => still.has(`${rule} ${severity} ${was.sheet}!${was.cell}`) && state === "open"),
    wrong: (pair) => [...unaskedRoots(pair).map(told), ...pair.structure, ...appearedIn(pair)]
  }));
}

function measured<T>(label: string, subjects: readonly T[], trial: (subject: T, random: Random) => Trial | null): ReviewCase {
  const misses: string[] = [];
  let of = 0;
  let found = 0;
  let wrongly = 0;
  subjects.forEach((subject, index) => {
    const result = trial(subject, new Random(`${label} ${index}`));
    if (!result) return;
    const { pair, expected } = result;
    const wrong = expected.wrong(pair);
    of++;
    wrongly += wrong.length;
    if (expected.told(pair)) found++;
    else misses.push(`MISSED ${label}: ${String(Array.isArray(subject) ? (subject[0] as SeededError).id : "")} ${pair.new} ${pair.earlier.map(({ rule, state, was, note }) => `${rule} ${was.cell} ${state}${note ?? ""}`).join()}`);
    if (wrong.length > 0) misses.push(`FALSE ${label}: ${String(Array.isArray(subject) ? (subject[0] as SeededError).id : "")} ${pair.new} ${wrong.slice(0, 4).join("; ")}`);
  });
  return { label, found, of, false: wrongly, misses };
}
