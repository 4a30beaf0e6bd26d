import type { Built, RateHandle } from "./built";
import type { Context } from "./context";
import type { DraftSheet } from "./draft";
import type { Layout } from "./layout";
import { planOverall, renderCards, renderFootnote, renderOverall, type CardPlan, type ListItem } from "./lists";
import { planGroup, renderBlock, type Count, type IndicatorPlan } from "./matrix";
import { addNoiseSheet } from "./noise";
import { ADDITIONAL_CARDS, AREA_SCHEMES, CARD_NAMES, GROUPS, messy, type GroupWords, type LeafWords } from "./words";

export interface StationFrame {
  readonly station: string;
  /** （2024年9月10日至2025年2月28日） or "". */
  readonly period: string;
  /** 投入社工人数 of all areas together, when something else in the workbook fixes it. */
  readonly staff: number | null;
}

/** Draws and renders matrix, list, cards and footnote into the draft. */
export function renderIndicators(ctx: Context, built: Built, layout: Layout, frame: StationFrame): void {
  const { random, draft } = ctx;
  const names = sheetNames(random);
  const noise = (): void => {
    if (draft.sheets.length < 12 && layout.noiseSheets > 0 && random.chance(0.6)) addNoiseSheet(draft, random, draft.sheets.length);
  };
  noise();
  const left = 1 + layout.offsetColumns;
  let sheet = draft.add(names.next().value as string);
  let row = 1 + layout.offsetRows;
  const sheetTitle = `${frame.station}指标完成情况统计${random.pick(["表", "及投入人员对照表", ""])}${frame.period ? random.pick(["", "\n"]) + frame.period : ""}`;
  const title = messy(sheetTitle, random, layout.messy / 2);
  const putTitle = (label = title): void => {
    sheet.put(row, left, label);
    sheet.merge(row, left, row, left + 16);
    row += 1 + (random.chance(0.3) ? layout.gap : 0);
  };
  const fresh = (): void => {
    noise();
    sheet = draft.add(names.next().value as string);
    row = 1 + (random.chance(0.5) ? layout.offsetRows : 0);
    putTitle();
  };
  putTitle();

  const plans = planMatrix(ctx, layout);
  const areaNames = random.pick(AREA_SCHEMES).slice(0, layout.areas);
  const staff = planStaff(ctx, layout, frame.staff);
  let right = left;
  const firstTop = row;
  plans.forEach((blockPlans, i) => {
    if (i > 0 && layout.placement === "spread") fresh();
    const beside = layout.blocksBeside && i > 0 && layout.placement !== "spread";
    const top = beside ? firstTop : row;
    const blockLeft = beside ? right + 2 + random.int(0, 1) : left;
    const block = renderBlock(ctx, sheet, layout, { top, left: blockLeft, title, areaNames, staff }, blockPlans);
    built.blocks.push(block);
    right = Math.max(right, block.rect.right);
    row = Math.max(row, block.rect.bottom + 1);
    if (!layout.blocksBeside) row += layout.gap;
    for (const indicator of block.indicators) built.rates.push(...indicator.areas, indicator.total);
  });

  const noteSheet = sheet;
  if (layout.footnote === "beside") putFootnote(ctx, built, noteSheet, { top: row > 3 ? row - 3 : 1, left: right + 2, bottom: row - 1, right: right + 6 });
  const overallRates = new Map<RateHandle, ListItem>();
  if (layout.overall) {
    if (layout.placement === "spread") fresh();
    else row += layout.gap;
    const plan = planOverall(ctx);
    const list = renderOverall(ctx, sheet, layout, row, left, plan);
    const items = [...plan.left, ...plan.right];
    list.rates.forEach((rate, i) => overallRates.set(rate, items[i]!));
    built.rates.push(...list.rates);
    row = list.bottom + 1;
  }
  if (layout.footnote === "under") {
    row += random.chance(0.4) ? layout.gap : 0;
    putFootnote(ctx, built, sheet, { top: row, left, bottom: row + random.int(0, 2), right: left + 12 });
    row += 3;
  }
  if (layout.cards) {
    if (layout.placement === "one") row += 1 + layout.gap;
    else fresh();
    const list = renderCards(ctx, sheet, layout, row, left, planCards(ctx, built, layout, overallRates));
    built.rates.push(...list.rates);
  }
  noise();
  if (layout.typedRates && random.chance(0.3)) widenSlashes(built);
  if (layout.hiddenBlanks) {
    sheet.hiddenColumns.add(120);
    sheet.hiddenRows.add(sheet.lastRow() + 5);
  }
}

/** Nothing reads the "/" of a table typed throughout: there it may be full-width. */
function widenSlashes(built: Built): void {
  for (const rate of built.rates) {
    for (const at of [rate.target, rate.done, rate.rate]) if (built.draft.value(at) === "/") built.draft.type(at, "／");
  }
}

/** Names of sheets, in a fresh order for every workbook. */
function* sheetNames(random: Context["random"]): Generator<string> {
  const pool = random.chance(0.4)
    ? ["附件1-1", "附件1-2", "附件1-3", "附件1-4", "附件1-5", "附件1-6"]
    : random.shuffle(["附件1 指标完成情况", "附件1 对照表", "Sheet1", "指标", "2024年中期", "O'Brien 表", "表 (2)", "数据"]);
  yield* pool;
  for (let i = 1; ; i++) yield `工作表${i}`;
}

/** Which leaves stand in which block. */
function planMatrix(ctx: Context, layout: Layout): IndicatorPlan[][] {
  const { random } = ctx;
  let groups: readonly GroupWords[] = layout.subset ? random.some(GROUPS, 3) : GROUPS;
  if (layout.shuffledGroups) groups = random.shuffle(groups);
  const chosen = groups.slice(0, layout.mostGroups).map((group): { group: GroupWords; leaves: readonly LeafWords[] } => ({
    group, leaves: layout.subset && group.leaves.length > 1 ? random.some(group.leaves, 2) : group.leaves
  }));
  const blocks = Math.min(layout.blocks, chosen.length);
  const result: IndicatorPlan[][] = Array.from({ length: blocks }, () => []);
  chosen.forEach(({ group, leaves }, i) => {
    result[Math.floor((i * blocks) / chosen.length)]!.push(...planGroup(ctx, layout, group, leaves, layout.areas));
  });
  return result;
}

function planStaff(ctx: Context, layout: Layout, total: number | null): number[] {
  const { random } = ctx;
  const staff = Array.from({ length: layout.areas }, () => random.int(2, 6));
  if (total !== null) {
    const base = Math.floor(total / layout.areas);
    staff.fill(base);
    staff[0]! += total - base * layout.areas;
  }
  if (layout.halves && layout.areas > 1) {
    staff[0]! += 0.5;
    staff[1]! -= 0.5;
  }
  return staff;
}

function putFootnote(ctx: Context, built: Built, sheet: DraftSheet, area: { top: number; left: number; bottom: number; right: number }): void {
  const numberOf = (key: string): number | null => {
    for (const block of built.blocks) {
      for (const indicator of block.indicators) if (indicator.key === key) return totalOf(ctx, indicator.areas);
    }
    return null;
  };
  built.footnote = renderFootnote(ctx, sheet, area, { files: numberOf("困难群众和特殊群体建档"), visits: numberOf("入户探访") });
}

function totalOf(ctx: Context, areas: readonly RateHandle[]): number | null {
  let sum: number | null = null;
  for (const rate of areas) {
    const value = ctx.draft.value(rate.done);
    if (typeof value === "number") sum = (sum ?? 0) + value;
  }
  return sum;
}

/** Which cards there are: some repeat the matrix and the list, others only sound like it. */
function planCards(ctx: Context, built: Built, layout: Layout, overall: ReadonlyMap<RateHandle, ListItem>): CardPlan[] {
  const { random, draft } = ctx;
  const { repeat, additional } = layout.cards!;
  const cards: CardPlan[] = [];
  for (const block of built.blocks) {
    for (const indicator of block.indicators) {
      const group = GROUPS.find((g) => g.heads.includes(indicator.key.split("·")[0]!))!;
      if (indicator.leaf !== group.leaves[0]!.leaf || indicator.values === "blank" || !random.chance(repeat)) continue;
      const sum = (column: "target" | "done"): Count => {
        const counts = indicator.areas.map((rate) => draft.value(rate[column]));
        return counts.every((c) => c === "/") ? "/" : counts.reduce<number>((s, c) => s + (typeof c === "number" ? c : 0), 0);
      };
      cards.push({ name: random.pick(CARD_NAMES[group.key]!), target: sum("target"), done: sum("done"), repeats: indicator.total });
      (indicator as { alone: boolean }).alone = false;
    }
  }
  for (const [rate, item] of overall) {
    if (item.cards.length === 0 || !random.chance(repeat)) continue;
    cards.push({ name: random.pick(item.cards), target: item.target, done: item.done, repeats: rate });
  }
  for (const label of random.shuffle(ADDITIONAL_CARDS).slice(0, additional)) {
    const target = random.int(1, 60);
    const written = random.chance(0.3) ? label.replace("-", random.pick(["－", "—", " - "])) : label;
    cards.push({ name: written, target, done: Math.max(1, Math.round(target * (0.4 + random.next()))), repeats: null });
  }
  return repeat > 0 && random.chance(0.5) ? random.shuffle(cards) : cards;
}
