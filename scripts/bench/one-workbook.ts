/** One workbook in a process of its own, so that the peak of memory is its own: run-ts.cjs one-workbook.ts FILE → JSON. */
import { readFileSync } from "node:fs";
import { withEntries } from "../../src/formulas";
import { editWorkbook, readWorkbook } from "../../src/hosts/file";
import { checkWorkbook } from "../../src/report";
import { Rechecker } from "../../src/report/rechecker";
import { summaryPlans } from "../../src/summary";
import { keyToRowColumn, type Workbook } from "../../src/workbook";

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
  /** Checks of a pane on the workbook that stays open: the first one, and one after a cell was edited. Milliseconds, each the fastest. */
  readonly pane: { readonly first: number; readonly again: number };
  /** Bytes. */
  readonly peak: number;
}

function timesOf(values: readonly number[]): Times {
  return { first: values[0]!, best: Math.min(...values) };
}

/** The workbook as it is read after the user has typed over the first number of its first sheet, and Excel has calculated what hangs on it. */
function edited(workbook: Workbook, by: number): Workbook {
  const sheet = workbook.sheets[0]!;
  const [key, { value, format }] = [...sheet.cells].find(([, cell]) => typeof cell.value === "number" && cell.formula === null)!;
  const everywhere = workbook.sheets.flatMap(({ name, used }) => (used ? [{ sheet: name, rect: used }] : []));
  return withEntries(workbook, [{ at: { sheet: sheet.name, ...keyToRowColumn(key) }, value: (value as number) + by, formula: null, format }], everywhere);
}

/** What the pane does: every snapshot is new, whatever the host has read of it. */
async function inPane(bytes: Uint8Array, file: string): Promise<OneWorkbook["pane"]> {
  const times: { first: number; again: number }[] = [];
  for (let run = 1; run <= RUNS; run++) {
    const rechecker = new Rechecker();
    const [before, after] = [await readWorkbook(bytes, file), edited(await readWorkbook(bytes, file), run)];
    const start = performance.now();
    rechecker.check(before, { fileName: file });
    const first = performance.now();
    rechecker.check(after, { fileName: file });
    times.push({ first: first - start, again: performance.now() - first });
  }
  return { first: Math.min(...times.map(({ first }) => first)), again: Math.min(...times.map(({ again }) => again)) };
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
    await editWorkbook(bytes, { sheets: summaryPlans(report) });
    open.push(opened - start);
    check.push(checked - opened);
    summarise.push(performance.now() - checked);
    findings = report.findings.length;
    cells = workbook.sheets.reduce((sum, sheet) => sum + sheet.cells.size, 0);
  }
  const peak = process.resourceUsage().maxRSS * 1024;
  const result: OneWorkbook = {
    cells, findings, open: timesOf(open), check: timesOf(check), summarise: timesOf(summarise), pane: await inPane(bytes, file), peak
  };
  process.stdout.write(JSON.stringify(result));
}

if (process.argv[1] === __filename) void main();
