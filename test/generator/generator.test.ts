import { cellName, isError, keyToRowColumn } from "../../src/workbook";
import { specLabel } from "../matrix/measure";
import { build, Random, writeXlsx, type Built, type Spec } from ".";
import { variety } from "./variety";

const workbooks: readonly (readonly [Spec, Built])[] = variety().map((spec) => [spec, build(spec)]);
const bytes = (built: Built): Uint8Array => writeXlsx(built.draft, { inlineStrings: built.spec.seed % 2 === 0, sharedFormulas: built.spec.seed % 3 !== 0 });

test("the same seed gives the same bytes, another seed other bytes", () => {
  for (const [spec, built] of workbooks) {
    const once = bytes(built);
    expect([specLabel(spec), Buffer.compare(once, bytes(build(spec)))]).toEqual([specLabel(spec), 0]);
    expect([specLabel(spec), Buffer.compare(once, bytes(build({ ...spec, seed: spec.seed + 1000 })))]).not.toEqual([specLabel(spec), 0]);
  }
});

test("no clean workbook holds an error value", () => {
  for (const [spec, built] of workbooks) {
    for (const sheet of built.draft.toWorkbook().sheets) {
      for (const [key, cell] of sheet.cells) {
        const { row, column } = keyToRowColumn(key);
        if (isError(cell.value)) throw new Error(`${specLabel(spec)} ${sheet.name}!${cellName(row, column)} ${cell.formula} shows ${cell.text}`);
      }
    }
  }
});

test("random numbers are uniform enough and repeatable", () => {
  const random = new Random(7);
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < 4000; i++) counts[random.int(0, 3)]! += 1;
  for (const count of counts) expect(count).toBeGreaterThan(850);
  expect(new Random("a").next()).toBe(new Random("a").next());
});
