import { cellName, keyToRowColumn } from "../../src/workbook";
import { SEEDED_ERRORS } from "../generator/errors";
import { matrixDocument, misses } from "./markdown";
import { Measurement, parseSpec, specLabel, type FindingLike } from "./measure";
import { indicatorSpec } from "./plan";

const spec = indicatorSpec("standard", 1);
const typedWrong = SEEDED_ERRORS.find((e) => e.id === "rate-typed-wrong")!;
const finding = (cell: string, sheet = "nowhere"): FindingLike => ({ rule: "r", severity: "error", sheet, cell, actual: "", expected: "" });

test("a label gives back its spec", () => {
  expect(parseSpec(specLabel(spec))).toEqual(spec);
});

test("a silent check misses, and says nothing wrong", () => {
  const measurement = new Measurement(() => [], { allowedOnClean: [] });
  expect(measurement.measureSeeded(typedWrong, spec)).toBe(true);
  expect(measurement.seededResults[0]).toMatchObject({ found: false, wrong: [], repeated: 0 });
  expect(measurement.cleanResults).toHaveLength(1);
  expect(misses(measurement)).toContain("MISSED   --only rate-typed-wrong --spec indicators/standard/");
});

test("what is said of the clean workbook too is no find; what is said elsewhere is false", () => {
  let call = 0;
  const measurement = new Measurement(() => (call++ === 0 ? [finding("A1")] : [finding("A1"), finding("B2")]), { allowedOnClean: [] });
  measurement.measureSeeded(typedWrong, spec);
  expect(measurement.cleanResults[0]!.falseErrors).toHaveLength(1);
  expect(measurement.seededResults[0]!.wrong.map((f) => f.cell)).toEqual(["B2"]);
});

test("a check that reports every changed cell finds the mistake", () => {
  const texts = new Map<string, string>();
  const measurement = new Measurement((workbook) => workbook.sheets.flatMap((sheet) => [...sheet.cells].flatMap(([key, cell]) => {
    const place = `${sheet.name} ${key}`;
    const before = texts.get(place);
    texts.set(place, before ?? cell.text);
    const { row, column } = keyToRowColumn(key);
    return before !== undefined && before !== cell.text ? [finding(cellName(row, column), sheet.name)] : [];
  })), { allowedOnClean: [] });
  measurement.measureSeeded(typedWrong, spec);
  expect(measurement.seededResults[0]).toMatchObject({ found: true, wrong: [] });
  expect(matrixDocument(measurement)).toContain("1 seeded mistakes: 1 found, 0 wrongly reported");
});

test("a rule that may speak on clean workbooks is not counted, a crash is", () => {
  const allowed = new Measurement(() => [finding("A1")], { allowedOnClean: ["r"] });
  allowed.measureClean(spec);
  expect(allowed.cleanResults[0]!.falseErrors).toEqual([]);
  const crashing = new Measurement(() => { throw new Error("boom"); }, { allowedOnClean: [] });
  crashing.measureClean(spec);
  expect(crashing.cleanResults[0]!.falseErrors[0]).toMatchObject({ rule: "crashed", actual: "boom" });
});
