import { say } from "../../messages";
import { numberText, roundHalfUp } from "../../values/numbers";
import { placeOf, placeOfMeasure, printed, type Measure } from "../text/measures";
import { numeralValue } from "../text/numerals";
import { scopeOf } from "./indicators";
import type { Reader } from "./reader";
import { agrees, contradicts, sentenceWitness, unknown, type Proof } from "./statement";

/** Levels of media: whoever gives them one by one gives them all. */
const LEVEL = /(?:国家|中央|全国|省|市|区|县|街镇?|镇街?|村居)级|公众号|视频号|社协平台|央媒|省媒|市媒/u;
const OPENS = /其中(?:有|包括|包含)?|包含|包括/u;
/** A difference, or what falls to each: no whole. */
const NO_WHOLE = /(?:超出?(?:指标|协议量?)?|多|少|差|增加?|减少?|缺|每[^，。；]{0,8}|平均[^，。；]{0,8})(?:了|为)?$/u;
const OUTSIDE = /另有|另外|此外|还有|等[^级，。；]{0,6}(?=$|[，。；])/u;
const CLOSED_UNITS = new Set(["次", "条", "篇", "人", "名", "个", "场", "封", "份", "支", "期"]);

/** A whole with its parts, where they surely make it: levels of media, 包含…, answers to a survey; a part of any whole is not above it. */
export function proveParts(reader: Reader): Proof[] {
  return [
    ...reader.lines.flatMap((line) => (line.isNote ? [] : sentencesOf(reader.measuresOf(line)).flatMap((measures) => [...proveList(measures), ...proveSurvey(measures)]))),
    ...proveLetters(reader),
    ...proveTotals(reader),
    ...proveAreaSums(reader),
    ...proveSample(reader)
  ];
}

/** To the cent and to the half: no binary remainders. */
function sumOf(values: readonly number[]): number {
  return roundHalfUp(values.reduce((sum, value) => sum + value, 0), 4);
}

function sentencesOf(measures: readonly Measure[]): Measure[][] {
  const sentences: Measure[][] = [];
  for (const measure of measures) {
    const last = sentences[sentences.length - 1];
    if (last && last[0]!.sentence === measure.sentence) last.push(measure);
    else sentences.push([measure]);
  }
  return sentences;
}

/** 数量达95次，其中有省级6次，市级12次…; 18条热线，包含1条…、1条…、16条…. */
function proveList(measures: readonly Measure[]): Proof[] {
  const { line } = measures[0]!;
  return measures.flatMap((whole, index): Proof[] => {
    const next = measures[index + 1];
    if (!next || whole.bracketed || NO_WHOLE.test(whole.before) || whole.token.bound !== "exact" || !CLOSED_UNITS.has(whole.token.unit)) return [];
    const between = line.text.slice(whole.token.end, next.token.start);
    const opening = OPENS.exec(between);
    if (!opening || /。|每|平均/u.test(between) || between.length > 40) return [];
    const rest = measures.slice(index + 1).filter(({ bracketed }) => !bracketed);
    const foreign = rest.findIndex(({ token, before }, i) => !sameUnit(rest[i]!, whole) || token.bound !== "exact" || OUTSIDE.test(before));
    const parts = foreign < 0 ? rest : rest.slice(0, foreign);
    if (parts.length === 0) return [];
    const told = { kind: "parts", subject: `${whole.token.unit}${/[一-鿿]{0,6}$/u.exec(whole.before)?.[0] ?? ""}` };
    const sum = sumOf(parts.map(({ token }) => token.value));
    const all = [whole, ...parts];
    const place = placeOf(line, { start: whole.token.start - Math.min(whole.before.length, 20), end: whole.token.end });
    if (parts.length >= 2 && sum === whole.token.value) return [agrees([whole], { ...told, place }), ...parts.map((part) => agrees([part], { ...told, witnesses: [sentenceWitness(whole)] }))];
    const beyond = parts[0]!.token.value > whole.token.value ? parts[0]! : null;
    if (beyond && opening[0].startsWith("其中") && whole.token.unit !== "个") {
      return [contradicts([beyond], { ...told, witnesses: [sentenceWitness(whole)] }, { rule: "report-parts", severity: "error", actual: printed(beyond), expected: `≤${whole.token.text}`, message: say("statement-part-beyond", { part: printed(beyond), whole: printed(whole) }) })];
    }
    const tail = line.text.slice(parts[parts.length - 1]!.token.end, whole.sentence.end);
    const levels = parts.filter(({ before, behind }) => LEVEL.test(before + behind)).length;
    const closed = foreign < 0 && !OUTSIDE.test(tail) && parts.length >= 2 && (levels >= 2 && levels === parts.length || (opening[0].startsWith("包") && whole.token.unit === "条"));
    if (!closed) return [unknown(all, { ...told, place })];
    return [contradicts([whole, ...parts], { ...told, place, witnesses: parts.map(sentenceWitness) }, {
      rule: "report-parts", severity: "error", actual: printed(whole), expected: printed(whole).replace(whole.token.text, numberText(sum)),
      message: say("statement-parts", { whole: printed(whole), parts: parts.map(({ token }) => token.text).join("＋"), sum: numberText(sum) })
    })];
  });
}

/** 共101人接受调查评价，7人满意度75-85%，15人…，79人…: each person answers once. */
function proveSurvey(measures: readonly Measure[]): Proof[] {
  const { line } = measures[0]!;
  const persons = measures.filter(({ token, bracketed }) => ["人", "名", "份"].includes(token.unit) && !bracketed);
  const [whole, ...parts] = persons;
  if (!whole || parts.length < 2 || !/(?:调查|评价|问卷|测评)/u.test(whole.behind + whole.before) || !parts.every(({ behind, before }) => /满意/u.test(behind + before))) return [];
  const told = { kind: "satisfaction", subject: "survey" };
  const sum = parts.reduce((all, { token }) => all + token.value, 0);
  const place = placeOfMeasure(whole);
  if (sum === whole.token.value) return [agrees([whole], { ...told, place }), ...parts.map((part) => agrees([part], { ...told, witnesses: [sentenceWitness(whole)] }))];
  if (OUTSIDE.test(line.text.slice(whole.token.end, whole.sentence.end))) return [];
  return [contradicts([whole, ...parts], { ...told, place, witnesses: parts.map(sentenceWitness) }, {
    rule: "report-parts", severity: "error", actual: printed(whole), expected: printed(whole).replace(whole.token.text, String(sum)), message: say("statement-parts", { whole: printed(whole), parts: parts.map(({ token }) => token.text).join("＋"), sum: String(sum) })
  })];
}

/** 随机抽取不少于100名服务对象: as many were asked. */
function proveSample({ lines, measuresOf }: Reader): Proof[] {
  const all = lines.flatMap((line) => (line.isNote ? [] : measuresOf(line)));
  const asked = all.find(({ token, behind }) => ["人", "名"].includes(token.unit) && token.bound === "exact" && /^接受(?:了)?(?:调查|访问|满意度)/u.test(behind));
  return all.flatMap((measure) => {
    if (measure.token.bound !== "least" || !["人", "名"].includes(measure.token.unit) || !/抽取/u.test(measure.before) || !asked) return [];
    const told = { kind: "satisfaction", subject: "sample", witnesses: [sentenceWitness(asked)] };
    if (asked.token.value >= measure.token.value) return [agrees([measure], told)];
    return [contradicts([measure], told, { rule: "report-parts", severity: "warning", actual: printed(measure), expected: "", message: say("statement-sample", { demand: printed(measure), asked: printed(asked) }) })];
  });
}

/** What ends a list with its sum: 购买方2名、居民8名，共15名; and numbers that are no parts of it. */
const SUM_WORD = /(?:^|[^其])(?:共计|合计|总计|共|累计|共刊发|合计为|小计|总共|一共|合共)$/u;
/** Two halves of one thing. */
const HALVES: readonly (readonly [RegExp, RegExp])[] = [[/内部/u, /外部|外聘/u], [/资金|善款/u, /物资|物价|折价/u], [/大型/u, /中小型/u]];

/** A sum behind its parts, a whole with all its parts in brackets or behind a colon, or with its two halves. */
function proveTotals({ lines, measuresOf }: Reader): Proof[] {
  return lines.flatMap((line) => (line.isNote ? [] : measuresOf(line).flatMap((measure, index, all): Proof[] => {
    if (measure.token.bound !== "exact" || !CLOSED.has(measure.token.unit)) return [];
    return [...sumBehind(measure, index, all), ...partsBehind(measure, index, all)];
  })));
}

/** 年初18名，离职2名，入职1名，共17名: what came and what went. */
const MOVES = /离职|离岗|入职|转[入出]|调[入离出]|退出|销户|走了/u;

/** What is counted beside what is done there. */
const PLACES = /^(?:服务)?(?:片区|社区|村|街|站点?|点|方面|季度|月)/u;

/** What is left of more and less. */
const NET = /净[增减]|结余|余额|变动/u;

/** Between the parts of one list. */
const LONGEST_GAP = 12;
const CLOSED = new Set(["次", "条", "篇", "人", "名", "个", "场", "封", "份", "支", "期", "元", "人次", "位", "户", "分", "件", "项", "条", "节"]);

function sumBehind(sum: Measure, index: number, all: readonly Measure[]): Proof[] {
  if (!SUM_WORD.test(sum.before) || sum.before.length > 6 || sum.bracketed) return [];
  const parts: Measure[] = [];
  for (let i = index - 1; i >= 0 && all[i]!.sentence === sum.sentence; i--) {
    const part = all[i]!;
    // 两项合计: how many are added up; （片区一16.50分…）, 30分得27.6分: no parts of their own.
    if (part.bracketed || (part.token.unit === "分" && /^得/u.test(part.behind)) || (i === index - 1 && /^[项类者]$/u.test(part.token.unit) && /^(?:合计|共)/u.test(part.behind))) continue;
    // 三个片区的小组合计32个，个案合计86个: how many there are of what, and a sum of its own.
    if (part.token.unit === "个" && PLACES.test(part.behind) && !PLACES.test(sum.behind)) continue;
    if (!sameUnit(part, sum) || SUM_WORD.test(part.before)) break;
    parts.unshift(part);
  }
  // 每个片区3名，站部3名: of each, not of all.
  if (parts.length < 2 || parts.some(({ token, line, sentence }) => token.bound !== "exact" || /(?:每[个名所支]|各(?=[配设投有派驻\d]))[^，。；]*$/u.test(line.text.slice(sentence.start, token.start)))) return [];
  const told = { kind: "sum", subject: `sum ${sum.token.unit}` };
  // 47.65分，占55分的86.64%，…，四方合计88.10分: more are added up than stand side by side.
  const counted = numeralValue(/([两二三四五六七八九])[方项者类个](?:共计|合计|总计|累计|共)$/u.exec(sum.before)?.[1] ?? "");
  if (counted !== null && counted !== parts.length) return [unknown([sum], told)];
  for (let from = 0; from <= parts.length - 2; from++) {
    const own = parts.slice(from);
    if (sumOf(own.map(({ token }) => token.value)) === sum.token.value) return [agrees([sum], { ...told, witnesses: own.map(sentenceWitness) })];
  }
  // A number between may be something else: only a list from the start of its clause is surely all.
  const between = sum.line.text.slice(parts[0]!.token.end, sum.token.start);
  const gaps = parts.slice(1).map((part, i) => sum.line.text.slice(parts[i]!.token.end, part.token.start).replace(/（[^）]*）|\d+分得$/gu, ""));
  if (MOVES.test(between) || /去重|重复|交叉|重叠|多选|兼|同一/u.test(sum.line.text.slice(sum.token.end, sum.sentence.end)) || /其中|另|包括|；|不计/u.test(between) || gaps.some((gap) => gap.length > LONGEST_GAP)) return [unknown([sum], told)];
  const right = numberText(sumOf(parts.map(({ token }) => token.value)));
  return [contradicts([sum, ...parts], { ...told, witnesses: parts.map(sentenceWitness) }, {
    rule: "report-parts", severity: "warning", actual: printed(sum), expected: printed(sum).replace(sum.token.text, right), message: say("statement-parts", { whole: printed(sum), parts: parts.map(({ token }) => token.text).join("＋"), sum: right })
  })];
}

const PERSONS = "人名位";

function sameUnit(a: Measure, b: Measure): boolean {
  return a.token.unit === b.token.unit || (PERSONS.includes(a.token.unit) && PERSONS.includes(b.token.unit) && a.token.unit !== "" && b.token.unit !== "");
}

function partsBehind(whole: Measure, index: number, all: readonly Measure[]): Proof[] {
  const { line } = whole;
  const next = all[index + 1];
  if (!next || next.sentence !== whole.sentence || next.token.unit !== whole.token.unit) return [];
  const between = line.text.slice(whole.token.end, next.token.start);
  const inBrackets = /^(?:[一-鿿]{0,4})（[^，。；（）]{1,8}$/u.test(between);
  const behindColon = /^(?:[一-鿿]{0,4})：[^，。；：]{1,10}$/u.test(between);
  const parts: Measure[] = [];
  for (let i = index + 1; i < all.length && all[i]!.sentence === whole.sentence && all[i]!.token.unit === whole.token.unit && all[i]!.token.bound === "exact"; i++) {
    const gap = i === index + 1 ? "" : line.text.slice(all[i - 1]!.token.end, all[i]!.token.start);
    if (/[）。；]|其中|另/u.test(gap) || (i > index + 1 && gap.length > 14)) break;
    parts.push(all[i]!);
  }
  if (parts.length < 2) return [];
  const halves = /^(?:[一-鿿]{0,6})[，（：]?其中/u.test(between) || inBrackets || behindColon
    ? HALVES.some(([first, second]) => parts.length === 2 && first.test(parts[0]!.before) && second.test(parts[1]!.before)) : false;
  const closed = !/其中|含|包括/u.test(between) && ((inBrackets && line.text[parts[parts.length - 1]!.token.end] === "）") || (behindColon && /^[。；]|^$/u.test(line.text.slice(parts[parts.length - 1]!.token.end, parts[parts.length - 1]!.token.end + 1))));
  if (!(closed || halves)) return [];
  const told = { kind: "sum", subject: `whole ${whole.token.unit}` };
  const sum = sumOf(parts.map(({ token }) => token.value));
  // 净增26户：新建41户，注销15户: what came less what went.
  const [first, ...rest] = parts.map(({ token }) => token.value);
  if (NET.test(whole.before) || sumOf([first!, ...rest.map((value) => -value)]) === whole.token.value) return [unknown([whole], told)];
  // 在岗10人：持证7人，非持证3人，持证人员里中级2人、助理级5人: what makes the whole may be told of further.
  const making = parts.map((_, i) => parts.slice(0, i + 1)).find((own) => own.length >= 2 && sumOf(own.map(({ token }) => token.value)) === whole.token.value);
  if (making) return [agrees([whole], { ...told, witnesses: making.map(sentenceWitness) }), ...making.map((part) => agrees([part], { ...told, witnesses: [sentenceWitness(whole)] }))];
  // Kinds of persons overlap.
  if (/残疾|低保|低收|特困|长者|老人|儿童|孤/u.test(line.text.slice(whole.token.end, parts[parts.length - 1]!.token.end)) || /等|去重|交叉/u.test(line.text.slice(whole.token.end, parts[parts.length - 1]!.token.end + 3))) return [];
  return [contradicts([whole, ...parts], { ...told, witnesses: parts.map(sentenceWitness) }, {
    rule: "report-parts", severity: "warning", actual: printed(whole), expected: printed(whole).replace(whole.token.text, numberText(sum)), message: say("statement-parts", { whole: printed(whole), parts: parts.map(({ token }) => token.text).join("＋"), sum: numberText(sum) })
  })];
}

/** 建档273个；片区1为108个、片区2为84个、片区3为81个: all areas one by one make the whole before them. */
function proveAreaSums(reader: Reader): Proof[] {
  const { lines, measuresOf, areaWords, areas } = reader;
  return lines.flatMap((line) => (line.isNote || line.area !== null ? [] : sentencesOf(measuresOf(line)).flatMap((measures): Proof[] => {
    const runs: { area: string; measure: Measure }[][] = [];
    measures.forEach((measure, i) => {
      const [area, more] = areaWords.all(measure.before);
      const own = area && !more && /^(?:为|有|的|共|开展|完成)*$/u.test(measure.before.slice(area.end)) ? area.area.name : null;
      const last = runs[runs.length - 1];
      if (own === null) return;
      if (last && measures[i - 1] === last[last.length - 1]!.measure && last[0]!.measure.token.unit === measure.token.unit && !last.some((one) => one.area === own)) last.push({ area: own, measure });
      else runs.push([{ area: own, measure }]);
    });
    return runs.flatMap((run): Proof[] => {
      const first = run[0]!.measure;
      if (run.length < 2 || run.length !== areas.length) return [];
      const whole = measures.slice(0, measures.indexOf(first)).reverse().find(({ token, behind, bracketed }) => token.unit === first.token.unit && !/^(?:服务)?片区/u.test(behind) && (!bracketed || first.bracketed));
      if (!whole || whole.token.bound !== "exact") return [];
      // …，党建+五社组4名: more than the areas make the whole.
      const behind = measures.slice(measures.indexOf(run[run.length - 1]!.measure) + 1).filter(({ token, group, bracketed }) => token.unit === first.token.unit && group === first.group && bracketed === first.bracketed);
      const told = { kind: "area-sum", subject: `areas ${first.token.unit}` };
      const sum = sumOf(run.map(({ measure }) => measure.token.value));
      const parts = run.map(({ measure }) => measure);
      if (sum === whole.token.value) return [agrees([whole], { ...told, witnesses: parts.map(sentenceWitness) }), ...parts.map((part) => agrees([part], { ...told, witnesses: [sentenceWitness(whole)] }))];
      if (behind.length > 0) return [unknown([whole], told)];
      // How many communities there are, the report's list tells.
      if (/^(?:社区|村|社工点|居委)/u.test(whole.behind)) return [];
      return [contradicts([whole, ...parts], { ...told, witnesses: parts.map(sentenceWitness) }, {
        rule: "report-parts", severity: "warning", actual: printed(whole), expected: printed(whole).replace(whole.token.text, numberText(sum)), message: say("statement-parts", { whole: printed(whole), parts: parts.map(({ token }) => token.text).join("＋"), sum: numberText(sum) })
      })];
    });
  })));
}

const THANKS = /(感谢信|表扬信|锦旗)(?:共)?$/u;

/** Letters of thanks of an area are among the station's. */
function proveLetters(reader: Reader): Proof[] {
  const found = reader.lines.flatMap((line) => (line.isNote ? [] : reader.measuresOf(line).flatMap((measure) => {
    const what = THANKS.exec(measure.before)?.[1] ?? /^(感谢信|表扬信|锦旗)/u.exec(measure.behind)?.[1];
    return what !== undefined && measure.token.bound === "exact" ? [{ what, measure, area: scopeOf(measure, reader) }] : [];
  })));
  return found.flatMap(({ what, measure, area }): Proof[] => {
    const told = { kind: "letters", subject: what, scope: area?.name ?? "" };
    const whole = found.find((other) => other.what === what && other.area === null)?.measure;
    if (!area || !whole) return [unknown([measure], told)];
    if (measure.token.value <= whole.token.value) return [unknown([measure], told)];
    return [contradicts([measure], { ...told, witnesses: [sentenceWitness(whole)] }, {
      rule: "report-parts", severity: "warning", actual: printed(measure), expected: `≤${whole.token.text}`, message: say("statement-part-above-whole", { area: area.name, count: `${what}${printed(measure)}`, whole: whole.token.text })
    })];
  });
}
