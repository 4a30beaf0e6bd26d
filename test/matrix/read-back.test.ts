import { readWorkbook } from "../../src/hosts/file";
import type { Workbook } from "../../src/workbook";
import { build, FAMILIES, ROSTER_FAMILIES, writeXlsx, type Built, type Spec } from "../generator";
import { SEEDED_ERRORS } from "../generator/errors";
import { seed, specLabel } from "./measure";
import { measurable } from "./plan";

/** What rules can see of a workbook. */
function seen(workbook: Workbook): unknown {
  return {
    sheets: workbook.sheets.map((sheet) => ({
      name: sheet.name, visibility: sheet.visibility, merges: sheet.merges, hiddenRows: [...sheet.hiddenRows], hiddenColumns: [...sheet.hiddenColumns],
      cells: [...sheet.cells].map(([key, cell]) => JSON.stringify([key, cell.value, cell.formula, cell.text, cell.format]))
    })),
    names: workbook.names.map(({ name, formula, sheet }) => ({ name, formula, sheet })),
    calculation: workbook.calculation, externalLinks: workbook.externalLinks, date1904: workbook.date1904
  };
}

async function same(built: Built, label: string): Promise<void> {
  for (const inlineStrings of [true, false]) {
    const bytes = writeXlsx(built.draft, { inlineStrings, sharedFormulas: inlineStrings === (built.spec.seed % 2 === 0) });
    expect({ label, ...(seen(await readWorkbook(bytes)) as object) }).toEqual({ label, ...(seen(built.draft.toWorkbook()) as object) });
  }
}

test("the bytes of generated workbooks read as the workbooks that the matrix measures", async () => {
  const specs: Spec[] = [
    ...[...Object.keys(FAMILIES), "wild", "two-years"].map((family): Spec => ({ kind: "indicators", family, rate: "mixed", total: "mixed", seed: 900 })),
    ...[...Object.keys(ROSTER_FAMILIES), "wild"].map((family): Spec => ({ kind: "whole", family, rate: "mixed", total: "mixed", seed: 901 }))
  ];
  for (const spec of specs) await same(build(spec), specLabel(spec));
});

test("so do those with a seeded mistake", async () => {
  for (const error of SEEDED_ERRORS) {
    const spec = measurable(error).find((candidate) => seed(error, candidate))!;
    await same(seed(error, spec)!.built, `${error.id} ${specLabel(spec)}`);
  }
});
