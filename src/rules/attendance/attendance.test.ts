import { readFileSync } from "node:fs";
import { buildRoster, sheetOf, workbookOf, type BuiltRoster, type PersonSpec, type RosterSpec } from "../../../test/support/roster-builder";
import { readWorkbook } from "../../hosts/file";
import { render } from "../../messages";
import { check } from "../../report/check";
import { parseSettings, type SettingsInput } from "../../settings";
import { addressName, type Workbook } from "../../workbook";
import type { Finding } from "../finding";

const MONTHS = ["9月", "10月", "11月", "12月", "2025年1月", "2025年2月"];
const AGREEMENT = "年度服务协议时间：2024年9月10日至2025年9月9日";

/** A clean roster: 20 of 20 posts filled in every month, and one who left and one who came. */
const CLEAN: PersonSpec[] = [
  ...Array.from({ length: 12 }, (): PersonSpec => ({ months: "111111", senior: 6 })),
  { months: "110000", remark: "2024.10.31离职" },
  { months: "00h111", remark: "2024.11.18入职", contract: "2024.11.18-2027.11.17" },
  ...Array.from({ length: 7 }, (): PersonSpec => ({ months: "111111", group: "uncertified" }))
];

function rosterOf(change: (persons: PersonSpec[]) => void = () => undefined, spec: Partial<RosterSpec> = {}): BuiltRoster {
  const persons = CLEAN.map((person) => ({ ...person }));
  change(persons);
  return buildRoster({ months: MONTHS, agreement: AGREEMENT, persons, ...spec });
}

function findings(workbook: Workbook, input: SettingsInput = {}): Finding[] {
  return check(workbook, parseSettings(input))!.findings.filter((finding) => finding.severity !== "info");
}

const brief = (found: readonly Finding[]): string[] => found.map((finding) => `${finding.severity} ${finding.rule} ${addressName(finding.at)}`);

function replaced(persons: PersonSpec[], index: number, change: Partial<PersonSpec>): void {
  persons[index] = { ...persons[index]!, ...change };
}

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

interface Case {
  readonly name: string;
  readonly change?: (persons: PersonSpec[]) => void;
  readonly spec?: Partial<RosterSpec>;
  /** Cells written over after building: column name or letter with the row's key. */
  readonly override?: (built: BuiltRoster) => Record<string, string | number | null>;
  readonly settings?: SettingsInput;
  readonly expected: (built: BuiltRoster) => string[];
  readonly says?: string;
}

const month = (built: BuiltRoster, m: number, j = 0): number => built.monthColumns[m]! + j;
const bottom = (built: BuiltRoster, key: string, column: number | string): string => built.name(built.bottom[key]!, column);

const cases: Case[] = [
  { name: "a number missing where the uncertified stand first", change: (p) => p.forEach((_, i) => replaced(p, i, { no: i < 10 ? i + 1 : i + 2 })), spec: { uncertifiedFirst: true },
    expected: (b) => [`error attendance-number ${b.name(b.rows[10]!, "no")}`], says: "序号10之后直接到了序号12" },
  { name: "no period stated: the last month as the subtotals take it", change: (p) => p.forEach((person, i) => replaced(p, i, { months: `${person.months.slice(0, 5)}${person.months[5] === "1" ? "h" : "0"}`, senior: 0 })), settings: { headcount: 19 },
    spec: { retention: 1 }, expected: () => [] },
  { name: "计0.5人次 in the remark, counted in full", change: (p) => replaced(p, 3, { remark: "10月份购买社保计0.5人次", total: 6, months: "1h1111" }),
    expected: (b) => [`error attendance-settled-half ${b.name(b.rows[3]!, "total")}`], says: "10月计0.5人次" },
  { name: "计0.5人次 in the remark, counted so", change: (p) => replaced(p, 3, { remark: "10月份购买社保计0.5人次", months: "1h1111", senior: 5.5 }), expected: () => [] },
  { name: "a wrong typed tick count, the grand total follows", spec: { formulas: false }, override: (b) => ({ [bottom(b, "subtotal-certified", month(b, 1))]: 12, [bottom(b, "grand", month(b, 1))]: 19 }), expected: (b) => [`error attendance-tick-count ${bottom(b, "subtotal-certified", month(b, 1))}`] },
  { name: "a wrong month's 有效人次, its total follows", override: (b) => ({ [bottom(b, "effective-certified", month(b, 2))]: 13, [bottom(b, "grand-effective", month(b, 2))]: 20 }),
    expected: (b) => [`error attendance-month-total ${bottom(b, "effective-certified", month(b, 2))}`], says: "应为 12.5" },
  { name: "a wrong grand total of its own", override: (b) => ({ [bottom(b, "grand", "total")]: 120 }), expected: (b) => [`error attendance-sum ${bottom(b, "grand", "total")}`] },
  { name: "a missing grand total", override: (b) => ({ [bottom(b, "grand", "senior")]: null }), expected: (b) => [`error attendance-sum ${bottom(b, "grand", "senior")}`], says: "空着" },
  { name: "a subtotal kept as text", change: (p) => replaced(p, 3, { total: "6" }), spec: { formulas: false }, expected: (b) => [`error attendance-text-number ${b.name(b.rows[3]!, "total")}`] },
  { name: "2年以上 above the subtotal", change: (p) => replaced(p, 12, { senior: 3 }), expected: (b) => [`error attendance-seniority ${b.name(b.rows[12]!, "senior")}`] },
  { name: "a wrong 稳岗率", spec: { retention: 0.85 }, expected: (b) => [`error attendance-retention ${bottom(b, "retention", month(b, 0))}`], says: "19/20=95.00%" },
  { name: "稳岗率 by another headcount is a reading", spec: { retention: 19 / 19, retentionFormula: "=19/19" }, expected: (b) => [`warning attendance-retention ${bottom(b, "retention", month(b, 0))}`] },
  { name: "… but not against a headcount that was set", spec: { retention: 19 / 19, retentionFormula: "=19/19" }, settings: { headcount: 20 }, expected: (b) => [`error attendance-retention ${bottom(b, "retention", month(b, 0))}`] },
  { name: "稳岗率 under its limit", settings: { retentionLimit: 0.96 }, expected: (b) => [`warning attendance-retention-limit ${bottom(b, "retention", month(b, 0))}`] },
  { name: "short by the limit", settings: { headcount: 22, retentionLimit: 0.5 }, spec: { retention: 19 / 22 }, expected: (b) => [`warning attendance-shortage ${bottom(b, "grand", "total")}`], says: "应到 132 人次，实到 119.5，缺 12.5 人次" },
  { name: "certified staff short by the limit", settings: { certifiedShare: 0.7 }, expected: (b) => [`warning attendance-shortage ${bottom(b, "subtotal-certified", "total")}`], says: "持证社工应到 84" },
  { name: "序号 left empty", change: (p) => replaced(p, 5, { no: null }), expected: (b) => [`error attendance-number ${b.name(b.rows[5]!, "no")}`] },
  { name: "numbers that begin again in the second group", change: (p) => p.forEach((_, i) => replaced(p, i, { no: i < 14 ? i + 1 : i - 13 })), expected: () => [] },
  { name: "a person twice in the same months", change: (p) => replaced(p, 6, { name: "社工003" }), expected: (b) => [`error attendance-person-twice ${b.name(b.rows[6]!, "name")}`] },
  { name: "a person again in other months", change: (p) => { replaced(p, 12, { name: "社工九九" }); replaced(p, 13, { name: "社工九九" }); }, expected: (b) => [`warning attendance-person-twice ${b.name(b.rows[13]!, "name")}`] },
  { name: "the same name and the same 序号 is one finding", change: (p) => replaced(p, 6, { name: "社工003", no: 3 }), spec: { uncertifiedFirst: false }, expected: (b) => [`error attendance-number ${b.name(b.rows[6]!, "no")}`] },
  { name: "ticks after leaving", change: (p) => replaced(p, 12, { months: "111000", remark: "2024.10.31离职" }), spec: { retention: null }, expected: (b) => [`warning attendance-outside ${b.name(b.rows[12]!, month(b, 2))}`, `error attendance-person-total ${b.name(b.rows[12]!, "total")}`, `error attendance-month-total ${bottom(b, "effective-certified", month(b, 2))}`] },
  { name: "ticks before joining", change: (p) => replaced(p, 13, { months: "01h111", remark: "2024.11.18入职", contract: "2024.10.1-2027.11.17" }), expected: (b) => [`warning attendance-outside ${b.name(b.rows[13]!, month(b, 1))}`, `error attendance-person-total ${b.name(b.rows[13]!, "total")}`, `error attendance-month-total ${bottom(b, "effective-certified", month(b, 1))}`] },
  { name: "ticks in the month that begins with leaving", change: (p) => replaced(p, 12, { months: "111000", remark: "2024.11.1转出到乙社工站" }), expected: (b) => [`warning attendance-outside ${b.name(b.rows[12]!, month(b, 2))}`, `warning attendance-person-total ${b.name(b.rows[12]!, "total")}`] },
  { name: "ticks before the contract", change: (p) => replaced(p, 2, { contract: "2024.11.5-2027.11.4" }), expected: (b) => [`warning attendance-outside ${b.name(b.rows[2]!, month(b, 0))}`], says: "9月、10月" },
  { name: "ticks after the contract", change: (p) => replaced(p, 2, { contract: "2022.1.1-2024.12.31" }), expected: (b) => [`warning attendance-outside ${b.name(b.rows[2]!, month(b, 4))}`] },
  { name: "a contract that starts in its month needs no remark", change: (p) => replaced(p, 2, { contract: "2024.9.18-无固定期限" }), expected: () => [] },
  { name: "the same start counted differently", change: (p) => { replaced(p, 2, { contract: "2024.9.18-2027.9.17" }); replaced(p, 4, { contract: "2024.9.18-2027.9.17", months: "h11111", senior: 0, remark: "2024.9.18入职" }); },
    expected: (b) => [`warning attendance-same-start ${b.name(b.rows[2]!, "contract")}`] },
  { name: "absence without a word", change: (p) => replaced(p, 12, { remark: "" }), expected: (b) => [`warning attendance-absence ${b.name(b.rows[12]!, "remark")}`], says: "11月–2025年2月：未到岗，不计" },
  { name: "absence that the remark explains", change: (p) => replaced(p, 12, { remark: "11月起休产假" }), expected: () => [] },
  { name: "no insurance, with the remark of a pensioner", change: (p) => replaced(p, 2, { months: "pppppp", senior: 0, remark: "退休返聘，仅可购买社保中工伤险" }), settings: { headcount: 19 }, spec: { retention: 18 / 19 }, expected: () => [] },
  { name: "leave without a date", change: (p) => replaced(p, 12, { remark: "离职（试用期）" }), expected: (b) => [`warning attendance-undated-leave ${b.name(b.rows[12]!, "remark")}`] },
  { name: "leave without the day", change: (p) => replaced(p, 12, { remark: "10月离职" }), expected: (b) => [`warning attendance-undated-leave ${b.name(b.rows[12]!, "remark")}`], says: "只写了" },
  { name: "certified without a certificate", change: (p) => replaced(p, 2, { certificate: "社会工作专业" }), expected: (b) => [`warning attendance-certificate ${b.name(b.rows[2]!, "certificate")}`] },
  { name: "uncertified with one", change: (p) => replaced(p, 16, { certificate: "社会工作师" }), expected: (b) => [`warning attendance-certificate ${b.name(b.rows[16]!, "certificate")}`] },
  { name: "uncertified with a training", change: (p) => replaced(p, 16, { certificate: "已接受社会工作行业组织管理、培训且获得相关证书" }), expected: () => [] },
  { name: "months not consecutive", spec: { months: ["9月", "10月", "11月", "12月", "2025年2月", "2025年3月"] }, expected: (b) => [`warning attendance-months ${b.name(b.rows[0]! - 2, month(b, 4))}`] },
  ...([
    [["9月", "10月", "12月", "12月", "2025年1月", "2025年2月"], 2, "「12月」应为“11月”"], [["9月", "9月", "11月", "12月", "2025年1月", "2025年2月"], 1, "「9月」应为“10月”"],
    [["9月", "10月", "11月", "12月", "2025年2月", "2025年2月"], 4, "「2025年2月」应为“2025年1月”"], [["9月", "10月", "11月", "12月", "1月", "3月"], 5, "「3月」应为“2月”"],
    [["8月", "10月", "11月", "12月", "1月", "2月"], 0, "「8月」应为“9月”"], [["9月", "10月", "11月", "12月", "2024年1月", "2月"], 4, "「2024年1月」应为“2025年1月”"],
    [["9月", "10月", "13月", "12月", "2025年1月", "2025年2月"], 2, "「13月」应为“11月”"], [["9月", "10月", "", "12月", "2025年1月", "2025年2月"], 2, "空白应为“11月”"],
    [["2024年9月", "2024年10月", "2025年11月", "2024年12月", "2025年1月", "2025年2月"], 2, "「2025年11月」应为“2024年11月”"],
[[45536, 45566, 45597, 45597, 45658, 45689], 3, "应为"]
  ] as [(string | number)[], number, string][]).flatMap(([months, wrong, says]): Case[] => [true, false].map((formulas) => ({
    name: `a wrong month head: ${months.join(" ")}${formulas ? "" : ", typed"}`, spec: { months, formulas }, says,
    expected: (b) => [`warning attendance-months ${b.name(b.rows[0]! - 2, month(b, wrong))}`]
  }))),
  { name: "months that are not the period's", settings: { period: { start: "2024-09-10", end: "2025-01-31" } }, expected: (b) => [`warning attendance-months ${b.name(b.rows[0]! - 2, month(b, 5))}`] },
  { name: "months outside the agreement", spec: { agreement: "年度服务协议时间：2024年10月10日至2025年10月9日" }, expected: (b) => [`warning attendance-months ${b.name(b.rows[0]! - 2, month(b, 0))}`] },
  { name: "a joiner on the 15th counted half: a reading", change: (p) => replaced(p, 13, { remark: "2024.11.15入职", total: 3.5 }), expected: (b) => [`warning attendance-person-total ${b.name(b.rows[13]!, "total")}`] }
];

test.each(cases)("$name", ({ change, spec, override, settings, expected, says }) => {
  const plain = rosterOf(change, spec);
  const built = override ? rosterOf(change, { ...spec, override: override(plain) }) : plain;
  const found = findings(built.workbook, settings);
  expect(brief(found)).toEqual(expected(built));
  if (says !== undefined) expect(render(found[0]!.message)).toContain(says);
  for (const finding of found) expect(`${render(finding.message)}${render(finding.message, "en")}${render(finding.basis)}`).not.toMatch(/社工\d{3}|社工九九|\{\w+\}/);
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
    expect(person.fix).toMatchObject({ before: 6, after: 5 });
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
  const outside = (change: Partial<PersonSpec>, i = 12): { b: BuiltRoster; found: string[]; said: string } => {
    const b = rosterOf((p) => replaced(p, i, change), { retention: null });
    const found = findings(b.workbook);
    return { b, found: brief(found).filter((line) => !line.includes("month-total")), said: found.map((one) => render(one.message)).join("\n") };
  };

  test("after leaving: an error at the subtotal, a warning at the mark", () => {
    const { b, found } = outside({ months: "111000", remark: "2024.10.31离职", total: 3 });
    expect(found.sort()).toEqual([`error attendance-person-total ${b.name(b.rows[12]!, "total")}`, `warning attendance-outside ${b.name(b.rows[12]!, month(b, 2))}`]);
  });

  test("before joining", () => {
    const { b, found } = outside({ months: "01h111", remark: "2024.11.18入职", contract: "2024.10.1-2027.11.17", total: 4.5 }, 13);
    expect(found.sort()).toEqual([`error attendance-person-total ${b.name(b.rows[13]!, "total")}`, `warning attendance-outside ${b.name(b.rows[13]!, month(b, 1))}`]);
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

test("投入社工人数 against the last month", () => {
  const matrix = (staff: number): Workbook => {
    const sheet = sheetOf("附件1-1", {
      A1: "广州市甲街社工站指标完成情况统计表（2024年9月10日至2025年2月28日）", A2: "服务片区", B2: "投入社工人数", C2: "电访", C3: "协议量", D3: "完成量", E3: "百分比",
      A4: "片区1", B4: staff - 10, C4: 10, D4: 5, E4: 0.5, A5: "片区2", B5: 10, C5: 10, D5: 5, E5: 0.5, A6: "合计", B6: staff, C6: 20, D6: 10, E6: 0.5
    }, ["A2:A3", "B2:B3", "C2:E2"]);
    return workbookOf(sheet, rosterOf().sheet);
  };
  expect(brief(findings(matrix(20))).filter((line) => line.includes("staff"))).toEqual([]);
  expect(brief(findings(matrix(19))).filter((line) => line.includes("staff"))).toEqual(["warning attendance-staff-number B6"]);
});

describe("the samples, with nothing set", () => {
  const found = async (name: string): Promise<string[]> => brief(findings(await readWorkbook(readFileSync(`samples/${name}.xlsx`)))).filter((line) => line.includes("attendance"));
  test("白鹤洞", async () => expect(await found("baihedong")).toEqual([
    "warning attendance-staff-number B7", "error attendance-number B31", "error attendance-person-total Y31", "warning attendance-shortage Y35", "warning attendance-retention-limit G37"
  ]));
  test("联和", async () => expect(await found("lianhe")).toEqual([
    "warning attendance-same-start F7", "warning attendance-undated-leave X26", "warning attendance-absence X27", "warning attendance-undated-leave X28",
    "warning attendance-undated-leave X29", "error attendance-number B32"
  ]));
});

test("稳岗率 against a headcount that was set says what the sheet implies", () => {
  const found = findings(rosterOf(undefined, { retention: 0.95 }).workbook, { headcount: 22 }).find((one) => one.rule === "attendance-retention")!;
  expect(render(found.message)).toContain("表内是按 20 人计算的，设置为 22 人");
});
