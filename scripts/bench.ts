/**
 * `npm run bench`: opening alone, checking and summarising side by side; a folder of stations through the built command line; the weight
 * of the pages; the page in a browser; the ratios that are to be kept. Prints only; asserts nothing. With --keep
 * the ratios are what the next run prints beside its own. DIST names another built folder, CHROME_PATH the browser.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { checkWorkbook } from "../src/report";
import { openAlone, runCommandLine, type Batch } from "./bench/batch";
import { measureTraffic } from "./bench/excel";
import type { OneWorkbook, Times } from "./bench/one-workbook";
import { timePage } from "./bench/page";
import { RATIO_HEADS, ratioRows, type Measured } from "./bench/ratios";
import { largeWorkbook, manyFormulas, writeStations } from "./bench/workbooks";

const ROOT = join(__dirname, "..");
const DIST = resolve(ROOT, process.env.DIST || "dist");
const STATIONS = 200;
const MB = 1024 * 1024;

function print(line = ""): void {
  process.stdout.write(`${line}\n`);
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]) => cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join("  ");
  print(line(heads));
  for (const row of rows) print(line(row));
}

const ms = (time: number): string => `${time.toFixed(0)} ms`;
const both = ({ first, best }: Times): string => `${first.toFixed(0)} / ${best.toFixed(0)} ms`;
const megabytes = (bytes: number): string => `${(bytes / MB).toFixed(0)} MB`;

/** Gives what was measured of the first one. */
function singleWorkbooks(workbooks: readonly (readonly [string, string])[]): OneWorkbook {
  print("One workbook, first run / best of five");
  const measured = workbooks.map(([, file]) => JSON.parse(execFileSync(process.execPath, [join(__dirname, "run-ts.cjs"), join(__dirname, "bench", "one-workbook.ts"), file], { encoding: "utf8" })) as OneWorkbook);
  table(["", "cells", "findings", "open", "check", "summarise", "peak", "in the pane: first", "after an edit"], measured.map(({ cells, findings, open, check, summarise, peak, pane }, index) =>
    [workbooks[index]![0], String(cells), String(findings), both(open), both(check), both(summarise), megabytes(peak), ms(pane.first), ms(pane.again)]));
  return measured[0]!;
}

function provenFormulas(): void {
  const workbook = manyFormulas(1250, 8);
  const start = performance.now();
  const { coverage } = checkWorkbook(workbook);
  print(`\n${coverage.formulas} formulas of one table proved in ${ms(performance.now() - start)}`);
}

async function manyStations(scratch: string): Promise<Measured["stations"]> {
  const program = join(DIST, "cli.js");
  print(`\n${STATIONS} stations, indicators and roster, on ${availableParallelism()} cores`);
  const folder = join(scratch, "stations");
  const alone = await openAlone(writeStations(folder, STATIONS));
  const rows: string[][] = [];
  const row = (name: string, time: number, peak: string): number => rows.push([name, ms(time), (STATIONS / (time / 1000)).toFixed(0), peak]);
  const command = (name: string, ...options: readonly string[]): Batch | null => {
    const label = [name, ...options.filter((option) => !option.startsWith(scratch))].join(" ");
    try {
      const batch = runCommandLine(program, [name, folder, ...options], scratch);
      row(label, batch.time, megabytes(batch.peak));
      return batch;
    } catch (error) {
      rows.push([label, `failed: ${error instanceof Error ? error.message : String(error)}`, "-", "-"]);
      return null;
    }
  };
  row("opening alone, one thread", alone, "-");
  const isBuilt = existsSync(program);
  const oneThread = isBuilt ? command("check", "--jobs", "1") : null;
  const allThreads = isBuilt ? command("check") : null;
  if (isBuilt) {
    command("compare", "-o", join(scratch, "compared.xlsx"));
    command("summarize");
  }
  table(["", "time", "a second", "peak"], rows);
  if (!isBuilt) print("nothing else measured: there is no dist/cli.js; run `npm run build` first");
  return { alone, oneThread, allThreads };
}

async function excelTraffic(workbooks: readonly (readonly [string, string])[]): Promise<void> {
  print("\nBetween the pane and Excel, through Microsoft's client");
  const kb = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`;
  const rows: string[][] = [];
  for (const [name, file] of workbooks) {
    for (const { deed, roundTrips, sent, received, largest } of await measureTraffic(file)) rows.push([`${deed}: ${name}`, String(roundTrips), kb(sent), kb(received), kb(largest)]);
  }
  table(["reading back what was written among them", "round trips", "sent", "received", "largest"], rows);
}

function pageWeights(): void {
  print("\nWeight of the pages");
  const { stdout, stderr } = spawnSync(process.execPath, [join(__dirname, "sizes.mjs")], { encoding: "utf8", env: { ...process.env, DIST } });
  print(`${stdout}${stderr}`.trimEnd());
}

async function inBrowser(sample: string): Promise<void> {
  print("\nThe page in Chromium, opened from its folder");
  const browser = [process.env.CHROME_PATH, "/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => path && existsSync(path));
  const page = join(DIST, "index.html");
  if (!browser || !existsSync(page)) return print(`not measured: ${browser ? "there is no built page" : "no browser was found; set CHROME_PATH"}`);
  try {
    const { firstPaint, result } = await timePage(page, sample, "68.24%", browser);
    table(["", "time"], [["first paint", ms(firstPaint)], ["result, from the choice of the file", ms(result)]]);
  } catch (error) {
    print(`not measured: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`);
  }
}

async function main(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const station = join(ROOT, "samples", "baihedong.xlsx");
    const large = join(scratch, "large.xlsx");
    writeFileSync(large, largeWorkbook(new Uint8Array(readFileSync(station))));
    const workbooks = [["a station, three sheets", station], ["the same and 60 sheets of 200 × 60", large]] as const;
    const one = singleWorkbooks(workbooks);
    provenFormulas();
    await excelTraffic(workbooks);
    const stations = await manyStations(scratch);
    pageWeights();
    await inBrowser(join(ROOT, "samples", "lianhe.xlsx"));
    print("\nRatios, which hang little on the machine");
    table(RATIO_HEADS, ratioRows({ station: one, stations }, process.argv.includes("--keep")));
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

void main();
