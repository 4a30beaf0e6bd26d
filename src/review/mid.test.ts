import { buildRoster, type PersonSpec } from "../../test/support/roster-builder";
import { cleanStation, type Changes } from "../../test/support/station";
import { rows, workbookOf, type CellSpec } from "../../test/support/sheet-builder";
import { cellKey, keyToRowColumn, Sheet, type Workbook } from "../workbook";
import { holdAgainstMid, takeSitting, type MidReview } from ".";

const FIRST = ["2024年9月", "10月", "11月", "12月", "2025年1月", "2月"];
const TIMES = {
  mid: { title: "（2024年9月10日至2025年2月28日）", months: FIRST },
  whole: { title: "（2024年9月10日至2025年8月31日）", months: [...FIRST, "3月", "4月", "5月", "6月", "7月", "8月"] },
  rest: { title: "（2025年3月1日至2025年8月31日）", months: ["2025年3月", "4月", "5月", "6月", "7月", "8月"] },
  late: { title: "（2025年4月1日至2025年8月31日）", months: ["2025年4月", "5月", "6月", "7月", "8月"] }
} as const;

const people = (months: (name: string) => string, more: readonly PersonSpec[] = []): PersonSpec[] =>
  [...["甲", "乙", "丙", "丁"].map((name): PersonSpec => ({ name, months: months(name), contract: "2020.1.1-2029.3.27" })), ...more];

/** A station at that time: indicators with some cells changed, and a roster. */
function station(time: keyof typeof TIMES, changes: Changes = {}, persons = people(() => "1".repeat(TIMES[time].months.length)), agreement = "年度服务协议时间：2024年9月10日至2025年9月9日", posts?: number): Workbook {
  const sheets = cleanStation();
  for (const name of Object.keys(sheets)) sheets[name] = { ...sheets[name]!, cells: { ...sheets[name]!.cells, A1: `某街社工站指标完成情况统计表${TIMES[time].title}` } };
  for (const [address, spec] of Object.entries(changes)) {
    const [sheet, cell] = address.split("!") as [string, string];
    sheets[sheet] = { ...sheets[sheet]!, cells: { ...sheets[sheet]!.cells, [cell]: spec } };
  }
  const { title, months } = TIMES[time];
  const roster = buildRoster({ months, title: `某街社工站到岗情况统计表${title}`, persons, agreement, ...(posts !== undefined && { retention: 4 / posts }) }).workbook;
  return { ...workbookOf(sheets), sheets: [...workbookOf(sheets).sheets, ...roster.sheets] };
}

const held = (mid: Workbook, final: Workbook): { found: unknown[]; mid: MidReview } => {
  const outcome = holdAgainstMid(takeSitting(mid, { fileName: "中期" }), takeSitting(final, { fileName: "末期" }));
  return { found: outcome.findings.map(({ rule, cell, actual }) => [rule, cell, actual]), mid: outcome.mid };
};

test("a year that goes on as it began draws nothing", () => {
  const { found, mid } = held(station("mid"), station("whole"));
  expect(found).toEqual([]);
  expect(mid).toMatchObject({ span: "whole", file: "中期", retention: { retained: 4 } });
  expect(mid.progress.length).toBeGreaterThan(5);
  expect(held(station("mid"), station("rest")).found).toEqual([]);
  expect(held(station("mid"), station("rest")).mid).toMatchObject({ span: "rest", retention: { retained: 4 } });
});

test.each<[string, Changes, unknown[]]>([
  ["less done, the total follows", { "指标!D4": 620 }, [["mid-done", "D4", "620"]]],
  ["another target", { "指标!C4": 500 }, [["mid-target", "C4", "500"]]],
  ["more done", { "指标!D4": 700 }, []]
])("%s", (_, changes, expected) => expect(held(station("mid"), station("whole", changes)).found).toEqual(expected));

test("稳岗率 by other posts than at mid-term", () => {
  const by = (time: "mid" | "whole", posts: number): Workbook => station(time, {}, undefined, undefined, posts);
  expect(held(by("mid", 5), by("whole", 5)).found).toEqual([]);
  expect(held(by("mid", 5), by("whole", 6)).found).toEqual([["mid-agreement", expect.any(String), "66.67%"]]);
  // One is gone and the rate stands as it stood: that says nothing of the posts.
  const fewer = station("whole", {}, people(() => "1".repeat(12)).filter(({ name }) => name !== "丙"), undefined, 5);
  expect(held(by("mid", 5), fewer).found.map((each) => (each as unknown[])[0])).toEqual(["mid-staff"]);
});

test("an indicator that mid-term told of and the end does not", () => {
  const gone = Object.fromEntries(["A4", "A5", "B5", "C5", "A6", "B6", "C6"].map((cell) => [`卡!${cell}`, null]));
  expect(held(station("mid"), station("whole", gone)).found).toEqual([["mid-target", "A1", ""]]);
});

test("in the rest of a year less may be done than before", () => {
  expect(held(station("mid"), station("rest", { "指标!D4": 20 })).found).toEqual([]);
});

test("under a title that names the rest of the year numbers may go on with those of mid-term: then none may fall", () => {
  const [mid, doubled] = [station("mid"), station("rest")];
  const sheets = doubled.sheets.map((sheet) => {
    const cells = new Map([...sheet.cells].map(([key, cell]) => {
      const isDone = sheet.name === "指标" && typeof cell.value === "number" && cell.formula === null && isDoneColumn(sheet, key);
      return [key, isDone ? { ...cell, value: (cell.value as number) * 2, text: String((cell.value as number) * 2) } : cell] as const;
    }));
    return new Sheet({ ...sheet, cells });
  });
  expect(held(mid, { ...doubled, sheets }).found).toEqual([]);
  const one = sheets.map((sheet) => (sheet.name === "指标" ? new Sheet({ ...sheet, cells: new Map(sheet.cells).set(cellKey(4, 4), { value: 600, formula: null, text: "600", format: "General" }) }) : sheet));
  expect(held(mid, { ...doubled, sheets: one }).found).toEqual([["mid-done", "D4", "600"]]);
});

/** The head of its column says 完成. */
function isDoneColumn(sheet: Sheet, key: number): boolean {
  const { row, column } = keyToRowColumn(key);
  const head = sheet.rows().filter((each) => each < row).map((each) => sheet.cell(each, column)?.text ?? "").filter((text) => /协议|完成|百分比|要求/.test(text)).pop() ?? "";
  return /完成/.test(head) && !/百分比/.test(head);
}

test("another agreement; a gap between the periods", () => {
  expect(held(station("mid"), station("whole", {}, undefined, "年度服务协议时间：2024年9月10日至2025年12月31日")).found.map((each) => (each as unknown[])[0])).toEqual(["mid-agreement"]);
  expect(held(station("mid"), station("late"))).toMatchObject({ found: [["mid-months", "A1", "2025-04-01 – 2025-08-31"]], mid: { span: null, retention: null } });
});

describe("staff", () => {
  const rules = (mid: Workbook, final: Workbook): unknown[] => held(mid, final).found.map((each) => (each as unknown[])[0]);

  test("a month of the first half that counts otherwise now, somebody put in, somebody gone", () => {
    expect(rules(station("mid", {}, people((name) => (name === "乙" ? "110111" : "111111"))), station("whole"))).toEqual(["mid-staff"]);
    expect(rules(station("mid"), station("whole", {}, people(() => "1".repeat(12), [{ name: "戊", months: "1".repeat(12), contract: "2020.1.1-2029.3.27" }])))).toEqual(["mid-staff"]);
    expect(rules(station("mid"), station("whole", {}, people(() => "1".repeat(12)).filter(({ name }) => name !== "丙")))).toEqual(["mid-staff"]);
  });

  test("the end of one roster and the start of the next", () => {
    const without = people(() => "111111").filter(({ name }) => name !== "丙");
    expect(rules(station("mid"), station("rest", {}, without))).toEqual(["mid-staff"]);
    expect(rules(station("mid", {}, people(() => "111111").map((person) => (person.name === "丙" ? { ...person, remark: "2025.2.28离职" } : person))), station("rest", {}, without))).toEqual([]);
    const joined = (remark?: string): PersonSpec[] => people(() => "111111", [{ name: "戊", months: "111111", contract: "2020.1.1-2029.3.27", remark }]);
    expect(rules(station("mid"), station("rest", {}, joined()))).toEqual(["mid-staff"]);
    expect(rules(station("mid"), station("rest", {}, joined("2025.3.1昌华社工站转入")))).toEqual([]);
  });

  test("the group of a person and the first day of a contract stay, unless a remark speaks of it or a new contract was signed", () => {
    const other = (change: Partial<PersonSpec>): Workbook => station("rest", {}, people(() => "111111").map((person) => (person.name === "丙" ? { ...person, ...change } : person)));
    expect(rules(station("mid"), other({ group: "uncertified" }))).toEqual(["mid-staff"]);
    expect(rules(station("mid"), other({ group: "uncertified", remark: "证书注册到期" }))).toEqual([]);
    expect(rules(station("mid"), other({ contract: "2021.1.1-2029.3.27" }))).toEqual(["mid-staff"]);
    expect(rules(station("mid"), other({ contract: "2025.3.1-2030.2.28" }))).toEqual([]);
  });

  test("no name is in what is told", () => {
    const outcome = holdAgainstMid(takeSitting(station("mid")), takeSitting(station("rest", {}, people(() => "111111").filter(({ name }) => name !== "丙"))));
    expect(JSON.stringify(outcome)).not.toMatch(/丙/);
  });
});

/** A ledger as it was at mid-term, or carried on from there. */
function ledger(first: readonly number[], second: readonly number[] | null, changes: Record<string, CellSpec> = {}): Workbook {
  const { title } = second ? TIMES.rest : TIMES.mid;
  const items = ["建档", "电访", "入户探访", "咨询个案", "小组节数", "小组人次", "活动次数", "活动人次"];
  const cells = rows("A1", [[`某街社工站指标完成情况统计表${title}`], ["指标内容", "协议量", "以前", "这次", "合起来", "完成率"], ...items.map((item, i): CellSpec[] => {
    const row = i + 3;
    return [item, 400, second ? first[i]! : 0, second ? second[i]! : first[i]!, `=C${row}+D${row}`, { f: `=E${row}/B${row}`, format: "0.00%" }];
  })]);
  return workbookOf({ 台账: { cells: { ...cells, ...changes } } });
}

describe("a ledger carries on what there was at mid-term", () => {
  const [FIRST_HALF, SECOND_HALF] = [[163, 188, 120, 96, 52, 145, 31, 270], [117, 131, 145, 33, 21, 99, 12, 88]];
  test.each<[string, Record<string, CellSpec>, unknown[]]>([
    ["as it was", {}, []],
    ["one is another number", { C6: 98 }, [["mid-done", "C6", "98"]]],
    ["one is less, and so is the sum", { C4: 150, D4: 0 }, [["mid-done", "C4", "150"]]]
  ])("%s", (_, changes, expected) => expect(held(ledger(FIRST_HALF, null), ledger(FIRST_HALF, SECOND_HALF, changes)).found).toEqual(expected));
});
