import { say } from "../../messages";
import { roundHalfUp } from "../../values/numbers";
import { placeOf, printed, type Measure } from "../text/measures";
import { states } from "../text/numbers";
import type { Quantity } from "./quantities";
import { ofMeasure } from "./quantities";
import { meantBy } from "./pairs";
import type { Reader } from "./reader";
import { relationOf } from "./relations";
import { agrees, contradicts, type Proof } from "./statement";

/** How much it is in percent, just behind how much it is. */
const PERCENT = /(增幅|涨幅|升幅|降幅|跌幅|增长率|增长|上升|下降|减幅|减少|提升|回落)(?:率)?(?:达到?|约|为|了|近)*$/u;
const CHANGE = /(增加|增长|多|净增|添|上升|提高|少|减少|下降|降低|净减|回落)[^，。；\d]{0,4}$/u;
const UP = /增|涨|升|多|添|提/u;
/** From … to …: 由2180小时增至2616小时. */
const TO = /(增至|升至|增加到|增长到|上升到|提升到|提高到|回升至|降至|减至|减少到|下降到|回落到|到|至)[^，。；\d]{0,6}$/u;
const FROM = /(?:由|从)[^，。；]{0,14}$/u;
const OTHER_BASE = /同比|环比|比|较|上一?(?:年|期|月)|去年/u;
/** What came and went is neither end. */
const MOVED = /(?:新增|增加|减少|多|少|销户|退出|入职|离职|转[入出])(?:了)?$/u;
const LONGEST_GAP = 14;

/** A change in percent against the change itself or its two ends: 比春季班的36人多9人，增长25%; 由2180小时增至2616小时（增长20%）. */
export function proveGrowths(reader: Reader): Proof[] {
  return reader.lines.flatMap((line) => (line.isNote ? [] : reader.measuresOf(line).flatMap((percent, i, all): Proof[] => {
    const { token, before } = percent;
    const word = token.unit === "%" && token.bound === "exact" ? PERCENT.exec(before)?.[1] : undefined;
    const previous = all[i - 1];
    if (word === undefined || !previous || previous.sentence !== percent.sentence || previous.token.unit === "%" || previous.token.bound !== "exact") return [];
    const between = line.text.slice(previous.token.end, token.start);
    // 增加60人次，完成率增长6%: of something else.
    if (between.length > LONGEST_GAP || OTHER_BASE.test(between) || before.replace(PERCENT, "").replace(/^其/u, "") !== "") return [];
    const change = CHANGE.exec(previous.before)?.[1];
    return change !== undefined ? ofChange(percent, word, previous, change, all, reader) : ofEnds(percent, word, previous, all[i - 2]);
  })));
}

interface Ends {
  readonly former: Quantity;
  readonly now: Quantity;
}

/** 增加250人次，增幅21.19%: of the two numbers that are so far apart. */
function ofChange(percent: Measure, word: string, change: Measure, changed: string, all: readonly Measure[], reader: Reader): Proof[] {
  const told = { kind: "growth", subject: word };
  // 增加71100元，降幅53.04%: one of the words is wrong whatever the numbers are.
  if (UP.test(word) !== UP.test(changed)) {
    const start = change.token.start - change.before.length + change.before.lastIndexOf(changed);
    const place = placeOf(percent.line, { start, end: percent.token.end });
    return [contradicts([change, percent], { ...told, place }, { rule: "report-claim", severity: "warning", actual: place.quote, expected: "", message: say("statement-opposite", { first: printedFrom(change, changed), second: printedFrom(percent, word) }) })];
  }
  const isUp = UP.test(word);
  const options = endsOf(change, isUp, all, reader);
  const right = options.find((one) => explains(one, percent));
  if (right) return [agrees([percent], { ...told, witnesses: witnessesOf(right) })];
  const [first] = options;
  if (hasOther(percent, isUp, all) || reader.isElsewhere(percent)) return [];
  if (!first || new Set(options.map(({ former }) => former.value)).size > 1) return [];
  return [differs(percent, first, told)];
}

/** Two other numbers of the sentence have grown just so: 由2180人次增至2616人次，比预期的2400人次多216人次，增长20%. */
function hasOther(percent: Measure, isUp: boolean, all: readonly Measure[]): boolean {
  const own = all.filter((one) => one.sentence === percent.sentence && one.token.end <= percent.token.start && one.token.unit !== "%" && one.token.value > 0);
  return own.some((a) => own.some((b) => a !== b && a.token.unit === b.token.unit && a.token.value > b.token.value === isUp && explains({ now: ofMeasure(a), former: ofMeasure(b) }, percent)));
}

/** The pairs of numbers that are as far apart as the change: those of its sentence and the one before, and what its words name. */
function endsOf(change: Measure, isUp: boolean, all: readonly Measure[], reader: Reader): Ends[] {
  const { value, unit } = change.token;
  const alike = all.filter((one) => one !== change && one.token.unit === unit && one.token.bound === "exact" && one.token.end <= change.token.start && !MOVED.test(one.before));
  const pairs = (pool: readonly Measure[]): Ends[] => pool.flatMap((a) => pool.filter((b) => b !== a && Math.abs(a.token.value - b.token.value - (isUp ? value : -value)) < 1e-6).map((b) => ({ now: ofMeasure(a), former: ofMeasure(b) })));
  const relation = relationOf(change);
  if (relation && relation.base.start < relation.base.end) {
    const given = alike.filter(({ token }) => token.start >= relation.base.start && token.end <= relation.base.end);
    if (given.length === 1) return [{ former: ofMeasure(given[0]!), now: { ...ofMeasure(given[0]!), value: given[0]!.token.value + (isUp ? value : -value) } }];
    return meantBy(relation, reader).filter(({ part, base }) => Math.abs(part.value - base.value - (isUp ? value : -value)) < 1e-6).map(({ part, base }): Ends => ({ now: part, former: base }));
  }
  const inSentence = pairs(alike.filter((one) => one.sentence === change.sentence));
  if (inSentence.length > 0) return inSentence;
  // 全年个案63个。去年只有50个，今年多了13个: with the sentence before.
  return pairs(alike).filter(({ former }) => all.some((one) => one.sentence === change.sentence && one.token.value === former.value && /去年|上一?(?:年|期)|原来|原先/u.test(one.line.text.slice(one.sentence.start, one.token.start))));
}

/** 由2180小时增至2616小时，增长20%. */
function ofEnds(percent: Measure, word: string, now: Measure, former: Measure | undefined): Proof[] {
  const { line, sentence } = percent;
  const to = TO.exec(now.before)?.[1];
  if (!former || to === undefined || former.sentence !== sentence || former.token.unit !== now.token.unit || former.token.bound !== "exact" || !FROM.test(line.text.slice(sentence.start, former.token.start)) || former.token.value === 0) return [];
  const ends: Ends = { former: ofMeasure(former), now: ofMeasure(now) };
  const told = { kind: "growth", subject: word };
  const isUp = now.token.value > former.token.value;
  if (former.token.value !== now.token.value && isUp !== UP.test(word)) {
    const start = percent.token.start - percent.before.length + percent.before.lastIndexOf(word);
    const place = placeOf(line, { start, end: percent.token.end });
    return [contradicts([percent], { ...told, place, witnesses: witnessesOf(ends) }, { rule: "report-claim", severity: "warning", actual: word, expected: "", message: say("statement-direction", { written: word, former: printed(former), now: printed(now), right: say(isUp ? "statement-more" : "statement-less") }) })];
  }
  return [explains(ends, percent) ? agrees([percent], { ...told, witnesses: witnessesOf(ends) }) : differs(percent, ends, told)];
}

function shareOf({ former, now }: Ends): number {
  return Math.abs((now.value - former.value) / former.value) * 100;
}

function explains(ends: Ends, { token }: Measure): boolean {
  return states(token, shareOf(ends));
}

function differs(percent: Measure, ends: Ends, told: { kind: string; subject: string }): Proof {
  const expected = `${roundHalfUp(shareOf(ends), percent.token.decimals).toFixed(percent.token.decimals)}%`;
  return contradicts([percent], { ...told, witnesses: witnessesOf(ends) }, { rule: "report-rate", severity: "error", actual: printed(percent), expected, message: say("statement-growth", { written: printed(percent), former: ends.former.text, now: ends.now.text, right: expected }) });
}

function witnessesOf({ former, now }: Ends): Quantity["witnesses"] {
  return [...former.witnesses, ...now.witnesses];
}

function printedFrom(measure: Measure, word: string): string {
  return `${word}${printed(measure)}`;
}
