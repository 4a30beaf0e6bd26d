import { type Spec } from "./built";
import { FAMILIES } from "./layout";
import { ROSTER_FAMILIES } from "./roster-plan";
import { SCORE_FAMILIES } from "./scores";
import { RATE_SPELLINGS, TOTAL_SPELLINGS } from "./spellings";

const indicators = (family: string, rate: string, total: string, seed: number): Spec => ({ kind: "indicators", family, rate, total, seed });

/** Every family once, every spelling at least once: what is tried of the generator itself. */
export function variety(): Spec[] {
  const specs: Spec[] = [];
  const families = Object.keys(FAMILIES);
  RATE_SPELLINGS.forEach((rate, i) => specs.push(indicators(families[i % families.length]!, rate.id, TOTAL_SPELLINGS[i % TOTAL_SPELLINGS.length]!.id, i)));
  families.forEach((family, i) => specs.push(indicators(family, "mixed", "mixed", 100 + i)));
  for (let i = 0; i < 10; i++) specs.push(indicators("wild", "mixed", "mixed", 200 + i));
  Object.keys(ROSTER_FAMILIES).forEach((family, i) => {
    specs.push({ kind: "roster", family, rate: "mixed", total: "mixed", seed: i });
    specs.push({ kind: "whole", family, rate: "mixed", total: "mixed", seed: i });
  });
  for (let i = 0; i < 10; i++) specs.push({ kind: "whole", family: "wild", rate: "mixed", total: "mixed", seed: i });
  for (const kind of ["indicators", "whole"] as const) specs.push({ kind, family: "two-years", rate: "mixed", total: "mixed", seed: 5 });
  SCORE_FAMILIES.forEach((family, i) => specs.push({ kind: "scores", family, rate: "mixed", total: "mixed", seed: i }));
  return specs;
}
