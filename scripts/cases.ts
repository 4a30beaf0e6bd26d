import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { checkFile, describe, judgeStrangers, problemsOf, publicCases, strangersWorkbooks, type StrangersResult } from "../test/cases/measure";

/**
 * What is said of workbooks that others made.
 *   cases                        shared/cases: public cases that hold or not; what is said of layouts and names
 *   cases --strangers DIR …      folders with an expect.json: found, wrongly reported, unread, unread and unsaid
 *   … --only WORD                only files whose name holds WORD; prints every finding
 *   … --quiet                    figures only
 */
const args = process.argv.slice(2);
const option = (name: string): string | null => (args.includes(name) ? args[args.indexOf(name) + 1] ?? null : null);
const only = option("--only");
const quiet = args.includes("--quiet");
const shared = resolve(__dirname, "../../shared/cases");

async function publicOnes(): Promise<void> {
  const folder = join(shared, "public");
  let held = 0;
  const cases = publicCases(folder).filter(({ id }) => !only || id.includes(only));
  for (const one of cases) {
    const problems = await problemsOf(folder, one);
    if (problems.length === 0) held++;
    else if (!quiet) console.log(`${one.id}  ${one.trouble}\n${problems.slice(0, only ? 99 : 6).map((text) => `    ${text}`).join("\n")}${problems.length > 6 && !only ? `\n    … ${problems.length} in all` : ""}`);
  }
  console.log(`public cases: ${held} of ${cases.length} hold`);
}

async function said(kind: string): Promise<void> {
  const folder = join(shared, kind);
  if (!existsSync(folder)) return;
  const files = readdirSync(folder).filter((name) => name.endsWith(".xlsx") && (!only || name.includes(only)));
  const counts = { tables: 0, findings: 0, unread: 0 };
  for (const file of files) {
    const report = await checkFile(join(folder, file));
    const loud = report.findings.filter((f) => f.severity !== "info");
    if (report.tables.length > 0) counts.tables++;
    counts.findings += loud.length;
    if (report.tables.length === 0) counts.unread++;
    if (quiet) continue;
    console.log(`## ${file}  ${report.tables.map((t) => `${t.kind} ${t.sheet}!${t.range}`).join(", ") || "nothing"}  ${JSON.stringify(report.coverage)}`);
    for (const finding of (only ? report.findings : loud).slice(0, only ? 99 : 4)) console.log(`    ${describe(finding)}`);
    for (const sentence of report.notChecked) console.log(`    – ${sentence}`);
  }
  console.log(`${kind}: ${files.length} workbooks, ${counts.unread} without a table, ${counts.findings} errors and warnings`);
}

async function strangers(folder: string): Promise<void> {
  const results: StrangersResult[] = [];
  for (const workbook of strangersWorkbooks(folder)) {
    if (!only || workbook.file.includes(only)) results.push(await judgeStrangers(folder, workbook));
  }
  if (!quiet) for (const result of results) print(result);
  const clean = results.filter(({ workbook }) => workbook.clean);
  const seeded = results.filter(({ workbook }) => !workbook.clean);
  const count = (list: readonly StrangersResult[], which: (one: StrangersResult) => boolean): number => list.filter(which).length;
  const layouts = new Map<string, { found: number; of: number; wrong: number; unsaid: number }>();
  for (const { workbook, found, wrong, unsaid } of results) {
    const one = layouts.get(workbook.layout) ?? { found: 0, of: 0, wrong: 0, unsaid: 0 };
    layouts.set(workbook.layout, {
      found: one.found + (found ? 1 : 0), of: one.of + (found === null ? 0 : 1), wrong: one.wrong + (workbook.clean ? wrong.length : 0), unsaid: one.unsaid + unsaid.length
    });
  }
  for (const [layout, { found, of, wrong, unsaid }] of layouts) {
    if (found < of || wrong > 0 || unsaid > 0) console.log(`${layout}: found ${found} of ${of}, wrong on clean ${wrong}, unread and unsaid ${unsaid}`);
  }
  console.log(`${folder}: found ${count(seeded, ({ found }) => found === true)} of ${seeded.length}; `
    + `clean workbooks: ${clean.reduce((sum, { wrong }) => sum + wrong.length, 0)} wrong findings in ${count(clean, ({ wrong }) => wrong.length > 0)} of ${clean.length}; `
    + `with a mistake: ${seeded.reduce((sum, { wrong }) => sum + wrong.length, 0)} elsewhere in ${count(seeded, ({ wrong }) => wrong.length > 0)}; `
    + `unread ${count(clean, ({ unread }) => unread.length > 0)}, unread and unsaid ${count(clean, ({ unsaid }) => unsaid.length > 0)} of ${clean.length} clean; crashed ${count(results, ({ crashed }) => crashed !== null)}`);
}

function print({ workbook, found, wrong, unsaid, unread, crashed }: StrangersResult): void {
  if (found !== false && wrong.length === 0 && unread.length === 0 && !crashed) return;
  console.log(`# ${workbook.file} ${workbook.mistake ?? "clean"} ${found === false ? `MISSED ${(workbook.at ?? []).map(({ sheet, cell }) => `${sheet}!${cell}`).join(" ")} (${workbook.detail ?? ""})` : ""}`);
  if (crashed) console.log(`    crashed: ${crashed}`);
  for (const finding of wrong.slice(0, only ? 99 : 3)) console.log(`    ${describe(finding)}`);
  if (wrong.length > 3 && !only) console.log(`    … ${wrong.length} in all`);
  for (const table of unread) console.log(`    unread${unsaid.includes(table) ? " and unsaid" : ""}: ${table}`);
}

async function main(): Promise<void> {
  const folders = args.includes("--strangers") ? args.slice(args.indexOf("--strangers") + 1).filter((arg, i, all) => !arg.startsWith("--") && all[i - 1] !== "--only") : [];
  if (folders.length > 0) {
    for (const folder of folders) await strangers(folder);
    return;
  }
  await publicOnes();
  await said("names");
  await said("layouts");
}

void main();
