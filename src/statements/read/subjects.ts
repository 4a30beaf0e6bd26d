import { canonicalName } from "../../tables/indicators/join";
import type { IndicatorName } from "../../tables/indicators/types";
import { normalise } from "../../values/text";
import type { Measure } from "../text/measures";

/** The indicators that reports speak of. A number is held against a table only when it surely is one of them, or bears the table's own name. */
export type Family = "filed" | "calls" | "visits" | "inquiry" | "case" | "group" | "large" | "small" | "activities" | "volunteers" | "backbone" | "teams" | "organisations";
export type Leaf = "" | "opened" | "closed" | "count" | "sessions" | "attendance" | "households";

/** What a number counts, as a sentence or a table says it. */
export interface Subject {
  readonly family: Family;
  readonly leaf: Leaf;
  /** 完成…个案: opened or closed, the words leave it open. */
  readonly open: boolean;
  /** Words stand before the noun that may narrow it: 志愿者培育小组, 与居委共同开展上门探访. */
  readonly narrowed: boolean;
}

/** How a sentence names each family; the longer names first. */
const NOUNS: readonly (readonly [RegExp, Family])[] = [
  [/中小型(?:社区)?(?:主题)?活动/u, "small"], [/大型(?:社区)?(?:主题)?活动/u, "large"], [/社区活动/u, "activities"],
  [/咨询个案/u, "inquiry"], [/(?:专业|辅导)?个案(?:服务|辅导|工作)?/u, "case"], [/(?:专业)?小组(?:服务|活动|工作)?/u, "group"],
  [/(?:困难群众[和及与]特殊群体)?(?:个人)?建档(?:数|人数|总人数)?/u, "filed"], [/困难群众[和及与]特殊群体/u, "filed"], [/电访|电话(?:访问|探访|回访)/u, "calls"], [/(?:入户|上门)(?:探访|家访|走访)|家访|(?<![电])探访/u, "visits"],
  [/志愿(?:者)?(?:服务)?(?:队伍|团队|服务队)(?:\/社会组织)?/u, "teams"], [/志愿(?:者)?骨干|骨干志愿者/u, "backbone"], [/志愿者/u, "volunteers"],
  [/社区(?:社会)?组织/u, "organisations"]
];

const UNITS: Readonly<Record<Family, Readonly<Partial<Record<string, Leaf>>>>> = {
  filed: { 份: "", 个: "", 人: "", 名: "", 户: "households" },
  calls: { 个: "", 人次: "", 次: "", 人: "" },
  visits: { 个: "", 人次: "", 次: "", 人: "" },
  inquiry: { 个: "" },
  case: { 个: "count", 节: "sessions", 人次: "attendance" },
  group: { 个: "count", 节: "sessions", 人次: "attendance", 人: "attendance" },
  large: { 个: "count", 次: "count", 场: "count", 场次: "count", 人次: "attendance", 人: "attendance" },
  small: { 个: "count", 次: "count", 场: "count", 场次: "count", 人次: "attendance", 人: "attendance" },
  activities: { 个: "count", 次: "count", 场: "count", 场次: "count", 人次: "attendance", 人: "attendance" },
  volunteers: { 名: "", 人: "", 位: "", 个: "" },
  backbone: { 名: "", 人: "", 位: "", 个: "" },
  teams: { 支: "", 个: "" },
  organisations: { 个: "", 支: "", 家: "" }
};

/** 接案 9 个: of a case, also where the noun stands at the head of the sentence or nowhere; 大型 4 次 beside 中小型. */
const SHORT_NOUNS: readonly (readonly [RegExp, Family])[] = [[/(?:接案|开案|结案)(?:指标)?/u, "case"], [/中小型/u, "small"], [/大型/u, "large"]];

/** What may stand between the start of a clause and its noun without narrowing it. */
const PLAIN_LEAD = /^(?:辖区|片区|本片区|片区内|有|现有|实现|对|第?[一二三四五六七八九十]片区|其中|社工站|社工|项目|本站|本项目|站点|团队|本年度|本周期|本期|全年|评估期内?|评估周期内?|服务期内?|本服务期|期内|已|已经|共|总|共计|总计|累计|合计|一共|实际|新|新登记|新增|新培育|新培养|新发展|培育|培养|发展|成功|组建|招募|完成|开展|开展了|完成了|实现|开|结|专业|社区|的|了|、|和|及|以及|困难群众和特殊群体)*$/u;
const INHERITS = /^(?:其中|社工|共|总|累计|合计|实际|已|新)*(?:完成|服务|开展|提供|参与|受益|直接服务|接案|开案|结案|组织|举办|开设)?(?:节数|人数|人次|服务)?(?:了|共|约|超过|达|为|数)?$/u;
/** Volunteers and teams that are there, not those that came in the period. */
const OLD = /活跃|现有|登记在册|在册|原有|注册|累计|管理|维系|参与|出动|招募/u;
const NEW = /新|培育|培养|发展|组建/u;

/** The subject of a measure by its own words, or by those of the measure before it in its clause that it goes on from; null where that is not sure. */
/** `before`: its words without the area that they name. */
export function subjectOf(measure: Measure, last: Subject | null, before: string = measure.before): Subject | null {
  const { behind, token } = measure;
  const own = nounAt(before, "before") ?? nounAt(behind, "behind");
  if (own) {
    const leaf = token.unit === "" ? bareLeaf(own.family, before) : UNITS[own.family][token.unit];
    if (leaf === undefined) return null;
    if (["volunteers", "backbone", "teams", "organisations"].includes(own.family) && (OLD.test(before) || !(NEW.test(before) || (last !== null && before === own.noun)))) return null;
    return { family: own.family, ...leafBy(own.family, leaf, before + (own.side === "behind" ? own.noun : behind.slice(0, 2))), narrowed: own.narrowed };
  }
  if (last === null || !INHERITS.test(before)) return null;
  const leaf = UNITS[last.family][token.unit];
  if (leaf === undefined || behind !== "" || (leaf === "" && last.leaf !== "households")) return null;
  return { family: last.family, ...leafBy(last.family, leaf, before), narrowed: last.narrowed };
}

/** 电访仅完成640, 小组人次仅完成358: without a unit the words tell what is counted. */
function bareLeaf(family: Family, words: string): Leaf | undefined {
  if (!/(?:完成|达|为)$/u.test(words)) return undefined;
  if (UNITS[family]["人次"] === "attendance" && /人次/u.test(words)) return "attendance";
  if (UNITS[family]["节"] !== undefined && /节数/u.test(words)) return "sessions";
  return UNITS[family]["个"];
}

/** 接案 and 结案 of a case; 完成 N 个 after 接案 is 结案, before it either. */
function leafBy(family: Family, leaf: Leaf, words: string): Pick<Subject, "leaf" | "open"> {
  if (family !== "case" || leaf !== "count") return { leaf, open: false };
  if (/接案|开案|新开|开展/u.test(words)) return { leaf: "opened", open: false };
  if (/结案/u.test(words)) return { leaf: "closed", open: false };
  return { leaf: "closed", open: true };
}

interface Noun {
  readonly family: Family;
  readonly noun: string;
  readonly side: "before" | "behind";
  readonly narrowed: boolean;
}

/** Each noun as it ends the words before a number and begins those behind it. */
const NOUN_FORMS = [...NOUNS, ...SHORT_NOUNS].map(([pattern, family]) => ({
  family,
  before: new RegExp(`(?:${pattern.source})(?:服务|工作)?(?:接案|开案|结案|开展|新增|数量)?(?:服务)?(?:总?人次|总人数|节数|个数|次数)?(?:仅|共|累计|已|实际)*(?:完成)?(?:了|共|共计|总计|累计|约|达|为|有|数|超过|：)*$`, "u"),
  behind: new RegExp(`^(?:新|专业|辅导)?(?:${pattern.source})${family === "large" || family === "small" ? "(?<=活动)" : ""}`, "u")
}));

/** The noun that ends the words before a number, or begins those behind it. */
function nounAt(words: string, side: Noun["side"]): Noun | null {
  if (words === "") return null;
  for (const { before, behind, family } of NOUN_FORMS) {
    const match = (side === "before" ? before : behind).exec(words);
    if (!match) continue;
    const lead = side === "before" ? words.slice(0, match.index) : "";
    const rest = side === "behind" ? words.slice(match[0].length) : "";
    // 145名困难群众和特殊群体全覆盖建档; but 为94名困难群众和特殊群体实现….
    if (family === "filed" && side === "behind" && !/建档/u.test(words)) continue;
    // 志愿者培育小组, 个案管理: the noun only tells what kind of something else it is.
    if (side === "behind" && /^(?:服务|活动|工作)?(?:计划|方案|案例|调研|报告|档案|培训|会议|队|骨干|团队|点|负责|带|参与|与|的)/u.test(rest)) continue;
    return { family, noun: match[0], side, narrowed: !PLAIN_LEAD.test(lead) };
  }
  return null;
}

const NAMED_FORMS = NOUNS.map(([pattern, family]) => ({ family, form: new RegExp(`^(?:新增|新登记|新培育|培育|发展|服务)?(?:${pattern.source})(?:服务|工作|指标)?([一-鿿]{0,4})$`, "u") }));
const LEAF_NAMES: readonly (readonly [RegExp, Leaf])[] = [
  [/^(?:新)?(?:接案|开案)(?:数|量|个数)?$/u, "opened"], [/^结案(?:数|量|个数)?$/u, "closed"], [/^(?:服务)?节(?:数|次)$/u, "sessions"], [/^(?:服务|参与|受益)?(?:人次|人数|人次数)$/u, "attendance"], [/^(?:个数|次数|场次|场数|数量|数)?$/u, "count"]
];

/**
 * The indicator that a name without a number means (个案接案, 小组人次, 中小型社区活动), or that goes on from the name before it
 * (小组个数、节数; 志愿者、骨干); null where it is none.
 */
export function subjectNamed(name: string, last: Subject | null = null): Subject | null {
  const found = NAMED_FORMS.flatMap(({ family, form }) => {
    const match = form.exec(name);
    return match ? [{ family, rest: match[1]! }] : [];
  })[0] ?? (last && /^(?:骨干|队伍|团队)$/u.test(name) ? { family: name === "骨干" ? "backbone" as const : "teams" as const, rest: "" } : /^(?:接案|开案|结案)(?:数|量)?$/u.test(name) ? { family: "case" as const, rest: name } : last ? { family: last.family, rest: name } : null);
  if (!found) return null;
  const { family, rest } = found;
  const leaf = LEAF_NAMES.find(([form]) => form.test(rest))?.[1];
  if (leaf === undefined) return null;
  const hasLeaves = Object.values(UNITS[family]).some((one) => one === "count");
  if (family === "case") return leaf === "attendance" ? null : { family, leaf: leaf === "count" ? "opened" : leaf, open: false, narrowed: false };
  if (leaf === "opened" || leaf === "closed" || (leaf === "sessions" && family !== "group")) return null;
  return { family, leaf: hasLeaves ? leaf : "", open: false, narrowed: false };
}

/** What an indicator of a table counts in the same terms; null for one of its own (党建-大型活动, 志愿者维系). */
export function familyOf(indicator: IndicatorName): Pick<Subject, "family" | "leaf"> | null {
  const { group, leaf } = indicator.leaf === "" ? splitName(indicator.group) : indicator;
  const name = canonicalName(group);
  if (/[-·:：—]/u.test(normalise(group))) return null;
  const family = TABLE_NAMES.find(([pattern]) => pattern.test(name))?.[1];
  if (family === undefined) return null;
  if (family === "filed" && leaf === "户数") return null;
  return { family, leaf: LEAVES[family]?.(leaf) ?? "" };
}

/** 专业个案接案, 专业小组（人次）: a list may write group and leaf as one name. */
function splitName(name: string): IndicatorName {
  const parts = /^(.*?(?:个案|小组|活动))(?:服务)?[·（(-]?(接案|开案|结案|节数|个数|人次|次数|场次)(?:数|量)?[)）]?$/u.exec(normalise(name));
  return parts ? { group: parts[1]!, leaf: parts[2]! } : { group: name, leaf: "" };
}

const TABLE_NAMES: readonly (readonly [RegExp, Family])[] = [
  [/^大型社区活动(?:次数|场次|人次)?$/u, "large"], [/^中小型社区活动(?:次数|场次|人次)?$/u, "small"], [/^咨询个案$/u, "inquiry"], [/^(?:专业)?个案(?:服务|辅导)?$/u, "case"], [/^(?:专业)?小组(?:服务|工作)?$/u, "group"],
  [/建档$/u, "filed"], [/^电访$/u, "calls"], [/^入户探访$/u, "visits"],
  [/^(?:新增|发展|培育|组建|新)*(?:社区)?志愿(?:者)?(?:服务)?(?:队伍|团队)(?:培育)?$/u, "teams"], [/^(?:新增|发展|培育|新)*(?:社区)?志愿者骨干(?:培育)?$/u, "backbone"], [/^(?:新增|发展|培育|新登记|新)*(?:社区)?志愿者(?:培育)?$/u, "volunteers"],
  [/^(?:新增|发展|培育|新)*社区(?:社会)?组织(?:培育|发展)?$/u, "organisations"]
];

const counted = (leaf: string): Leaf => (/节/u.test(leaf) ? "sessions" : /人/u.test(leaf) ? "attendance" : "count");
const LEAVES: Readonly<Partial<Record<Family, (leaf: string) => Leaf>>> = {
  case: (leaf) => (/节/u.test(leaf) ? "sessions" : /结案/u.test(leaf) ? "closed" : /人/u.test(leaf) ? "attendance" : "opened"),
  group: counted, large: counted, small: counted
};
