import { say } from "../../messages";
import { numberText, roundHalfUp } from "../../values/numbers";
import { isDifference } from "../read/derivations";
import { printed, type Measure } from "../text/measures";
import type { Reader } from "./reader";
import { agrees, contradicts, sentenceWitness, type Proof } from "./statement";

/** Names of two kinds of which everything is one or the other; the words that are left must be the same for both. */
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [/女性?/u, /男性?/u], [/集体/u, /个人/u], [/第一期|首期/u, /第二期|二期|末期/u], [/上半年度?|上半期|前段|前半年|前半段/u, /下半年度?|下半期|后段|后半年|后半段/u],
  [/中期/u, /末期/u], [/线上/u, /线下/u], [/专职/u, /兼职/u], [/市级|市财政/u, /区级|区财政/u], [/^(?:已)?(?:结案?|办结|结束)(?:了)?/u, /^(?:仍|尚)?(?:在跟进?|跟进中|未结案?|在办)/u], [/(?:已)?(?:结案?)了/u, /^$/u]
];
/** Pairs that are all there is only where words say so. */
const NEEDS: readonly (readonly [RegExp, RegExp])[] = [[/市级|市财政/u, /市、?区两级|市区两级/u], [/第一期|首期/u, /两期|(?:到账|支付|拨付)\d/u]];
const NOT = /[非未没不无]/u;
const FILLERS = /其中|这里面|分别|荣誉|说|有|为|是|共|的|了|则|还|已|约|全年|到账|支付|服务|开展|完成/gu;
const NO_WHOLE = /(?:超出?|多|少|差|增加?|减少?|缺|余|结余|每[^，。；]{0,8}|平均[^，。；]{0,8}|(?:比|较|上一?(?:年|期)|去年|协议|指标|目标|应)[^，。；]*)(?:了|为)?$/u;
const OPEN = /另|此外|其余|等|去重|重复|重叠|不详|未填|其他|部分/u;
const LONGEST_GAP = 40;

/** A whole of which the sentence gives two kinds that leave nothing out: 社工22名，女性17名，男性5名; 问了120位，知道的102位，不知道的18位. */
export function proveComplements({ lines, measuresOf }: Reader): Proof[] {
  return lines.flatMap((line) => (line.isNote ? [] : measuresOf(line).flatMap((first, i, all) => {
    const second = all.slice(i + 1).find((one) => alike(one, first) && one.bracketed === first.bracketed);
    return second && second.sentence === first.sentence ? ofPair(first, second, all) : [];
  })));
}

function ofPair(first: Measure, second: Measure, all: readonly Measure[]): Proof[] {
  const { line } = first;
  if ([first, second].some((one) => one.token.bound !== "exact" || isDifference(one)) || second.token.start - first.token.end > LONGEST_GAP || !areComplements(first, second)) return [];
  const whole = all.filter((one) => one.sentence === first.sentence && one.token.end <= first.token.start && alike(one, first) && !one.bracketed && !NO_WHOLE.test(one.before) && one.token.bound === "exact");
  const sum = roundHalfUp(first.token.value + second.token.value, 4);
  const about = { kind: "parts", subject: `complement ${first.token.unit}`, witnesses: [first, second].map(sentenceWitness) };
  const right = whole.find(({ token }) => token.value === sum);
  if (right) return [agrees([right], about), ...[first, second].map((part) => agrees([part], { ...about, witnesses: [sentenceWitness(right)] }))];
  const near = whole.filter((one) => first.token.start - one.token.end <= LONGEST_GAP).at(-1);
  const next = all[all.indexOf(second) + 1];
  const isList = next !== undefined && alike(next, first) && /^[一-鿿]{0,8}[、，]/u.test(line.text.slice(second.token.end, next.token.start)) && next.bracketed === second.bracketed && next.group === second.group;
  if (!near || whole.length > 2 || isList || OPEN.test(line.text.slice(near.token.end, second.token.end) + second.behind) || !isOfWhole(near, first, second)) return [];
  return [contradicts([near, first, second], about, {
    rule: "report-parts", severity: "warning", actual: printed(near), expected: printed(near).replace(near.token.text, numberText(sum / (near.token.step * 10 ** near.token.decimals))),
    message: say("statement-parts", { whole: printed(near), parts: [first, second].map(printed).join("＋"), sum: numberText(sum / (near.token.step * 10 ** near.token.decimals)) })
  })];
}

function areComplements(first: Measure, second: Measure): boolean {
  const [a, b] = [nameOf(first), nameOf(second)];
  if (a.length < 1 || a === b) return false;
  if (isNegation(a, b) || isNegation(b, a)) return true;
  return PAIRS.some(([one, other]) => [[one, other], [other, one]].some(([x, y]) => x!.test(a) && y!.test(b) && isAllOf(x!, first) && a.replace(x!, "") === b.replace(y!, "")));
}

const SHARED = /共同|兼|重复|重叠|交叉|同时|既/u;

/** The parts are of what the whole counts, once each: 个案60个 is no whole of 中期结案22个; 末期162人 may hold those of 中期. */
function isOfWhole(whole: Measure, first: Measure, second: Measure): boolean {
  const { line, sentence, token, before, behind } = whole;
  const rest = PAIRS.reduce((name, [one, other]) => name.replace(one, "").replace(other, ""), nameOf(first));
  const isPhase = /中期/u.test(nameOf(first)) && !/其中/u.test(line.text.slice(token.end, first.token.start));
  return Math.max(first.token.value, second.token.value) < token.value * 2 && second.token.value !== token.value && !isPhase && !SHARED.test(line.text.slice(second.token.end, sentence.end)) && (rest === "" || isNegation(nameOf(first), nameOf(second)) || isNegation(nameOf(second), nameOf(first)) || (before + behind).includes(rest));
}

/** 市级 and 区级 are all only of what both pay. */
function isAllOf(kind: RegExp, { line, sentence }: Measure): boolean {
  const need = NEEDS.find(([of]) => of.source === kind.source);
  return need === undefined || need[1].test(line.text.slice(sentence.start, sentence.end));
}

/** 非持证 of 持证, 说不知道 of 知道社工站, 没敲开 of 敲开门. */
function isNegation(positive: string, negative: string): boolean {
  const at = negative.search(NOT);
  if (at < 0 || NOT.test(positive)) return false;
  const core = negative.slice(at + 1);
  return core.length >= 2 && negative.slice(0, at).length <= 1 && (positive.startsWith(core) || positive.endsWith(core)) && positive.length - core.length <= 5;
}

function nameOf({ before, behind }: Measure): string {
  const name = before.replace(FILLERS, "");
  return name !== "" ? name : behind.replace(FILLERS, "");
}

const PERSONS = "人名位";

function alike(a: Measure, b: Measure): boolean {
  const [one, other] = [a.token.unit, b.token.unit];
  return one !== "" && one !== "%" && other !== "" && (one === other || (PERSONS.includes(one) && PERSONS.includes(other)));
}
