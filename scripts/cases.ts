import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { measureGold } from "../test/reports/gold";
import { measureGenerated, WRITTEN_STATIONS } from "../test/reports/measure";
import { checkFile, describe, problemsOf, publicCases } from "../test/cases/measure";
import { figuresOf, judged, type Judged } from "../test/strangers/judge";
import { layoutNotes, strangersWorkbooks } from "../test/strangers/load";
import { strangersDocument } from "../test/strangers/markdown";

/**
 * What is said of workbooks that others made.
 *   cases                        shared/cases: public cases that hold or not; what is said of layouts and names
 *   cases --strangers            test/strangers: found, wrongly reported, unread, unread and unsaid
 *   cases --reports              shared/cases/reports and reports of generated stations: understood, found, wrongly reported, changed numbers found
 *   cases --write                writes docs/strangers.md
 *   … --folder DIR               layouts of another folder than test/strangers/layouts
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

/** The workbooks of strangers; gives what was measured. */
function strangers(): Judged[] {
  const results = strangersWorkbooks(only, option("--folder") ?? undefined).map(judged);
  for (const result of quiet ? [] : results) print(result);
  for (const layout of new Set(results.map(({ given }) => given.layout))) {
    const { found, mistakes, wrongOnClean, wrongElsewhere, unsaid } = figuresOf(results.filter(({ given }) => given.layout === layout));
    if (found < mistakes || wrongOnClean + wrongElsewhere + unsaid > 0) console.log(`${layout}: found ${found} of ${mistakes}, wrong on clean ${wrongOnClean}, beside a mistake ${wrongElsewhere}, unsaid ${unsaid}`);
  }
  console.log(figuresOf(results));
  return results;
}

function print({ given: { label, mistake }, found, wrong, unread, unsaid }: Judged): void {
  if (found !== false && wrong.length === 0 && unread.length === 0) return;
  console.log(`# ${label}${found === false ? ` MISSED ${mistake!.at.join(" ")} (${mistake!.detail})` : ""}`);
  for (const finding of wrong.slice(0, only ? 99 : 3)) console.log(`    ${describe(finding)}`);
  if (wrong.length > 3 && !only) console.log(`    … ${wrong.length} in all`);
  for (const table of unread) console.log(`    unread${unsaid.includes(table) ? " and unsaid" : ""}: ${table}`);
}

/** Reports whose sentences are known, and reports of generated stations; both with one number changed as well. */
function reports(): void {
  for (const { report, understood, provable, reported, wanted, wrong, missed, changes } of measureGold(join(shared, "reports"), true)) {
    if (only && !report.includes(only)) continue;
    console.log(`${report}: understood ${understood} of ${provable}, found ${reported} of ${wanted}, wrongly reported ${wrong.length}; changed numbers found ${changes.found} of ${changes.changed}, elsewhere ${changes.elsewhere}`);
    for (const line of quiet ? [] : [...wrong, ...missed, ...(only ? changes.missed : [])]) console.log(`    ${line}`);
  }
  if (only) return;
  const { kinds, wrong, missed, understood, numbers } = measureGenerated(WRITTEN_STATIONS);
  console.log(`generated: understood ${understood} of ${numbers}, wrongly reported ${wrong.length}; ${[...kinds].map(([kind, { found, changed }]) => `${kind} ${found}/${changed}`).join(", ")}`);
  for (const line of quiet ? [] : [...wrong, ...missed]) console.log(`    ${line}`);
}

async function main(): Promise<void> {
  if (args.includes("--write")) {
    const document = strangersDocument(strangersWorkbooks().map(judged), layoutNotes());
    writeFileSync(resolve(__dirname, "../docs/strangers.md"), document);
    return;
  }
  if (args.includes("--reports")) {
    reports();
    return;
  }
  if (args.includes("--strangers")) {
    strangers();
    return;
  }
  await publicOnes();
  await said("names");
  await said("layouts");
}

void main();
