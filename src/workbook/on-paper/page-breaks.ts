import { parseRectName } from "../address";
import type { SheetDescription } from "../sheet-description";
import { DEFAULT_HEIGHT, rowHeights } from "./row-heights";

/** A4 and the margins of our pages, in points. */
const [SHORT, LONG] = [595, 842];
const MARGINS = { sides: 58, topAndBottom: 80 };
/** The narrowest digit of the usual standard fonts: with a wider one more rows fit on a page, never fewer. */
const PIXELS_PER_CHARACTER = 7;
const PIXELS_OF_MARGIN = 5;
const POINTS_PER_PIXEL = 0.75;
/** A printer may need a little more room than the screen. */
const SAFETY = 0.97;
/** No fewer rows of a block stand at the foot of a page, heads included, or at the top of the next. */
const LEAST_AT_FOOT = 6;
const LEAST_AT_TOP = 4;
/** A block is divided only when it is longer than this part of a page, and at least so much of the page is left for its first rows. */
const LONG_BLOCK = 0.6;
const LEAST_LEFT = 0.4;
/** Excel takes no more breaks in a sheet. */
const MAX_BREAKS = 1000;

/** What a sheet would have where a page begins within one of its tables. */
export interface Continued {
  /** The height of what would stand above that row once more. */
  readonly above: (row: number) => number;
  /** A row that belongs to the one below it: none ends a page. */
  readonly leads: (row: number) => boolean;
}

/**
 * The rows that begin a page, when a sheet prints as wide as the page: those that shall in any case; blocks of rows that belong together stay together where that
 * does not cost half a page, and of a block that is divided neither head nor end stands alone. A chart is never divided.
 */
export function pageBreaks(sheet: SheetDescription, heights: ReadonlyMap<number, number> = rowHeights(sheet), continued: Continued = { above: () => 0, leads: () => false }): number[] {
  const blocks = sheet.print?.blocks ?? [];
  if (blocks.length === 0) return [];
  const from = (top: number, bottom: number) => {
    let sum = 0;
    for (let row = top; row <= bottom; row++) sum += heights.get(row) ?? DEFAULT_HEIGHT;
    return sum;
  };
  const [firstTitle, lastTitle] = sheet.print?.titleRows ?? [1, 0];
  const whole = pageHeight(sheet);
  const further = whole - from(firstTitle, lastTitle);
  // Rows that are repeated from further down stand on the first page as any others.
  let page = firstTitle > 1 ? whole : further;
  const charts = (sheet.charts ?? []).flatMap(({ over }) => parseRectName(over) ?? []);
  const breaks: number[] = [];
  let used = 0;
  let last = firstTitle > 1 ? 0 : lastTitle;
  for (const [top, bottom] of blocks) {
    used += from(last + 1, top - 1);
    last = bottom;
    const height = from(top, bottom);
    const fits = used + height <= page;
    const begins = sheet.print?.pages?.includes(top) ?? false;
    const together = height <= page * LONG_BLOCK || charts.some((chart) => chart.top >= top && chart.bottom <= bottom);
    if (begins || (!fits && used > 0 && (together || page - used < page * LEAST_LEFT || used + from(top, top + LEAST_AT_FOOT - 1) > page))) {
      breaks.push(top);
      used = 0;
      page = further;
    }
    const divided = divide(top, bottom, { first: page, further, ...continued }, used, from);
    breaks.push(...divided.map(({ row }) => row));
    if (divided.length > 0) page = further;
    used = divided.length > 0 ? divided.at(-1)!.used : used + height;
  }
  return breaks.slice(0, MAX_BREAKS);
}

/** The rows with which a block goes on on a next page, each with the height of what is left of it there. */
function divide(top: number, bottom: number, pages: Continued & { readonly first: number; readonly further: number }, before: number, from: (top: number, bottom: number) => number): { row: number; used: number }[] {
  const breaks: { row: number; used: number }[] = [];
  let used = before;
  let pageTop = top;
  let page = pages.first;
  for (let row = top; row <= bottom; row++) {
    const height = from(row, row);
    if (used + height > page && row > pageTop) {
      // A few more go over, so that the last ones don't stand alone.
      pageTop = bottom - row + 1 < LEAST_AT_TOP ? Math.max(pageTop + 1, bottom + 1 - LEAST_AT_TOP) : row;
      if (pages.leads(pageTop - 1) && pageTop - 1 > (breaks.at(-1)?.row ?? top)) pageTop--;
      breaks.push({ row: pageTop, used: pages.above(pageTop) + from(pageTop, bottom) });
      used = pages.above(pageTop) + from(pageTop, row - 1);
      page = pages.further;
    }
    used += height;
  }
  return breaks;
}

/** How many points of the sheet a page holds from top to bottom. */
function pageHeight({ columnWidths, hiddenColumns = [], print }: SheetDescription): number {
  const width = columnWidths.reduce((sum, characters, index) =>
    hiddenColumns.includes(index + 1) ? sum : sum + (Math.floor(characters * PIXELS_PER_CHARACTER) + PIXELS_OF_MARGIN) * POINTS_PER_PIXEL, 0);
  const [across, down] = print?.orientation === "portrait" ? [SHORT, LONG] : [LONG, SHORT];
  const percent = Math.min(100, Math.floor(((across - MARGINS.sides) / width) * 100));
  return ((down - MARGINS.topAndBottom) / percent) * 100 * SAFETY;
}
