import { say } from "../../messages";
import { numberText, roundHalfUp, sameNumber } from "../../values/numbers";
import { placeOf, printed, type Measure } from "../text/measures";
import { states } from "../text/numbers";
import { fitsUnit } from "./quantities";
import type { Reader } from "./reader";
import { agrees, contradicts, sentenceWitness, type Proof } from "./statement";

/** Between two numbers of a written calculation: 32场次=摆摊16场+讲座8场. */
const OPERATOR = /^[^，。；：（）、=+×÷/→*-]{0,8}(=|\+|×|\*|÷|\/|→|-)[^，。；：（）、=+×÷/→*-]{0,8}$/u;

interface Term {
  readonly operator: string;
  readonly measure: Measure;
}

/** Calculations that are written out with signs: 198人次=18人×11个月; 3904→4216，+312. */
export function proveEquations({ lines, measuresOf }: Reader): Proof[] {
  return lines.flatMap((line) => (line.isNote ? [] : [...chainsOf(measuresOf(line)).flatMap(equation), ...measuresOf(line).flatMap(arrow)]));
}

/** Runs of numbers with a sign between each and the next. */
function chainsOf(measures: readonly Measure[]): Term[][] {
  const chains: Term[][] = [];
  measures.forEach((measure, i) => {
    const previous = measures[i - 1];
    const operator = previous ? OPERATOR.exec(measure.line.text.slice(previous.token.end, measure.token.start))?.[1] : undefined;
    if (operator === undefined) chains.push([{ operator: "", measure }]);
    else chains.at(-1)!.push({ operator, measure });
  });
  return chains.filter((chain) => chain.length >= 3 && chain.filter(({ operator }) => operator === "=").length === 1 && chain.every(({ operator, measure }) => !/→/u.test(operator) && measure.token.bound === "exact"));
}

function equation(chain: Term[]): Proof[] {
  const at = chain.findIndex(({ operator }) => operator === "=");
  const [left, right] = [chain.slice(0, at), chain.slice(at)];
  const [single, many] = left.length === 1 ? [left[0]!.measure, right] : right.length === 1 ? [right[0]!.measure, left] : [null, []];
  if (!single || many.length < 2) return [];
  const own = many.map(({ measure }) => measure);
  // 10分钟服务圈=1个站点+5个服务点 is a name.
  if (many.some(({ operator }) => /[+-]/u.test(operator)) && own.some(({ token }) => !areAlike(token.unit, single.token.unit))) return [];
  const value = valueOf(many);
  const made = single.token.unit === "%" && !own.some(({ token }) => token.unit === "%") ? value * 100 : value;
  const about = { kind: "equation", subject: "equation", place: placeOf(single.line, { start: Math.min(single.token.start, own[0]!.token.start), end: Math.max(single.token.end, own.at(-1)!.token.end) }), witnesses: own.map(sentenceWitness) };
  if (states(single.token, made)) return [agrees([single, ...own], about)];
  const times = roundHalfUp(single.token.step * 10 ** single.token.decimals, 0);
  const expected = printed(single).replace(single.token.text, single.token.decimals > 0 ? roundHalfUp(made / times, single.token.decimals).toFixed(single.token.decimals) : numberText(roundHalfUp(made / times, 2)));
  const parts = many.map(({ operator, measure }, i) => `${i === 0 ? "" : operator}${printed(measure)}`).join("");
  return [contradicts([single, ...own], about, { rule: "report-parts", severity: "warning", actual: about.place.quote, expected, message: say("statement-product", { whole: printed(single), parts, right: expected }) })];
}

/** 场次 is told of 场 and of 次. */
function areAlike(a: string, b: string): boolean {
  return a === "" || b === "" || fitsUnit(a, b) || (a !== "%" && b !== "%" && [...a].some((sign) => b.includes(sign)));
}

/** × and ÷ before + and −. */
function valueOf(terms: readonly Term[]): number {
  let sum = 0;
  let factor = 0;
  terms.forEach(({ operator, measure: { token } }, i) => {
    if (i === 0) factor = token.value;
    else if (/[×*]/u.test(operator)) factor *= token.value;
    else if (/[÷/]/u.test(operator)) factor /= token.value;
    else {
      sum += factor;
      factor = operator === "-" ? -token.value : token.value;
    }
  });
  return Number((sum + factor).toPrecision(12));
}

/** 3904→4216，+312: how far it went. */
function arrow(to: Measure, index: number, all: readonly Measure[]): Proof[] {
  const [from, change] = [all[index - 1], all[index + 1]];
  if (!from || !change || [from, to, change].some(({ token, sentence }) => token.bound !== "exact" || sentence !== to.sentence)) return [];
  const { text } = to.line;
  if (text.slice(from.token.end, to.token.start) !== "→") return [];
  const sign = /^[，（]([+-])$/u.exec(text.slice(to.token.end, change.token.start))?.[1];
  if (sign === undefined || from.token.unit !== to.token.unit || !(change.token.unit === to.token.unit || change.token.unit === "")) return [];
  const right = to.token.value - from.token.value;
  const written = sign === "-" ? -change.token.value : change.token.value;
  const about = { kind: "difference", subject: "arrow", witnesses: [from, to].map(sentenceWitness) };
  if (sameNumber(right, written)) return [agrees([change, from, to], about)];
  const expected = `${right > 0 ? "+" : ""}${numberText(right)}${change.token.unit}`;
  return [contradicts([change], about, { rule: "report-rate", severity: "warning", actual: `${sign}${printed(change)}`, expected, message: say("statement-apart", { written: `${sign}${printed(change)}`, first: printed(from), second: printed(to), right: expected }) })];
}
