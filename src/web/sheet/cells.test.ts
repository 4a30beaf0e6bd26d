import { Sheet, cellKey, type Cell } from "../../workbook";
import { SheetCells } from "./cells";
import { BLOCK_COLUMNS, BLOCK_ROWS, cellsOfBlock, outlineOf } from "./outline";

function sheetOf(places: readonly [row: number, column: number][]): Sheet {
  const cells = new Map(places.map(([row, column]): [number, Cell] => [cellKey(row, column), { value: row, formula: null, text: `${row}/${column}`, format: "General" }]));
  return new Sheet({ name: "数据", cells });
}

const SHEET = sheetOf([[1, 1], [1, BLOCK_COLUMNS], [1, BLOCK_COLUMNS + 1], [BLOCK_ROWS, 1], [BLOCK_ROWS + 1, 1], [1_048_576, 3]]);
const settled = () => new Promise((resolve) => setTimeout(resolve));

test("a row is put together from its blocks, each fetched once", async () => {
  const asked: string[] = [];
  const cells = new SheetCells("数据", (_, row, column) => {
    asked.push(`${row}/${column}`);
    return Promise.resolve(cellsOfBlock(SHEET, row, column));
  });
  expect(cells.row(1, 1, BLOCK_COLUMNS + 5)).toEqual([]);
  await settled();
  expect(cells.row(1, 1, BLOCK_COLUMNS + 5).map(({ text }) => text)).toEqual(["1/1", `1/${BLOCK_COLUMNS}`, `1/${BLOCK_COLUMNS + 1}`]);
  expect(cells.row(1, 2, BLOCK_COLUMNS).map(({ text }) => text)).toEqual([`1/${BLOCK_COLUMNS}`]);
  expect(asked).toEqual(["1/1", `1/${BLOCK_COLUMNS + 1}`]);
  expect(cells.version.get().number).toBe(2);
});

test("the last row of the largest sheet", async () => {
  const cells = new SheetCells("数据", (_, row, column) => Promise.resolve(cellsOfBlock(SHEET, row, column)));
  cells.cell(1_048_576, 3);
  await settled();
  expect(cells.cell(1_048_576, 3)?.text).toBe("1048576/3");
  expect(outlineOf(SHEET).rows).toBe(1_048_576);
});

test("a block that failed is asked for again", async () => {
  let calls = 0;
  const cells = new SheetCells("数据", (_, row, column) => (++calls === 1 ? Promise.reject(new Error("ended")) : Promise.resolve(cellsOfBlock(SHEET, row, column))));
  cells.cell(1, 1);
  await settled();
  expect(cells.cell(1, 1)).toBeNull();
  await settled();
  expect(cells.cell(1, 1)?.text).toBe("1/1");
});
