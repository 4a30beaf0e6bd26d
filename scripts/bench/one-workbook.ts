/** One workbook in a process of its own, so that the peak of memory is its own: run-ts.cjs one-workbook.ts FILE → JSON. */
import { readFileSync } from "node:fs";
import { editWorkbook, readWorkbook } from "../../src/hosts/file";
import { checkWorkbook } from "../../src/report";
import { summaryPlan } from "../../src/summary";

const RUNS = 5;

/** Milliseconds: of the first run, which a user waits for, and of the fastest. */
export interface Times {
  readonly first: number;
  readonly best: number;
}

export interface OneWorkbook {
  readonly cells: number;
  readonly findings: number;
  readonly open: Times;
  readonly check: Times;
  readonly summarise: Times;
  /** Bytes. */
  readonly peak: number;
}

function timesOf(values: readonly number[]): Times {
  return { first: values[0]!, best: Math.min(...values) };
}

async function main(): Promise<void> {
  const file = process.argv[2]!;
  const bytes = new Uint8Array(readFileSync(file));
  const open: number[] = [];
  const check: number[] = [];
  const summarise: number[] = [];
  let cells = 0;
  let findings = 0;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    const workbook = await readWorkbook(bytes, file);
    const opened = performance.now();
    const report = checkWorkbook(workbook, { fileName: file });
    const checked = performance.now();
    await editWorkbook(bytes, { sheet: summaryPlan(report) });
    open.push(opened - start);
    check.push(checked - opened);
    summarise.push(performance.now() - checked);
    findings = report.findings.length;
    cells = workbook.sheets.reduce((sum, sheet) => sum + sheet.cells.size, 0);
  }
  const result: OneWorkbook = {
    cells, findings, open: timesOf(open), check: timesOf(check), summarise: timesOf(summarise), peak: process.resourceUsage().maxRSS * 1024
  };
  process.stdout.write(JSON.stringify(result));
}

if (process.argv[1] === __filename) void main();
