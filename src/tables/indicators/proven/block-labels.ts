import type { Atom } from "../../../evidence";
import { normalise } from "../../../values/text";
import { cleanName } from "../list-rows";
import { isAreaHead, isNameHead, isSideHead, isSubtotalLabel, isTotalLabel, isUnit } from "../heads";
import type { Reading } from "../../types";
import { EMPTY_LABEL_COLUMNS, LONGEST_LABEL, LONGEST_NAME } from "../limits";
import { leftOf, type Block } from "./strips";

/** The columns before a block's numbers that say what its rows are. */
export interface Labels {
  /** The first column of all before the numbers, labels or not. */
  readonly left: number;
  /** The columns of the names, the outermost first. */
  readonly columns: readonly number[];
  /** What stands over the innermost of them, or "". */
  readonly head: string;
}

export interface RowLabel {
  readonly reading: Reading;
  readonly text: string;
  /** What stands merged or once before it. */
  readonly category: string;
  /** Where it begins: a card's name begins in the row of its heads. */
  readonly top: number;
}

/** Finds the label columns: texts beside the rows, up to a wider gap or another table's numbers. */
export function labelsOf(block: Block, rows: readonly number[]): Labels {
  const { view, head } = block;
  const first = Math.min(...block.strips.map(leftOf));
  const found: { column: number; texts: string[]; head: string }[] = [];
  let empty = 0;
  let left = first;
  for (let column = first - 1; column >= 1 && empty <= EMPTY_LABEL_COLUMNS; column--) {
    const texts = rows.flatMap((row) => view.typedText(row, column)?.text ?? []).map(normalise);
    const over = head === null ? "" : view.text(head, column);
    if (texts.length === 0 && over === "") {
      empty++;
      continue;
    }
    if (texts.length === 0 && isOtherTable(block, rows, column)) break;
    empty = 0;
    left = column;
    if (texts.length > 0) found.unshift({ column, texts, head: over });
  }
  const usable = found.filter(({ texts, head: over }) => !isSideHead(over) && !texts.every(isUnit) && texts.some((text) => text.length <= LONGEST_NAME));
  const named = usable.filter(({ head: over }) => isNameHead(over) || isAreaHead(over) || /点$|内容|名称|项目|指标|类别|领域/.test(over));
  const columns = (named.length > 0 ? named : firstDistinct(usable)).map(({ column }) => column);
  const inner = columns[columns.length - 1];
  return { left, columns, head: inner === undefined || head === null ? "" : view.text(head, inner) };
}

/** Numbers of another table, not a serial number or a staff count before this one. */
function isOtherTable({ view }: Block, rows: readonly number[], column: number): boolean {
  return rows.filter((row) => view.atom(row, column)?.percent).length * 2 > rows.length;
}

/** Up to the first column whose texts all differ: 类别 and 内容, not the remarks behind them. */
function firstDistinct<T extends { readonly texts: readonly string[] }>(columns: readonly T[]): readonly T[] {
  const distinct = columns.findIndex(({ texts }) => new Set(texts).size === texts.length);
  return distinct < 0 ? columns : columns.slice(0, distinct + 1);
}

/** A category that stands once above its rows without being merged over them; a row without a name of its own, or a sum, ends it. */
function categoryAbove({ view, head }: Block, columns: readonly number[], row: number, column: number): Atom | undefined {
  const inner = columns[columns.length - 1]!;
  for (let above = row; above > (head ?? 0); above--) {
    const atom = view.atom(above, column);
    if (atom) return atom.kind === "text" && !isSum(atom.text) ? atom : undefined;
    const name = view.atom(above, inner);
    if (name?.kind !== "text" || isSum(name.text)) return undefined;
  }
  return undefined;
}

const isSum = (text: string): boolean => isTotalLabel(normalise(text)) || isSubtotalLabel(normalise(text));

/** The label of a row: the innermost text before its numbers; null where there is none, or one merged over the numbers. */
export function rowLabel(block: Block, { columns }: Labels, row: number): RowLabel | null {
  const { view, strips } = block;
  const first = Math.min(...strips.map(leftOf));
  const texts = columns.flatMap((column) => {
    const atom = view.atom(row, column) ?? (column === columns[columns.length - 1] ? undefined : categoryAbove(block, columns, row, column));
    if (!atom || atom.kind === "error" || (atom.kind === "none" && columns.length > 1)) return [];
    const extent = view.extentOf(atom);
    return extent.right >= first || atom.text.length > LONGEST_LABEL ? [] : [{ atom, extent, column }];
  });
  const own = texts[texts.length - 1];
  if (!own) return null;
  const before = texts.filter(({ atom }) => atom !== own.atom).map(({ atom }) => cleanName(atom.text));
  return { reading: view.reading(row, own.column), text: normalise(own.atom.text), category: before.join(""), top: own.extent.top };
}
