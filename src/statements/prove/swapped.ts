import { say } from "../../messages";
import { sameNumber } from "../../values/numbers";
import { placeOf, printed } from "../text/measures";
import { statedIn, type Stated } from "./indicators";
import type { Reader } from "./reader";
import { contradicts, type Proof } from "./statement";
import { labelOf, truthOf, witnessesOf, type Truth } from "./truth";

/** Two numbers of a sentence that stand just in each other's place: those of two indicators, or what was done and its target. */
export function proveSwapped(reader: Reader): Proof[] {
  const known = statedIn(reader).flatMap((stated) => {
    const { subject, area } = stated;
    const truth = subject && area !== undefined && !subject.open ? truthOf(subject, area, reader) : null;
    return truth ? [{ stated, truth }] : [];
  });
  return known.flatMap((one, i) => [...withTarget(one), ...known.slice(i + 1).flatMap((other) => withOther(one, other))]);
}

interface Known {
  readonly stated: Stated;
  readonly truth: Truth;
}

function is(value: number, truth: Truth): boolean {
  return truth.dones.some((done) => sameNumber(done, value));
}

/** 大型活动33场，中小型活动6场: the table has 6 and 33. */
function withOther({ stated: a, truth: one }: Known, { stated: b, truth: other }: Known): Proof[] {
  const [first, second] = [a.count, b.count];
  if (first.sentence !== second.sentence || a.area !== b.area || first.token.unit !== second.token.unit || first.token.value === second.token.value || is(first.token.value, one) || is(second.token.value, other) || !is(first.token.value, other) || !is(second.token.value, one)) return [];
  return [told(first, second, [one, other], `${printed(second)}、${printed(first)}`)];
}

/** 协议量567个，实际完成603个: the table has it the other way round. */
function withTarget({ stated: { count, target }, truth }: Known): Proof[] {
  if (!target || truth.target === null || count.token.value === target.token.value || is(count.token.value, truth) || !sameNumber(truth.target, count.token.value) || !is(target.token.value, truth)) return [];
  return [told(count, target, [truth], `${printed(target)}、${printed(count)}`)];
}

function told(a: Stated["count"], b: Stated["count"], truths: readonly Truth[], right: string): Proof {
  const [first, second] = a.token.start < b.token.start ? [a, b] : [b, a];
  const place = placeOf(first.line, { start: first.token.start, end: second.token.end });
  return contradicts([a, b], { kind: "swapped", subject: truths.map(labelOf).join(), place, witnesses: truths.flatMap(witnessesOf) }, {
    rule: "report-count", severity: "error", actual: place.quote, expected: right, message: say("statement-swapped", { written: place.quote, first: printed(first), second: printed(second) })
  });
}
