import { Axis } from "./axis";
import { itemsInView, Merges, offsetAt, offsetShowing, scrolledLength, scrollFor } from "./window";

test("a sheet of usual length is scrolled as it is", () => {
  expect(offsetAt(1234, 90_000, 600)).toBe(1234);
  expect(scrollFor(1234, 90_000, 600)).toBe(1234);
});

test("a sheet too long for a browser is scrolled to its very end and back", () => {
  const length = 1_048_576 * 20;
  expect(offsetAt(0, length, 600)).toBe(0);
  expect(offsetAt(scrolledLength(length) - 600, length, 600)).toBeCloseTo(length - 600, 3);
  for (const offset of [1, 500_000, 12_345_678]) expect(offsetAt(scrollFor(offset, length, 600), length, 600)).toBeCloseTo(offset, 3);
});

test("what is drawn reaches over the edges of the view", () => {
  expect(itemsInView(new Axis(1000, 20, new Map()), 400, 200, 40)).toEqual({ first: 19, last: 33 });
});

test.each([
  ["in view: nothing moves", 500, 500],
  ["just below the view: its end comes in", 690, 510],
  ["just above: its beginning comes in", 480, 480],
  ["from afar: a third from the top", 5000, 4940]
])("%s", (_, start, expected) => {
  expect(offsetShowing(start, 20, 500, 200)).toBe(expected);
});

test("merged areas are found from any cell and from any window that they reach into", () => {
  const title = { top: 1, left: 1, bottom: 1, right: 23 };
  const whole = { top: 3, left: 2, bottom: 1_048_576, right: 2 };
  const merges = new Merges([title, whole], 100);
  expect(merges.at(1, 12)).toBe(title);
  expect(merges.at(2, 2)).toBeNull();
  expect([...merges.within({ first: 50, last: 60 }, { first: 1, last: 5 })]).toEqual([whole]);
  expect([...merges.within({ first: 1, last: 9 }, { first: 10, last: 12 })]).toEqual([title]);
});
