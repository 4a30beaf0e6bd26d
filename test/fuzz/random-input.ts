import { FAMILIES, ROSTER_FAMILIES, SCORE_FAMILIES, type Random, type Spec } from "../generator";
import { SEEDED_ERRORS } from "../generator/errors";
import type { Change } from "./input";

/** Whole workbooks, and those of two years, take several times as long as one table, and differ from it only in what tables say of each other. */
const KINDS = ["indicators", "indicators", "indicators", "roster", "roster", "roster", "scores", "scores", "whole"] as const;
const WILD = ["wild", "wild", "wild", "wild", "wild", "two-years"];

/** A generated station: any kind, family and spelling. `wild` families draw their layout at random. */
export function randomSpec(random: Random): Spec {
  const kind = random.pick(KINDS);
  const families = kind === "indicators" ? Object.keys(FAMILIES) : kind === "scores" ? SCORE_FAMILIES : Object.keys(ROSTER_FAMILIES);
  const family = kind !== "scores" && random.chance(0.2) ? random.pick(WILD) : random.pick(families);
  return { kind, family, rate: random.chance(0.7) ? "mixed" : "if-slash", total: random.chance(0.7) ? "mixed" : "sum", seed: random.int(1, 1_000_000) };
}

/** A mistake of the matrix that such a station may take, or none. */
export function randomMistake(spec: Spec, random: Random): string | null {
  const kinds = spec.kind === "whole" ? ["indicators", "roster"] : [spec.kind];
  const fitting = SEEDED_ERRORS.filter(({ kind }) => kinds.includes(kind));
  return random.chance(0.75) && fitting.length > 0 ? random.pick(fitting).id : null;
}

/** Some changes by name, each with a seed of its own so that leaving one out leaves the others as they were. */
export function randomChanges(names: readonly string[], least: number, most: number, random: Random): Change[] {
  return Array.from({ length: random.int(least, most) }, () => ({ name: random.pick(names), seed: random.int(1, 2 ** 31) }));
}
