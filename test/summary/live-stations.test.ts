import { build, Random, ROSTER_FAMILIES, writeXlsx } from "../generator";
import { Evaluator } from "../../src/formulas";
import { editWorkbook, readWorkbook } from "../../src/hosts/file";
import type { ReportedEvaluation } from "../../src/report/types";
import { DETAILS_MARKER } from "../../src/summary";
import { columnLetters, findSheet, isError, keyToRowColumn, parseCellName, type Fix, type Scalar, type Sheet, type Workbook } from "../../src/workbook";
import { same, writeSummary } from "./through";

const [PLACE, SOURCE, KEY] = [4, 20, 23];
const FAMILIES = [...Object.keys(ROSTER_FAMILIES).slice(0, 5), "wild", "wild", "wild"];

/** What the evaluator makes of the summary's formulas. Indicators are known by their cell, for their order follows their targets. */
function computed(workbook: Workbook, sheet: Sheet): Map<string, Scalar> {
  const evaluator = new Evaluator(workbook);
  const values = new Map<string, Scalar>();
  for (const [at, { formula }] of sheet.cells) {
    if (!formula) continue;
    const { row, column } = keyToRowColumn(at);
    const key = String(sheet.cell(row, KEY)?.value);
    const known = key.startsWith("indicators.") ? `${String(sheet.cell(row, SOURCE)?.value)}!${String(sheet.cell(row, PLACE)?.value)}` : key;
    const outcome = evaluator.evaluate(formula, { sheet: sheet.name, row, column });
    values.set(`${known} ${columnLetters(column)}`, outcome.state === "known" ? outcome.value ?? 0 : { error: "#N/A" });
  }
  return values;
}

/** Some of the cells that the summary reads, with something else in them that a station might type. */
function changesOf(workbook: Workbook, { sources, people }: ReportedEvaluation, random: Random): Fix[] {
  const numbers = sources!.indicators.flatMap(({ target, done }) => [target, done]).map((cell) => cell && { ...cell, to: [500, 12, "/", null, 0, 7.5] });
  const rates = sources!.indicators.map(({ rate }) => rate && { ...rate, to: [0.5, 0.123, "/", null] });
  const marks = sources!.people.flatMap(({ ticks }, person) => ticks.flat().map((cell) => ({ sheet: people[person]!.sheet, cell, to: ["×", null, sources!.presentMarks[0]!] })));
  const readable = [...numbers, ...rates, ...random.shuffle(marks).slice(0, 40)].flatMap((each) => each ?? []);
  const taken = new Set<string>();
  return random.shuffle(readable).slice(0, 16).flatMap(({ sheet, cell, to }): Fix[] => {
    const { row, column } = parseCellName(cell)!;
    const present = findSheet(workbook, sheet)!.cell(row, column);
    if (present?.formula || isError(present?.value ?? null) || taken.has(`${sheet}!${cell}`)) return [];
    taken.add(`${sheet}!${cell}`);
    return [{ sheet, cell, kind: "value", before: (present?.value ?? null) as Fix["before"], after: random.pick(to), why: "" }];
  });
}

test.each(FAMILIES.map((family, seed) => [family, seed] as const))("when numbers and marks of a %s station (%i) change, its summary says what a new check says", async (family, seed) => {
  const first = await writeSummary(writeXlsx(build({ kind: "whole", family, rate: "mixed", total: "mixed", seed: 700 + seed }).draft, { inlineStrings: false, sharedFormulas: true, withoutValues: false }));
  const { bytes, fixes } = await editWorkbook(first.bytes, { fixes: changesOf(first.workbook, first.report.evaluation!, new Random(`live/${family}/${seed}`)) });
  expect(fixes.filter(({ applied }) => applied).length).toBeGreaterThan(4);
  const changed = await readWorkbook(bytes);
  const before = computed(first.workbook, first.details);
  const live = computed(changed, changed.sheets.find(({ marker }) => marker === DETAILS_MARKER)!);
  const again = await writeSummary(bytes);
  const anew = computed(again.workbook, again.details);
  expect([...live].filter(([id, value]) => !same(value, before.get(id) ?? null)).length).toBeGreaterThan(4);
  expect([...live].filter(([id, value]) => anew.has(id) && !same(value, anew.get(id)!))).toEqual([]);
  expect([...live].filter(([, value]) => isError(value))).toEqual([]);
});
