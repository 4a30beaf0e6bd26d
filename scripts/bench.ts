/**
 * `npm run bench`: opening alone, checking and summarising side by side; a folder of stations through the built command line; the weight
 * of the pages; the page in a browser. Prints only; asserts nothing. DIST names another built folder, CHROME_PATH the browser.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { checkWorkbook } from "../src/report";
import { openAlone, runCommandLine } from "./bench/batch";
import { measureTraffic } from "./bench/excel";
import type { OneWorkbook, Times } from "./bench/one-workbook";
import { timePage } from "./bench/page";
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

function singleWorkbooks(workbooks: readonly (readonly [string, string])[]): void {
  print("One workbook, first run / best of five");
  table(["", "cells", "findings", "open", "check", "summarise", "peak"], workbooks.map(([name, file]) => {
    const output = execFileSync(process.execPath, [join(__dirname, "run-ts.cjs"), join(__dirname, "bench", "one-workbook.ts"), file], { encoding: "utf8" });
    const { cells, findings, open, check, summarise, peak } = JSON.parse(output) as OneWorkbook;
    return [name, String(cells), String(findings), both(open), both(check), both(summarise), megabytes(peak)];
  }));
}

function provenFormulas(): void {
  const workbook = manyFormulas(1250, 8);
  const start = performance.now();
  const { coverage } = checkWorkbook(workbook);
  print(`\n${coverage.formulas} formulas of one table proved in ${ms(performance.now() - start)}`);
}

async function manyStations(scratch: string): Promise<void> {
  const program = join(DIST, "cli.js");
  print(`\n${STATIONS} stations, indicators and roster, on ${availableParallelism()} cores`);
  if (!existsSync(program)) return print("not measured: there is no dist/cli.js; run `npm run build` first");
  const folder = join(scratch, "stations");
  const alone = await openAlone(writeStations(folder, STATIONS));
  const row = (name: string, time: number, peak: string): string[] => [name, ms(time), (STATIONS / (time / 1000)).toFixed(0), peak];
  const command = (name: string, ...options: readonly string[]): string[] => {
    const label = [name, ...options.filter((option) => !option.startsWith(scratch))].join(" ");
    try {
      const { time, peak } = runCommandLine(program, [name, folder, ...options], scratch);
      return row(label, time, megabytes(peak));
    } catch (error) {
      return [label, `failed: ${error instanceof Error ? error.message : String(error)}`, "-", "-"];
    }
  };
  table(["", "time", "a second", "peak"], [
    row("opening alone, one thread", alone, "-"),
    command("check", "--jobs", "1"),
    command("check"),
    command("compare", "-o", join(scratch, "compared.xlsx")),
    command("summarize")
  ]);
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
    singleWorkbooks(workbooks);
    provenFormulas();
    await excelTraffic(workbooks);
    await manyStations(scratch);
    pageWeights();
    await inBrowser(join(ROOT, "samples", "lianhe.xlsx"));
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

void main();
