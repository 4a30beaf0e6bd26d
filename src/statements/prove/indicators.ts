import { say, type Sentence } from "../../messages";
import { indicatorLabel } from "../../tables/indicators/join";
import { numberText, roundHalfUp, sameNumber } from "../../values/numbers";
import type { AreaName } from "../text/areas";
import type { Line } from "../text/lines";
import { placeOf, printed, type Measure } from "../text/measures";
import { subjectNamed, subjectOf, type Subject } from "../read/subjects";
import { namedLists } from "../read/named";
import { ratedCounts, targetsIn, type RatedCount } from "../read/rates";
import { withoutTarget } from "../read/roles";
import type { Witness } from "../types";
import { oncePer } from "./once";
import type { Reader } from "./reader";
import { isSlip, isTellingSlip, nearMiss } from "./slips";
import { agrees, cellWitness, contradicts, sentenceWitness, unknown, type Proof, type Told } from "./statement";
import { labelOf, truthOf, witnessesOf, type Truth } from "./truth";

/** A count of an indicator as a sentence states it. */
export interface Stated {
  readonly count: Measure;
  readonly rate: Measure | null;
  /** The target that the sentence itself names. */
  readonly target: Measure | null;
  readonly subject: Subject | null;
  /** The area that it speaks of; null for the whole station, undefined where a community or something else is meant. */
  readonly area: AreaName | null | undefined;
}

/** Counts of indicators and their rates: against the tables, against each other, and N of a whole target. */
export function proveIndicators(reader: Reader): Proof[] {
  const stated = statedIn(reader);
  const station = stationCounts(stated);
  const rated = new Set(stated.flatMap(({ count, rate }) => (rate ? [count.line] : [])));
  return stated.flatMap((one) => [...proveRate(one, reader), ...proveCount(one, reader, station, rated.has(one.count.line) || hasCompanion(one, stated, reader), companions(one, stated, reader))]);
}

/**
 * How far other counts of the sentence, of the same area, show that it tells what the table holds: a small number that is just the table's speaks once for
 * it, one of two digits and more twice.
 */
function companions({ count, area }: Stated, stated: readonly Stated[], reader: Reader): number {
  return stated.reduce((sum, other) => {
    if (other.count === count || other.count.sentence !== count.sentence || other.area !== area || !other.subject || area === undefined) return sum;
    const { value } = other.count.token;
    return truthOf(other.subject, area, reader)?.dones.some((done) => sameNumber(done, value)) ? sum + (value >= 10 ? 2 : 1) : sum;
  }, 0);
}

/** The counts of a report, in order. */
export const statedIn = oncePer((reader: Reader): Stated[] => reader.lines.flatMap((line) => (line.isNote ? [] : statedInLine(line, reader))));

/** 实际开设 12 个；节数 32 节: where another number of the same indicator in the sentence is just the table's, this one is meant as well. */
function hasCompanion({ count, subject, area }: Stated, stated: readonly Stated[], reader: Reader): boolean {
  return subject !== null && stated.some((other) => {
    if (other.count === count || other.count.sentence !== count.sentence || other.subject?.family !== subject.family || other.subject.leaf === subject.leaf || other.area !== area || area === undefined) return false;
    const truth = truthOf(other.subject, area, reader);
    return other.count.token.value >= 10 && truth !== null && truth.dones.some((done) => sameNumber(done, other.count.token.value));
  });
}

function statedInLine(line: Line, reader: Reader): Stated[] {
  const measures = reader.measuresOf(line);
  const named = namedLists(line, measures);
  const targets = targetsIn(measures);
  const taken = new Set<Measure>();
  let last: Subject | null = null;
  let group: Measure["group"] | null = null;
  let sentence: Measure["sentence"] | null = null;
  const subjectAt = (measure: Measure, words: string): Subject | null => named.get(measure) ?? subjectOf(measure, last, withoutArea(words, reader));
  const stated = ratedCounts(measures).map(({ count, rate, target }: RatedCount): Stated => {
    // 节数49节 after ；goes on from the group before it.
    const goesOn = sentence === count.sentence && /^(?:节数|人次|个数|服务人次)(?:累计|达|共|为)*$/u.test(count.before);
    if (count.group !== group && !goesOn) last = topicOf(count);
    group = count.group;
    sentence = count.sentence;
    // 电访协议量1540个，实际完成640个; 在18个接案指标中，社工完成7个: the target before it tells the subject.
    const before = targets.filter((one) => one.group === count.group && one.token.start < count.token.start && !taken.has(one)).at(-1);
    const told = before && OF_TARGET_BEFORE.test(count.before) && before.token.unit === count.token.unit ? subjectAt(before, withoutTarget(before.before)) : null;
    // 大型活动5次、中小型活动71次，合计76次: a sum of several.
    const isSum = /^(?:[两三四]项)?(?:合计|共计|总计|一共|共)(?:为)?$/u.test(count.before) && measures.some((one) => one.group === count.group && one.token.end < count.token.start && one.token.unit === count.token.unit);
    const own = count.bracketed || isSum ? null : told ?? subjectAt(count, count.before);
    // What stands between tells of something else; what follows it goes on from that.
    if (!count.bracketed) last = own;
    if (target) taken.add(target);
    const isOfTheme = own !== null && !named.has(count) && isThemed(line);
    // Beside its rate the number of a theme is held against the theme's own target, of which the table may have no row.
    const subject = isOfTheme && rate !== null ? null : own && rate === null && (isOfTheme || (!named.has(count) && count.before.startsWith("其中"))) ? { ...own, narrowed: true } : own;
    return { count, rate, target, subject, area: scopeOf(count, reader) };
  });
  return stated;
}

const OF_TARGET_BEFORE = /^(?:截至[一-鿿]{2,4})?(?:中)?(?:实际|已|累计|仅|社工)*(?:完成|开设|开展)(?:了)?$/u;

/** 小组工作方面，…; 专业个案：…; 电访完成率为55.93%，…: what the clause or its sentence is about, told once at its head. */
export function topicOf({ line, sentence, group }: Measure): Subject | null {
  const topic = /^([一-鿿]{2,12}?)(?:完成率|完成百分比|相应)(?:相应)?(?:仅|达|为|是|：)+[\d.]+%，/u.exec(line.text.slice(group.start, group.end))?.[1]
    ?? /^(?:[一-鿿]{0,6}中，)?([一-鿿]{2,12}?)(?:服务|工作)?(?:方面，|方面：|类?指标：|：)/u.exec(line.text.slice(sentence.start, sentence.end))?.[1];
  return topic === undefined ? null : subjectNamed(topic);
}

/** 片区2为84个: the area is the scope; what is left tells the subject. */
export function withoutArea(before: string, { areaWords }: Reader): string {
  const [area] = areaWords.all(before);
  return area && area.start <= 2 ? before.slice(area.end).replace(/^(?:为|有|开展|完成)(?=$)/u, "") : before;
}

/** A paragraph about one theme of the station's work counts what belongs to the theme. */
function isThemed({ text }: Line): boolean {
  return /党建|五社联动|红棉守护|热线|特色|品牌|慈善|应急|双百|志愿服务方面/u.test(text.slice(0, 24));
}

/** The area that a number speaks of: one that its sentence names before it, else the heading's; undefined where a community, another time or another station is meant. */
export function scopeOf(measure: Measure, { communities, areaWords, isElsewhere }: Reader): AreaName | null | undefined {
  const { line, token, sentence } = measure;
  if (isElsewhere(measure)) return undefined;
  // 中小型12次，其中片区1为6次、片区2为6次；大型4次; 12个（一片区8个、二片区4个）: parts that are told end with their list.
  const before = line.text.slice(sentence.start, token.start).replace(/（[^（）]*）/gu, "").replace(/其中[^；]*；/gu, "；");
  // 东、西两个片区分别…: each of several.
  if (/(?:[两二三四五六七八九]|\d)个(?:服务)?片区[^，。；]*(?:分别|各)[^。；]*$/u.test(before)) return undefined;
  for (const name of communities) if (before.includes(name) && !/、/.test(before.slice(before.indexOf(name) + name.length, before.indexOf(name) + name.length + 1))) return undefined;
  const named = areaWords.of(before);
  return named === null ? line.area : named;
}

/** The counts of the whole station that sentences state beside a rate, by indicator: what an area's part cannot exceed. */
function stationCounts(stated: readonly Stated[]): ReadonlyMap<string, Measure> {
  const found = new Map<string, Measure>();
  for (const { count, rate, subject, area } of stated) {
    if (subject && rate && area === null && !subject.narrowed) found.set(keyOf(subject), count);
  }
  return found;
}

export function keyOf({ family, leaf }: Pick<Subject, "family" | "leaf">): string {
  return `${family}.${leaf}`;
}

/** Does a whole target exist of which the count is the rate, as precisely as the rate is printed? */
export function wholeTarget(count: number, { value, decimals }: Pick<Measure["token"], "value" | "decimals">): boolean {
  if (value === 0) return count === 0;
  const half = 0.5 / 10 ** decimals;
  const least = (count * 100) / (value + half);
  const most = (count * 100) / Math.max(value - half, 1e-9);
  for (let target = Math.floor(least); target <= Math.ceil(most) && target - least < 50; target++) {
    if (target > 0 && isRate(count, target, { value, decimals })) return true;
  }
  return false;
}

function isRate(count: number, target: number, { value, decimals }: Pick<Measure["token"], "value" | "decimals">): boolean {
  return sameNumber(roundHalfUp((count / target) * 100, decimals), value);
}

function* proveRate({ count, rate, target, subject, area }: Stated, reader: Reader): Iterable<Proof> {
  if (!rate || count.token.bound !== "exact" || rate.token.bound !== "exact") return;
  const told: Told = { kind: "indicator-rate", subject: subject ? keyOf(subject) : `${count.before}%`, scope: area?.name ?? "" };
  const truth = subject && area !== undefined ? truthOf(subject, area, reader) : null;
  const value = count.token.value;
  // 1059 calls of a target of 15: another number of the table is meant by that name.
  const isPlausible = truth !== null && truth.target !== null && truth.target > 0 && (value / truth.target) * 100 < 5 * Math.max(rate.token.value, 100);
  if (isPlausible) {
    const { dones } = truth;
    const target = truth.target!;
    const witnesses = [...truth.triples.flatMap(({ target: cell }) => (cell ? [cellWitness(cell.at, truth.source.file, say("label-target"))] : [])), sentenceWitness(count)];
    if (isRate(value, target, rate.token) || dones.some((done) => isRate(done, target, rate.token))) {
      yield agrees([rate], { ...told, witnesses });
      return;
    }
    const expected = ratioText(value, target, rate.token.decimals);
    yield contradicts([rate], { ...told, witnesses }, {
      rule: "report-rate", severity: "error", actual: printed(rate), expected,
      message: say("statement-rate-target", { name: labelOf(truth), count: printed(count), target: numberText(target), rate: printed(rate), expected, cause: slipNote(rate.token.value, roundHalfUp((value / target) * 100, rate.token.decimals)) })
    });
    return;
  }
  if (target) {
    const witnesses = [count, target].map(sentenceWitness);
    const expected = ratioText(value, target.token.value, rate.token.decimals);
    yield isRate(value, target.token.value, rate.token) ? agrees([rate], { ...told, witnesses }) : contradicts([rate], { ...told, witnesses }, {
      rule: "report-rate", severity: "error", actual: printed(rate), expected, message: say("statement-ratio", { part: printed(count), base: printed(target), rate: printed(rate), expected })
    });
    return;
  }
  if (wholeTarget(value, rate.token)) {
    yield agrees([rate], { ...told, witnesses: [sentenceWitness(count)] });
    return;
  }
  // Some other count of the clause may be meant.
  const others = reader.measuresOf(count.line).filter((one) => one.sentence === count.sentence && one !== count && one.token.unit !== "%" && one.token.end < rate.token.start);
  if (others.some((one) => one.group === count.group && isNext(one, rate))) return;
  // 累计534份，其中中期312份，下半年222份，完成率106.80%: the rate of one before it.
  const isListed = /分别|各|依次/u.test(rate.line.text.slice(count.token.end, rate.token.start));
  if (!isListed && others.some((one) => one.token.unit === count.token.unit && one.token.end < count.token.start && wholeTarget(one.token.value, rate.token))) return;
  const implied = (value * 100) / rate.token.value;
  yield contradicts([rate, count], { ...told, place: placeOf(count.line, { start: count.token.start - Math.min(count.before.length, 20), end: rate.token.end }), witnesses: [] }, {
    rule: "report-rate", severity: "error", actual: `${printed(count)}，${printed(rate)}`, expected: "",
    message: say("statement-rate-whole", {
      count: printed(count), rate: printed(rate), target: numberText(roundHalfUp(implied, 2)), below: numberText(Math.floor(implied)), belowRate: ratioText(value, Math.floor(implied), rate.token.decimals),
      above: numberText(Math.ceil(implied)), aboveRate: ratioText(value, Math.ceil(implied), rate.token.decimals)
    })
  });
}

/** A single rate whose nearest count is another one. */
function isNext(other: Measure, rate: Measure): boolean {
  return !/分别/u.test(rate.line.text.slice(other.token.end, rate.token.start)) && wholeTarget(other.token.value, rate.token) && rate.token.start - other.token.end < 12;
}

/** `listed`: the paragraph gives rates, so its counts are those of the agreement. */
function* proveCount({ count, rate, subject, area }: Stated, reader: Reader, station: ReadonlyMap<string, Measure>, listed: boolean, agreeing: number): Iterable<Proof> {
  if (!subject) return;
  const told: Told = { kind: area ? "indicator-area" : "indicator-count", subject: keyOf(subject), scope: area?.name ?? "" };
  if (area === undefined) {
    yield unknown([count], told);
    return;
  }
  const subjects = subject.open ? [subject, { ...subject, leaf: "opened" as const }] : [subject];
  const truths = subjects.flatMap((one) => truthOf(one, area, reader) ?? []);
  const value = count.token.value;
  const whole = area ? wholeOf(subjects, reader, station) : null;
  if (truths.some(({ dones }) => dones.some((done) => fits(value, done, count)))) {
    const truth = truths.find(({ dones }) => dones.some((done) => fits(value, done, count)))!;
    yield agrees([count], { ...told, witnesses: witnessesOf(truth) });
  } else if (count.token.bound !== "exact") {
    yield unknown([count], told);
  } else if (truths.length === subjects.length && isHeldAgainst(count, subject, truths[0]!, listed || area !== null)) {
    yield rate !== null || isExplained(count, truths[0]!, area) || agreeing >= 3 ? differing(count, rate, truths[0]!, told, area) : unknown([count], told);
  } else if (area && whole && !subject.narrowed && value > whole.value) {
    yield contradicts([count], { ...told, witnesses: whole.witnesses }, {
      rule: "report-count", severity: "warning", actual: printed(count), expected: `≤${numberText(whole.value)}`,
      message: say("statement-part-above-whole", { area: area.name, count: printed(count), whole: numberText(whole.value) })
    });
  } else if (rate !== null && rate.token.bound === "exact") {
    // Its rate was proved; the pair stands or falls together.
    yield (wholeTarget(value, rate.token) ? agrees : unknown)([count], { ...told, witnesses: [sentenceWitness(rate)] });
  } else yield area === null ? againstStation(count, subject, told, station) : unknown([count], told);
}

/** The same indicator beside its rate elsewhere: the same number agrees, a slip of it is told, any other may count something else. */
function againstStation(count: Measure, subject: Subject, told: Told, station: ReadonlyMap<string, Measure>): Proof {
  const other = station.get(keyOf(subject));
  if (!other || other === count) return unknown([count], told);
  const witnesses = [sentenceWitness(other)];
  if (sameNumber(other.token.value, count.token.value)) return agrees([count], { ...told, witnesses });
  if (!nearMiss(count.token.value, other.token.value)) return unknown([count], told);
  return contradicts([count], { ...told, witnesses }, { rule: "report-repeated", severity: "warning", actual: printed(count), expected: printed(other), message: say("statement-repeated", { what: printed(count), other: printed(other) }) });
}

/** The agreement's own words. */
const FORMAL = /专业(?:个案|小组)|[大小]型社区活动|(?:探访|建档)总人[数次]/u;

/** Beside its rate, or told just as the agreement names it; anything else may count more or less, and only what looks like a slip is told. */
function isHeldAgainst({ token, before, line, sentence }: Measure, { narrowed, family }: Subject, { dones, target }: Truth, listed: boolean): boolean {
  const sure = listed || ["volunteers", "backbone", "teams", "organisations"].includes(family) || (FORMAL.test(before) && /评估期内|评估末月|经评估|综合各方|总体来看/u.test(line.text.slice(sentence.start, token.start)));
  return (sure && !narrowed) || nearMiss(token.value, dones[0]!) || (token.value >= 10 && target === token.value && !narrowed);
}

/** Of a part of the time there may be just as many the other way round. */
const OF_A_PART = /[中末]期|[上下]半年|季度/u;

/** Without a rate beside it a number may be of something else, unless it is plain how it came about: the target's, the station's or another area's number, a slip. */
function isExplained({ token: { value }, before }: Measure, truth: Truth, area: AreaName | null): boolean {
  return value >= 10 && (truth.target === value || (isSlip(value, truth.dones[0]!) === "transposed" && !OF_A_PART.test(before)) || isTellingSlip(value, truth.dones[0]!) || stationNote(value, area, truth) !== "" || isOfOtherArea(value, area, truth));
}

function isOfOtherArea(value: number, area: AreaName | null, truth: Truth): boolean {
  const [name] = truth.triples.map((triple) => indicatorLabel(triple.name));
  return area !== null && truth.source.indicators.some(({ area: where, triple }) => where !== null && indicatorLabel(triple.name) === name && triple.done.number === value);
}

function fits(value: number, done: number, { token }: Measure): boolean {
  if (token.bound === "least") return done >= value;
  if (token.bound === "most") return done <= value;
  return token.bound === "about" ? Math.abs(done - value) <= 0.1 * Math.max(done, value) : sameNumber(value, done);
}

function differing(count: Measure, rate: Measure | null, truth: Truth, told: Told, area: AreaName | null): Proof {
  const value = count.token.value;
  const done = truth.dones[0]!;
  const isTarget = truth.target !== null && sameNumber(truth.target, value);
  const cause: Sentence | string = isTarget ? say("statement-cause-target") : slipNote(value, done) || stationNote(value, area, truth);
  return contradicts([count], { ...told, witnesses: witnessesOf(truth) }, {
    rule: "report-count", severity: rate !== null || isTarget ? "error" : "warning", actual: printed(count), expected: printed(count).replace(count.token.text, numberText(done)),
    message: say(area ? "statement-count-area" : "statement-count", { name: labelOf(truth), area: area?.name ?? "", count: printed(count), done: numberText(done), cause })
  });
}

/** An area's number that is the station's, or the other way round. */
function stationNote(value: number, area: AreaName | null, truth: Truth): Sentence | string {
  const [name] = truth.triples.map((triple) => triple.name);
  const other = truth.source.indicators.find(({ area: where, triple }) => indicatorLabel(triple.name) === indicatorLabel(name!) && triple.done.number === value && (area ? where === null : where !== null));
  return other ? (area ? say("statement-cause-station") : say("statement-cause-area", { area: other.area! })) : "";
}

/** One digit wrong, digits changed about. */
export function slipNote(actual: number, expected: number): Sentence | string {
  const slip = isSlip(actual, expected);
  return slip === null ? "" : say(slip === "transposed" ? "statement-cause-transposed" : "statement-cause-digit");
}

function wholeOf(subjects: readonly Subject[], reader: Reader, station: ReadonlyMap<string, Measure>): { value: number; witnesses: Witness[] } | null {
  const values = subjects.flatMap((subject) => {
    const truth = truthOf(subject, null, reader);
    const measure = station.get(keyOf(subject));
    return [...(truth ? truth.dones.map((value) => ({ value, witnesses: witnessesOf(truth) })) : []), ...(measure ? [{ value: measure.token.value, witnesses: [sentenceWitness(measure)] }] : [])];
  });
  return values.length > 0 ? values.reduce((most, one) => (one.value > most.value ? one : most)) : null;
}

function ratioText(count: number, target: number, decimals: number): string {
  return target > 0 ? `${roundHalfUp((count / target) * 100, decimals).toFixed(decimals)}%` : "/";
}
