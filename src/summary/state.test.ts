import { sampleFinding, sampleReport } from "../../test/sample-report";
import type { WorkbookReport } from "../report/types";
import { cellKey, Sheet, type Cell, type Workbook } from "../workbook";
import { DETAILS_MARKER, SUMMARY_MARKER, summarySheet, summaryState } from ".";

/** A workbook in which the summary of the report stands. */
function holding(report: WorkbookReport): Workbook {
  const cells = new Map(summarySheet(report).rows.flatMap((row, r) => row.flatMap((cell, c): [number, Cell][] =>
    (cell === null || cell.value === null ? [] : [[cellKey(r + 1, c + 1), { value: cell.value, formula: null, text: String(cell.value), format: "General" }]]))));
  return { ...EMPTY, sheets: [new Sheet({ name: "核查汇总", marker: SUMMARY_MARKER, cells }), new Sheet({ name: "核查明细", marker: DETAILS_MARKER, cells: new Map() })] };
}

const EMPTY: Workbook = { sheets: [], names: [], date1904: false, calculation: "automatic", recalculatesOnOpen: false, externalLinks: [], settingsXml: null };
const REPORT = sampleReport();

test.each<[string, Workbook, Partial<WorkbookReport>, string]>([
  ["there is none", EMPTY, {}, "none"],
  ["its details are gone", { ...EMPTY, sheets: holding(REPORT).sheets.slice(0, 1) }, {}, "stale"],
  ["nothing has changed", holding(REPORT), {}, "current"],
  ["it is said in another language", holding(REPORT), { findings: [sampleFinding({ message: "x", basis: "y" })] }, "current"],
  ["a finding is gone", holding(REPORT), { findings: [] }, "stale"],
  ["a finding is ignored", holding(REPORT), { findings: [sampleFinding({ ignored: { reason: "已核实" } })] }, "stale"],
  ["the cell shows something else", holding(REPORT), { findings: [sampleFinding({ actual: "60.00%" })] }, "stale"],
  ["the settings give another result", holding(REPORT), { evaluation: { ...REPORT.evaluation!, phase: "final" } }, "stale"]
])("the state of a summary where %s", (_, workbook, parts, expected) => {
  expect(summaryState(workbook, sampleReport(parts))).toBe(expected);
});
