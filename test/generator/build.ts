import type { Built, Spec } from "./built";
import { Context } from "./context";
import { Draft } from "./draft";
import { renderIndicators } from "./indicators";
import { layoutOf } from "./layout";
import { addNoiseSheet } from "./noise";
import { chineseDay, planPeriod, type PeriodPlan } from "./period";
import { Random } from "./random";
import { renderRoster } from "./roster";
import { planRoster, rosterLayoutOf, staffAtEnd } from "./roster-plan";
import { renderScores } from "./scores";
import { STATIONS } from "./words";

/** Builds the workbook that a spec describes; the same spec gives the same workbook. */
export function build(spec: Spec): Built {
  // The spelling of formulas draws from a source of its own, so that a layout stays the same under every spelling.
  const random = new Random(`${spec.kind}/${spec.family}/${spec.seed}`);
  const draft = new Draft();
  const ctx = new Context(draft, random, new Random(`spelling/${spec.rate}/${spec.total}/${spec.seed}`), spec.rate, spec.total);
  const built: Built = { draft, blocks: [], rates: [], footnote: null, roster: null, scores: null, settings: null, spec };
  const station = random.pick(STATIONS);
  if (spec.family === "two-years") {
    twoYears(ctx, built, station);
  } else if (spec.kind === "indicators") {
    const layout = layoutOf(spec.family, random, spec.size);
    const plan = planPeriod(random, random.int(4, 11), "whole");
    renderIndicators(ctx, built, layout, { station, period: layout.period ? bracket(plan) : "", staff: null });
  } else if (spec.kind === "roster" || spec.kind === "whole") {
    const layout = rosterLayoutOf(spec.family, random, spec.size);
    const plan = planRoster(random, layout);
    const indicators = (): void => renderIndicators(ctx, built, { ...layoutOf("standard", random, spec.size), halves: false },
      { station, period: bracket(plan.period), staff: staffAtEnd(plan) });
    if (spec.kind === "whole" && layout.matrixFirst) indicators();
    renderRoster(ctx, built, layout, plan, station);
    if (spec.kind === "whole" && !layout.matrixFirst) indicators();
    if (random.chance(0.3)) addNoiseSheet(draft, random, draft.sheets.length);
    if (spec.kind === "whole" && random.chance(0.5)) renderScores(ctx, built, station, draft.sheets[0]!.name);
  } else {
    renderScores(ctx, built, station, null, spec.family);
  }
  draft.recalculate();
  return built;
}

/** Last year's tables beside this year's: each must be checked for itself, and neither against the other. */
function twoYears(ctx: Context, built: Built, station: string): void {
  const { random } = ctx;
  const layout = { ...layoutOf(random.pick(["standard", "merged", "one-sheet"]), random, built.spec.size), period: true };
  const rosters = built.spec.kind !== "indicators";
  for (let year = 0; year < 2; year++) {
    const roster = { ...rosterLayoutOf("standard", random, built.spec.size), titlePeriod: true };
    const plan = planRoster(random, roster);
    if (rosters) renderRoster(ctx, built, roster, plan, station);
    if (built.spec.kind !== "roster") {
      renderIndicators(ctx, built, rosters ? { ...layout, halves: false } : layout, { station, period: bracket(plan.period), staff: rosters ? staffAtEnd(plan) : null });
    }
  }
}

function bracket(plan: PeriodPlan): string {
  return `（${chineseDay(plan.start)}至${chineseDay(plan.end)}）`;
}
