import type { Grid, GridColumn, GridRow } from "../text/grids";
import { numeralValue } from "../text/numerals";
import { shortNamesOf } from "./short-names";
import { familyOf } from "./subjects";

/** A table of any kind, and where it stands: null for the report's own. */
export interface FoundGrid {
  readonly grid: Grid;
  readonly file: string | null;
}

/** The rows of one table that a name means: one, or all of a kind (大塘社区 in four of them). */
export interface NamedRows {
  readonly found: FoundGrid;
  readonly rows: readonly GridRow[];
}

export interface NamedColumn {
  readonly found: FoundGrid;
  readonly column: GridColumn;
}

/** A name of rows or columns where a text has it. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly rows: readonly NamedRows[];
  readonly columns: readonly NamedColumn[];
}

interface Named {
  readonly rows: NamedRows[];
  readonly columns: NamedColumn[];
}

const SHORTEST = 2;
/** Words that name nothing by themselves. */
const NO_NAME = /^(?:合计|总计|小计|序号|备注|说明|单位|日期|月份|项目|类别|内容|名称|姓名|是|否|齐全|已完成|社工|社区|活动|人次|人数|个数|数量|金额|情况|上午|下午|评估内容|[\d.,%/-]+|\d{4}\.\d{1,2}\.\d{1,2})$/u;
const MEASURE = /(?:小计|时数|总数|人数|次数|户数|个数|数量|金额|人次|户次|场次|小时|数|量)$/u;
const MONTHS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

/** The names of the rows and columns of all tables, as texts have them. */
export class Vocabulary {
  private readonly names = new Map<string, Named>();
  private readonly pattern: RegExp | null;

  constructor(grids: readonly FoundGrid[]) {
    for (const found of grids) {
      for (const [name, rows] of rowNames(found.grid)) this.at(name).rows.push({ found, rows });
      for (const [name, columns] of columnNames(found.grid)) for (const column of columns) this.at(name).columns.push({ found, column });
    }
    const all = [...this.names.keys()].sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&"));
    this.pattern = all.length > 0 ? new RegExp(all.join("|"), "gu") : null;
  }

  /** The names that a text has, the longest first where they overlap, in their order. */
  mentionsIn(text: string): Mention[] {
    if (!this.pattern) return [];
    return [...text.matchAll(this.pattern)].flatMap(({ index: start, 0: name }): Mention[] => {
      const end = start + name.length;
      // 2月 of 12月, of 2月5日; 一月 of 十一月.
      if (/^(?:\d|[一二三四五六七八九十])+月$/u.test(name) && (/[\d一二三四五六七八九十个]/u.test(text[start - 1] ?? "") || /\d/.test(text[end] ?? ""))) return [];
      return [{ start, end, name, ...this.names.get(name)! }];
    });
  }

  private at(name: string): Named {
    let named = this.names.get(name);
    if (!named) this.names.set(name, (named = { rows: [], columns: [] }));
    return named;
  }
}

/** By each name the rows that bear it. */
function rowNames({ rows, sums }: Grid): Map<string, readonly GridRow[]> {
  const byName = new Map<string, Set<GridRow>>();
  const add = (name: string, row: GridRow): void => {
    if (name.length < SHORTEST || NO_NAME.test(name)) return;
    const own = byName.get(name);
    if (own) own.add(row);
    else byName.set(name, new Set([row]));
  };
  const suffix = commonEnding(rows.map(({ labels }) => labels[0] ?? "").filter((label) => !/^(?:协议|指标|目标|完成)/u.test(label)));
  for (const row of [...rows, ...sums]) {
    for (const label of row.labels) for (const name of formsOf(label)) add(name, row);
    const [first] = row.labels;
    if (suffix !== "" && first?.endsWith(suffix)) add(first.slice(0, -suffix.length), row);
  }
  const shorts = [...rows, ...sums].flatMap((row) => row.labels.flatMap(formsOf).map((name) => ({ name: name.replace(MEASURE, ""), row })));
  for (const { name, row } of shorts) if (name.length >= 4 && !byName.has(name) && shorts.every((other) => other.name !== name || other.row === row)) add(name, row);
  // What every row has tells none of them.
  return new Map([...byName].filter(([, own]) => own.size < rows.length).map(([name, own]) => [name, [...own]]));
}

/** 一级（紧急） → 一级; 专业个案（结案） → 专业个案结案; 十月 → 10月. */
function formsOf(label: string): string[] {
  const bracket = /^(.+?)[（(](.+?)[）)]$/u.exec(label);
  const month = /^([一二三四五六七八九十]{1,2}|\d{1,2})月份?$/u.exec(label)?.[1];
  const number = month === undefined ? null : /\d/.test(month) ? Number(month) : numeralValue(month);
  const leaf = /^(?:专业)?个案(接案|结案|开案)$/u.exec(bracket?.[1] ?? label)?.[1];
  return [
    ...(leaf === undefined ? [] : [leaf]), ...aliasesOf(bracket?.[1] ?? label),
    ...(bracket ? [bracket[1]!, bracket[1]! + bracket[2]!, ...(/^.案$/u.test(bracket[2]!) ? [bracket[2]!, bracket[1]!.replace(/^专业/u, "") + bracket[2]!] : [])] : [label]),
    ...(number !== null && number >= 1 && number <= 12 ? [`${number}月`, `${MONTHS[number - 1]}月`] : [])
  ];
}

/** 探访 for 入户探访. */
function aliasesOf(label: string): readonly string[] {
  const family = /[-·：—]|率$/u.test(label) ? null : familyOf({ group: label, leaf: "" });
  return family ? shortNamesOf(family) : [];
}

/** 评估 of 专家评估, 财务评估, 居委会评估: what most labels end with, without which each is still a name. */
function commonEnding(labels: readonly string[]): string {
  for (let length = 3; length >= 1; length--) {
    const ending = labels[0]?.slice(-length) ?? "";
    const own = labels.filter((label) => label.endsWith(ending) && label.length >= length + SHORTEST);
    if (ending.length === length && own.length === labels.length && new Set(own).size === own.length) return ending;
  }
  return "";
}

const LEAF_END = /(?:实际)?完成(?:量|数|情况)?$/u;
/** 中期 of 中期累计: what a sentence calls the column for short. */
const PERIOD = /^(?:中期|末期|期初|期末|上半年|下半年|上年度?|本年度?|上期|本期|去年|今年|[一二三四]季度|第[一二三四]季度|\d{4}年)/u;

/** By each name the columns of numbers that bear it; a part of a head only where no other has it. */
function columnNames({ columns, rows }: Grid): Map<string, readonly GridColumn[]> {
  const byName = new Map<string, GridColumn[]>();
  for (const column of columns) {
    if (!rows.some(({ cells }) => cells.has(column.column)) || /^(?:序号|编号|排名)$/u.test(column.head)) continue;
    const { head, group } = column;
    const short = head.replace(/完成(?:量|数|情况)?$/u, "").replace(MEASURE, "");
    const family = familyOf({ group: group === "" ? short : group, leaf: group === "" ? "" : head.replace(LEAF_END, "") });
    const aliases = family && (group === "" || LEAF_END.test(head)) && !/协议|指标|目标|率|百分比/u.test(head) ? shortNamesOf(family) : [];
    const period = PERIOD.exec(head)?.[0];
    for (const name of new Set([head, ...aliases, ...(period !== undefined && period !== head ? [period] : []), ...(short.length >= SHORTEST ? [short] : []), ...(group !== "" ? [group + head, ...(/^(?:实际)?完成/u.test(head) ? [group] : [])] : [])])) {
      if (name.length < SHORTEST || NO_NAME.test(name)) continue;
      const own = byName.get(name);
      if (own) own.push(column);
      else byName.set(name, [column]);
    }
  }
  for (const column of columns) {
    const part = column.head.length >= 4 && !MEASURE.test(column.head) ? column.head.slice(-2) : "";
    if (part !== "" && !byName.has(part) && !NO_NAME.test(part) && columns.filter(({ head }) => head.endsWith(part)).length === 1 && rows.some(({ cells }) => cells.has(column.column))) byName.set(part, [column]);
  }
  return byName;
}
