import type { Party, ThirdPartyItem } from "../../values/party";
import type { Line } from "../text/lines";
import type { Measure } from "../text/measures";

export type ScoreKey = Party | ThirdPartyItem | "total" | "deduction";

/** A score (得分) that a sentence states. */
export interface Scored {
  readonly of: ScoreKey;
  readonly measure: Measure;
}

/** Which party words mean; the nearest before a number counts. */
const PARTY_WORDS: readonly (readonly [RegExp, Party])[] = [
  [/第三方/gu, "thirdParty"], [/督导中心/gu, "guidance"], [/购买方|镇人民政府|街道办事处|镇街/gu, "purchaser"], [/监督方|民政局|民政部门/gu, "supervisor"]
];
const ITEM_WORDS: readonly (readonly [RegExp, ThirdPartyItem])[] = [[/服务监测/gu, "monitoring"], [/服务成效/gu, "effect"], [/运营管理/gu, "operation"], [/服务质量/gu, "quality"]];
const TOTAL = /(?:总得分|总评分|综合得分|最终得分|总分|总计|合计|合起来)(?:合计)?(?:为|是)?：?$/u;
const NOT_THIS = /(?:非|除)第三方[^，。；]*$|[两二三]家[^，。；]{0,8}(?:合计|总计|共)(?:为|是)?：?$|(?:优秀|良好|合格)(?:线|档)的?$|[两二三](?:方|项)(?:评估)?(?:合计|总计|共)(?:为|是)?：?$|总分(?:为)?100分|片区服务质量|标准分|(?:差|低|高出?|提高|下降|上升)$/u;

/** The scores that a line states: 购买方评估（满分20分）：18.90分，扣1.10分; 购买方、督导中心、监督方评分依次为11.00分、8.45分、5.40分. */
export function scoresIn(line: Line, { measuresOf, isElsewhere }: { measuresOf(line: Line): readonly Measure[]; isElsewhere(measure: Measure): boolean }): Scored[] {
  const scored: Scored[] = [];
  let from = 0;
  let list: ScoreKey[] = [];
  let listed: Measure | null = null;
  for (const measure of measuresOf(line)) {
    const { token, sentence } = measure;
    if ((token.unit !== "分" && !(token.unit === "" && token.decimals === 2 && /(?:^|[，；。：●▲])(?:总分|总得分|综合得分)(?:为|是)?$/u.test(line.text.slice(Math.max(0, token.start - 8), token.start)))) || token.bound !== "exact" || /满分(?:为)?$/u.test(measure.before) || (token.value === 100 && /总分为?$/u.test(measure.before))) continue;
    const label = line.text.slice(Math.max(from, sentence.start), token.start);
    from = token.end;
    if (isElsewhere(measure) || NOT_THIS.test(line.text.slice(sentence.start, token.start))) continue;
    const order = /评分(?:依次|分别)为$/u.test(label) ? keysIn(label) : null;
    if (order && order.length > 1) list = order.slice();
    else if (listed === null || !/^[、，和及]$/u.test(line.text.slice(listed.token.end, token.start))) list = [];
    listed = measure;
    const next = list.shift();
    if (next !== undefined) {
      scored.push({ of: next, measure });
      continue;
    }
    if (/扣(?:减|除|了)?$/u.test(label)) scored.push({ of: "deduction", measure });
    else if (TOTAL.test(label) && !(/(?:合计|总计)(?:为|是)?：?$/u.test(label) && keysIn(label).length === 1)) scored.push({ of: "total", measure });
    else if (/(?:得分|评分|合计|评估|方|中心|监测|成效|管理|质量|部门|局)(?:（[^）]*）?)?(?:评估)?(?:得分)?(?:（[^）]*）)?(?:为|是)?：?$/u.test(label)) {
      const keys = keysIn(label);
      if (keys.length > 0) scored.push({ of: keys[keys.length - 1]!, measure });
    }
  }
  return scored;
}

/** The parties and items that words name, in order. */
export function keysIn(words: string): ScoreKey[] {
  const found: { at: number; key: ScoreKey }[] = [];
  for (const [pattern, key] of [...PARTY_WORDS, ...ITEM_WORDS]) for (const { index } of words.matchAll(pattern)) found.push({ at: index, key });
  return found.sort((a, b) => a.at - b.at).map(({ key }) => key).filter((key, i, all) => all[i - 1] !== key);
}

/** The party that words name last. */
export function lastParty(before: string): Party | null {
  let best: { at: number; party: Party } | null = null;
  for (const [words, party] of PARTY_WORDS) for (const { index } of before.matchAll(words)) if (!best || index > best.at) best = { at: index, party };
  return best?.party ?? null;
}
