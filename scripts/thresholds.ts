import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { checkWorkbook } from "../src/report";
import { SEEDED_ERRORS } from "../test/generator/errors";
import { Measurement, seed, specLabel } from "../test/matrix/measure";
import { measurable } from "../test/matrix/plan";
import { judged } from "../test/strangers/judge";
import { strangersWorkbooks } from "../test/strangers/load";

/**
 * Which workbooks need each threshold of recognition: every number of the families' `limits.ts` is moved one step down and one step up,
 * and what is found and wrongly said of workbooks is measured again.
 *   thresholds                      every number, over the matrix and the strangers' workbooks
 *   … --only WORD                   only numbers whose name or file holds WORD
 *   … --every N                     only every Nth workbook
 *   … --jobs N                      so many measurements at once (1)
 * A line a step: how many workbooks are read worse (something missed or wrongly said that was not before), how many better, and the first of the
 * worse ones. A number that no step makes worse is marked: nothing here needs it.
 */
const FAMILIES = ["src/evidence/limits.ts", "src/tables/indicators/limits.ts", "src/tables/roster/limits.ts", "src/tables/scores/limits.ts"];

interface Limit { readonly file: string; readonly name: string; readonly value: number }
/** Mistakes missed plus findings that are wrong plus tables unread, a workbook. */
type Faults = Readonly<Record<string, number>>;

const args = process.argv.slice(2);
const option = (name: string): string | null => (args.includes(name) ? args[args.indexOf(name) + 1] ?? null : null);
const every = Number(option("--every") ?? 1);

function limitsOf(file: string): Limit[] {
  const found = readFileSync(file, "utf8").matchAll(/^export const (\w+) = ([\d._e/ ]+);$/gm);
  return [...found].map(([, name, text]) => ({ file, name: name!, value: text!.replace(/_/g, "").split("/").map(Number).reduce((a, b) => a / b) }));
}

/** One step down and up: by one where a few are counted, by a tenth of a share, by a quarter of a larger number. */
function stepsOf(value: number): readonly number[] {
  if (value < 1) return [value * 0.9, Math.min(1, value * 1.1)];
  const step = value <= 20 ? (Number.isInteger(value) ? 1 : 0.25) : Math.ceil(value / 4);
  return [value - step, value + step];
}

function measured(): Faults {
  const faults: Record<string, number> = {};
  const [given, workbooks] = [strangersWorkbooks(), matrixWorkbooks()];
  given.filter((_, i) => i % every === 0).map(judged).forEach(({ given: { label }, found, wrong, unread }) => {
    faults[label] = (found === false ? 1 : 0) + wrong.length + unread.length;
  });
  workbooks.filter((_, i) => i % every === 0).forEach(([label, measure]) => { faults[label] = measure(); });
  return faults;
}

/** The workbooks of the matrix that bear its mistakes, and what each costs. */
function matrixWorkbooks(): [string, () => number][] {
  const seeded = SEEDED_ERRORS.flatMap((error) => measurable(error).map((spec): [string, () => number] => [`${error.id} ${specLabel(spec)}`, () => {
    if (!seed(error, spec)) return 0;
    const measurement = measurementOf();
    measurement.measureSeeded(error, spec);
    return measurement.seededResults.reduce((sum, { found, wrong }) => sum + (found ? 0 : 1) + wrong.length, 0);
  }]));
  const clean = [...new Map(SEEDED_ERRORS.flatMap(measurable).map((spec) => [specLabel(spec), spec])).values()].map((spec): [string, () => number] => [`clean ${specLabel(spec)}`, () => {
    const measurement = measurementOf();
    measurement.measureClean(spec);
    return measurement.cleanResults.reduce((sum, { falseErrors, falseWarnings }) => sum + falseErrors.length + falseWarnings.length, 0);
  }]);
  return [...clean, ...seeded];
}

function measurementOf(): Measurement {
  return new Measurement((workbook, settings) => checkWorkbook(workbook, { settings: settings ?? undefined }).findings,
    { allowedOnClean: ["attendance-retention-limit", "attendance-shortage", "score-shortage"] });
}

async function measuredWith(limit: Limit | null, value: number): Promise<Faults> {
  const moved = limit ? { MOVED_LIMIT: `${limit.file} ${limit.name} ${value}` } : {};
  const { stdout } = await promisify(execFile)(process.execPath, ["scripts/run-ts.cjs", "scripts/thresholds.ts", "--measure", "--every", String(every)],
    { env: { ...process.env, ...moved }, maxBuffer: 1 << 26 });
  return JSON.parse(stdout) as Faults;
}

/** Moves one number both ways and says what that does. */
async function tell(limit: Limit, before: Faults): Promise<void> {
  const lines: string[] = [];
  let needed = false;
  for (const value of stepsOf(limit.value)) {
    const after = await measuredWith(limit, value);
    const worse = Object.keys(before).filter((label) => after[label]! > before[label]!);
    const better = Object.keys(before).filter((label) => after[label]! < before[label]!);
    needed ||= worse.length > 0;
    lines.push(`    → ${value}: ${worse.length} worse, ${better.length} better${worse.length > 0 ? `; worse: ${worse.slice(0, 3).join(", ")}` : ""}${better.length > 0 ? `; better: ${better.slice(0, 3).join(", ")}` : ""}`);
  }
  console.log([`${limit.file.replace("src/", "")} ${limit.name} = ${limit.value}${needed ? "" : "  (no workbook here needs it)"}`, ...lines].join("\n"));
}

async function main(): Promise<void> {
  if (args.includes("--measure")) {
    console.log(JSON.stringify(measured()));
    return;
  }
  const only = option("--only");
  const limits = FAMILIES.flatMap(limitsOf).filter(({ file, name }) => !only || name.includes(only) || file.includes(only));
  const before = await measuredWith(null, 0);
  console.log(`${limits.length} numbers, ${Object.keys(before).length} workbooks, ${Object.values(before).reduce((a, b) => a + b, 0)} faults as it is`);
  const waiting = [...limits];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await tell(next, before);
  };
  await Promise.all(Array.from({ length: Number(option("--jobs") ?? 1) }, worker));
}

void main();
