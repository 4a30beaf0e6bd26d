import { rows, type CellSpec } from "../../test/support/sheet-builder";
import { evidenceIn } from "./evidence.fixture";

const PATTERN = ["111111", "111100", "110111", "111111", "000111"];
/** Persons with marks, the count of each row beside them and of each column below. */
const roster = (present: string, absent: string, counts: boolean): Record<string, CellSpec> => {
  const lines = PATTERN.map((line, i): CellSpec[] => [`社工${i}`, ...[...line].map((bit) => (bit === "1" ? present : absent)), counts ? [...line].filter((bit) => bit === "1").length : null]);
  const below = Array.from({ length: 6 }, (_, column) => PATTERN.filter((line) => line[column] === "1").length);
  return rows("A1", [...lines, counts ? ["小计", ...below] : []]);
};
const counted = (cells: Record<string, CellSpec>): string | null => evidenceIn(cells).marks[0]?.counted?.mark ?? null;

test.each<[string, Record<string, CellSpec>, string | null]>([
  ["ticks that the numbers count", roster("√", "-", true), "√"],
  ["a mark that nobody knows", roster("P", "X", true), "p"],
  ["a tick with a variation selector", roster("✔\ufe0f", "×", true), "√"],
  ["nothing counts them", roster("√", "-", false), null]
])("%s", (_, cells, mark) => expect(counted(cells)).toBe(mark));

test("three marks a month, a person's month counts with all of them", () => {
  const months = [["√√√", "√√√", "√-√"], ["√√√", "---", "√√√"], ["√√√", "√√√", "√√√"], ["---", "---", "√√√"]];
  const cells = rows("A1", months.map((person, i): CellSpec[] => [`社工${i}`, ...person.join(""), person.filter((month) => month === "√√√").length]));
  expect(evidenceIn(cells).marks[0]).toMatchObject({ width: 3, counted: { mark: "√", missed: [] } });
});

test("names, and columns of slashes that are rates without a target, are no marks", () => {
  const names = rows("A1", Array.from({ length: 12 }, (_, i): CellSpec[] => [`甲${i}`, `乙${i}`]));
  expect(evidenceIn(names).marks).toEqual([]);
});
