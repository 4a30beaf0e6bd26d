import type { GridColumn, GridRow } from "../text/grids";
import type { Line } from "../text/lines";
import type { Measure, Range } from "../text/measures";
import { isDifference } from "../read/derivations";
import type { FoundGrid } from "../read/vocabulary";
import { anchorsOf, coreOf, fitsUnit, namedIn, ofCells, ofMeasure, TARGET_HEAD, totalOf, type Named, type Quantity } from "./quantities";
import type { Reader } from "./reader";
import { scopeOf } from "./indicators";
import { relationOf, type Relation } from "./relations";

/** Two numbers that a relation may mean. */
export interface Pair {
  readonly part: Quantity;
  readonly base: Quantity;
  /** Its words name both; otherwise the pair may only explain the number, not contradict it. */
  readonly isSure: boolean;
}

/** What the relation's words may mean, the likeliest first. */
export function meantBy(relation: Relation, reader: Reader): Pair[] {
  const { measure, kind, base } = relation;
  const needed = kind === "difference" ? (measure.token.unit === "个百分点" ? "%" : measure.token.unit) : "";
  const pairs = base.start === base.end ? ofWhole(relation, reader) : inside(relation, reader) ?? [...byText(relation, reader), ...besideNumber(relation, reader), ...byNames(relation, reader)];
  return pairs.map(scaled).filter(({ part, base: other }) => part.isPercent === other.isPercent && (needed === "" || [part, other].every(({ unit }) => fitsUnit(unit, needed))) && (kind === "multiple" || fitsUnit(part.unit, other.unit)) && other.value !== 0);
}

const WAN = 10_000;

/** A table in 万元 beside a number in 元, where only that brings them near to each other. */
function scaled(pair: Pair): Pair {
  const { part, base } = pair;
  const inWan = (a: Quantity, b: Quantity): Quantity => (b.unit === "元" && !a.isPercent && (a.unit === "万元" || (a.unit === "" && a.value !== 0 && b.value / a.value > 1000)) ? { ...a, unit: "元", value: a.value * WAN, text: `${a.text}万` } : a);
  return { ...pair, part: inWan(part, base), base: inWan(base, part) };
}

/** 较上一季度的 2045 人次增长: the base stands in the words; null where it does not. */
function inside(relation: Relation, reader: Reader): Pair[] | null {
  const { base, measure } = relation;
  const given = reader.measuresOf(measure.line).filter(({ token }) => token.start >= base.start && token.end <= base.end);
  if (given.length === 0) return null;
  const part = numberBefore(relation, reader);
  return given.length === 1 && part && given[0]!.token.bound === "exact" && fitsUnit(part.token.unit, given[0]!.token.unit) ? [{ part: ofMeasure(part), base: ofMeasure(given[0]!), isSure: hasNoWords(relation) }] : [];
}

function hasNoWords({ subject, measure: { line } }: Relation): boolean {
  return coreOf(line.text.slice(subject.start, subject.end)) === "";
}

/** 比优秀的90分差1.10分: what something else was compared with. */
const COMPARED = /[比较距离][^，。；]*$/u;

/** The number that the sentence goes on from: the nearest before the relation that counts something, no rate and no difference. */
function numberBefore({ measure, subject }: Relation, reader: Reader): Measure | null {
  const before = reader.measuresOf(measure.line).filter((one) => one.sentence === measure.sentence && one.token.end <= subject.end && (!one.bracketed || measure.bracketed) && !/[中里]$/u.test(one.behind) && !/净[增减](?:了)?$/u.test(one.before) && one.token.unit !== "倍" && !COMPARED.test(measure.line.text.slice(one.sentence.start, one.token.start)) && (one.token.unit !== "%" || measure.token.unit === "个百分点") && !(one.token.unit !== "%" && (relationOf(one) !== null || isDifference(one))));
  const last = before.filter((one) => !/均|每/u.test(one.before)).at(-1) ?? before.at(-1);
  return last && last.token.bound === "exact" ? last : null;
}

/** A number of the text beside which the base names another cell of its row or column: 其中东片区电访 455 次，比西片区多 17 次. */
function besideNumber(relation: Relation, reader: Reader): Pair[] {
  const { base, measure: { line }, kind } = relation;
  const number = hasNoWords(relation) ? numberBefore(relation, reader) : null;
  if (!number) return [];
  const bases = namedIn(line, base.start, base.end, reader);
  const anchors = anchorsOf(number, reader);
  const beside = bases.flatMap((named) => anchors.flatMap((anchor) => besides(named, anchor)));
  const areas = anchors.flatMap((anchor) => besideArea(line.text.slice(base.start, base.end), anchor, reader));
  const totals = kind === "share" ? bases.flatMap(({ found, rows, column, isTotal }) => (isTotal && column && rows === null ? totalOf(found, column) ?? [] : [])) : [];
  return [...beside, ...areas, ...totals].map((other) => ({ part: ofMeasure(number), base: other, isSure: true }));
}

/** 片区2入户探访203人次，比片区1多14人次: the same of the other area. */
function besideArea(words: string, { cell }: Quantity, { areaWords }: Reader): Quantity[] {
  const [named, more] = areaWords.all(words);
  if (!named || more || !cell || coreOf(words.slice(0, named.start) + words.slice(named.end)) !== "") return [];
  const isOther = (label: string): boolean => cell.row.labels.some((own) => {
    const [mine] = areaWords.all(own);
    const [its] = areaWords.all(label);
    return mine !== undefined && its !== undefined && its.area.name === named.area.name && mine.area.name !== named.area.name && label.slice(its.end) === own.slice(mine.end);
  });
  const row = cell.found.grid.rows.find(({ labels }) => labels.some(isOther));
  const quantity = row && ofCells(cell.found, [row], cell.column);
  return quantity ? [quantity] : [];
}

/** The cell that names mean beside another: what they leave open is as there. */
function besides({ found, rows, column, isTotal }: Named, { cell }: Quantity): Quantity[] {
  if (!cell || cell.found !== found) return [];
  const own = column ?? cell.column;
  const quantity = rows ? ofCells(found, rows, own) : isTotal ? totalOf(found, own) : column && column !== cell.column ? ofCells(found, [cell.row], column) : null;
  return quantity ? [quantity] : [];
}

/** Both named by rows or columns of one table: 2024年比2022年, 南站点是西站点的. */
function byNames(relation: Relation, reader: Reader): Pair[] {
  const { subject, base, measure } = relation;
  const { line } = measure;
  const subjects = namedIn(line, subject.start, subject.end, reader);
  return namedIn(line, base.start, base.end, reader).flatMap((other) => subjects.filter(({ found }) => found === other.found).flatMap((one) => together(one, other, relation, reader)));
}

function together(one: Named, other: Named, { measure, subject }: Relation, reader: Reader): Pair[] {
  const { found } = one;
  const { line } = measure;
  const isOpen = !one.rows && !other.rows && !one.isTotal && !other.isTotal;
  const rows = isOpen ? rowsInSight(line, subject.end, found, reader) : [{ row: null, isNear: true }];
  const columns = one.column || other.column ? [{ column: one.column ?? other.column!, isNear: true }] : columnsInSight(line, subject.end, found, measure, reader);
  const of = (named: Named, beside: Named, row: GridRow | null, column: GridColumn): Quantity | null => {
    const own = named.column ?? column;
    if (named.isTotal && !named.rows) return totalOf(found, own);
    const of = named.rows ?? beside.rows ?? (row ? [row] : null);
    return of && ofCells(found, of, own);
  };
  return rows.flatMap(({ row, isNear }) => columns.flatMap(({ column, isNear: isColumn }) => {
    const [part, base] = [of(one, other, row, column), of(other, one, row, other.column ?? column)];
    return part && base && !(part.cell && part.cell.row === base.cell?.row && part.cell.column === base.cell.column) ? [{ part, base, isSure: isNear && isColumn }] : [];
  }));
}

/** The rows that a sentence speaks of: those it named before, the last first; then, to explain only, all others. */
function rowsInSight(line: Line, end: number, found: FoundGrid, reader: Reader): { readonly row: GridRow; readonly isNear: boolean }[] {
  const near = reader.mentionsOf(line).filter((mention) => mention.end <= end).flatMap(({ rows }) => rows.filter((one) => one.found === found && one.rows.length === 1).map(({ rows: [row] }) => row!)).reverse();
  const last = near[0] ?? topicIn(line, found, reader);
  return [...(last ? [{ row: last, isNear: true }] : []), ...(near.length > 0 ? near.slice(1) : found.grid.rows).map((row) => ({ row, isNear: false }))];
}

/** The row that the lines before it were about. */
function topicIn(line: Line, found: FoundGrid, reader: Reader): GridRow | null {
  const index = reader.lines.indexOf(line);
  for (const before of reader.lines.slice(Math.max(0, index - 2), index).reverse()) {
    const [first] = reader.mentionsOf(before).flatMap(({ rows }) => rows.filter((one) => one.found === found && one.rows.length === 1));
    if (first) return first.rows[0]!;
  }
  return null;
}

function columnsInSight(line: Line, end: number, found: FoundGrid, measure: Measure, reader: Reader): { readonly column: GridColumn; readonly isNear: boolean }[] {
  const near = reader.mentionsOf(line).filter((mention) => mention.end <= end && mention.start >= measure.sentence.start).flatMap(({ columns }) => columns.filter((one) => one.found === found).map(({ column }) => column)).reverse();
  const numbers = found.grid.columns.filter(({ column }) => found.grid.rows.some(({ cells }) => cells.has(column)));
  const only = numbers.length === 1 ? numbers : [];
  return [...new Set([...near, ...only])].map((column, i) => ({ column, isNear: i === 0 })).concat(numbers.map((column) => ({ column, isNear: false })));
}

/** Both by numbers that the text gives under these words: 上期 1186 人次，本期 1442 人次，本期比上期增长. */
function byText(relation: Relation, reader: Reader): Pair[] {
  const { subject, base, measure } = relation;
  const { line } = measure;
  const subjects = hasNoWords(relation) ? [numberBefore(relation, reader)].filter((one) => one !== null) : told(line, subject, measure, reader);
  return subjects.flatMap((part) => told(line, base, measure, reader).filter((other) => other !== part && other.token.unit === part.token.unit).map((other) => ({ part: ofMeasure(part), base: ofMeasure(other), isSure: true })));
}

const TOPIC = /^(?:[●■◆▲·•]|\d{1,2}[.、．])*[^，。；：]{2,14}：/u;
const WHOLE = /全站|全街|全镇|总(?!体)|全部|合计/u;

/** The numbers before a relation, in its line or the two before it, that stand under the same words, the nearest first: 社会组织认领 25 个 for 社会组织. */
function told(line: Line, range: Range, measure: Measure, reader: Reader): Measure[] {
  const words = coreOf(line.text.slice(range.start, range.end));
  // 个案与小组总数: of several things.
  if (words.length < 2 || /[和与及、]/u.test(words)) return [];
  const index = reader.lines.indexOf(line);
  // 志愿者骨干：末期21人，较中期增加12人: a line about one thing, as the lines before it are about others.
  const isOfOne = TOPIC.test(line.text);
  const before = reader.lines.slice(Math.max(0, index - 2), index).filter(({ headings, isNote, text }) => !isNote && headings.at(-1) === line.headings.at(-1) && !(isOfOne && TOPIC.test(text))).flatMap((one) => reader.measuresOf(one));
  const scope = WHOLE.test(line.text.slice(range.start, range.end)) ? null : scopeOf(measure, reader)?.name ?? null;
  const own = reader.measuresOf(line).filter((one) => one.token.end <= Math.min(range.start, measure.token.start));
  return [...before, ...own].filter((one) => one.token.bound === "exact" && one.token.unit !== "" && relationOf(one) === null && (scopeOf(one, reader)?.name ?? null) === scope && isUnder(words, one)).reverse();
}

/** Do the words name the number? 全年结案 for 全年开案 45 个、结案 31 个, too. */
function isUnder(words: string, { line, token, sentence, before }: Measure): boolean {
  const label = coreOf(line.text.slice(itemStart(line, token.start, sentence.start), token.start));
  // 非持证社工 for 持证社工.
  if (label === words || (label.endsWith(words) && !/[非未不无]$/u.test(label.slice(0, -words.length))) || label.startsWith(words)) return true;
  const last = coreOf(before);
  return last.length >= 2 && words.endsWith(last) && line.text.slice(sentence.start, token.start).includes(words.slice(0, -last.length));
}

function itemStart(line: Line, before: number, least: number): number {
  let start = before;
  while (start > least && !/[，；：、（）]/u.test(line.text[start - 1]!)) start--;
  return start;
}

/** 占 20%: of the whole of which it was told to be a part (共…，其中…), or of what the sentence took shares before. */
function ofWhole(relation: Relation, reader: Reader): Pair[] {
  const { measure } = relation;
  // 持证社工占比76.19%: what the words name, not what stands last.
  const part = relation.kind !== "share" || hasNoWords(relation) ? numberBefore(relation, reader) : told(measure.line, relation.subject, measure, reader)[0] ?? null;
  if (!part) return [];
  if (relation.kind !== "share") return anchorsOf(part, reader).flatMap(({ cell }) => besideCell(part, cell, relation));
  const all = reader.measuresOf(measure.line);
  const former = all.filter((one) => one.sentence === measure.sentence && one.token.end < part.token.start && one.token.unit === "%" && !measure.line.text.slice(one.token.end, part.token.start).includes("其中")).map(relationOf).filter((one) => one?.kind === "share" && one.base.start < one.base.end).at(-1);
  if (former) return meantBy({ ...relation, base: former.base, subject: { start: relation.subject.end, end: relation.subject.end } }, reader);
  const lead = measure.line.text.slice(measure.sentence.start, part.token.start);
  // 二十一名社工里，持证者十六名，占…
  const among = /\d?[一-鿿]{1,10}[里中](?=，[^，；]*$)/u.exec(lead);
  const opening = lead.includes("其中") ? lead.lastIndexOf("其中") : among ? among.index + among[0].length : -1;
  const wholes = opening < 0 ? [] : all.filter((one) => one.sentence === measure.sentence && one.token.end <= measure.sentence.start + opening && one.token.unit === part.token.unit && one.token.bound === "exact" && !/均|每/u.test(one.before) && relationOf(one) === null && !/(?:占|比|较)[^，。；]*$/u.test(measure.line.text.slice(measure.sentence.start, one.token.start)));
  const anchored = anchorsOf(part, reader).flatMap(({ cell }) => (cell ? totalOf(cell.found, cell.column) ?? [] : []));
  return [...wholes.reverse().map((whole, i) => ({ part: ofMeasure(part), base: ofMeasure(whole), isSure: i === 0 })), ...anchored.map((base) => ({ part: ofMeasure(part), base, isSure: false }))];
}

/** 志愿服务时数5328小时，同比增长11.00%: beside the same of the year before; 探访1968个，缺口132个: beside its target. */
function besideCell(part: Measure, cell: Quantity["cell"], { kind }: Relation): Pair[] {
  if (!cell) return [];
  const head = kind === "growth" ? /^(?:上一?年度?|去年)/u : TARGET_HEAD;
  const own = kind === "growth" ? /^(?:本年度?|今年)/u : /完成|累计|合计|实际/u;
  const columns = cell.found.grid.columns.filter((column) => head.test(column.head) && (column.group === cell.column.group));
  const base = columns.length === 1 && own.test(cell.column.head) ? ofCells(cell.found, [cell.row], columns[0]!) : null;
  return base ? [{ part: ofMeasure(part), base, isSure: true }] : [];
}
