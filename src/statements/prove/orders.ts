import { say } from "../../messages";
import type { GridColumn, GridRow } from "../text/grids";
import type { Line } from "../text/lines";
import { placeOf } from "../text/measures";
import type { FoundGrid, Mention } from "../read/vocabulary";
import { shown, witnessOf } from "./quantities";
import type { Reader } from "./reader";
import { agrees, contradicts, type Proof } from "./statement";

/** 完成率由高到低依次为A、B、C; 排名前三位的指标依次为A、B、C. */
const ORDER = /(由高到低|从高到低|由多到少|从多到少|由大到小|由低到高|从低到高|由少到多|从少到多|(?:排名|排在|居)前[一二三四五六七八九十\d]+[位名])[^，。；：]{0,10}(?:为|是)：?/gu;
const RISING = /低到高|少到多/u;

/** Names that are said to stand in the order of their numbers. */
export function proveOrders(reader: Reader): Proof[] {
  return reader.lines.flatMap((line) => (line.isNote ? [] : [...line.text.matchAll(ORDER)].flatMap((match) => orderOf(line, match, reader))));
}

function orderOf(line: Line, match: RegExpExecArray | RegExpMatchArray, reader: Reader): Proof[] {
  const at = match.index!;
  const from = at + match[0].length;
  const clause = Math.max(...["。", "，", "；", "："].map((mark) => line.text.lastIndexOf(mark, at - 1) + 1));
  const mentions = reader.mentionsOf(line);
  const list = listFrom(from, line, mentions);
  if (list.length < 2) return [];
  const columns = mentions.filter(({ start, end, columns: own }) => start >= clause && end <= at + match[0].length && own.length > 0).flatMap((mention) => mention.columns);
  const options = columns.flatMap(({ found, column }) => {
    const rows = list.map(({ rows: own }) => own.filter((one) => one.found === found && one.rows.length === 1 && one.rows[0]!.cells.has(column.column)));
    return rows.every((own) => own.length === 1) ? [{ found, column, rows: rows.map(([own]) => own!.rows[0]!) }] : [];
  });
  if (options.length === 0) return [];
  const isRising = RISING.test(match[1]!);
  const right = options.find((one) => isOrdered(one, isRising, match[1]!.includes("前")));
  const { found, column, rows } = right ?? options[0]!;
  const place = placeOf(line, { start: from, end: list.at(-1)!.end });
  const told = { kind: "ordered", subject: column.head, place, witnesses: rows.map((row) => witnessOf(row.cells.get(column.column)!, found)) };
  if (right) return [agrees([], told)];
  const sorted = (match[1]!.includes("前") ? found.grid.rows.filter(({ cells }) => cells.has(column.column)) : rows).slice().sort((a, b) => (isRising ? 1 : -1) * (valueIn(a, column) - valueIn(b, column))).slice(0, rows.length);
  return [contradicts([], told, { rule: "report-claim", severity: "warning", actual: place.quote, expected: sorted.map((row) => row.labels.at(-1)!).join("、"), message: say("statement-ordered", { written: place.quote, right: sorted.map((row) => `${row.labels.at(-1)!}（${shown(row.cells.get(column.column)!)}）`).join("、") }) })];
}

/** The names of rows that follow each other from a place on. */
export function listFrom(from: number, line: Line, mentions: readonly Mention[]): Mention[] {
  const list: Mention[] = [];
  let at = from;
  for (const mention of mentions) {
    if (mention.start < at || mention.rows.length === 0) continue;
    if (!(list.length === 0 ? mention.start === from : /^(?:（[^）]*）)?[、和及与，]$/u.test(line.text.slice(at, mention.start)))) break;
    list.push(mention);
    at = mention.end;
  }
  return list;
}

function valueIn(row: GridRow, column: GridColumn): number {
  return row.cells.get(column.column)!.value;
}

function isOrdered({ found, column, rows }: { readonly found: FoundGrid; readonly column: GridColumn; readonly rows: readonly GridRow[] }, isRising: boolean, isTop: boolean): boolean {
  const values = rows.map((row) => valueIn(row, column));
  if (values.some((value, i) => i > 0 && (isRising ? value < values[i - 1]! : value > values[i - 1]!))) return false;
  return !isTop || found.grid.rows.every((row) => rows.includes(row) || !row.cells.has(column.column) || valueIn(row, column) <= values.at(-1)!);
}
