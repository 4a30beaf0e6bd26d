import type { Measure } from "../text/measures";
import type { Witness } from "../types";

/** What a number would be by others. */
export interface Derived {
  readonly value: number;
  readonly witnesses: readonly Witness[];
}

const DIFFERENCE = /(?:差|缺|欠|短缺|(?<!其)余|剩余|余下|缺口|超|超出|超过|超额|超配|盈余|多出?|少|提高|上升|升高|下降|降低|减少|增加|增长|净增|相差|高出?|低|落后|未结|未完成|极差|提升)(?:了|仅|为|约|共)*$/u;
/** What is lacking of what was to be done, and what is beyond it. */
const LACKING = /(?:还|尚|仍|仅|共|约|现)*(?:差|缺|欠|短缺|剩余|尚余|余下|(?<!其)余|还需|需|缺口)(?:了|仅|约|为)*$/u;
const BEYOND = /(?:超出|超额|超|多出|盈余)(?:了|约|为)*$/u;

/** Is the number said to be what two others are apart? */
export function isDifference({ before, behind, token }: Measure): boolean {
  // 未触及末期短缺10人次的否决线: a rule's number.
  if (/(?:触及|达到?|存在)(?:中期|末期)?短缺$/u.test(before) || /^的?(?:否决线|界线|红线|标准|上限|下限)/u.test(behind)) return false;
  return (DIFFERENCE.test(before) || LACKING.test(before)) && !(token.unit === "%" || token.unit === "倍") && !/不超|不少|不低|至少|最(?:多|少|高|低)$/u.test(before);
}

/** 还差, 尚余: of the target; 超出: of what was done; null for a difference of two others. */
export function gapOf({ line, token, group }: Measure): "lacking" | "beyond" | null {
  const lead = line.text.slice(Math.max(group.start, token.start - 12), token.start);
  if (/(?:前者|后者|比|较|与|距|离)[^，；]*$/u.test(lead.slice(lead.lastIndexOf("，") + 1))) return null;
  return LACKING.test(lead) ? "lacking" : BEYOND.test(lead) ? "beyond" : null;
}

const MEAN = /(人|户|场|组|篇|批|岗|次)均[^，。；\d]{0,6}$/u;
const EACH = /平均每?(?:一)?(个|名|位|场|次|篇|户|批次|组|支|份)[^，。；\d]{0,8}$/u;
const UNITS: Readonly<Record<string, readonly string[]>> = {
  人: ["人", "名", "位"], 名: ["人", "名", "位"], 位: ["人", "名", "位"], 户: ["户"], 场: ["场", "次", "场次"], 组: ["个", "组"], 个: ["个"], 篇: ["篇", "条"], 批: ["批", "批次"], 批次: ["批次"], 岗: ["个", "名"], 次: ["次", "场"], 支: ["支"], 份: ["份"]
};

/** The units of what a mean is taken over: 组均 of 个; null for what is no mean. */
export function meanOf({ before }: Measure): readonly string[] | null {
  const over = MEAN.exec(before)?.[1] ?? EACH.exec(before)?.[1];
  return over === undefined ? null : UNITS[over] ?? null;
}
