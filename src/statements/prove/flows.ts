import { say } from "../../messages";
import { numberText } from "../../values/numbers";
import type { Line } from "../text/lines";
import { placeOf, printed, type Measure } from "../text/measures";
import { fitsUnit } from "./quantities";
import type { Reader } from "./reader";
import { agrees, contradicts, sentenceWitness, type Proof } from "./statement";

/** How a number of persons or households changes what there are. */
type Role = "open" | "all" | "in" | "out" | "close" | "net";

interface Step {
  readonly role: Role;
  readonly value: number;
  readonly at: number;
  readonly measure: Measure | null;
}

const COUNTED = new Set(["名", "人", "位", "户", "个", "支"]);
const COME = "入职|新入职|到岗|到任|来了|新来|补进|补充|补入|转入|调入|加入|新增|招入|招聘|迁入";
const GONE = "离职|离岗|离开|走了|转出|转到|调出|调离|退出|销户|注销|辞职|迁出";
const IN = new RegExp(`(?:${COME})(?:了|的)?(?:社工)?$`, "u");
const OUT = new RegExp(`(?:${GONE})(?:了|的)?(?:社工)?$`, "u");
const IN_BEHIND = new RegExp(`^(?:社工|同事|员工|人员|新人)?(?:${COME})`, "u");
const OUT_BEHIND = new RegExp(`^(?:社工|同事|员工|人员)?(?:${GONE})`, "u");
const OPEN = /(?:年初|期初|月初|初期|起初|原有|原来|上年末|上期末)[^，。；\d]{0,8}$/u;
const CLOSE = /(?:年底|年末|期末|末期|月末|月底)[^，。；\d]{0,8}$/u;
const ALL = /(?:先后|前后)(?:共)?(?:有|在岗|任职|在册|到岗)*$/u;
/** On two days: the earlier opens, the later closes. */
const BOOKED = /日(?:时)?(?:在册|在岗|实有)(?:的)?(?:社工|人员)?(?:共|有|为)*$/u;
const NET = /(?:期末|年末|年底)?(?:较|比)(?:期初|年初)(?:净)?(?:增加|增长|多|净增)(?:了)?$/u;
/** Some of them only. */
const NARROWED = /持证|中级|助理|初级|女性?|男性?|党员|专职|兼职|督导|骨干|活跃|本科|其中|另有|另外|新增志愿/u;
/** 8月16日社工3离职: one person. */
const PERSON = new RegExp(`(?:社工[\\dA-Za-z]{1,3}|[一-鿿]某|[A-Z]社工)(?:(${COME})|(${GONE}))`, "gu");
/** 8月、9月各入职一位. */
const EACH_MONTH = /((?:\d{1,2}月、)+\d{1,2}月)各[^，。；]{0,4}$/u;
/** Ways to come and go that the numbers do not tell. */
const UNSURE = /返聘|返岗|调剂|支援|借调|复岗|停薪|休假|产假|待核|待定|含|补录|补登|另有|其余|若干|多名|未计|不含/u;
const LONGEST = 160;

/** What there was at first, what came, what went and what is left: 12名社工，走了1位，来了2位，年底13位. */
export function proveFlows(reader: Reader): Proof[] {
  return reader.lines.flatMap((line) => (line.isNote || line.area !== null ? [] : flowsIn(line, reader)));
}

function flowsIn(line: Line, reader: Reader): Proof[] {
  const measures = reader.measuresOf(line);
  const steps = stepsIn(line, measures);
  return steps.flatMap((close, i): Proof[] => {
    if ((close.role !== "close" && close.role !== "net") || reader.isElsewhere(close.measure!)) return [];
    const before = steps.slice(0, i).filter(({ at }) => close.at - at < LONGEST);
    const from = before.map(({ role }) => role).lastIndexOf("open");
    const all = before.filter(({ role }) => role === "all").at(-1);
    const moves = before.slice(from + 1).filter(({ role }) => role === "in" || role === "out");
    const sum = (role: Role): number => moves.filter((one) => one.role === role).reduce((total, { value }) => total + value, 0);
    if (!moves.some(({ role }) => role === "out")) return [];
    if (close.role === "net") return moves.some(({ role }) => role === "in") ? told(close, moves, sum("in") - sum("out"), line) : [];
    if (UNSURE.test(line.text.slice(Math.max(0, before[0]?.at ?? 0), close.measure!.sentence.end))) return [];
    // 先后在岗21人: whoever came is among them.
    if (all) return told(close, [all, ...moves.filter(({ role }) => role === "out")], all.value - sum("out"), line);
    const open = before[from];
    // A number of the kind between them that neither came nor went may be part of it.
    if (open && isOpen(open, close, steps, measures)) return [];
    return open && moves.some(({ role }) => role === "in") ? told(close, [open, ...moves], open.value + sum("in") - sum("out"), line) : [];
  });
}

function stepsIn(line: Line, measures: readonly Measure[]): Step[] {
  const own = measures.filter(({ token, bracketed, before, behind }) => token.bound === "exact" && !bracketed && COUNTED.has(token.unit) && !NARROWED.test(before) && !/^(?:岗位|片区|月)/u.test(behind));
  const roles = own.map((measure, i) => ({ measure, role: roleOf(measure, own[i + 1] ?? null) }));
  const persons = [...line.text.matchAll(PERSON)].map((match): Step => ({ role: match[1] === undefined ? "out" : "in", value: 1, at: match.index, measure: null }));
  const steps = roles.flatMap(({ measure, role }): Step[] => (role === null ? [] : [{ role, value: measure.token.value * timesOf(measure), at: measure.token.start, measure }]));
  // Of two days in the book the first opens.
  const booked = steps.filter(({ measure }) => measure !== null && BOOKED.test(leadOf(measure)));
  return [...steps.map((step) => (step === booked[0] && booked.length > 1 ? { ...step, role: "open" as const } : step)), ...persons].sort((a, b) => a.at - b.at);
}

function isOpen(open: Step, close: Step, steps: readonly Step[], measures: readonly Measure[]): boolean {
  return measures.some(({ token, bracketed, behind }) => !bracketed && token.start > open.at && token.start < close.at && token.unit !== "" && COUNTED.has(token.unit) && fitsUnit(token.unit, close.measure!.token.unit) && !/^(?:岗位|片区|月)/u.test(behind) && !steps.some(({ at }) => at === token.start));
}

function leadOf({ line, token, sentence }: Measure): string {
  return line.text.slice(Math.max(sentence.start, token.start - 16), token.start);
}

function timesOf(measure: Measure): number {
  return EACH_MONTH.exec(leadOf(measure))?.[1]!.split("、").length ?? 1;
}

function roleOf(measure: Measure, next: Measure | null): Role | null {
  const { before, behind, token, line } = measure;
  if (NET.test(before)) return "net";
  if (ALL.test(before)) return "all";
  if (IN.test(before) || IN_BEHIND.test(behind)) return "in";
  if (OUT.test(before) || OUT_BEHIND.test(behind)) return "out";
  const lead = leadOf(measure);
  if (CLOSE.test(before) || BOOKED.test(lead) || /到(?:年|期)末，[^，。；\d]{0,6}$/u.test(lead)) return "close";
  if (OPEN.test(before)) return "open";
  // 12名社工，走了1位: what the moves follow at once.
  const isFirst = next !== null && next.sentence === measure.sentence && /^[一-鿿]{0,4}，$/u.test(line.text.slice(token.end, next.token.start - next.before.length)) && (IN.test(next.before) || OUT.test(next.before)) && /^(?:|共|共有|有|原)$/u.test(before);
  return isFirst ? "open" : null;
}

function told(close: Step, from: readonly Step[], right: number, line: Line): Proof[] {
  const measure = close.measure!;
  const of = from.flatMap((step) => step.measure ?? []);
  const about = { kind: "flow", subject: `flow ${measure.token.unit}`, witnesses: of.map(sentenceWitness) };
  if (right === measure.token.value) return [agrees([measure], about), ...of.map((one) => agrees([one], { ...about, witnesses: [sentenceWitness(measure)] }))];
  const place = placeOf(line, { start: measure.token.start - Math.min(measure.before.length, 12), end: measure.token.end });
  return [contradicts([measure], { ...about, place }, { rule: "report-parts", severity: "warning", actual: printed(measure), expected: `${numberText(right)}${measure.token.unit}`, message: say("statement-derived", { written: printed(measure), right: `${numberText(right)}${measure.token.unit}` }) })];
}
