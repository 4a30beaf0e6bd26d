import { mkdir } from "node:fs/promises";
import { dirname, extname } from "node:path";
import { completeValues } from "../formulas";
import { editWorkbook, readWorkbook, writtenExtension } from "../hosts/file";
import { render, say } from "../messages";
import { checkWorkbook, reportFailure, type ReportedFinding, type WorkbookReport } from "../report";
import type { SettingsInput } from "../settings";
import { summaryPlans, summaryState } from "../summary";
import { findSheet, parseCellName, WorkbookError, type Fix, type Workbook } from "../workbook";
import type { FixTarget } from "./fix-targets";
import { isSameFile, readExisting, writeWhole } from "./files";
import type { Outcome } from "./one";

/** Which fixes of a file to apply, as plain data. */
export interface FixTask extends FixTarget {
  readonly only: readonly string[] | null;
  readonly fingerprints: readonly string[] | null;
}

/** One fix and what became of it. Texts as the cell shows them. */
export interface FixedCell extends Fix {
  readonly rule: string;
  readonly severity: ReportedFinding["severity"];
  readonly fingerprint: string;
  readonly message: string;
  readonly shownBefore: string;
  readonly shownAfter: string;
  readonly applied: boolean;
  /** Why it was not. */
  readonly reason: string | null;
}

/** A file that was checked. */
interface Checked {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly workbook: Workbook;
  readonly report: WorkbookReport;
  readonly settings: SettingsInput;
}

/** Applies the fixes in a copy, writes it where that is asked for, and checks it. The original is never written. */
export async function mend({ file, bytes, workbook, report, settings }: Checked, task: FixTask): Promise<Partial<Outcome>> {
  const wanted = report.findings.filter((finding) => isWanted(finding, task));
  try {
    const extension = writtenExtension(bytes) ?? extname(file).toLowerCase();
    const to = task.to === null || task.typed || extname(task.to).toLowerCase() === extension ? task.to : task.to.slice(0, -extname(task.to).length) + extension;
    const refusal = await refusalOf(file, to, extension);
    if (refusal) return { fixes: [], problem: { message: refusal, usage: true } };
    // What needs no fix is copied as it is, old formats too.
    const edited = wanted.length === 0 ? { bytes, fixes: [] } : await editWorkbook(bytes, { fixes: wanted.map(({ fix }) => fix!) });
    const mended = wanted.length === 0 ? workbook : await readWorkbook(edited.bytes, file);
    const [shownFirst, shownThen] = [workbook, mended].map((each) => completeValues(each).workbook);
    const fixes = wanted.map((finding, index): FixedCell => {
      const { rule, severity, fingerprint, message } = finding;
      const { fix, applied, reason } = edited.fixes[index]!;
      return { rule, severity, fingerprint, message, ...fix, shownBefore: shownIn(shownFirst!, fix), shownAfter: shownIn(shownThen!, fix), applied, reason };
    });
    const after = wanted.length === 0 ? report : checkWorkbook(mended, { fileName: file, settings });
    if (to !== null) {
      await mkdir(dirname(to), { recursive: true }).catch(() => undefined);
      // A summary that the workbook brought along says what holds of the copy.
      const stale = wanted.length > 0 && summaryState(mended, after) === "stale";
      await writeWhole(to, stale ? (await editWorkbook(edited.bytes, { sheets: summaryPlans(after, { checkedAt: new Date() }) })).bytes : edited.bytes);
    }
    return { fixes, written: to, report: after };
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return { fixes: [], problem: { message: reportFailure(file, error).error!.message, usage: false } };
  }
}

/** A finding that is ignored is left alone unless it is named itself. */
function isWanted({ fix, rule, fingerprint, ignored }: ReportedFinding, { only, fingerprints }: FixTask): boolean {
  if (!fix || (only !== null && !only.includes(rule))) return false;
  return fingerprints === null ? ignored === null : fingerprints.includes(fingerprint);
}

async function refusalOf(file: string, to: string | null, extension: string): Promise<string | null> {
  if (to === null) return null;
  if (await isSameFile(file, to)) return render(say("error-output-is-input", { file: to }));
  if (extname(to).toLowerCase() !== extension) return render(say("error-output-extension", { extension }));
  return await readExisting(to) ? render(say("cli-fix-exists", { file: to })) : null;
}

function shownIn(workbook: Workbook, { sheet, cell }: Fix): string {
  const { row, column } = parseCellName(cell)!;
  return findSheet(workbook, sheet)?.cell(row, column)?.text ?? "";
}
