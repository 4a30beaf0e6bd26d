import { say } from "../../messages";
import type { Triple } from "../../tables/indicators/types";
import type { Line } from "../text/lines";
import { printed, type Measure } from "../text/measures";
import { setsOf } from "./indicator-grids";
import { nearMiss } from "./slips";
import type { Reader } from "./reader";
import { agrees, contradicts, unknown, type Proof } from "./statement";

/** 指标完成情况表所列14项指标中; 表列十四项指标里. */
const ALL_BEFORE = /(?:表|附件)\d*(?:所列|中列|列出|共列|共有|列)(?:的|有|出)?$/u;
const ALL_BEHIND = /^(?:服务|协议)?指标(?:中|里|当中)?，?/u;
/** How many of them, by their rate: 4项完成率在100%及以上; 完成率未达100%的有九项. */
const REACHED = /^(?:指标)?(?:的)?完成率(?:在|达到?|均达|超过|为)?100%(?:及以上|以上|或以上)?/u;
const MISSED = /完成率(?:未达到?|低于|不足|未满|不到)100%的(?:指标)?(?:有|共|为|仅)*$/u;
const REACHED_BEFORE = /完成率(?:在|达到?|超过)100%(?:及以上|以上|或以上)?的(?:指标)?(?:有|共|为|仅)*$/u;

/** 表列十四项指标里，完成率未达100%的有九项: counted in the tables; only where one of the tables, or all of them, has as many. */
export function proveTallies(reader: Reader): Proof[] {
  return reader.lines.flatMap((line) => (line.isNote ? [] : reader.measuresOf(line).flatMap((all, i, measures) => {
    if (all.token.unit !== "项" || !ALL_BEFORE.test(line.text.slice(Math.max(0, all.token.start - 12), all.token.start)) || !ALL_BEHIND.test(line.text.slice(all.token.end))) return [];
    const part = measures.slice(i + 1).find(({ token, sentence }) => token.unit === "项" && sentence === all.sentence);
    return part ? proofsOf(all, part, line, reader) : [];
  })));
}

function proofsOf(all: Measure, part: Measure, line: Line, { sources }: Reader): Proof[] {
  const before = line.text.slice(all.token.end, part.token.start);
  const isMissed = MISSED.test(before);
  if (!isMissed && !REACHED_BEFORE.test(before) && !REACHED.test(line.text.slice(part.token.end))) return [];
  const sets = sources.flatMap(setsOf).map((set) => ({ size: set.length, count: set.filter((triple) => isReached(triple) !== isMissed).length }));
  if (sets.length === 0) return [unknown([all], { kind: "tally" }), unknown([part], { kind: "tally" })];
  const ofSize = sets.filter(({ size }) => size === all.token.value);
  const told = { kind: "tally", subject: isMissed ? "missed" : "reached" };
  if (ofSize.length === 0) {
    const right = sets.find(({ size, count }) => count === part.token.value && Math.abs(size - all.token.value) === 1) ?? sets.find(({ size }) => nearMiss(size, all.token.value));
    if (!right) return [unknown([all], told), unknown([part], told)];
    return [contradicts([all, part], told, { rule: "report-count", severity: "warning", actual: printed(all), expected: `${right.size}项`, message: say("statement-tally-all", { written: printed(all), right: right.size }) })];
  }
  if (ofSize.some(({ count }) => count === part.token.value)) return [agrees([all], told), agrees([part], told)];
  return [agrees([all], told), contradicts([part], told, { rule: "report-count", severity: "warning", actual: printed(part), expected: `${ofSize[0]!.count}项`, message: say("statement-tally", { written: printed(part), right: ofSize[0]!.count }) })];
}

function isReached({ done, target }: Triple): boolean {
  return (done.number ?? 0) >= target!.number!;
}
