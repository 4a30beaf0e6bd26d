import { say } from "../../messages";
import type { GridColumn, GridRow } from "../text/grids";
import type { Line } from "../text/lines";
import { placeOf, printed, type Measure } from "../text/measures";
import { states } from "../text/numbers";
import type { FoundGrid, Mention } from "../read/vocabulary";
import { shown, witnessOf } from "./quantities";
import type { Reader } from "./reader";
import { agrees, contradicts, type Proof } from "./statement";

/** 电访以9月最多（341人次）; 8月接案最多; 电访量最高的是新城片区: a superlative with its clause. */
const SUPERLATIVE = /最(高|低|大|小|多|少)|居首|居末|垫底/gu;
const LEAST = /低|小|少|末|垫底/u;
const FEWEST = 3;

/** Which month or area has the most of a row, where a table has them side by side; and how much that is. */
export function proveExtremes(reader: Reader): Proof[] {
  return reader.lines.flatMap((line) => (line.isNote ? [] : [...line.text.matchAll(SUPERLATIVE)].flatMap((match) => extremeAt(line, match, reader))));
}

/** A row of a table, and the column of it that is said to stand out. */
interface Found {
  readonly found: FoundGrid;
  readonly row: GridRow;
  readonly column: GridColumn;
  readonly mention: Mention;
}

function extremeAt(line: Line, { index: at, 0: word }: RegExpExecArray | RegExpMatchArray, reader: Reader): Proof[] {
  const sentence = Math.max(line.text.lastIndexOf("。", at!) + 1, 0);
  const clause = Math.max(sentence, ...["，", "；", "：", "（"].map((mark) => line.text.lastIndexOf(mark, at!) + 1));
  const end = at! + word.length;
  const behind = /^的?[一-鿿]{0,3}?(?:是|为)/u.exec(line.text.slice(end));
  const mentions = reader.mentionsOf(line);
  const named = behind ? mentions.filter(({ start }) => start === end + behind[0].length) : mentions.filter((one) => one.start >= clause && one.end <= at!);
  const rows = mentions.filter((one) => one.start >= sentence && one.end <= at!).reverse();
  const options = named.flatMap((mention) => mention.columns.flatMap(({ found, column }): Found[] => {
    const own = rows.flatMap((one) => one.rows.filter((other) => other.found === found && other.rows.length === 1).map((other) => other.rows[0]!))[0];
    return own?.cells.has(column.column) && siblingsOf(column, found).length >= FEWEST ? [{ found, row: own, column, mention }] : [];
  }));
  // Words that name nothing may tell of something else: 参与人次以8月居首.
  const clauseWords = mentions.filter((one) => one.start >= clause && one.end <= at!).reduceRight((text, one) => text.slice(0, one.start - clause) + text.slice(one.end - clause), line.text.slice(clause, at));
  if (!/^(?:[以的则为是]|其中|数量|数|量|月份|[两三四五六七八九十\d]个?(?:服务)?片区(?:中|里)?)*$/u.test(clauseWords)) return [];
  const columns = new Set(options.map(({ mention }) => mention.name));
  if (options.length === 0 || columns.size > 1) return [];
  const proofs = options.map((option) => proofOf(option, LEAST.test(word), line, { start: Math.min(option.mention.start, at!), end: Math.max(end, option.mention.end) }));
  const proof = proofs.find(({ verdict }) => verdict === "agrees") ?? proofs[0]!;
  return [proof, ...(proof.verdict === "agrees" ? valueBehind(options[proofs.indexOf(proof)]!, Math.max(end, options[0]!.mention.end), line, reader) : [])];
}

/** The other months, or the areas' columns of the same head. */
function siblingsOf(column: GridColumn, { grid }: FoundGrid): readonly GridColumn[] {
  const kind = kindOf(column);
  return kind === "" ? [] : grid.columns.filter((one) => kindOf(one) === kind);
}

function kindOf({ head, group }: GridColumn): string {
  return /^(?:\d{4}年)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?$/u.test(head) ? "month" : /片区?$/u.test(group) ? `area ${head}` : /片区$/u.test(head) ? "area" : "";
}

function proofOf({ found, row, column }: Found, isLeast: boolean, line: Line, range: { readonly start: number; readonly end: number }): Proof {
  const cells = siblingsOf(column, found).flatMap((one) => {
    const cell = row.cells.get(one.column);
    return cell ? [{ one, cell }] : [];
  });
  const own = row.cells.get(column.column)!;
  const best = cells.reduce((a, b) => ((isLeast ? b.cell.value < a.cell.value : b.cell.value > a.cell.value) ? b : a));
  const told = { kind: "rank", subject: row.labels[0] ?? "", place: placeOf(line, range), witnesses: [witnessOf(best.cell, found), witnessOf(own, found)] };
  const nameOf = (one: GridColumn): string => one.group || one.head;
  if (best.cell.value === own.value) return agrees([], told);
  return contradicts([], told, {
    rule: "report-claim", severity: "warning", actual: nameOf(column), expected: nameOf(best.one),
    message: say("statement-extreme", { written: nameOf(column), head: row.labels.at(-1)!, least: say(isLeast ? "statement-rank-least" : "statement-rank-most"), right: nameOf(best.one), value: shown(best.cell), own: shown(own) })
  });
}

/** （341人次）, ，有4个, ，仅17人次: what just that cell holds. */
function valueBehind({ found, row, column }: Found, from: number, line: Line, reader: Reader): Proof[] {
  // 10月开案最多，一个月就开了7个: how long, not how many.
  const next: Measure | undefined = reader.measuresOf(line).find(({ token }) => token.start >= from && !/月$/u.test(token.unit));
  if (!next || next.token.bound !== "exact" || next.token.unit === "%" || !/^(?:（|，)?(?:仅|有|为|达|共)*$/u.test(line.text.slice(from, next.token.start))) return [];
  const cell = row.cells.get(column.column)!;
  const told = { kind: "rank", subject: "value", witnesses: [witnessOf(cell, found)] };
  if (states(next.token, cell.value)) return [agrees([next], told)];
  return [contradicts([next], told, { rule: "report-count", severity: "warning", actual: printed(next), expected: shown(cell), message: say("statement-value", { name: line.text.slice(Math.max(0, from - 12), from), written: printed(next), right: shown(cell) }) })];
}
