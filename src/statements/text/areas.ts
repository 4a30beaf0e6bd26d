import { numeralValue } from "./numerals";

/** A service area (服务片区) as a report names it. */
export interface AreaName {
  /** 第一片区, 片区1 → 1; null for an area with a name of its own (东片区, 康园片区). */
  readonly ordinal: number | null;
  readonly name: string;
}

/** An area with the communities (社区, 村, 社工点) that the report lists for it. */
export interface ListedArea extends AreaName {
  readonly communities: readonly string[];
  readonly paragraph: number;
}

export interface FoundArea {
  readonly area: AreaName;
  readonly start: number;
  readonly end: number;
}

const NUMBERED = "第([一二三四五六七八九十]{1,2}|\\d{1,2})(?:服务)?片区|(?<!个)(?:服务)?片区(?:([一二三四五六七八九十]{1,2})(?![个名位人户份支场次节条])|(\\d{1,2})(?![\\d.%个名位人户份支场次节条]))|(?<![\\d.一二三四五六七八九十个])([一二三四五六七八九十]{1,2}|\\d{1,2})片区(?!\\d)";
/** What stands before 片区 without naming one. */
const NO_NAME = /^(?:.*[个各分本该每全的在为设按从共现划下辖由两三四五六七八九十一二]|服务|所在|上述|不同|部分|其他|其它|跨|多|单|整|首|末|社工站|社工|项目|街道|工作|负责|管理|重点|试点|综合|投入|评估期|年度)$/u;

/** Finds the areas that a report names: numbered ones, and those with names of their own as its headings and lists have them. */
export class AreaWords {
  private readonly pattern: RegExp;

  constructor(own: Iterable<string>) {
    const names = [...own].filter((name) => name !== "").sort((a, b) => b.length - a.length);
    this.pattern = new RegExp(names.length > 0 ? `${NUMBERED}|(?<!其)(${names.join("|")})片区` : `${NUMBERED}|(?<!其)([东西南北中])片区`, "gu");
  }

  /** The first area that a text names, or null. */
  first(text: string): AreaName | null {
    return this.all(text)[0]?.area ?? null;
  }

  /** All areas that a text names, in order. */
  all(text: string): FoundArea[] {
    return [...text.matchAll(this.pattern)].map((match) => ({ area: named(match), start: match.index, end: match.index + match[0].length }));
  }

  /**
   * The area that the words before a number speak of; undefined where they list several (一片区、二片区共…) or sum them up,
   * null where they name none.
   */
  of(before: string): AreaName | null | undefined {
    // 西片区5名，比东片区少1名，其中…: what something is compared with is not what is spoken of.
    const found = this.all(before).filter(({ start }) => !/(?:比|较|相?较于|[高低多少]于)$/u.test(before.slice(0, start)));
    const last = found[found.length - 1];
    if (!last) return null;
    const previous = found[found.length - 2];
    const isList = previous !== undefined && /^[、和及与]$/u.test(before.slice(previous.end, last.start));
    return isList || /合计|总计|累计|共计|全站|，全街|，全镇/u.test(before.slice(last.end)) ? undefined : last.area;
  }
}

/** The names of their own that paragraphs give to areas: in a heading, before a colon, or with the number of its communities. */
export function ownAreaNames(text: string): string[] {
  const heads = /^(?:[（(]?[\d一二三四五六七八九十.]+[）).、．]*)?([一-鿿]{1,5})片区(?:社工点)?(?:服务)?(?:情况)?$/u.exec(text);
  const listed = [...text.matchAll(/(?:^|[：:；;，,。、（为中])([一-鿿]{1,4})片区(?=：|（\d+个|\d+个（|有\d+个（|(?:包括|包含|下辖|设有|含)[一-鿿]+[、，])/gu)].map((match) => match[1]!.replace(/^其中|^(?:设有?|划分)/u, ""));
  return [...(heads ? [heads[1]!] : []), ...listed].filter((name) => !NO_NAME.test(name) && !/^[一二三四五六七八九十第]+$/u.test(name));
}

function named(match: RegExpExecArray | RegExpMatchArray): AreaName {
  const numeral = match[1] ?? match[2] ?? match[3] ?? match[4];
  if (numeral === undefined) return { ordinal: null, name: `${match[5]!}片区` };
  const ordinal = /\d/.test(numeral) ? Number(numeral) : numeralValue(numeral);
  return { ordinal, name: `片区${ordinal}` };
}

const OPENS_LIST = "(?:服务|社工)?(?:点|社区)?(?:情况)?(?:包括|包含|覆盖|下辖|设有|含|为|有|负责)?";
const COUNTED_PLACES = "\\d+个(?:社区|社工点|村|村居|居委|居委会)?";

/** 一片区：A、B、C；二片区（3个社区）包括…；康园片区3个（A、B、C）: the places listed behind a named area. */
export function listedAreas(text: string, paragraph: number, words: AreaWords): ListedArea[] {
  return words.all(text).flatMap(({ area, end }) => {
    const rest = text.slice(end).replace(/^（\d+个[^）、]{1,6}）/u, "");
    const inBrackets = new RegExp(`^(?:有)?(?:${COUNTED_PLACES})?（([^）]+)）`, "u").exec(rest);
    const plain = new RegExp(`^(?=${OPENS_LIST}：|包括|包含|覆盖|下辖|设有|含|为|有|负责)${OPENS_LIST}：?([^，；。：（）]+?)(?:等)?(?:，?共?(?:${COUNTED_PLACES}|[一二三四五六七八九十两]+个(?:社区|社工点|村)))?(?:；|。|$|，|（)`, "u").exec(rest);
    const communities = namesIn(inBrackets?.[1] ?? plain?.[1] ?? "");
    return communities.length > 0 ? [{ ...area, communities, paragraph }] : [];
  });
}

const PLACE = /(?:社区|村|居委|居委会|社工点|新邨|小区|花园)$/u;

/** Names of places set apart by 、 or by 和; none where one of them is no such name. */
export function namesIn(list: string): string[] {
  const parts = list.replace(/(?:[三四五六七八九十两]|\d+)个(?:社区|社工点|村|村居|居委|居委会)$/u, "").split("、").filter((name) => name !== "");
  const last = parts.pop();
  // 东和社区 is one place, 鹤翔和山顶社区 are two.
  const joined = last === undefined ? null : /^(.{2,}?)(?:以及|[和及与])(.{2,}(?:社区|村|居委|居委会|社工点)|.{3,})$/u.exec(last);
  const names = [...parts, ...(joined && joined[2]!.replace(PLACE, "").length >= 1 ? [joined[1]!, joined[2]!] : last === undefined ? [] : [last])];
  const isPlaces = names.length > 1 ? names.some((name) => PLACE.test(name)) || names.every((name) => name.length <= 5) : PLACE.test(names[0] ?? "");
  return isPlaces && names.every((name) => name.length <= 12 && !/\d|服务(?!站)|工作|开展|情况|完成|个案|小组|活动|电访|探访|建档/u.test(name)) ? names : [];
}
