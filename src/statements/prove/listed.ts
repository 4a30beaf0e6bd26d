import { say } from "../../messages";
import type { Line } from "../text/lines";
import { placeOf, type Measure, type Range } from "../text/measures";
import type { Reader } from "./reader";
import { agrees, contradicts, unknown, type Proof } from "./statement";

/** How many things a list names: surely so many, or within bounds where its words leave it open. */
interface Listed {
  readonly least: number;
  readonly most: number;
  /** 等 may leave some out. */
  readonly open: boolean;
  readonly range: Range;
  /** The names may be something else than what is counted. */
  readonly agreeOnly?: true;
}

const COUNTED = new Set(["大", "个", "项", "方面", "种", "类", "支", "点", "条", "处"]);
const VERBS = /开展|完成|提供|进行|实现|组织|举办|链接|发放|服务了|设置|安排|参与|帮助|协助|收集|了(?!解)|累计|共计|总计|有(?!关|效|序|机)|为(?!老|民|主)|至|到/u;
const CONJUNCTION = /以及|(?<![涉普波以])及(?!时)|(?<!参)与|和(?!谐|睦|平)/gu;
const JOINED = /以及|(?<!参)与|和(?!谐|睦|平)/u;
/** Words with 和 in them that are one thing. */
const ONE_THING = /困难群众[和与及]特殊群体|意见[和与及]建议|经验[和与及]做法|问题[和与及]不足|团体[和与及]个人/gu;

/** Numbers of things against those that are named before or behind them: A、B、C等三大方面; 两个平台，即A和B; 两大环节，一是…，二是…. */
export function proveListed(reader: Reader): Proof[] {
  return reader.lines.flatMap((line) => (line.isNote ? [] : reader.measuresOf(line).flatMap((measure) => {
    const { token } = measure;
    if (!COUNTED.has(token.unit) || token.value < 2 || token.value > 20 || !Number.isInteger(token.value) || token.bound !== "exact") return [];
    const above = pointsAbove(line, measure);
    if (above) return [proofOf(measure, above)];
    const listed = listedBehind(line, measure) ?? listedBefore(line, measure);
    // 分别接案十个和九个: numbers, no names.
    const isNames = listed && !reader.measuresOf(line).some((other) => other !== measure && other.token.start >= listed.range.start && other.token.end <= Math.min(listed.range.end, measure.token.start) && /[、和及与]$/u.test(line.text.slice(other.token.end, other.token.end + 1)));
    // 探访、建档、活动三项都居五个社区末位: the list is that of another number.
    const isOther = listed !== null && listed.range.end === token.start && reader.measuresOf(line).some((other) => other !== measure && other.token.start > listed.range.start && other.token.end < token.start);
    return listed && isNames && !isOther ? [proofOf(measure, listed)] : [];
  })));
}

function proofOf(measure: Measure, { least, most, open, range, agreeOnly }: Listed): Proof {
  const { line, token, behind } = measure;
  const noun = /^[^，。；、：（）“”的]{0,8}/u.exec(behind)?.[0] ?? "";
  const told = { kind: "enumeration", subject: noun || token.unit, scope: line.area?.name ?? "", place: placeOf(line, { start: Math.min(token.start, range.start), end: Math.max(token.end + noun.length, range.end) }) };
  if (token.value >= least && (token.value <= most || open)) return agrees([measure], told);
  if (agreeOnly) return unknown([measure], told);
  return contradicts([measure], told, {
    rule: "report-listed", severity: least === most && (token.unit === "大" || /”/u.test(line.text.slice(range.start, range.end))) ? "error" : "warning", actual: line.text.slice(token.start, token.end) + noun, expected: least === most ? String(least) : "",
    message: say("statement-listed", { count: line.text.slice(token.start, token.end) + noun, listed: least === most ? String(least) : `${least}–${most}`, list: line.text.slice(range.start, range.end) })
  });
}

/** The list that ends just before the number. */
function listedBefore(line: Line, { token, behind }: Measure): Listed | null {
  const { text } = line;
  const quoted = quotedBefore(text, token.start);
  if (quoted) return quoted;
  const start = clauseStart(text, token.start);
  const clause = text.slice(start, token.start).replace(ONE_THING, (thing) => "一".repeat(thing.length));
  const rest = /(等)?(?:这|的|共|共计)?$/u.exec(clause)!;
  const list = clause.slice(0, rest.index);
  const parts = list.split("、");
  const last = parts[parts.length - 1]!;
  if (/^[，。；、和及与]/.test(behind) || /分别/u.test(list) || last === "" || /[“”]/.test(last) || /\d/.test(list)) return null;
  if (parts.length > 1 && (last.length > 30 || VERBS.test(last))) return null;
  const joined = [...last.matchAll(CONJUNCTION)].length;
  const inner = parts.slice(0, -1).reduce((sum, part) => sum + [...part.matchAll(CONJUNCTION)].length, 0);
  if (parts.length === 1) {
    // A和B2个社会组织: two, where something was done to both.
    const names = /(?:培育|打造|成立|设立|组建|建立|开设|包括|分为)了?(.{4,})[和及与](.{5,})$/u.exec(list);
    if (joined !== 1 || names === null || VERBS.test(names[1]!) || VERBS.test(names[2]!)) return null;
    return { least: 2, most: 2, open: false, range: { start, end: token.start } };
  }
  const least = parts.length + (joined > 0 ? 1 : 0);
  // 等三大方面 closes the list; 等5个单位 may name only some.
  const open = rest[1] !== undefined && token.unit !== "大" && token.unit !== "方面" && token.unit !== "项";
  if (rest[1] === undefined && token.unit !== "大" && !token.spelled && parts.some((part) => part.length > 20)) return null;
  // A、B、C共9类材料 says that these are all.
  const isAll = /共(?:计)?$/u.test(rest[0]) && rest[1] === undefined && parts.length >= 3;
  const agreeOnly = !token.spelled && rest[1] === undefined && token.unit !== "大" && !isAll;
  return { least: joined > 1 ? parts.length : least, most: least + Math.max(0, joined - 1) + inner, open, range: { start: start + Math.max(0, parts[0]!.length - 6), end: token.start }, ...(agreeOnly && { agreeOnly }) };
}

/** “A”“B”和“C”六个…: quoted names in a row. */
function quotedBefore(text: string, end: number): Listed | null {
  let at = text.slice(0, end).replace(/等?(?:这|的)?$/u, "").length;
  let count = 0;
  while (text[at - 1] === "”") {
    const open = text.lastIndexOf("“", at - 1);
    if (open < 0) break;
    count++;
    at = open;
    const before = /(?:[、，和及与]|以及)$/u.exec(text.slice(0, at));
    const next = before ? at - before[0].length : at;
    if (text[next - 1] !== "”") break;
    at = next;
  }
  return count >= 2 ? { least: count, most: count, open: false, range: { start: at, end } } : null;
}

/** The list that begins behind the number and its noun. */
function listedBehind(line: Line, { token }: Measure): Listed | null {
  const { text } = line;
  const after = text.slice(token.end);
  const next = after.indexOf("一是", after.indexOf("一是") + 2);
  const own = next < 0 ? after : after.slice(0, next);
  const named = namedBehind(line, token.end, token.value);
  if (named) return { ...named, range: { start: token.start, end: named.range.end } };
  const points = /^[^，。；：、]{0,14}[，：；](?:一是|第一)/u.exec(after);
  if (points) {
    const numerals = ["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是"];
    const count = numerals.findIndex((numeral) => !own.includes(numeral));
    return count >= 2 ? { least: count, most: count, open: false, range: { start: token.start, end: token.end + points[0].length } } : null;
  }
  const lead = /^[^，。；：、“”]{0,14}(?:(?:，|（)?(?:即(?![将使可时便刻])|分别是|分别为)|：)：?/u.exec(after);
  if (!lead) return null;
  const from = token.end + lead[0].length;
  const end = from + (/[。；]|，(?!“)|）/u.exec(text.slice(from))?.index ?? text.length - from);
  const list = text.slice(from, end).replace(ONE_THING, (thing) => "一".repeat(thing.length));
  if (list.length > 160 || /\d/.test(list)) return null;
  const quotes = [...list.matchAll(/“[^”]*”/gu)].length;
  if (quotes >= 2) return { least: quotes, most: quotes, open: false, range: { start: token.start, end } };
  // Behind ； and ， more may follow.
  const ends = /[；，]/u.test(text[end] ?? "");
  const parts = list.replace(/等[^、]*$/u, "").split("、");
  const joined = [...parts[parts.length - 1]!.matchAll(CONJUNCTION)].length;
  const count = parts.length + (joined > 0 ? 1 : 0);
  if (count < 2 || parts.some((part) => part.length > 30)) return null;
  const inner = parts.slice(0, -1).reduce((sum, part) => sum + [...part.matchAll(CONJUNCTION)].length, 0);
  return { least: joined > 1 ? parts.length : count, most: count + inner + Math.max(0, joined - 1), open: ends || /等[^、]*$/u.test(list), range: { start: token.start, end } };
}

function clauseStart(text: string, before: number): number {
  let start = 0;
  for (let at = before - 1; at >= 0 && start === 0; at--) if (/[，。；：！？（）]/u.test(text[at]!)) start = at + 1;
  return start + (/^(?:[一二三四五六七八九十]{1,3}|\d{1,2})、/u.exec(text.slice(start, before))?.[0].length ?? 0);
}

const NAMED_LIST = /^(?:（[^）]{1,2}）)?[一-鿿]{0,6}(：|，(?:包括|包含|有|分别为|分别是|即))/u;
/** 8月的木棉歌友社; 电访4186个（95.14%）: names with their day or their numbers. */
const NAMED_ITEM = /^(?:\d{1,2}月(?:\d{1,2}日)?的)?[一-鿿]{2,14}(?:\d[\d.]*(?:%|[一-鿿]{1,2})?(?:（[^）]*）)?)?$/u;
const FEWEST_NAMED = 3;

/** A closed list of names, each with its number or its month; 包括 may leave some out, and only says that there are more than were counted. */
function namedBehind(line: Line, from: number, value: number): Listed | null {
  const lead = NAMED_LIST.exec(line.text.slice(from));
  if (!lead) return null;
  const start = from + lead[0].length;
  const text = /^[^。；：]*/u.exec(line.text.slice(start))![0];
  const items = text.replace(/，(?!$).*$/u, "").split("、");
  if (items.length < FEWEST_NAMED || /等$/u.test(text) || text.includes("，") || items.some((item) => !NAMED_ITEM.test(item) || JOINED.test(item) || /其中|共|合计/u.test(item))) return null;
  const isPart = /包[括含]|有/u.test(lead[1]!);
  if (isPart ? value >= items.length : !/\d/u.test(text)) return null;
  return { least: items.length, most: items.length, open: false, range: { start: from, end: start + text.length } };
}

const ABOVE = /(?:以上|上述|上列)$/u;
const POINTS: readonly (readonly string[])[] = ["一二三四五六七八九十".split("").map((sign) => `（${sign}）`), "一二三四五六七八九".split("").map((sign) => `${sign}是`), "一二三四五六七八九".split("").map((sign) => `其${sign}，`), ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨"]];

/** （一）…；（二）…；（三）…。以上三项建议: the numbered points before it in its paragraph. */
function pointsAbove(line: Line, { token, before, behind }: Measure): Listed | null {
  if (!ABOVE.test(before) || !/^(?:意见|建议|问题|方面|措施|不足|整改|要求)?/u.exec(behind)![0]) return null;
  const text = line.text.slice(0, token.start);
  const counts = POINTS.flatMap((marks) => {
    const count = marks.findIndex((mark) => !text.includes(mark));
    // Each mark once, in their order.
    const isRun = count >= 2 && marks.slice(0, count).every((mark, i) => text.indexOf(mark) === text.lastIndexOf(mark) && (i === 0 || text.indexOf(mark) > text.indexOf(marks[i - 1]!)));
    return isRun ? [{ count, start: text.indexOf(marks[0]!) }] : [];
  });
  const [first] = counts;
  return first && counts.length === 1 ? { least: first.count, most: first.count, open: false, range: { start: token.start, end: token.end } } : null;
}
