import type { SheetDescription } from "../sheet-description";
import { pageBreaks } from "./page-breaks";
import { rowHeights } from "./row-heights";

const WIDTHS = Array.from({ length: 10 }, () => 15);
/** What a page of such a sheet holds, measured by a block that just fits. */
const PER_PAGE = mostThatFit();

function sheet(blocks: [number, number][], parts: Partial<SheetDescription> = {}): SheetDescription {
  const rows = Array.from({ length: blocks.at(-1)![1] }, () => [{ value: "a" }]);
  return { name: "s", rows, columnWidths: WIDTHS, merges: [], frozenRows: 0, marker: "", print: { orientation: "landscape", blocks }, ...parts };
}

function mostThatFit(): number {
  let rows = 1;
  while (pageBreaks(sheet([[1, rows + 1]])).length === 0) rows++;
  return rows;
}

/** The rows of each page. */
function pages(description: SheetDescription): [number, number][] {
  const starts = [1, ...pageBreaks(description)];
  return starts.map((start, index) => [start, (starts[index + 1] ?? description.rows.length + 1) - 1]);
}

test("a page holds what A4 holds at the scale of its width", () => {
  // 10 columns of 110 pixels are 825 points on 784: 95%, so 515 points of paper are 542 of the sheet, and a little is kept back.
  expect(PER_PAGE).toBe(29);
  expect(pageBreaks(sheet([[1, PER_PAGE]], { columnWidths: WIDTHS.map((width) => width * 2) }))).toEqual([]);
  expect(pageBreaks({ ...sheet([[1, 40]]), print: { orientation: "portrait", blocks: [[1, 40]] } })).toEqual([]);
});

test("what fits is not divided, and the rest of a page may stay empty for it", () => {
  expect(pageBreaks(sheet([[1, 10], [12, PER_PAGE]]))).toEqual([]);
  expect(pageBreaks(sheet([[1, 20], [22, 33]]))).toEqual([22]);
});

test("a long block begins where there is room for a good part of it, and otherwise on a new page", () => {
  expect(pageBreaks(sheet([[1, 10], [12, 12 + PER_PAGE]]))).toEqual([PER_PAGE + 1]);
  expect(pageBreaks(sheet([[1, 24], [26, 26 + PER_PAGE - 1]]))).toEqual([26]);
});

test("neither its first nor its last rows stand alone", () => {
  for (let rows = PER_PAGE; rows < 4 * PER_PAGE; rows++) {
    for (const before of [1, 5, 9, 12, 16, 20, 25]) {
      const description = sheet([[1, before], [before + 2, before + 1 + rows]]);
      for (const [top, bottom] of pages(description)) {
        expect([rows, before, bottom - top + 1 <= PER_PAGE]).toEqual([rows, before, true]);
        const ofBlock = bottom - Math.max(top, before + 2) + 1;
        if (ofBlock > 0) expect([rows, before, ofBlock >= 4]).toEqual([rows, before, true]);
      }
    }
  }
});

test("repeated rows take their room on every page, and high rows theirs", () => {
  const titled = sheet([[3, 2 + 3 * PER_PAGE]], { print: { orientation: "landscape", blocks: [[3, 2 + 3 * PER_PAGE]], titleRows: [1, 2] } });
  expect(pageBreaks(titled)[0]).toBe(PER_PAGE + 1);
  expect(pageBreaks(titled)[1]).toBe(PER_PAGE + 1 + PER_PAGE - 2);
  const high = sheet([[1, 6]], { rowHeights: { 1: 400, 2: 400, 3: 400 } });
  expect(pages(high)).toEqual([[1, 1], [2, 2], [3, 6]]);
  expect(pageBreaks(high, rowHeights(high))).toEqual(pageBreaks(high));
});

test("rows that are repeated from further down stand on the first page once, and take their room on the next ones", () => {
  const listed = sheet([[5, 3 * PER_PAGE]], { print: { orientation: "landscape", blocks: [[5, 3 * PER_PAGE]], titleRows: [5, 5] } });
  expect(pageBreaks(listed)).toEqual([PER_PAGE + 1, 2 * PER_PAGE, 3 * PER_PAGE - 3]);
});

test("a block that shall begin a page does, wherever there is room", () => {
  const divided = sheet([[1, 10], [11, 20], [22, 30]], { print: { orientation: "landscape", blocks: [[1, 10], [11, 20], [22, 30]], pages: [11] } });
  expect(pageBreaks(divided)).toEqual([11]);
});

test("a chart is not drawn over two pages", () => {
  const chart = { kind: "bars", title: "", series: [], over: `A14:E${13 + 20}`, format: "0" } as const;
  expect(pageBreaks(sheet([[1, 11], [13, 13 + 20]]))).toEqual([PER_PAGE + 1]);
  expect(pageBreaks(sheet([[1, 11], [13, 13 + 20]], { charts: [chart] }))).toEqual([13]);
});

test("without blocks the pages are Excel's own, and there are never more breaks than it takes", () => {
  expect(pageBreaks({ ...sheet([[1, 500]]), print: { orientation: "landscape" } })).toEqual([]);
  expect(pageBreaks(sheet([[1, 1200 * PER_PAGE]]))).toHaveLength(1000);
});
