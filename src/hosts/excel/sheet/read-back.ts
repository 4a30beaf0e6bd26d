import { sameNumber } from "../../../values/numbers";
import { cellName, parseRectName, type Sheet } from "../../../workbook";
import { ask } from "../batch";
import { formulaOf } from "../read/convert";
import type { RowBlock, SheetLayout } from "./sheet-layout";

type Content = string | number | boolean;

/** What stands on the sheet after writing, in our columns and in the user's cells that moved. */
export interface Standing {
  /** The cells that hold something else than was written. */
  readonly differing: readonly string[];
  /** The rows that hold something else than before. */
  readonly changed: readonly number[];
}

/** Reads back what was written, one round trip; `before` is what stood there. null where Excel does not let it be read. */
export async function whatStands(context: Excel.RequestContext, item: Excel.Worksheet, layout: SheetLayout, before: Sheet | null): Promise<Standing | null> {
  try {
    return await ask(context, () => {
      const blocks = writtenBlocks(layout);
      const ranges = blocks.map(({ address }) => item.getRange(address).untrack());
      for (const range of ranges) range.load("values,formulas");
      return () => compare(blocks, ranges, before);
    });
  } catch {
    return null;
  }
}

/** Our columns, and the user's own cells that moved. */
function writtenBlocks({ rows, moved, vacated }: SheetLayout): Pick<RowBlock, "address" | "formulas">[] {
  return [...rows, ...moved.map(({ cell, content }) => ({ address: cell, formulas: [[content]] })), ...vacated.map((address) => ({ address, formulas: [[""]] }))];
}

function compare(blocks: readonly Pick<RowBlock, "address" | "formulas">[], ranges: readonly Excel.Range[], before: Sheet | null): Standing {
  const differing: string[] = [];
  const changed = new Set<number>();
  blocks.forEach(({ address, formulas }, index) => {
    const { top, left } = parseRectName(address)!;
    const { values: valuesNow, formulas: formulasNow } = ranges[index]!;
    formulas.forEach((row, at) => row.forEach((wanted, column) => {
      const value = valuesNow[at]?.[column] as Content;
      const formula = formulaOf(formulasNow[at]?.[column], value);
      if (!isSame(wanted, value, formula)) differing.push(cellName(top + at, left + column));
      const former = before?.cell(top + at, left + column);
      if (formula !== (former?.formula ?? null) || (formula === null && !isSameValue(former?.value ?? "", value))) changed.add(top + at);
    }));
  });
  return { differing, changed: [...changed] };
}

/** A formula is only seen to be one: Excel may spell it otherwise, and what it gives is Excel's. */
function isSame(wanted: Content, value: Content, formula: string | null): boolean {
  if (typeof wanted === "string" && wanted.startsWith("=")) return formula !== null;
  return formula === null && isSameValue(typeof wanted === "string" ? wanted.replace(/^'/, "") : wanted, value);
}

function isSameValue(wanted: unknown, value: Content): boolean {
  if (typeof wanted === "number" && typeof value === "number") return sameNumber(wanted, value);
  if (typeof wanted === "object" && wanted !== null && "error" in wanted) return wanted.error === value;
  // Where a cell shows the quote that keeps a text one, the text is there all the same.
  return value === wanted || value === `'${String(wanted)}`;
}
