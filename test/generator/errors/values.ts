import type { CellAddress } from "../../../src/workbook";
import type { Built, IndicatorHandle, RateHandle } from "../built";
import type { Random } from "../random";
import { fullWidth } from "../words";
import type { SeededError } from "./types";
import { count, freeIndicators, indicators, numericRates, ratio, retype, rowCells, setCount, where } from "./tools";

/** A numeric area rate of an indicator that stands nowhere else. */
function freeCell(built: Built, random: Random, test: (i: IndicatorHandle, r: RateHandle) => boolean = () => true): { indicator: IndicatorHandle; rate: RateHandle } | null {
  for (const indicator of freeIndicators(built, random)) {
    const rate = random.shuffle(indicator.areas.filter((a) => a.numeric && test(indicator, a)))[0];
    if (rate) return { indicator, rate };
  }
  return null;
}

/** Cells that show the consequence of a broken number. */
const dependents = (indicator: IndicatorHandle, rate: RateHandle, column: "target" | "done"): CellAddress[] =>
  [rate.rate, indicator.total[column], indicator.total.rate];

function brokenNumber(id: string, description: string, catalogue: string, write: (n: number) => string, format?: string): SeededError {
  return {
    id, description, catalogue, kind: "indicators", severity: "error",
    apply: (built, random) => {
      const victim = freeCell(built, random);
      if (!victim) return null;
      const column = random.chance(0.7) ? "done" : "target";
      const at = victim.rate[column];
      built.draft.type(at, write(count(built, at)!), format);
      return { accept: [at], side: dependents(victim.indicator, victim.rate, column), detail: `${victim.rate.name} ${where(at)}` };
    }
  };
}

/** A rate whose target may be changed without other tables taking notice: with other numeric areas beside it, or on its own in a list. */
function looseRate(built: Built, random: Random): { rate: RateHandle; side: CellAddress[] } | null {
  const lists = numericRates(built, random, (r) => r.table !== "indicators" && r.partners.length === 0 && !r.unit && (count(built, r.done) ?? 0) > 0);
  if (lists.length > 0 && random.chance(0.4)) return { rate: lists[0]!, side: [] };
  for (const indicator of freeIndicators(built, random, (i) => i.targetTotalSpelling?.toleratesText !== false)) {
    const numeric = indicator.areas.filter((a) => a.numeric && (count(built, a.done) ?? 0) > 0);
    if (numeric.length > 1) return { rate: random.pick(numeric), side: [] };
  }
  return lists.length > 0 ? { rate: lists[0]!, side: [] } : null;
}

export const VALUE_ERRORS: readonly SeededError[] = [
  brokenNumber("text-number", "a number is kept as text", "E number kept as text", String, "@"),
  brokenNumber("full-width-digits", "a number stands in full-width digits", "E full-width digits", (n) => fullWidth(String(n))),
  brokenNumber("unit-in-cell", "a unit stands inside a numeric cell", "E unit inside a numeric cell that breaks its formula", (n) => `${n}个`),
  {
    id: "slash-target-with-rate", description: "no target, yet a rate", catalogue: "E target \"/\" with a rate", kind: "indicators", severity: "error",
    apply: (built, random) => {
      const found = looseRate(built, random);
      if (!found) return null;
      const { rate } = found;
      const value = ratio(built, rate)!;
      built.draft.type(rate.target, "/");
      built.draft.type(rate.rate, Math.round(value * 10000) / 10000);
      retype(built, [rate.rate]);
      return { accept: [rate.rate, rate.target], side: found.side, detail: `${rate.name} (${rate.table})` };
    }
  },
  ...([["target-blank", "the target is blank beside a done", null], ["target-zero", "the target is 0 beside a done", 0]] as const).map(([id, description, value]): SeededError => ({
    id, description, catalogue: "E target blank or 0 with a done", kind: "indicators", severity: "error",
    apply: (built, random) => {
      const found = looseRate(built, random);
      if (!found) return null;
      const { rate } = found;
      built.draft.type(rate.target, value);
      if (!rate.spelling) built.draft.type(rate.rate, random.pick([null, "/"]));
      retype(built, [rate.rate]);
      return { accept: [rate.target, rate.rate, rate.done], side: found.side, detail: `${rate.name} (${rate.table})` };
    }
  })),
  {
    id: "division-by-zero", description: "a rate over an empty row shows #DIV/0!", catalogue: "E #DIV/0! and other error values", kind: "indicators", severity: "error",
    apply: (built, random) => {
      const found = looseRate(built, random);
      if (!found?.rate.spelling || found.rate.spelling.guarded) return null;
      const { rate } = found;
      built.draft.type(rate.target, null);
      built.draft.type(rate.done, null);
      retype(built);
      return { accept: [rate.rate], side: [rate.target, rate.done], detail: `${rate.name} (${rate.table})` };
    }
  },
  {
    id: "closed-above-opened", description: "more cases closed than opened", catalogue: "E 结案 > 接案", kind: "indicators", severity: "error",
    apply: (built, random) => {
      for (const block of built.blocks) {
        const opened = block.indicators.find((i) => i.leaf === "接案");
        const closed = block.indicators.find((i) => i.leaf === "结案" && i.alone);
        if (!opened || !closed || opened.values === "blank") continue;
        const index = random.int(0, closed.areas.length - 1);
        const limit = opened.areas[index] ? count(built, opened.areas[index]!.done) : null;
        if (limit === null || count(built, closed.areas[index]!.done) === null) continue;
        built.draft.type(closed.areas[index]!.done, limit + random.int(1, 4));
        retype(built);
        built.draft.recalculate();
        const above = (count(built, closed.total.done) ?? 0) > (count(built, opened.total.done) ?? 0);
        return {
          accept: [closed.areas[index]!.done, opened.areas[index]!.done], side: above ? [closed.total.done, opened.total.done] : [],
          detail: where(closed.areas[index]!.done)
        };
      }
      return null;
    }
  },
  {
    id: "negative-count", description: "a count is negative", catalogue: "E negative or fractional counts", kind: "indicators", severity: "error",
    apply: (built, random) => {
      const victim = freeCell(built, random, (i) => i.areas.length > 1 && i.totalSpelling?.id !== "sumif-positive");
      if (!victim) return null;
      built.draft.type(victim.rate.done, -Math.max(1, count(built, victim.rate.done)!));
      retype(built);
      built.draft.recalculate();
      const total = count(built, victim.indicator.total.done);
      return { accept: [victim.rate.done], side: total !== null && Number(built.draft.value(victim.indicator.total.done)) < 0 ? [victim.indicator.total.done] : [], detail: where(victim.rate.done) };
    }
  },
  {
    id: "fractional-count", description: "a count is a fraction", catalogue: "E negative or fractional counts", kind: "indicators", severity: "error",
    apply: (built, random) => {
      const victim = freeCell(built, random);
      if (!victim) return null;
      const column = random.chance(0.7) ? "done" : "target";
      built.draft.type(victim.rate[column], count(built, victim.rate[column])! + random.pick([0.5, 0.3]));
      retype(built);
      return { accept: [victim.rate[column]], side: [victim.indicator.total[column]], detail: where(victim.rate[column]) };
    }
  },
  {
    id: "staff-differs", description: "投入社工人数 differs between the blocks", catalogue: "W 投入社工人数 differs between blocks", kind: "indicators", severity: "warning",
    apply: (built, random) => {
      if (built.blocks.length < 2) return null;
      const block = built.blocks[built.blocks.length - 1]!;
      const index = random.int(0, block.areaRows.length - 1);
      const at = { sheet: block.sheet, row: block.areaRows[index]!, column: block.staffColumn };
      built.draft.type(at, count(built, at)! + 1);
      retype(built);
      return {
        accept: built.blocks.map((b) => ({ sheet: b.sheet, row: b.areaRows[index]!, column: b.staffColumn })),
        side: built.blocks.map((b) => ({ sheet: b.sheet, row: b.totalRow, column: b.staffColumn })), detail: where(at)
      };
    }
  },
  {
    id: "hidden-row", description: "a row with data is hidden", catalogue: "I hidden rows or columns with data", kind: "indicators", severity: "info",
    apply: (built, random) => {
      const block = random.pick(built.blocks);
      const row = random.pick(block.areaRows);
      built.draft.sheet(block.sheet).hiddenRows.add(row);
      return { accept: [...rowCells(block, row), ...rowCells(block, block.headRow)], detail: `${block.sheet} row ${row}` };
    }
  },
  {
    id: "hidden-column", description: "a column with data is hidden", catalogue: "I hidden rows or columns with data", kind: "indicators", severity: "info",
    apply: (built, random) => {
      const indicator = random.pick(indicators(built));
      const { block, columns } = indicator;
      built.draft.sheet(block.sheet).hiddenColumns.add(columns.done);
      const rows = Array.from({ length: block.rect.bottom - block.rect.top + 1 }, (_, i) => block.rect.top + i);
      return { accept: [...rows.map((row) => ({ sheet: block.sheet, row, column: columns.done })), ...rowCells(block, block.headRow)], detail: indicator.key };
    }
  },
  {
    id: "external-link", description: "a number is read from another workbook", catalogue: "W links to other workbooks", kind: "indicators", severity: "warning",
    apply: (built, random) => {
      const victim = freeCell(built, random);
      if (!victim) return null;
      built.draft.externalLinks.push("台账.xlsx");
      built.draft.enter(victim.rate.done, { kind: "external", text: "[1]台账!$B$5", stored: count(built, victim.rate.done)! });
      return { accept: [victim.rate.done], side: [], detail: where(victim.rate.done) };
    }
  },
  ...(["done", "target"] as const).map((column): SeededError => ({
    id: `card-${column}-differs`, description: `a card gives another ${column} than the table it repeats`, catalogue: "E the same indicator with other numbers in another table",
    kind: "indicators", severity: "error",
    apply: (built, random) => {
      const card = numericRates(built, random, (r) => r.table === "cards" && r.partners.some((p) => p.numeric) && (count(built, r[column]) ?? 0) > 0)[0];
      if (!card) return null;
      setCount(built, card, column, count(built, card[column])! + random.int(1, 5));
      retype(built);
      return { accept: [card[column], ...card.partners.map((p) => p[column])], detail: `${card.name} ${where(card[column])}` };
    }
  })),
  {
    id: "overall-card-differs", description: "list and card disagree", catalogue: "E the same indicator with other numbers in another table", kind: "indicators", severity: "error",
    apply: (built, random) => {
      const item = numericRates(built, random, (r) => r.table === "overall" && r.partners.length > 0)[0];
      if (!item) return null;
      setCount(built, item, "done", count(built, item.done)! + random.int(1, 3));
      retype(built);
      return { accept: [item.done, ...item.partners.map((p) => p.done)], detail: `${item.name} ${where(item.done)}` };
    }
  }
];

/** Numbers of the footnote against the tables and against each other. */
function footnote(id: string, description: string, catalogue: string, change: (built: Built) => Parameters<NonNullable<Built["footnote"]>["write"]>[0] | null, key: RegExp | null): SeededError {
  return {
    id, description, catalogue, kind: "indicators", severity: "error",
    apply: (built) => {
      const note = built.footnote;
      const indicator = key ? indicators(built).find((i) => key.test(i.key) && i.values !== "blank" && count(built, i.total.done) !== null) : null;
      if (!note || (key && !indicator)) return null;
      const numbers = change(built);
      if (!numbers) return null;
      built.draft.type(note.at, note.write(numbers));
      return { accept: indicator ? [note.at, indicator.total.done] : [note.at], detail: note.write(numbers) };
    }
  };
}

export const FOOTNOTE_ERRORS: readonly SeededError[] = [
  footnote("footnote-files", "the footnote's 建档人数 is not the table's", "E footnote numbers ≠ table (建档人数)", (b) => ({ people: b.footnote!.people + 7 }), /建档/),
  footnote("footnote-visits", "the footnote's visits are not the table's", "E footnote numbers ≠ table (入户探访)", (b) => ({ visits: b.footnote!.visits + 11 }), /入户探访|家访/),
  footnote("households-above-people", "more households than people on file", "E 户数 > 人数", (b) => ({ households: b.footnote!.people + 12 }), null),
  footnote("people-above-population", "more people on file than live there", "E 人数 > 人口", (b) => ({ population: Math.max(1, b.footnote!.people - 20) }), null)
];
