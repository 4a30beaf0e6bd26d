/** `npm run bench`: how long opening and checking take, and the peak memory. Prints only; asserts nothing. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import { readWorkbook, editWorkbook } from "../src/hosts/file";
import { checkWorkbook } from "../src/report";
import { summaryPlan } from "../src/summary";
import { workbookOf } from "../test/support/sheet-builder";

const RUNS = 3;
const SAMPLE = join(__dirname, "..", "samples", "baihedong.xlsx");

/** The sample with 60 more sheets of 200 rows × 60 columns, a third of the cells formulas that have nothing to do with the tables. */
function largeWorkbook(sample: Uint8Array): Uint8Array {
  const parts = unzipSync(sample);
  const text = (name: string): string => new TextDecoder().decode(parts[name]);
  let sheets = "";
  let relationships = "";
  let types = "";
  const added: Zippable = {};
  for (let index = 1; index <= 60; index++) {
    const name = `xl/worksheets/bench${index}.xml`;
    added[name] = strToU8(`<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${largeRows(index)}</sheetData></worksheet>`);
    sheets += `<sheet name="数据${index}" sheetId="${index + 100}" r:id="bench${index}"/>`;
    relationships += `<Relationship Id="bench${index}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/bench${index}.xml"/>`;
    types += `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`;
  }
  return zipSync({
    ...parts,
    ...added,
    "xl/workbook.xml": strToU8(text("xl/workbook.xml").replace("</sheets>", `${sheets}</sheets>`)),
    "xl/_rels/workbook.xml.rels": strToU8(text("xl/_rels/workbook.xml.rels").replace("</Relationships>", `${relationships}</Relationships>`)),
    "[Content_Types].xml": strToU8(text("[Content_Types].xml").replace("</Types>", `${types}</Types>`))
  }, { level: 6 });
}

function columnOf(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnOf(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));
}

function largeRows(sheet: number): string {
  let rows = "";
  for (let row = 1; row <= 200; row++) {
    let cells = "";
    for (let column = 0; column < 60; column++) {
      const a = (sheet * 31 + row * 7 + column) % 97;
      const name = columnOf(column) + row;
      cells += column % 3 === 2
        ? `<c r="${name}"><f>${columnOf(column - 2)}${row}+${columnOf(column - 1)}${row}</f><v>${a - 2 + a - 1}</v></c>`
        : `<c r="${name}"><v>${a}</v></c>`;
    }
    rows += `<row r="${row}">${cells}</row>`;
  }
  return rows;
}

async function measure(label: string, file: string): Promise<void> {
  const bytes = new Uint8Array(readFileSync(file));
  const times = { open: [] as number[], check: [] as number[], write: [] as number[] };
  let findings = 0;
  let cells = 0;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    const workbook = await readWorkbook(bytes, file);
    const opened = performance.now();
    const report = checkWorkbook(workbook, { fileName: file });
    const checked = performance.now();
    await editWorkbook(bytes, { sheet: summaryPlan(report) });
    times.open.push(opened - start);
    times.check.push(checked - opened);
    times.write.push(performance.now() - checked);
    findings = report.findings.length;
    cells = workbook.sheets.reduce((sum, sheet) => sum + sheet.cells.size, 0);
  }
  const best = (values: number[]): string => `${Math.min(...values).toFixed(0)} ms`;
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(`${label}: ${cells} cells, ${findings} findings; open ${best(times.open)}, check ${best(times.check)}, write ${best(times.write)}, peak memory ${peak.toFixed(0)} MB`);
}

/** Judges the rates of a matrix with many areas: 10,000 formulas, each tried in several invented workbooks. */
function judgeMany(): void {
  const areas = 1250;
  const columns = 8;
  const cells: Record<string, string | number> = { A1: "服务片区" };
  for (let index = 0; index < columns; index++) {
    const [target, done, rate] = [1, 2, 3].map((offset) => columnOf(index * 3 + offset));
    Object.assign(cells, { [`${target}1`]: `指标${index + 1}`, [`${target}2`]: "协议量", [`${done}2`]: "完成量", [`${rate}2`]: "百分比" });
    for (let row = 3; row < areas + 3; row++) {
      Object.assign(cells, { [`A${row}`]: `片区${row}`, [`${target}${row}`]: 10 + row, [`${done}${row}`]: 5 + row, [`${rate}${row}`]: `=IF(${target}${row}="/","/",${done}${row}/${target}${row})` });
    }
  }
  const merges = ["A1:A2", ...Array.from({ length: columns }, (_, index) => `${columnOf(index * 3 + 1)}1:${columnOf(index * 3 + 3)}1`)];
  const workbook = workbookOf({ 指标: { cells, merges } });
  const start = performance.now();
  const { coverage, findings } = checkWorkbook(workbook);
  console.log(`${coverage.formulas} formulas judged in ${(performance.now() - start).toFixed(0)} ms, ${findings.filter(({ severity }) => severity !== "info").length} errors or warnings`);
}

async function main(): Promise<void> {
  const [, , label, file] = process.argv;
  if (label && file) return measure(label, file);
  judgeMany();
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const large = join(folder, "large.xlsx");
    writeFileSync(large, largeWorkbook(new Uint8Array(readFileSync(SAMPLE))));
    // Each in a process of its own, so that the peak memory is that workbook's.
    for (const [name, path] of [["three sheets", SAMPLE], ["60 more sheets × 200 × 60", large]] as const) {
      process.stdout.write(execFileSync(process.execPath, [join(__dirname, "run-ts.cjs"), __filename, name, path], { encoding: "utf8" }));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void main();
