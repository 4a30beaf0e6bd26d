import { say } from "../../messages";
import type { GridColumn, GridRow } from "../text/grids";
import type { Line } from "../text/lines";
import { placeOf, printed } from "../text/measures";
import type { FoundGrid } from "../read/vocabulary";
import { listFrom } from "./orders";
import { witnessOf } from "./quantities";
import type { Reader } from "./reader";
import { agrees, contradicts, type Proof } from "./statement";

/** What is said of indicators by their rates. */
const STATES: readonly (readonly [RegExp, (rate: number) => boolean])[] = [
  [/^(?:仍|尚)?未(?:完成|达标|达到(?:年度|全年)?(?:协议|指标)(?:量|要求)?|达成)/u, (rate) => rate < 100],
  [/^超额(?:完成)?/u, (rate) => rate > 100], [/^(?:刚好|恰好|正好)(?:完成|达到协议量)?/u, (rate) => rate === 100],
  [/^(?:达到或超过协议量|完成(?:了)?(?:年度|全年)?(?:协议|指标)(?:量|要求)|达标|完成(?=[，。；（]|$))/u, (rate) => rate >= 100]
];
const COUNTED = /^[项个]$/u;
const NOUN = /^(?:服务|协议)?(?:指标)?(?:均|都|全部|已)*/u;
const NAMES = /(?:(?:的)?(?:[一二三四五六七八九十\d]+[项个])?(?:指标)?(?:为|是|即|分别为|分别是|包括)|（)$/u;
const RATE = /完成率|百分比|达成率|完成比例/u;

/** How many indicators were reached, surpassed or missed, and which: by the rates of the table that has as many as the sentence speaks of. */
export function proveSets(reader: Reader): Proof[] {
  const tables = reader.tables.flatMap((found) => {
    const columns = found.grid.columns.filter(({ column, head }) => RATE.test(head) && found.grid.rows.every(({ cells }) => cells.get(column)?.isPercent));
    return columns.length === 1 && found.grid.rows.length >= 3 ? [{ found, column: columns[0]! }] : [];
  });
  if (tables.length === 0) return [];
  return reader.lines.flatMap((line) => (line.isNote ? [] : [...counts(line, tables, reader), ...names(line, tables, reader)]));
}

interface Rated {
  readonly found: FoundGrid;
  readonly column: GridColumn;
}

function rateOf(row: GridRow, { column }: Rated): number {
  return row.cells.get(column.column)!.value;
}

/** 15项指标，其中9项超额完成，3项刚好完成，3项未完成. */
function counts(line: Line, tables: readonly Rated[], reader: Reader): Proof[] {
  const measures = reader.measuresOf(line).filter(({ token }) => COUNTED.test(token.unit) && token.bound === "exact");
  return measures.flatMap((measure): Proof[] => {
    const all = measures.find((one) => one.sentence === measure.sentence && one !== measure && one.token.end <= measure.token.start && /^[一-鿿]{0,6}指标/u.test(one.behind));
    const rest = line.text.slice(measure.token.end);
    const words = rest.slice(NOUN.exec(rest)![0].length);
    const state = STATES.find(([form]) => form.test(words));
    const sized = all && state ? tables.filter(({ found }) => found.grid.rows.length === all.token.value) : [];
    if (sized.length === 0 || reader.areaWords.all(line.text.slice(measure.sentence.start, measure.token.start)).length > 0) return [];
    const right = [...new Set(sized.map((table) => table.found.grid.rows.filter((row) => state![1](rateOf(row, table))).length))];
    const told = { kind: "tally", subject: "set", witnesses: sized[0]!.found.grid.rows.slice(0, 3).map((row) => witnessOf(row.cells.get(sized[0]!.column.column)!, sized[0]!.found)) };
    if (right.includes(measure.token.value)) return [agrees([measure], told)];
    return right.length > 1 ? [] : [contradicts([measure], told, { rule: "report-count", severity: "warning", actual: printed(measure), expected: `${right[0]}${measure.token.unit}`, message: say("statement-tally", { written: printed(measure), right: right[0]! }) })];
  });
}

/** 未完成的3项为A、B、C: each of them, by its rate. */
function names(line: Line, tables: readonly Rated[], reader: Reader): Proof[] {
  const mentions = reader.mentionsOf(line);
  return mentions.flatMap((first): Proof[] => {
    const lead = line.text.slice(0, first.start);
    const opening = NAMES.exec(lead);
    if (!opening || first.rows.length === 0) return [];
    const clause = lead.slice(Math.max(...["，", "；", "：", "。"].map((mark) => lead.slice(0, opening.index).lastIndexOf(mark) + 1)), opening.index).replace(/^(?:其中|仅)?(?:[一二三四五六七八九十\d]+[项个])?/u, "");
    const state = STATES.find(([form]) => form.exec(clause)?.[0] === clause);
    const list = state ? listFrom(first.start, line, mentions) : [];
    if (!state || list.length === 0 || reader.areaWords.all(lead.slice(lead.lastIndexOf("。") + 1)).length > 0) return [];
    const options = tables.flatMap((table) => {
      const rows = list.map(({ rows: own }) => own.filter(({ found, rows: of }) => found === table.found && of.length === 1));
      return rows.every((own) => own.length === 1) ? [{ table, rows: rows.map(([own]) => own!.rows[0]!) }] : [];
    });
    if (options.length === 0) return [];
    const told = { kind: "named", subject: clause, place: placeOf(line, { start: first.start, end: list.at(-1)!.end }), witnesses: options[0]!.rows.map((row) => witnessOf(row.cells.get(options[0]!.table.column.column)!, options[0]!.table.found)) };
    if (options.some(({ table, rows }) => rows.every((row) => state[1](rateOf(row, table))))) return [agrees([], told)];
    const { table, rows } = options[0]!;
    const odd = rows.find((row) => !state[1](rateOf(row, table)))!;
    return [contradicts([], told, { rule: "report-claim", severity: "warning", actual: told.place.quote, expected: "", message: say("statement-level", { written: clause, name: odd.labels[0]!, rate: `${rateOf(odd, table)}%` }) })];
  });
}
