import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read as readXlsx, utils } from "@e965/xlsx";
import { cellName, isError, keyToRowColumn } from "../../src/workbook";
import { build, FAMILIES, Random, RATE_SPELLINGS, ROSTER_FAMILIES, SCORE_FAMILIES, TOTAL_SPELLINGS, writeXlsx, type Built, type Spec } from ".";

const indicators = (family: string, rate: string, total: string, seed: number): Spec => ({ kind: "indicators", family, rate, total, seed });

/** Every family once, every spelling at least once. */
function sample(): Spec[] {
  const specs: Spec[] = [];
  const families = Object.keys(FAMILIES);
  RATE_SPELLINGS.forEach((rate, i) => specs.push(indicators(families[i % families.length]!, rate.id, TOTAL_SPELLINGS[i % TOTAL_SPELLINGS.length]!.id, i)));
  families.forEach((family, i) => specs.push(indicators(family, "mixed", "mixed", 100 + i)));
  for (let i = 0; i < 10; i++) specs.push(indicators("wild", "mixed", "mixed", 200 + i));
  Object.keys(ROSTER_FAMILIES).forEach((family, i) => {
    specs.push({ kind: "roster", family, rate: "mixed", total: "mixed", seed: i });
    specs.push({ kind: "whole", family, rate: "mixed", total: "mixed", seed: i });
  });
  for (let i = 0; i < 10; i++) specs.push({ kind: "whole", family: "wild", rate: "mixed", total: "mixed", seed: i });
  for (const kind of ["indicators", "whole"] as const) specs.push({ kind, family: "two-years", rate: "mixed", total: "mixed", seed: 5 });
  SCORE_FAMILIES.forEach((family, i) => specs.push({ kind: "scores", family, rate: "mixed", total: "mixed", seed: i }));
  return specs;
}

const label = (spec: Spec): string => `${spec.kind}/${spec.family}/${spec.rate}/${spec.total}/${spec.seed}`;
const bytes = (built: Built): Uint8Array =>
  writeXlsx(built.draft, { inlineStrings: built.spec.seed % 2 === 0, sharedFormulas: built.spec.seed % 3 !== 0, withoutValues: true });

test("the same seed gives the same bytes, another seed other bytes", () => {
  for (const spec of sample()) {
    const once = bytes(build(spec));
    expect(Buffer.compare(once, bytes(build(spec)))).toBe(0);
    expect(Buffer.compare(once, bytes(build({ ...spec, seed: spec.seed + 1000 })))).not.toBe(0);
  }
});

test("no clean workbook holds an error value", () => {
  for (const spec of sample()) {
    for (const sheet of build(spec).draft.toWorkbook().sheets) {
      for (const [key, cell] of sheet.cells) {
        const { row, column } = keyToRowColumn(key);
        if (isError(cell.value)) throw new Error(`${label(spec)} ${sheet.name}!${cellName(row, column)} ${cell.formula} shows ${cell.text}`);
      }
    }
  }
});

test("random numbers are uniform enough and repeatable", () => {
  const random = new Random(7);
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < 4000; i++) counts[random.int(0, 3)]! += 1;
  for (const count of counts) expect(count).toBeGreaterThan(850);
  expect(new Random("a").next()).toBe(new Random("a").next());
});

const office = spawnSync("soffice", ["--version"]).status === 0;
if (!office) console.warn("LibreOffice (soffice) is missing: the generator's arithmetic is not compared with it.");

(office ? test : test.skip)("LibreOffice computes what the generator stored", () => {
  const folder = mkdtempSync(join(tmpdir(), "generator-"));
  try {
    const specs = sample();
    const paths = specs.map((spec, i) => {
      const path = join(folder, `w${i}.xlsx`);
      writeFileSync(path, bytes(build(spec)));
      return path;
    });
    execFileSync("soffice", [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", "xlsx", "--outdir", join(folder, "out"), ...paths],
      { stdio: "ignore", timeout: 240_000 });
    const differences: string[] = [];
    specs.forEach((spec, i) => compare(spec, readFileSync(join(folder, "out", `w${i}.xlsx`)), differences));
    expect(differences.slice(0, 20)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 300_000);

function compare(spec: Spec, converted: Buffer, differences: string[]): void {
  const office = readXlsx(converted, { cellNF: false });
  for (const sheet of build(spec).draft.toWorkbook().sheets) {
    const other = office.Sheets[sheet.name];
    for (const [key, cell] of sheet.cells) {
      const { row, column } = keyToRowColumn(key);
      const found = (other?.[utils.encode_cell({ r: row - 1, c: column - 1 })] as { v?: unknown } | undefined)?.v ?? null;
      const same = typeof cell.value === "number" && typeof found === "number"
        ? Math.abs(cell.value - found) < 1e-9 : typeof cell.value === "string"
          ? String(found).replace(/\s/g, "") === cell.value.replace(/\s/g, "") : cell.value === found;
      if (!same) differences.push(`${label(spec)} ${sheet.name}!${cellName(row, column)} ${cell.formula} stored ${JSON.stringify(cell.value)}, LibreOffice ${JSON.stringify(found)}`);
    }
  }
}
