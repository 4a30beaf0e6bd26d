import { USUAL_POINTS, type Party } from "../../values/party";
import type { Grade, ScoreItem } from "./types";

/** What a field of a score table may be called. Words propose; what the numbers do decides (roles.ts). */
export type HeadWord = "standard" | "weight" | "judge" | "mean" | "deduction" | "converted" | "score" | "own" | "rate";

const HEADS: readonly (readonly [HeadWord, RegExp])[] = [
  ["rate", /率$/],
  ["own", /自评|初评|互评/],
  ["deduction", /^(?:应|实)?(?:扣分|扣减分?|减分|失分)(?:值|数|合计)?$/],
  ["judge", /^(?:专家|评委|评审|评估员|评分员|考评员|考官|委员|组员|评估专家|督导员?)(?:组长?)?\(?[\dA-Za-z一二三四五六七八九十甲乙丙丁戊己①-⑩]{1,2}\)?/],
  ["mean", /平均|均值|均分/],
  ["converted", /折算|换算|折合|折后|加权/],
  ["standard", /^(?:标准分值?|标准|满分值?|分值|权重分值?|配分|应得分|总分值|最高分|基准分)$/],
  ["weight", /权重|比重|系数|占比|比例/],
  ["score", /评分|得分|打分|评估分|成绩|分数|实得|分$/]
];

/** What the words of a head propose; a remark in brackets says nothing. */
export function headWord(head: string): HeadWord | null {
  const words = head.replace(/\([^()]*\)/g, "");
  return HEADS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** 中期, 末期, 2024年中期, 上半年 …: of several evaluations side by side. */
export function periodWord(head: string): string | null {
  return /(?:20\d\d年?度?)?(?:中期|末期|期末|[上下]半年|第?[一二三四1-4]季度)/.exec(head)?.[0] ?? null;
}

const ITEMS: readonly (readonly [ScoreItem, RegExp])[] = [
  ["monitoring", /服务监测/],
  ["effect", /服务成效/],
  ["operation", /运营管理/],
  ["quality", /服务质量/],
  ["purchaser", /购买方/],
  ["guidance", /督导/],
  ["supervisor", /监督方/],
  ["thirdParty", /第三方/]
];

/** What an item's names say it is. The rightmost name tells most: 第三方评估 | 服务监测. */
export function itemOf(name: string): ScoreItem {
  return ITEMS.find(([, pattern]) => pattern.test(name))?.[0] ?? "other";
}

/** Parties of older evaluations; what they count is in their table alone. */
const OLDER_PARTIES = /财务评估|专业服务评估|村\(居\)委|居委会|街道办|镇政府/;

/** What shows that an item of a score table stands here: its name, or the points that its label gives it. Null for any other text. */
export function itemSign(text: string): string | null {
  // What is paid for is no item: 督导费, 第三方评估费.
  if (text.length > 24 || /费|款/.test(text)) return null;
  const item = itemOf(text);
  if (item !== "other") return item;
  return OLDER_PARTIES.exec(text)?.[0] ?? (pointsIn(text) === null ? null : text);
}

/** The points that a label gives its item: 需求评估（4分） → 4. Without 分 a number is believed only where the item counts just that: 购买方 20. */
export function pointsIn(label: string): number | null {
  const points = /\((?:满分|共|计|占)?(\d{1,3}(?:\.\d+)?)分\)/.exec(label);
  if (points) return Number(points[1]);
  const bare = /\(?(\d{1,3})\)?$/.exec(label);
  return bare && USUAL_POINTS[itemOf(label) as keyof typeof USUAL_POINTS] === Number(bare[1]) ? Number(bare[1]) : null;
}

export type LineKind = "item" | "total" | "subtotal" | "mean" | "grade" | "year";

/** What the names of a line say it is. */
export function lineKind(names: readonly string[]): LineKind {
  const first = names[0]!.replace(/\([^()]*\)/g, "");
  const last = names[names.length - 1]!.replace(/\([^()]*\)/g, "");
  if (/^(?:年度|全年)(?:综合|评估|最终)?(?:总?得分|总分|评分|成绩)[:]?$/.test(first)) return "year";
  if (GRADE_LABEL.test(first)) return "grade";
  if (/^(?:总分|总计|合计|总得分|总评分|综合得分|综合评分|最终得分|评估总分|总成绩|得分合计|合计得分|得分$)/.test(first)) return "total";
  if (/小计$/.test(last)) return "subtotal";
  return /平均/.test(last) ? "mean" : "item";
}

export const GRADE_LABEL = /^(?:评估|综合|最终|评定|考核|年度|全年|[中末]期)*(?:等级|等次|结果|结论|档次)(?:评定)?[:]?$/;
const GRADE = /^(优秀|良好|不合格|合格)(?:等级|等次|级|\(.*\))?$/u;

/** The grade that a cell's text is, or null. */
export function gradeWord(text: string): Grade | null {
  return (GRADE.exec(text)?.[1] as Grade | undefined) ?? null;
}

export const PARTY: Readonly<Record<string, Party>> = { 购买方: "purchaser", 监督方: "supervisor", 督导中心: "guidance", 督导方: "guidance", 第三方: "thirdParty" };
