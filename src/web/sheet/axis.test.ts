import { Axis } from "./axis";

/** 1: 20, 2: 0, 3: 0, 4: 50, 5: 20 … 10: 20 */
const AXIS = new Axis(10, 20, new Map([[4, 50], [2, 0], [3, 0], [99, 7]]));

test("items stand one behind the other, hidden ones without room", () => {
  expect([1, 2, 3, 4, 5, 10].map((item) => AXIS.start(item))).toEqual([0, 20, 20, 20, 70, 170]);
  expect([1, 2, 4, 10].map((item) => AXIS.size(item))).toEqual([20, 0, 50, 20]);
  expect(AXIS.length).toBe(190);
  expect(AXIS.span(1, 4)).toBe(70);
});

test("the item at a distance is a shown one, at the ends too", () => {
  expect([-5, 0, 19.9, 20, 69, 70, 189, 1e9].map((distance) => AXIS.at(distance))).toEqual([1, 1, 1, 4, 4, 5, 10, 10]);
  expect(new Axis(3, 20, new Map([[1, 0]])).at(0)).toBe(2);
  expect(new Axis(3, 20, new Map([[3, 0]])).at(100)).toBe(2);
});

test("steps go over what is hidden, and end at the edge", () => {
  expect(AXIS.next(1, 1)).toBe(4);
  expect(AXIS.next(4, -1)).toBe(1);
  expect(AXIS.next(1, -1)).toBeNull();
  expect(AXIS.next(10, 1)).toBeNull();
});

test("a run of hidden items is known at the item behind it", () => {
  expect(AXIS.hiddenBefore(4)).toEqual({ first: 2, last: 3 });
  expect(AXIS.hiddenBefore(5)).toBeNull();
});

test("a million rows with one odd one are found without listing them", () => {
  const rows = new Axis(1_048_576, 20, new Map([[1_000_000, 400]]));
  expect(rows.start(1_048_576)).toBe(1_048_575 * 20 + 380);
  expect(rows.at(rows.start(1_048_576) + 1)).toBe(1_048_576);
});
