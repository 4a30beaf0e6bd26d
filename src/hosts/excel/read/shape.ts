import { rectName, type Rect } from "../../../workbook";
import { areasOf } from "../addresses";
import { ask, type Extra, type Question } from "../batch";
import { isFinal } from "../problem";
import { cellsIn, halves, type Block } from "./blocks";
import { missingPart, MOST_LINES, type FoundSheet } from "./overview";
import { tablesIn } from "./tables";

/** Excel cuts longer addresses without a word. */
const LONGEST_ADDRESS = 8_000;
/** Excel fails past 512 merged areas, each of two cells or more: a smaller part fails for another reason. */
const FEWEST_CELLS = 1024;
/** So often a part is asked for before what is left counts as not found. */
const MOST_ATTEMPTS = 64;

/** Which areas are merged and which lines hidden, for the blocks that are read; and the tables. */
export class Shape {
  /** Blocks whose merged areas are still to be found: there are more than Excel names at once. */
  private crowded: Block[] = [];
  private readonly known = new Set<string>();

  constructor(readonly context: Excel.RequestContext, private readonly sheets: readonly FoundSheet[], private readonly blocks: readonly Block[]) {}

  get extras(): Extra[] {
    const mixed = this.blocks.filter(({ sheet }) => this.sheets[sheet]!.someRowsHidden || this.sheets[sheet]!.someColumnsHidden);
    const withTables = this.sheets.filter(({ foundTables }) => foundTables.length > 0);
    return [
      { what: missingPart("merges"), ask: this.mergesOf(this.blocks) },
      ...(withTables.length > 0 ? [{ what: missingPart("tables"), ask: tablesIn(withTables) }] : []),
      ...(mixed.length > 0 ? [{ what: missingPart("hidden"), ask: this.hiddenIn(mixed) }] : [])
    ];
  }

  /**
   * Excel fails where a range has more than 512 merged areas, and cuts what it names: then each half is asked for. Gives
   * whether all were found.
   */
  async findMerges(blocks: readonly Block[] = this.blocks): Promise<boolean> {
    let complete = true;
    const queue = [...blocks];
    for (let attempts = 0; queue.length > 0; attempts++) {
      if (attempts === MOST_ATTEMPTS) return false;
      const block = queue.shift()!;
      this.crowded = [];
      try {
        await ask(this.context, this.mergesOf([block]));
      } catch (error) {
        if (isFinal(error)) throw error;
        this.crowded = [block];
      }
      for (const part of this.crowded) {
        const both = cellsIn(part.rect) <= FEWEST_CELLS ? null : halves(part);
        if (both) queue.push(...both);
        else complete = false;
      }
    }
    return complete;
  }

  /** What the answers left open. */
  get unfinished(): readonly Block[] {
    return this.crowded;
  }

  private mergesOf(blocks: readonly Block[]): Question<void> {
    return () => {
      const areas = blocks.map(({ sheet, rect }) => this.sheets[sheet]!.item.getRange(rectName(rect)).untrack().getMergedAreasOrNullObject().untrack());
      for (const area of areas) area.load("address");
      return () => areas.forEach((area, index) => {
        if (area.isNullObject) return;
        const rects = area.address.length < LONGEST_ADDRESS ? areasOf(area.address) : null;
        if (rects) for (const rect of rects) this.keep(blocks[index]!.sheet, rect);
        else this.crowded.push(blocks[index]!);
      });
    };
  }

  private keep(sheet: number, rect: Rect): void {
    const key = `${sheet} ${rectName(rect)}`;
    if (this.known.has(key) || (rect.top === rect.bottom && rect.left === rect.right)) return;
    this.known.add(key);
    this.sheets[sheet]!.merges.push(rect);
  }

  private hiddenIn(blocks: readonly Block[]): Question<void> {
    return () => {
      const lines = blocks.map(({ sheet, rect }) => {
        const range = this.sheets[sheet]!.item.getRange(rectName({ ...rect, bottom: Math.min(rect.bottom, rect.top + MOST_LINES) })).untrack();
        return { rows: range.getRowProperties({ rowHidden: true }), columns: range.getColumnProperties({ columnHidden: true }) };
      });
      return () => lines.forEach(({ rows, columns }, index) => {
        const { sheet, rect } = blocks[index]!;
        rows.value.forEach(({ rowHidden }, at) => rowHidden && this.sheets[sheet]!.hiddenRows.add(rect.top + at));
        columns.value.forEach(({ columnHidden }, at) => columnHidden && this.sheets[sheet]!.hiddenColumns.add(rect.left + at));
      });
    };
  }
}
