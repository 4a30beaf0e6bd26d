import { say } from "../../messages";
import { numberText, sameNumber } from "../../values/numbers";
import { printed, type Measure } from "../text/measures";
import { states } from "../text/numbers";
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
    const product = count && whole && EACH.test(each.before) ? productOf(count, each, whole) : [];
    return product.length > 0 ? product : manyTimes(each, index, all);
  })));
}

function productOf(count: Measure, each: Measure, whole: Measure): Proof[] {
  const { line } = each;
  const measures = [count, each, whole];
  if (measures.some(({ token, sentence }) => token.bound !== "exact" || sentence !== each.sentence) || !COUNTS.has(count.token.unit) || each.token.unit !== whole.token.unit) return [];
  const between = line.text.slice(each.token.end, whole.token.start);
  // Each must follow what it is each of, and the whole must follow each, with nothing of another kind between.
  if (!ALL.test(whole.before) || RESTS.test(between) || !/^[^，。；]{0,8}，[^，。；]{0,8}$/u.test(between) || !/^[^。；]{0,10}，[^，。；]{0,10}$/u.test(line.text.slice(count.token.end, each.token.start))) return [];
  // 志愿服务12次，每次2小时，共96小时: of several persons.
  if (/时$|^分钟$/u.test(each.token.unit)) return [];
  const right = count.token.value * each.token.value;
  const told = { kind: "product", subject: `each ${each.token.unit}`, witnesses: [count, each].map(sentenceWitness) };
  if (sameNumber(right, whole.token.value)) return measures.map((measure) => agrees([measure], told));
  const expected = `${numberText(right)}${whole.token.unit}`;
  return [contradicts([whole], told, { rule: "report-parts", severity: "warning", actual: printed(whole), expected, message: say("statement-product", { whole: printed(whole), parts: `${printed(count)}×${printed(each)}`, right: expected }) })];
}

const TIMES = /每(次|期|场|节|个|份|组|户)[^，。；：\d]{0,6}$/u;
const TIMES_UNITS: Readonly<Record<string, string>> = { 次: "次场", 期: "期", 场: "场次", 节: "节", 个: "个", 份: "份", 组: "组个", 户: "户" };
const MADE = /^(?:总?(?:计|共|共计|合计|累计|总计|需|支出)|[、，])*$/u;
const FULL = /场场满员|期期满员|均满员|全部满员|满额|座无虚席/u;
const MONTHS = /按$/u;

/** 外聘督导24次，每次1,000元，计2.4万元; 每月2次、每次3小时，六个月共12次、36小时; 岗位16个，按12个月计192人次. */
function manyTimes(each: Measure, index: number, all: readonly Measure[]): Proof[] {
  const { line, sentence, token } = each;
  const inSentence = all.filter((one) => one.sentence === sentence && one.token.bound === "exact");
  const next = all[index + 1];
  const posts = all.slice(0, index).filter((one) => one.sentence === sentence && one.token.unit === "个" && /(?:项目|协议|核定)岗位(?:共|为|有)?$/u.test(one.before));
  if (MONTHS.test(each.before) && token.unit === "个月" && next?.token.unit === "人次" && /^计(?:算)?(?:共|为)?$/u.test(line.text.slice(token.end, next.token.start)) && posts.length === 1) return made(posts[0]!, each, next);
  const per = TIMES.exec(each.before)?.[1];
  if (per === undefined || token.bound !== "exact" || token.unit === "%" || token.unit === "") return [];
  const units = TIMES_UNITS[per]!;
  const isCount = (one: Measure): boolean => units.includes(one.token.unit) && one.token.unit !== "" && one !== each && !/每[^，。；]{0,4}$/u.test(one.before);
  const before = inSentence.filter((one) => isCount(one) && one.token.end <= token.start).at(-1);
  const behind = inSentence.filter((one) => one.token.start > token.end);
  const count = before ?? behind.find(isCount);
  const isPlaces = /^(?:名额|席位|座位)/u.test(each.behind) && (token.unit === "个" || token.unit === "名");
  const whole = behind.find((one) => one !== count && (isPlaces ? one.token.unit === "人次" : one.token.unit === token.unit) && !/每/u.test(one.before));
  if (!count || !whole || (isPlaces ? !FULL.test(line.text.slice(sentence.start, sentence.end)) : !MADE.test(whole.before))) return [];
  // 志愿服务12次，每次2小时，共96小时: of several persons.
  if (/时$|^分钟$/u.test(token.unit) && line.text.slice(count.token.end, whole.token.start) !== "、") return [];
  return made(count, each, whole);
}

function made(count: Measure, each: Measure, whole: Measure): Proof[] {
  const right = Number((count.token.value * each.token.value).toPrecision(12));
  const told = { kind: "product", subject: `times ${whole.token.unit}`, witnesses: [count, each].map(sentenceWitness) };
  if (states(whole.token, right)) return [agrees([whole], told)];
  const times = Math.round(whole.token.step * 10 ** whole.token.decimals);
  const expected = printed(whole).replace(whole.token.text, numberText(right / times));
  return [contradicts([whole], told, { rule: "report-parts", severity: "warning", actual: printed(whole), expected, message: say("statement-product", { whole: printed(whole), parts: `${printed(count)}×${printed(each)}`, right: expected }) })];
}
