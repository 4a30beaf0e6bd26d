import type { Evidence, Quotient } from "../../../evidence";
import { addressKey } from "../../../workbook";
import type { Title } from "../../titles";
import type { HeadTriple, Matrix } from "../types";
import { readBlock, tableOf, type AnyTable, type ReadBlock } from "./block-tables";
import { overPages } from "./pages";
import { isShown } from "./cells";
import { Coverage, overlaps, rowsOf } from "./coverage";
import { areProven, isStations, type TableWords } from "./domain";
import { blocksOf, isAlong } from "./strips";
import { View } from "./view";

/** A block that numbers prove, with the table that it makes. */
export interface ProvenBlock {
  readonly read: ReadBlock;
  readonly table: AnyTable;
  readonly quotients: readonly Quotient[];
  readonly isStations: boolean;
}

export interface Chosen {
  /** Tables found by words that numbers confirm, or of which they say nothing. */
  readonly kept: readonly AnyTable[];
  /** What numbers prove instead of them or besides them. */
  readonly proven: readonly ProvenBlock[];
}

/** The blocks of a sheet that numbers prove, upright and turned. */
export function provenBlocks(evidence: Evidence, sheet: number, heads: ReadonlyMap<number, readonly HeadTriple[]>, titles: readonly Title[]): ProvenBlock[] {
  const own = evidence.quotients.filter(({ rate }) => rate.sheet === sheet);
  if (own.length === 0) return [];
  const triples = [...heads.values()].flat();
  return [false, true].flatMap((turned) => {
    const view = new View(evidence.sheets[sheet]!, turned);
    const blocks = blocksOf(view, own.filter((quotient) => isAlong(view, quotient) && !isGrowth(evidence, quotient)), triples).map((block) => readBlock(block, evidence));
    return overPages(blocks, evidence).map((read): ProvenBlock => {
      const table = tableOf(read, titles);
      return { read, table, quotients: read.block.strips.flatMap(({ quotients }) => [...quotients.values()]), isStations: isStations(wordsOf(read, table)) };
    });
  });
}

/** What is divided is the difference to what it is divided by (增减数 ÷ 上期): growth, or how far a count exceeds another, and no rate of what was done. */
function isGrowth(evidence: Evidence, { done, target }: Quotient): boolean {
  return done.some(({ sheet, row, column }) => {
    const atoms = evidence.sheets[sheet]!;
    const atom = atoms.at(row, column);
    if (!atom) return false;
    const form = evidence.forms.get(atom);
    if (form) return form.kind === "difference" && [...form.plus, ...form.minus].some((place) => target.some((other) => other.sheet === place.sheet && other.row === place.row && other.column === place.column));
    return /增减|增长|增幅|差额|差数|差值|相差|超额|同比|环比/.test(`${atoms.headOf(row, column)}${atoms.headOf(row, column, true)}`);
  });
}

function wordsOf({ heads, rows, block }: ReadBlock, table: AnyTable): TableWords {
  const strips = block.strips.map((strip) => heads.strips.get(strip)!);
  return {
    heads: strips.map(({ words }) => words),
    names: [...rows.flatMap(({ text, category }) => [text, category]), ...strips.flatMap(({ groups, prefix }) => [...groups, prefix])],
    above: `${table.title} ${heads.caption?.text ?? ""}`
  };
}

/**
 * Words propose, numbers prove: tables found by words stay where every rate that numbers prove in their place is read with
 * the cells that it divides and every sum with its parts; otherwise what numbers prove takes their place.
 */
export function choose(evidence: Evidence, words: readonly AnyTable[], blocks: readonly ProvenBlock[]): Chosen {
  const kept: AnyTable[] = [];
  const proven: ProvenBlock[] = [];
  const heads = new Set(blocks.filter(({ quotients }) => areStrong(quotients)).flatMap(headsOf));
  for (const { tables, blocks: own } of componentsOf(words, blocks)) {
    // A card whose only rate is wrong stands under the heads that others prove.
    const strong = own.filter((block) => areStrong(block.quotients) || headsOf(block).some((head) => heads.has(head)));
    if (tables.length === 0) proven.push(...strong);
    else if (strong.length === 0 || isConfirmed(evidence, tables, strong)) kept.push(...tables);
    else proven.push(...own);
  }
  return { kept, proven };
}

function headsOf({ read: { heads, block } }: ProvenBlock): string[] {
  return block.strips.flatMap((strip) => {
    const { target, done, rate } = heads.strips.get(strip)!.words;
    return target && done && rate ? [[target, done, rate].join("\u0001")] : [];
  });
}

/** Rates of which at least one is more than an accident, as far as one can tell. */
function areStrong(quotients: readonly Quotient[]): boolean {
  return areProven(quotients) || quotients.some(({ state, byFormula, stats }) => state === "match" && (byFormula || stats.holds >= 3));
}

function isConfirmed(evidence: Evidence, tables: readonly AnyTable[], blocks: readonly ProvenBlock[]): boolean {
  const coverage = new Coverage(evidence, tables);
  const matrices = tables.filter((table) => table.kind === "indicators");
  // "/" and blanks are placed by their line alone: which cells they would divide is no proof against words.
  return blocks.every(({ quotients }) => areConfirmed(quotients.filter(isShown), coverage))
    && blocks.every(({ table }) => table.kind !== "indicators" || sumsAgree(matrices, table));
}

/** So many rates as words read them stand against one that is an accident. */
const AGAINST_ACCIDENTS = 3;

function areConfirmed(quotients: readonly Quotient[], coverage: Coverage): boolean {
  const others = quotients.filter((quotient) => !coverage.confirms(quotient));
  return others.length * AGAINST_ACCIDENTS <= quotients.length - others.length && others.every((quotient) => coverage.borrows(quotient));
}

/** Does every row that numbers prove to be a sum add up the same areas in the table that words found? */
function sumsAgree(words: readonly Matrix[], proven: Matrix): boolean {
  const known = words.flatMap((matrix) => rowsOf(matrix).map((row) => ({ matrix, row })));
  const sums = [...proven.subtotals.map((row) => ({ row, leaves: leavesOf(proven, row) })), ...(proven.totalParts && proven.total ? [{ row: proven.total, leaves: leavesOf(proven, proven.total) }] : [])];
  return sums.every(({ row, leaves }) => {
    const same = known.find((other) => cellOf(other.row) === cellOf(row));
    if (!same) return false;
    const own = leavesOf(same.matrix, same.row);
    return own.size === leaves.size && [...own].every((leaf) => leaves.has(leaf));
  });
}

/** A row by the cell of its first number: where its label stands is for the reader to say. */
function cellOf({ triples }: Matrix["areas"][number]): string {
  return addressKey(triples[0]!.done.at);
}

/** The areas that a row adds up in the end, by their cells. */
function leavesOf(matrix: Matrix, row: Matrix["areas"][number], seen: ReadonlySet<unknown> = new Set()): Set<string> {
  const subtotal = matrix.subtotals.find((other) => other === row || cellOf(other) === cellOf(row));
  const parts = subtotal ? subtotal.areas : row === matrix.total ? matrix.totalParts ?? matrix.areas : null;
  if (parts === null || seen.has(cellOf(row))) return new Set([cellOf(row)]);
  const now = new Set([...seen, cellOf(row)]);
  return new Set(parts.flatMap((part) => [...leavesOf(matrix, part, now)]));
}

interface Component { readonly tables: AnyTable[]; readonly blocks: ProvenBlock[] }

/** Tables and blocks that lie over one another, directly or through others. */
function componentsOf(tables: readonly AnyTable[], blocks: readonly ProvenBlock[]): Component[] {
  let components: Component[] = [];
  const add = (one: Component, touches: (other: Component) => boolean): void => {
    const near = components.filter(touches);
    components = components.filter((other) => !near.includes(other));
    components.push({ tables: [...near.flatMap((other) => other.tables), ...one.tables], blocks: [...near.flatMap((other) => other.blocks), ...one.blocks] });
  };
  for (const table of tables) add({ tables: [table], blocks: [] }, () => false);
  for (const block of blocks) {
    add({ tables: [], blocks: [block] }, (other) => [...other.tables, ...other.blocks.map((one) => one.table)].some(({ rect }) => overlaps(rect, block.table.rect)));
  }
  return components;
}
