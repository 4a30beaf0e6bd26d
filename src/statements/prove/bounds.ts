import { say } from "../../messages";
import { placeOf, printed, type Measure } from "../text/measures";
import type { Reader } from "./reader";
import { agrees, contradicts, sentenceWitness, type Proof } from "./statement";

/** …，均超过 100%; …，仍高于 80%; …，未满足评估指标 80.00% 以上的要求: what the numbers before it are said to keep. */
const SAID = /[，（](?:三项|两项|二者|两者|三者)?(均|都|全部)?(?:已|也|仍|尚|仅|明显|略)*(未满足|未达到?|不满足|不符合|低于|不足|不到|少于|不超过|超过|高于|达到|满足|符合|不低于|不少于|多于)(?:了)?((?:评估|协议|指标|规定|目标|要求|合同|的)*)$/u;
/** 均在九成以上 stands in words; here only numbers are read. */
const BELOW = /^(?:未|不满足|不符合|低于|不足|不到|少于|不超过)/u;

/** Rates that a sentence gives, and what it says of them beside a bound. */
export function proveBounds({ lines, measuresOf }: Reader): Proof[] {
  return lines.flatMap((line) => (line.isNote ? [] : measuresOf(line).flatMap((limit, index, all) => {
    const surpassed = surpass(limit, all[index + 1], all.slice(0, index + 1).filter(({ sentence }) => sentence === limit.sentence));
    if (surpassed.length > 0) return surpassed;
    // 低于85%的4个: some of several, of which nothing is claimed.
    if (limit.token.unit !== "%" || /^的(?!要求|标准|规定)/u.test(limit.behind)) return [];
    const said = SAID.exec(line.text.slice(limit.sentence.start, limit.token.start));
    if (!said) return [];
    const start = limit.sentence.start + said.index;
    return boundOf(limit, said, start, all.slice(0, index).filter(({ token, sentence }) => sentence === limit.sentence && token.unit === "%" && token.end <= start));
  })));
}

const ALL_BEYOND = /^，(?:[两二三四五六]项)?均(?:已)?超额(?:完成)?/u;
const DONE_OF = /^，?(已?超额完成|已完成|尚未完成|未完成|尚未达到|未达到)(?:了)?(?:全年|年度|协议)*$/u;

/** 103.81%、97.40%，三项均超额完成; 建档903人，已超额完成全年880人的指标: words beside the numbers that they speak of. */
function surpass(measure: Measure, next: Measure | undefined, before: readonly Measure[]): Proof[] {
  const { line, token, sentence } = measure;
  const rest = line.text.slice(token.end, sentence.end);
  const all = token.unit === "%" ? ALL_BEYOND.exec(rest) : null;
  if (all) {
    const list = listEndingAt(before.filter((one) => one.token.unit === "%"), token.end);
    const odd = list.find((one) => one.token.bound === "exact" && one.token.value <= 100);
    if (list.length < 2) return [];
    return told(measure, all[0], list, odd ?? null);
  }
  const word = next && next.sentence === sentence && next.token.unit === token.unit && /^的(?:协议|年度|全年)?(?:指标|目标|任务|要求)/u.test(next.behind) ? DONE_OF.exec(line.text.slice(token.end, next.token.start))?.[1] : undefined;
  if (word === undefined || token.bound !== "exact" || next!.token.bound !== "exact") return [];
  const isDone = token.value >= next!.token.value;
  return told(measure, line.text.slice(token.end, next!.token.end), [measure, next!], isDone === !word.includes("未") && !(word.includes("超额") && token.value === next!.token.value) ? null : measure);
}

function told(measure: Measure, words: string, witnesses: readonly Measure[], odd: Measure | null): Proof[] {
  const start = measure.token.end + (words.startsWith("，") ? 1 : 0);
  const about = { kind: "bound", subject: "surpassed", place: placeOf(measure.line, { start, end: measure.token.end + words.length }), witnesses: witnesses.map(sentenceWitness) };
  if (!odd) return [agrees([], about)];
  return [contradicts([], about, { rule: "report-claim", severity: "warning", actual: about.place.quote, expected: "", message: say("statement-bound", { written: about.place.quote, actual: printed(odd) }) })];
}

function boundOf(limit: Measure, [, all, word]: RegExpExecArray, start: number, before: readonly Measure[]): Proof[] {
  const { line, token } = limit;
  const last = before.at(-1);
  // The rate must be the last thing that was told: 稳岗率为81.25%，未满足…; 比中期的90.91%低9.09个百分点，仍高于80%: of the first.
  const own = all === undefined ? subjectOf(before, start) : listEndingAt(before, start);
  if (!last || own.length === 0 || own.some((one) => one.token.bound !== "exact")) return [];
  const isBelow = BELOW.test(word!);
  const odd = own.find((one) => (isBelow ? one.token.value > token.value : one.token.value < token.value));
  const from = line.text.indexOf(word!, start);
  const told = { kind: "bound", subject: "said", place: placeOf(line, { start: from, end: token.end }), witnesses: own.map(sentenceWitness) };
  if (!odd) return [agrees([limit], told)];
  return [contradicts([limit], told, { rule: "report-claim", severity: "warning", actual: line.text.slice(from, token.end), expected: "", message: say(isBelow ? "statement-bound-most" : "statement-bound", { written: line.text.slice(from, token.end), actual: printed(odd) }) })];
}

const LONGEST_GAP = 4;

/** The one rate before it, or the first where it was compared with another since. */
function subjectOf(before: readonly Measure[], start: number): Measure[] {
  const last = before.at(-1);
  if (!last || start - last.token.end > LONGEST_GAP) {
    const [first, second] = before;
    const between = first ? first.line.text.slice(first.token.end, start) : "";
    return first && second && /^，(?:比|较)[^；]*(?:高|低|多|少|提高|下降|上升)[\d.]+个百分点$/u.test(between) ? [first] : [];
  }
  return before.length === 1 || !/[、和]$/u.test(last.line.text.slice(before.at(-2)!.token.end, last.token.start)) ? [last] : [];
}

/** 108.67%、105.56%、103.33%: the list that ends just before. */
function listEndingAt(before: readonly Measure[], start: number): Measure[] {
  const list: Measure[] = [];
  let end = start;
  for (const measure of [...before].reverse()) {
    const gap = measure.line.text.slice(measure.token.end, end);
    if (list.length === 0 ? gap !== "" : !/^[、和，及与]$/u.test(gap)) break;
    list.unshift(measure);
    end = measure.token.start;
  }
  return list.length >= 2 ? list : [];
}
