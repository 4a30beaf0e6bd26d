import { normalise } from "../../../values/text";
import { roleWord, type Quotient } from "../../../evidence";
import type { OwnWords } from "../types";
import { FEWEST_RATES, FEWEST_RATES_BY_VALUE } from "../limits";

/** What a station does and counts. One such word among a table's own says that it is the station's. */
const OF_A_STATION = new RegExp([
  "协议", "指标", "片区", "社工", "社区", "居民", "服务", "个案", "小组", "活动", "探访", "走访", "家访", "电访", "访视", "建档", "志愿", "义工", "咨询", "结案", "接案",
  "节数", "人次", "困难", "特殊群体", "长者", "老人", "儿童", "青少年", "妇女", "残疾", "党建", "五社", "微心愿", "宣传", "讲座", "调研", "站点", "村居", "村委", "居委"
].join("|"));
/** What a table of money, hours, attendance or scores speaks of: checked for its arithmetic, by none of the station's rules. */
const OF_SOMETHING_ELSE = /预算|支出|收入|经费|金额|费用|资金|成本|价|应到|实到|出勤|应出|学时|课时|工资|分值|得分|满分|权重|销售|产量|库存|利润|人口/;

const OF_PERSONS_OR_SCORES = /应到|实到|到岗|在岗|持证|稳岗|出勤|得分|评分|评估|等级/;
/** A longer text is a remark, not a head or a title. */
const LONGEST_WORDS = 60;

/** The texts of a table by which it is told whose it is. */
export interface TableWords {
  readonly heads: readonly OwnWords[];
  readonly names: readonly string[];
  /** The title and caption above it. */
  readonly above: string;
}

/** Is the table one of the station's indicators? Its heads and names decide; the title only where they say nothing. */
export function isStations({ heads, names, above }: TableWords): boolean {
  const own = normalise(heads.flatMap(({ target, done, rate }) => [target ?? "", done ?? "", rate ?? ""]).join("|"));
  if (OF_SOMETHING_ELSE.test(own)) return false;
  return OF_A_STATION.test(own) || names.some((name) => OF_A_STATION.test(normalise(name))) || /指标|协议/.test(normalise(above));
}

/** Does one of the texts speak of what a station does or counts, and none of money, attendance or scores? */
export function speaksOfStation(texts: readonly string[]): boolean {
  const all = texts.map(normalise);
  return all.some((text) => OF_A_STATION.test(text)) && !all.some((text) => OF_SOMETHING_ELSE.test(text));
}

/** Does a sheet speak of what a station does, of who was there or of how it was scored? */
export function isOfStation(texts: readonly string[]): boolean {
  return texts.some((text) => text.length <= LONGEST_WORDS && (OF_A_STATION.test(normalise(text)) || OF_PERSONS_OR_SCORES.test(normalise(text))));
}

/** Does the table call its rates so (执行率, 出勤率, 占比)? Quotients without such a word are prices, means and index numbers of other people's tables. */
export function namesItsRates(heads: readonly OwnWords[]): boolean {
  return heads.some(({ rate }) => rate !== undefined && /\p{Script=Han}/u.test(rate) && roleWord(rate) === "rate");
}

/** Do formulas or numbers prove a table's rates beyond what an accident gives? */
export function areProven(quotients: readonly Quotient[]): boolean {
  const agreeing = quotients.filter(({ state }) => state === "match");
  const formulas = agreeing.filter(({ byFormula }) => byFormula).length;
  const informative = Math.max(0, ...agreeing.map(({ stats }) => stats.informative));
  return formulas >= FEWEST_RATES || (agreeing.length >= FEWEST_RATES_BY_VALUE && informative >= FEWEST_RATES);
}
