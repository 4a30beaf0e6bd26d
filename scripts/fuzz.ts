import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { inputOf, type Input } from "../test/fuzz/input";
import { fewerChanges, smallerBook } from "../test/fuzz/minimise";
import { Runner } from "../test/fuzz/runner";
import { trialOf, tryTrial } from "../test/fuzz/trial";

/**
 * Tries generated, changed and damaged workbooks on the whole path from bytes to bytes.
 *   fuzz --inputs N | --seconds N   how long
 *        --seed S --from N          which inputs; the same seed and number give the same input
 *        --limit MS --heap MB       what one input may take, and the thread that tries them
 *        --keep                     makes each failure small and writes it to test/fuzz/cases/
 *   fuzz --seed S --only N          one input here and now, with its stack
 * Exit code 1 when a promise was broken.
 */

const args = process.argv.slice(2);
const flag = (label: string): boolean => args.includes(label);
const option = (label: string, other: number | string): string => (flag(label) ? args[args.indexOf(label) + 1] ?? "" : String(other));
const CASES = resolve(__dirname, "../test/fuzz/cases");
/** A kept case is read by people: no need to make it smaller than this takes. */
const MINIMISING_MS = 120_000;

async function one(seed: string, number: number): Promise<void> {
  const input = inputOf(seed, number);
  console.log(JSON.stringify(input));
  const trial = await trialOf(input);
  console.log(trial ? await tryTrial(trial) : "no place");
}

async function many(seed: string): Promise<void> {
  const bounds = { time: Number(option("--limit", 20_000)), heap: Number(option("--heap", 600)) };
  const runner = new Runner(bounds);
  const inputs = Number(option("--inputs", flag("--seconds") ? Infinity : 500));
  const until = performance.now() + Number(option("--seconds", Infinity)) * 1000;
  const endings = new Map<string, number>();
  const failures = new Map<string, { number: number; detail: string; times: number }>();
  let slowest = { number: -1, ms: 0 };
  let tried = 0;
  const started = process.cpuUsage();
  for (const from = Number(option("--from", 0)); tried < inputs && performance.now() < until; tried++) {
    const number = from + tried;
    const input = inputOf(seed, number);
    const answer = await runner.run({ input });
    if (answer.ms > slowest.ms) slowest = { number, ms: answer.ms };
    const ending = "property" in answer ? "BROKEN" : answer.ending;
    endings.set(`${input.kind}: ${ending}`, (endings.get(`${input.kind}: ${ending}`) ?? 0) + 1);
    if (!("property" in answer)) continue;
    const known = failures.get(answer.property);
    if (known) {
      known.times++;
      continue;
    }
    failures.set(answer.property, { number, detail: answer.detail, times: 1 });
    if (flag("--keep")) await keep(runner, input, answer.property, `${seed}-${number}`);
  }
  await runner.stop();
  const { user, system } = process.cpuUsage(started);
  console.log(`seed ${seed}: ${tried} inputs tried, ${((user + system) / 1000 / Math.max(1, tried)).toFixed(1)} ms of work each, the slowest (${slowest.number}) took ${Math.round(slowest.ms)} ms, at most ${bounds.time} ms and ${bounds.heap} MB allowed`);
  for (const [ending, count] of [...endings].sort()) console.log(`  ${ending} ${count}`);
  for (const [property, { number, detail, times }] of failures) {
    console.error(`\nBROKEN ${times} times: ${property}\n  again: npm run fuzz -- --seed ${seed} --only ${number}\n  ${detail}`);
  }
  process.exitCode = failures.size ? 1 : 0;
}

/** Writes the smallest trial that still fails in the same way. */
async function keep(runner: Runner, input: Input, property: string, label: string): Promise<void> {
  const until = performance.now() + MINIMISING_MS;
  const fails = async (task: Parameters<Runner["run"]>[0]): Promise<boolean> => {
    if (performance.now() > until) return false;
    const answer = await runner.run(task);
    return "property" in answer && answer.property === property;
  };
  const small = await fewerChanges(input, (candidate) => fails({ input: candidate }));
  const trial = await trialOf(small);
  if (!trial) return;
  const smallest = await smallerBook(trial, (candidate) => fails({ trial: candidate }));
  mkdirSync(CASES, { recursive: true });
  const path = join(CASES, `${property.replace(/[^a-z0-9]+/gi, "-")}-${label}.json`);
  writeFileSync(path, `${JSON.stringify({ broke: property, trial: smallest })}\n`);
  console.log(`kept as ${path}`);
}

async function main(): Promise<void> {
  const seed = option("--seed", "1");
  if (flag("--only")) await one(seed, Number(option("--only", 0)));
  else await many(seed);
}

void main();
