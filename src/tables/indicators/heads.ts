import { normalise } from "../../values/text";

/** What a head says of the column under it. */
export type Role = "target" | "done" | "rate";

const THING = "(?:接案|结案|开案|开展|服务|参与|受益|个案|小组|活动)";
const COUNT = "(?:总?[数量]|数量|个数|次数|场次|场数|人次数?|人数|节数|户数)";
const UNITS = `(?:${COUNT}|值|指标[数量]?|目标|${THING}{1,2}${COUNT}?)`;
/** What a target, a done or a rate may name before it: 接案协议量, 人次目标, 节数完成率. */
const OF_WHAT = `(?:${THING}{0,2}${COUNT}|${THING}{1,2})?`;
const WHEN = "(?:年度|全年|半年|[上下]半年|本年度?|年|本期|期内|期末|中期|末期|服务|合同|评估期?内?|考核|项目|累计|当前|目前|截[至止](?:目前|当前|(?:\\d{2,4}年)?\\d{1,2}月(?:\\d{1,2}日)?[底末]?))*";
const RATE = new RegExp([
  `^${WHEN}(?:实际)?(?:指标|任务|目标)?(?:完成|达成|达标|执行|实现|进度)?(?:指标|任务|目标)?(?:百分比|百分率|比率|比例|率|进度|占比)$`,
  `^${OF_WHAT}(?:完成|达成|达标|执行)(?:百分比|百分率|比率|比例|率|进度|度)$`
].join("|"));
const TARGET = new RegExp([
  `^${WHEN}(?:协议|指标|目标|计划|合同|任务|应完成|应开展|应达|应做|要求|约定)(?:指标|服务|目标|任务|约定|规定|要求|完成|书)*${UNITS}?$`,
  `^${OF_WHAT}(?:协议|指标|目标|计划|任务)(?:指标|目标)?${COUNT}?$`
].join("|"));
const DONE = new RegExp([
  `^${WHEN}(?:实际|已|实)?(?:接案|结案|节数|个数|次数|人次|指标|服务)?完成(?:的)?(?:情况|指标|服务|接案|结案)*${UNITS}?$`,
  `^${WHEN}(?:实际|实|已)(?:开展|达成|达|做|服务)?${UNITS}$`,
  `^${WHEN}(?:实际|已)(?:开展|达成|做)?(?:情况)?$`,
  "^(?:开展|达成)(?:情况|量|数量|次数)$"
].join("|"));
/** 指标完成量 is done although it begins with the word for a target. */
const DONE_OF_TARGET = new RegExp(`^${WHEN}(?:指标|任务|目标)(?:实际|已)?完成(?:情况|${COUNT}|值)?$`);
const roles = new Map<string, Role | null>();

/** The role of a head by its words, whatever its spacing, width of characters or unit in brackets; null for any other text. */
export function roleOf(head: string): Role | null {
  if (head.length > 40) return null;
  const known = roles.get(head);
  if (known !== undefined) return known;
  const words = normalise(head).replace(/\((?![^)]*(?:年|月)).*?\)/g, "").replace(/[%:：]/g, "");
  const role = words === "" || words.length > 14 ? null
    : RATE.test(words) ? "rate"
    : DONE_OF_TARGET.test(words) ? "done"
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

/** Heads of columns that label nothing: units, remarks, who is responsible. */
export function isSideHead(text: string): boolean {
  // 指标（单位） is the head of names.
  if (isNameHead(text.replace(/\(.*?\)/g, ""))) return false;
  return /单位|备注|说明|原因|责任|负责|依据|佐证|材料|时间|日期|差额|相差|序号|编号|权重|分值/.test(text);
}

/** 个, 次, 人次: the texts of a column of units. */
export function isUnit(text: string): boolean {
  return /^(?:[个次人户场节名份项条件篇组期天月宗例张]{1,2}|人次|小时|[%％/])$/.test(text);
}

/** 合计 and its like. */
export function isTotalLabel(text: string): boolean {
  return /^(?:全站|全街道?|全镇|各片区|站点|总)?(?:合计|总计|小计|共计|总数|合计数|总和|累计|汇总|总体)(?:数|情况|\(.*\))?[:：]?$|^(?:全站|全街道?|全镇|全区|整体|合共|总)[:：]?$/.test(text);
}

/** The sum of some of the areas: 小计, 东片小计, 东片合计. */
export function isSubtotalLabel(text: string): boolean {
  return /^.{0,12}小计(?:\(.*\))?[:：]?$/.test(text) || (/^.{1,12}合计$/.test(text) && !isTotalLabel(text));
}

/** A head over all groups that names none of them: 指标完成情况, 协议指标. */
export function isGenericHead(text: string): boolean {
  return /^(?:各项|主要|协议|服务|指标|工作|任务|完成|情况|内容|统计|数据|项目)+$/.test(text);
}

/** True for a head such as 完成率（%）, under which 68.24 means 68.24%. */
export function isPercentHead(text: string): boolean {
  return /%/.test(normalise(text));
}

/** What a leaf head counts: "协议接案数" → "接案", "协议节数" → "节数", "协议指标（接案）" → "接案", "协议量" → "". */
export function leafOf(head: string): string {
  const words = normalise(head);
  const inBrackets = [...words.matchAll(/\((.*?)\)/g)].map((match) => match[1]!).join("");
  for (const text of [words.replace(/\(.*?\)/g, ""), inBrackets]) {
    for (const [pattern, leaf] of LEAVES) if (pattern.test(text)) return leaf;
  }
  return "";
}

const LEAVES: readonly (readonly [RegExp, string])[] = [
  [/接案/, "接案"], [/结案/, "结案"], [/节/, "节数"], [/人次/, "人次"], [/场/, "场次"], [/次数/, "次数"], [/户/, "户数"],
  [/个数/, "个数"], [/人数/, "人数"]
];
