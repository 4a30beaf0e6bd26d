import { buildRoster, type PersonSpec } from "../../test/support/roster-builder";
import { findRosters } from "../tables/roster/roster";
import { cellName } from "../workbook";
import { rosterCells, type RosterCell } from "./roster-cells";

const PERSONS: PersonSpec[] = [{ months: "11" }, { months: "10" }, { months: "11", group: "uncertified" }];
const place = ({ reading: { at } }: RosterCell): string => cellName(at.row, at.column);

test("every printed number once, parts before their sums", () => {
  const { workbook } = buildRoster({ months: ["9月", "10月"], persons: PERSONS });
  const { persons, all } = rosterCells(findRosters(workbook)[0]!);
  expect(persons.map((cell) => cell!.kind)).toEqual(["person", "person", "person"]);
  expect(new Set(all.map(place)).size).toBe(all.length);
  for (const cell of all) for (const part of cell.parts) if (part.role !== null) expect(all.indexOf(part)).toBeLessThan(all.indexOf(cell));
  // Two months of three marks, 到岗小计, 2年以上 and two 有效人次 a group, and once more over all.
  expect(all).toHaveLength(3 + 3 * (6 + 2 + 2));
});

test("totals count the persons where the groups have no rows of their own", () => {
  const { bottom } = buildRoster({ months: ["9月", "10月"], persons: PERSONS });
  const groups = Object.entries(bottom).filter(([key]) => key.includes("certified")).map(([, row]) => row);
  const override = Object.fromEntries(groups.flatMap((row) => Array.from({ length: 15 }, (_, i) => [cellName(row, i + 1), null])));
  const { workbook } = buildRoster({ months: ["9月", "10月"], persons: PERSONS, override });
  const { all } = rosterCells(findRosters(workbook)[0]!);
  const grand = all.filter(({ row }) => row === "all");
  expect(grand.filter(({ kind }) => kind === "ticks").map(({ persons }) => persons)).toEqual(Array.from({ length: 6 }, () => [0, 1, 2]));
  expect(grand.filter(({ kind }) => kind === "month")).toHaveLength(2);
  expect(grand.find(({ column }) => column === "total")!.parts.map(({ kind }) => kind)).toEqual(["person", "person", "person"]);
});
