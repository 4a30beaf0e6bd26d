import type { GridColumn, GridRow } from "../text/grids";
import type { FoundGrid } from "./vocabulary";

/** One thing that a table has numbers of: a row, a column, or all rows of one kind (大塘社区 in four of them). */
export interface Item {
  readonly names: readonly string[];
  readonly rows: readonly GridRow[];
  /** null where its rows are meant, whatever the column. */
  readonly column: GridColumn | null;
}

/** What a table's items have numbers of: a column (参与人次), a row, or how many rows there are of each kind. */
export type Dimension = { readonly of: "column"; readonly column: GridColumn } | { readonly of: "row"; readonly row: GridRow } | { readonly of: "count" };

/** A table in one direction: its items one by one, and what it has of each of them. */
export interface Axis {
  readonly found: FoundGrid;
  readonly kind: "rows" | "columns" | "kinds";
  readonly items: readonly Item[];
  readonly dimensions: readonly Dimension[];
}

const NO_NUMBERS = /^(?:序号|编号|排名|名次)$/u;
/** What makes the other columns together. */
const SUM = /合计|总计|小计|累计|全年|^总/u;
const FEWEST_OF_A_KIND = 2;
const MOST_KINDS = 12;

/** All directions in which a table can be read. */
export function axesOf(found: FoundGrid): Axis[] {
  const { rows, sums, columns } = found.grid;
  const numbers = columns.filter(({ column, head }) => !NO_NUMBERS.test(head) && rows.some(({ cells }) => cells.has(column)));
  const byColumn = numbers.map((column): Dimension => ({ of: "column", column }));
  const own = withShortNames(rows.map((row): Item => ({ names: row.labels.flatMap(namesOfLabel), rows: [row], column: null })));
  const periods = sums.filter(({ texts }) => texts.size === 0).map((row): Item => ({ names: row.labels, rows: [row], column: null }));
  return [
    { found, kind: "rows", items: own, dimensions: byColumn },
    ...(periods.length > 0 ? [{ found, kind: "rows" as const, items: periods, dimensions: byColumn }] : []),
    { found, kind: "columns", items: numbers.filter(({ head }) => !SUM.test(head)).map((column) => ({ names: namesOfColumn(column), rows: [], column })), dimensions: [...rows, ...sums].map((row): Dimension => ({ of: "row", row })) },
    ...kindsOf(found).map((items): Axis => ({ found, kind: "kinds", items, dimensions: [{ of: "count" }, ...byColumn] }))
  ];
}

/** The columns of words in which some word stands in several rows: 举办地点, 领域, 来源. */
function kindsOf({ grid: { rows, columns } }: FoundGrid): Item[][] {
  return columns.flatMap(({ column }) => {
    const byWord = new Map<string, GridRow[]>();
    for (const row of rows) {
      const word = row.cells.has(column) ? undefined : row.texts.get(column);
      if (word === undefined || word.length > 12 || /\d{2}/.test(word)) continue;
      byWord.set(word, [...(byWord.get(word) ?? []), row]);
    }
    const isKind = byWord.size >= 2 && byWord.size <= MOST_KINDS && byWord.size < rows.length && [...byWord.values()].some((own) => own.length >= FEWEST_OF_A_KIND) && [...byWord.values()].reduce((sum, own) => sum + own.length, 0) === rows.length;
    return isKind ? [[...byWord].map(([word, own]): Item => ({ names: [word], rows: own, column: null }))] : [];
  });
}

/** 财务 for 财务评估 among 专家评估, 居委会评估: what all end or begin with names none of them. */
function withShortNames(items: readonly Item[]): Item[] {
  const firsts = items.map(({ names: [name] }) => name ?? "");
  const end = shared(firsts.map((name) => [...name].reverse()));
  const start = shared(firsts.map((name) => [...name]));
  const shorts = firsts.map((name) => name.slice(start, name.length - end));
  return start + end === 0 || new Set(shorts).size < shorts.length || shorts.includes("") ? [...items] : items.map((item, i) => ({ ...item, names: [...item.names, shorts[i]!, firsts[i]!.slice(start), firsts[i]!.slice(0, firsts[i]!.length - end)] }));
}

/** How many signs all texts begin with. */
function shared(texts: readonly (readonly string[])[]): number {
  const [first, ...others] = texts;
  let length = 0;
  while (first && others.length > 0 && length < first.length && others.every((text) => text[length] === first[length])) length++;
  return length;
}

/** 一级（紧急） is 一级 as well, 专业个案（结案） is 结案. */
function namesOfLabel(label: string): string[] {
  const bracket = /^(.+?)[（(](.+?)[）)]$/u.exec(label);
  return bracket ? [label, bracket[1]! + bracket[2]!, bracket[1]!] : [label];
}

function namesOfColumn({ head, group }: GridColumn): string[] {
  const short = head.replace(/(?:完成)?(?:量|数|情况|人次|金额)$/u, "");
  return [...new Set([group + head, head, ...(group !== "" ? [group] : []), ...(short.length >= 2 ? [short] : [])])];
}

/** The one item that words before a number name; null where none does, or two do alike. */
export function itemNamed(words: string, { items }: Axis): Item | null {
  if (words === "") return null;
  let best: { item: Item; length: number } | null = null;
  let isDoubtful = false;
  for (const item of items) {
    const length = Math.max(0, ...item.names.map((name) => lengthIn(words, name)));
    if (length === 0) continue;
    if (item.names.includes(words)) return item;
    if (best && best.length === length) isDoubtful = true;
    if (!best || length > best.length) [best, isDoubtful] = [{ item, length }, false];
  }
  return best && !isDoubtful ? best.item : null;
}

/** How many signs of a name words have; a name that has all the words counts by theirs. */
function lengthIn(words: string, name: string): number {
  if (name === words || (name.length >= 2 && words.includes(name))) return name.length;
  return words.length >= 2 && (name.startsWith(words) || (name.endsWith(words) && name.length <= words.length + 4)) ? words.length : 0;
}
