import { say } from "../../messages";
import { numberText } from "../../values/numbers";
import { roleOf } from "../read/roles";
import type { GridColumn, GridRow } from "../text/grids";
import { printed, type Measure, type Range } from "../text/measures";
import { states } from "../text/numbers";
import { scopeOf } from "./indicators";
import { fitsUnit, namedIn, ofCells, totalOf, unitOf, type Named, type Quantity } from "./quantities";
import type { Reader } from "./reader";
import { relationOf } from "./relations";
import { agrees, contradicts, type Proof } from "./statement";

/** Numbers that stand just behind the name of a row or a column, against the cell that the name means. */
export function proveValues(reader: Reader): Proof[] {
  return reader.lines.flatMap((line) => (line.isNote ? [] : reader.measuresOf(line).flatMap((measure) => valueOf(measure, reader))));
}

function valueOf(measure: Measure, reader: Reader): Proof[] {
  const { token } = measure;
  if (token.unit === "" || (token.spelled && token.unit === "项") || relationOf(measure) || (token.unit !== "%" && roleOf(measure) !== "done")) return [];
  const label = labelOf(measure);
  // 接案、结案的完成率分别为: of several things, in order.
  if (/分别|依次/u.test(measure.line.text.slice(label.start, label.end))) return [];
  // 电访、探访合计1020次: of both.
  if (/[、和与及]/u.test(measure.line.text[label.start - 1] ?? "") && /合计|共计|总计|一共|共$/u.test(measure.line.text.slice(label.start, label.end))) return [];
  const named = namedIn(measure.line, label.start, label.end, reader);
  if (named.length === 0) return [];
  const meant = named.map((one) => inUnit(one, token.unit)).flatMap((one) => cellsOf(one, label, measure, reader)).map((one) => ({ ...one, quantity: inUnitOf(token, one.quantity) })).filter(({ quantity }) => fitsUnit(quantity.unit, token.unit) && quantity.isPercent === (token.unit === "%"));
  const told = { kind: "value", subject: measure.before.slice(-12) };
  const counted = "名位人".includes(token.unit) ? named.find(({ rows }) => rows !== null && rows.length > 1 && rows.length === token.value) : undefined;
  if (counted) return [agrees([measure], told)];
  const right = meant.find(({ quantity }) => states(token, quantity.value));
  if (right) return [agrees([measure], { ...told, witnesses: right.quantity.witnesses })];
  const sure = meant.filter(({ isSure }) => isSure);
  if (sure.length === 0 || token.bound !== "exact" || new Set(sure.map(({ quantity }) => quantity.value)).size > 1) return [];
  const { quantity } = sure[0]!;
  return [contradicts([measure], { ...told, witnesses: quantity.witnesses }, {
    rule: "report-count", severity: "warning", actual: printed(measure), expected: printed(measure).replace(token.text, numberText(quantity.value)), message: say("statement-value", { name: measure.line.text.slice(label.start, label.end), written: printed(measure), right: quantity.text })
  })];
}

/** 小组2个 among 专业小组（个） and 专业小组服务（人次）: the rows that count so. */
function inUnit(named: Named, unit: string): Named {
  const own = named.rows === null || named.rows.length < 2 ? [] : named.rows.filter((row) => named.found.grid.columns.some((column) => row.cells.has(column.column) && unitOf(row, column, named.found) === unit));
  return own.length > 0 ? { ...named, rows: own } : named;
}

const WAN = 10_000;

/** A table in 万元 beside a number that is printed so. */
function inUnitOf({ unit, step, decimals }: Measure["token"], quantity: Quantity): Quantity {
  return unit === "元" && (quantity.unit === "万元" || (quantity.unit === "" && step * 10 ** decimals >= WAN && quantity.value < WAN)) && !quantity.isPercent ? { ...quantity, value: quantity.value * WAN, unit: "元", text: `${quantity.text}万` } : quantity;
}

/** From the last mark to the number. */
function labelOf({ line, token, sentence }: Measure): Range {
  let start = token.start;
  while (start > sentence.start && !/[，；：、（）]/u.test(line.text[start - 1]!)) start--;
  return { start, end: token.start };
}

interface Meant {
  readonly quantity: Quantity;
  readonly isSure: boolean;
}

/** What the other columns of a row make together: meant where none of them is named. */
const WHOLE = /^(?:合计|总计|小计|到岗小计|累计完成|累计)$/u;
const FORMER = /上一?(?:年|个?(?:评估|采购)?周期)|去年|往年|以往/u;

/** The cells that a name means: of its row and column, or of the row or column that the sentence has named before. */
function cellsOf(named: Named, label: Range, measure: Measure, reader: Reader): Meant[] {
  const { found, rows, column, isTotal } = named;
  const { line, sentence } = measure;
  const isOpen = scopeOf(measure, reader) === null && !FORMER.test(line.text.slice(sentence.start, label.start));
  const of = (quantity: Quantity | null, isSure: boolean): Meant[] => (quantity ? [{ quantity, isSure: isSure && isOpen }] : []);
  // 片区主管3名: how many rows have that name, or what they come to.
  if (rows && rows.length > 1 && "名位人".includes(measure.token.unit)) return [];
  if (rows && column) return of(ofCells(found, rows, column), true);
  if (rows) {
    const numbers = found.grid.columns.filter(({ column: at, head }) => rows.every(({ cells }) => cells.has(at)) && !/^(?:序号|编号|排名)$/u.test(head));
    const told = columnsBefore(named, label, measure, reader);
    return numbers.flatMap((one) => of(ofCells(found, rows, one), numbers.length === 1 || (told.length === 1 && told[0] === one) || (told.length === 0 && WHOLE.test(one.head) && numbers.filter(({ head }) => WHOLE.test(head)).length === 1)));
  }
  if (!column) return [];
  const before = rowsBefore(named, label, measure, reader);
  if (before.length === 0) return of(totalOf(found, column), isTotal);
  return [...before.flatMap((own) => of(ofCells(found, own, column), before.length === 1)), ...of(totalOf(found, column), false)];
}

/** 2月：电访98人次，探访76人次: the only column that the sentence has named, before or in its topic. */
function columnsBefore({ found }: Named, label: Range, { line, sentence }: Measure, reader: Reader): readonly GridColumn[] {
  return [...new Set(reader.mentionsOf(line).filter(({ start, end }) => start >= sentence.start && end <= label.start).flatMap(({ columns }) => columns.filter((one) => one.found === found).map(({ column }) => column)))];
}

/** 开案27个（中期14个，下半年13个）: the rows that the sentence has named before. */
function rowsBefore({ found }: Named, label: Range, { line, sentence }: Measure, reader: Reader): readonly (readonly GridRow[])[] {
  return reader.mentionsOf(line).filter(({ start, end }) => start >= sentence.start && end <= label.start).flatMap(({ rows }) => rows.filter((one) => one.found === found).map((one) => one.rows));
}
