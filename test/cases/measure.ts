import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readWorkbook } from "../../src/hosts/file";
import { checkWorkbook, type ReportedFinding, type WorkbookReport } from "../../src/report";
import { parseSettings } from "../../src/settings";

type Severity = ReportedFinding["severity"];
export const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };
const OF_THE_AGREEMENT: ReadonlySet<string> = new Set(["attendance-retention-limit", "attendance-shortage", "score-shortage"]);

/** It speaks of the agreement and not of a cell; a clean workbook may draw it. */
export function saysOfAgreement({ rule }: ReportedFinding): boolean {
  return OF_THE_AGREEMENT.has(rule);
}

/** One workbook with everything that must be true of what is said of it, as shared/cases/public has it. */
export interface PublicCase {
  readonly id: string;
  readonly trouble: string;
  readonly settings?: Record<string, unknown>;
  readonly right: {
    readonly tables?: readonly string[];
    readonly coverage?: Readonly<Record<string, number>>;
    readonly expect?: readonly { readonly cells: readonly string[]; readonly rules?: readonly string[]; readonly severity: Severity }[];
    readonly may?: readonly { readonly cells: readonly string[] }[];
    readonly allow?: readonly string[];
    readonly eval?: { readonly actual?: number };
    readonly say?: Readonly<Record<string, string>>;
    readonly notchecked?: string;
    readonly nofix?: boolean;
  };
}

export async function checkFile(path: string, settings?: Record<string, unknown> | null): Promise<WorkbookReport> {
  const workbook = await readWorkbook(new Uint8Array(readFileSync(path)), path);
  return checkWorkbook(workbook, { settings: settings ? parseSettings(settings) : undefined, fileName: path });
}

/** What is wrong with what is said of a public case; empty where it holds. */
export async function problemsOf(folder: string, wanted: PublicCase): Promise<string[]> {
  const file = readdirSync(folder).find((name) => name.startsWith(`${wanted.id}.`) && !name.endsWith(".json"));
  if (!file) return ["the workbook is missing"];
  let report: WorkbookReport;
  try {
    report = await checkFile(join(folder, file), wanted.settings);
  } catch (error) {
    return [`not read: ${error instanceof Error ? error.message : String(error)}`];
  }
  const { tables = [], coverage = {}, expect = [], may = [], allow = [], eval: evaluation, say = {}, notchecked, nofix } = wanted.right;
  const problems: string[] = report.error ? [`refused: ${report.error.message}`] : [];
  for (const kind of tables) if (!report.tables.some((table) => table.kind === kind)) problems.push(`no ${kind}`);
  for (const [key, least] of Object.entries(coverage)) if ((report.coverage[key] ?? 0) < least) problems.push(`coverage ${key} ${report.coverage[key] ?? 0} < ${least}`);
  const hit = new Set<ReportedFinding>();
  for (const { cells, rules, severity } of expect) {
    const found = report.findings.filter((f) => cells.includes(f.cell) && (!rules || rules.includes(f.rule)) && RANK[f.severity] >= RANK[severity]);
    if (found.length === 0) problems.push(`missed: ${rules?.join("/") ?? "any"} at ${cells.join("/")}`);
    for (const finding of report.findings) if (cells.includes(finding.cell)) hit.add(finding);
  }
  const allowed = new Set(may.flatMap(({ cells }) => cells));
  for (const finding of report.findings) {
    if (finding.severity === "info" || hit.has(finding) || allowed.has(finding.cell) || allow.includes(finding.rule) || saysOfAgreement(finding)) continue;
    problems.push(`false: ${describe(finding)}`);
  }
  if (evaluation?.actual !== undefined && report.evaluation?.staffing?.actual !== evaluation.actual) problems.push(`counts ${report.evaluation?.staffing?.actual ?? "nothing"}, right is ${evaluation.actual}`);
  for (const [cell, words] of Object.entries(say)) {
    if (!report.findings.some((f) => f.cell === cell && new RegExp(words).test(f.message))) problems.push(`nothing at ${cell} says ${words}`);
  }
  if (notchecked !== undefined && !report.notChecked.some((sentence) => new RegExp(notchecked).test(sentence))) problems.push(`not checked lacks ${notchecked}`);
  if (nofix && report.findings.some((f) => f.fix)) problems.push("a fix is offered");
  return problems;
}

export function describe(finding: ReportedFinding): string {
  return `${finding.severity} ${finding.rule} ${finding.sheet}!${finding.cell} ${finding.message}`;
}

export function publicCases(folder: string): PublicCase[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")).sort().map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as PublicCase) : [];
}
