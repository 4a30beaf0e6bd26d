import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { checkWorkbook } from "../src/report";
import { parseCellName } from "../src/workbook";
import { build, packageVariant, Random, writeXlsx, type Built } from "../test/generator";
import { SEEDED_ERRORS } from "../test/generator/errors";
import { matrixDocument, misses } from "../test/matrix/markdown";
import { FixMeasurement } from "../test/matrix/fixes";
import { measureDistrict } from "../test/matrix/district";
import { measureLetters } from "../test/matrix/letters";
import { measureReviews, type ReviewCase } from "../test/matrix/review";
import { measureWholeDistrict, STATIONS } from "../test/matrix/whole-district";
import { measureGenerated, WRITTEN_STATIONS } from "../test/reports/measure";
import { Measurement, parseSpec, seed, specLabel, type Check } from "../test/matrix/measure";
import { runPlan, type PlanOptions } from "../test/matrix/plan";

/**
 * Measures the check on generated workbooks.
 *   matrix                    writes docs/matrix.md
 *   matrix --check            compares with docs/matrix.md; exit code 1 when it differs
 *   matrix --misses           prints what was missed or wrongly reported, with what reproduces it
 *   matrix --big N            N further seeds a family, and layouts drawn at random; writes nothing, prints the misses
 *   matrix --only ERROR [--family F] [--seed N]     only that mistake
 *   matrix --only ERROR --spec KIND/FAMILY/RATE/TOTAL/SEED   that very workbook: all findings are printed
 *   matrix --clean KIND/FAMILY/RATE/TOTAL/SEED               the same without a mistake
 *   matrix --district [N]     a district of 40 stations, or N: first, resubmitted, mid-term and final workbook of each; found and wrongly said, with the misses
 *   matrix --fixes            applies every fix that is offered for these workbooks, one by one and all at once; exit code 1 when one does harm
 *   … --write-xlsx DIR        saves the bytes of that workbook
 */

/** On clean workbooks these may speak: they report limits of the agreement, not mistakes. */
const ALLOWED_ON_CLEAN = ["attendance-retention-limit", "attendance-shortage", "score-shortage"];
/** The document has a small district; `--district` takes the whole. */
const FEW_STATIONS = 8;
const DOCUMENT = resolve(__dirname, "../docs/matrix.md");

const args = process.argv.slice(2);
const flag = (label: string): boolean => args.includes(label);
const option = (label: string): string | null => (flag(label) ? args[args.indexOf(label) + 1] ?? null : null);

const check: Check = (workbook, settings) => checkWorkbook(workbook, { settings: settings ?? undefined }).findings;

function one(label: string, errorId: string | null): void {
  const spec = parseSpec(label);
  const error = errorId ? SEEDED_ERRORS.find((e) => e.id === errorId) : null;
  const seeded = error ? seed(error, spec) : { built: build(spec), outcome: null };
  if (!seeded) throw new Error(`${errorId} has no place in ${label}`);
  const { built, outcome } = seeded;
  if (outcome) console.log(outcome);
  console.table(check(built.draft.toWorkbook(), built.settings).map(({ rule, severity, sheet, cell, actual, expected }) =>
    ({ rule, severity, sheet, cell, formula: formulaAt(built, sheet, cell), actual, expected })));
  const folder = option("--write-xlsx");
  if (folder) {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${errorId ?? "clean"}-${specLabel(spec).replace(/\//g, "-")}.xlsx`);
    writeFileSync(path, writeXlsx(built.draft, packageVariant(new Random(spec.seed))));
    console.log(path);
  }
}

function formulaAt(built: Built, sheet: string, cell: string): string {
  const at = parseCellName(cell);
  return at ? built.draft.formula({ sheet, ...at }) ?? "" : "";
}

function planOptions(): PlanOptions {
  const seedOption = option("--seed");
  return { more: Number(option("--big") ?? 0), only: option("--only"), seed: seedOption === null ? null : Number(seedOption), family: option("--family") };
}

async function fixes(): Promise<void> {
  const measurement = new FixMeasurement();
  runPlan(measurement, planOptions());
  const { workbooks, fixes: offered, harmful } = await measurement.tryAll((done, of) => {
    if (done % 100 === 0) console.error(`${done} of ${of}`);
  });
  for (const line of harmful) console.error(line);
  console.log(`${offered} fixes offered for ${workbooks} workbooks, ${harmful.length} harmful`);
  process.exitCode = harmful.length > 0 ? 1 : 0;
}

function print(reviews: readonly ReviewCase[]): void {
  for (const { label, found, of, false: wrong } of reviews) console.log(`${label}: ${found}/${of}, ${wrong} wrongly said`);
}

function main(): void {
  const spec = option("--spec") ?? option("--clean");
  if (spec) {
    one(spec, option("--only"));
    return;
  }
  if (flag("--fixes")) {
    void fixes();
    return;
  }
  if (flag("--district")) {
    const district = measureWholeDistrict(Number(option("--district") ?? STATIONS));
    for (const miss of district.flatMap(({ misses: own }) => own)) console.log(miss);
    print(district);
    return;
  }
  const measurement = new Measurement(check, { allowedOnClean: ALLOWED_ON_CLEAN });
  const seedOption = option("--seed");
  const partly = flag("--big") || option("--only") !== null || seedOption !== null || option("--family") !== null;
  runPlan(measurement, planOptions());
  const reviews = partly ? [] : [...measureLetters(), ...measureReviews(), ...measureDistrict(), ...measureWholeDistrict(FEW_STATIONS)];
  const reports = partly ? null : measureGenerated(WRITTEN_STATIONS);
  const document = matrixDocument(measurement, reviews, reports);
  if (partly || flag("--misses")) {
    console.log([misses(measurement), ...reviews.flatMap((each) => each.misses), ...(reports ? [...reports.wrong.map((text) => `FALSE ${text}`), ...reports.missed.map((text) => `MISSED ${text}`)] : [])].join("\n"));
    print(reviews);
    console.log(document.split("\n").find((text) => /clean workbooks:/.test(text)));
    return;
  }
  if (flag("--check")) {
    let written = "";
    try {
      written = readFileSync(DOCUMENT, "utf8");
    } catch {
      written = "";
    }
    if (written !== document) {
      console.error("docs/matrix.md differs from what is measured now: run `npm run matrix`, look at the difference, keep it.");
      process.exitCode = 1;
    }
    return;
  }
  mkdirSync(resolve(DOCUMENT, ".."), { recursive: true });
  writeFileSync(DOCUMENT, document);
  console.log(document);
}

main();
