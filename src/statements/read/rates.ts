import type { Measure } from "../text/measures";

/** A count with the rate that the sentence gives it. */
export interface RatedCount {
  readonly count: Measure;
  readonly rate: Measure | null;
}

/** 完成协议指标量的, 分别完成指标的, 完成率为: what stands before the rate of an indicator. */
const OF_TARGET = /(?:完成|达到?|占)了?(?:本?年度|全年|中期|末期|半年)?(?:服务)?(?:协议|合同|指标|任务|目标|计划)(?:约定|规定)?(?:服务)?(?:指标|任务|目标)?(?:总)?(?:量|数|要求)?的?(?:比例为|约|为)?$|(?:完成|达成|达标)(?:率|百分比|比例|度)(?:分别)?(?:为|达|是|达到)?：?$|指标(?:量)?的$/u;
/** Money, time and points are never counts of an indicator. */
const NO_COUNTS: ReadonlySet<string> = new Set(["元", "年", "月", "个月", "天", "日", "周", "分", "岁", "大", "方面", "点", ""]);
const GOES_ON = /^(?:[、，和及与；]|以及|[，、]和)?$/u;

/** Pairs the counts of each clause (between ；) with its rates: list with list in order, or a rate with the count before it. */
export function ratedCounts(measures: readonly Measure[]): RatedCount[] {
  const paired: RatedCount[] = [];
  for (const group of groupsOf(measures)) {
    let counts: Measure[] = [];
    for (let i = 0; i < group.length; i++) {
      const measure = group[i]!;
      if (measure.bracketed) continue;
      if (measure.token.unit !== "%") {
        if (!NO_COUNTS.has(measure.token.unit)) counts.push(measure);
        continue;
      }
      const before = textBefore(measure);
      if (!OF_TARGET.test(before)) continue;
      const rates = [measure];
      while (i + 1 < group.length && group[i + 1]!.token.unit === "%" && goesOn(group[i]!, group[i + 1]!)) rates.push(group[++i]!);
      paired.push(...pair(counts, rates, /分别|各/u.test(before.slice(-24))));
      counts = [];
    }
    paired.push(...counts.map((count) => ({ count, rate: null })));
  }
  return paired;
}

function pair(counts: readonly Measure[], rates: readonly Measure[], listed: boolean): RatedCount[] {
  if (rates.length === 1 && !listed) return counts.map((count, i) => ({ count, rate: i === counts.length - 1 ? rates[0]! : null }));
  // As many rates as counts in every case; anything else is not understood.
  if (rates.length !== counts.length) return counts.map((count) => ({ count, rate: null }));
  return counts.map((count, i) => ({ count, rate: rates[i]! }));
}

function textBefore({ line, token }: Measure): string {
  return line.text.slice(Math.max(0, token.start - 30), token.start);
}

function goesOn(first: Measure, next: Measure): boolean {
  return GOES_ON.test(first.line.text.slice(first.token.end, next.token.start));
}

function groupsOf(measures: readonly Measure[]): Measure[][] {
  const groups: Measure[][] = [];
  let last: Measure | null = null;
  for (const measure of measures) {
    if (last && last.line === measure.line && last.group === measure.group) groups[groups.length - 1]!.push(measure);
    else groups.push([measure]);
    last = measure;
  }
  return groups;
}
