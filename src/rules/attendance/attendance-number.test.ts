import { replaced, rosterOf, testRosterRule } from "../../../test/support/roster-cases";
import { checkWorkbook } from "../../report";
import { cellKey, cellsOfFix, parseCellName, Sheet } from "../../workbook";
import { attendanceNumber } from "./attendance-number";

testRosterRule(attendanceNumber, {
  valid: {
    "a clean roster": {},
    "numbers that begin again in the second group": { change: (p) => p.forEach((_, i) => replaced(p, i, { no: i < 14 ? i + 1 : i - 13 })) }
  },
  invalid: {
    "missing where the uncertified stand first": {
      change: (p) => p.forEach((_, i) => replaced(p, i, { no: i < 10 ? i + 1 : i + 2 })), spec: { uncertifiedFirst: true },
      at: (b) => b.name(b.rows[10]!, "no"), severity: "error", says: "序号10之后直接到了序号12"
    },
    "left empty": { change: (p) => replaced(p, 5, { no: null }), at: (b) => b.name(b.rows[5]!, "no"), severity: "error" },
    "twice": { change: (p) => replaced(p, 3, { no: 3 }), at: (b) => b.name(b.rows[3]!, "no"), severity: "error" },
    "with the same name: one finding": { change: (p) => replaced(p, 6, { name: "社工003", no: 3 }), at: (b) => b.name(b.rows[6]!, "no"), severity: "error" }
  }
});

describe("numbering on from the first wrong number", () => {
  const offered = (change: Parameters<typeof rosterOf>[0], spec: Parameters<typeof rosterOf>[1] = {}) =>
    checkWorkbook(rosterOf(change, spec).workbook).findings.filter(({ rule }) => rule === "attendance-number")
      .map(({ fix }) => fix && cellsOfFix(fix).map(({ before, after }) => `${before}→${after}`).join(" "));

  test.each<[string, Parameters<typeof offered>, (string | null)[]]>([
    ["twice, the place of the second being free", [(p) => replaced(p, 3, { no: 3 })], ["3→4"]],
    ["twice, with others after it", [(p) => p.forEach((_, i) => replaced(p, i, { no: i < 18 ? i + 1 : i }))], ["18→19 19→20 20→21"]],
    ["one missing, with others after it", [(p) => p.forEach((_, i) => replaced(p, i, { no: i < 18 ? i + 1 : i + 2 }))], ["20→19 21→20 22→21"]],
    ["left empty", [(p) => replaced(p, 5, { no: null })], ["null→6"]],
    ["twice in two places: one change mends both", [(p) => p.forEach((_, i) => replaced(p, i, { no: i < 17 ? i + 1 : i < 19 ? i : i - 1 }))], ["17→18 18→19 18→20 19→21", null]],
    ["several missing: perhaps a page is", [(p) => p.forEach((_, i) => replaced(p, i, { no: i < 18 ? i + 1 : i + 4 }))], [null]],
    ["numbers that do not go upwards", [(p) => p.forEach((_, i) => replaced(p, i, { no: i === 3 ? 3 : i === 10 ? 12 : i === 11 ? 11 : i + 1 }))], [null]]
  ])("%s", (_, [change, spec], expected) => {
    expect(offered(change, spec)).toEqual(expected);
  });

  test("computed numbers are left to whoever made the formulas", () => {
    const built = rosterOf((p) => replaced(p, 3, { no: 3 }));
    const at = built.name(built.rows[5]!, "no");
    const { row, column } = parseCellName(at)!;
    const cells = new Map(built.sheet.cells);
    cells.set(cellKey(row, column), { ...cells.get(cellKey(row, column))!, formula: `=${built.name(built.rows[4]!, "no")}+1` });
    const offer = checkWorkbook({ ...built.workbook, sheets: [new Sheet({ ...built.sheet, cells })] }).findings.find(({ rule }) => rule === "attendance-number");
    expect(offer && offer.fix && cellsOfFix(offer.fix).length).toBe(1);
  });
});
