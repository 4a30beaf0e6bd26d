import { say } from "../../messages";
import { numberText, roundHalfUp } from "../../values/numbers";
import type { Line } from "../text/lines";
import { placeOf, printed, type Measure, type Range } from "../text/measures";
import { states, type NumberToken } from "../text/numbers";
import { meantBy } from "./pairs";
import type { Quantity } from "./quantities";
import type { Reader } from "./reader";
import { agrees, contradicts, type Proof, type Told } from "./statement";

/** What a number says of two others: how often the one is the other, which share of it, how much more or less, how much it has grown. */
export type RelationKind = "multiple" | "share" | "difference" | "growth";

/** A number that relates two others, and where the words for them stand. */
export interface Relation {
  readonly kind: RelationKind;
  readonly measure: Measure;
  /** From the last mark to the relation's first word; empty where the sentence goes on from a number before it. */
  readonly subject: Range;
  /** Empty where the sentence leaves it out: 占 20%. */
  readonly base: Range;
  /** Of a difference: which way. */
  readonly way: "more" | "less" | null;
  readonly word: string;
}

const MULTIPLE = /(?:约|大约|接近)?(?:为|是|达到?|相当于)([^，。；：为是]{1,24}?)的$/u;
const SHARE = /(?:占|(?:为|是)(?=[^，。；：为是占]{1,20}的$))(?:了)?((?:[^，。；：占]|（[^）]*）){0,24}?)(?:的)?(?:比例|比重|百分比|比)?(?:约|仅|高达|达到?|为|是|近)*$/u;
const DIFFERENCE = /(?:比|较|相较于?|与)([^，。；：比较]{1,24}?)(?:相比，?|水平)?(?:略|仅|还|要|同比|又)?(多出?|少|高出?|低|增加|减少|提高|提升|上升|下降|降低|增长|回落|超出?|净增|净减)(?:了|约|达)?$/u;
const BEYOND = /(超出|超过|低于|少于|高于|多于|超|距离?)(?:了)?([^，。；：\d]{1,11}?[^，。；：\d的])(?:(?:尚|还|仅)*(差|多|少))?(?:了)?$/u;
const UP = /多|高|增|提|上升|超/u;

/** Multiples, shares, differences and growth of what the sentence names of tables and of its own numbers. */
export function proveRelations(reader: Reader): Proof[] {
  return reader.lines.flatMap((line) => (line.isNote ? [] : reader.measuresOf(line).flatMap((measure) => {
    const relation = relationOf(measure);
    return relation ? proofOf(relation, reader) : [];
  })));
}

export function relationOf(measure: Measure): Relation | null {
  const { line, token, sentence } = measure;
  const lead = line.text.slice(sentence.start, token.start);
  const at = (match: RegExpExecArray, words: string, kind: RelationKind, word: string): Relation => {
    const start = sentence.start + match.index;
    const from = words === "" ? start : start + match[0].indexOf(words);
    return { kind, measure, subject: subjectBefore(line, start, sentence.start), base: { start: from, end: from + words.length }, word, way: kind === "difference" || kind === "growth" ? (UP.test(word) ? "more" : "less") : null };
  };
  if (token.unit === "倍") {
    if (/^[、和与及]\d[\d.]*倍/u.test(line.text.slice(token.end))) return null;
    const match = MULTIPLE.exec(lead);
    return match && at(match, match[1]!, "multiple", match[0]);
  }
  if (token.unit === "%") {
    // 占年度指标的54.13%和53.83%: of several things in their order.
    if (/^[、和与及]\d[\d.]*%/u.test(line.text.slice(token.end))) return null;
    const share = SHARE.exec(lead);
    if (share) return at(share, share[1]!, "share", share[0]);
  }
  const difference = DIFFERENCE.exec(lead);
  if (difference) {
    const [, words, word] = difference;
    const isGrowth = token.unit === "%" && !/多|少|高|低|超/u.test(word!);
    return token.unit === "%" && !isGrowth ? null : at(difference, words!, isGrowth ? "growth" : "difference", word!);
  }
  const yearly = /同比(?:增长|增加|上升|提高|下降|减少|降低)(?:了|约)?$/u.exec(lead) ?? /，(?:尚有)?(?:缺口|还差|尚差|尚缺)(?:为|有|约)?$/u.exec(lead);
  if (yearly) return yearly[0].startsWith("同比") === (token.unit === "%") ? at(yearly, "", token.unit === "%" ? "growth" : "difference", yearly[0].startsWith("同比") ? yearly[0] : "少") : null;
  const beyond = token.unit === "%" ? null : BEYOND.exec(lead);
  return beyond && (!beyond[1]!.startsWith("距") || beyond[3] !== undefined) ? at(beyond, beyond[2]!, "difference", beyond[1]!) : null;
}

function subjectBefore(line: Line, end: number, least: number): Range {
  let start = end;
  while (start > least && !/[，。；：、（]/u.test(line.text[start - 1]!)) start--;
  return { start, end };
}

function proofOf(relation: Relation, reader: Reader): Proof[] {
  const { measure, kind, word, way } = relation;
  const pairs = meantBy(relation, reader);
  if (pairs.length === 0) return [];
  const told: Told = { kind, subject: kind };
  const token = exactOf(relation);
  const right = pairs.find(({ part, base }) => explains(relation, token, part, base));
  if (right) return [agrees([measure], { ...told, witnesses: [...right.part.witnesses, ...right.base.witnesses] })];
  const meant = pairs.find(({ isSure }) => isSure);
  if (!meant) return [];
  const { part, base } = meant;
  const about = { ...told, witnesses: [...part.witnesses, ...base.witnesses] };
  const value = valueOf(kind, part, base);
  // The number is right and the word is not: 比上月减少 for what grew.
  if (way !== null && states(token, Math.abs(value))) {
    const from = measure.line.text.lastIndexOf(word, measure.token.start - 1);
    return [contradicts([measure], { ...about, kind: "direction", place: placeOf(measure.line, { start: from, end: measure.token.end }) }, {
      rule: "report-claim", severity: "warning", actual: word, expected: "", message: say("statement-direction", { written: word, former: base.text, now: part.text, right: say(value > 0 ? "statement-more" : "statement-less") })
    })];
  }
  const expected = textOf(Math.abs(value), measure.token);
  const message = kind === "difference" ? say("statement-apart", { written: printed(measure), first: part.text, second: base.text, right: expected })
    : kind === "growth" ? say("statement-growth", { written: printed(measure), former: base.text, now: part.text, right: expected })
    : say("statement-ratio", { part: part.text, base: base.text, rate: printed(measure), expected });
  return [contradicts([measure], about, { rule: "report-rate", severity: "error", actual: printed(measure), expected, message })];
}

/** 超出协议量 274 次: the word before it is the relation's own and no bound. */
function exactOf({ measure: { token }, kind }: Relation): NumberToken {
  return kind === "difference" || kind === "growth" ? { ...token, bound: token.bound === "about" ? "about" : "exact" } : token;
}

export function valueOf(kind: RelationKind, part: Quantity, base: Quantity): number {
  if (kind === "multiple") return part.value / base.value;
  if (kind === "share") return (part.value / base.value) * 100;
  return kind === "growth" ? ((part.value - base.value) / base.value) * 100 : Number((part.value - base.value).toPrecision(12));
}

function explains({ kind, way }: Relation, token: NumberToken, part: Quantity, base: Quantity): boolean {
  const value = valueOf(kind, part, base);
  if (!Number.isFinite(value)) return false;
  return way === null ? states(token, value) : (value === 0 || value > 0 === (way === "more")) && states(token, Math.abs(value));
}

/** As the number is printed: in 万, with its decimals. */
function textOf(value: number, { unit, decimals, step }: NumberToken): string {
  const times = roundHalfUp(step * 10 ** decimals, 0);
  const number = roundHalfUp(value / times, decimals);
  return `${decimals > 0 ? number.toFixed(decimals) : numberText(number)}${times === 10_000 ? "万" : ""}${unit}`;
}
