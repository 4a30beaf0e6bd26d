import { normalise } from "./text";

/** What a head says of the column under it. */
export type Role = "target" | "done" | "rate";

const UNITS = "(?:总?量|个数|次数|场次|场数|人次数?|人数|节数|接案数?|结案数?|户数|数量|总?数|值|指标数?|目标)";
const WHEN = "(?:年度|全年|本年度?|本期|期内|中期|末期|服务|合同|评估期内?|累计|当前|目前|截至目前)*";
const RATE = new RegExp(`^${WHEN}(?:实际)?(?:指标)?(?:完成|达成|达标|执行|进度)?(?:百分比|百分率|比率|比例|率|进度|占比)$`);
const TARGET = new RegExp(`^${WHEN}(?:协议|指标|目标|计划|合同|任务|应完成|应开展|应达|要求)(?:指标|服务|目标|约定|规定|要求|完成|书)*${UNITS}?$`);
const DONE = new RegExp([
  `^${WHEN}(?:实际|已|实)?(?:接案|结案|节数|个数|次数|人次|指标|服务)?完成(?:的)?(?:情况|指标|服务|接案|结案)*${UNITS}?$`,
  `^${WHEN}(?:实际|实|已)(?:开展|达成|服务)?${UNITS}$`,
  `^${WHEN}(?:实际|已)(?:开展|达成)?(?:情况)?$`,
  "^(?:开展|达成)(?:情况|量|数量|次数)$"
].join("|"));
const roles = new Map<string, Role | null>();

/** The role of a head by its words, whatever its spacing, width of characters or unit in brackets; null for any other text. */
export function roleOf(head: string): Role | null {
  if (head.length > 40) return null;
  const known = roles.get(head);
  if (known !== undefined) return known;
  const words = normalise(head).replace(/\((?![^)]*(?:年|月)).*?\)/g, "").replace(/[%:：]/g, "");
  const role = words === "" || words.length > 14 ? null
    : RATE.test(words) ? "rate"
    : TARGET.test(words) ? "target"
    : DONE.test(words) ? "done"
    : null;
  if (roles.size < 10_000) roles.set(head, role);
  return role;
}

/** 服务片区 and its like. */
export function isAreaHead(text: string): boolean {
  return /^(?:所属|服务|工作)?(?:片区|区域|社区|村居|村\(居\)|村\/居|站点|服务点|网格|组别|小组|团队)(?:名称|划分|组别)?(?:\/.*)?$/.test(text) && !/小组$/.test(text);
}

/** 投入社工人数 and its like. */
export function isStaffHead(text: string): boolean {
  return /^(?:投入|配备|配置|驻点|现有|在岗|安排)?(?:的)?(?:专职)?(?:社工|人员|工作人员|社会工作者)(?:人数|数量?|投入人?数?|\(人\)|配备数?)/.test(text) || /^投入.{0,6}人数?(?:\(人\))?$/.test(text);
}

/** 协议内容 and its like: the head over the names of a list of indicators. */
export function isNameHead(text: string): boolean {
  return /^(?:协议|服务|指标|工作|考核|项目|合同)?(?:内容|名称|项目|指标|类别|类型|事项|服务项目|服务内容|指标名称|指标内容|协议内容)$/.test(text);
}

/** 合计 and its like. */
export function isTotalLabel(text: string): boolean {
  return /^(?:全站|全街道?|全镇|各片区|站点|总)?(?:合计|总计|小计|共计|总数|合计数|总和|累计)(?:数|\(.*\))?$/.test(text);
}

/** A head over all groups that names none of them: 指标完成情况, 协议指标. */
export function isGenericHead(text: string): boolean {
  return /^(?:各项|主要|协议|服务|指标|工作|任务|完成|情况|内容|统计|数据|项目)+$/.test(text);
}

/** True for a head such as 完成率（%）, under which 68.24 means 68.24%. */
export function isPercentHead(text: string): boolean {
  return /%/.test(normalise(text));
}

/** What a leaf head counts: "协议接案数" → "接案", "协议节数" → "节数", "协议量" → "". */
export function leafOf(head: string): string {
  const words = normalise(head).replace(/\(.*?\)/g, "");
  for (const [pattern, leaf] of LEAVES) if (pattern.test(words)) return leaf;
  return "";
}

const LEAVES: readonly (readonly [RegExp, string])[] = [
  [/接案/, "接案"], [/结案/, "结案"], [/节/, "节数"], [/人次/, "人次"], [/场/, "场次"], [/次数/, "次数"], [/户/, "户数"],
  [/个数/, "个数"], [/人数/, "人数"]
];
