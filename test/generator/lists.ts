import type { FootnoteHandle, RateHandle } from "./built";
import type { Context } from "./context";
import type { DraftSheet } from "./draft";
import type { Layout } from "./layout";
import { putRate, type Count } from "./matrix";
import { fullWidth, messy, OVERALL, RATE_WORDS } from "./words";

export interface ListItem {
  readonly name: string;
  readonly cards: readonly string[];
  readonly target: Count;
  readonly done: Count;
}

/** Draws the indicators of the 总体服务 list: the volunteers first. */
export function planOverall(ctx: Context): { left: ListItem[]; right: ListItem[] } {
  const { random } = ctx;
  const item = (o: (typeof OVERALL)[number]): ListItem => {
    const target = random.int(o.size[0], o.size[1]);
    return { name: o.name, cards: o.cards, target, done: Math.max(1, Math.round(target * (0.3 + random.next()))) };
  };
  const left = random.some(OVERALL.filter((o) => o.volunteers), 2).map(item);
  const right = random.some(OVERALL.filter((o) => !o.volunteers), 1).map(item);
  if (random.chance(0.3)) right.push({ name: "/", cards: [], target: "/", done: "/" });
  return { left, right };
}

/** Renders the 总体服务 list; returns the last row and the rates. */
export function renderOverall(
  ctx: Context, sheet: DraftSheet, layout: Layout, top: number, left: number, plan: { left: ListItem[]; right: ListItem[] }
): { bottom: number; right: number; rates: RateHandle[] } {
  const { random } = ctx;
  const form = layout.overall!;
  const rates: RateHandle[] = [];
  const lists = form.lists === 2 ? [plan.left, plan.right] : [[...plan.left, ...plan.right]];
  const rows = Math.max(...lists.map((list) => list.length));
  sheet.put(top, left, messy("总体服务", random, layout.messy));
  sheet.merge(top, left, top + rows, left);
  let column = left + 1;
  lists.forEach((list, index) => {
    const category = index === 0 && form.category && plan.left.length > 0;
    sheet.put(top, column, messy("协议内容", random, layout.messy));
    if (category) {
      sheet.merge(top, column, top, column + 1);
      sheet.put(top + 1, column, "志愿者");
      sheet.merge(top + 1, column, top + plan.left.length, column);
    }
    const nameColumn = category ? column + 1 : column;
    [messy("指标要求", random, layout.messy), messy("完成量", random, layout.messy), messy(random.pick(RATE_WORDS), random, layout.messy)]
      .forEach((head, i) => sheet.put(top, nameColumn + 1 + i, head));
    list.forEach((item, i) => {
      const row = top + 1 + i;
      const inCategory = category && i < plan.left.length;
      sheet.put(row, inCategory || !category ? nameColumn : column, messy(item.name, random, layout.messy));
      if (category && !inCategory) sheet.merge(row, column, row, nameColumn);
      sheet.put(row, nameColumn + 1, item.target, layout.countFormat);
      sheet.put(row, nameColumn + 2, item.done, layout.countFormat);
      rates.push(putRate(ctx, sheet, { row, column: nameColumn + 3 }, item,
        { table: "overall", name: item.name, row: "single", typed: layout.typedRates },
        ctx.parts(sheet.at(row, nameColumn + 1), sheet.at(row, nameColumn + 2), null, false)));
    });
    column = nameColumn + 4;
  });
  return { bottom: top + rows, right: column - 1, rates };
}

export interface CardPlan extends Omit<ListItem, "cards"> {
  /** The rate elsewhere that this card repeats. */
  readonly repeats: RateHandle | null;
}

/** Renders cards from `top` on; returns the last row and the rates. */
export function renderCards(
  ctx: Context, sheet: DraftSheet, layout: Layout, top: number, left: number, cards: readonly CardPlan[]
): { bottom: number; rates: RateHandle[] } {
  const { random } = ctx;
  const { form, across, units } = layout.cards!;
  const rates: RateHandle[] = [];
  const width = form === "three-row" ? 3 : 4;
  const spacing = random.int(0, 1);
  const gapRows = random.int(0, 2);
  let row = top;
  for (let i = 0; i < cards.length; i += across) {
    cards.slice(i, i + across).forEach((card, k) => {
      const column = left + k * (width + spacing);
      const label = messy(card.name, random, layout.messy);
      const heads = ["指标要求", "完成情况", random.pick(["完成百分比", "完成百分比", "完成率"])].map((h) => messy(h, random, layout.messy));
      let first = column;
      let headRow = row;
      if (form === "three-row") {
        sheet.put(row, column, label);
        sheet.merge(row, column, row, column + 2);
        headRow = row + 1;
      } else {
        sheet.put(row, column, label);
        sheet.merge(row, column, row + (form === "two-row" ? 1 : 2), column);
        first = column + 1;
      }
      heads.forEach((head, h) => sheet.put(headRow, first + h, head));
      const unit = units ? random.pick(["个", "个", "人次", "次"]) : "";
      const write = (value: Count, at: number): void => {
        const text = unit && typeof value === "number" ? `${random.chance(0.1) ? fullWidth(String(value)) : value}${unit}` : value;
        sheet.put(headRow + 1, at, text, layout.countFormat);
      };
      write(card.target, first);
      write(card.done, first + 1);
      const rate = putRate(ctx, sheet, { row: headRow + 1, column: first + 2 }, card,
        { table: "cards", name: card.name, row: "single", typed: layout.typedRates || units, unit },
        ctx.parts(sheet.at(headRow + 1, first), sheet.at(headRow + 1, first + 1), null, false));
      if (card.repeats) {
        rate.partners.push(card.repeats, ...card.repeats.partners.filter((p) => p !== rate));
        for (const partner of [...rate.partners]) partner.partners.push(rate);
      }
      rates.push(rate);
    });
    row += (form === "two-row" ? 2 : 3) + gapRows;
  }
  return { bottom: row - 1, rates };
}

/** Writes the footnote into one merged cell. */
export function renderFootnote(
  ctx: Context, sheet: DraftSheet, area: { top: number; left: number; bottom: number; right: number }, known: { files: number | null; visits: number | null }
): FootnoteHandle {
  const { random } = ctx;
  const people = known.files ?? random.int(300, 2000);
  const households = Math.max(1, Math.round(people * (0.7 + random.next() * 0.25)));
  const visits = known.visits ?? random.int(200, 2000);
  const population = random.int(20, 90) * 1000;
  const served = random.int(5000, 20000);
  const inWan = random.chance(0.4);
  const town = random.pick(["街道/镇", "街道", "镇"]);
  const wide = random.chance(0.15);
  const handle: FootnoteHandle = {
    at: sheet.at(area.top, area.left), population, households, people, visits,
    write: (n) => {
      const total = n.population ?? population;
      const sentence = `所在${town}户籍人口（${inWan ? `${total / 10000}万人` : `${total}人`}），`
        + `评估末月社工站为困难群众和特殊群体建档总户数${n.households ?? households}户，建档人数${n.people ?? people}人；`
        + `评估期内入户探访总人数${n.visits ?? visits}人次，服务总人数${n.people ?? people}人；通过社工专业服务共服务社区居民${served}人次。`;
      return wide ? sentence.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)) : sentence;
    }
  };
  sheet.put(area.top, area.left, handle.write({}));
  sheet.merge(area.top, area.left, area.bottom, area.right);
  return handle;
}
