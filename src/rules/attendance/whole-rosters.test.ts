import { readFileSync } from "node:fs";
import { buildRoster, type BuiltRoster, type PersonSpec, type RosterSpec } from "../../../test/support/roster-builder";
import { bottom, month, replaced, rosterOf } from "../../../test/support/roster-cases";
import { rows, workbookOf as builtWorkbook, type CellSpec } from "../../../test/support/sheet-builder";
import { readWorkbook } from "../../hosts/file";
import { render } from "../../messages";
import { check } from "../../report/check";
import { parseSettings, type SettingsInput } from "../../settings";
import { addressName, type Workbook } from "../../workbook";
import type { Finding } from "../finding";

function findings(workbook: Workbook, input: SettingsInput = {}): Finding[] {
  return check(workbook, parseSettings(input))!.findings.filter((finding) => finding.severity !== "info");
}

const brief = (found: readonly Finding[]): string[] => found.map((finding) => `${finding.severity} ${finding.rule} ${addressName(finding.at)}`);

const layouts: [string, Partial<RosterSpec>][] = [
  ["plain", {}],
  ["moved", { top: 5, left: 3 }],
  ["heads repeated", { pageBreak: 10 }],
  ["uncertified first", { uncertifiedFirst: true }],
  ["no 类型", { type: "label" }],
  ["typed throughout", { formulas: false }],
  ["one mark column", { markColumns: 1 }],
  ["other marks", { present: "✓", absent: "×" }]
];

describe.each(layouts)("layout: %s", (_, layout) => {
  test("a clean roster draws nothing", () => expect(brief(findings(rosterOf(undefined, layout).workbook))).toEqual([]));

  test("a wrong subtotal is one error, its sums are consequences", () => {
    const built = rosterOf((persons) => replaced(persons, 4, { total: 4 }), layout);
    const found = findings(built.workbook);
    expect(brief(found)).toEqual([`error attendance-person-total ${built.name(built.rows[4]!, "total")}`]);
    expect(found[0]).toMatchObject({ actual: "4", expected: "6", fix: { after: 6, before: 4 } });
    expect(found[0]!.consequences.map((consequence) => [addressName(consequence.at), consequence.actual, consequence.expected])).toEqual([
      [built.name(built.bottom["subtotal-certified"]!, "total"), "75.5", "77.5"], [built.name(built.bottom["grand"]!, "total"), "117.5", "119.5"]
    ]);
  });

  test("a half month counted in full that the rules do not settle: a warning with the reading", () => {
    const built = rosterOf((persons) => replaced(persons, 13, { total: 4 }), layout);
    const found = findings(built.workbook);
    expect(brief(found)).toEqual([`warning attendance-person-total ${built.name(built.rows[13]!, "total")}`]);
    expect(render(found[0]!.message)).toContain("11月18日入职（转入）的当月计满1人次");
  });

  test("a blank mark, an unknown mark", () => {
    for (const letter of ["b", "u"]) {
      const built = rosterOf((persons) => replaced(persons, 2, { months: `11${letter}111`, total: 6 }), { ...layout, formulas: false });
      const at = built.name(built.rows[2]!, built.monthColumns[2]!);
      expect(brief(findings(built.workbook))).toEqual([`error attendance-mark ${at}`]);
    }
  });

  test("序号 twice and missing", () => {
    const twice = rosterOf((persons) => replaced(persons, 3, { no: 3 }), layout);
    expect(brief(findings(twice.workbook))).toEqual([`error attendance-number ${twice.name(twice.rows[3]!, "no")}`]);
    const missing = rosterOf((persons) => persons.forEach((_, i) => replaced(persons, i, { no: i < 10 ? i + 1 : i + 2 })), { ...layout, uncertifiedFirst: false });
    expect(brief(findings(missing.workbook))).toEqual([`error attendance-number ${missing.name(missing.rows[10]!, "no")}`]);
  });
});

describe("a mark and the typed numbers around it disagree: each number by its own inputs, nothing at the mark", () => {
  const absent = "——";
  const mark = (b: BuiltRoster, person: number, m: number, j = 0): string => b.name(b.rows[person]!, month(b, m, j));
  const wrongMark = (person: number, m: number, j = 0) => (b: BuiltRoster): Record<string, string> => ({ [mark(b, person, m, j)]: absent });
  const typed = (override: (b: BuiltRoster) => Record<string, string | number | null>, spec: Partial<RosterSpec> = {}): { built: BuiltRoster; found: Finding[] } => {
    const all = { formulas: false, ...spec };
    const built = rosterOf(undefined, { ...all, override: override(rosterOf(undefined, all)) });
    return { built, found: findings(built.workbook) };
  };
  const errors = (found: readonly Finding[]): string[] => brief(found).filter((line) => line.startsWith("error"));

  test("a tick gone: subtotal, tick count, 有效人次, and the mark as a hint", () => {
    const { built: b, found } = typed(wrongMark(3, 2));
    const total = b.name(b.rows[3]!, "total");
    expect(errors(found).sort()).toEqual([
      `error attendance-person-total ${total}`, `error attendance-tick-count ${bottom(b, "subtotal-certified", month(b, 2))}`,
      `error attendance-month-total ${bottom(b, "effective-certified", month(b, 2))}`, `error attendance-retention ${bottom(b, "retention", month(b, 0))}`
    ].sort());
    const person = found.find((one) => addressName(one.at) === total)!;
    expect(render(person.message)).toContain(`若${mark(b, 3, 2)}实为“√”，则小计无误。`);
    expect(person.related.map((one) => addressName(one.at))).toEqual([mark(b, 3, 2)]);
    // A subtotal of 5 beside 6 months of 2年以上 would be the next error: what is to be done is said in words.
    expect(person.fix).toBeNull();
    expect(found.filter((one) => one.fix?.after === "√")).toEqual([]);
  });

  test("two persons of one month: a hint for each", () => {
    const { built: b, found } = typed((built) => ({ ...wrongMark(3, 2)(built), ...wrongMark(5, 2)(built) }));
    for (const i of [3, 5]) expect(render(found.find((one) => addressName(one.at) === b.name(b.rows[i]!, "total"))!.message)).toContain(`若${mark(b, i, 2)}实为`);
  });

  test("a month gone: its three marks in the hint", () => {
    const { built: b, found } = typed((built) => ({ ...wrongMark(3, 2, 0)(built), ...wrongMark(3, 2, 1)(built), ...wrongMark(3, 2, 2)(built) }));
    expect(render(found.find((one) => addressName(one.at) === b.name(b.rows[3]!, "total"))!.message)).toContain(`若${[0, 1, 2].map((j) => mark(b, 3, 2, j)).join("、")}实为`);
    expect(errors(found).filter((line) => line.includes("tick-count"))).toHaveLength(3);
  });

  test("only the subtotal disagrees: no hint", () => {
    const { built: b, found } = typed((built) => ({ [built.name(built.rows[3]!, "total")]: 5 }));
    expect(brief(found)).toEqual([`error attendance-person-total ${b.name(b.rows[3]!, "total")}`]);
    expect(render(found[0]!.message)).not.toContain("实为");
  });

  test("no 小计 column: tick count and 有效人次", () => {
    const { found } = typed(wrongMark(3, 2), { order: ["type", "no", "name", "position", "certificate", "contract", "months", "remark"] });
    expect(errors(found).map((line) => line.split(" ")[1]).sort()).toEqual(["attendance-month-total", "attendance-retention", "attendance-tick-count"]);
  });
});

describe("a subtotal that counts ticks outside the dates of the remark", () => {
  const outside = (change: Partial<PersonSpec>, i = 12): { b: BuiltRoster; found: string[]; follows: string[]; said: string } => {
    const b = rosterOf((p) => replaced(p, i, change), { retention: null });
    const found = findings(b.workbook);
    const follows = found.flatMap(({ consequences }) => consequences.map((one) => addressName(one.at)));
    return { b, follows, found: brief(found).filter((line) => !line.includes("month-total")), said: found.map((one) => render(one.message)).join("\n") };
  };

  test("after leaving: a warning at the mark, from which the subtotal follows", () => {
    const { b, found, follows } = outside({ months: "111000", remark: "2024.10.31离职", total: 3 });
    expect(found).toEqual([`warning attendance-outside ${b.name(b.rows[12]!, month(b, 2))}`]);
    expect(follows).toContain(b.name(b.rows[12]!, "total"));
  });

  test("before joining", () => {
    const { b, found, follows } = outside({ months: "01h111", remark: "2024.11.18入职", contract: "2024.10.1-2027.11.17", total: 4.5 }, 13);
    expect(found).toEqual([`warning attendance-outside ${b.name(b.rows[13]!, month(b, 1))}`]);
    expect(follows).toContain(b.name(b.rows[13]!, "total"));
  });

  test.each([[3, "计满1人次"], [2.5, "只计0.5人次"]])("the month that begins with leaving, counted %d in all: a reading", (total, says) => {
    const { b, found, said } = outside({ months: "111000", remark: "2024.11.1转出到乙社工站", total });
    expect(found.sort()).toEqual([`warning attendance-outside ${b.name(b.rows[12]!, month(b, 2))}`, `warning attendance-person-total ${b.name(b.rows[12]!, "total")}`]);
    expect(said).toContain(`11月1日离职（转出）的当月${says}`);
  });
});

describe("a mark that can't be read under formulas", () => {
  for (const letter of ["b", "u"]) {
    test(`=COUNTIF(…)/3 over ${letter}: the subtotal and its sums are consequences`, () => {
      const full = (row: number): number => row + 5 + 2 / 3;
      const built = rosterOf((p) => replaced(p, 2, { months: `11${letter}111`, total: full(0), senior: 6, totalFormula: '=COUNTIF(G#:X#,"√")/3' }), {});
      const sum = rosterOf((p) => replaced(p, 2, { months: `11${letter}111`, total: full(0), senior: 6, totalFormula: '=COUNTIF(G#:X#,"√")/3' }), { override: { [bottom(built, "grand", "total")]: 119.5 - 1 / 3 } });
      const found = findings(sum.workbook);
      expect(brief(found)).toEqual([`error attendance-mark ${sum.name(sum.rows[2]!, month(sum, 2))}`]);
      expect(found[0]!.consequences.map((one) => [addressName(one.at), one.expected])).toEqual([
        [sum.name(sum.rows[2]!, "total"), "6"], [bottom(sum, "subtotal-certified", "total"), "77.5"], [bottom(sum, "grand", "total"), "119.5"]
      ]);
    });
  }
});

describe("R6 read otherwise", () => {
  const persons = Array.from({ length: 20 }, (): PersonSpec => ({ months: "h11111" }));
  const spec: RosterSpec = { months: ["2023年7月", "8月", "9月", "10月", "11月", "12月"], agreement: "年度服务协议时间：2023年7月16日至2024年7月15日", persons };

  test("half in the month that counts half: nothing", () => expect(findings(buildRoster(spec).workbook)).toEqual([]));

  test("one person in full: a warning for that subtotal, its month follows", () => {
    const one = persons.map((person, i): PersonSpec => (i === 4 ? { months: "111111" } : person));
    const built = buildRoster({ ...spec, persons: one });
    const found = findings(built.workbook);
    expect(brief(found)).toEqual([`warning attendance-person-total ${built.name(built.rows[4]!, "total")}`]);
    expect(render(found[0]!.message)).toContain("按满月计");
    expect(found[0]!.consequences.map((follows) => addressName(follows.at))).toContain(built.name(built.bottom["effective-certified"]!, built.monthColumns[0]!));
  });

  test("a wrong 有效人次 of that month names equal reasons once", () => {
    const plain = buildRoster({ ...spec, formulas: false });
    const built = buildRoster({ ...spec, formulas: false, override: { [plain.name(plain.bottom["effective-certified"]!, plain.monthColumns[0]!)]: 4 } });
    const said = findings(built.workbook).map((one) => render(one.message)).find((message) => message.includes("有效人次"))!;
    expect(said).toContain("等20人三项齐全");
    expect(said.length).toBeLessThan(160);
  });

  test("everybody in full: one warning for the roster", () => {
    const built = buildRoster({ ...spec, persons: persons.map(() => ({ months: "111111" })) });
    expect(brief(findings(built.workbook))).toEqual([`warning attendance-person-total ${built.name(built.rows[0]!, "total")}`]);
  });
});

describe("the samples, with nothing set", () => {
  const found = async (name: string): Promise<string[]> => brief(findings(await readWorkbook(readFileSync(`samples/${name}.xlsx`)))).filter((line) => line.includes("attendance"));
  test("白鹤洞", async () => expect(await found("baihedong")).toEqual([
    "warning attendance-staff-number B7", "error attendance-number B31", "error attendance-person-total Y31", "warning attendance-shortage Y35", "warning attendance-retention-limit G37"
  ]));
  test("联和", async () => expect(await found("lianhe")).toEqual([
    "warning attendance-undated-leave X26", "warning attendance-absence X27", "warning attendance-undated-leave X28",
    "warning attendance-undated-leave X29", "error attendance-number B32"
  ]));
});

describe("a year in two parts on one sheet", () => {
  const marks = (absent: readonly number[], from: number): string[] => [0, 1, 2, 3, 4, 5].map((month) => (absent.includes(from + month) ? "——" : "√"));
  const ABSENT: readonly (readonly number[])[] = [[], [], [1, 2, 3], [], [], [9, 10, 11, 12]];
  const part = (title: string, from: number): CellSpec[][] => [[title], ["序号", "姓名", "持证", ...[0, 1, 2, 3, 4, 5].map((month) => `${from + month}月`), "小计"],
    ...ABSENT.map((absent, i): CellSpec[] => { const own = marks(absent, from); return [i + 1, `社工${i + 1}`, "是", ...own, own.filter((mark) => mark === "√").length]; })];
  const year = (retention: number): Finding[] => findings(builtWorkbook({ 到岗: { cells: rows("A1", [["某街社工站人员到岗情况表（2025年1月1日至2025年12月31日）"], ...part("上半年", 1), ...part("下半年", 7), ["稳岗率", ...Array<null>(8).fill(null), { v: retention, format: "0.00%" }]]) } }), { headcount: 6 })
    .filter(({ rule }) => rule === "attendance-retention");

  test("the 稳岗率 below the last is of the whole year", () => expect(year(4 / 6)).toEqual([]));
  test("and not of the last part alone", () => expect(year(5 / 6).map(({ severity, expected }) => [severity, expected])).toEqual([["error", "66.67%"]]));
});

describe("a station's points on sheets of their own", () => {
  const point = (name: string, first: number, retention: number): { cells: Record<string, CellSpec> } => ({
    cells: rows("A1", [[`某街社工站（${name}）社工到岗情况表（2025年7月1日至2025年12月31日）`], ["序号", "姓名", "持证", "7月", "8月", "9月", "10月", "11月", "12月", "小计"],
      ...[0, 1, 2, 3].map((i): CellSpec[] => [i + 1, `社工${first + i}`, "是", ...Array<string>(6).fill("√"), 6]), ["稳岗率", ...Array<null>(8).fill(null), { v: retention, format: "0.00%" }]])
  });
  const both = (a: number, b: number, headcount: number): string[] => findings(builtWorkbook({ 东站点: point("东站点", 1, a), 西站点: point("西站点", 5, b) }), { headcount })
    .filter(({ rule }) => rule === "attendance-retention").map(({ at, expected }) => `${at.sheet} ${expected}`);

  test("may each print their own 稳岗率", () => expect(both(1, 1, 4)).toEqual([]));
  test("or both that of the whole station", () => expect(both(1, 1, 8)).toEqual([]));
  test("of which one is wrong", () => expect(both(0.75, 1, 4)).toEqual(["东站点 100.00%"]));
});
