import type { Line } from "../text/lines";
import type { Measure } from "../text/measures";
import { goesOn } from "./rates";
import { subjectNamed, type Subject } from "./subjects";

/** What names the counts of a list before them: 电访、入户探访、咨询个案分别为…; 志愿者、骨干、队伍三项协议量为…. */
const NAMES_FIRST = /(?:^|[，；：]|方面，|指标：)(?:完成)?([^，；：。\d]{2,40}?)(?:[二两三四五六七八]项|等)?(?:的)?(?:指标)?(协议(?:量|数)|指标量|完成(?:量|数|情况)|服务量)?(?:分别|依次|各|分别各)?(?:为|是|完成|有)$/u;
/** The same names once more: …，完成量为…. */
const SAME_NAMES = /^[，；]?(?:实际)?(?:完成(?:量|数|情况)?|实际完成|协议(?:量|数|要求)?)(?:分别|依次|各)?(?:为|是)?$/u;

/** The subjects of counts that are named in order before them, by the count; targets and what was done alike. */
export function namedLists(line: Line, measures: readonly Measure[]): ReadonlyMap<Measure, Subject> {
  const found = new Map<Measure, Subject>();
  let names: readonly (Subject | null)[] = [];
  let sentence: Measure["sentence"] | null = null;
  for (const list of listsOf(measures.filter(({ bracketed, token }) => !bracketed && token.unit !== "%"))) {
    const [first] = list;
    if (first!.sentence !== sentence) names = [];
    sentence = first!.sentence;
    if (list.length < 2) continue;
    const lead = line.text.slice(first!.sentence.start, first!.token.start);
    const gap = lead.slice(Math.max(lead.lastIndexOf("，"), lead.lastIndexOf("；"), 0));
    if (!(names.length === list.length && SAME_NAMES.test(gap))) names = subjectsOf(NAMES_FIRST.exec(lead)?.[1] ?? "");
    if (names.length !== list.length) continue;
    list.forEach((measure, i) => {
      const subject = names[i];
      if (subject) found.set(measure, subject);
    });
  }
  return found;
}

function subjectsOf(words: string): (Subject | null)[] {
  const names = words.split(/[、和与及]|以及/u);
  let last: Subject | null = null;
  return names.length < 2 ? [] : names.map((name) => (last = subjectNamed(name, last)));
}

function listsOf(measures: readonly Measure[]): Measure[][] {
  const lists: Measure[][] = [];
  measures.forEach((measure, i) => {
    const previous = measures[i - 1];
    if (previous && previous.sentence === measure.sentence && goesOn(previous, measure)) lists[lists.length - 1]!.push(measure);
    else lists.push([measure]);
  });
  return lists;
}
