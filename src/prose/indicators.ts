import type { Language, MessageId } from "../messages";
import type { ReportedIndicator, WorkbookReport } from "../report/types";
import { numberText, percentText } from "../values/numbers";
import { paragraph, tableCell, type WrittenBlock } from "../workbook";
import { dayText, listed, openErrors, wordsIn, type Word } from "./words";

/** What stands between the group and the leaf of an indicator of the matrix: "专业个案 · 接案". */
const LEAF_SIGN = " · ";
const LEAVES: ReadonlyMap<string, MessageId> = new Map([
  ["接案", "prose-leaf-opened"], ["结案", "prose-leaf-closed"], ["个数", "prose-leaf-groups"], ["次数", "prose-leaf-times"], ["节数", "prose-leaf-sessions"], ["人次", "prose-leaf-attendances"]
]);
/** What counts what an indicator counts, by the last of the words that its name has. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/建档/, "份"], [/志愿者|骨干|社工|党员/, "名"], [/队伍|团队|社会组织|社区组织/, "支"], [/活动|电访|探访|家访|走访|培训|讲座|宣传|维系|会议|教育|服务/, "次"], [/个案|小组|问题|调研|心愿|项目|共建/, "个"]
];
/** What is done in the name itself needs no 完成 before it. */
const NAMES_A_DEED = /^(?:新增|新登记|发展|培育|新培育|协助|开展|组建|完成|建立|链接)/;
const INDICATOR_TABLES = ["indicators", "overall", "cards", "footnote"] as const;
/** Of the widths, in millimetres. */
const PAGE_WIDTH = 180;
const NAME_WIDTH = 50;

/** An indicator with the unit that the sheet prints behind its number. */
interface Stated extends ReportedIndicator {
  readonly unit: string;
}

/** The indicators as evaluation reports state them: a paragraph for the station, one for each area, and what a reader must know. */
export function indicatorSentences(report: WorkbookReport, language: Language): string[] {
  const word = wordsIn(language);
  const parts = partsOf(report);
  const { period } = report;
  const texts = parts.flatMap(({ area, stated }): string[] => {
    const text = clausesOf(stated, word, language).join(word("prose-semicolon"));
    if (text === "") return [];
    if (area !== null) return [word("prose-sentence", { text: word("prose-area", { area, text }) })];
    return [word("prose-sentence", { text: period ? word("prose-period", { start: dayText(period.start, word), end: dayText(period.end, word), text }) : text })];
  });
  return texts.length === 0 ? [] : [...texts, ...openErrors(report, INDICATOR_TABLES, word)];
}

/** The indicators as a table for the station, and one with a column for each area. */
export function indicatorTables(report: WorkbookReport, language: Language): WrittenBlock[] {
  const word = wordsIn(language);
  const parts = partsOf(report);
  const whole = parts.find(({ area }) => area === null)?.stated ?? [];
  const areas = parts.filter(({ area }) => area !== null);
  return [...(whole.length > 0 ? wholeTable(whole, word) : []), ...(areas.length > 0 ? areaTable(areas, whole, word) : [])];
}

/** What is said of the whole station, once of each indicator. */
export function wholeIndicators(report: WorkbookReport): readonly ReportedIndicator[] {
  return partsOf(report).find(({ area }) => area === null)?.stated ?? [];
}

/** What is said of the station first, then of each area; once of each indicator, as the table says that says most of it. */
function partsOf({ evaluation }: WorkbookReport): { area: string | null; stated: Stated[] }[] {
  const parts = new Map<string | null, Map<string, Stated>>([[null, new Map()]]);
  evaluation?.indicators.forEach((indicator, index) => {
    const part = parts.get(indicator.area) ?? new Map<string, Stated>();
    parts.set(indicator.area, part);
    if (!part.has(indicator.subject)) part.set(indicator.subject, { ...indicator, unit: evaluation.sources?.indicators[index]?.done.unit ?? "" });
  });
  return [...parts].map(([area, stated]) => ({ area, stated: [...stated.values()] }));
}

/** One clause for each group of the matrix, the overall list, and each field of work of the cards (党建, 五社联动). */
function clausesOf(stated: readonly Stated[], word: Word, language: Language): string[] {
  const groups = new Map<string, Stated[]>();
  for (const one of stated) {
    if (one.done === null) continue;
    const key = groupKey(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((own) => {
    // Those with a rate come first: the rates follow their counts at once.
    const ordered = [...own.filter(({ rate }) => rate !== null), ...own.filter(({ rate }) => rate === null)];
    const texts = new Map(ordered.map((one, index) => [one, countText(one, index === 0, word, language)]));
    return clauseOf(ordered, texts, word);
  });
}

function groupKey({ subject, table }: Stated): string {
  const [group, leaf] = groupAndLeaf(subject);
  if (leaf !== null) return `group ${group}`;
  const field = table === "cards" ? fieldOf(subject) : null;
  return field === null ? `list ${table === "indicators" ? "matrix" : table}` : `field ${field}`;
}

/** "专业个案" and "接案" of "专业个案 · 接案"; the leaf is null where the name has none. */
function groupAndLeaf(subject: string): readonly [group: string, leaf: string | null] {
  const at = subject.lastIndexOf(LEAF_SIGN);
  return at === -1 ? [subject, null] : [subject.slice(0, at), subject.slice(at + LEAF_SIGN.length)];
}

/** "党建" of "党建-微心愿". */
function fieldOf(name: string): string | null {
  return /^(.+?)[-－—–]/.exec(name)?.[1] ?? null;
}

/** Counts with their rates; those without a target come last, with none. */
function clauseOf(own: readonly Stated[], texts: ReadonlyMap<Stated, string>, word: Word): string {
  const rated = own.filter(({ rate }) => rate !== null);
  const others = own.filter(({ rate }) => rate === null).map((one) => texts.get(one)!).join(word("prose-comma"));
  if (rated.length === 0) return own.map((one) => texts.get(one)!).join(word("prose-comma"));
  const counts = rated.map((one) => texts.get(one)!).join(word("prose-comma"));
  const rates = listed(rated.map(({ rate }) => percentText(rate!)), word);
  const clause = word(rated.length > 1 ? "prose-clause-rates" : "prose-clause-rate", { counts, rates });
  return others === "" ? clause : word("prose-clause-others", { clause, counts: others });
}

/** "完成小组35个", and after it "175节"; "开展175节" where no rate of its own follows. */
function countText(one: Stated, isFirst: boolean, word: Word, language: Language): string {
  const [group, leaf] = groupAndLeaf(one.subject);
  if (leaf !== null) {
    const text = leafText(group, leaf, one, !isFirst && one.rate === null, word);
    if (!isFirst) return text;
    const [head] = group.split(LEAF_SIGN).slice(-1);
    const what = language === "zh" ? `${head!.replace(/^专业(?=个案|小组)/, "")}${text}` : `${head!} ${text}`;
    return word(/活动/.test(group) ? "prose-held" : "prose-done", { what });
  }
  // A card's name with its field, as the table has it: 党建-大型活动 are none of the station's 大型社区活动.
  const name = one.subject;
  const text = countOf(name, one, word);
  return isFirst && !NAMES_A_DEED.test(name) ? word("prose-done", { what: text }) : text;
}

/** "新增志愿者46名"; a name that ends with a figure is kept apart from the number: "专业个案2：14个". */
function countOf(name: string, { done, unit }: Stated, word: Word): string {
  const id = /[\d\uff10-\uff19]$/.test(name) ? "prose-count-apart" : "prose-count";
  return word(id, { name, number: numberText(done!), unit: unitOf(name) ?? (unit || word("prose-unit-else")) });
}

function leafText(group: string, leaf: string, one: Stated, isAlone: boolean, word: Word): string {
  const number = numberText(one.done!);
  const id = LEAVES.get(leaf);
  if (!id) return countOf(leaf, one, word);
  if (id !== "prose-leaf-sessions" || !isAlone) return word(id, { number });
  return word(/个案/.test(group) ? "prose-leaf-case-sessions" : "prose-leaf-also-sessions", { number });
}

/** The unit of the word that stands last: 志愿者队伍 are 支. */
function unitOf(name: string): string | null {
  const found = UNITS.map(([pattern, unit]) => ({ unit, at: name.search(pattern) === -1 ? -1 : lastIndex(name, pattern) })).filter(({ at }) => at >= 0);
  return found.sort((a, b) => b.at - a.at)[0]?.unit ?? null;
}

function lastIndex(name: string, pattern: RegExp): number {
  return Math.max(...[...name.matchAll(new RegExp(pattern.source, "g"))].map(({ index, 0: { length } }) => index + length));
}

function wholeTable(stated: readonly Stated[], word: Word): WrittenBlock[] {
  return [
    paragraph("heading", word("prose-indicators-title"), { keepWithNext: true }),
    {
      kind: "table", widths: [90, 30, 30, 30], head: [word("prose-head-indicator"), word("prose-head-target"), word("prose-head-done"), word("prose-head-rate")],
      rows: stated.map(({ subject, target, done, rate }) => [tableCell(subject), ...[shown(target), shown(done), rate === null ? "/" : percentText(rate)].map((text) => tableCell(text, "center"))])
    }
  ];
}

function areaTable(areas: readonly { readonly area: string | null; readonly stated: readonly Stated[] }[], whole: readonly Stated[], word: Word): WrittenBlock[] {
  const subjects = [...new Set(areas.flatMap(({ stated }) => stated.map(({ subject }) => subject)))];
  const columns = [...areas.map(({ area, stated }) => ({ head: area!, stated })), ...(whole.length > 0 ? [{ head: word("prose-head-whole"), stated: whole }] : [])];
  const width = (PAGE_WIDTH - NAME_WIDTH) / columns.length;
  const text = (one: Stated | undefined): string => {
    if (!one) return "";
    return one.rate === null ? shown(one.done) : `${word("prose-done-of", { done: shown(one.done), target: shown(one.target) })}\n${percentText(one.rate)}`;
  };
  return [
    paragraph("heading", word("prose-indicators-areas-title"), { keepWithNext: true }),
    {
      kind: "table", widths: [NAME_WIDTH, ...columns.map(() => width)], head: [word("prose-head-indicator"), ...columns.map(({ head }) => head)],
      rows: subjects.map((subject) => [tableCell(subject), ...columns.map(({ stated }) => tableCell(text(stated.find((one) => one.subject === subject)), "center"))])
    }
  ];
}

function shown(value: number | null): string {
  return value === null ? "/" : numberText(value);
}
