import { say } from "../../messages";
import { placeOf, printed, type Measure } from "../text/measures";
import type { Line } from "../text/lines";
import type { GridColumn, GridRow } from "../text/grids";
import { witnessOf } from "./quantities";
import type { Mention } from "../read/vocabulary";
import type { FoundGrid, Reader } from "./reader";
import { agrees, contradicts, sentenceWitness, type Proof } from "./statement";

/** What says that the numbers behind it fall or rise. */
const ORDERED = /(?:由|从)(高到低|多到少|大到小|低到高|少到多|小到大)[^，。；：\d]{0,10}(?:为|是)?[：，]?|(?:其后|随后|其次|之后|紧随其后的)(?:的)?依次(?:为|是)：?/gu;
const RISING = /低到高|少到多|小到大/u;
const LONGEST_NAME = 16;

/** Lists that are said to fall or rise, with numbers that do not: 由高到低：A 17.40分、B 17.70分; and names set in order by a sign: A＞B＞C. */
export function proveSequences(reader: Reader): Proof[] {
  return reader.lines.flatMap((line) => (line.isNote ? [] : [...[...line.text.matchAll(ORDERED)].flatMap((match) => sequenceAt(line, match, reader.measuresOf(line))), ...signs(line, reader)]));
}

function sequenceAt(line: Line, match: RegExpExecArray | RegExpMatchArray, measures: readonly Measure[]): Proof[] {
  const from = match.index! + match[0].length;
  const list: Measure[] = [];
  let end = from;
  for (const measure of measures) {
    if (measure.token.start < from) continue;
    const gap = line.text.slice(end, measure.token.start);
    if (gap.length > LONGEST_NAME || /[。；]/u.test(gap) || (list.length > 0 && (!/^）?[、，和及]/u.test(gap) || measure.token.unit !== list[0]!.token.unit))) break;
    list.push(measure);
    end = measure.token.end;
  }
  if (list.length < 2 || list.some(({ token }) => token.bound !== "exact")) return [];
  const lead = line.text.slice(Math.max(0, line.text.lastIndexOf("。", match.index!) + 1), match.index);
  if (match[1] === undefined && /最/u.test(lead) === false) return [];
  const isRising = RISING.test(match[1] ?? "") || (match[1] === undefined && /最(?:低|少|小)/u.test(lead));
  const odd = list.findIndex(({ token }, i) => i > 0 && (isRising ? token.value < list[i - 1]!.token.value : token.value > list[i - 1]!.token.value));
  const place = placeOf(line, { start: from, end });
  if (odd < 0) return [agrees([], { kind: "ordered", subject: "sequence", place })];
  const [a, b] = [list[odd - 1]!, list[odd]!];
  return [contradicts([], { kind: "ordered", subject: "sequence", place: placeOf(line, { start: a.token.start - a.before.length, end: b.token.end }), witnesses: list.map(sentenceWitness) }, {
    rule: "report-claim", severity: "warning", actual: place.quote, expected: "", message: say("statement-sequence", { written: match[0].replace(/[：，]$/u, ""), first: printed(a), second: printed(b) })
  })];
}

/** 电访量：北片区＞东片区＞西片区, by the column that the clause names. */
function signs(line: Line, reader: Reader): Proof[] {
  if (!/[一-鿿][>＞][一-鿿]/u.test(line.text)) return [];
  const mentions = reader.mentionsOf(line);
  const found: Proof[] = [];
  for (let i = 0; i < mentions.length; i++) {
    const list = [mentions[i]!];
    while (i + 1 < mentions.length && /^[>＞]$/u.test(line.text.slice(list.at(-1)!.end, mentions[i + 1]!.start))) list.push(mentions[++i]!);
    if (list.length >= 2) found.push(...chain(list, mentions.filter(({ end }) => end <= list[0]!.start), line));
  }
  return found;
}

function chain(list: readonly Mention[], before: readonly Mention[], line: Line): Proof[] {
  const column = before.filter(({ columns }) => columns.length > 0).at(-1);
  if (!column) return [];
  const options = column.columns.flatMap(({ found, column: own }) => {
    const rows = list.map(({ rows: all }) => all.filter((one) => one.found === found && one.rows.length === 1 && one.rows[0]!.cells.has(own.column)));
    return rows.every((one) => one.length === 1) ? [{ found, own, rows: rows.map(([one]) => one!.rows[0]!) }] : [];
  });
  const [first] = options;
  if (!first) return [];
  const falls = ({ rows, own }: { readonly rows: readonly GridRow[]; readonly own: GridColumn }): boolean => rows.every((row, i) => i === 0 || valueIn(row, own) <= valueIn(rows[i - 1]!, own));
  const place = placeOf(line, { start: list[0]!.start, end: list.at(-1)!.end });
  const told = { kind: "ordered", subject: first.own.head, place, witnesses: first.rows.map((row) => witnessIn(row, first.own, first.found)) };
  if (options.some(falls)) return [agrees([], told)];
  const right = [...first.rows].sort((a, b) => valueIn(b, first.own) - valueIn(a, first.own)).map((row) => `${row.labels[0]!}（${valueIn(row, first.own)}）`).join("＞");
  return [contradicts([], told, { rule: "report-claim", severity: "warning", actual: place.quote, expected: right, message: say("statement-ordered", { written: place.quote, right }) })];
}

function valueIn(row: GridRow, column: GridColumn): number {
  return row.cells.get(column.column)!.value;
}

function witnessIn(row: GridRow, column: GridColumn, found: FoundGrid): ReturnType<typeof witnessOf> {
  return witnessOf(row.cells.get(column.column)!, found);
}
