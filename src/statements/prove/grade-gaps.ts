import { say } from "../../messages";
import { numberText, sameNumber } from "../../values/numbers";
import { sumScores } from "../../values/exact";
import { scoresIn } from "../read/scores";
import { printed, type Measure } from "../text/measures";
import type { Reader } from "./reader";
import { agrees, contradicts, sentenceWitness, type Proof } from "./statement";

const LINE = "“?(优秀|良好|合格)”?(?:等级|等次)?(?:分数)?(?:线|档|标准|的)?(?:\\d+分)?(?:（[^）]*）)?(?:的?(?:标准|要求|线))?";
/** 距优秀尚差5.10分; 离优秀的90分还差4.30分. */
const BELOW = new RegExp(`(?:距离?|离)(?:达到)?${LINE}(?:仅|还|尚|只|仍|相)*(?:差|缺|欠|有)(?:了|约)?$`, "u");
/** 高出优秀线1.05分. */
const ABOVE = new RegExp(`(?:高出|高于|超出|超过|比)${LINE}(?:高|多)?(?:出|了)?$`, "u");
const FORMER = /上一?(?:年度?|期|次|周期)|去年|片区|项得分/u;

/** How far the total lies from the limit of a grade. */
export function proveGradeGaps(reader: Reader): Proof[] {
  const { lines, measuresOf, settings: { gradeLimits }, sources } = reader;
  const totals = lines.flatMap((line) => (line.isNote ? [] : scoresIn(line, reader).filter(({ of }) => of === "total").map(({ measure }) => measure)));
  const table = sources.flatMap(({ evaluation }) => evaluation.scores?.total ?? [])[0];
  const limits: Readonly<Record<string, number>> = { 优秀: gradeLimits.excellent, 良好: gradeLimits.good, 合格: gradeLimits.pass };
  return lines.flatMap((line) => (line.isNote || line.area !== null ? [] : measuresOf(line).flatMap((measure): Proof[] => {
    const { token, sentence } = measure;
    if (token.unit !== "分" || token.bound === "about") return [];
    const lead = line.text.slice(sentence.start, token.start);
    const [below, above] = [BELOW.exec(lead), ABOVE.exec(lead)];
    const limit = limits[(below ?? above)?.[1] ?? ""];
    const total = totalFor(measure, totals, table);
    if (limit === undefined || total === null || FORMER.test(lead.slice(-30))) return [];
    const right = below ? sumScores([limit, -total.value]) : sumScores([total.value, -limit]);
    const told = { kind: "grade-gap", subject: below ? "below" : "above", witnesses: total.measure ? [sentenceWitness(total.measure)] : [] };
    if (right < 0) return [];
    if (sameNumber(right, token.value)) return [agrees([measure], told)];
    const expected = `${token.decimals > 0 ? right.toFixed(2) : numberText(right)}分`;
    return [contradicts([measure], told, { rule: "report-score", severity: "warning", actual: printed(measure), expected, message: say("statement-apart", { written: printed(measure), first: `${numberText(total.value)}分`, second: `${limit}分`, right: expected }) })];
  })));
}

/** The total that stands before it, else the one that all of the report and its table have. */
function totalFor({ line, token }: Measure, totals: readonly Measure[], table: number | undefined): { readonly value: number; readonly measure: Measure | null } | null {
  const own = totals.filter((one) => one.line === line && one.token.end <= token.start).at(-1);
  if (own) return { value: own.token.value, measure: own };
  const values = new Set([...totals.map((one) => one.token.value), ...(table === undefined ? [] : [table])]);
  return values.size === 1 ? { value: [...values][0]!, measure: totals[0] ?? null } : null;
}
