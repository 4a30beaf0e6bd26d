import type { Measure } from "../text/measures";
import { roleOf, type Role } from "./roles";
import { subjectNamed } from "./subjects";

/** A count with the rate that the sentence gives it, and the target that it names beside it. */
export interface RatedCount {
  readonly count: Measure;
  readonly rate: Measure | null;
  readonly target: Measure | null;
}

/** 完成协议指标量的, 分别完成指标的, 完成率依次为: what stands before the rate of an indicator. */
const OF_TARGET = /(?:完成|达到?|占)了?(?:[本该]片区)?(?:本?年度|全年|中期|末期|半年)?(?:服务)?(?:协议|合同|指标|任务|目标|计划)(?:约定|规定)?(?:服务)?(?:指标|任务|目标)?(?:总)?(?:量|数|要求)?的?(?:比例为|约|为)?$|完成(?:率|百分比|比例|度)(?:分别|依次)?(?:为|达|是|达到)?：?$|指标(?:量)?的$|(?:分别|依次)(?:达到?|完成)$/u;
/** Rates of something else than an indicator's target. */
const NO_TARGET = /预算|支出|经费|稳岗|出勤|满意|回收|达标|达成|执行/u;
const GOES_ON = /^(?:[、，和及与]|以及|[，、]和)?$/u;
/** Money, time and points are never counts of an indicator. */
const NO_COUNTS: ReadonlySet<string> = new Set(["元", "年", "月", "个月", "天", "日", "周", "分", "岁", "大", "方面", "点", "小时", "倍", "个百分点", "处", "栋"]);

/** Pairs the counts of each clause (between ；) with its rates: list with list in order, or a rate with the count before it. */
export function ratedCounts(measures: readonly Measure[]): RatedCount[] {
  return groupsOf(measures).flatMap((group) => {
    const paired: RatedCount[] = [];
    let counts: Measure[] = [];
    let targets: Measure[] = [];
    const roles = rolesIn(group);
    for (let i = 0; i < group.length; i++) {
      const measure = group[i]!;
      if (measure.token.unit !== "%") {
        if (NO_COUNTS.has(measure.token.unit) || (measure.token.unit === "项" && /^[一-鿿]{0,6}指标/u.test(measure.behind))) continue;
        const role = roles[i]!;
        if (role === "target") targets.push(measure);
        else if (role === "done" && !measure.bracketed) counts.push(measure);
        continue;
      }
      const before = textBefore(measure);
      if (measure.bracketed || !OF_TARGET.test(before) || NO_TARGET.test(before.slice(-12))) continue;
      const rates = [measure];
      while (i + 1 < group.length && group[i + 1]!.token.unit === "%" && goesOn(group[i]!, group[i + 1]!)) rates.push(group[++i]!);
      const late = counts.length === 0 ? countsBehind(group, i) : null;
      paired.push(...(late && late.length === rates.length ? pair(late, [], rates, true) : pair(counts, targets, rates, /分别|各|依次/u.test(before.slice(-24)))));
      if (late && late.length === rates.length) i += late.length;
      counts = [];
      targets = [];
    }
    return [...paired, ...counts.map((count) => ({ count, rate: null, target: null }))];
  });
}

/** The targets that a line names. */
export function targetsIn(measures: readonly Measure[]): Measure[] {
  return groupsOf(measures).flatMap((group) => {
    const roles = rolesIn(group);
    return group.filter(({ token }, i) => roles[i] === "target" && token.unit !== "%" && !NO_COUNTS.has(token.unit));
  });
}

/** What goes on from a target is one as well: 对应协议指标 2 支、33 名、160 名. */
function rolesIn(group: readonly Measure[]): Role[] {
  const roles: Role[] = [];
  group.forEach((measure, i) => {
    const goes = i > 0 && roles[i - 1] === "target" && measure.token.unit !== "%" && goesOn(group[i - 1]!, measure);
    roles.push(goes ? "target" : roleOf(measure));
  });
  return roles;
}

/** 完成率分别为…，所对应的完成量分别是11个、50节、11个: the counts behind their rates. */
function countsBehind(group: readonly Measure[], at: number): Measure[] | null {
  const [first, ...rest] = group.slice(at + 1);
  if (!first || !/对应的完成量(?:分别|依次)?(?:是|为)$/u.test(textBefore(first))) return null;
  const counts = [first];
  for (const next of rest) {
    if (!goesOn(counts[counts.length - 1]!, next)) break;
    counts.push(next);
  }
  return counts;
}

function pair(counts: readonly Measure[], targets: readonly Measure[], rates: readonly Measure[], listed: boolean): RatedCount[] {
  const targetOf = (i: number): Measure | null => (targets.length === counts.length && rates.length === counts.length ? targets[i]! : null);
  if (rates.length === 1 && !listed && counts.length > 0 && turnsAway(counts.at(-1)!, rates[0]!)) return counts.map((count) => ({ count, rate: null, target: null }));
  if (rates.length === counts.length) return counts.map((count, i) => ({ count, rate: rates[i]!, target: targetOf(i) }));
  // As many rates as counts in every case; anything else is not understood.
  if (rates.length !== 1 || listed) return counts.map((count) => ({ count, rate: null, target: null }));
  return counts.map((count, i) => ({ count, rate: i === counts.length - 1 && targets.length === 0 ? rates[0]! : null, target: null }));
}

/** 20个指标…，未完成的是滨江片区的入户探访，完成率97.87%: another indicator stands before the rate. */
function turnsAway(count: Measure, rate: Measure): boolean {
  const between = count.line.text.slice(count.token.end + count.behind.length, rate.token.start);
  // 建档360户，…，专业小组人次完成率达76.50%: the rate's own clause names what it is of.
  const named = /(?:^|[，、；])(?:其中|而|且)?([^，、；：]{2,14}?)(?:的)?完成率[^，、；]*$/u.exec(between)?.[1];
  const own = named === undefined ? null : subjectNamed(named);
  const counted = own && subjectNamed(count.before.replace(/^.*(?:完成|开展)/u, ""));
  if (own && !(counted && counted.family === own.family)) return true;
  return /(?:探访|电访|家访|个案|小组|活动|建档|志愿者|骨干|队伍)，/u.test(between);
}

function textBefore({ line, token }: Measure): string {
  return line.text.slice(Math.max(0, token.start - 30), token.start);
}

/** Set apart from it only by 、 or 和. */
export function goesOn(first: Measure, next: Measure): boolean {
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
