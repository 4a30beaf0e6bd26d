import { buildRoster, type PersonSpec, type RosterSpec } from "../../test/support/roster-builder";
import { rows, workbookOf, type CellSpec, type SheetSpec } from "../../test/support/sheet-builder";
import { cleanStation, percent, stationWith } from "../../test/support/station";
import type { Workbook } from "../workbook";
import { reviewPair, takeSitting, type ReviewedPair } from ".";

const reviewed = (old: Workbook, now: Workbook): ReviewedPair => reviewPair(takeSitting(old, { fileName: "旧" }), takeSitting(now, { fileName: "新" }));
/** What a station did that nobody asked for: each with the cell it was done to. */
const unasked = ({ changed }: ReviewedPair): string[] => changed.filter(({ asked, follows }) => !asked && follows.length === 0).map(({ kind, sheet, cell }) => `${kind} ${sheet}!${cell}`);
const asked = ({ changed }: ReviewedPair): string[] => changed.filter((change) => change.asked && change.follows.length === 0).map(({ kind, sheet, cell }) => `${kind} ${sheet}!${cell}`);
const loud = ({ appeared }: ReviewedPair): string[] => appeared.filter(({ severity }) => severity !== "info").map(({ rule, sheet, cell }) => `${rule} ${sheet}!${cell}`);
const states = (pair: ReviewedPair, rule: string): string[] => pair.earlier.filter((finding) => finding.rule === rule).map(({ state }) => state);
const NOTHING = { unasked: [], appeared: [], structure: [] };
const said = (pair: ReviewedPair): typeof NOTHING => ({ unasked: unasked(pair), appeared: loud(pair), structure: [...pair.structure] }) as never;

const MONTHS = ["7月", "8月", "9月", "10月", "11月", "12月"];
const persons = (...more: PersonSpec[]): PersonSpec[] => [
  ...["111111", "111111", "011111"].map((months, i): PersonSpec => ({ months, name: `甲${i}`, contract: `2023.${i + 1}.1-2027.3.27`, ...(i === 2 && { remark: "2024.8.1入职" }) })),
  ...["111111", "111111"].map((months, i): PersonSpec => ({ months, name: `乙${i}`, group: "uncertified", contract: `2024.${i + 1}.1-2027.3.27` })), ...more
];
const built = (spec: Partial<RosterSpec> = {}) => buildRoster({ months: MONTHS, title: "某街社工站到岗情况统计表（2024年7月1日至2024年12月31日）", persons: persons(), formulas: true, ...spec });
const roster = (spec: Partial<RosterSpec> = {}): Workbook => built(spec).workbook;

/** Areas of one indicator block with their sum. */
const areas = (list: readonly (readonly [string, number, number])[], change: Readonly<Record<string, CellSpec>> = {}, typed = false): Workbook => {
  const last = list.length + 3;
  const sum = (column: string, values: readonly number[]): CellSpec => (typed ? values.reduce((a, b) => a + b, 0) : `=SUM(${column}4:${column}${last})`);
  return workbookOf({
    指标: {
      cells: {
        A1: "某街社工站指标完成情况统计表（2024年7月1日至2024年12月31日）",
        ...rows("A2", [["服务片区", "投入社工人数", "电访", null, null], [null, null, "协议次数", "完成量", "百分比"],
          ...list.map(([name, target, done], i) => [name, 3, target, done, percent(`=D${i + 4}/C${i + 4}`)]),
          ["合计", sum("B", list.map(() => 3)), sum("C", list.map(([, target]) => target)), sum("D", list.map(([, , done]) => done)), percent(`=D${last + 1}/C${last + 1}`)]]),
        ...change
      },
      merges: ["A2:A3", "B2:B3", "C2:E2"]
    }
  });
};
const THREE = [["片区1", 100, 60], ["片区2", 200, 150], ["片区3", 300, 90]] as const;

describe("the same in another form is no change", () => {
  test("a table moved onto another sheet", () => {
    const moved = stationWith({}, {}, (sheets) => {
      const cards = sheets["卡"]!;
      const at = (name: string): string => name.replace(/\d+/, (row) => String(Number(row) + 20));
      sheets["指标"] = {
        ...sheets["指标"]!,
        cells: { ...sheets["指标"]!.cells, ...Object.fromEntries(Object.entries(cards.cells).map(([name, cell]) => [at(name), cell && typeof cell === "object" && "f" in cell ? { ...cell, f: cell.f!.replace(/([A-Z])(\d+)/g, (_, column: string, row: string) => `${column}${Number(row) + 20}`) } : cell])) },
        merges: [...sheets["指标"]!.merges!, ...cards.merges!.map((merge) => merge.replace(/\d+/g, (row) => String(Number(row) + 20)))]
      };
      delete sheets["卡"];
    });
    const pair = reviewed(stationWith({}), moved);
    expect({ ...said(pair), structure: pair.structure.filter((sentence) => !sentence.includes("工作表“卡”")) }).toEqual(NOTHING);
  });

  test("the roster sorted anew by name, numbered anew", () => {
    const sorted = [...persons()].reverse().sort((a, b) => Number(a.group === "uncertified") - Number(b.group === "uncertified"));
    expect(said(reviewed(roster(), roster({ persons: sorted })))).toEqual(NOTHING);
  });

  test("序号 that begin with another number", () => {
    const numbered = (first: number): Workbook => roster({ persons: persons().map((person, i) => ({ ...person, no: first + i })) });
    expect(unasked(reviewed(numbered(1), numbered(101)))).toEqual([]);
  });

  test("a name with a space in it", () => {
    expect(said(reviewed(roster(), roster({ persons: persons().map((person) => ({ ...person, name: person.name!.split("").join(" ") })) })))).toEqual(NOTHING);
    expect(said(reviewed(roster(), roster({ persons: persons().map((person) => ({ ...person, name: person.name!.split("").join("　") })) })))).toEqual(NOTHING);
  });

  test("right totals typed before, formulas now", () => {
    expect(said(reviewed(areas(THREE, {}, true), areas(THREE)))).toEqual(NOTHING);
  });

  test("a sheet copied beside the old one is a sheet more", () => {
    const twice = stationWith({}, {}, (sheets) => { sheets["指标 (2)"] = sheets["指标"]!; });
    const pair = reviewed(stationWith({}), twice);
    expect(unasked(pair)).toEqual([]);
    expect(pair.structure.join()).toMatch(/多了工作表“指标 \(2\)”/);
  });

  test("what was asked is mended on the sheet, the old one stands beside it as a copy", () => {
    const wrong = { "指标!E4": percent(1.2) };
    const now = stationWith({}, {}, (sheets) => { sheets["指标 (2)"] = { ...cleanStation()["指标"]!, cells: { ...cleanStation()["指标"]!.cells, E4: percent(1.2) } }; });
    const pair = reviewed(stationWith(wrong), now);
    expect(pair.earlier.filter(({ was }) => was.cell === "E4").map(({ state, sheet }) => [state, sheet])).toEqual([["mended", "指标"]]);
    expect(unasked(pair)).toEqual([]);
  });
});

describe("what nobody asked for is said, and where it was done", () => {
  test("an area is split: a row more, targets lowered; the total is what it was", () => {
    const pair = reviewed(areas(THREE), areas([...THREE.slice(0, 2), ["片区3", 180, 50], ["片区4", 120, 40]]));
    expect(unasked(pair)).toEqual(["value 指标!D6", "target-lowered 指标!C6", "row-added 指标!A7"].sort((a, b) => unasked(pair).indexOf(a) - unasked(pair).indexOf(b)));
  });

  test("two areas are one now", () => {
    const pair = reviewed(areas(THREE), areas([THREE[0], ["片区2", 500, 240]]));
    expect(new Set(unasked(pair))).toEqual(new Set(["value 指标!D5", "target-raised 指标!C5", "row-gone 指标!A6"]));
  });

  test("two months more: each month once, not each of its ticks", () => {
    const pair = reviewed(roster(), roster({ months: [...MONTHS, "1月", "2月"], persons: persons().map((person) => ({ ...person, months: `${person.months}11` })) }));
    expect(unasked(pair)).toEqual([]);
    expect(pair.structure.join()).toMatch(/1月[^]*2月/);
  });

  test("a column is gone: once, not for each person", () => {
    const pair = reviewed(roster(), roster({ order: ["type", "no", "name", "certificate", "contract", "months", "total", "senior", "remark"] }));
    expect(unasked(pair)).toEqual([]);
    expect(pair.structure).toEqual([expect.stringMatching(/职位/)]);
  });

  test("values pasted over the formulas of a block", () => {
    const typed = areas(THREE, { C7: 600, D7: 300, E7: percent(0.5), E4: percent(0.6), E5: percent(0.75), E6: percent(0.3) });
    expect(new Set(unasked(reviewed(areas(THREE), typed)))).toEqual(new Set(["C7", "D7", "E7", "E4", "E5", "E6"].map((cell) => `formula-to-typed 指标!${cell}`)));
  });

  test("a sheet hidden", () => {
    const pair = reviewed(stationWith({}), stationWith({}, {}, (sheets) => { sheets["卡"] = { ...sheets["卡"]!, visibility: "hidden" } satisfies SheetSpec; }));
    expect(said(pair)).toEqual({ ...NOTHING, structure: ["工作表“卡”被隐藏了"] });
  });

  test("a target lowered until a wrong rate is right", () => {
    const typed = { E4: percent(0.75), E5: percent(0.75), E6: percent(0.3) };
    const pair = reviewed(areas(THREE, { ...typed, E7: percent(0.5) }), areas([["片区1", 80, 60], THREE[1], THREE[2]], { ...typed, E7: percent(300 / 580) }));
    expect(states(pair, "rate-mismatch")).toEqual(["mended"]);
    expect(unasked(pair)).toEqual(["target-lowered 指标!C4"]);
  });

  test("a done raised until a wrong rate is right was asked for: both were to be looked at", () => {
    const pair = reviewed(areas(THREE, { E4: percent(0.75) }), areas([["片区1", 100, 75], THREE[1], THREE[2]], { E4: percent(0.75) }));
    expect([unasked(pair), asked(pair)]).toEqual([[], ["value 指标!D4"]]);
  });

  test("targets that differ between two tables: to lower one was asked for", () => {
    const pair = reviewed(stationWith({ "指标!D10": 25 }), stationWith({}));
    expect(asked(pair)).toEqual(["target-lowered 指标!D10"]);
  });

  test("ticks put in so that nobody is missing", () => {
    const short = persons().map((person, i) => (i === 1 ? { ...person, months: "111000", remark: "2024.10.1起借调" } : person));
    const pair = reviewed(roster({ persons: short }), roster({ persons: short.map((person, i) => (i === 1 ? { ...person, months: "111111" } : person)) }));
    expect(unasked(pair).filter((change) => change.startsWith("tick-added"))).toHaveLength(9);
  });

  test("a wrong formula asks for another formula, not for other ticks and another day of joining", () => {
    const person: PersonSpec = { months: "001111", name: "丙", contract: "2024.9.1-2027.8.31", remark: "2024.9.1入职", totalFormula: '=COUNTIF(M#:X#,"√")/3' };
    const pair = reviewed(roster({ persons: persons(person) }), roster({ persons: persons({ ...person, months: "011111", remark: "2024.8.1入职", totalFormula: '=COUNTIF(G#:X#,"√")/3' }) }));
    expect(asked(pair).filter((change) => change.startsWith("tick") || change.startsWith("value"))).toEqual([]);
    expect(unasked(pair).filter((change) => change.startsWith("tick-added"))).toHaveLength(3);
  });

  test("somebody else in a row: another name and contract, and no finding of the row is mended by that", () => {
    const wrong = persons().map((person, i) => (i === 0 ? { ...person, total: 2 } : person));
    const other = persons().map((person, i) => (i === 0 ? { ...person, name: "丁", contract: "2020.5.11-2026.5.10" } : person));
    const pair = reviewed(roster({ formulas: false, persons: wrong }), roster({ formulas: false, persons: other }));
    expect(unasked(pair).map((change) => change.split(" ")[0])).toEqual(["label", "value"]);
    expect(pair.earlier.find(({ rule }) => rule === "attendance-person-total")).toMatchObject({ state: "open", note: expect.stringContaining("换了人") });
  });

  test("a total that a finding speaks of, computed anew because somebody was taken out, was not asked for", () => {
    const pair = reviewed(roster(), roster({ persons: persons().filter(({ name }) => name !== "甲1") }));
    expect(pair.earlier.map(({ rule }) => rule)).toContain("attendance-shortage");
    expect(pair.changed.filter(({ kind, asked: was }) => kind === "value" && was)).toEqual([]);
  });

  test("a person taken out whose ticks a wrong count reads: nobody asked for that", () => {
    const wrong = built({ formulas: false });
    const cell = wrong.name(wrong.bottom["subtotal-certified"]!, wrong.monthColumns[0]!);
    const pair = reviewed(roster({ formulas: false, override: { [cell]: 5 } }), roster({ formulas: false, persons: persons().filter(({ name }) => name !== "甲1") }));
    expect(unasked(pair).filter((change) => change.startsWith("row-gone"))).toHaveLength(1);
  });

  test("a typed score that follows another one that nobody asked for", () => {
    const scores = (first: number, sum: number): Workbook => workbookOf({ 评分: { cells: rows("A1", [
      ["某街社工站评分表"], ["评估内容", "标准分", "评分", "折算分"], ["服务监测", 10, first, first], ["服务成效", 15, 12.4, 12.4], ["运营管理", 10, 9.6, 9.6],
      ["服务质量（第一片区）", 20, 16.8, 16.8], ["购买方", 20, 18.5, 18.5], ["督导中心", 15, 12.75, 12.75], ["监督方", 10, 8.5, 8.5], ["总分", 100, null, sum]
    ]) } });
    const pair = reviewed(scores(8.93, 88.48), scores(9.43, 87.98));
    expect(unasked(pair)).toEqual(["value 评分!C3"]);
    expect(pair.changed.filter(({ cell }) => cell === "D3").map(({ asked: was, follows }) => [was, follows.length])).toEqual([[false, 1]]);
  });
});

describe("answers", () => {
  const twice = (numbers: readonly number[], remark?: string): Workbook => roster({ persons: persons().map((person, i) => ({ ...person, no: numbers[i], ...(i === 0 && { remark }) })) });

  test("序号 twice, given anew so that it stands twice elsewhere: still wrong, and no new finding", () => {
    const pair = reviewed(twice([1, 1, 2, 3, 4]), twice([2, 1, 2, 3, 4]));
    expect(states(pair, "attendance-number")).toContain("still-wrong");
    expect(loud(pair).filter((each) => each.startsWith("attendance-number"))).toEqual([]);
  });

  test("序号 twice, explained in the other of the two rows", () => {
    expect(states(reviewed(twice([1, 1, 2, 3, 4]), twice([1, 1, 2, 3, 4], "序号沿用总部人事编号")), "attendance-number")).toEqual(["explained"]);
  });

  test("a day was asked for, and only words were given: to be read", () => {
    const late = (remark?: string): Workbook => roster({ persons: persons({ months: "000111", name: "丙", contract: "2024.10.9-2027.10.8", remark }) });
    const state = (remark: string): unknown => reviewed(late(), late(remark)).earlier.filter(({ rule }) => rule === "attendance-absence").map((finding) => [finding.state, finding.note]);
    expect(state("新员工")).toEqual([["explained", "新员工"]]);
    expect(state("2024.10.9入职")).toEqual([["mended", null]]);
  });
});
