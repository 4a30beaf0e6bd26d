import { completeValues } from "../../src/formulas";
import { editWorkbook, readWorkbook } from "../../src/hosts/file";
import { checkWorkbook, type ReportedFinding } from "../../src/report";
import { isAsPromised } from "../../src/rules/fixes/format";
import { cellName, keyToRowColumn, parseCellName, type Workbook } from "../../src/workbook";
import { writeXlsx } from "../generator";
import { SEEDED_ERRORS } from "../generator/errors";
import { seed } from "../matrix/measure";
import { measurable } from "../matrix/plan";
import type { BookData } from "./host";
import { openExcel } from "./host/in-node";

/** The workbook as the fake Excel opens it. */
function bookOf({ sheets }: Workbook): BookData {
  return {
    sheets: sheets.map(({ name, cells, merges }) => ({
      name, merges, cells: Object.fromEntries([...cells].map(([key, { value, formula, format }]) => {
        const { row, column } = keyToRowColumn(key);
        return [cellName(row, column), { value, formula, format }];
      }))
    }))
  };
}

/** What the mended cells show, formulas calculated. */
function shown(workbook: Workbook, findings: readonly ReportedFinding[]): string[] {
  const { workbook: calculated } = completeValues({ ...workbook, recalculatesOnOpen: true });
  return findings.map(({ sheet, cell }) => {
    const { row, column } = parseCellName(cell)!;
    return calculated.sheets.find(({ name }) => name === sheet)!.cell(row, column)?.text ?? "";
  });
}

/** What the cell should show after the fix: what the finding says, or as before where only the formula was missing. */
function promised({ expected, actual }: ReportedFinding): string {
  return expected.startsWith("=") ? actual : expected;
}

/** For each seeded mistake the first workbook in which it draws a finding with a fix. */
const mended = SEEDED_ERRORS.flatMap((error) => {
  for (const spec of measurable(error).slice(0, 6)) {
    const seeded = seed(error, spec);
    if (!seeded) continue;
    const bytes = writeXlsx(seeded.built.draft, { inlineStrings: true, sharedFormulas: false });
    const settings = seeded.built.settings ?? undefined;
    const fixes = checkWorkbook(seeded.built.draft.toWorkbook(), { settings }).findings.filter(({ fix }) => fix);
    if (fixes.length > 0) return [[error.id, bytes, settings] as const];
  }
  return [];
});

test("a good part of the seeded mistakes can be mended", () => expect(mended.length).toBeGreaterThan(20));

test.each(mended)("%s: both hosts show what the fix promises", async (_, bytes, settings) => {
  const workbook = await readWorkbook(bytes);
  const findings = checkWorkbook(workbook, { settings }).findings.filter(({ fix }) => fix);
  const fixes = findings.map(({ fix }) => fix!);
  const inFile = await editWorkbook(bytes, { fixes });
  expect(inFile.fixes.map(({ reason }) => reason)).toEqual(fixes.map(() => null));
  const { host } = openExcel(bookOf(workbook));
  expect((await host.applyFixes(fixes)).map(({ reason }) => reason)).toEqual(fixes.map(() => null));
  const texts = [shown(await readWorkbook(inFile.bytes), findings), shown(await host.read(), findings)];
  expect(texts[0]).toEqual(texts[1]);
  findings.forEach((finding, index) => {
    if (promised(finding) !== "") expect([finding.rule, texts[0]![index], isAsPromised(texts[0]![index]!, promised(finding))]).toEqual([finding.rule, texts[0]![index], true]);
  });
});
