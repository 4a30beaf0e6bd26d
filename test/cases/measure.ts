import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readWorkbook } from "../../src/hosts/file";
import { checkWorkbook, type ReportedFinding, type WorkbookReport } from "../../src/report";
import { parseSettings } from "../../src/settings";
import { parseRectName, type Rect } from "../../src/workbook";

type Severity = ReportedFinding["severity"];
const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };
/** Rules that speak of the agreement and not of a cell; a clean workbook may draw them. */
const OF_THE_AGREEMENT = new Set(["attendance-retention-limit", "attendance-shortage", "score-shortage"]);

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

/** One workbook of a stranger: clean, or with one mistake. */
export interface StrangersWorkbook {
  readonly file: string;
  readonly layout: string;
  readonly clean: boolean;
  readonly settings?: Record<string, unknown> | null;
  readonly tables?: readonly { readonly kind: string; readonly sheet: string; readonly range: string }[];
  readonly mistake?: string;
  readonly at?: readonly { readonly sheet: string; readonly cell: string }[];
  readonly severity?: Severity;
  readonly also?: readonly (string | { readonly sheet: string; readonly cell: string })[];
  readonly detail?: string;
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
    if (finding.severity === "info" || hit.has(finding) || allowed.has(finding.cell) || allow.includes(finding.rule) || OF_THE_AGREEMENT.has(finding.rule)) continue;
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

export interface StrangersResult {
  readonly workbook: StrangersWorkbook;
  /** The mistake was named at its cell, at its severity or above; null for a clean workbook. */
  readonly found: boolean | null;
  readonly wrong: readonly ReportedFinding[];
  /** Tables that were neither read nor said to be unread. */
  readonly unsaid: readonly string[];
  readonly unread: readonly string[];
  readonly crashed: string | null;
}

/** Holds what is said of a stranger's workbook against what he says is true of it. */
export async function judgeStrangers(folder: string, workbook: StrangersWorkbook): Promise<StrangersResult> {
  let report: WorkbookReport;
  try {
    report = await checkFile(join(folder, workbook.file), workbook.settings);
  } catch (error) {
    return { workbook, found: workbook.clean ? null : false, wrong: [], unsaid: [], unread: [], crashed: error instanceof Error ? error.stack ?? error.message : String(error) };
  }
  const key = (sheet: string, cell: string): string => `${sheet}!${cell}`;
  const at = new Set((workbook.at ?? []).map(({ sheet, cell }) => key(sheet, cell)));
  const also = new Set((workbook.also ?? []).map((place) => (typeof place === "string" ? place : key(place.sheet, place.cell))));
  const hits = report.findings.filter((f) => at.has(key(f.sheet, f.cell)) && (RANK[f.severity] >= RANK[workbook.severity ?? "warning"]));
  const wrong = report.findings.filter((f) => f.severity !== "info" && !OF_THE_AGREEMENT.has(f.rule) && !at.has(key(f.sheet, f.cell)) && !also.has(key(f.sheet, f.cell)) && !also.has(f.cell));
  const missing = (workbook.tables ?? []).filter(({ kind, sheet, range }) => kind !== "none" && !isRead(report, sheet, parseRectName(range)));
  const said = (sheet: string): boolean => report.notChecked.some((sentence) => sentence.includes(sheet)) || (report.error !== null);
  const label = ({ kind, sheet, range }: (typeof missing)[number]): string => `${kind} ${sheet}!${range}`;
  return {
    workbook, found: workbook.clean ? null : hits.length > 0, wrong, crashed: null,
    unread: missing.map(label), unsaid: missing.filter(({ sheet }) => !said(sheet)).map(label)
  };
}

/** At least half of the range lies inside tables that were recognised. */
function isRead(report: WorkbookReport, sheet: string, wanted: Rect | null): boolean {
  if (!wanted) return true;
  const size = ({ top, left, bottom, right }: Rect): number => (bottom - top + 1) * (right - left + 1);
  let covered = 0;
  for (const table of report.tables) {
    const rect = table.sheet === sheet ? parseRectName(table.range) : null;
    if (!rect) continue;
    const common = { top: Math.max(rect.top, wanted.top), left: Math.max(rect.left, wanted.left), bottom: Math.min(rect.bottom, wanted.bottom), right: Math.min(rect.right, wanted.right) };
    if (common.top <= common.bottom && common.left <= common.right) covered += size(common);
  }
  return covered * 2 >= size(wanted);
}

export function publicCases(folder: string): PublicCase[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")).sort().map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as PublicCase) : [];
}

export function strangersWorkbooks(folder: string): StrangersWorkbook[] {
  return JSON.parse(readFileSync(join(folder, "expect.json"), "utf8")) as StrangersWorkbook[];
}
