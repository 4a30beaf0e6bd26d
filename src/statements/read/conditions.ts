import type { GridColumn, GridRow } from "../text/grids";
import type { Line } from "../text/lines";
import type { Measure, Range } from "../text/measures";
import { numeralValue } from "../text/numerals";
import type { FoundGrid } from "./vocabulary";

/** Words that choose rows of a table: 现金, 在1万元以上, 一季度, 扣1分, 已结案. */
export interface Condition extends Range {
  keeps(row: GridRow): boolean;
  /** It names one row. */
  readonly isName?: boolean;
  /** A row lies just at its limit: 以上 may mean it or not. */
  isDoubtful(row: GridRow): boolean;
}

export interface Chosen {
  readonly rows: readonly GridRow[];
  readonly conditions: readonly Condition[];
  /** What is left of the words without conditions, heads and words that say nothing. */
  readonly rest: string;
  readonly isDoubtful: boolean;
}

/** The rows of a table that a stretch of a line chooses. */
export function rowsChosen(line: Line, range: Range, found: FoundGrid, measures: readonly Measure[], context: readonly GridColumn[]): Chosen {
  const taken: Condition[] = [];
  const add = (condition: Condition): void => {
    if (!taken.some((one) => one.start < condition.end && condition.start < one.end)) taken.push(condition);
  };
  const words = line.text.slice(range.start, range.end);
  for (const condition of [...limits(line, range, found, measures, context), ...deductions(words, range.start, found), ...answers(words, range.start, found), ...texts(words, range.start, found), ...times(words, range.start, found)]) add(condition);
  const kept = found.grid.rows.filter((row) => taken.every(({ keeps }) => keeps(row)));
  const cut = taken.slice().sort((a, b) => b.start - a.start).reduce((text, { start, end }) => text.slice(0, start - range.start) + "｜" + text.slice(end - range.start), words);
  return { rows: kept, conditions: taken, rest: withoutHeads(cut, found).replace(/｜/gu, "").replace(NOTHING, ""), isDoubtful: found.grid.rows.some((row) => taken.some(({ isDoubtful }) => isDoubtful(row))) };
}

/** Words that say nothing of which rows are meant. */
const NOTHING = /评估期内|考核期内|评估期|考核期|期内|年度|全年|年内|本年|本期|其中|其余|各|每|的|有|共|为|是|仅|计|均|都|已|了|中|里|内|在|先后|累计|合计|总计|开展|举办|组织|完成|安排|活动|项目|科目|指标|课程|意见|问题|材料|档案|社工|人员|个案|部分|打分|得分|单笔|接受|收到|捐赠|用途|类别|居委会|站点|全部|所有|达|以及|和|及|与|则|分别|单个|该|类|新/gu;

function withoutHeads(words: string, { grid }: FoundGrid): string {
  return grid.columns.map(({ head }) => head).filter((head) => head.length >= 2).sort((a, b) => b.length - a.length).reduce((text, head) => text.replace(head, ""), words);
}

const never = (): boolean => false;

/** 现金, 社会组织, 大塘社区: a text that stands in some of the rows, not in all. */
function texts(words: string, offset: number, { grid: { rows, columns } }: FoundGrid): Condition[] {
  const all = new Map<string, Set<GridRow>>();
  const heads = new Set(columns.map(({ head }) => head));
  for (const row of rows) for (const [column, text] of row.texts) {
    if (row.cells.has(column) || text.length < 2 || text.length > 14 || /^[\d.,/年月日-]+$/u.test(text) || heads.has(text) || !words.includes(text)) continue;
    const own = all.get(text);
    if (own) own.add(row);
    else all.set(text, new Set([row]));
  }
  return [...all].sort((a, b) => b[0].length - a[0].length).flatMap(([text, own]) => {
    const at = words.indexOf(text);
    // 未完成 for 完成: the opposite.
    return own.size === rows.length || /[未不非无没]$/u.test(words.slice(0, at)) ? [] : [{ start: offset + at, end: offset + at + text.length, keeps: (row: GridRow) => own.has(row), isDoubtful: never, isName: own.size === 1 }];
  });
}

const YES = /^(?:是|有|√|✓|✔|齐全|已)/u;
const NO = /^(?:否|无|×|不|未|缺)/u;

/** 已结案 beside 是否结案: 是 or 否. */
function answers(words: string, offset: number, { grid: { rows, columns } }: FoundGrid): Condition[] {
  return columns.flatMap(({ column, head }) => {
    const name = head.replace(/^是否(?:已)?|情况$/gu, "");
    const values = rows.map((row) => row.texts.get(column) ?? "");
    if (name.length < 2 || !values.every((text) => YES.test(text) !== NO.test(text) && text.length <= 4) || new Set(values.map((text) => YES.test(text))).size < 2) return [];
    const match = new RegExp(`(已|尚未|未|不|没有)?(?:经)?${name.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")}`, "u").exec(words);
    if (!match) return [];
    const isNo = /未|不|没/u.test(match[1] ?? "");
    return [{ start: offset + match.index, end: offset + match.index + match[0].length, keeps: (row: GridRow) => YES.test(row.texts.get(column) ?? "") !== isNo, isDoubtful: never }];
  });
}

const DEDUCTED = /扣(?:了)?(\d+(?:\.\d+)?)分(及以上|以上)?|得满分|有扣分|被扣分/gu;

/** 扣1分的: what lacks one of its full points. */
function deductions(words: string, offset: number, { grid: { rows, columns } }: FoundGrid): Condition[] {
  const full = columns.find(({ head }) => /^(?:标准分|满分|分值)$/u.test(head));
  const got = columns.find(({ head }) => /^(?:得分|评分)$/u.test(head));
  if (!full || !got || !rows.every(({ cells }) => cells.has(full.column) && cells.has(got.column))) return [];
  const lack = ({ cells }: GridRow): number => Number((cells.get(full.column)!.value - cells.get(got.column)!.value).toPrecision(10));
  return [...words.matchAll(DEDUCTED)].map(({ index, 0: word, 1: points, 2: above }) => ({
    start: offset + index, end: offset + index + word.length, isDoubtful: never,
    keeps: (row: GridRow) => (points === undefined ? (lack(row) === 0) === /满分/u.test(word) : above ? lack(row) >= Number(points) : lack(row) === Number(points))
  }));
}

const BELOW = /低于|不足|不到|未达|少于|未满/u;

/** 满意率在85%以上, 不足50人次, 打分低于90分: a number as a limit of a column. */
function limits(line: Line, range: Range, { grid }: FoundGrid, measures: readonly Measure[], context: readonly GridColumn[]): Condition[] {
  return measures.filter(({ token }) => token.start >= range.start && token.end <= range.end).flatMap((limit): Condition[] => {
    const { token } = limit;
    const lead = /(?:均)?(?:在|达到?|达)?(超过|高于|低于|不足|不到|未达到?|不低于|不少于|少于|多于|未满|达到|达)?$/u.exec(line.text.slice(range.start, token.start))!;
    const tail = /^(?:（含）)?(及以上|以上|及以下|以下|及其以上)?/u.exec(line.text.slice(token.end, range.end))!;
    if (lead[0] === "" && tail[0] === "") return [];
    const named = grid.columns.filter(({ head }) => head.length >= 2 && line.text.slice(range.start, range.start + lead.index).replace(/的$/u, "").endsWith(head));
    const isKind = ({ column, unit }: GridColumn): boolean => grid.rows.filter(({ cells }) => cells.has(column)).length >= grid.rows.length - 1 && grid.rows.every(({ cells }) => (cells.get(column)?.isPercent ?? token.unit === "%") === (token.unit === "%")) && (unit === token.unit || token.unit === "%" || (unit === "" && !/人次|户/u.test(token.unit)));
    const options = (named.length > 0 ? named : grid.columns).filter(({ column, head, unit }) => isKind({ column, head, unit, group: "" }) && !/^(?:序号|编号|标准分|满分|分值)$/u.test(head));
    const own = options.length > 1 ? options.filter((one) => context.includes(one)) : options;
    if (own.length !== 1) return [];
    const [{ column }] = own as [GridColumn];
    const isBelow = BELOW.test(lead[1] ?? "") || /以下/u.test(tail[1] ?? "");
    const isStrict = tail[1] === undefined && /超过|高于|低于|不足|不到|未|少于|多于/u.test(lead[1] ?? "") && !/^不[低少]/u.test(lead[1] ?? "");
    const below = isBelow && !/^不[低少]/u.test(lead[1] ?? "");
    const value = (row: GridRow): number | undefined => row.cells.get(column)?.value;
    return [{
      start: range.start + lead.index, end: token.end + tail[0].length, isDoubtful: (row) => value(row) === token.value && !isStrict && tail[1] !== undefined && !tail[1].startsWith("及"),
      keeps: (row) => { const own = value(row); return own !== undefined && (own === token.value ? !isStrict : below ? own < token.value : own > token.value); }
    }];
  });
}

const DATE = /^(\d{4})[./年-](\d{1,2})[./月-](\d{1,2})日?$/u;
const TIME = /(?:(\d{4})年)?(?:第)?([一二三四])季度|(?:(\d{4})年)?(\d{1,2}|[一二三四五六七八九十]{1,2})月份?|(\d{4})年(?:内)?/gu;

/** 一季度, 3月, 2024年内: rows by the day that they have. */
function times(words: string, offset: number, { grid: { rows, columns } }: FoundGrid): Condition[] {
  const column = columns.map((one) => one.column).find((one) => rows.filter((row) => DATE.test(row.texts.get(one) ?? "")).length >= Math.max(2, rows.length / 2));
  if (column === undefined) return [];
  return [...words.matchAll(TIME)].map(({ index, 0: word, 1: quarterYear, 2: quarter, 3: monthYear, 4: month, 5: year }) => {
    const wanted = quarterYear ?? monthYear ?? year;
    const own = month === undefined ? null : /\d/.test(month) ? Number(month) : numeralValue(month);
    return {
      start: offset + index, end: offset + index + word.length, isDoubtful: never,
      keeps: (row: GridRow) => {
        const [, y, m] = DATE.exec(row.texts.get(column) ?? "") ?? [];
        return y !== undefined && (wanted === undefined || y === wanted) && (own === null || Number(m) === own) && (quarter === undefined || Math.ceil(Number(m) / 3) === "一二三四".indexOf(quarter) + 1);
      }
    };
  });
}
