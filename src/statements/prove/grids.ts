import { say } from "../../messages";
import { numberText } from "../../values/numbers";
import type { Line } from "../text/lines";
import type { GridCell, GridRow } from "../text/grids";
import { placeOf, printed } from "../text/measures";
import type { Witness } from "../types";
import type { FoundGrid, Reader } from "./reader";
import { agrees, cellWitness, contradicts, type Proof } from "./statement";

const SUPERLATIVE = /最(高|低|大|小|多|少)/gu;
/** What may stand between 最高 and the name: 最高的科目是, 最低的为. */
const LEAD = /^(?:的)?[一-鿿]{0,5}?(?:是|为)/u;
const LONGEST_CLAUSE = 24;

/** What sentences say of the rows of any table: which has the most of a column, and how many lie above a number. */
export function proveGrids(reader: Reader): Proof[] {
  if (reader.grids.length === 0) return [];
  return reader.lines.flatMap((line) => (line.isNote ? [] : [...superlatives(line, reader), ...thresholds(line, reader)]));
}

/** A column of a table with its rows that have a number there. */
interface Column {
  readonly found: FoundGrid;
  readonly head: string;
  /** How much of the words' end names it. */
  readonly length: number;
  readonly rows: readonly (readonly [GridRow, GridCell])[];
}

/** The columns whose head a text ends with; a part of the head (面积 of 场地面积) names it behind a label of the table. */
function columnsNamed(words: string, grids: readonly FoundGrid[]): Column[] {
  return grids.flatMap((found) => [...found.grid.heads].flatMap(([column, head]): Column[] => {
    const part = [4, 3, 2].find((length) => head.endsWith(words.slice(-length)) && words.length > length && rowsNamed(words.slice(0, -length), found, "end").length > 0);
    const length = head.length >= 2 && words.endsWith(head) ? head.length : part ?? 0;
    if (length === 0) return [];
    const rows = found.grid.rows.flatMap((row): (readonly [GridRow, GridCell])[] => {
      const cell = row.cells.get(column);
      return cell ? [[row, cell]] : [];
    });
    return rows.length >= 3 && rows.length >= found.grid.rows.length - 1 ? [{ found, head, length, rows }] : [];
  }));
}

/** The rows whose label a text begins with (after a month or a place that is its label too), or ends with. */
function rowsNamed(words: string, { grid }: FoundGrid, side: "start" | "end"): GridRow[] {
  const hits = grid.rows.flatMap((row) => row.labels.filter((label) => label.length >= 2 && (side === "start" ? words.startsWith(label) : words.endsWith(label))).map((label) => ({ row, length: label.length })));
  const longest = Math.max(0, ...hits.map(({ length }) => length));
  return [...new Set(hits.filter(({ length }) => length === longest).map(({ row }) => row))];
}

/** 满意率最高的是服务态度; 最低的是投诉处理; 圩镇点面积最大. */
function superlatives(line: Line, reader: Reader): Proof[] {
  let last: Column[] = [];
  let sentence = -1;
  return [...line.text.matchAll(SUPERLATIVE)].flatMap((match): Proof[] => {
    const at = match.index;
    const start = Math.max(line.text.lastIndexOf("。", at), 0);
    if (start !== sentence) last = [];
    sentence = start;
    const clause = line.text.slice(Math.max(start, ...["，", "；", "：", "。"].map((mark) => line.text.lastIndexOf(mark, at) + 1), at - LONGEST_CLAUSE), at);
    const named = columnsNamed(clause, reader.tables);
    // 最低的是…: of what was the highest before.
    const columns = named.length > 0 ? named : clause === "" ? last : [];
    if (columns.length === 0) return [];
    last = columns;
    const behind = line.text.slice(at + match[0].length);
    const lead = LEAD.exec(behind);
    const proofs = columns.flatMap((column): Proof[] => {
      const before = named.length > 0 ? rowsNamed(clause.slice(0, clause.length - column.length).replace(/的$/u, ""), column.found, "end") : [];
      const rows = before.length > 0 ? before : lead ? rowsNamed(behind.slice(lead[0].length), column.found, "start") : [];
      return rows.length === 1 ? extremeOf(rows[0]!, column, match[1]!, line, { start: at - (named.length > 0 ? column.length : 0), end: at + match[0].length + (before.length > 0 ? 0 : lead![0].length) }) : [];
    });
    // Of several tables with such a column one may be meant.
    return proofs.find(({ verdict }) => verdict === "agrees") ? proofs.filter(({ verdict }) => verdict === "agrees").slice(0, 1) : proofs.slice(0, 1);
  });
}

function extremeOf(row: GridRow, { rows, head, found }: Column, word: string, line: Line, { start, end }: { readonly start: number; readonly end: number }): Proof[] {
  const isLeast = /低|小|少/u.test(word);
  const own = rows.find(([one]) => one === row)?.[1];
  if (!own) return [];
  const [best, cell] = rows.reduce((a, b) => ((isLeast ? b[1].value < a[1].value : b[1].value > a[1].value) ? b : a));
  const told = { kind: "rank", subject: head, place: placeOf(line, { start, end }), witnesses: [witnessOf(cell, found), ...(best === row ? [] : [witnessOf(own, found)])] };
  if (cell.value === own.value) return [agrees([], told)];
  return [contradicts([], told, {
    rule: "report-claim", severity: "warning", actual: row.labels.join(" "), expected: best.labels.at(-1)!,
    message: say("statement-extreme", { written: row.labels.at(-1)!, head, least: say(isLeast ? "statement-rank-least" : "statement-rank-most"), right: best.labels.at(-1)!, value: shown(cell), own: shown(own) })
  })];
}

/** 满意率在85%以上的项目有4项; 执行率超过95%的科目有3个. */
const THRESHOLD = /(?:在|达到?|达)?(超过|高于|低于|不足|不到|未达到?|达到?|在)?$/u;

function thresholds(line: Line, reader: Reader): Proof[] {
  const measures = reader.measuresOf(line);
  return measures.flatMap((limit, i): Proof[] => {
    const count = measures[i + 1];
    if (!count || count.sentence !== limit.sentence || !/^(?:及以上|以上|以下|及以下)?的[一-鿿]{0,6}(?:有|共有|共|为|仅有|仅)$/u.test(line.text.slice(limit.token.end, count.token.start)) || !/^(?:个|项|场|名|次|家|类|支|月)$/u.test(count.token.unit) || count.token.bound !== "exact") return [];
    const clause = line.text.slice(Math.max(limit.sentence.start, limit.group.start), limit.token.start);
    const word = THRESHOLD.exec(clause)!;
    const named = columnsNamed(clause.slice(0, word.index), reader.grids);
    const columns = (named.length > 0 ? named : ofUnit(limit.token.unit, reader.grids)).filter(({ rows }) => rows.every(([, cell]) => cell.isPercent === (limit.token.unit === "%")));
    const behind = line.text.slice(limit.token.end, limit.token.end + 3);
    const isBelow = /低于|不足|不到|未达/u.test(word[0]) || /^(?:及)?以下/u.test(behind);
    const isStrict = /超过|高于|低于|不足|不到|未达/u.test(word[0]) && !/及以/u.test(behind);
    const { value } = limit.token;
    const counts = columns.map((column) => ({
      column, count: column.rows.filter(([, cell]) => (cell.value === value ? !isStrict : isBelow ? cell.value < value : cell.value > value)).length,
      // 以上 with a row just at the limit is doubtful, 不足 is not.
      isDoubtful: !isStrict && !/及以/u.test(behind) && column.rows.some(([, cell]) => cell.value === value)
    }));
    if (counts.length === 0) return [];
    const told = { kind: "tally", subject: counts[0]!.column.head, witnesses: counts[0]!.column.rows.slice(0, 3).map(([, cell]) => witnessOf(cell, counts[0]!.column.found)) };
    if (counts.some((one) => one.count === count.token.value)) return [agrees([count], told)];
    if (counts.some(({ isDoubtful }) => isDoubtful)) return [];
    return [contradicts([count], told, { rule: "report-count", severity: "warning", actual: printed(count), expected: printed(count).replace(count.token.text, String(counts[0]!.count)), message: say("statement-tally-rows", { written: printed(count), head: counts[0]!.column.head, right: counts[0]!.count }) })];
  });
}

/** 不足一百人次的活动: the only column that counts in that unit. */
function ofUnit(unit: string, grids: readonly FoundGrid[]): Column[] {
  const columns = unit.length < 2 ? [] : columnsNamed(unit, grids.map(({ grid, file }) => ({ file, grid: { ...grid, heads: new Map([...grid.heads].map(([column, head]) => [column, head.endsWith(unit) ? unit : head])) } })));
  return columns.length === 1 ? columns : [];
}

function shown({ value, isPercent }: GridCell): string {
  return `${numberText(value)}${isPercent ? "%" : ""}`;
}

function witnessOf({ at }: GridCell, { file }: FoundGrid): Witness {
  return cellWitness(at, file, say("statement-label-cell"));
}

