import { say } from "../../messages";
import { sumHalves } from "../../values/exact";
import { numberText } from "../../values/numbers";
import { placeOf, placeOfMeasure, printed, type Measure } from "../text/measures";
import { scopeOf } from "./indicators";
import type { Reader } from "./reader";
import { agrees, contradicts, sentenceWitness, unknown, type Proof } from "./statement";

/** Levels of media: whoever gives them one by one gives them all. */
const LEVEL = /(?:国家|中央|全国|省|市|区|县|街镇?|镇街?|村居)级|公众号|视频号|社协平台|央媒|省媒|市媒/u;
const OPENS = /其中(?:有|包括|包含)?|包含|包括/u;
const OUTSIDE = /另有|另外|此外|还有|等[^级，。；]{0,6}(?=$|[，。；])/u;
const CLOSED_UNITS = new Set(["次", "条", "篇", "人", "名", "个", "场", "封", "份", "支", "期"]);

/** A whole with its parts, where they surely make it: levels of media, 包含…, answers to a survey; a part of any whole is not above it. */
export function proveParts(reader: Reader): Proof[] {
  return [
    ...reader.lines.flatMap((line) => (line.isNote ? [] : sentencesOf(reader.measuresOf(line)).flatMap((measures) => [...proveList(measures), ...proveSurvey(measures)]))),
    ...proveLetters(reader),
    ...proveSample(reader)
  ];
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
    if (!next || whole.bracketed || whole.token.bound !== "exact" || !CLOSED_UNITS.has(whole.token.unit)) return [];
    const between = line.text.slice(whole.token.end, next.token.start);
    const opening = OPENS.exec(between);
    if (!opening || /。/u.test(between) || between.length > 40) return [];
    const rest = measures.slice(index + 1).filter(({ bracketed }) => !bracketed);
    const foreign = rest.findIndex(({ token, before }) => token.unit !== whole.token.unit || token.bound !== "exact" || OUTSIDE.test(before));
    const parts = foreign < 0 ? rest : rest.slice(0, foreign);
    if (parts.length === 0) return [];
    const told = { kind: "parts", subject: `${whole.token.unit}${/[一-鿿]{0,6}$/u.exec(whole.before)?.[0] ?? ""}` };
    const sum = sumHalves(parts.map(({ token }) => token.value));
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
