import { readFileSync } from "node:fs";
import { build, FAMILIES, ROSTER_FAMILIES, SCORE_FAMILIES, writeXlsx, type Spec } from "../generator";
import { Evaluator } from "../../src/formulas";
import { editWorkbook, readWorkbook } from "../../src/hosts/file";
import { columnLetters, findSheet, isError, keyToRowColumn, parseCellName, type Fix, type Scalar } from "../../src/workbook";
import { differences, formulasOf, same, writeSummary, type Written } from "./through";

/** The hidden column that tells what each row is about. */
const KEY_COLUMN = 23;

const sample = (name: string) => new Uint8Array(readFileSync(`samples/${name}.xlsx`));

test.each(["lianhe", "baihedong"])("every formula of %s's summary gives what is stored with it", async (name) => {
  const written = await writeSummary(sample(name));
  expect(formulasOf(written.details).length).toBeGreaterThan(500);
  expect(differences(written)).toEqual([]);
});

const specs: Spec[] = [
  ...Object.keys(ROSTER_FAMILIES).flatMap((family, seed): Spec[] => [{ kind: "whole", family, rate: "mixed", total: "mixed", seed }, { kind: "roster", family, rate: "mixed", total: "mixed", seed: seed + 50 }]),
  ...Object.keys(FAMILIES).map((family, seed): Spec => ({ kind: "indicators", family, rate: "mixed", total: "mixed", seed })),
  ...SCORE_FAMILIES.map((family, seed): Spec => ({ kind: "scores", family, rate: "mixed", total: "mixed", seed })),
  ...Array.from({ length: 10 }, (_, seed): Spec => ({ kind: "whole", family: "wild", rate: "mixed", total: "mixed", seed }))
];

test.each(specs.map((spec) => [`${spec.kind}/${spec.family}/${spec.seed}`, spec] as const))("every formula gives what is stored with it: %s", async (_, spec) => {
  const written = await writeSummary(writeXlsx(build(spec).draft, { inlineStrings: false, sharedFormulas: true, withoutValues: false }));
  expect(formulasOf(written.details).length).toBeGreaterThan(2);
  expect(differences(written)).toEqual([]);
});

/** What the evaluator makes of the summary's formulas, by the row's hidden key and the column. */
function computed({ workbook, details: sheet }: Pick<Written, "workbook" | "details">): Map<string, Scalar> {
  const evaluator = new Evaluator(workbook);
  const values = new Map<string, Scalar>();
  for (const [key, cell] of sheet.cells) {
    const { row, column } = keyToRowColumn(key);
    const id = `${String(sheet.cell(row, KEY_COLUMN)?.value)} ${columnLetters(column)}`;
    if (!cell.formula) continue;
    const outcome = evaluator.evaluate(cell.formula, { sheet: sheet.name, row, column });
    values.set(id, outcome.state === "known" ? outcome.value ?? 0 : { error: "#N/A" });
  }
  return values;
}

async function changed(bytes: Uint8Array, changes: readonly [string, string, Fix["after"]][]): Promise<Uint8Array> {
  const workbook = await readWorkbook(bytes);
  const fixes = changes.map(([name, cell, after]): Fix => {
    const { row, column } = parseCellName(cell)!;
    const present = findSheet(workbook, name)!.cell(row, column);
    return { sheet: name, cell, kind: "value", before: present?.formula ?? (present?.value as Fix["before"]) ?? null, after, why: "" };
  });
  const result = await editWorkbook(bytes, { fixes });
  expect(result.fixes.map(({ reason }) => reason)).toEqual(fixes.map(() => null));
  return result.bytes;
}

/** The sample with its summary, before anything in it changes. */
let first: Written;
beforeAll(async () => {
  first = await writeSummary(sample("lianhe"));
});

const MATRIX = "附件1 指标完成情况";
const ROSTER = "附件2 到岗情况";

test("when numbers and ticks change, the sheet recomputes to what a new check writes", async () => {
  const bytes = await changed(first.bytes, [
    [MATRIX, "C4", 500], [MATRIX, "F4", "/"], [MATRIX, "P4", null], [MATRIX, "F19", 0.5], [MATRIX, "D19", 200],
    // Ticks of two persons, one present and one absent.
    [ROSTER, "G5", "×"], [ROSTER, "G12", "是"]
  ]);
  const workbook = await readWorkbook(bytes);
  const before = computed(first);
  const live = computed({ workbook, details: findSheet(workbook, first.details.name)! });
  const again = computed(await writeSummary(bytes));
  const moved = [...live].filter(([id, value]) => !same(value, before.get(id) ?? null));
  expect(moved.length).toBeGreaterThan(10);
  for (const [id, value] of live) {
    if (isError(value)) throw new Error(`${id} shows ${value.error}`);
    // An indicator that lost its target moves down the table at the next check.
    if (!id.startsWith("indicators.")) expect([id, value]).toEqual([id, again.get(id)]);
  }
});

test.each<[string, Fix["after"]]>([["a slash", "/"], ["a text number", "90"], ["a number with its unit", "90个"], ["words", "待补"], ["a blank", null], ["68.24 for 68.24%", 68.24], ["zero", 0], ["a truth value", true]])(
  "%s in the cells that it reads spoils nothing", async (_, value) => {
    const bytes = await changed(first.bytes, [
      ...["C4", "D4", "E4", "F19", "D20"].map((cell): [string, string, Fix["after"]] => [MATRIX, cell, value]), [ROSTER, "G5", value], [ROSTER, "V5", value]
    ]);
    const workbook = await readWorkbook(bytes);
    for (const [id, result] of computed({ workbook, details: findSheet(workbook, first.details.name)! })) if (isError(result)) throw new Error(`${id} shows ${result.error}`);
    expect(differences(await writeSummary(bytes))).toEqual([]);
  });

test("an error in the cells that it reads is said as a word", async () => {
  const workbook = await readWorkbook(first.bytes);
  const fix = (cell: string): Fix => {
    const { row, column } = parseCellName(cell)!;
    const present = findSheet(workbook, MATRIX)!.cell(row, column)!;
    return { sheet: MATRIX, cell, kind: "formula", before: present.formula ?? (present.value as Fix["before"]), after: "=1/0", why: "" };
  };
  const { bytes } = await editWorkbook(first.bytes, { fixes: [fix("D4"), fix("E4"), fix("F19")] });
  const read = await readWorkbook(bytes);
  const values = [...computed({ workbook: read, details: findSheet(read, first.details.name)! }).values()];
  expect(values.filter((value) => isError(value))).toEqual([]);
  expect(values).toContain("错误值");
  expect(differences(await writeSummary(bytes))).toEqual([]);
});
