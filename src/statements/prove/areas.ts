import { say } from "../../messages";
import type { AreaName } from "../text/areas";
import type { Line } from "../text/lines";
import { placeOf, type Measure } from "../text/measures";
import type { Witness } from "../types";
import type { Reader } from "./reader";
import { agrees, cellWitness, contradicts, sentenceWitness, unknown, type Proof } from "./statement";

type What = "areas" | "communities";

/** A number of areas or communities that a sentence names. */
interface Named {
  readonly what: What;
  readonly measure: Measure;
  readonly area: AreaName | null;
  /** It says how many there are (划分了, 覆盖了), not in how many something was done. */
  readonly defines: boolean;
}

/** How many there are, by one witness. */
interface Known {
  readonly count: number;
  readonly witnesses: readonly Witness[];
}

const AREAS = /^(?:服务)?片区(?!指标)/u;
const COMMUNITIES = /^(?:社工点|社区(?!社会|组织|慈善|活动|服务|志愿|工作|居民|骨干|公共|问题|调研|团队|教育|公益|企业|党|基金|项目|资源|[一-鿿]{0,6}(?:队|组织|活动|小组|基金会))|村居|村（居）|村(?![民级镇小务委])|居委会|居委|村委|服务点|服务站点)/u;
const FORMER = /由?(?:原来|原有|原先|原)的?[^，。；]*$/u;
const DEFINES = /(?:划分|分为|分成|设立|设置|设有|下辖|下设|辖内|辖区|辖|共有|共计|共|覆盖|涵盖|调整|扩展|扩大|整合|优化|组成|包括|包含|合并|站|全街|全镇|^)(?:了|为|成|有|着)*(?:[、和及]|\d+个片区|[一二三四五六七八九十]+个片区|[一二三四五六七八九十]+个)?$/u;
/** What opens a clause whose subject are all of them: 建议5个社工点要…, 5个社工点都能…. */
const OPENS = /^(?:建议|目前|现|本|该|全部|所有|片区内?的?|在片区内的|全站|社工站|其|各|共|每)*$/u;
const RULE = /原则上|每个(?:村|片区|社区)|设(?:置)?1个|不少于|以上/u;

/** Numbers of areas (片区) and communities (社工点, 社区) against those that the report lists, names in headings, and the tables have. */
export function proveAreas(reader: Reader): Proof[] {
  const named = reader.lines.flatMap((line) => (line.isNote || RULE.test(line.text.slice(0, 400)) && line.text.length < 80 ? [] : namedIn(line, reader)));
  return [...named.flatMap((one) => proofOf(one, named, reader)), ...reader.lines.flatMap((line) => (line.isNote ? [] : shortForms(line, reader)))];
}

function namedIn(line: Line, { measuresOf, areaWords, isElsewhere }: Reader): Named[] {
  return measuresOf(line).flatMap((measure): Named[] => {
    const { token, behind, before, sentence } = measure;
    const what = AREAS.test(behind) ? "areas" : COMMUNITIES.test(behind) ? "communities" : null;
    if (what === null || token.unit !== "个" || token.bound !== "exact" || isElsewhere(measure)) return [];
    const lead = line.text.slice(sentence.start, token.start);
    const former = /调整|变更|合并|优化|整合|改|变为|扩展|扩大|扩增|归并/u.test(line.text.slice(token.end, sentence.end)) && FORMER.test(lead);
    const inside = areaWords.of(lead);
    if (inside === undefined && what === "communities") return [];
    const area = inside ?? line.area;
    const past = /原有|原来|上一?(?:采购)?周期|上一?(?:年度?|期)|此前|过去/u.exec(lead);
    // 三个片区分别覆盖7个、10个、9个村: of each.
    if (/分别[^，。；]*$/u.test(lead)) return [];
    if (former || (past && !/(?:调整|变更|改|整合|优化|合并|扩展|扩大|扩增|归并)(?:为|成|至)/u.test(lead.slice(past.index)))) return [];
    if (RULE.test(lead.slice(-20))) return [];
    const defines = DEFINES.test(lead.slice(-24)) || (OPENS.test(before) && !/其中|有$/u.test(lead.slice(-3)));
    return [{ what, measure, area: what === "areas" ? null : area, defines }];
  });
}

function proofOf({ what, measure, area, defines }: Named, all: readonly Named[], reader: Reader): Proof[] {
  const known = knownOf(what, area, reader);
  const told = { kind: what, subject: what, scope: area?.name ?? "", place: placeOf(measure.line, { start: measure.token.start, end: measure.token.end + (AREAS.exec(measure.behind)?.[0] ?? COMMUNITIES.exec(measure.behind)?.[0] ?? "").length }) };
  const value = measure.token.value;
  if (known.length > 0) {
    const right = known.find(({ count }) => count === value);
    // 9个社区、2个村，共11个村（居）: kinds of places that make them all together.
    if (!right && what === "communities" && all.some((one) => one.what === what && one.measure !== measure && one.measure.sentence === measure.sentence)) return [unknown([measure], told)];
    if (right) return [agrees([measure], { ...told, witnesses: right.witnesses })];
    const most = Math.max(...known.map(({ count }) => count));
    // Of those done with something there may be fewer; committees of other places may be meant.
    if (!defines && (value < most || (area === null && /^居委/u.test(measure.behind)))) return [unknown([measure], told)];
    const { count, witnesses } = known[0]!;
    return [contradicts([measure], { ...told, witnesses }, {
      rule: "report-areas", severity: defines && area === null ? "error" : "warning", actual: shown(measure), expected: shown(measure).replace(measure.token.text, String(count)),
      message: say(what === "areas" ? "statement-areas" : area ? "statement-communities-area" : "statement-communities", { count: shown(measure), known: count, area: area?.name ?? "" })
    })];
  }
  // Nothing lists them: what the report says most often counts.
  // Points of service (服务点) are not the villages that they serve.
  // 8个村、4个社区，共12个村（居）: each of its own kind.
  const nounOf = ({ line, token }: Measure): string => COMMUNITIES.exec(line.text.slice(token.end))?.[0] ?? "";
  const isPoints = ({ behind }: Measure): boolean => /^[一-鿿]{0,3}点/u.test(behind);
  const same = all.filter((one) => one.what === what && one.area?.name === area?.name && one.defines && isPoints(one.measure) === isPoints(measure) && nounOf(one.measure) === nounOf(measure));
  if (!defines || same.length < 2) return [unknown([measure], told)];
  const others = same.filter((one) => one.measure !== measure);
  if (others.some((one) => one.measure.token.value === value)) return [agrees([measure], { ...told, witnesses: others.slice(0, 1).map((one) => sentenceWitness(one.measure)) })];
  if (same[0]!.measure === measure) return [unknown([measure], told)];
  return [contradicts([measure], { ...told, witnesses: others.slice(0, 1).map((one) => sentenceWitness(one.measure)) }, {
    rule: "report-repeated", severity: "warning", actual: shown(measure), expected: shown(others[0]!.measure), message: say("statement-repeated", { what: shown(measure), other: shown(others[0]!.measure) })
  })];
}

function shown({ line, token, behind }: Measure): string {
  const noun = AREAS.exec(behind)?.[0] ?? COMMUNITIES.exec(behind)?.[0] ?? "";
  return line.text.slice(token.start, token.end) + noun;
}

/** 一站三片五点: a name that counts. */
function shortForms(line: Line, reader: Reader): Proof[] {
  return reader.measuresOf(line).flatMap((measure, index, all) => {
    const next = all[index + 1];
    if (measure.token.unit !== "片" || !next || next.token.unit !== "点" || next.token.start !== measure.token.end) return [];
    const [areas] = knownOf("areas", null, reader);
    const [communities] = knownOf("communities", null, reader);
    const told = { kind: "areas", subject: "short-form", place: placeOf(line, { start: measure.token.start, end: next.token.end }) };
    if (!areas || !communities) return [];
    if (areas.count === measure.token.value && communities.count === next.token.value) return [agrees([measure, next], told)];
    return [contradicts([measure, next], { ...told, witnesses: [...areas.witnesses, ...communities.witnesses] }, {
      rule: "report-areas", severity: "warning", actual: line.text.slice(measure.token.start, next.token.end), expected: "",
      message: say("statement-short-form", { form: line.text.slice(measure.token.start, next.token.end), areas: areas.count, communities: communities.count })
    })];
  });
}

/** How many areas, or communities (of one area or all), there are: by the report's list, its headings, the tables. */
function knownOf(what: What, area: AreaName | null, { areas, areaWords, lines, sources }: Reader): Known[] {
  const at = (paragraph: number): Witness => {
    const line = lines.find((one) => one.paragraph === paragraph)!;
    return { place: placeOf(line, { start: 0, end: Math.min(line.text.length, 60) }), label: say("statement-label-list") };
  };
  if (what === "communities") {
    const listed = area ? areas.filter(({ name }) => name === area.name) : areas;
    return listed.length === 0 ? [] : [{ count: listed.reduce((sum, { communities }) => sum + communities.length, 0), witnesses: [...new Set(listed.map(({ paragraph }) => paragraph))].map(at) }];
  }
  const known: Known[] = [];
  if (areas.length > 0) known.push({ count: areas.length, witnesses: [...new Set(areas.map(({ paragraph }) => paragraph))].map(at) });
  const heads = lines.filter(({ level, text, area: own }) => level !== null && own !== null && areaWords.first(text) !== null);
  const ordinals = new Set(heads.map(({ text }) => areaWords.first(text)!.name));
  if (ordinals.size >= 2) known.push({ count: ordinals.size, witnesses: heads.map(({ paragraph }) => at(paragraph)).slice(0, ordinals.size) });
  for (const { tables: { matrices }, file } of sources) {
    for (const matrix of matrices.slice(0, 1)) {
      const labels = matrix.areas.filter(({ label }) => areaWords.first(label.text.replace(/\s/g, "")) !== null);
      if (labels.length >= 2) known.push({ count: labels.length, witnesses: labels.map(({ label }) => cellWitness(label.at, file, say("statement-label-area"))) });
    }
  }
  return known;
}
