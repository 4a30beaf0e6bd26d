import { say } from "../../messages";
import { sumScores } from "../../values/exact";
import { numberText, roundHalfUp, sameNumber } from "../../values/numbers";
import { printed, type Measure } from "../text/measures";
import { states } from "../text/numbers";
import type { Reader } from "./reader";
import { agrees, contradicts, sentenceWitness, type Proof } from "./statement";

const FULL = /(?:满分|总分)(?:为)?$/u;
const GOT = /(?:得分?|实得)(?:为)?$/u;
const OFF = /(?:共|合计|累计|总共)扣(?:减|除|了)?$/u;
/** 平均17.00分 of the list just before it. */
const MEAN = /^[）]?[，。；](?:三|四|五|六|两|各|几)?(?:个)?(?:片区|项|者)?(?:的)?(?:平均(?:分|得分|值)?|均值|均分)(?:为|是)?$/u;
const LIST_GAP = 12;

/** 满分100分，共扣6分，得94分; 依次为17.40分、17.10分、16.50分，平均17.00分. */
export function provePoints({ lines, measuresOf }: Reader): Proof[] {
  return lines.flatMap((line) => (line.isNote ? [] : measuresOf(line).flatMap((measure, index, all) => (measure.token.unit !== "分" || measure.token.bound === "least" || measure.token.bound === "most" ? [] : [...deducted(measure, all), ...meanOfList(measure, index, all)]))));
}

function deducted(off: Measure, all: readonly Measure[]): Proof[] {
  if (!OFF.test(off.before) || off.token.bound !== "exact") return [];
  const own = all.filter((one) => one.sentence === off.sentence && one.token.unit === "分" && one.token.bound === "exact");
  const [full, moreFull] = own.filter(({ before }) => FULL.test(before));
  const [got, moreGot] = own.filter(({ before }) => GOT.test(before) && !FULL.test(before));
  if (!full || moreFull || !got || moreGot) return [];
  const right = sumScores([full.token.value, -got.token.value]);
  const told = { kind: "score-deduction", subject: "off", witnesses: [full, got].map(sentenceWitness) };
  if (sameNumber(right, off.token.value)) return [agrees([off], told), agrees([got], told)];
  return [contradicts([off, got], told, { rule: "report-score", severity: "error", actual: printed(off), expected: `${numberText(right)}分`, message: say("statement-score-deduction", { score: printed(got), deduction: printed(off), most: printed(full) }) })];
}

/** The mean of all numbers of the list that ends just before it. */
function meanOfList(mean: Measure, index: number, all: readonly Measure[]): Proof[] {
  const { line, token } = mean;
  const last = all[index - 1];
  if (!last || last.sentence !== mean.sentence || !MEAN.test(line.text.slice(last.token.end, token.start))) return [];
  const list: Measure[] = [];
  for (let i = index - 1; i >= 0; i--) {
    const one = all[i]!;
    const gap = list.length === 0 ? "，" : line.text.slice(one.token.end, list[0]!.token.start);
    if (one.token.unit !== "分" || one.token.bound !== "exact" || one.sentence !== mean.sentence || gap.length > LIST_GAP || !/^[、，和及]/u.test(gap) || /其中|共|合计|满分/u.test(gap)) break;
    list.unshift(one);
  }
  // The first of a list stands behind its own words only: 第三方48.55分，其中….
  if (list.length < 2) return [];
  const values = list.map((_, from) => list.slice(from)).filter((own) => own.length >= 2).map((own) => own.reduce((sum, one) => sum + one.token.value, 0) / own.length);
  const told = { kind: "mean", subject: "list", witnesses: list.map(sentenceWitness) };
  // 平均 makes it no rough number.
  if (values.some((value) => states({ ...token, bound: "exact" }, value))) return [agrees([mean], told)];
  const right = `${roundHalfUp(values[0]!, token.decimals).toFixed(token.decimals)}分`;
  return [contradicts([mean], told, { rule: "report-score", severity: "warning", actual: printed(mean), expected: right, message: say("statement-derived", { written: printed(mean), right }) })];
}
