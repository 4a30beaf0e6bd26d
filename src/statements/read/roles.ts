import type { Measure } from "../text/measures";

/** What a count is beside an indicator: done, its target, or a difference, an earlier value, a base: neither. */
export type Role = "done" | "target" | "other";

const TARGET = /(?:协议(?:要求|约定|指标|规定)*(?:量|数|人次|个数)?(?:分别|依次)?(?:为|是|的)?|(?:须|应|需)(?:完成|达到?|开展)[^，。；（）]{0,10}|指标(?:要求|量|数)?(?:为|是|的)?|目标(?:量|数)?(?:为)?|(?:对照|对应|相当于|达|为)(?:本片区)?(?:协议|指标)(?:量|指标|的)?)$/u;
const WITHIN_TARGET = /^(?:按)?协议(?:须|应|要求|约定)[^，。；]*$|协议量$/u;
const OTHER = /(?:(?:超出|超过|低于|少于|高于|多于|超|距离?|缺|差)(?:了)?(?:年度|全年)?(?:协议|指标|目标)(?:要求|约定|指标|目标)*(?:量|数)?(?:尚|还)?|增加|减少|超出|超过协议|尚差|尚欠|净增|净减|缺口|差额?|尚有|还有|仍有|未结|余下|剩余|尚余|还需|较协议(?:多|少)|(?:比|较)[^，。；]{0,8}(?:多|少)|(?:由|从)?上(?:一)?(?:评估)?(?:期|年度?|周期)(?:的)?|与上一评估期的|惠及|平均每?[^，。；]{0,6}|每(?:个|节|场)[^，。；]{0,4}|应(?:建档|探访|走访)|占[^，。；]{0,14})$/u;

export function roleOf({ before, behind }: Measure): Role {
  if (OTHER.test(before) || /^(?:指标)?(?:超额完成|刚好完成|达标|(?:尚|仍)?未(?:完成|启动|达|开展|实现))/u.test(behind) || /(?:尚|仍)?未(?:完成|启动|达到?|达标|开展|实现)(?:的)?(?:指标)?(?:有|为|共)?$/u.test(before) || /^(?:协议)?(?:岗位|的目标)/u.test(behind)) return "other";
  // 在18个接案指标中.
  if (/^在$/u.test(before) && /^[^，。；]{1,8}指标中/u.test(behind)) return "target";
  return TARGET.test(before) || WITHIN_TARGET.test(before) ? "target" : "done";
}

/** The words before a target without those that make it one: 电访协议量 → 电访. */
export function withoutTarget(before: string): string {
  return before.replace(TARGET, "").replace(/^(?:按)?协议(?:须|应)(?:完成|达到?|开展)?/u, "");
}
