import { Axis } from "./axis";
import { commandOf, placeAfter, type Place } from "./keys";
import { Merges } from "./window";

/** 100 rows without the 3rd, 20 columns without the last; B5:D6 merged. */
const MOVES = {
  rows: new Axis(100, 20, new Map([[3, 0]])),
  columns: new Axis(20, 64, new Map([[20, 0]])),
  merges: new Merges([{ top: 5, left: 2, bottom: 6, right: 4 }], 100),
  page: 10
};
const at = (row: number, column: number): Place => ({ row, column });

test.each<[string, Place, Place, string]>([
  ["ArrowDown", at(2, 1), at(4, 1), "over a hidden row"],
  ["ArrowDown", at(4, 3), at(5, 2), "into a merged area: its first cell"],
  ["ArrowDown", at(5, 2), at(7, 2), "out of a merged area below"],
  ["ArrowRight", at(5, 2), at(5, 5), "out of a merged area on the right"],
  ["ArrowRight", at(1, 19), at(1, 19), "not beyond the last shown column"],
  ["ArrowUp", at(1, 1), at(1, 1), "not above the first row"],
  ["PageDown", at(95, 1), at(100, 1), "a page at the end"],
  ["PageUp", at(13, 1), at(2, 1), "a page onto a hidden row"],
  ["Home", at(9, 9), at(9, 1), "to the first column"],
  ["End", at(9, 9), at(9, 19), "to the last shown column"]
])("%s from %o leads to %o: %s", (key, from, to) => {
  expect(placeAfter(key, false, from, MOVES)).toEqual(to);
});

test("with Control to the ends", () => {
  expect(placeAfter("Home", true, at(50, 9), MOVES)).toEqual(at(1, 1));
  expect(placeAfter("End", true, at(50, 9), MOVES)).toEqual(at(100, 19));
  expect(placeAfter("ArrowDown", true, at(50, 9), MOVES)).toEqual(at(100, 9));
});

test("other keys lead nowhere", () => {
  expect(placeAfter("a", false, at(1, 1), MOVES)).toBeNull();
});

test.each([
  ["a", false, "type"], ["中", false, "type"], ["Process", false, "type"], ["Backspace", false, "type"], [" ", false, "type"], [" ", true, "open"], ["Enter", true, "open"],
  ["Enter", false, "write"], ["F2", true, "write"], ["Delete", true, "clear"], ["ArrowDown", false, null], ["Home", false, null], ["Shift", false, null], ["Escape", false, null]
])("the key %p in a cell (with a finding: %p) asks for %p", (key, hasFinding, expected) => {
  expect(commandOf({ key, ctrlKey: false, shiftKey: false }, hasFinding)).toBe(expected);
});

test("with Ctrl only undo is ours", () => {
  expect(["z", "v", "c", "a"].map((key) => commandOf({ key, ctrlKey: true, shiftKey: false }, false))).toEqual(["undo", null, null, null]);
});
