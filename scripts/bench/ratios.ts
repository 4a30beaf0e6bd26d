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

/** Each with what it is now, is to be, and was. */
export function ratioRows(measured: Measured): string[][] {
  return RATIOS.map(({ name, of, aim, was }) => {
    const now = of(measured);
    return [name, now === null ? "not measured" : now >= 100 ? now.toFixed(0) : now.toFixed(2), aim, was];
  });
}
