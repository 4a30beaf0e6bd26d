import { isError, rectContains, type Workbook } from "../../../src/workbook";
import { measurable } from "../../matrix/plan";
import { seed, specLabel } from "../../matrix/measure";
import { build, type Spec } from "..";
import { SEEDED_ERRORS } from ".";

/** All that a reader of the file can see. */
function visible(workbook: Workbook): string {
  return JSON.stringify(workbook.sheets.map((sheet) => [
    sheet.name, [...sheet.cells].map(([key, cell]) => [key, isError(cell.value) ? cell.value.error : cell.value, cell.formula, cell.text, cell.format]),
    [...sheet.hiddenRows], [...sheet.hiddenColumns]
  ]));
}

const cleanOnes = new Map<string, string>();

function visibleClean(spec: Spec): string {
  const key = specLabel(spec);
  const known = cleanOnes.get(key) ?? visible(build(spec).draft.toWorkbook());
  cleanOnes.set(key, known);
  return known;
}

test("ids are unique and every mistake names its line of the catalogue", () => {
  expect(new Set(SEEDED_ERRORS.map((e) => e.id)).size).toBe(SEEDED_ERRORS.length);
  for (const error of SEEDED_ERRORS) {
    expect(error.catalogue).not.toBe("");
    expect(error.description).not.toBe("");
  }
});

test.each(SEEDED_ERRORS.map((error) => [error.id, error] as const))("%s changes something, at the cell it names", (_id, error) => {
  let seen = 0;
  for (const spec of measurable(error)) {
    const seeded = seed(error, spec);
    if (!seeded) continue;
    seen += 1;
    const wrong = seeded.built.draft.toWorkbook();
    if (visible(wrong) === visibleClean(spec)) throw new Error(`${error.id} changes nothing in ${specLabel(spec)}`);
    expect(seeded.outcome.accept.length).toBeGreaterThan(0);
    for (const { sheet, row, column } of seeded.outcome.accept) {
      const used = wrong.sheets.find((s) => s.name === sheet)!.used!;
      expect(rectContains({ ...used, right: used.right + 1 }, row, column)).toBe(true);
    }
    if (seen === 1) expect(visible(seed(error, spec)!.built.draft.toWorkbook())).toBe(visible(wrong));
  }
  expect(seen).toBeGreaterThan(0);
});
