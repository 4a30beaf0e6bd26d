import { readFileSync } from "node:fs";
import { FAMILIES, ROSTER_FAMILIES, SCORE_FAMILIES, build, writeXlsx, type Spec } from "../generator";
import type { WorkbookReport } from "../../src/report";
import { DETAILS, FINDING, GROUND, INDICATOR, ITEM, MONTH, PERSON, SUMMARY, behindMonths, type Span } from "../../src/summary/grid";
import type { Scalar, Sheet } from "../../src/workbook";
import { writeSummary } from "./through";

const samples = ["lianhe", "baihedong"].map((name): [string, () => Uint8Array] => [name, () => new Uint8Array(readFileSync(`samples/${name}.xlsx`))]);
const specs: Spec[] = [
  ...Object.keys(ROSTER_FAMILIES).flatMap((family, seed): Spec[] => [0, 1].map((more) => ({ kind: more ? "roster" : "whole", family, rate: "mixed", total: "mixed", seed: 300 + seed }))),
  ...Object.keys(FAMILIES).map((family, seed): Spec => ({ kind: "indicators", family, rate: "mixed", total: "mixed", seed: 300 + seed })),
  ...SCORE_FAMILIES.map((family, seed): Spec => ({ kind: "scores", family, rate: "mixed", total: "mixed", seed: 300 + seed })),
  ...Array.from({ length: 8 }, (_, seed): Spec => ({ kind: "whole", family: "wild", rate: "mixed", total: "mixed", seed: 300 + seed }))
];
const generated = specs.map((spec): [string, () => Uint8Array] =>
  [`${spec.kind}/${spec.family}/${spec.seed}`, () => writeXlsx(build(spec).draft, { inlineStrings: false, sharedFormulas: true, withoutValues: false })]);

class Rows {
  private readonly rows: readonly number[];

  constructor(private readonly sheet: Sheet, private readonly key: number) {
    this.rows = sheet.rows();
  }

  at(row: number, span: Span): Scalar {
    return this.sheet.cell(row, span[0])?.value ?? null;
  }

  /** The rows of a section by their hidden keys: "attendance." … */
  of(section: string): number[] {
    return this.rows.filter((row) => String(this.sheet.cell(row, this.key)?.value).startsWith(section));
  }

  /** The value beside a label. */
  item(section: string, label: string): Scalar {
    const row = this.of(section).find((each) => this.at(each, ITEM.label) === label);
    return row === undefined ? null : this.at(row, ITEM.value);
  }
}

const near = (found: Scalar, wanted: number) => expect(Number(found)).toBeCloseTo(wanted, 9);

function attendance(rows: Rows, { evaluation }: WorkbookReport): void {
  const { staffing, retention, people } = evaluation!;
  const item = (label: string) => rows.item("attendance.", label);
  const { headcount, due, actual, surplus, certified, byMonth, atEnd } = staffing!;
  near(item("协议要求社工数"), headcount);
  near(item("应到人次"), due);
  near(item("实到人次"), actual);
  near(item("超配（负数为缺配）"), surplus);
  near(item("持证应到人次"), certified.due);
  near(item("持证实到人次"), certified.actual);
  near(item("持证超配（负数为缺配）"), certified.actual - certified.due);
  near(item("末月在岗人数"), atEnd.total);
  near(item("持续在岗社工数"), retention!.retained);
  near(item("稳岗率"), retention!.retained / headcount);
  const months = rows.of("attendance.").filter((row) => typeof rows.at(row, MONTH.number) === "number").slice(0, byMonth.length);
  months.forEach((row, m) => {
    near(rows.at(row, MONTH.due), byMonth[m]!.due);
    near(rows.at(row, MONTH.actual), byMonth[m]!.total);
    near(rows.at(row, MONTH.certified), byMonth[m]!.certified);
    near(rows.at(row, MONTH.weight), byMonth[m]!.weight);
  });
  expect(months).toHaveLength(byMonth.length);
  if (byMonth.length > 12) return;
  const behind = behindMonths(byMonth.length);
  const listed = rows.of("people.").filter((row) => /^第\d+行/.test(String(rows.at(row, PERSON.cell))));
  expect(listed).toHaveLength(people.length);
  listed.forEach((row, index) => {
    near(rows.at(row, behind.total), people[index]!.total);
    expect(rows.at(row, behind.retained)).toBe(people[index]!.retained ? 1 : 0);
    people[index]!.months.forEach((value, m) => near(rows.at(row, [5 + m, 5 + m]), value));
  });
}

function indicators(rows: Rows, { evaluation }: WorkbookReport): void {
  const left = [...evaluation!.indicators];
  for (const row of rows.of("indicators.").filter((each) => typeof rows.at(each, INDICATOR.number) === "number")) {
    const index = left.findIndex(({ cell, sheet }) => cell === rows.at(row, INDICATOR.cell) && sheet === rows.at(row, INDICATOR.source));
    const indicator = left.splice(index, 1)[0]!;
    expect([indicator.cell, rows.at(row, INDICATOR.name), rows.at(row, INDICATOR.area)]).toEqual([indicator.cell, indicator.name, indicator.area ?? "全站"]);
    if (indicator.done !== null) near(rows.at(row, INDICATOR.done), indicator.done);
    if (indicator.target !== null && indicator.target !== 0) near(rows.at(row, INDICATOR.target), indicator.target);
    if (indicator.rate === null) expect([indicator.cell, rows.at(row, INDICATOR.rate)]).toEqual([indicator.cell, "/"]);
    else near(rows.at(row, INDICATOR.rate), indicator.rate);
  }
  expect(left).toEqual([]);
}

function scores(rows: Rows, { evaluation }: WorkbookReport): void {
  const { total, grade, parties } = evaluation!.scores!;
  if (total === null) expect(rows.item("scores.", "总分") || null).toBeNull();
  else near(rows.item("scores.", "总分"), total);
  expect(rows.item("scores.", "等级（按总分）") || null).toBe(grade);
  const labels = { purchaser: "购买方", supervisor: "监督方", guidance: "督导中心", thirdParty: "第三方" } as const;
  for (const [party, label] of Object.entries(labels)) {
    const score = parties[party as keyof typeof parties];
    if (score === undefined) expect(rows.item("scores.", label) || null).toBeNull();
    else near(rows.item("scores.", label), score);
  }
}

test.each([...samples, ...generated])("the summary of %s says what the report says", async (_, bytes) => {
  const { report, sheet: summary, details: sheet } = await writeSummary(bytes());
  const list = new Rows(summary, SUMMARY.key);
  const findings = list.of("finding:");
  expect(findings.map((row) => list.at(row, FINDING.place)).sort()).toEqual(report.findings.map(({ sheet: name, cell }) => `${name}\n${cell}`).sort());
  expect(findings.map((row) => parseInt(String(list.at(row, FINDING.number))))).toEqual(findings.map((_row, index) => index + 1));
  const rows = new Rows(sheet, DETAILS.key);
  const grounds = rows.of("grounds.").filter((row) => typeof rows.at(row, GROUND.number) === "number");
  expect(grounds.map((row) => `${String(rows.at(row, GROUND.sheet))}\n${String(rows.at(row, GROUND.cell))}`)).toEqual(findings.map((row) => list.at(row, FINDING.place)));
  if (report.evaluation?.staffing) attendance(rows, report);
  else expect(sheet.rows().some((row) => sheet.cell(row, 1)?.value === "没有找到到岗表。")).toBe(true);
  if (report.evaluation?.indicators.length) indicators(rows, report);
  if (report.evaluation?.scores) scores(rows, report);
  expect([report.evaluation?.staffing, report.evaluation?.indicators.length, report.evaluation?.scores].some(Boolean)).toBe(true);
});
