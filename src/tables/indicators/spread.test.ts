import { rows, workbookOf, type CellSpec, type SheetSpec } from "../../../test/support/sheet-builder";
import { checkWorkbook } from "../../report";

/** Targets, done values and rates on three sheets of one shape. */
const AREAS = ["东片", "西片", "南片"];
const NAMES = ["电访（人次）", "入户探访（户）", "个案（个）"];
const TARGETS = [[300, 200, 12], [260, 180, 10], [320, 240, 15]];
const DONE = [[310, 150, 12], [200, 190, 11], [330, 260, 9]];
const letter = (column: number): string => "ABCD"[column]!;
type Cells = Readonly<Record<string, CellSpec>>;

function sheet(title: string, cell: (row: number, column: number) => CellSpec, changed: Cells = {}): SheetSpec {
  const line = (name: string, row: number): CellSpec[] => [name, ...NAMES.map((_, column) => cell(row, column + 1))];
  return { cells: { ...rows("A1", [[title], ["片区", ...NAMES], ...AREAS.map((name, i) => line(name, i + 3)), line("合计", 6)]), ...changed }, merges: ["A1:D1"] };
}

const counts = (title: string, numbers: readonly (readonly number[])[], changed?: Cells): SheetSpec =>
  sheet(title, (row, column) => (row === 6 ? `=SUM(${letter(column)}3:${letter(column)}5)` : numbers[row - 3]![column - 1]!), changed);
const total = (numbers: readonly (readonly number[])[], column: number): number => numbers.reduce((sum, line) => sum + line[column - 1]!, 0);
const byFormula = (row: number, column: number): CellSpec => ({ f: `=IFERROR(实绩!${letter(column)}${row}/任务数!${letter(column)}${row},"/")`, format: "0.00%" });
const typed = (row: number, column: number): CellSpec => {
  const rate = row === 6 ? total(DONE, column) / total(TARGETS, column) : DONE[row - 3]![column - 1]! / TARGETS[row - 3]![column - 1]!;
  return { v: Math.round(rate * 10000) / 10000, format: "0.00%" };
};

interface Changes { readonly targets?: Cells; readonly done?: Cells; readonly rates?: Cells; readonly rate?: (row: number, column: number) => CellSpec }

function check({ targets, done, rates, rate = byFormula }: Changes): { readonly tables: string[]; readonly found: string[] } {
  const { tables, findings } = checkWorkbook(workbookOf({
    任务数: counts("甲街社工站2025年任务数", TARGETS, targets), 实绩: counts("甲街社工站2025年实绩", DONE, done), 比率: sheet("甲街社工站2025年指标完成率", rate, rates)
  }));
  return {
    tables: tables.map(({ kind, sheet: name, range }) => `${kind} ${name}!${range}`),
    found: findings.filter(({ severity }) => severity !== "info").map(({ rule, sheet: name, cell, expected }) => `${rule} ${name}!${cell} ${expected}`)
  };
}

describe("targets, done values and rates on three sheets", () => {
  test.each<[string, Changes]>([["by formulas", {}], ["typed throughout", { rate: typed }]])("are one table: %s", (_, changes) => {
    expect(check(changes)).toEqual({ tables: ["indicators 比率!A2:D6"], found: [] });
  });

  test.each<[string, Changes, string]>([
    ["a rate of another row", { rates: { C4: { f: "=实绩!C4/任务数!C3", format: "0.00%" } } }, "formula-wrong 比率!C4 105.56%"],
    ["a typed rate", { rate: typed, rates: { C4: { v: 0.9, format: "0.00%" } } }, "rate-mismatch 比率!C4 105.56%"],
    ["a sum that was typed", { done: { B6: 800 } }, "total-mismatch 实绩!B6 840"],
    ["a sum that adds a row twice", { targets: { C6: "=SUM(C3:C5)+C3" } }, "formula-wrong 任务数!C6 620"],
    ["a number with its unit", { done: { D4: "11个" } }, "text-number 实绩!D4 11"]
  ])("what is wrong is found where it stands: %s", (_, changes, expected) => expect(check(changes).found).toEqual([expected]));

  it("may be a list", () => {
    const list = (title: string, cell: (row: number) => CellSpec): SheetSpec => ({ cells: rows("A1", [[title], ["指标", "数量"], ...["电访", "入户探访", "个案", "小组", "志愿者培训"].map((name, i): CellSpec[] => [name, cell(i + 3)])]) });
    const tables = {
      任务数: list("甲街社工站", (row) => 100 + row), 实绩: list("甲街社工站", (row) => 60 + 3 * row),
      比率: list("甲街社工站2025年完成率", (row) => ({ f: `=实绩!B${row}/任务数!B${row === 5 ? 4 : row}`, format: "0.00%" }))
    };
    expect(checkWorkbook(workbookOf(tables)).findings.filter(({ severity }) => severity === "error").map(({ rule, cell }) => `${rule} ${cell}`)).toEqual(["formula-wrong B5"]);
  });

  it("are no table where two sheets only happen to have the same heads", () => {
    expect(check({ rate: (row, column) => ({ v: (row * 7 + column * 13) % 100 / 100, format: "0.00%" }) }).tables).toEqual([]);
  });
});
