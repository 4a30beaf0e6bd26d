import { completeValues } from "../formulas";
import { checkWorkbook } from "../report";
import { cellKey, isError, parseRectName, Sheet, type Cell, type Scalar, type SheetDescription, type Workbook } from "../workbook";
import { defaultOptions, templateSettings, templateSheets, type TemplateOptions } from "./index";
import { verdictOf } from "../pane/result/verdict";
import { isBlank } from "../report/blank";
import { writeSettingsXml } from "../settings";
import { countFindings } from "../summary";

const OPTIONS: TemplateOptions = { ...defaultOptions("2025-09-01"), station: "广州市甲街社工站" };

type Fill = (sheet: string, row: number, column: number) => Scalar | undefined;

/** The tables as a snapshot, with what a user has filled into unlocked cells. */
function workbookOf(options: TemplateOptions, fill: Fill = () => undefined): Workbook {
  const sheets = templateSheets(options).map((description) => snapshot(description, fill));
  const settingsXml = writeSettingsXml({ settings: templateSettings(options), ignored: [] });
  const raw: Workbook = { sheets, names: [], date1904: false, calculation: "automatic", recalculatesOnOpen: true, externalLinks: [], settingsXml };
  return { ...completeValues(raw).workbook, recalculatesOnOpen: false };
}

function snapshot({ name, rows, merges }: SheetDescription, fill: Fill): Sheet {
  const cells = new Map<number, Cell>();
  rows.forEach((row, top) => row.forEach((cell, left) => {
    if (!cell) return;
    const value = (cell.unlocked && fill(name, top + 1, left + 1)) || cell.value;
    const formula = cell.formula ?? null;
    if (value === null && formula === null) return;
    cells.set(cellKey(top + 1, left + 1), { value: formula ? null : value, formula, text: value === null ? "" : String(value), format: cell.format ?? "General" });
  }));
  return new Sheet({ name, cells, merges: merges.map((merge) => parseRectName(merge)!) });
}

const grave = (workbook: Workbook) => checkWorkbook(workbook).findings.filter(({ severity }) => severity !== "info").map(({ sheet, cell, message }) => `${sheet}!${cell} ${message}`);

/** Fills everything in: as many persons as were agreed (the spare rows stay blank), full attendance but for what `marks` says. */
function filled(options: TemplateOptions, marks: (row: number, column: number) => string | undefined, remarks: Readonly<Record<number, string>>): Fill {
  const roster = templateSheets(options).at(-1)!;
  const width = roster.columnWidths.length;
  const rows = roster.rows.flatMap((line, index) => (line[2]?.unlocked ? [index + 1] : []));
  const gap = rows.findIndex((row, index) => index > 0 && row !== rows[index - 1]! + 1);
  const certified = rows.slice(0, Math.ceil(options.headcount * options.certifiedShare));
  const staff = [...certified, ...rows.slice(gap, -8)];
  return (sheet, row, column) => {
    if (sheet === "附件1-1" && column === 2 && row <= 3 + options.areas.length) return options.headcount / options.areas.length;
    if (sheet !== "附件2") return row > 9 + 2 * options.areas.length && sheet === "附件1-1" && column === 1 ? undefined : column % 3 === 0 ? 20 : 8;
    const index = staff.indexOf(row);
    if (index < 0) return undefined;
    if (column === width) return remarks[row];
    if (column === width - 1) return 2;
    const texts: Record<number, string> = {
      3: `社工${String(index + 1).padStart(3, "0")}`, 4: "社工", 5: certified.includes(row) ? "助理社会工作师" : "社会工作专业", 6: "2022.3.28-2028.3.27"
    };
    return texts[column] ?? marks(row, column) ?? "√";
  };
}

test("each group has rows for all whom it may hold, and eight to spare: the certified for the whole headcount", () => {
  const roster = templateSheets(OPTIONS).at(-1)!;
  const rows = roster.rows.flatMap((line, index) => (line[2]?.unlocked ? [index] : []));
  const gap = rows.findIndex((row, index) => index > 0 && row !== rows[index - 1]! + 1);
  expect([gap, rows.length - gap]).toEqual([OPTIONS.headcount + 8, OPTIONS.headcount - Math.ceil(OPTIONS.headcount * OPTIONS.certifiedShare) + 8]);
  expect(roster.rows.flat().some((each) => /行不够时/.test(String(each?.value)))).toBe(true);
});

test("the empty tables are recognised and draw nothing", () => {
  const report = checkWorkbook(workbookOf(OPTIONS));
  // A footnote without numbers is no table yet.
  expect(report.tables.map(({ kind }) => kind)).toEqual(["indicators", "indicators", "overall", "cards", "roster"]);
  expect(report.tables.at(-1)!.counts).toMatchObject({ persons: 0, months: 6 });
  expect(report.notChecked).toEqual(["到岗表还没有填，没有人员到岗、稳岗率可核对"]);
  expect([isBlank(report), verdictOf(countFindings(report.findings), 0, isBlank(report))]).toEqual([true, "blank"]);
  expect(report.findings.map(({ cell, sheet, message }) => `${sheet}!${cell} ${message}`)).toEqual([]);
  expect(report.station).toBe("广州市甲街社工站");
  expect(report.period).toMatchObject(OPTIONS.period);
});

test("no formula of the empty tables gives an error value, and each stored value is what it gives", () => {
  const workbook = workbookOf(OPTIONS);
  for (const [index, description] of templateSheets(OPTIONS).entries()) {
    description.rows.forEach((row, top) => row.forEach((cell, left) => {
      if (!cell?.formula) return;
      const value = workbook.sheets[index]!.cell(top + 1, left + 1)?.value ?? null;
      expect([description.name, top + 1, left + 1, isError(value) ? value.error : value]).toEqual([description.name, top + 1, left + 1, cell.value]);
    }));
  }
});

test.each<[string, TemplateOptions]>([
  ["half a year", OPTIONS],
  ["a period that begins late in a month", { ...OPTIONS, period: { start: "2025-07-16", end: "2025-12-31" } }],
  ["over New Year", { ...OPTIONS, period: { start: "2024-09-10", end: "2025-02-28" }, agreement: { start: "2024-09-10", end: "2025-09-09" } }],
  ["one area, a small station", { ...OPTIONS, areas: ["东片区"], headcount: 6, certifiedShare: 0.7 }],
  ["twelve months", { ...OPTIONS, period: { start: "2025-01-01", end: "2025-12-31" } }]
])("filled in, %s is clean: halves by remark, an absent month, a slash", (_, options) => {
  const absent = (row: number, column: number) => (row === 6 && column >= 7 && column <= 9 ? "——" : undefined);
  const month = Number(options.period.start.slice(5, 7));
  const next = (month % 12) + 1;
  const fill = filled(options, absent, { 5: `${next}月份计0.5人次`, 6: `${month}月请事假` });
  const withSlash: Fill = (sheet, row, column) => (sheet === "附件1-1" && row === 4 && column === 3 ? "/" : fill(sheet, row, column));
  const workbook = workbookOf(options, withSlash);
  expect(checkWorkbook(workbook).tables.map(({ kind }) => kind)).toContain("roster");
  expect(isBlank(checkWorkbook(workbook))).toBe(false);
  // Two of the staff were absent for a while: that is said of the staff, not of a cell.
  expect(grave(workbook).filter((text) => !/人次/.test(text))).toEqual([]);
});
