import { extname } from "node:path";
import { readWorkbook, editWorkbook, hasMarkedSheet } from "../hosts/file";
import { render, say } from "../messages";
import { checkWorkbook, reportDocument, reportFailure, type WorkbookReport } from "../report";
import { parseSettingsText, SettingsError, type SettingsInput } from "../settings";
import { SUMMARY_MARKER, summaryPlan } from "../summary";
import { WorkbookError } from "../workbook";
import { readArguments, UsageError, type Command } from "./arguments";
import { copyName, expandFolders, isSameFile, readBytes, readExisting, writeWhole } from "./files";
import { reportText, totalText } from "./text";

/** 0 no error, 1 errors found, 2 wrong usage or settings, 3 a file could not be read or written or holds no known table. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Where the command line writes to. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
  readonly coloured: boolean;
}

/** Runs the command line; never throws. */
export async function runCommand(args: readonly string[], output: Output): Promise<ExitCode> {
  try {
    const command = readArguments(args);
    if (command.name === "help") {
      output.out(render(say("cli-usage")));
      return 0;
    }
    const settings = await readSettings(command.settings);
    return command.name === "check" ? await checkFiles(command, settings, output) : await summarize(command, settings, output);
  } catch (error) {
    if (error instanceof UsageError) output.err(`${render(error.sentence)}\n${render(say("cli-see-help"))}`);
    else if (error instanceof SettingsError) output.err(render(error.sentence));
    else if (error instanceof WorkbookError) {
      output.err(reportFailure("", error).error!.message);
      return 3;
    } else throw error;
    return 2;
  }
}

async function readSettings(file: string | null): Promise<SettingsInput> {
  if (file === null) return {};
  try {
    return parseSettingsText(new TextDecoder().decode(await readBytes(file)));
  } catch (error) {
    if (error instanceof WorkbookError) throw new UsageError(say("cli-settings-file", { file }));
    throw error;
  }
}

async function checkFiles(command: Extract<Command, { name: "check" }>, settings: SettingsInput, output: Output): Promise<ExitCode> {
  const files = await expandFolders(command.files);
  if (files.length === 0) throw new UsageError(say("cli-empty-folder"));
  const reports: WorkbookReport[] = [];
  for (const file of files) {
    const report = (await readAndCheck(file, settings)).report;
    reports.push(report);
    if (command.format === "text") output.out(`${reports.length > 1 ? "\n" : ""}${reportText(report, output.coloured)}`);
  }
  if (command.format === "json") output.out(JSON.stringify(reportDocument(reports), null, 2));
  else if (reports.length > 1) output.out(`\n${totalText(reports)}`);
  return exitCode(reports);
}

/** Reads and checks one file; what goes wrong is in the report. */
async function readAndCheck(file: string, settings: SettingsInput): Promise<{ report: WorkbookReport; bytes: Uint8Array | null }> {
  try {
    const bytes = await readBytes(file);
    return { report: checkWorkbook(await readWorkbook(bytes, file), { fileName: file, settings }), bytes };
  } catch (error) {
    return { report: reportFailure(file, error), bytes: null };
  }
}

async function summarize(command: Extract<Command, { name: "summarize" }>, settings: SettingsInput, output: Output): Promise<ExitCode> {
  const { file } = command;
  const target = command.output ?? copyName(file);
  if (await isSameFile(file, target)) throw new UsageError(say("error-output-is-input", { file: target }));
  const extension = extname(file).toLowerCase();
  if (extname(target).toLowerCase() !== extension) throw new UsageError(say("error-output-extension", { extension }));
  const { report, bytes } = await readAndCheck(file, settings);
  if (report.error || !bytes) {
    output.err(reportText(report, output.coloured));
    return 3;
  }
  const existing = await readExisting(target);
  if (existing && !(await hasMarkedSheet(existing, SUMMARY_MARKER))) throw new UsageError(say("error-output-exists", { file: target }));
  const copy = await editWorkbook(bytes, { sheet: summaryPlan(report) });
  await writeWhole(target, copy.bytes);
  output.out(render(say("cli-written", { file: target, errors: errorsIn(report) })));
  return exitCode([report]);
}

function errorsIn(report: WorkbookReport): number {
  return report.findings.filter((finding) => finding.severity === "error" && finding.ignored === null).length;
}

function exitCode(reports: readonly WorkbookReport[]): ExitCode {
  if (reports.some((report) => report.error !== null)) return 3;
  return reports.some((report) => errorsIn(report) > 0) ? 1 : 0;
}
