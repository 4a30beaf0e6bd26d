import type { Scalar } from "../../src/workbook";
import type { BlockHandle, IndicatorHandle, RateHandle } from "./built";
import type { Context } from "./context";
import type { DraftSheet } from "./draft";
import { roundHalfUp } from "./format";
import type { Layout } from "./layout";
import type { RateParts } from "./spellings";
import { messy, OTHER_WORDS, RATE_WORDS, type GroupWords, type LeafWords } from "./words";

/** What a target or a done cell holds. */
export type Count = number | "/" | null;

/** One indicator of the matrix before it stands anywhere. */
export interface IndicatorPlan {
  readonly group: GroupWords;
  readonly leaf: LeafWords;
  readonly values: "per-area" | "merged" | "first-row" | "blank";
  readonly targets: Count[];
  readonly dones: Count[];
}

/** Draws the numbers of all leaves of one group; closed cases (结案) never exceed opened ones (接案). */
export function planGroup(ctx: Context, layout: Layout, group: GroupWords, leaves: readonly LeafWords[], areas: number): IndicatorPlan[] {
  const { random } = ctx;
  const values = random.chance(layout.blankIndicators) ? "blank"
    : layout.values === "by-group" ? random.pick(["per-area", "merged", "first-row"] as const) : layout.values;
  const count = values === "per-area" ? areas : 1;
  const plans: IndicatorPlan[] = [];
  for (const leaf of leaves) {
    const slashed = random.chance(layout.slashes);
    const doneSlashed = slashed && random.chance(0.3) && leaf.leaf !== "接案" && leaf.leaf !== "结案";
    const partly = !slashed && values === "per-area" && count > 2 && random.chance(layout.slashes / 2);
    const targets: Count[] = [];
    const dones: Count[] = [];
    for (let i = 0; i < count; i++) {
      const target = random.int(leaf.size[0], leaf.size[1]);
      let done = random.chance(0.04) ? 0 : Math.max(1, Math.round(target * (0.35 + random.next() * 0.9)));
      const opened = plans.find((p) => p.leaf.leaf === "接案")?.dones[i];
      if (leaf.leaf === "结案" && typeof opened === "number") done = Math.min(done, opened);
      const noTarget = slashed || (partly && i === count - 1);
      targets.push(noTarget ? "/" : target);
      dones.push(doneSlashed || (partly && noTarget && leaf.leaf !== "接案" && random.chance(0.5)) ? "/" : done);
    }
    plans.push({ group, leaf, values, targets, dones });
  }
  return plans;
}

/** Writes a rate beside its two numbers, as a formula or typed (R15, R16). */
export function putRate(
  ctx: Context, sheet: DraftSheet, at: { row: number; column: number }, numbers: { target: Count; done: Count },
  info: Pick<RateHandle, "table" | "name" | "row"> & { typed: boolean; unit?: string }, parts: RateParts
): RateHandle {
  const { target, done } = numbers;
  const numeric = typeof target === "number" && typeof done === "number";
  let spelling: RateHandle["spelling"] = info.typed ? null : ctx.rateSpelling();
  if (spelling && target === "/" && !spelling.guarded) spelling = null;
  if (target === "/" || numeric) {
    if (spelling) sheet.putFormula(at.row, at.column, spelling.build(parts), "0.00%");
    else sheet.put(at.row, at.column, numeric ? roundHalfUp((done as number) / (target as number), 4) : "/", "0.00%");
  }
  return {
    table: info.table, name: info.name, row: info.row, target: parts.target, done: parts.done, rate: sheet.at(at.row, at.column),
    spelling, parts, numeric, partners: [], unit: info.unit ?? ""
  };
}

/** A count with "/" counted as nothing; "/" only where every cell says so. */
function sumOf(counts: readonly Count[]): Count {
  if (counts.every((c) => c === "/")) return "/";
  return counts.reduce<number>((sum, c) => sum + (typeof c === "number" ? c : 0), 0);
}

export interface BlockFrame {
  readonly top: number;
  readonly left: number;
  readonly title: string;
  readonly areaNames: readonly string[];
  readonly staff: readonly number[];
}

/** Renders one block: two head rows, the area rows, the total row. Returns its handle; its last row is rect.bottom. */
export function renderBlock(ctx: Context, sheet: DraftSheet, layout: Layout, frame: BlockFrame, plans: readonly IndicatorPlan[]): BlockHandle {
  const { random } = ctx;
  const { top, left, areaNames } = frame;
  const width = 2 + plans.length * 3;
  const other = layout.otherWords ? random.pick(OTHER_WORDS) : null;
  const heads = plans.map((p) => ({
    group: messy(random.pick(p.group.heads), random, layout.messy),
    target: messy(other ? other.target(p.leaf.leaf) : random.pick(p.leaf.targets), random, layout.messy),
    done: messy(other ? other.done : random.pick(p.leaf.dones), random, layout.messy),
    rate: messy(other ? other.rate : random.pick(RATE_WORDS), random, layout.messy)
  }));
  const area = messy("服务片区", random, layout.messy);
  const people = messy("投入社工人数", random, layout.messy);
  const putHeads = (row: number): void => {
    sheet.put(row, left, area);
    sheet.merge(row, left, row + 1, left);
    sheet.put(row, left + 1, people);
    sheet.merge(row, left + 1, row + 1, left + 1);
    for (let i = 0; i < plans.length;) {
      let end = i + 1;
      while (end < plans.length && plans[end]!.group === plans[i]!.group) end++;
      sheet.put(row, left + 2 + i * 3, heads[i]!.group);
      sheet.merge(row, left + 2 + i * 3, row, left + 1 + end * 3);
      for (; i < end; i++) {
        sheet.put(row + 1, left + 2 + i * 3, heads[i]!.target);
        sheet.put(row + 1, left + 3 + i * 3, heads[i]!.done);
        sheet.put(row + 1, left + 4 + i * 3, heads[i]!.rate);
      }
    }
  };
  putHeads(top);
  let row = top + 2;
  let totalRow = 0;
  if (layout.totalFirst) totalRow = row++;
  const areaRows: number[] = [];
  const breakAfter = layout.pageBreak ? Math.floor(areaNames.length / 2) : -1;
  areaNames.forEach((label, i) => {
    if (i === breakAfter) {
      row += random.int(0, 1);
      sheet.put(row, left, frame.title);
      sheet.merge(row, left, row, left + width - 1);
      putHeads(row + 1);
      row += 3;
    }
    sheet.put(row, left, messy(label, random, layout.messy / 2));
    sheet.put(row, left + 1, frame.staff[i]!, layout.halves ? "General" : layout.countFormat);
    areaRows.push(row++);
  });
  if (!layout.totalFirst) totalRow = row++;
  sheet.put(totalRow, left, messy("合计", random, layout.messy));

  const block: BlockHandle = {
    sheet: sheet.name, rect: { top, left, bottom: row - 1, right: left + width - 1 }, areaRows, totalRow,
    labelColumn: left, staffColumn: left + 1, headRow: top, indicators: []
  };
  const putTotal = (column: number, value: Scalar, textAmong: boolean): IndicatorHandle["totalSpelling"] => {
    if (layout.typedTotals || typeof value !== "number") {
      if (value !== null) sheet.put(totalRow, column, value, layout.countFormat);
      return null;
    }
    const spelling = ctx.totalSpelling(textAmong);
    sheet.putFormula(totalRow, column, spelling.build({ sheet: sheet.name, column, rows: areaRows, labelColumn: left }), layout.countFormat);
    return spelling;
  };
  putTotal(left + 1, frame.staff.reduce((a, b) => a + b, 0), false);
  plans.forEach((plan, i) => {
    const columns = { target: left + 2 + i * 3, done: left + 3 + i * 3, rate: left + 4 + i * 3 };
    block.indicators.push(renderIndicator(ctx, sheet, layout, block, plan, columns, putTotal));
  });
  return block;
}

function renderIndicator(
  ctx: Context, sheet: DraftSheet, layout: Layout, block: BlockHandle, plan: IndicatorPlan, columns: IndicatorHandle["columns"],
  putTotal: (column: number, value: Scalar, textAmong: boolean) => IndicatorHandle["totalSpelling"]
): IndicatorHandle {
  const { areaRows, totalRow } = block;
  const scope = { top: areaRows[0]!, bottom: areaRows[areaRows.length - 1]!, labelColumn: block.labelColumn };
  const label = plan.leaf.leaf ? `${plan.group.heads[0]}·${plan.leaf.leaf}` : plan.group.heads[0]!;
  const merged = plan.values === "merged" && areaRows.length > 1 && !layout.pageBreak;
  const put = (row: number, target: Count, done: Count, kind: "area" | "total"): RateHandle => {
    if (kind === "area") {
      if (target !== null) sheet.put(row, columns.target, target, layout.countFormat);
      if (done !== null) sheet.put(row, columns.done, done, layout.countFormat);
    }
    return putRate(ctx, sheet, { row, column: columns.rate }, { target, done },
      { table: "indicators", name: label, row: kind, typed: layout.typedRates },
      ctx.parts(sheet.at(row, columns.target), sheet.at(row, columns.done), scope, kind === "total"));
  };
  const areas: RateHandle[] = [];
  if (plan.values !== "blank") {
    plan.targets.forEach((target, i) => areas.push(put(areaRows[i]!, target, plan.dones[i]!, "area")));
    if (merged) {
      for (const column of Object.values(columns)) sheet.merge(scope.top, column, scope.bottom, column);
    }
  }
  const blank = plan.values === "blank";
  const target = blank ? null : sumOf(plan.targets);
  const done = blank ? null : sumOf(plan.dones);
  const targetTotalSpelling = putTotal(columns.target, target, plan.targets.includes("/"));
  const totalSpelling = putTotal(columns.done, done, plan.dones.includes("/"));
  const total = put(totalRow, target, done, "total");
  return {
    key: label, leaf: plan.leaf.leaf, block, columns, areas, total, totalSpelling, targetTotalSpelling,
    values: merged ? "merged" : plan.values === "merged" ? "first-row" : plan.values, alone: true
  };
}
