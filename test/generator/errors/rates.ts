import type { RateHandle } from "../built";
import { call, cell, columnRange, divide, number } from "../expression";
import { roundHalfUp, shownText } from "../format";
import type { SeededError } from "./types";
import { anchored, count, freeIndicators, indicators, numericRates, percent, ratio, respell, retype, showsOther, where } from "./tools";
import type { Built } from "../built";

const SHOWN = "E shown rate ≠ done/target at the shown precision";
const FORMULA = "E formula that does not divide its own done by its own target";

const formulaRate = (rate: RateHandle): boolean => rate.spelling !== null;
/** Rates of the same kind of row in the same column. */
const columnPeers = (built: Built, rate: RateHandle): RateHandle[] => built.rates.filter((p) =>
  p !== rate && p.numeric && p.table === rate.table && p.rate.sheet === rate.rate.sheet && p.rate.column === rate.rate.column
  && (rate.row !== "area" || p.row === "area") && !sameNumbers(built, p, rate));
const rowPeers = (built: Built, rate: RateHandle): RateHandle[] => built.rates.filter((p) =>
  p !== rate && p.numeric && p.table === rate.table && p.rate.sheet === rate.rate.sheet && p.rate.row === rate.rate.row);
const sameNumbers = (built: Built, a: RateHandle, b: RateHandle): boolean =>
  count(built, a.done) === count(built, b.done) && count(built, a.target) === count(built, b.target);

/** A rate whose formula is entered over other cells, when that shows another number. */
function slip(
  id: string, description: string, choose: (built: Built, rate: RateHandle) => { target?: RateHandle["target"]; done?: RateHandle["done"] }[],
  anchor = false
): SeededError {
  return {
    id, description, catalogue: FORMULA, kind: "indicators", severity: "error", slip: "rate",
    apply: (built, random) => {
      for (const rate of numericRates(built, random, formulaRate)) {
        const right = ratio(built, rate)!;
        for (const cells of random.shuffle(choose(built, rate))) {
          if (!showsOther(right, ratio(built, { done: cells.done ?? rate.done, target: cells.target ?? rate.target }))) continue;
          let formula = respell(rate, cells);
          if (anchor) formula = anchored(formula, cells.target ?? cells.done!, random.pick(["row", "both"]));
          const before = built.draft.cell(rate.rate)!;
          const shown = built.draft.shown(rate.rate);
          built.draft.enter(rate.rate, formula);
          built.draft.recalculate();
          // A formula that looks the area up by its name may still find the right cell.
          if (built.draft.shown(rate.rate) === shown) {
            built.draft.enter(rate.rate, before.formula!);
            built.draft.recalculate();
            continue;
          }
          return { accept: [rate.rate], expected: percent(right), detail: `${rate.name} (${rate.table}, ${rate.row}) reads ${where(cells.done ?? rate.done)} / ${where(cells.target ?? rate.target)}` };
        }
      }
      return null;
    }
  };
}

export const RATE_ERRORS: readonly SeededError[] = [
  {
    id: "rate-blank", description: "a rate is left blank beside target and done", catalogue: "W blank rates where target and done stand", kind: "indicators", severity: "warning",
    apply: (built, random) => {
      const rate = numericRates(built, random)[0];
      if (!rate) return null;
      const right = ratio(built, rate)!;
      built.draft.type(rate.rate, null);
      return { accept: [rate.rate], expected: percent(right), detail: `${rate.name} (${rate.table}, ${rate.row})` };
    }
  },
  {
    id: "rate-typed-wrong", description: "a wrong rate is typed in", catalogue: SHOWN, kind: "indicators", severity: "error",
    apply: (built, random) => {
      const rate = numericRates(built, random)[0];
      if (!rate) return null;
      const right = ratio(built, rate)!;
      const wrong = roundHalfUp(right + random.pick([0.0001, -0.0003, 0.01, 0.1, 0.0531]) + (right < 0.001 ? 0.01 : 0), 4);
      built.draft.type(rate.rate, wrong);
      return { accept: [rate.rate], expected: percent(right), detail: `${rate.name} (${rate.table}, ${rate.row}) ${wrong}` };
    }
  },
  {
    id: "rate-stale-typed", description: "a typed rate comes from older numbers", catalogue: SHOWN, kind: "indicators", severity: "error",
    apply: (built, random) => {
      for (const rate of numericRates(built, random, (r) => (count(built, r.done) ?? 0) > 3)) {
        const right = ratio(built, rate)!;
        const old = (count(built, rate.done)! - random.int(1, 3)) / count(built, rate.target)!;
        if (!showsOther(right, old)) continue;
        built.draft.type(rate.rate, roundHalfUp(old, 4));
        return { accept: [rate.rate], expected: percent(right), detail: `${rate.name} (${rate.table}) from an older done` };
      }
      return null;
    }
  },
  {
    id: "rate-truncated", description: "a typed rate is cut off instead of rounded half up (R15)", catalogue: SHOWN, kind: "indicators", severity: "error",
    apply: (built, random) => {
      for (const rate of numericRates(built, random)) {
        const right = ratio(built, rate)!;
        const cut = Math.floor(right * 10000 + 1e-9) / 10000;
        if (!showsOther(right, cut)) continue;
        built.draft.type(rate.rate, cut);
        return { accept: [rate.rate], expected: percent(right), detail: `${rate.name} ${cut}` };
      }
      return null;
    }
  },
  {
    id: "rate-typed-right", description: "a right rate is typed among formulas", catalogue: "E rate typed in where its neighbours have formulas (W where it is right today)",
    kind: "indicators", severity: "warning",
    apply: (built, random) => {
      const formulas = built.rates.filter((r) => r.table === "indicators" && r.spelling);
      if (formulas.length < 6) return null;
      const rate = numericRates(built, random, (r) => r.table === "indicators" && formulaRate(r))[0];
      if (!rate) return null;
      built.draft.type(rate.rate, roundHalfUp(ratio(built, rate)!, 4));
      return { accept: [rate.rate], detail: `${rate.name} (${rate.row})` };
    }
  },
  slip("rate-row-slip", "a rate reads the done of another row", (built, rate) => columnPeers(built, rate).map((p) => ({ done: p.done }))),
  slip("rate-target-row-slip", "a rate reads the target of another row", (built, rate) => columnPeers(built, rate).map((p) => ({ target: p.target }))),
  slip("rate-other-row", "a rate is copied from another row", (built, rate) => columnPeers(built, rate).map((p) => ({ done: p.done, target: p.target }))),
  slip("rate-column-slip", "a rate reads the done of another indicator", (built, rate) => rowPeers(built, rate).map((p) => ({ done: p.done }))),
  slip("rate-target-column-slip", "a rate reads the target of another indicator", (built, rate) => rowPeers(built, rate).map((p) => ({ target: p.target }))),
  slip("rate-inverted", "target and done are swapped in a rate", (built, rate) => (count(built, rate.done) ? [{ target: rate.done, done: rate.target }] : [])),
  slip("rate-anchored", "a $ holds a rate to another row", (built, rate) => columnPeers(built, rate).map((p) => ({ target: p.target })), true),
  {
    id: "rate-constants", description: "a rate divides typed numbers, right today", catalogue: `${FORMULA} (typed constants)`,
    kind: "indicators", severity: "error",
    apply: (built, random) => {
      const rate = numericRates(built, random, (r) => r.table === "indicators" && formulaRate(r))[0];
      if (!rate) return null;
      const part = random.int(0, 2);
      built.draft.enter(rate.rate, divide(
        part === 1 ? cell(rate.done) : number(count(built, rate.done)!), part === 2 ? cell(rate.target) : number(count(built, rate.target)!)));
      return { accept: [rate.rate], detail: `${rate.name} ${built.draft.formula(rate.rate)}` };
    }
  },
  {
    id: "rate-lucky", description: "a rate reads a wrong cell that holds the same number today", catalogue: `${FORMULA} (right today only by luck)`,
    kind: "indicators", severity: "error", slip: "rate",
    apply: (built, random) => {
      for (const rate of numericRates(built, random, formulaRate)) {
        const peers = random.shuffle([...columnPeers(built, rate), ...rowPeers(built, rate)]);
        const same = (column: "target" | "done") => peers.find((p) => count(built, p[column]) === count(built, rate[column]));
        const column = random.chance(0.5) ? "done" : "target";
        const peer = same(column);
        if (!peer) continue;
        built.draft.enter(rate.rate, respell(rate, { [column]: peer[column] }));
        return { accept: [rate.rate], detail: `${rate.name} (${rate.table}) reads ${where(peer[column])}` };
      }
      const indicator = freeIndicators(built, random, (i) => i.areas.filter((a) => a.numeric && a.spelling).length > 1)[0];
      if (!indicator) return null;
      const [rate, peer] = random.shuffle(indicator.areas.filter((a) => a.numeric && a.spelling)) as [RateHandle, RateHandle];
      built.draft.type(peer.done, count(built, rate.done)!);
      retype(built);
      built.draft.enter(rate.rate, respell(rate, { done: peer.done }));
      return { accept: [rate.rate], detail: `${rate.name} reads ${where(peer.done)}` };
    }
  },
  {
    id: "rate-mean", description: "the total's rate is the mean of the rates", catalogue: "E total rate as a mean of rates", kind: "indicators", severity: "error",
    apply: (built, random) => {
      for (const indicator of random.shuffle(indicators(built))) {
        const { areas, total, block } = indicator;
        const values = areas.map((a) => built.draft.value(a.rate));
        if (areas.length < 2 || !total.numeric || !values.every((v): v is number => typeof v === "number")) continue;
        const mean = values.reduce((a, b) => a + b, 0) / values.length;
        const right = ratio(built, total)!;
        if (!showsOther(right, mean)) continue;
        if (total.spelling) built.draft.enter(total.rate, call("AVERAGE", columnRange(block.sheet, total.rate.column, block.areaRows[0]!, block.areaRows[block.areaRows.length - 1]!)));
        else built.draft.type(total.rate, roundHalfUp(mean, 4));
        return { accept: [total.rate], expected: percent(right), detail: total.name };
      }
      return null;
    }
  },
  {
    id: "rate-times-100", description: "68.24 is typed for 68.24%", catalogue: "W 68.24 typed for 68.24%", kind: "indicators", severity: "warning",
    apply: (built, random) => {
      const rate = numericRates(built, random, (r) => (count(built, r.done) ?? 0) > 0)[0];
      if (!rate) return null;
      built.draft.type(rate.rate, roundHalfUp(ratio(built, rate)! * 100, 2), random.pick(["0.00", "General", "0.00%"]));
      return { accept: [rate.rate], detail: rate.name };
    }
  },
  {
    id: "rate-coarse", description: "a rate is shown without decimals", catalogue: "W rates shown with fewer decimals so that they look equal", kind: "indicators", severity: "warning",
    apply: (built, random) => {
      for (const rate of numericRates(built, random, (r) => typeof built.draft.value(r.rate) === "number")) {
        const right = ratio(built, rate)!;
        if (shownText(right, "0.00%").endsWith(".00%")) continue;
        built.draft.cell(rate.rate)!.format = "0%";
        return { accept: [rate.rate], detail: rate.name };
      }
      return null;
    }
  },
  {
    id: "rate-stale-stored", description: "a right formula shows an older result", catalogue: "W manual calculation with stale values", kind: "indicators", severity: "warning",
    apply: (built, random) => {
      for (const rate of numericRates(built, random, (r) => formulaRate(r) && (count(built, r.done) ?? 0) > 2)) {
        const old = (count(built, rate.done)! - 1) / count(built, rate.target)!;
        if (!showsOther(ratio(built, rate), old)) continue;
        const target = built.draft.cell(rate.rate)!;
        target.frozen = true;
        target.value = typeof target.value === "string" ? percent(old) : old;
        if (random.chance(0.5)) built.draft.calculation = "manual";
        return { accept: [rate.rate], expected: percent(ratio(built, rate)!), detail: rate.name };
      }
      return null;
    }
  },
  {
    id: "rate-slash-with-target", description: "a rate shows / although there is a target", catalogue: SHOWN, kind: "indicators", severity: "error",
    apply: (built, random) => {
      const rate = numericRates(built, random)[0];
      if (!rate) return null;
      built.draft.type(rate.rate, "/");
      return { accept: [rate.rate], expected: percent(ratio(built, rate)!), detail: rate.name };
    }
  },
  {
    id: "rate-error-value", description: "a rate shows #REF! or #DIV/0!", catalogue: "E #DIV/0! and other error values", kind: "indicators", severity: "error",
    apply: (built, random) => {
      const rate = numericRates(built, random, formulaRate)[0];
      if (!rate) return null;
      const code = random.pick(["#REF!", "#NAME?", "#N/A"] as const);
      built.draft.enter(rate.rate, divide(cell(rate.done), { kind: "error", code }));
      return { accept: [rate.rate], detail: `${rate.name} ${code}` };
    }
  }
];
