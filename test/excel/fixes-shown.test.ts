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

/** The seeded mistakes that draw a finding with a fix, each in the first workbook that has a place for it. */
const mended = SEEDED_ERRORS.flatMap((error) => {
  const spec = measurable(error).find((candidate) => seed(error, candidate));
  const seeded = spec && seed(error, spec);
  if (!seeded) return [];
  const settings = seeded.built.settings ?? undefined;
  if (!checkWorkbook(seeded.built.draft.toWorkbook(), { settings }).findings.some(({ fix }) => fix)) return [];
  return [[error.id, writeXlsx(seeded.built.draft, { inlineStrings: true, sharedFormulas: false }), settings] as const];
});

test("a good part of the seeded mistakes can be mended", () => expect(mended.length).toBeGreaterThan(50));

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
