import { FAMILIES, RATE_SPELLINGS, ROSTER_FAMILIES, SCORE_FAMILIES, TOTAL_SPELLINGS, type Spec } from "../generator";
import { SEEDED_ERRORS, type SeededError } from "../generator/errors";
import type { Measurement } from "./measure";

/** What goes through the workbooks of the plan. */
export type Measured = Pick<Measurement, "measureClean" | "measureSeeded">;

export interface PlanOptions {
  /** Further seeds a family, beyond those of the published matrix. */
  readonly more: number;
  /** Only this mistake. */
  readonly only: string | null;
  /** Only this seed. */
  readonly seed: number | null;
  /** Only this family. */
  readonly family: string | null;
}

export const PUBLISHED: PlanOptions = { more: 0, only: null, seed: null, family: null };

const STYLES = RATE_SPELLINGS.map((s) => s.id);
const TOTALS = TOTAL_SPELLINGS.map((s) => s.id);

/** A workbook of the family; every family gets other spellings, every third a mixture. */
export function indicatorSpec(family: string, seed: number): Spec {
  const turn = Object.keys(FAMILIES).indexOf(family) + seed * 7 + 11;
  const mixed = turn % 3 === 0;
  return { kind: "indicators", family, rate: mixed ? "mixed" : STYLES[turn % STYLES.length]!, total: mixed ? "mixed" : TOTALS[turn % TOTALS.length]!, seed };
}

export function rosterSpec(family: string, seed: number, whole: boolean): Spec {
  return { kind: whole ? "whole" : "roster", family, rate: "if-slash", total: "sum", seed };
}

export function scoreSpec(family: string, seed: number): Spec {
  return { kind: "scores", family, rate: "if-slash", total: "sum", seed };
}

function candidates(error: SeededError, family: string, first: number): Spec[] {
  return Array.from({ length: 8 }, (_, i) => {
    const seed = first + i;
    if (error.kind === "indicators") return indicatorSpec(family, seed);
    return error.kind === "roster" ? rosterSpec(family, seed, error.id === "staff-not-on-roster" || seed % 2 === 0) : scoreSpec(family, seed);
  });
}

export function familiesOf(kind: SeededError["kind"]): readonly string[] {
  return kind === "indicators" ? Object.keys(FAMILIES) : kind === "roster" ? Object.keys(ROSTER_FAMILIES) : SCORE_FAMILIES;
}

/** The workbooks, one or more a family, into which a mistake may be put. */
export function measurable(error: SeededError): Spec[] {
  return familiesOf(error.kind).flatMap((family) => candidates(error, family, 1).slice(0, 2));
}

/** Seeds every mistake into every family, and every slip into every spelling. */
export function runPlan(measurement: Measured, options: PlanOptions): void {
  const errors = SEEDED_ERRORS.filter((e) => !options.only || e.id === options.only);
  const kinds = ["indicators", "roster", "scores"] as const;
  for (const kind of kinds) {
    const families = [...familiesOf(kind), ...(options.more > 0 && kind !== "scores" ? ["wild"] : [])].filter((f) => !options.family || f === options.family);
    for (const family of families) {
      const firsts = options.seed !== null ? [options.seed] : Array.from({ length: 1 + options.more }, (_, i) => 1 + i * 3);
      for (const first of firsts) {
        if (!options.only) measureCleanOnes(measurement, kind, family, first);
        for (const error of errors.filter((e) => e.kind === kind)) {
          for (const spec of candidates(error, family, first).slice(0, options.seed !== null ? 1 : 8)) {
            if (measurement.measureSeeded(error, spec)) break;
          }
        }
      }
    }
  }
  if (!options.only && !options.family) {
    for (let seed = 1; seed <= 2 + options.more; seed++) {
      for (const kind of ["indicators", "roster", "whole"] as const) {
        measurement.measureClean({ kind, family: "two-years", rate: seed % 2 ? "if-slash" : "mixed", total: "sum", seed });
      }
    }
  }
  if (!options.seed && !options.family) runSpellings(measurement, errors, options.more);
}

function measureCleanOnes(measurement: Measured, kind: SeededError["kind"], family: string, first: number): void {
  for (let i = 0; i < 3; i++) {
    if (kind === "indicators") measurement.measureClean(indicatorSpec(family, first + i));
    else if (kind === "roster") measurement.measureClean(rosterSpec(family, first + i, i === 1));
    else measurement.measureClean(scoreSpec(family, first + i));
  }
}

/** Slips over every spelling of rates and totals. */
function runSpellings(measurement: Measured, errors: readonly SeededError[], more: number): void {
  for (let round = 0; round <= more; round++) {
    STYLES.forEach((rate, i) => {
      for (const error of errors.filter((e) => e.slip === "rate")) {
        spelled(measurement, error, (seed) => ({ kind: "indicators", family: ["standard", "one-sheet", "first-row"][(i + seed) % 3]!, rate, total: "sum", seed: 40 + round * 10 + seed }));
      }
    });
    TOTALS.forEach((total, i) => {
      for (const error of errors.filter((e) => e.slip === "total")) {
        spelled(measurement, error, (seed) => ({ kind: "indicators", family: ["standard", "total-first", "page-break"][(i + seed) % 3]!, rate: "if-slash", total, seed: 40 + round * 10 + seed }));
      }
    });
  }
}

function spelled(measurement: Measured, error: SeededError, spec: (seed: number) => Spec): void {
  for (let seed = 0; seed < 6; seed++) if (measurement.measureSeeded(error, spec(seed))) return;
}
