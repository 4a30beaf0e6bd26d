import type { CellSpec } from "../../test/support/sheet-builder";
import { cleanStation, stationWith, type Changes } from "../../test/support/station";
import type { Visibility } from "../workbook";
import { checkWorkbook } from "./index";

/** The clean station behind an older copy of its indicator sheet: another period, fewer cases, other staff. */
function withCopy(visibility: Visibility, changes: Changes = {}, ofCopy: Readonly<Record<string, CellSpec>> = {}) {
  return stationWith(changes, {}, (sheets) => {
    const copy = cleanStation()["指标"]!;
    const older = { ...copy, visibility, cells: { ...copy.cells, A1: "旧街社工站指标完成情况统计表（2023年3月10日至2023年8月28日）", A12: String(copy.cells["A12"]).replace("建档人数1429", "建档人数1395"), B4: 4, D4: 600, E9: 40, ...ofCopy } };
    const present = { ...sheets };
    for (const name of Object.keys(sheets)) delete sheets[name];
    Object.assign(sheets, { 备份: older }, present);
  });
}

test.each<Visibility>(["hidden", "veryHidden"])("a %s older copy neither decides nor accuses", (visibility) => {
  const report = checkWorkbook(withCopy(visibility));
  const alone = checkWorkbook(stationWith({}));
  expect(report.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  expect([report.station, report.period, report.evaluation!.indicators]).toEqual([alone.station, alone.period, alone.evaluation!.indicators]);
});

test("of the same period, too", () => {
  const report = checkWorkbook(withCopy("hidden", {}, { A1: "某街社工站指标完成情况统计表（2024年9月10日至2025年2月28日）" }));
  expect(report.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
});

test("nor does it excuse a card that repeats its numbers", () => {
  const report = checkWorkbook(withCopy("hidden", { "卡!F3": "21个" }, { D10: 21 }));
  expect(report.findings.map(({ rule, sheet, cell }) => [rule, sheet, cell])).toContainEqual(["same-indicator", "卡", "F3"]);
});

test.each<[Visibility, string]>([["hidden", "取消隐藏"], ["veryHidden", "Alt+F11"]])("what is wrong on a %s sheet is said, with how to see it", (visibility, how) => {
  const report = checkWorkbook(withCopy(visibility, {}, { E4: { v: 0.5, format: "0.00%" } }));
  const found = report.findings.filter(({ sheet, cell }) => sheet === "备份" && cell === "E4");
  expect(found).toHaveLength(1);
  expect(found[0]!.message).toContain(how);
});

test("where every table is hidden, they are what is handed in", () => {
  const report = checkWorkbook(stationWith({}, {}, (sheets) => { for (const name of Object.keys(sheets)) sheets[name] = { ...sheets[name]!, visibility: "hidden" }; }));
  expect(report.evaluation!.indicators).toHaveLength(checkWorkbook(stationWith({})).evaluation!.indicators.length);
});
