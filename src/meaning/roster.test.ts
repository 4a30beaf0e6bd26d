import { readFileSync } from "node:fs";
import { buildRoster, sheetOf, workbookOf, type PersonSpec } from "../../test/support/roster-builder";
import { Evaluator } from "../formulas";
import { readWorkbook } from "../hosts/file";
import { settingsFor } from "../settings";
import { findRosters } from "../tables/roster/roster";
import { findScores } from "../tables/scores/scores";
import { parseCellName, type Workbook } from "../workbook";
import { Prover } from "./proof";
import { rosterMeanings } from "./roster";
import { scoreMeanings } from "./scores";

const MONTHS = ["9月", "10月", "11月", "12月", "2025年1月", "2025年2月"];
const FULL: PersonSpec = { months: "111111" };

/** How a formula is judged as the content of a cell. */
function judged(workbook: Workbook, cell: string, formula: string): string {
  const settings = settingsFor({});
  const sets = [...findRosters(workbook).map((roster) => rosterMeanings(roster, settings)), ...findScores(workbook).map((scores) => scoreMeanings(scores, settings))];
  const set = { meanings: sets.flatMap((one) => one.meanings), variables: sets.flatMap((one) => one.variables) };
  const at = parseCellName(cell)!;
  const meaning = set.meanings.find((one) => one.at.row === at.row && one.at.column === at.column)!;
  return new Prover(workbook, new Evaluator(workbook), set).prove(meaning, formula).state;
}

const roster = buildRoster({
  months: MONTHS,
  persons: [FULL, { months: "h11110", remark: "2024.9.20入职\n2025.1.31离职" }, { months: "110000", remark: "2024.10.31离职" }, { ...FULL, group: "uncertified" }]
});
const total = (person: number): string => roster.name(roster.rows[person]!, "total");

test.each([
  ["=COUNTIF(G5:X5,\"√\")/3", "right"],
  ["=SUMPRODUCT((G5:X5=\"√\")*1)/3", "right"],
  ["=ROUND(COUNTIF($G5:$X5,$G$5)/3,1)", "wrong"],
  ["=COUNTIF(G5:X5,\"√\")", "wrong"],
  ["=COUNTIF(G5:U5,\"√\")/3", "wrong"],
  ["=COUNTIF(G6:X6,\"√\")/3", "wrong"],
  ["=6", "wrong"]
])("a person who counts full months: %s is %s", (formula, state) => expect(judged(roster.workbook, total(0), formula)).toBe(state));

test.each([["=COUNTIF(G6:X6,\"√\")/3-0.5", "right"], ["=COUNTIF(J6:X6,\"√\")/3+0.5", "right"], ["=COUNTIF(G6:X6,\"√\")/3", "wrong"]])(
  "a person with a half month: %s is %s", (formula, state) => expect(judged(roster.workbook, total(1), formula)).toBe(state));

test("ticks, months, sums", () => {
  const at = (key: string, column: number | string): string => roster.name(roster.bottom[key]!, column);
  const [september] = roster.monthColumns;
  expect(judged(roster.workbook, at("subtotal-certified", september!), "=COUNTIF(G5:G7,\"√\")")).toBe("right");
  expect(judged(roster.workbook, at("subtotal-certified", september!), "=COUNTIF(G5:G6,\"√\")")).toBe("wrong");
  expect(judged(roster.workbook, at("effective-certified", september!), "=COUNTIF(G5:G7,\"√\")-0.5")).toBe("right");
  expect(judged(roster.workbook, at("effective-certified", september!), "=G8")).toBe("wrong");
  expect(judged(roster.workbook, at("subtotal-certified", "total"), "=SUM(Y5:Y7)")).toBe("right");
  expect(judged(roster.workbook, at("subtotal-certified", "total"), "=SUM(Y5:Y6)")).toBe("wrong");
  expect(judged(roster.workbook, at("subtotal-certified", "senior"), "=SUM(Z5:Z7)")).toBe("right");
  expect(judged(roster.workbook, at("grand", "total"), "=Y8+Y11")).toBe("right");
  expect(judged(roster.workbook, at("grand", "total"), "=SUM(Y5:Y7,Y10)")).toBe("right");
  expect(judged(roster.workbook, at("grand", "total"), "=Y8+Y10+Y11")).toBe("wrong");
  expect(judged(roster.workbook, at("grand-effective", september!), "=G9+G12")).toBe("right");
  expect(judged(roster.workbook, at("retention", september!), "=2/20")).toBe("right");
  expect(judged(roster.workbook, at("retention", september!), "=3/20")).toBe("wrong");
});

test("a subtotal that only another reading gives is not judged", () => {
  const { workbook, name, rows } = buildRoster({ months: MONTHS, persons: [{ months: "111111", remark: "2024.9.20入职" }, FULL] });
  expect(judged(workbook, name(rows[0]!, "total"), "=COUNTIF(G4:X4,\"√\")/3")).toBe("cannot-tell");
});

test.each(["baihedong", "lianhe"])("every formula of the sample's roster is right: %s", async (sample) => {
  const workbook = await readWorkbook(readFileSync(`samples/${sample}.xlsx`));
  const set = rosterMeanings(findRosters(workbook)[0]!, settingsFor({}));
  const prover = new Prover(workbook, new Evaluator(workbook), set);
  const states = set.meanings.flatMap((meaning) => {
    const formula = workbook.sheets.find((sheet) => sheet.name === meaning.at.sheet)!.cell(meaning.at.row, meaning.at.column)?.formula;
    return formula ? [prover.prove(meaning, formula).state] : [];
  });
  expect(states.length).toBeGreaterThan(50);
  expect(new Set(states)).toEqual(new Set(["right"]));
});

test("scores: mean over the areas, conversion, sum", () => {
  const table = workbookOf(sheetOf("评分", {
    A1: "评分表", A2: "评估内容", B2: "标准分", C2: "评分", D2: "折算分", A3: "服务监测", B3: 10, C3: 9, D3: 9, A4: "服务质量（第一片区）", B4: 20, C4: 16, D4: 17, A5: "服务质量（第二片区）", B5: 20, C5: 18, A6: "总分", D6: 26
  }, ["D4:D5"]));
  expect(judged(table, "D3", "=C3")).toBe("right");
  expect(judged(table, "D4", "=AVERAGE(C4:C5)")).toBe("right");
  expect(judged(table, "D4", "=ROUND((C4+C5)/2,2)")).toBe("right");
  expect(judged(table, "D4", "=AVERAGE(C3:C5)")).toBe("wrong");
  expect(judged(table, "D6", "=SUM(D3:D5)")).toBe("right");
  expect(judged(table, "D6", "=SUM(C3:C5)")).toBe("wrong");
});
