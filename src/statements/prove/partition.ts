import { say } from "../../messages";
import { numberText, roundHalfUp } from "../../values/numbers";
import { placeOfMeasure, printed, type Measure } from "../text/measures";
import type { Reader } from "./reader";
import { nearMiss, swapsOrDigit } from "./slips";
import { relationOf } from "./relations";
import { agrees, contradicts, sentenceWitness, type Proof } from "./statement";

/** What says that the parts behind it are all there are. */
const CLOSED = /(?:来源为|来源于|来自|分为：?|分成：?|划分为：?|构成为|划分：|分：|类别为)[^，。；：\d]{0,10}$|按[^，。；\d]{1,10}(?:分|划分)(?:为|成)?[：，]?[^，。；：\d]{0,10}$|，?(?:其中)?(?:男性?|女性?)$|[：，]“?(?:非常|很)满意”?$/u;
/** What says that they are among it. */
const AMONG = /(?:之中，|当中，|其中(?:有|包括)?|包括|包含)[^，。；：\d]{0,14}$/u;
/** Kinds that overlap, and what says that some are left out. */
const OPEN = /等|另|此外|还有|去重|重复|交叉|重叠|多选|兼|残疾|低保|低收|特困|长者|老人|独居|儿童|孤|困难|困境/u;
/** A person may be of several kinds, a group or an activity that is sorted by them is not. */
const LEFT_OUT = /等|另|此外|还有|去重|重复|交叉|重叠|多选|兼/u;
const THINGS = new Set(["个", "场", "次", "节", "支", "份", "篇", "项"]);
/** What one person may be beside another. */
const ATTRIBUTES = /党员|青年|妇女|巾帼|学生|退休|退役|志愿者|骨干|持证|本科|中级|从业|新增|在册/u;
/** Kinds that overlap come to more than that above their whole. */
const NEAR = 2;
/** What went, what there was before, what was asked for: none of them is part or whole of what there is. */
const OTHERS = /解散|注销|退出|减少|上年|去年|原有|(?:协议|指标|目标)(?:量|数)?(?:为)?$/u;
const NO_WHOLE = /(?:超出?|多|少|差|增加?|减少?|缺|每[^，。；]{0,8}|平均[^，。；]{0,8}|(?:比|较|上一?(?:年|期)|去年)[^，。；]*)(?:了|为)?$/u;
const GAP = /^[^，；。、\d]{0,6}[、，和及与][^，；。、\d]{0,14}$/u;
const COUNTED = new Set(["人", "名", "位", "个", "场", "次", "份", "篇", "条", "件", "元", "户", "支", "项", "人次", "户次", "节", "宗"]);

/** A whole with the list of its parts: 资金总额150万元，来源为福彩公益金90万元、区财政60万元; 活动27场，其中和平街10场、同德街9场、长兴街8场. */
export function provePartitions(reader: Reader): Proof[] {
  return reader.lines.flatMap((line) => (line.isNote ? [] : reader.measuresOf(line).flatMap((whole, index, all) => partitionOf(whole, index, all))));
}

function partitionOf(whole: Measure, index: number, all: readonly Measure[]): Proof[] {
  const { line, token, sentence } = whole;
  // 全年活动27场，服务1345人次，其中和平街10场: what is counted otherwise may stand between.
  const next = all[index + 1];
  const first = next && !alike(next, whole) && all[index + 2] && /^，其中/u.test(line.text.slice(next.token.end)) ? all[index + 2] : next;
  const from = first === next ? token.end : next!.token.end;
  if (!first || first.sentence !== sentence || token.bound !== "exact" || !COUNTED.has(token.unit) || (whole.bracketed && !first.bracketed) || NO_WHOLE.test(whole.before) || /[男女]性?$/u.test(whole.before) || relationOf(whole)) return [];
  const opening = line.text.slice(from, first.token.start);
  if (opening.length > 30 || /[；。]/u.test(opening)) return [];
  const isClosed = CLOSED.test(opening);
  if (!isClosed && !AMONG.test(opening)) return [];
  const parts = listFrom(all.indexOf(first), all).filter((part) => alike(part, whole));
  if ([whole, ...parts].some(({ before }) => OTHERS.test(before))) return [];
  if (parts.length < 2 || parts.length !== listFrom(all.indexOf(first), all).length) return [];
  // 三个片区，其中A片区4个村居: of other things.
  if (parts.some(({ behind }) => behind !== "" && !whole.behind.startsWith(behind.slice(0, 2)))) return [];
  const told = { kind: "parts", subject: `partition ${token.unit}`, witnesses: parts.map(sentenceWitness) };
  const sums = parts.map((_, i) => roundHalfUp(parts.slice(0, i + 1).reduce((sum, part) => sum + part.token.value, 0), 4));
  if (sums.slice(1).includes(token.value)) return [agrees([whole], told), ...parts.map((part) => agrees([part], { ...told, witnesses: [sentenceWitness(whole)] }))];
  const sum = sums.at(-1)!;
  const words = line.text.slice(from, parts.at(-1)!.token.end) + line.text.slice(parts.at(-1)!.token.end).replace(/[。；].*$/u, "");
  // Of a list that is said to be all of them one number with two digits changed about tells more than what kinds may overlap.
  const slipped = isClosed || parts.length > 2 ? parts.find((part) => isSwapped(part.token.value, token.value - (sum - part.token.value))) : undefined;
  if (((isClosed && THINGS.has(token.unit) ? LEFT_OUT : OPEN).test(words) && !(isClosed && slipped)) || parts.some((part) => part.token.bound !== "exact")) return [];
  const isWhole = isClosed || slipped !== undefined || areSiblings(parts) || (sum > token.value && sum - token.value <= NEAR && !ATTRIBUTES.test(words)) || (/包[括含]/u.test(opening) && nearMiss(sum, token.value));
  if (!isWhole) return [];
  return [contradicts([whole, ...parts], { ...told, place: placeOfMeasure(whole) }, {
    rule: "report-parts", severity: "warning", actual: printed(whole), expected: printed(whole).replace(token.text, numberText(sum / (token.step * 10 ** token.decimals))),
    message: say("statement-parts", { whole: printed(whole), parts: parts.map((part) => printed(part)).join("＋"), sum: numberText(sum / (token.step * 10 ** token.decimals)) })
  })];
}

/** The measures that follow each other in one list. */
function listFrom(from: number, all: readonly Measure[]): Measure[] {
  const list = [all[from]!];
  for (let i = from + 1; i < all.length && all[i]!.sentence === all[from]!.sentence; i++) {
    const gap = all[i]!.line.text.slice(list.at(-1)!.token.end, all[i]!.token.start);
    if (!GAP.test(gap) || /其中|共|合计|总|每|平均|占|比|较|均/u.test(gap)) break;
    list.push(all[i]!);
  }
  return list;
}

function isSwapped(value: number, right: number): boolean {
  return value >= 10 && right >= 10 && swapsOrDigit(String(value), String(right)) === "swap";
}

const PERSONS = "人名位";

function alike(a: Measure, b: Measure): boolean {
  const [one, other] = [a.token.unit, b.token.unit];
  return one === other || (one !== "" && other !== "" && PERSONS.includes(one) && PERSONS.includes(other)) || (other === "件" && one === "个");
}

/** Names of one make: 和平街, 同德街, 长兴街; 女性, 男性. */
function areSiblings(parts: readonly Measure[]): boolean {
  const names = parts.map(({ before }) => before.replace(/^其中(?:有|包括)?/u, "").replace(/(?:为|有|共)$/u, ""));
  const [first] = names;
  if (!/^[男女]/u.test(first!) && !/[街镇区村居站点班]$/u.test(first!)) return false;
  return names.length >= (/^[男女]/u.test(first!) ? 2 : 3) && first !== "" && names.every((name) => name.length >= 2 && name.length <= 6 && name.slice(-1) === first!.slice(-1) && Math.abs(name.length - first!.length) <= 1);
}
