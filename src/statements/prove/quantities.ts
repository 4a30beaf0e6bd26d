import { say } from "../../messages";
import type { Reader } from "./reader";
import { cellWitness, sentenceWitness } from "./statement";
import type { GridCell, GridColumn, GridRow } from "../text/grids";
import type { Line } from "../text/lines";
import { printed, type Measure } from "../text/measures";
import { numberText } from "../../values/numbers";
import type { Witness } from "../types";
import type { FoundGrid, Mention } from "../read/vocabulary";

/** A number that words mean: of a cell, of several cells together, or of another place of the text. */
export interface Quantity {
  readonly value: number;
  readonly isPercent: boolean;
  /** "" where nothing tells. */
  readonly unit: string;
  readonly text: string;
  readonly witnesses: readonly Witness[];
  /** Where a cell of one row gives it. */
  readonly cell: { readonly found: FoundGrid; readonly row: GridRow; readonly column: GridColumn } | null;
}

/** What words name of a table: rows, a column, all rows together; null for what they leave open. */
export interface Named {
  readonly found: FoundGrid;
  readonly rows: readonly GridRow[] | null;
  readonly column: GridColumn | null;
  readonly isTotal: boolean;
}

export function ofMeasure(measure: Measure): Quantity {
  const { value, unit } = measure.token;
  return { value, unit, isPercent: unit === "%", text: printed(measure), witnesses: [sentenceWitness(measure)], cell: null };
}

export function ofCells(found: FoundGrid, rows: readonly GridRow[], column: GridColumn): Quantity | null {
  const cells = rows.map((row) => row.cells.get(column.column));
  if (cells.length === 0 || cells.some((cell) => cell === undefined) || (cells.length > 1 && cells.some((cell) => cell!.isPercent))) return null;
  // 志愿服务（人次） and 志愿服务（小时） are two things.
  if (rows.length > 1 && new Set(rows.map((row) => unitOf(row, column, found))).size > 1) return null;
  const value = Number(cells.reduce((sum, cell) => sum + cell!.value, 0).toPrecision(12));
  const { isPercent } = cells[0]!;
  return { value, isPercent, unit: isPercent ? "%" : unitOf(rows[0]!, column, found), text: shown({ value, isPercent }), witnesses: cells.slice(0, 4).map((cell) => witnessOf(cell!, found)), cell: rows.length === 1 ? { found, row: rows[0]!, column } : null };
}

/** What all rows of a column make together: as its row of sums has it, else added up. */
export function totalOf(found: FoundGrid, column: GridColumn): Quantity | null {
  const sum = found.grid.sums.find(({ cells, labels }) => cells.has(column.column) && !/^(?:协议|指标|目标|完成率)/u.test(labels[0] ?? ""));
  return sum ? ofCells(found, [sum], column) : isOfOneKind(found) ? ofCells(found, found.grid.rows, column) : null;
}

/** Do its rows count the same? A table of indicators does not: its rows have targets, and units of their own. */
function isOfOneKind({ grid: { columns, rows } }: FoundGrid): boolean {
  return !columns.some(({ head }) => TARGET_HEAD.test(head) || /^(?:计量)?单位$/u.test(head)) && !rows.some(({ labels }) => labels.some((label) => /[（(].{1,3}[）)]$/u.test(label)));
}

export function shown({ value, isPercent }: Pick<GridCell, "value" | "isPercent">): string {
  return `${numberText(value)}${isPercent ? "%" : ""}`;
}

export function witnessOf({ at }: GridCell, { file }: FoundGrid): Witness {
  return cellWitness(at, file, say("statement-label-cell"));
}

/** The unit of a number of a table, by the head of its column or a cell of its row; "" where neither tells. */
export function unitOf(row: GridRow, column: GridColumn, { grid }: FoundGrid): string {
  if (column.unit !== "") return column.unit;
  const own = grid.columns.find(({ head }) => /^(?:计量)?单位$/u.test(head));
  return (own && row.texts.get(own.column)) ?? row.labels.map((label) => /[（(](人次|户次|小时|[个户人场支名份次])[）)]$/u.exec(label)?.[1]).find((unit) => unit !== undefined) ?? "";
}

const ALIKE: readonly string[] = ["人名位", "次场", "个份件项户", "篇条次"];

/** May both count the same? What has no unit may. */
export function fitsUnit(a: string, b: string): boolean {
  return a === "" || b === "" || a === b || ALIKE.some((units) => units.includes(a) && units.includes(b)) || (a === "场" && b === "场次") || (a === "场次" && b === "场") || (a === "个" && b !== "%" && b.length === 1) || (b === "个" && a !== "%" && a.length === 1);
}

/** Words that say nothing of what is counted. */
const FILLERS = /(?:位居|排名)?第[一二三四五六]位的?|全部|所有|全体|全站|全街|全镇|总共|总|共计|合计|累计|共|各自?|的|了|数量|数|量|完成|实际|有|为|是|其|该|本(?!期|年)|同期|同时|水平|部分|降至|升至|增至|减至|回升至|恢复至|达到?|^到|仅|约|则|亦|也|又|分别|其中|实现|份(?=$)|服务(?=$)|片区(?=$)|社区(?=$)|均值|[都均](?=[是为]?$)|之和|占/gu;
const ALL = /全部|所有|全体|总|合计|全站|全街|全镇/u;

/** What is left of words without those that say nothing. */
export function coreOf(words: string): string {
  return words.replace(/（[^）]*）?/gu, "").replace(FILLERS, "");
}

/** What was to be done, in the words of a sentence, and in those of a head. */
const TARGET = /^(?:(?:年度|全年|本年度)?(?:协议|指标|目标|计划)(?:指标|要求|约定|目标)?(?:量|数)?(?:要求)?)$/u;
export const TARGET_HEAD = /^(?:年度|全年)?(?:协议|指标|目标|计划)(?:指标|要求|目标)?(?:人次|接案|结案|节|个|次)?(?:数|量)?$/u;

function targetsOf(reader: Reader): Named[] {
  return reader.tables.flatMap((found) => {
    const [column, more] = found.grid.columns.filter(({ head, column: at }) => TARGET_HEAD.test(head) && found.grid.rows.some(({ cells }) => cells.has(at)));
    return column && !more ? [{ found, rows: null, column, isTotal: false }] : [];
  });
}

/** What a stretch of a line names of tables, by the table; empty where it has words that name nothing there. */
export function namedIn(line: Line, start: number, end: number, reader: Reader): Named[] {
  const own = reader.mentionsOf(line).filter((mention) => mention.start >= start && mention.end <= end);
  const words = line.text.slice(start, end);
  if (TARGET.test(words.replace(/[其的]/gu, ""))) return targetsOf(reader);
  const ofTarget = /^(.{2,10}?)(?:年度|全年)?(?:协议|指标|目标)(?:量|数|要求)*$/u.exec(words)?.[1];
  if (ofTarget !== undefined) return namedIn(line, start, start + ofTarget.length, reader).flatMap((named) => targetsOf(reader).filter(({ found }) => found === named.found && named.rows !== null && named.column === null).map(({ column }) => ({ ...named, column })));
  const rest = own.reduceRight((text, mention) => text.slice(0, mention.start - start) + text.slice(mention.end - start), words);
  if (coreOf(rest) !== "") return [];
  const isTotal = ALL.test(rest);
  // 其全部接待量: of what the sentence is about, not of all.
  if (isTotal && /其|该|自身/u.test(rest)) return [];
  return tablesOf(own).flatMap((found): Named[] => {
    const rows = own.flatMap(({ rows }) => rows.filter((one) => one.found === found));
    const columns = own.flatMap(({ columns }) => columns.filter((one) => one.found === found));
    // Several rows or columns that the words set side by side are several things.
    if (rows.length > 1 && intersection(rows.map((one) => one.rows)).length === 0) return [];
    const both = rows.length > 0 ? intersection(rows.map((one) => one.rows)) : null;
    const options = columns.length > 0 ? columns.map(({ column }) => column) : [null];
    return options.map((column) => ({ found, rows: both, column, isTotal }));
  });
}

function intersection(lists: readonly (readonly GridRow[])[]): readonly GridRow[] {
  return lists[0]!.filter((row) => lists.every((rows) => rows.includes(row)));
}

function tablesOf(mentions: readonly Mention[]): FoundGrid[] {
  return [...new Set(mentions.flatMap(({ rows, columns }) => [...rows, ...columns].map(({ found }) => found)))];
}

/** The cells that give a number of the text, where names of its sentence, or of its line before it, stand for their rows or columns. */
export function anchorsOf(measure: Measure, reader: Reader): Quantity[] {
  const { line, token, sentence } = measure;
  const near = reader.mentionsOf(line).filter(({ start, end }) => end <= token.start + measure.behind.length + 6 && start >= sentence.start);
  const far = reader.mentionsOf(line).filter(({ end }) => end <= sentence.start).slice(-2);
  const found = new Map<string, { readonly quantity: Quantity; readonly score: number }>();
  for (const table of tablesOf([...near, ...far])) {
    const rows = new Set([...near, ...far].flatMap((one) => one.rows.filter((own) => own.found === table).flatMap((own) => own.rows)));
    const columns = new Set([...near, ...far].flatMap((one) => one.columns.filter((own) => own.found === table).map(({ column }) => column)));
    for (const row of [...table.grid.rows, ...table.grid.sums]) for (const column of table.grid.columns) {
      const cell = row.cells.get(column.column);
      if (!cell || cell.value !== token.value || cell.isPercent !== (token.unit === "%") || !fitsUnit(cell.isPercent ? "%" : unitOf(row, column, table), token.unit)) continue;
      const score = (rows.has(row) ? 2 : 0) + (columns.has(column) ? 1 : 0);
      if (score > 0) found.set(`${cell.at.sheet} ${cell.at.row} ${cell.at.column} ${table.file}`, { quantity: ofCells(table, [row], column)!, score });
    }
  }
  const best = Math.max(0, ...[...found.values()].map(({ score }) => score));
  return [...found.values()].filter(({ score }) => score === best).map(({ quantity }) => quantity);
}
