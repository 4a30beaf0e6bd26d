import { say } from "../../messages";
import { numberText, sameNumber } from "../../values/numbers";
import { printed, type Measure } from "../text/measures";
import type { Reader } from "./reader";
import { agrees, contradicts, sentenceWitness, type Proof } from "./statement";

const EACH = /(?:每(?:个|期|名|位|组|班|场|次|季度|月|处|支|家|片区|社区|街道)*(?:片区|社区|街道|小组|站点)?|各)(?:设|设有|有|配|配备|投入|招收|安排|派|派驻|驻|建|开展|举办)?(?:了)?$/u;
const ALL = /^[^，。；]{0,2}(?:合计|共计|总计|一共|总共|全站|共|合共)(?:服务|招收|招募|有|设|设有|投入|开展)?(?:了)?$/u;
const COUNTS = new Set(["个", "期", "班", "名", "位", "场", "次", "组", "支", "处", "家", "片"]);
const RESTS = /另|其余|站部|以及|还有|此外/u;

/** 开营4期，每期25人，共100人; 五个片区，各设3个社工点，全站15个: so many times what each has. */
export function proveEach({ lines, measuresOf }: Reader): Proof[] {
  return lines.flatMap((line) => (line.isNote ? [] : measuresOf(line).flatMap((each, index, all) => {
    const [count, whole] = [all[index - 1], all[index + 1]];
    return count && whole && EACH.test(each.before) ? productOf(count, each, whole) : [];
  })));
}

function productOf(count: Measure, each: Measure, whole: Measure): Proof[] {
  const { line } = each;
  const measures = [count, each, whole];
  if (measures.some(({ token, sentence }) => token.bound !== "exact" || sentence !== each.sentence) || !COUNTS.has(count.token.unit) || each.token.unit !== whole.token.unit) return [];
  const between = line.text.slice(each.token.end, whole.token.start);
  // Each must follow what it is each of, and the whole must follow each, with nothing of another kind between.
  if (!ALL.test(whole.before) || RESTS.test(between) || !/^[^，。；]{0,8}，[^，。；]{0,8}$/u.test(between) || !/^[^。；]{0,10}，[^，。；]{0,10}$/u.test(line.text.slice(count.token.end, each.token.start))) return [];
  const right = count.token.value * each.token.value;
  const told = { kind: "product", subject: `each ${each.token.unit}`, witnesses: [count, each].map(sentenceWitness) };
  if (sameNumber(right, whole.token.value)) return measures.map((measure) => agrees([measure], told));
  const expected = `${numberText(right)}${whole.token.unit}`;
  return [contradicts([whole], told, { rule: "report-parts", severity: "warning", actual: printed(whole), expected, message: say("statement-product", { whole: printed(whole), parts: `${printed(count)}×${printed(each)}`, right: expected }) })];
}
