import { say } from "../../messages";
import { numberText } from "../../values/numbers";
import type { Axis, Dimension } from "../read/axes";
import { monthOfName } from "../read/places-in-order";
import type { Line } from "../text/lines";
import { printed, type Measure } from "../text/measures";
import { numeralValue } from "../text/numerals";
import { oncePer } from "./once";
import { axesIn, cellOf } from "./axis-cells";
import { coreOf, fitsUnit, unitOf, witnessOf } from "./quantities";
import type { FoundGrid, Reader } from "./reader";
import { agrees, contradicts, type Proof } from "./statement";
import type { Witness } from "../types";

/** A table with its months or quarters in order, and one row or column of it that has a number of each. */
interface Course {
  readonly found: FoundGrid;
  readonly dimension: Dimension;
  readonly values: readonly number[];
  readonly unit: string;
  readonly step: "month" | "quarter";
  readonly witnesses: readonly Witness[];
}

/** 后四个月合计886次; 上半年33个. */
const STRETCH = /(?:(前|头|后|最后|末)([二两三四五六七八九十]|\d{1,2})个(月|季度)|([上下])半年)([^，。；：、\d（）]{0,14})$/u;
const NO_FACT = /计划|目标|拟|将|力争|协议|指标|应|预计|平均|每|均|比|较/u;
const SAID = /合计|累计|共计|总计|共|总|有|为|达|是|完成|新增|跟进|开展|实现|服务|接待|录得|增加/gu;

/** What some months of a table make together: the last four of six, the first half of the year. */
export function proveStretches(reader: Reader): Proof[] {
  return reader.lines.flatMap((line) => (line.isNote || line.area !== null ? [] : reader.measuresOf(line).flatMap((measure) => stretchOf(measure, line, reader))));
}

function stretchOf(measure: Measure, line: Line, reader: Reader): Proof[] {
  const { token, sentence } = measure;
  const stretch = stretchBefore(measure);
  if (!stretch || token.bound !== "exact" || token.unit === "%" || NO_FACT.test(stretch.words) || reader.isElsewhere(measure)) return [];
  const courses = coursesIn(reader).filter(({ unit }) => fitsUnit(unit, token.unit));
  const made = courses.flatMap((course) => {
    const value = sumOf(course, stretch);
    return value === null ? [] : [{ course, value }];
  });
  const right = made.find(({ value }) => value === token.value);
  if (right) return [agrees([measure], { kind: "stretch", subject: "stretch", witnesses: right.course.witnesses })];
  const restOf = (one: Stretch): string => coreOf(unnamed(one, line, reader).replace(SAID, ""));
  // 前三个月新增40名，后三个月新增32名: the one that is right tells what is counted.
  const others = reader.measuresOf(line).filter((one) => one !== measure && one.sentence === sentence && one.token.bound === "exact" && fitsUnit(one.token.unit, token.unit)).flatMap((one) => {
    const own = stretchBefore(one);
    return own ? [{ own, value: one.token.value, rest: restOf(own) }] : [];
  });
  const rest = restOf(stretch);
  const beside = rest !== "" && !others.some((one) => one.rest === rest) ? [] : made.filter(({ course }) => others.some(({ own, value }) => sumOf(course, own) === value));
  const meant = beside.length > 0 ? beside : rest === "" ? made.filter(({ course }) => named(measure, line, reader, sentence.start).some((one) => one(course))) : [];
  const [first] = meant;
  if (!first || meant.some(({ value }) => value !== first.value)) return [];
  const expected = printed(measure).replace(token.text, numberText(first.value));
  return [contradicts([measure], { kind: "stretch", subject: "stretch", witnesses: first.course.witnesses }, { rule: "report-count", severity: "warning", actual: printed(measure), expected, message: say("statement-derived", { written: printed(measure), right: expected }) })];
}

/** The words between without the names of rows and columns. */
function unnamed({ words, start }: Stretch, line: Line, reader: Reader): string {
  return reader.mentionsOf(line).filter((one) => one.start >= start && one.end <= start + words.length).reduceRight((text, one) => text.slice(0, one.start - start) + text.slice(one.end - start), words);
}

interface Stretch {
  readonly side: "first" | "last";
  /** null for half of the year. */
  readonly length: number | null;
  readonly step: "month" | "quarter";
  /** Between it and the number, and where they begin. */
  readonly words: string;
  readonly start: number;
}

function stretchBefore({ line, token, sentence }: Measure): Stretch | null {
  const lead = line.text.slice(sentence.start, token.start);
  const match = STRETCH.exec(lead);
  if (!match) return null;
  const [whole, side, count, step, half, words] = match;
  return {
    side: side === "前" || side === "头" || half === "上" ? "first" : "last", length: count === undefined ? null : /\d/.test(count) ? Number(count) : numeralValue(count),
    step: step === "季度" ? "quarter" : "month", words: words!, start: sentence.start + match.index + whole.length - words!.length
  };
}

function sumOf({ values, step }: Course, stretch: Stretch): number | null {
  // Half of the year is half of the table only where it has the whole year.
  const length = stretch.length ?? (values.length === (step === "month" ? 12 : 4) ? values.length / 2 : null);
  if (length === null || (stretch.length !== null && stretch.step !== step) || length >= values.length) return null;
  const own = stretch.side === "first" ? values.slice(0, length) : values.slice(-length);
  return Number(own.reduce((sum, value) => sum + value, 0).toPrecision(12));
}

/** Tells which rows or columns the sentence names, the last of them only. */
function named({ token, behind }: Measure, line: Line, reader: Reader, from: number): ((course: Course) => boolean)[] {
  const own = reader.mentionsOf(line).filter(({ start, end, name }) => start >= from && end <= token.end + behind.length && !isTime(name));
  const last = own.at(-1);
  return last ? [({ found, dimension }) => (dimension.of === "row" ? last.rows.some((one) => one.found === found && one.rows.includes(dimension.row)) : dimension.of === "column" && last.columns.some((one) => one.found === found && one.column === dimension.column))] : [];
}

function isTime(name: string): boolean {
  return orderOf(name) !== null || /半年|季度|全年/u.test(name);
}

/** 7月 → 7, 第一季度 → 1 of quarters. */
function orderOf(name: string): { readonly step: Course["step"]; readonly value: number } | null {
  const month = monthOfName(name);
  if (month !== null) return { step: "month", value: month };
  const quarter = /^(?:第)?([一二三四])季度$/u.exec(name)?.[1];
  return quarter === undefined ? null : { step: "quarter", value: "一二三四".indexOf(quarter) + 1 };
}

const FEWEST = 4;

const coursesIn = oncePer((reader: Reader): readonly Course[] => axesIn(reader).flatMap(coursesOf));

function coursesOf({ found, items, dimensions }: Axis): Course[] {
  // Columns and rows that are added up of others have no place of their own.
  const timed = items.filter(({ column, rows }) => (column ? column.column > 0 : rows.every(({ isSum }) => !isSum))).flatMap((item) => {
    const order = item.names.map(orderOf).find((one) => one !== null);
    return order ? [{ item, order }] : [];
  });
  const step = timed[0]?.order.step;
  if (step === undefined || timed.length < FEWEST || timed.some(({ order }) => order.step !== step) || (step === "quarter" && timed.length !== 4)) return [];
  return dimensions.flatMap((dimension): Course[] => {
    const cells = timed.map(({ item }) => cellOf(item, dimension));
    if (cells.some((cell) => cell === undefined || cell.isPercent)) return [];
    const [first] = timed;
    const unit = dimension.of === "row" ? unitOf(dimension.row, first!.item.column!, found) : dimension.of === "column" ? unitOf(first!.item.rows[0]!, dimension.column, found) : "";
    return [{ found, dimension, step, unit, values: cells.map((cell) => cell!.value), witnesses: cells.slice(0, 4).map((cell) => witnessOf(cell!, found)) }];
  });
}
