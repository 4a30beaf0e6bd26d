import type { TableFrame } from "../../report/frames";
import { Axis } from "./axis";
import { cellAt, drawnAt, heldTables, scrolledTo } from "./held";

/** Rows of 20 and columns of 50 pixels. */
const ROWS = new Axis(100, 20, new Map());
const COLUMNS = new Axis(40, 50, new Map());
const VIEW = { top: 0, left: 0, width: 500, height: 400 };
const ROSTER: TableFrame = { sheet: "到岗", rect: { top: 3, left: 1, bottom: 30, right: 20 }, headBottom: 4, names: { left: 2, right: 3 } };

const held = (frames: readonly TableFrame[] = [ROSTER], view = VIEW, merges: Parameters<typeof heldTables>[1] = []) => heldTables(frames, merges, ROWS, COLUMNS, view);
const kept = (tables: ReturnType<typeof held>) => tables.map(({ rect, headHeight, names }) => [rect.top, headHeight, names?.width ?? 0]);

test("heads and names stay where the view has room for more than them", () => {
  expect(kept(held())).toEqual([[3, 40, 100]]);
  expect(kept(held([ROSTER], { ...VIEW, width: 190 }))).toEqual([[3, 40, 0]]);
  expect(kept(held([ROSTER], { ...VIEW, height: 90 }))).toEqual([[3, 0, 100]]);
  expect(held([ROSTER], { ...VIEW, width: 190, height: 90 })).toEqual([]);
});

test("a cell merged over the edge of the heads keeps them where they are; of tables side by side the first stays", () => {
  expect(kept(held([ROSTER], VIEW, [{ top: 4, bottom: 5, left: 1, right: 1 }]))).toEqual([[3, 0, 100]]);
  expect(kept(held([ROSTER], VIEW, [{ top: 4, bottom: 5, left: 30, right: 30 }]))).toEqual([[3, 40, 100]]);
  expect(kept(held([{ ...ROSTER, rect: { ...ROSTER.rect, left: 22, right: 30 } }, ROSTER, { ...ROSTER, rect: { ...ROSTER.rect, top: 40, bottom: 50 }, headBottom: 40 }]))).toEqual([[3, 40, 100], [40, 20, 100]]);
});

test.each([
  ["in its place", VIEW, { row: 4, column: 2 }, { top: 60, left: 50 }],
  ["at the upper edge", { ...VIEW, top: 200 }, { row: 4, column: 9 }, { top: 220, left: 400 }],
  ["no lower than its table", { ...VIEW, top: 590 }, { row: 3, column: 9 }, { top: 560, left: 400 }],
  ["at the left edge", { ...VIEW, left: 300 }, { row: 10, column: 3 }, { top: 180, left: 350 }],
  ["away with the rest", { ...VIEW, top: 200, left: 300 }, { row: 10, column: 4 }, { top: 180, left: 150 }]
])("a cell is drawn %s, and found under the mouse there", (_, view, place, drawn) => {
  expect(drawnAt(held(), place, ROWS, COLUMNS, view)).toEqual(drawn);
  const [x, y] = [drawn.left + 5 - view.left, drawn.top + 5 - view.top];
  if (x >= 0 && y >= 40) expect(cellAt(held(), x, y, ROWS, COLUMNS, view)).toEqual(place);
});

test("what passes behind is not what the mouse is over", () => {
  expect(cellAt(held(), 20, 10, ROWS, COLUMNS, { ...VIEW, top: 200, left: 300 })).toEqual({ row: 3, column: 2 });
  expect(cellAt(held(), 120, 50, ROWS, COLUMNS, { ...VIEW, top: 200, left: 300 })).toEqual({ row: 13, column: 9 });
});

test.each([
  ["in view", { ...VIEW, top: 200, left: 300 }, "R15C12", { top: 200, left: 300 }],
  ["behind the heads", { ...VIEW, top: 200 }, "R12C8", { top: 180, left: 0 }],
  ["behind the names", { ...VIEW, left: 300 }, "R10C8", { top: 0, left: 250 }],
  ["among the heads that stay", { ...VIEW, top: 200 }, "R4C8", { top: 200, left: 0 }],
  ["among the heads, far away", { ...VIEW, top: 1200 }, "R4C8", { top: 0, left: 0 }],
  ["among the names that stay", { ...VIEW, top: 100, left: 700 }, "R15C2", { top: 100, left: 700 }]
])("going to a cell %s scrolls no farther than needed", (_, view, place, scrolled) => {
  const [row, column] = place.slice(1).split("C").map(Number) as [number, number];
  expect(scrolledTo(held(), { top: row, bottom: row, left: column, right: column }, ROWS, COLUMNS, view)).toEqual(scrolled);
});
