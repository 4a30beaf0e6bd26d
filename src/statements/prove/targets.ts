import { say } from "../../messages";
import { numberText, sameNumber } from "../../values/numbers";
import { namedLists } from "../read/named";
import { targetsIn } from "../read/rates";
import { withoutTarget } from "../read/roles";
import { subjectOf } from "../read/subjects";
import { printed, type Measure } from "../text/measures";
import { keyOf, scopeOf, slipNote, statedIn, topicOf, withoutArea } from "./indicators";
import type { Reader } from "./reader";
import { nearMiss } from "./slips";
import { agrees, cellWitness, contradicts, unknown, type Proof, type Told } from "./statement";
import { labelOf, truthOf } from "./truth";

/** Targets that sentences name against those of the tables; told where what was done agrees with the table's, or the number looks like a slip. */
export function proveTargets(reader: Reader): Proof[] {
  const stated = statedIn(reader);
  return [...new Set(stated.map(({ count }) => count.line))].flatMap((line) => {
    const measures = reader.measuresOf(line);
    const named = namedLists(line, measures);
    return targetsIn(measures).flatMap((target): Proof[] => {
      const pair = stated.find((one) => one.target === target) ?? stated.find(({ count }) => count.line === line && isBeside(count, target)) ?? null;
      const subject = named.get(target) ?? subjectOf(target, null, withoutArea(withoutTarget(target.before), reader)) ?? pair?.subject ?? topicOf(target);
      const area = scopeOf(target, reader);
      const truth = subject && !subject.narrowed && !subject.open && area !== undefined ? truthOf(subject, area, reader) : null;
      if (!truth || truth.target === null || target.token.bound !== "exact") return [];
      const { value } = target.token;
      const told: Told = { kind: "indicator-target", subject: keyOf(subject!), scope: area?.name ?? "", witnesses: truth.triples.flatMap(({ target: cell }) => (cell ? [cellWitness(cell.at, truth.source.file, say("label-target"))] : [])) };
      if (sameNumber(value, truth.target)) return [agrees([target], told)];
      const agreed = stated.some(({ count, subject: of }) => count.sentence === target.sentence && of && keyOf(of) === keyOf(subject!) && truth.dones.some((done) => sameNumber(done, count.token.value)));
      const isDone = truth.dones.some((done) => sameNumber(done, value));
      if (OTHER_TERM.test(line.text.slice(target.sentence.start, target.token.start)) || !(agreed || isDone || nearMiss(value, truth.target))) return [unknown([target], told)];
      return [contradicts([target], told, {
        rule: "report-count", severity: agreed ? "error" : "warning", actual: printed(target), expected: printed(target).replace(target.token.text, numberText(truth.target)),
        message: say("statement-target", { name: labelOf(truth), target: printed(target), known: numberText(truth.target), cause: isDone ? say("statement-cause-done") : slipNote(value, truth.target) })
      })];
    });
  });
}

/** A target of another length of time than the table's. */
const OTHER_TERM = /全年|年度(?:协议|指标|目标)|半年|每月|每季|月均|上一?(?:期|年)|分解/u;

/** 接案20个（协议22个）; 协议660个，完成660个: the count that the target stands beside. */
function isBeside(count: Measure, target: Measure): boolean {
  const { text } = count.line;
  return text.slice(count.token.end, target.token.start - target.before.length) === "（" || (count.token.start > target.token.end && count.group === target.group && /^[，中]?(?:实际)?完成$/u.test(text.slice(target.token.end, count.token.start)));
}
