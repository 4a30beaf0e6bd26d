import { buildRoster, type PersonSpec, type RosterSpec } from "../../test/support/roster-builder";
import { rows, workbookOf, type SheetSpec } from "../../test/support/sheet-builder";
import { stationWith } from "../../test/support/station";
import { writeSettingsXml } from "../settings";
import type { Workbook } from "../workbook";
import { pairSubmissions, reviewPair, takeSitting, type ReviewedPair } from ".";

const reviewed = (old: Workbook, now: Workbook): ReviewedPair => reviewPair(takeSitting(old, { fileName: "旧" }), takeSitting(now, { fileName: "新" }));
const roots = ({ changed }: ReviewedPair): unknown[] => changed.filter(({ follows }) => follows.length === 0).map(({ kind, cell, before, after, asked }) => [kind, cell, before, after, asked]);
const persons = (...more: PersonSpec[]): PersonSpec[] => [
  ...["111111", "111111", "011111"].map((months, i): PersonSpec => ({ months, name: `甲${i}`, contract: `2023.${i + 1}.1-2027.3.27` })),
  ...["111111", "111111"].map((months, i): PersonSpec => ({ months, name: `乙${i}`, group: "uncertified", contract: `2024.${i + 1}.1-2027.3.27` })), ...more
];
const roster = (spec: Partial<RosterSpec> = {}): Workbook => buildRoster({ months: ["7月", "8月", "9月", "10月", "11月", "12月"], title: "某街社工站到岗情况统计表（2024年7月1日至2024年12月31日）", persons: persons(), ...spec }).workbook;

describe("indicators", () => {
  test("a target lowered, its total and rates follow; nobody asked", () => {
    const pair = reviewed(stationWith({}), stationWith({ "指标!C4": 500 }));
    expect(roots(pair)).toEqual([["target-lowered", "C4", "600", "500", false]]);
    expect(pair.changed.filter(({ follows }) => follows.length > 0).map(({ cell }) => cell)).toEqual(expect.arrayContaining(["E4", "C7", "E7"]));
  });

  test("an area under another name is a label, not rows gone and new", () => {
    expect(roots(reviewed(stationWith({}), stationWith({ "指标!A4": "东片区" })))).toEqual([["label", "A4", "片区1", "东片区", false]]);
  });

  test("a formula of the same value over other cells, and one typed over", () => {
    const pair = reviewed(stationWith({}), stationWith({ "指标!E4": { f: "=ROUND(D4/C4,4)", format: "0.00%" }, "指标!E5": { v: 650 / 600, format: "0.00%" } }));
    expect(roots(pair)).toEqual([["formula", "E4", "105.67%", "105.67%", false], ["formula-to-typed", "E5", "108.33%", "108.33%", false]].map((each) => [each[0], each[1], expect.any(String), expect.any(String), each[4]]));
  });

  test("a wrong card mended, half mended, explained by an ignore with its reason", () => {
    const wrong = stationWith({ "卡!D3": { v: 0.6, format: "0.00%" } });
    const state = (now: Workbook): unknown => reviewed(wrong, now).earlier.filter(({ cell }) => cell === "D3").map((finding) => [finding.state, finding.after, finding.note]);
    expect(state(stationWith({}))).toEqual([["mended", "54.55%", null]]);
    expect(state(stationWith({ "卡!D3": { v: 0.5, format: "0.00%" } }))).toEqual([["still-wrong", "50.00%", null]]);
    const [finding] = takeSitting(wrong).report.findings.filter(({ cell }) => cell === "D3");
    const settingsXml = writeSettingsXml({ settings: {}, ignored: [{ fingerprint: finding!.fingerprint, reason: "已核实", actual: finding!.actual }] });
    expect(state({ ...wrong, settingsXml })).toEqual([["explained", "60.00%", "已核实"]]);
  });

  test("a remark beside a number explains it, also between the columns of its table", () => {
    const wrong = { "卡!C6": { v: 0.9, format: "0.00%" } };
    const pair = reviewed(stationWith(wrong), stationWith({ ...wrong, "卡!D6": "按驻点天数折算" }));
    expect(pair.earlier.filter(({ cell }) => cell === "C6").map(({ state, note }) => [state, note])).toEqual([["explained", "按驻点天数折算"]]);
  });

  test("a table that is gone mends nothing", () => {
    const pair = reviewed(stationWith({ "卡!D3": { v: 0.6, format: "0.00%" } }), stationWith({}, {}, (sheets) => { delete sheets["卡"]; }));
    expect(pair.earlier.filter(({ was }) => was.cell === "D3")).toMatchObject([{ state: "open", note: expect.stringContaining("没有了"), gone: true, sheet: "卡", cell: "D3" }]);
    expect(pair.structure.join()).toMatch(/工作表“卡”没有了/);
    expect(pair.settled).toBe(false);
  });
});

describe("attendance", () => {
  test("other columns, other signs, rows further down: nothing", () => {
    const pair = reviewed(roster(), roster({ order: ["type", "name", "no", "contract", "certificate", "position", "months", "remark", "total", "senior"], present: "✓", absent: "×", top: 9, left: 3, sheet: "到岗（新）" }));
    expect([pair.changed, pair.appeared, pair.structure]).toEqual([[], [], []]);
  });

  test("somebody is gone, the others are numbered anew: one change and what follows", () => {
    const pair = reviewed(roster(), roster({ persons: persons().filter(({ name }) => name !== "甲1") }));
    expect(roots(pair).map((each) => (each as unknown[])[0])).toEqual(expect.arrayContaining(["row-gone"]));
    expect(pair.changed.filter(({ kind }) => kind === "row-gone")).toMatchObject([{ gone: true, asked: false, label: expect.stringContaining("序号2") }]);
    expect(JSON.stringify(pair)).not.toContain("甲1");
  });

  test("a wrong subtotal, then a remark beside it: explained", () => {
    const wrong = (remark?: string): Workbook => roster({ persons: persons().map((person, i) => (i === 0 ? { ...person, total: 2, remark } : person)) });
    const [finding] = reviewed(wrong(), wrong("7月起借调，按街道意见计2人次")).earlier.filter(({ rule }) => rule === "attendance-person-total");
    expect(finding).toMatchObject({ state: "explained", note: expect.stringContaining("借调") });
  });

  test("one name twice, then a remark that it is another person: explained, for no number was changed", () => {
    const twice = (remark?: string): Workbook => roster({ persons: persons({ months: "111111", name: "乙0", group: "uncertified", contract: "2021.1.1-2027.3.27", remark }) });
    const [finding] = reviewed(twice(), twice("与另一位同名，非同一人")).earlier.filter(({ rule }) => rule === "attendance-person-twice");
    expect(finding).toMatchObject({ state: "explained", note: expect.stringContaining("同名") });
  });

  test("ticks put in without being asked", () => {
    const now = persons().map((person, i) => (i === 2 ? { ...person, months: "111111" } : person));
    const pair = reviewed(roster({ formulas: true }), roster({ formulas: true, persons: now }));
    expect(pair.changed.filter(({ kind }) => kind === "tick-added").length).toBeGreaterThan(0);
  });
});

test("pairing: by station and period, by name where there are several, and what is left", () => {
  const one = (file: string, station: string | null, start = "2024-07-01"): Parameters<typeof pairSubmissions>[0][number] => ({ file, station, period: { start, end: "2024-12-31" } });
  const { pairs, unpaired } = pairSubmissions(
    [one("a/1.xlsx", "甲社工站"), one("a/2.xlsx", "乙社工站"), one("a/3.xlsx", "丙社工站"), one("a/4.xlsx", "丙社工站"), one("a/5.xlsx", null), one("a/7.xlsx", "戊社工站")],
    [one("b/x.xlsx", "甲 社工站"), one("b/2.xlsx", "乙社工站", "2024-01-01"), one("b/y.xlsx", "丙社工站"), one("b/z.xlsx", "丙社工站"), one("b/5.xlsx", "丁社工站")]
  );
  expect(pairs).toEqual([{ old: 0, new: 0 }, { old: 1, new: 1 }, { old: 4, new: 4 }]);
  expect(unpaired).toMatchObject([{ station: "丙社工站", old: ["a/3.xlsx", "a/4.xlsx"], new: ["b/y.xlsx", "b/z.xlsx"] }, { station: "戊社工站", old: ["a/7.xlsx"], new: [] }]);
});

describe("rows in another order", () => {
  /** Three areas and their sum, written out. */
  const areas = (order: readonly [string, number, number][]): Workbook => workbookOf({
    指标: {
      cells: {
        A1: "某街社工站指标完成情况统计表（2024年7月1日至2024年12月31日）",
        ...rows("A2", [["服务片区", "投入社工人数", "电访", null, null], [null, null, "协议次数", "完成量", "百分比"],
          ...order.map(([name, target, done], i) => [name, 3, target, done, { f: `=D${i + 4}/C${i + 4}`, format: "0.00%" }]),
          ["合计", "=B4+B5+B6", "=C4+C5+C6", "=SUM(D4,D5,D6)", { f: "=D7/C7", format: "0.00%" }]])
      },
      merges: ["A2:A3", "B2:B3", "C2:E2"]
    }
  });
  const three: readonly [string, number, number][] = [["片区1", 100, 60], ["片区2", 200, 150], ["片区3", 300, 90]];

  test("areas: sums over the same areas are the same", () => {
    const pair = reviewed(areas(three), areas([three[2]!, three[0]!, three[1]!]));
    expect([pair.changed, pair.appeared, pair.structure]).toEqual([[], [], []]);
  });

  test("a difference the other way round is another formula", () => {
    const with2 = (formula: string): Workbook => stationWith({ "指标!E4": { f: formula, format: "0.00%" } });
    expect(reviewed(with2("=D4/C4"), with2("=C4/D4")).changed.map(({ cell, kind }) => [cell, kind])).toContainEqual(["E4", "formula"]);
  });

  test("persons numbered anew in their new order", () => {
    const [a, b, c, ...rest] = persons();
    const pair = reviewed(roster({ formulas: true }), roster({ formulas: true, persons: [c!, a!, b!, ...rest] }));
    expect([pair.changed, pair.appeared, pair.structure]).toEqual([[], [], []]);
  });
});

test("a remark that answers what was asked is no change of its own; one that nobody asked for is", () => {
  const said = (wrong: number, remarked: number): ReviewedPair => {
    const of = (remark?: string): Workbook => roster({ persons: persons().map((person, i) => ({ ...person, ...(i === wrong && { total: 2 }), ...(i === remarked && { remark }) })) });
    return reviewed(of(), of("7月起借调，按街道意见计2人次"));
  };
  expect(said(0, 0).changed.map(({ label, asked }) => [label, asked])).toEqual([[expect.stringContaining("备注"), true]]);
  expect(said(0, 1).changed.map(({ label, asked }) => [label, asked])).toEqual([[expect.stringContaining("备注"), false]]);
});

test("tables of one shape, a sheet for each area: each is held against its own, wherever the sheets stand now", () => {
  const sheet = (name: string, done: number): SheetSpec => ({ cells: { A1: `某街社工站${name}指标完成情况统计表（2024年7月1日至2024年12月31日）`, ...rows("A2", [["协议内容", "指标要求", "完成量", "百分比"], ["电访", 100, done, { f: "=C3/B3", format: "0.00%" }], ["家访", 80, done + 9, { f: "=C4/B4", format: "0.00%" }]]) } });
  const all = (order: readonly string[], done: (name: string) => number): Workbook => workbookOf(Object.fromEntries(order.map((name) => [name, sheet(name, done(name))])));
  const names = ["第一片区", "第二片区", "第三片区"];
  const done = (name: string): number => 20 + 10 * names.indexOf(name);
  expect(reviewed(all(names, done), all([...names].reverse(), done)).changed).toEqual([]);
  const pair = reviewed(all(names, done), all([...names].reverse(), (name) => (name === "第二片区" ? 20 : done(name))));
  expect(pair.changed.filter(({ follows }) => follows.length === 0).every((change) => change.sheet === "第二片区")).toBe(true);
});
