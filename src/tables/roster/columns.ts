import type { Sheet } from "../../workbook";
import { remembered } from "../../values/remembered";
import { dateText, findDates, isDateFormat, parseContract } from "../../values/dates";
import { roleOf as indicatorRole } from "../indicators/heads";
import { headText } from "../reading";
import { certificateGroup, isCertificate, typeOf } from "./certificate-words";
import { markLike, readsOwnMarks, shownCell } from "./cells";
import { FEWEST_ROWS, LONGEST_NAME, MOST_OF_A_COLUMN, NEARLY_ALL, ROWS_SAMPLED } from "./limits";
import type { HeadMonth } from "./month-heads";
import type { Roster } from "./types";

export type Role = keyof Roster["columns"];
type Columns = { -readonly [R in Role]: Roster["columns"][R] };

/** The part of a sheet that a roster's heads take, and the columns of its marks. */
export interface HeadArea {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly months: readonly HeadMonth[];
}

// The order matters: 岗位资格证 is a certificate before it is a position, 2年以上小计 is no 到岗小计, 合同开始日期 no day of joining.
const ROLES: readonly (readonly [Role, RegExp])[] = [
  ["name", /^(?:员工|社工|人员|职工|工作人员)?(?:姓名|名字|名单)$/],
  ["no", /^(?:序号|编号|序|no\.?|№)$/i],
  ["remark", /^(?:备注|说明|备注说明|变动情况|人员变动情况|其他说明)(?:\(.*\))?$/],
  ["senior", /(?:2|两|二)年(?:及)?以上|(?:满|足)(?:2|两|二)年/],
  ["total", /小计|合计|总计|人次/],
  ["contractEnd", /合同.*(?:(?<!起)止|结束|终止|到期|届满)/],
  ["contract", /合同/],
  ["certificate", /资格证|资质|持证情况|资格|证书|职称|专业水平/],
  ["type", /^(?:人员|社工|持证|岗位)?(?:类型|类别)$|^是否持证$/],
  ["position", /^(?:职位|职务|岗位|岗位名称|担任职务|岗位\/职务|职务\/岗位)$/]
];
/** Sums of something else than the months in which a person was there: what is due, what is lacking. */
const NOT_COUNTED = /应到|应配|缺|超配|差额/;
/** Words that are believed where the cells under them agree. */
const JOINED = /(?:入职|入站|到岗|上岗|报到|进站|转入|加入|聘用).{0,2}(?:日期|时间|年月|日)$/;
const LEFT = /(?:离职|离岗|离站|转出|调离|解除|退出|解聘).{0,2}(?:日期|时间|年月|日)$/;
const REMARK = /情况|说明|备|变动|附注|注明|原因/;
const NAME = /人员|员工|社工|成员|同工|职员|队员|姓/;

export function isNameHead(text: string): boolean {
  return ROLES[0]![1].test(text);
}

export const roleByWords = remembered((text): Role | null => (text === "" ? null : ROLES.find(([, pattern]) => pattern.test(text))?.[0] ?? null));

/** What the words of the heads say of the columns. `parts`: those that sum up some of the months only. */
export function columnsByWords(sheet: Sheet, area: HeadArea, nameColumn: number, parts: readonly number[] = []): Columns {
  const found: Columns = {
    type: null, no: null, name: nameColumn, position: null, certificate: null, contract: null, contractEnd: null, joined: null, left: null, total: null, senior: null, remark: null
  };
  const marks = markColumns(area);
  let totalText = "";
  for (let column = area.left; column <= area.right; column++) {
    if (marks.has(column) || column === nameColumn || parts.includes(column)) continue;
    const text = stackedText(sheet, area, column);
    const role = roleByWords(text);
    if (!role || role === "name" || (role === "total" && NOT_COUNTED.test(text))) continue;
    // 人员到岗小计 is a better total than a plain 合计 of something else beside it.
    const better = role === "total" && /到岗|人次/.test(text) && !/到岗|人次/.test(totalText);
    if (found[role] !== null && !better) continue;
    if (role === "total") totalText = text;
    found[role] = column;
  }
  return found;
}

/** The texts of a head column, each merged area once. */
export function stackedText(sheet: Sheet, { top, bottom }: Pick<HeadArea, "top" | "bottom">, column: number): string {
  const texts: string[] = [];
  let seen = 0;
  for (let row = top; row <= bottom; row++) {
    const extent = sheet.extent(row, column);
    if (extent.bottom <= seen) continue;
    seen = extent.bottom;
    texts.push(headText(sheet, row, column));
  }
  return texts.join("");
}

function markColumns({ months }: Pick<HeadArea, "months">): Set<number> {
  return new Set(months.flatMap((month) => month.columns.map((mark) => mark.column)));
}

/** The rows under the heads in which marks stand. */
export function markedRows(sheet: Sheet, area: Pick<HeadArea, "bottom" | "months">): number[] {
  const marks = [...markColumns(area)];
  const rows: number[] = [];
  for (let row = area.bottom + 1; row <= area.bottom + ROWS_SAMPLED; row++) {
    if (marks.some((column) => ["text", "share"].includes(markLike(sheet, row, column)))) rows.push(row);
  }
  return rows;
}

/** Those of them with a name in its own cell: the words of a band or of a bottom row are merged over more. */
export function namedRows(sheet: Sheet, area: HeadArea, name: number): number[] {
  const firstMark = Math.min(...[...markColumns(area)].filter((column) => column > name));
  return markedRows(sheet, area).filter((row) => {
    const extent = sheet.extent(row, name);
    return extent.left === name && extent.right < firstMark && headText(sheet, row, name) !== "";
  });
}

/**
 * The column whose cells are names: short texts, hardly one twice, one a row; a head that speaks of persons is a second
 * witness. Null where none is.
 */
export function nameByContent(sheet: Sheet, area: HeadArea): number | null {
  const marks = markColumns(area);
  const rows = markedRows(sheet, area);
  let best: { column: number; score: number } | null = null;
  for (let column = area.left; column <= area.right; column++) {
    if (marks.has(column)) continue;
    const head = stackedText(sheet, area, column);
    const role = roleByWords(head);
    const texts = rows.flatMap((row) => {
      const extent = sheet.extent(row, column);
      return extent.top === extent.bottom && extent.left === extent.right ? [headText(sheet, row, column)] : [];
    }).filter((text) => text !== "" && !/小计|合计|总计/.test(text));
    const names = texts.filter(isNameLike);
    const content = texts.length >= FEWEST_ROWS && names.length >= texts.length * MOST_OF_A_COLUMN && texts.length >= rows.length * 0.5 && new Set(names).size >= names.length * NEARLY_ALL ? 2 : 0;
    const words = role === "name" ? 3 : role !== null && role !== "type" ? -3 : NAME.test(head) ? 1 : 0;
    const score = content + words;
    if (score >= 2 && (!best || score > best.score)) best = { column, score };
  }
  return best?.column ?? null;
}

function isNameLike(text: string): boolean {
  return text.length <= LONGEST_NAME && /^[\p{L}·.*＊某○×]{2,}\d*$|^\p{L}\d{1,4}$/u.test(text) && findDates(dateText(text), true).length === 0 && certificateGroup(text) === null && !isCertificate(text);
}

/** Fills the roles that no word named by what the cells of the columns hold. */
export function completeByContent(sheet: Sheet, area: HeadArea, byWords: Columns, parts: readonly number[] = []): Columns {
  const marks = new Set([...markColumns(area), ...parts]);
  const rows = namedRows(sheet, area, byWords.name);
  if (rows.length < FEWEST_ROWS) return { ...byWords };
  const columns = believed(sheet, rows, byWords);
  // What is merged from the heads down over the persons is a title of a table on its side, or a caption: of no person.
  const isTaken = (column: number): boolean => marks.has(column) || Object.values(columns).includes(column) || sheet.extent(rows[0]!, column).top <= area.bottom;
  const monthsOf = (row: number): number => fullMonths(sheet, area, row);
  const tests: readonly (readonly [Role, (column: number) => boolean])[] = [
    ["joined", (column) => JOINED.test(stackedText(sheet, area, column)) && holdsDates(sheet, rows, column)],
    ["left", (column) => LEFT.test(stackedText(sheet, area, column)) && holdsDates(sheet, rows, column)],
    ["type", (column) => share(filled(sheet, rows, column), (text) => typeOf(text) !== null) >= NEARLY_ALL && new Set(filled(sheet, rows, column)).size <= 3],
    ["no", (column) => isSeries(sheet, rows, column)],
    ["total", (column) => isTotal(sheet, rows, column, marks, monthsOf)],
    ["senior", (column) => columns.total !== null && isPartOf(sheet, rows, column, columns.total)],
    ["contract", (column) => share(filled(sheet, rows, column), (text) => parseContract(text).openEnded || findDates(dateText(text, true)).length > 1) >= MOST_OF_A_COLUMN],
    ["certificate", (column) => share(filled(sheet, rows, column), (text) => isCertificate(text) || /专业|培训/.test(text)) >= MOST_OF_A_COLUMN],
    ["remark", (column) => isRemark(sheet, area, rows, column)]
  ];
  for (const [role, fits] of tests) {
    if (columns[role] !== null) continue;
    for (let column = area.left; column <= area.right && columns[role] === null; column++) {
      if (!isTaken(column) && fits(column)) Object.assign(columns, { [role]: column });
    }
  }
  return columns;
}

/** Columns of remarks beside the one that {@link completeByContent} found: who came stands before the months, who left behind them. */
export function otherRemarks(sheet: Sheet, area: HeadArea, columns: Columns): number[] {
  if (columns.remark === null) return [];
  const taken = new Set([...markColumns(area), ...Object.values(columns)]);
  const rows = namedRows(sheet, area, columns.name);
  const others = Array.from({ length: area.right - area.left + 1 }, (_, i) => area.left + i).filter((column) => !taken.has(column));
  return others.filter((column) => {
    const isHead = roleByWords(stackedText(sheet, area, column)) === "remark" && believed(sheet, rows, { ...columns, remark: column }).remark !== null;
    return isHead || speaksOfEvents(filled(sheet, rows, column));
  });
}

/** Words over cells of another kind are not believed: 持证情况 over 持证社工, 小计 over texts, 说明 over numbers. */
function believed(sheet: Sheet, rows: readonly number[], byWords: Columns): Columns {
  const isNumber = (text: string): boolean => /^-?[\d.]+$/.test(text);
  const against: readonly (readonly [Role, (text: string) => boolean])[] = [
    ["certificate", (text) => typeOf(text) !== null && certificateGroup(text) !== null],
    ["total", (text) => !/\d/.test(text)],
    ["remark", isNumber], ["position", isNumber]
  ];
  const columns = { ...byWords };
  // 持证类别 over 中级社会工作师 and 非持证: the certificates themselves.
  const types = columns.type === null ? [] : filled(sheet, rows, columns.type);
  if (columns.certificate === null && types.some(isCertificate) && share(types, (text) => isCertificate(text) || typeOf(text) === "uncertified") >= NEARLY_ALL && !types.some((text) => typeOf(text) === "certified")) {
    Object.assign(columns, { certificate: columns.type, type: null });
  }
  for (const [role, other] of against) {
    const column = columns[role];
    if (column !== null && share(filled(sheet, rows, column), other) >= NEARLY_ALL) Object.assign(columns, { [role]: null });
  }
  return columns;
}

function filled(sheet: Sheet, rows: readonly number[], column: number): string[] {
  return rows.map((row) => headText(sheet, row, column)).filter((text) => text !== "");
}

/** The share of the texts that pass; none of none. */
function share(texts: readonly string[], test: (text: string) => boolean): number {
  return texts.length < FEWEST_ROWS ? 0 : texts.filter(test).length / texts.length;
}

function holdsDates(sheet: Sheet, rows: readonly number[], column: number): boolean {
  const cells = rows.map((row) => shownCell(sheet, row, column)).filter((cell) => cell !== undefined && cell.value !== null && cell.text.trim() !== "");
  const dates = cells.filter((cell) => (typeof cell!.value === "number" ? isDateFormat(cell!.format) : findDates(dateText(cell!.text)).length > 0));
  // 在职 beside the one who left: a word that stands for all others is none of their own.
  const others = new Set(cells.filter((cell) => !dates.includes(cell)).map((cell) => cell!.text.trim()));
  return dates.length > 0 && (dates.length >= cells.length * 0.5 || others.size === 1);
}

/** 1, 2, 3 … of which a few may be missing. */
function isSeries(sheet: Sheet, rows: readonly number[], column: number): boolean {
  const numbers = filled(sheet, rows, column).map(Number);
  if (numbers.length < rows.length * NEARLY_ALL || numbers.some((number) => !Number.isInteger(number)) || numbers[0] !== 1) return false;
  const steps = numbers.slice(1).filter((number, i) => number === numbers[i]! + 1).length;
  return steps >= (numbers.length - 1) * MOST_OF_A_COLUMN && numbers.length > FEWEST_ROWS;
}

/** How many months of a row have nothing but the roster's usual mark; of numbers, their sum. */
function fullMonths(sheet: Sheet, { months }: HeadArea, row: number): number {
  const values = months.map((month) => month.columns.map(({ column, line }) => shownCell(sheet, row + line, column)?.value ?? null));
  if (values.flat().every((value) => value === null || typeof value === "number")) return values.reduce((sum, marks) => sum + Math.min(...marks.map(Number)), 0);
  return values.filter((marks) => marks.every((value) => value !== null && value !== "" && value !== false && !/^(?:[-—–－×✗xX/\\○0]+|缺.?|无|否|N|n|离职|未.*)$/.test(String(value)))).length;
}

/** Does a column count, person by person, the marks of these months? */
export function isTotalOf(sheet: Sheet, rows: readonly number[], column: number, area: HeadArea): boolean {
  return isTotal(sheet, rows, column, markColumns(area), (row) => fullMonths(sheet, area, row));
}

/** Numbers that count the row's months, or formulas that read its marks. */
function isTotal(sheet: Sheet, rows: readonly number[], column: number, marks: ReadonlySet<number>, monthsOf: (row: number) => number): boolean {
  const cells = rows.map((row) => ({ row, cell: shownCell(sheet, row, column) }));
  const formulas = cells.filter(({ row, cell }) => cell?.formula && readsOwnMarks(cell.formula, row, marks)).length;
  if (formulas >= rows.length * MOST_OF_A_COLUMN) return true;
  const numbers = cells.filter(({ cell }) => typeof cell?.value === "number" && !isDateFormat(cell.format));
  // Half a month less for a day of joining or leaving.
  const agree = numbers.filter(({ row, cell }) => [0, 0.5, 1].includes(monthsOf(row) - (cell!.value as number)));
  return numbers.length >= rows.length * NEARLY_ALL && agree.length >= rows.length * MOST_OF_A_COLUMN;
}

/** In every row 0 or the number of the other column, and both occur. */
function isPartOf(sheet: Sheet, rows: readonly number[], column: number, whole: number): boolean {
  const pairs = rows.map((row) => [shownCell(sheet, row, column)?.value ?? null, shownCell(sheet, row, whole)?.value ?? null] as const);
  const none = pairs.filter(([own, all]) => own === 0 && all !== 0).length;
  const same = pairs.filter(([own, all]) => own !== 0 && own === all).length;
  return none > 0 && same > 0 && pairs.every(([own, all]) => own === 0 || own === all);
}

/** Texts, mostly blank, under a head of explaining; or texts that speak of joining and leaving on a day. */
function isRemark(sheet: Sheet, area: HeadArea, rows: readonly number[], column: number): boolean {
  const texts = filled(sheet, rows, column);
  if (speaksOfEvents(texts)) return true;
  const marks = [...markColumns(area)];
  return REMARK.test(stackedText(sheet, area, column)) && texts.every((text) => !/^[\d.]+$/.test(text)) && (column > Math.max(...marks) || texts.length < rows.length * 0.5);
}

function speaksOfEvents(texts: readonly string[]): boolean {
  const dated = texts.filter((text) => /入职|离职|转入|转出|解除|调/.test(text) && findDates(dateText(text), true).length > 0).length;
  return dated > 0 && dated * 2 >= texts.length;
}

/** How far the heads go on left and right of the columns that are surely the roster's: to a column without anything, or to heads of indicators. */
export function ownColumns(
  sheet: Sheet, area: { top: number; bottom: number; left: number; right: number }, months: readonly HeadMonth[], nameColumn: number
): { left: number; right: number } {
  const sure = [nameColumn, ...markColumns({ months })];
  const body = markedRows(sheet, { bottom: area.bottom, months });
  const rows = Array.from({ length: area.bottom - area.top + 1 }, (_, i) => area.top + i);
  const roles = (column: number): (string | null)[] => rows.map((row) => indicatorRole(headText(sheet, row, column)));
  const empty = (column: number): boolean => rows.every((row) => headText(sheet, row, column) === "");
  // One word such as 累计 makes no indicator; target and done beside each other do.
  const foreign = (column: number, step: number): boolean => {
    const own = roles(column).find((role) => role !== null) ?? null;
    return own !== null && [column - step, column + step].some((beside) => beside > 0 && !sure.includes(beside) && roles(beside).some((role) => role !== null && role !== own));
  };
  const walk = (from: number, step: 1 | -1, limit: number): number => {
    let column = from;
    for (let next = column + step; step > 0 ? next <= limit : next >= limit; next += step) {
      // One empty column may stand before a head that only a roster has.
      if (empty(next)) {
        // A head that was left blank over cells in most rows.
        if (body.length >= FEWEST_ROWS && filled(sheet, body, next).length >= body.length * MOST_OF_A_COLUMN) {
          column = next;
          continue;
        }
        const beyond = next + step;
        const role = (step > 0 ? beyond <= limit : beyond >= limit) ? roleByWords(stackedText(sheet, area, beyond)) : null;
        if (role === null || role === "name" || role === "no" || foreign(beyond, step)) break;
        continue;
      }
      if (foreign(next, step)) break;
      column = next;
    }
    return column;
  };
  return { left: walk(Math.min(...sure), -1, area.left), right: walk(Math.max(...sure), 1, area.right) };
}
