import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OneWorkbook } from "./one-workbook";
import type { Batch } from "./batch";

/** What was measured of one station, and of many of them; null where the command line could not be run. */
export interface Measured {
  readonly station: OneWorkbook;
  readonly stations: { readonly alone: number; readonly oneThread: Batch | null; readonly allThreads: Batch | null };
}

/** A figure that does not hang on how fast the machine is, beside what it is to be and what it was before the check was made faster. */
interface Ratio {
  readonly name: string;
  readonly of: (measured: Measured) => number | null;
  readonly aim: string;
  readonly was: string;
}

const MB = 1024 * 1024;
const over = (part: number | undefined, whole: number): number | null => (part === undefined ? null : part / whole);

const RATIOS: readonly Ratio[] = [
  { name: "check of a station ÷ opening it", of: ({ station: { check, open } }) => check.best / open.best, aim: "≤ 3", was: "6" },
  { name: "200 stations, one thread ÷ opening alone", of: ({ stations: { alone, oneThread } }) => over(oneThread?.time, alone), aim: "≤ 5", was: "14" },
  { name: "200 stations, all threads ÷ opening alone", of: ({ stations: { alone, allThreads } }) => over(allThreads?.time, alone), aim: "≤ 5", was: "14" },
  { name: "check after one edit ÷ first check", of: ({ station: { pane } }) => pane.again / pane.first, aim: "≤ 0.15", was: "1" },
  { name: "200 stations, one thread: peak in MB", of: ({ stations: { oneThread } }) => over(oneThread?.peak, MB), aim: "no higher", was: "241" },
  { name: "200 stations, all threads: peak in MB", of: ({ stations: { allThreads } }) => over(allThreads?.peak, MB), aim: "no higher", was: "323" }
];

/** What was measured when it was last kept (`npm run bench -- --keep`), by the names. */
const FORMER = join(__dirname, "former.json");

const shown = (value: number | null | undefined): string => (value == null ? "not measured" : value >= 100 ? value.toFixed(0) : value.toFixed(2));

export const RATIO_HEADS = ["", "now", "before", "to be", "at first"];

/** Each with what it is now, was when it was last kept, is to be, and was before anything was made faster. `keep`: what is now is what will have been. */
export function ratioRows(measured: Measured, keep: boolean): string[][] {
  const former = JSON.parse(readFileSync(FORMER, "utf8")) as Record<string, number>;
  const now = RATIOS.map(({ name, of }) => [name, of(measured)] as const);
  if (keep) writeFileSync(FORMER, `${JSON.stringify({ ...former, ...Object.fromEntries(now.flatMap(([name, value]) => (value === null ? [] : [[name, Number(value.toFixed(2))]]))) }, null, 2)}\n`);
  return RATIOS.map(({ name, aim, was }, index) => [name, shown(now[index]![1]), shown(former[name]), aim, was]);
}
