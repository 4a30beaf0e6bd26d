import type { Evidence } from "../../../evidence";
import { stripName } from "./block-heads";
import { readBlock, type ReadBlock } from "./block-tables";
import { columnsOf, type Strip } from "./strips";

/** Joins the blocks of one table whose heads are repeated on each printed page: the total of the last adds up the areas of all. */
export function overPages(blocks: readonly ReadBlock[], evidence: Evidence): ReadBlock[] {
  const joined: ReadBlock[] = [];
  for (const block of [...blocks].sort((a, b) => first(a) - first(b))) {
    const before = joined.findIndex((other) => goesOn(other, block));
    if (before < 0) joined.push(block);
    else joined[before] = readBlock({ ...joined[before]!.block, strips: union(joined[before]!.block.strips, block.block.strips) }, evidence);
  }
  return joined;
}

function first({ rows }: ReadBlock): number {
  return Math.min(...rows.map(({ row }) => row));
}

/** The same columns under the same heads beside labels in the same columns, and no total yet. */
function goesOn(before: ReadBlock, after: ReadBlock): boolean {
  if (before.rows.length < 2 || before.block.head === null || after.block.head === null || after.block.head <= before.block.head) return false;
  if (before.labels.columns.join() !== after.labels.columns.join() || before.labels.head !== after.labels.head) return false;
  if (before.rows.some(({ says }) => says === "total") || before.block.strips.length !== after.block.strips.length) return false;
  return before.block.strips.every((strip, index) => {
    const other = after.block.strips[index]!;
    return columnsOf(strip).join() === columnsOf(other).join() && nameOf(before, strip) === nameOf(after, other);
  });
}

function nameOf({ heads }: ReadBlock, strip: Strip): string {
  const own = heads.strips.get(strip)!;
  const { group, leaf } = stripName(own, [own]);
  return [group, leaf, ...Object.values(own.words)].join("|");
}

function union(a: readonly Strip[], b: readonly Strip[]): Strip[] {
  return a.map((strip, index) => ({ ...strip, rows: [...strip.rows, ...b[index]!.rows], quotients: new Map([...strip.quotients, ...b[index]!.quotients]) }));
}
