import { gapOf, type Derived } from "../read/derivations";
import { subjectNamed } from "../read/subjects";
import type { Mention } from "../read/vocabulary";
import type { GridColumn, GridRow } from "../text/grids";
import type { Measure } from "../text/measures";
import { scopeOf, topicOf } from "./indicators";
import { fitsUnit, TARGET_HEAD, unitOf, witnessOf } from "./quantities";
import type { FoundGrid, Reader } from "./reader";
import { truthOf, witnessesOf } from "./truth";

/** What is lacking or beyond by the tables: of what the clause names surely, and of what it may mean. */
export interface Gaps {
  readonly sure: readonly Derived[];
  readonly maybe: readonly Derived[];
}

const NONE: Gaps = { sure: [], maybe: [] };
const DONE_HEAD = /完成|累计|实际/u;
const TARGET_LEAF = /^(?:全年|年度)?(?:协议|指标|目标|计划|应)/u;

/** 电访还差21人次, 西片区志愿服务尚欠4人次, 尚缺1个: target and done of the row that the words before it name. */
export function gapsOf(measure: Measure, reader: Reader): Gaps {
  const way = gapOf(measure);
  if (way === null) return NONE;
  const { line, token, sentence, group } = measure;
  const sign = way === "lacking" ? 1 : -1;
  const clause = Math.max(sentence.start, ...["，", "；", "：", "（"].map((mark) => line.text.lastIndexOf(mark, token.start - 1) + 1));
  const before = reader.mentionsOf(line).filter(({ start, end }) => start >= sentence.start && end <= token.start);
  // 探访还需789人次: a name that no table has is none of those before it.
  const isOwn = before.some(({ start }) => start >= clause) || /^(?:还|尚|仍|仅|共|约|现|已|有)*(?:差|缺|欠|短缺|剩余|余下|余|需|缺口|超出|超额|超|多出|盈余)(?:了|仅|约|为)*$/u.test(line.text.slice(clause, token.start));
  const named = isOwn ? before.filter(({ start }) => start >= group.start) : [];
  const pairs = named.length === 0 ? [] : pairsOf(named, measure, reader);
  const all = pairs.map(({ target, done, witnesses, isLast }) => ({ value: sign * (target - done), witnesses, isLast })).filter(({ value }) => value > 0);
  const byTruth = ofIndicator(measure, sign, reader);
  return { sure: [...byTruth, ...all.filter(({ isLast }) => isLast)], maybe: all };
}

/** By the indicator that the clause names, of the area that it speaks of. */
function ofIndicator(measure: Measure, sign: number, reader: Reader): Derived[] {
  const { line, token, group, before } = measure;
  const area = scopeOf(measure, reader);
  const clause = line.text.slice(Math.max(group.start, line.text.lastIndexOf("，", token.start - 1) + 1), token.start);
  const words = clause.replace(/(?:还|尚|仍|仅)?(?:差|缺|欠|短缺|剩余|余下?|需|超出?|多出)(?:了)?$/u, "").replace(/(?:一项|方面)$/u, "");
  const name = reader.areaWords.all(words).reduce((rest, { start, end }) => (start === 0 ? words.slice(end) : rest), words).replace(/^的/u, "");
  const subject = name === "" ? topicOf(measure) : subjectNamed(name);
  const truth = subject && area !== undefined && !subject.open ? truthOf(subject, area, reader) : null;
  if (!truth || truth.target === null || subject!.narrowed || !fitsLeaf(subject!.leaf, token.unit) || before === "") return [];
  return [...new Set(truth.dones)].map((done) => ({ value: sign * (truth.target! - done), witnesses: witnessesOf(truth) })).filter(({ value }) => value > 0);
}

function fitsLeaf(leaf: string, unit: string): boolean {
  return leaf === "sessions" ? unit === "节" : leaf === "attendance" ? unit === "人次" : unit !== "节" && unit !== "小时";
}

interface Pair {
  readonly target: number;
  readonly done: number;
  readonly witnesses: Derived["witnesses"];
  /** Of the row that is named last. */
  readonly isLast: boolean;
}

function pairsOf(named: readonly Mention[], measure: Measure, reader: Reader): Pair[] {
  const tables = [...new Set(named.flatMap(({ rows }) => rows.map(({ found }) => found)))];
  const last = named.filter(({ rows }) => rows.length > 0).at(-1);
  return tables.flatMap((found) => {
    const groups = new Set(named.flatMap(({ columns, name }) => columns.filter((one) => one.found === found && (one.column.group === name || one.column.group !== "")).map(({ column }) => column.group)));
    return named.flatMap((mention) => mention.rows.filter((one) => one.found === found && one.rows.length === 1).flatMap(({ rows: [row] }) => columnPairs(found, row!, groups).flatMap(({ target, done, isOnly }) => {
      const [a, b] = [row!.cells.get(target.column)!, row!.cells.get(done.column)!];
      return fitsRow(row!, done, found, measure) ? [{ target: a.value, done: b.value, witnesses: [a, b].map((cell) => witnessOf(cell, found)), isLast: mention === last && isOnly && scopeOf(measure, reader) === null }] : [];
    })));
  });
}

/** The columns of target and done of a row: of the group that is named, or its only ones. */
function columnPairs({ grid }: FoundGrid, row: GridRow, groups: ReadonlySet<string>): { target: GridColumn; done: GridColumn; isOnly: boolean }[] {
  const numbers = grid.columns.filter(({ column }) => row.cells.has(column) && !row.cells.get(column)!.isPercent);
  const targets = numbers.filter(({ head }) => TARGET_HEAD.test(head) || TARGET_LEAF.test(head));
  const dones = numbers.filter((one) => DONE_HEAD.test(one.head) && !targets.includes(one));
  return targets.flatMap((target) => {
    const own = dones.filter(({ group }) => group === target.group);
    const last = own.at(-1);
    return last ? [{ target, done: last, isOnly: own.length === 1 && (groups.size > 0 ? groups.has(target.group) && groups.size === 1 : targets.length === 1) }] : [];
  });
}

/** Does the row count in the unit? A row that does not say must have a label that goes with it. */
function fitsRow(row: GridRow, column: GridColumn, found: FoundGrid, { token: { unit } }: Measure): boolean {
  const own = unitOf(row, column, found);
  if (own !== "") return fitsUnit(own, unit);
  const label = row.labels.join(" ");
  if (unit === "节") return label.includes("节");
  if (unit === "人次") return /人次|电访|探访|走访/u.test(label);
  return !/节|人次|时/u.test(label);
}
