import { buildRoster, workbookOf, type BuiltRoster, type PersonSpec, type RosterSpec } from "../../../test/support/roster-builder";
import { checkWorkbook, type WorkbookReport } from "../../report";
import { parseSettings } from "../../settings";
import { cellKey, parseCellName, Sheet, type Scalar } from "../../workbook";

/** What the signs in the cells of a roster mean, and what is said of them. */
const MONTHS = ["9月", "10月", "11月", "12月", "2025年1月", "2025年2月"];
const PERSONS: PersonSpec[] = [
  { months: "111111", senior: 6 }, { months: "111111" }, { months: "111111" }, { months: "00h111", remark: "2024.11.18入职", contract: "2024.11.18-2027.11.17" },
  { months: "110000", remark: "2024.10.31离职" }, { months: "111111", group: "uncertified" }, { months: "111111", group: "uncertified" }
];
const SETTINGS = parseSettings({ headcount: 5, certifiedShare: 0.5 });

function report(spec: Partial<RosterSpec>, cells: (b: BuiltRoster) => Record<string, Scalar> = () => ({})): WorkbookReport {
  const built = buildRoster({ months: MONTHS, persons: PERSONS, retention: null, ...spec });
  const changed = new Map(built.sheet.cells);
  for (const [name, value] of Object.entries(cells(built))) {
    const { row, column } = parseCellName(name)!;
    changed.set(cellKey(row, column), { value, formula: null, text: value === null ? "" : String(value), format: "General" });
  }
  return checkWorkbook(workbookOf(new Sheet({ name: built.sheet.name, cells: changed, merges: built.sheet.merges })), { settings: SETTINGS });
}

const loud = ({ findings }: WorkbookReport): string[] => findings.filter(({ severity }) => severity !== "info").map((one) => `${one.severity} ${one.rule} ${one.cell}`);
const note = (text: string) => (b: BuiltRoster): Record<string, Scalar> => ({ [b.name(b.bottom["retention"]! + 2, 1)]: text });

test.each<[string, Scalar, Scalar]>([
  ["a tick in text presentation", "✔\ufe0e", "✘\ufe0e"], ["a tick in emoji presentation", "✔\ufe0f", "❌"], ["a light tick", "🗸", "–"], ["a ticked box", "🗹", "☒"], ["ticked and empty boxes", "☑", "□"],
  ["check boxes of Excel", true, false], ["the tick of Wingdings 2", "P", "——"], ["tick and cross of Wingdings 2", "P", "O"], ["tick and cross of Wingdings", "ü", "û"], ["boxes of Wingdings", "þ", "¨"]
])("%s: understood without a question", (_, present, absent) => {
  for (const formulas of [true, false]) {
    const found = report({ present: present as string, absent: absent as string, formulas });
    expect(loud(found)).toEqual([]);
    expect(found.evaluation!.staffing!.actual).toBe(35.5);
  }
});

describe.each<[string, string, string]>([["words", "出勤", "缺勤"], ["letters", "K", "Z"], ["figures", "◆", "◇"]])("%s that nobody explains", (_, present, absent) => {
  test("are one question, with what the printed numbers make of them", () => {
    const found = report({ present, absent, formulas: false });
    expect(loud(found)).toEqual(["warning attendance-mark G5"]);
    const [asked] = found.findings.filter(({ rule }) => rule === "attendance-mark");
    expect(asked).toMatchObject({ actual: present, fix: null });
    expect(asked!.message).toContain(`“${present}”到岗`);
    expect(asked!.message).toContain(`“${absent}”未到岗`);
    expect(found.evaluation!.staffing!.actual).toBe(35.5);
  });

  test("a number that differs is asked about, not called wrong, and not mended", () => {
    let at = "";
    const found = report({ present, absent, formulas: false }, (b) => ({ [(at = b.name(b.rows[1]!, "total"))]: 4 }));
    expect(loud(found).filter((line) => !line.includes("attendance-mark"))).toEqual([`warning attendance-person-total ${at}`]);
    expect(found.findings.every(({ fix }) => fix === null)).toBe(true);
  });

  test("where no number tells, nothing that rests on them is said", () => {
    const found = report({ present, absent, bottoms: false, order: ["type", "no", "name", "months", "remark"] });
    expect(loud(found)).toEqual(["warning attendance-mark D5"]);
    expect(found.findings[0]!.message).toContain("没有核对人次");
  });

  test("explained by a note they are understood, and the note is quoted", () => {
    const legend = `注：“${present}”表示到岗，“${absent}”表示未到岗。`;
    const found = report({ present, absent }, note(legend));
    expect(loud(found)).toEqual([]);
    expect(found.evaluation!.notes.join()).toContain(legend);
  });
});

describe("blanks", () => {
  test("among dashes are missing", () => {
    let at = "";
    expect(loud(report({ formulas: false }, (b) => ({ [(at = b.name(b.rows[0]!, b.monthColumns[1]!))]: null })))).toEqual([`error attendance-mark ${at}`]);
  });
  test.each(["注：空白表示当月未到岗。", "说明：到岗打√，未到岗的留空", "空格为不在岗；√为在岗"])("where a note says so are absence: %s", (legend) => {
    const found = report({ absent: null }, note(legend));
    expect(loud(found)).toEqual([]);
    expect(found.evaluation!.notes.join()).toContain(legend);
  });
});

describe("half months", () => {
  const half = (mark: Scalar) => (b: BuiltRoster): Record<string, Scalar> => Object.fromEntries([0, 1, 2].map((j) => [b.name(b.rows[3]!, b.monthColumns[2]! + j), mark]));
  test.each([0.5, "0.5", "半", "半月"])("as %p are understood where the printed numbers agree", (mark) => {
    const found = report({ formulas: true }, (b) => ({ ...half(mark)(b), ...Object.fromEntries([0, 1, 2].flatMap((j) => [[b.name(b.bottom["subtotal-certified"]!, b.monthColumns[2]! + j), 3], [b.name(b.bottom["grand"]!, b.monthColumns[2]! + j), 5]])) }));
    expect(loud(found).filter((line) => line.startsWith("error"))).toEqual([]);
    expect(found.evaluation!.staffing!.actual).toBe(35.5);
  });
  test("without a reason in the remark are asked about", () => {
    let at = "";
    const found = report({ markColumns: 1, formulas: false, persons: PERSONS.map((person, i) => (i === 1 ? { ...person, months: "1h1111" } : person)) }, (b) => ({ [(at = b.name(b.rows[1]!, b.monthColumns[1]!))]: 0.5, [b.name(b.bottom["subtotal-certified"]!, b.monthColumns[1]!)]: 3, [b.name(b.bottom["grand"]!, b.monthColumns[1]!)]: 5 }));
    expect(loud(found)).toEqual([`warning attendance-mark ${at}`]);
  });
  test("one among ticks that no number counts is a slip", () => {
    let at = "";
    expect(loud(report({ formulas: false }, (b) => ({ [(at = b.name(b.rows[1]!, b.monthColumns[1]!))]: "半" })))).toEqual([`error attendance-mark ${at}`]);
  });
});


test("ticks that formulas pass over are mended together", () => {
  const { findings } = report({}, (b) => Object.fromEntries([0, 1, 2].map((j) => [b.name(b.rows[1]!, b.monthColumns[2]! + j), "\u200e√\ufe0f"])));
  const { fix } = findings.find(({ rule }) => rule === "attendance-mark")!;
  expect([fix!.after, ...fix!.also!.map(({ after }) => after)]).toEqual(["√", "√", "√"]);
});
