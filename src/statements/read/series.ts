import type { Line } from "../text/lines";
import type { Measure } from "../text/measures";

/** Numbers of one kind that a sentence gives side by side, each with the words that name it. */
export interface Series {
  readonly measures: readonly Measure[];
  /** Ways to read the names, each as long as the numbers; none where the sentence only says how many (三年分别为). */
  readonly names: readonly (readonly string[])[];
  /** The counts that stand in the same order before rates: 社区活动111场、5683人次，完成率依次为…. */
  readonly counts: readonly Measure[];
  /** 三年分别为…, 各月依次为…: all that the table has, in its order. */
  readonly isWhole: boolean;
}

/** 企业5笔、社会组织3笔: the names without their numbers. */
const NUMBER = /\d+(?:\.\d+)?(?:%|[一-鿿])?(?=、|$)/gu;
const LONGEST_NAME = 16;
const IN_ORDER = /(?:分别|依次|各)[^，。；：、\d]{0,8}：?$/u;
const WHOLE = /(?:[二两三四五六七八九十\d]{1,2}(?:个|年|类|方|期|月|次|项)|各)[^，。；：、\d]{0,8}(?:分别|依次)[^，。；：、\d]{0,8}：?$/u;

/** All series of a line: 大塘社区4场、蓝天社区3场; A、B和C分别为3、4、2场. */
export function seriesIn(line: Line, measures: readonly Measure[]): Series[] {
  return [...listed(line, measures), ...inline(line, measures)];
}

/** A、B和C分别为3、4、2场. */
function listed(line: Line, measures: readonly Measure[]): Series[] {
  return measures.flatMap((first, i): Series[] => {
    const lead = line.text.slice(first.sentence.start, first.token.start);
    if (!IN_ORDER.test(lead)) return [];
    const run = runFrom(i, line, measures);
    const names = namesBefore(lead).filter((one) => one.length === run.length);
    return run.length >= 2 ? [{ measures: run, names, isWhole: names.length === 0 && WHOLE.test(lead), counts: countsBefore(first, run.length, measures) }] : [];
  });
}

/** The numbers that follow each other with nothing but a mark, or a bracket, between. */
function runFrom(from: number, line: Line, measures: readonly Measure[]): Measure[] {
  const run = [measures[from]!];
  for (const next of measures.slice(from + 1)) {
    const last = run.at(-1)!;
    const between = line.text.slice(last.token.end, next.token.start);
    if (next.bracketed !== last.bracketed && next.bracketed) continue;
    if (!/^(?:（[^）]*）)?[、，和及与]$/u.test(between) || !(last.token.unit === "" || last.token.unit === next.token.unit)) break;
    run.push(next);
  }
  // 3、4、2场: the last has the unit of all.
  const { unit } = run.at(-1)!.token;
  return run.map((one) => (one.token.unit === "" ? { ...one, token: { ...one.token, unit } } : one));
}

/** As many counts just before rates as there are rates. */
function countsBefore(first: Measure, length: number, measures: readonly Measure[]): Measure[] {
  if (first.token.unit !== "%") return [];
  const before = measures.slice(0, measures.indexOf(first)).filter((one) => one.sentence === first.sentence && !one.bracketed);
  const own = before.slice(-length);
  return own.length === length && own.every(({ token }) => token.unit !== "%" && token.unit !== "") && before.at(-length - 1)?.group !== first.group ? own : [];
}

/** The lists of names in the words before, the last first; each way in which its end may be two names. */
function namesBefore(lead: string): string[][] {
  return lead.split(/[，；：（）]/u).reverse().flatMap((clause) => {
    const parts = clause.replace(/(?:分别|依次|各).*$/u, "").replace(/[两二三四五六七八九十](?:个|类|方|期|项).*$/u, "").replace(NUMBER, "").split("、");
    if (parts.some((part) => part.length > LONGEST_NAME * 2)) return [];
    const last = parts.pop()!;
    const split = ["以及", "和", "与", "及"].flatMap((word) => {
      const at = last.indexOf(word, 1);
      return at < 0 ? [] : [[...parts, last.slice(0, at), last.slice(at + word.length)]];
    });
    return [...split, ...(parts.length > 0 ? [[...parts, last]] : [])];
  });
}

/** 大塘社区4场、蓝天社区3场、晓园社区3场: each behind its name. */
function inline(line: Line, measures: readonly Measure[]): Series[] {
  const found: Series[] = [];
  for (const bracketed of [false, true]) {
    const own = measures.filter((one) => one.bracketed === bracketed && one.token.unit !== "");
    for (let i = 0; i < own.length;) {
      const run = [own[i]!];
      while (i + run.length < own.length && continues(run.at(-1)!, own[i + run.length]!, line)) run.push(own[i + run.length]!);
      if (run.length >= 2) found.push({ measures: run, names: [run.map(({ before }) => before)], isWhole: false, counts: [] });
      i += run.length;
    }
  }
  return found;
}

function continues(last: Measure, next: Measure, line: Line): boolean {
  const between = line.text.slice(last.token.end, next.token.start).replace(/（[^）]*）/gu, "");
  return next.sentence === last.sentence && next.token.unit === last.token.unit && next.before.length >= 2 && next.before.length <= LONGEST_NAME && between.length === next.before.length + 1 && /^[，、；和及与]/u.test(between);
}
