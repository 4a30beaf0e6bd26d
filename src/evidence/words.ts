import { normalise } from "../values/text";
import { LONGEST_HEAD } from "./limits";

export type RoleWord = "target" | "done" | "rate";

/** The small lexicon: what parts of a head's words say of its role, weighed as one witness among others. */
export function roleWord(head: string): RoleWord | null {
  const text = normalise(head).replace(/\(.*?\)/g, "");
  if (text === "" || text.length > LONGEST_HEAD) return null;
  if (/率$|百分比|比例|占比|进度|^[%‰]$|比$/.test(text)) return "rate";
  if (/完成|实际|实绩|累计|达成|已|^实/.test(text)) return "done";
  if (/协议|目标|指标|计划|任务|预算|要求|应|标准|购买量/.test(text)) return "target";
  return null;
}
