import { numeralValue } from "./numerals";

/** A service area (服务片区) as a report names it. */
export interface AreaName {
  /** 第一片区, 片区1 → 1; null for an area with a name of its own (东片区). */
  readonly ordinal: number | null;
  readonly name: string;
}

/** An area with the communities (社区, 村, 社工点) that the report lists for it. */
export interface ListedArea extends AreaName {
  readonly communities: readonly string[];
  readonly paragraph: number;
}

const NUMERAL = "[一二三四五六七八九十]{1,2}|\\d{1,2}";
const AREA = new RegExp(`第(${NUMERAL})(?:服务)?片区|(?:服务)?片区(${NUMERAL})(?![个名位人户份支场次节条\\d.])|(?<![\\d一二三四五六七八九十个])(${NUMERAL})片区(?!\\d)|([东西南北中])片区`, "u");
const AREAS = new RegExp(AREA.source, "gu");

/** The first area that a text names, or null. */
export function areaIn(text: string): AreaName | null {
  const match = AREA.exec(text);
  return match ? named(match) : null;
}

/** All areas that a text names, in order, with where. */
export function areasIn(text: string): { readonly area: AreaName; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(AREAS)].map((match) => ({ area: named(match), start: match.index, end: match.index + match[0].length }));
}

function named(match: RegExpExecArray | RegExpMatchArray): AreaName {
  const numeral = match[1] ?? match[2] ?? match[3];
  if (numeral === undefined) return { ordinal: null, name: `${match[4]!}片区` };
  const ordinal = /\d/.test(numeral) ? Number(numeral) : numeralValue(numeral);
  return { ordinal, name: `片区${ordinal}` };
}

/** 一片区：A、B、C；二片区：…: what stands between a named area with a colon and the next mark that ends it. */
export function listedAreas(text: string, paragraph: number): ListedArea[] {
  return areasIn(text).flatMap(({ area, end }) => {
    // （2个社区） beside the name is a number, no list.
    const rest = text.slice(end).replace(/^（\d+个[^）]{1,6}）/u, "");
    const list = /^(?:（([^）]+)）|(?:服务|社工)?(?:点|社区)?(?:情况)?(?:包括|包含|覆盖|为|有|负责)?：?([^，；。：（）]+?)(?:等)?(?:，?共?[\d一二三四五六七八九十]+个(?:社区|社工点|村|村居|居委|居委会)?)?(?:；|。|$|，))/u.exec(rest);
    const hasMark = /^(?:（|(?:服务|社工)?(?:点|社区)?(?:情况)?(?:包括|包含|覆盖|为|有|负责|：))/u.test(rest.slice(0, 8));
    const communities = list && hasMark ? namesIn(list[1] ?? list[2]!) : [];
    return communities.length > 0 ? [{ ...area, communities, paragraph }] : [];
  });
}

/** Names of places set apart by 、 or 和; none where one of them is no such name. */
export function namesIn(list: string): string[] {
  const names = list.replace(/(?:[三四五六七八九十两]|\d+)个(?:社区|社工点|村|村居|居委|居委会)$/u, "").split(/[、]|和|及|与|以及/u).map((name) => name.trim()).filter((name) => name !== "");
  return names.length > 0 && names.every((name) => name.length <= 12 && !/\d|服务|工作|开展|情况|完成/.test(name)) && (names.length > 1 || /(?:社区|村|居委|居委会|社工点|新邨)$/.test(names[0]!)) ? names : [];
}
