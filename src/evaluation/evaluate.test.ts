import { readFileSync } from "node:fs";
import { buildRoster, sheetOf, workbookOf, type PersonSpec, type RosterSpec } from "../../test/support/roster-builder";
import { readWorkbook } from "../hosts/file";
import { render } from "../messages";
import { parseSettings, settingsFor } from "../settings";
import type { SettingsInput } from "../settings/types";
import { findRosters } from "../tables/roster/roster";
import { findScores } from "../tables/scores/scores";
import type { Period } from "../values/period";
import type { Workbook } from "../workbook";
import { evaluate } from "./evaluate";
import { agreementMonths, monthsCounted } from "./months";
import type { Evaluation } from "./types";

function evaluated(workbook: Workbook, period: Period | null = null, input: SettingsInput = {}): Evaluation {
  const rosters = findRosters(workbook);
  const settings = settingsFor(parseSettings(input), rosters[0]?.station ?? null);
  const periods = period ? [{ period, at: { sheet: "附件1", row: 1, column: 1 } }] : [];
  return evaluate({ rosters, scores: findScores(workbook), indicators: [], periods }, settings);
}

async function sample(name: string, period: Period, input: SettingsInput = {}): Promise<Evaluation> {
  return evaluated(await readWorkbook(readFileSync(`samples/${name}.xlsx`)), period, input);
}

const times = (count: number, spec: PersonSpec): PersonSpec[] => Array.from({ length: count }, () => spec);

test.each([
  ["2023-07-01", "2023-11-30", 5], ["2024-03-16", "2025-02-14", 11], ["2024-03-17", "2025-02-14", 11], ["2023-04-23", "2024-02-29", 10.5],
  ["2024-09-10", "2025-02-28", 6], ["2023-07-16", "2023-12-31", 5.5], ["2024-09-15", "2024-09-30", 1], ["2024-09-16", "2024-09-30", 0.5], ["2024-09-01", "2024-09-14", 0.5]
])("months counted %s … %s = %d", (start, end, months) => expect(monthsCounted({ start, end })).toBe(months));

test.each([["2024-09-10", "2025-09-09", 12], ["2023-07-01", "2024-06-30", 12], ["2024-03-16", "2025-03-15", 12]])("agreement %s … %s = %d months", (start, end, months) =>
  expect(agreementMonths({ start, end })).toBe(months));

test("白鹤洞", async () => {
  const result = await sample("baihedong", { start: "2024-09-10", end: "2025-02-28" });
  expect(result.staffing).toMatchObject({ due: 120, actual: 114, surplus: -6, certified: { due: 60, actual: 98, surplus: 38 }, atEnd: { certified: 15, uncertified: 1, total: 16 } });
  expect(result.staffing!.byMonth.map((month) => month.total)).toEqual([19, 21, 21, 21, 16, 16]);
  expect(result.retention).toMatchObject({ retained: 14, rate: 0.7, printed: 0.7, meets: false });
  expect(result.seniority).toMatchObject({ personMonths: 92 });
  expect(result).toMatchObject({ phase: "mid", phaseGuessed: true, months: 6, timeShare: 0.5, scores: null });
  expect(result.people.filter((person) => person.total !== person.printed).map((person) => person.row)).toEqual([31]);
  expect(result.vetoes.map((veto) => [veto.id, veto.state]).slice(0, 3)).toEqual([["staff-shortage", "unconfirmed"], ["certified-shortage", "not-met"], ["posts", "unknown"]]);
});

describe("no verdict hangs on a default", () => {
  const period = { start: "2024-09-10", end: "2025-02-28" };
  const states = async (input: SettingsInput): Promise<string[]> => (await sample("baihedong", period, input)).vetoes.slice(0, 2).map((veto) => veto.state);
  test.each<[SettingsInput, string[]]>([
    [{}, ["unconfirmed", "not-met"]], [{ headcount: 20 }, ["met", "not-met"]], [{ headcount: 18 }, ["not-met", "not-met"]],
    [{ headcount: 20, certifiedShare: 1 }, ["met", "met"]], [{ certifiedShare: 1 }, ["unconfirmed", "unconfirmed"]]
  ])("%j", async (input, expected) => expect(await states(input)).toEqual(expected));

  test("nothing says 不合格 before the headcount is set", async () => {
    const input: SettingsInput = { scores: { purchaser: 20, supervisor: 8.7, guidance: 13, thirdParty: 47.23 } };
    const said = async (given: SettingsInput): Promise<string> => {
      const { notes, vetoes } = await sample("baihedong", period, { ...input, ...given });
      return [...notes.map(({ sentence }) => render(sentence)), ...vetoes.slice(0, 2).map(({ detail }) => render(detail))].join("");
    };
    expect(await said({})).not.toContain("不合格");
    expect(await said({ headcount: 20 })).toContain("应评为不合格");
  });
});

test("联和", async () => {
  const input: SettingsInput = { stations: { "广州市联和街“双百工程”社工站": { certifiedShare: 0.7 } } };
  const result = await sample("lianhe", { start: "2023-07-01", end: "2023-11-30" }, input);
  expect(result.staffing).toMatchObject({ due: 100, actual: 100, surplus: 0, certified: { share: 0.7, due: 70, actual: 85, surplus: 15 } });
  expect(result.retention).toMatchObject({ retained: 16, rate: 0.8, meets: true, retainedWithoutHalves: 15 });
  expect(result.people.every((person) => person.total === person.printed)).toBe(true);
  expect(result.notes.map((note) => render(note.sentence))).toContain("如不把计0.5人次的月份视为在岗，持续在岗为 15/20（75.00%）");
  expect(render(result.people.find((person) => person.row === 24)!.months[2]!.reason)).toBe("备注写明计0.5人次，计0.5");
});

test("元岗: 223 = 192.5 + 30.5 of 220 in 11 months, 12 of 20 retained", () => {
  const months = ["3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月", "1月", "2月"];
  const full = "h1111111111h";
  const persons: PersonSpec[] = [
    ...times(11, { months: full }),
    ...times(6, { months: "h11111111100", remark: "2024.12.31离职" }),
    ...times(1, { months: "h1111h000000", remark: "2024.8.5离职" }),
    ...times(1, { months: "0000000h111h", remark: "2024.10.20入职" }),
    ...times(1, { months: "00000011111h", remark: "2024.9.1入职" }),
    ...times(1, { months: full, group: "uncertified" }),
    ...times(2, { months: "h11111111100", remark: "2024.12.31离职", group: "uncertified" }),
    ...times(1, { months: "00000000000h", remark: "2025.2.1转入", group: "uncertified" })
  ];
  const { workbook } = buildRoster({ months, persons, agreement: "年度服务协议时间：2024年3月16日至2025年3月15日" });
  const result = evaluated(workbook, { start: "2024-03-16", end: "2025-02-14" });
  expect(result.months).toBe(11);
  expect(result.staffing).toMatchObject({ due: 220, actual: 223, surplus: 3, certified: { due: 110, actual: 192.5 } });
  expect(result.staffing!.actual - result.staffing!.certified.actual).toBe(30.5);
  expect(result.retention).toMatchObject({ retained: 12, rate: 0.6, meets: false });
  expect(result.phase).toBe("final");
});

test("流花: 212 = 159 + 53 of 210 in 10.5 months, 13 of 20 retained", () => {
  const months = ["4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月", "2024年1月", "2月"];
  const full = "h1111111111";
  const persons: PersonSpec[] = [
    ...times(10, { months: full }),
    ...times(5, { months: "h1111111110", remark: "2024年1月31日离职" }),
    ...times(1, { months: "00000h11111", remark: "2023年9月18日入职" }),
    ...times(1, { months: "00000000001", remark: "2024年2月5日入职" }),
    ...times(3, { months: full, group: "uncertified" }),
    ...times(2, { months: "h1111111110", remark: "2024-1-31离职", group: "uncertified" }),
    ...times(1, { months: "00000000h11", remark: "12月16日转入", group: "uncertified" })
  ];
  const { workbook } = buildRoster({ months, persons, agreement: "年度服务协议时间：2023年4月23日至2024年4月22日" });
  const result = evaluated(workbook, { start: "2023-04-23", end: "2024-02-29" });
  expect(result.months).toBe(10.5);
  expect(result.staffing).toMatchObject({ due: 210, actual: 212, certified: { due: 105, actual: 159 } });
  expect(result.retention).toMatchObject({ retained: 13, rate: 0.65 });
});

test("钟村: 111.5 of 110 in 5.5 months, 18 of 20 retained", () => {
  const months = ["2023年7月", "8月", "9月", "10月", "11月", "12月"];
  const persons: PersonSpec[] = [
    ...times(18, { months: "h11111" }),
    { months: "h11110", remark: "2023.11.30离职" },
    { months: "000h11", remark: "2023.10.25入职" },
    { months: "001111", remark: "9月15日入职" },
    { months: "0000h1", remark: "2023.11.20入职" }
  ];
  const { workbook } = buildRoster({ months, persons, agreement: "年度服务协议时间：2023年7月16日至2024年7月15日" });
  const result = evaluated(workbook);
  expect(result.months).toBe(5.5);
  expect(result.staffing).toMatchObject({ due: 110, actual: 111.5 });
  expect(result.retention).toMatchObject({ retained: 18, rate: 0.9, meets: true });
});

describe("months that the reports leave open", () => {
  const months = ["9月", "10月", "11月", "12月"];
  const weights = (start: string, end: string, letters: string, spec: Partial<RosterSpec> = {}): Evaluation =>
    evaluated(buildRoster({ months, persons: [...times(8, { months: letters }), { months: "1111" }], ...spec }).workbook, { start, end });

  test.each([
    ["2024-09-11", "2024-12-31", "h111", [0.5, 1, 1, 1], 3.5], ["2024-09-15", "2024-12-31", "h111", [0.5, 1, 1, 1], 3.5], ["2024-09-12", "2024-12-31", "1111", [1, 1, 1, 1], 4],
    ["2024-09-01", "2024-12-15", "111h", [1, 1, 1, 0.5], 3.5], ["2024-09-13", "2024-12-27", "h11h", [0.5, 1, 1, 0.5], 3],
    // Outside the evidence's intervals the rule stands, whatever the table does.
    ["2024-09-10", "2024-12-31", "h111", [1, 1, 1, 1], 4], ["2024-09-16", "2024-12-31", "1111", [0.5, 1, 1, 1], 3.5], ["2024-09-01", "2024-12-14", "1111", [1, 1, 1, 0.5], 3.5],
    ["2024-09-01", "2024-12-28", "111h", [1, 1, 1, 1], 4]
  ])("%s … %s, counted %s", (start, end, letters, expected, counted) => {
    const result = weights(start, end, letters);
    expect(result.staffing!.byMonth.map((month) => month.weight)).toEqual(expected);
    expect(result.months).toBe(counted);
    expect(result.staffing!.due).toBe(20 * counted);
  });

  test("the months' 有效人次 tell where no 小计 is printed", () => {
    const order = ["type", "no", "name", "contract", "months", "remark"];
    expect(weights("2024-09-12", "2024-12-31", "h111", { order }).staffing!.byMonth[0]!.weight).toBe(1);
    const all = evaluated(buildRoster({ months, persons: times(8, { months: "h111" }), order }).workbook, { start: "2024-09-12", end: "2024-12-31" });
    expect(all.staffing!.byMonth[0]!.weight).toBe(0.5);
  });

  test("that the table decided is said", () => {
    expect(weights("2024-09-12", "2024-12-31", "h111").notes.map(({ sentence }) => render(sentence)).filter((note) => note.includes("按0.5计"))).toHaveLength(1);
    expect(weights("2024-09-12", "2024-12-31", "1111").notes.map(({ id }) => id)).not.toContain("open-month");
  });
});

describe("what a month counts", () => {
  const base: Omit<RosterSpec, "persons"> = { months: ["9月", "10月", "11月", "12月"], agreement: "年度服务协议时间：2024年9月1日至2025年8月31日" };
  const cases: [string, PersonSpec, number[], string][] = [
    ["joined by the 15th", { months: "1111", remark: "2024.9.15入职" }, [1, 1, 1, 1], "三项齐全，9月15日入职，不晚于15日，计1"],
    ["joined later", { months: "1111", remark: "2024年9月22日从乙社工站转入" }, [0.5, 1, 1, 1], "三项齐全，9月22日转入，晚于15日，计0.5"],
    ["left before the 15th", { months: "1000", remark: "9月14日离职" }, [0.5, 0, 0, 0], "三项齐全，9月14日离职，早于15日，计0.5"],
    ["left on the 15th", { months: "1000", remark: "2024/9/15解除劳动合同" }, [1, 0, 0, 0], "三项齐全，9月15日解除，不早于15日，计1"],
    ["joined and left in one month", { months: "1000", remark: "2024.9.2入职\n2024.9.10离职" }, [0.5, 0, 0, 0], "三项齐全，9月2日入职，不晚于15日；9月10日离职，早于15日，计0.5"],
    ["transferred on the 1st", { months: "1000", remark: "2024.9.1转出到昌华社工站" }, [0, 0, 0, 0], "当月1日离职（转出），上月为最后一个月，不计"],
    ["no insurance", { months: "p111" }, [0, 1, 1, 1], "缺社保购买，不计"],
    ["settled by the remark", { months: "1111", remark: "9月份购买社保计0.5人次" }, [0.5, 1, 1, 1], "备注写明计0.5人次，计0.5"],
    ["back after leaving", { months: "1011", remark: "2024.9.30离职，2024.11.1返岗" }, [1, 0, 1, 1], "三项齐全，9月30日离职，不早于15日，计1"]
  ];
  test.each(cases)("%s", (_, person, values, reason) => {
    const result = evaluated(buildRoster({ ...base, persons: [person, { months: "1111" }] }).workbook);
    expect(result.people[0]!.months.map((month) => month.value)).toEqual(values);
    expect(render(result.people[0]!.months[0]!.reason)).toBe(reason);
  });

  test("the cut-off days are settings", () => {
    const { workbook } = buildRoster({ ...base, persons: [{ months: "1111", remark: "2024.9.12入职" }] });
    expect(evaluated(workbook, null, { joinCutoffDay: 10 }).people[0]!.months[0]!.value).toBe(0.5);
  });
});

describe("scores", () => {
  test.each([
    [19.4, 7.8, 11.9, 46.35, 85.45], [18, 8.7, 12.8, 44.12, 83.62], [20, 8.7, 13, 47.23, 88.93]
  ])("%d + %d + %d + %d = %d 良好", (purchaser, supervisor, guidance, thirdParty, total) => {
    const lines = sheetOf("报告", { A1: `购买方评估 得分：${purchaser.toFixed(2)}分`, A3: `监督方评估 得分：${supervisor.toFixed(2)}分`, A5: `督导中心评估得分：${guidance}分`, B7: `第三方评估 得分：${thirdParty}分` });
    expect(evaluated(workbookOf(lines)).scores).toEqual({ parties: { purchaser, supervisor, guidance, thirdParty }, total, grade: "良好" });
    expect(evaluated(workbookOf(), null, { scores: { purchaser, supervisor, guidance, thirdParty } }).scores!.total).toBe(total);
  });

  test("钟村: the mean of the areas in one merged cell", () => {
    const table = sheetOf("评分", {
      A1: "广州市钟村街社工站评分表", A2: "评估内容", B2: "标准分", C2: "评分", D2: "折算分",
      A3: "服务监测", B3: 10, C3: 8.93, D3: 8.93, A4: "服务成效", B4: 15, C4: 12.4, D4: 12.4, A5: "运营管理", B5: 10, C5: 9.6, D5: 9.6,
      A6: "服务质量（第一片区）", B6: 20, C6: 16.8, D6: 16.433333333333334, A7: "服务质量（第二片区）", B7: 20, C7: 16, A8: "服务质量（第三片区）", B8: 20, C8: 16.5,
      A9: "购买方评估", B9: 20, C9: 18.5, D9: 18.5, A10: "督导中心评估", B10: 15, C10: 12.75, D10: 12.75, A11: "监督方评估", B11: 10, C11: 8.5, D11: 8.5, A12: "总分", B12: 100, D12: 87.11
    }, ["D6:D8"]);
    expect(evaluated(workbookOf(table)).scores).toEqual({ parties: { purchaser: 18.5, supervisor: 8.5, guidance: 12.75, thirdParty: 47.36 }, total: 87.11, grade: "良好" });
  });

  test("with some of the four there is no total", () => {
    expect(evaluated(workbookOf(), null, { scores: { purchaser: 20 } }).scores).toMatchObject({ total: null, grade: null });
    expect(evaluated(workbookOf())).toMatchObject({ scores: null, staffing: null, retention: null, seniority: null, people: [], months: null });
  });
});

test("of several rosters the one whose months fit the title is used, and it is said", () => {
  const last = buildRoster({ sheet: "去年", months: ["2023年9月", "10月"], persons: [{ months: "11" }], agreement: "年度服务协议时间：2023年9月1日至2024年8月31日" });
  const now = buildRoster({ sheet: "今年", months: ["9月", "10月"], persons: [{ months: "11" }, { months: "11" }], agreement: "年度服务协议时间：2024年9月1日至2025年8月31日" });
  const result = evaluated(workbookOf(last.sheet, now.sheet), { start: "2024-09-01", end: "2024-10-31" });
  expect(result.used!.roster.sheet).toBe("今年");
  expect(result.rosters).toHaveLength(2);
  expect(result.notes.map((note) => note.id)).toContain("roster-chosen");
});

test("a headcount that the printed rate implies is said, not taken", () => {
  const { workbook } = buildRoster({ months: ["2024年9月"], persons: times(14, { months: "1" }), retention: 14 / 18, retentionFormula: "=14/18" });
  const result = evaluated(workbook);
  expect(result.retention).toMatchObject({ headcount: 20, rate: 0.7 });
  expect(result.notes.map((note) => note.id)).toContain("headcount-implied");
});

test("without a roster only the defaults in use are listed, and the phase is said once", () => {
  const { assumptions, notes } = evaluate({ rosters: [], scores: [], indicators: [], periods: [{ period: { start: "2024-09-10", end: "2025-02-28" }, at: { sheet: "附件1-1", row: 1, column: 1 } }] }, settingsFor({}));
  expect(assumptions.map(({ key }) => key)).toEqual(["half-months"]);
  expect(notes.map(({ id }) => id)).toEqual(["phase-guessed"]);
});
