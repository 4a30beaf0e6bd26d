import { say, type Sentence } from "../../../messages";
import { rectName, type Rect } from "../../../workbook";
import { ask } from "../batch";
import { isFinal } from "../problem";
import { cellsIn, tilesOf, type Block } from "./blocks";
import { PLACE, rectOfRange, type FoundSheet } from "./overview";

/** A larger used range is looked at in parts first: one stray cell far away makes a sheet of 17 thousand million cells. */
const LARGE_SHEET = 400_000;
/** The most that is read of one part, and of a workbook. */
const LARGEST_AREA = 2_000_000;
const LARGEST_WORKBOOK = 4_000_000;

/** What is to be read of each sheet; what is too large is named. */
export async function areasToRead(context: Excel.RequestContext, sheets: readonly FoundSheet[], unread: Sentence[]): Promise<Block[]> {
  const areas: Block[] = [];
  for (const [sheet, { used }] of sheets.entries()) {
    if (!used) continue;
    if (cellsIn(used) <= LARGE_SHEET) areas.push({ sheet, rect: used });
    else areas.push(...(await usedParts(context, sheets[sheet]!.item, used)).map((rect) => ({ sheet, rect })));
  }
  let left = LARGEST_WORKBOOK;
  return areas.filter(({ sheet, rect }) => {
    const cells = cellsIn(rect);
    const fits = cells <= LARGEST_AREA && cells <= left;
    if (fits) left -= cells;
    else unread.push(say("excel-unread-area", { sheet: sheets[sheet]!.name, range: rectName(rect), reason: say("excel-reason-large") }));
    return fits;
  });
}

/** The parts of a large used range that hold anything, each as small as it can be. */
async function usedParts(context: Excel.RequestContext, sheet: Excel.Worksheet, used: Rect): Promise<Rect[]> {
  const tiles = tilesOf(used);
  try {
    return await ask(context, () => {
      const ranges = tiles.map((tile) => sheet.getRange(rectName(tile)).untrack().getUsedRangeOrNullObject(true).untrack());
      for (const range of ranges) range.load(PLACE);
      return () => ranges.flatMap((range, index) => {
        const rect = rectOfRange(range);
        const part = rect && within(rect, tiles[index]!);
        return part ? [part] : [];
      });
    });
  } catch (error) {
    if (isFinal(error)) throw error;
    // Read the part where tables stand; the others are too large, and named.
    return tiles;
  }
}

/** The part of a rectangle that lies in another; null for none. */
function within(rect: Rect, outer: Rect): Rect | null {
  const part = { top: Math.max(rect.top, outer.top), left: Math.max(rect.left, outer.left), bottom: Math.min(rect.bottom, outer.bottom), right: Math.min(rect.right, outer.right) };
  return part.top <= part.bottom && part.left <= part.right ? part : null;
}
