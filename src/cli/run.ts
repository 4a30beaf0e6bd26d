import { acrossStations, comparisonSheets, COMPARISON_MARKER, comparisonRow, findDuplicates } from "../comparison";
import { hasMarkedSheet, newWorkbook, readWorkbook } from "../hosts/file";
import { render, say, SpokenError } from "../messages";
import { reportDocument, reportFailure, type WorkbookReport } from "../report";
import type { WrittenReport } from "../report/statement-types";
import { parseSettingsText, profilesText, readSettingsXml, SettingsError, writeSettingsXml, type SettingsInput } from "../settings";
import { defaultOptions, TemplateError, templateSettings, templateSheets } from "../template";
import { WorkbookError } from "../workbook";
import { readArguments, UsageError, type CheckCommand, type Command, type FixCommand, type LettersCommand, type ReviewCommand, type TemplateCommand } from "./arguments";
import { CheckCache } from "./cache";
import { agreementsIn, sayMissing, withoutList } from "./agreements";
import { localDay } from "../values/local-day";
import { fixTargets } from "./fix-targets";
import { fixDocument, fixText } from "./fix-text";
import { writeComments, type Candidate } from "./document";
import { expandFiles, isDocument, isSameFile, readBytes, readExisting, writeWhole } from "./files";
import { letterTargets } from "./letter-targets";
import { heldAgainstMid } from "./mid";
import type { Outcome, Task } from "./one";
import { performAll, workersFor } from "./pool";
import { review } from "./review";
import { printable, reportText, totalText } from "./text";

/** 0 no error, 1 errors found, 2 wrong usage or settings, 3 a file could not be read or written or holds no known table, 130 the user stopped it. */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

/** Where the command line writes to. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
  readonly coloured: boolean;
  /** Shows how far the work is, in place of what it showed before; null where nobody watches. */
  readonly progress: ((text: string) => void) | null;
  /** The user stops the run; missing where nobody can. */
  readonly signal?: AbortSignal;
  /** The script that workers start; null: everything is done in this thread. */
  readonly program: string | null;
}

type Checking = Extract<Command, { readonly files: readonly string[] }>;

/** Runs the command line; never throws. */
export async function runCommand(args: readonly string[], output: Output): Promise<ExitCode> {
  try {
    const command = readArguments(args);
    switch (command.name) {
      case "help":
        output.out(render(say("cli-usage")));
        return 0;
      case "check": return await checkFiles(command, output);
      case "summarize": return await summarize(command, output);
      case "compare": return await compare(command, output);
      case "fix": return await fixFiles(command, output);
      case "letters": return await writeLetters(command, output);
      case "review": return await reviewFiles(command, output);
      case "profile": return await writeProfile(command, output);
      case "template": return await makeTemplate(command, output);
    }
  } catch (error) {
    if (error instanceof UsageError) output.err(`${render(error.sentence)}\n${render(say("cli-see-help"))}`);
    else if (error instanceof StoppedError) {
      output.err(render(error.sentence));
      return 130;
    } else if (error instanceof SettingsError || error instanceof TemplateError || error instanceof SpokenError) output.err(render(error.sentence));
    else if (error instanceof WorkbookError) {
      output.err(reportFailure("", error).error!.message);
      return 3;
    } else throw error;
    return 2;
  }
}

/** The settings that a command is given, with those of a list of agreements. */
async function readSettings({ settings, agreements }: Checking, output: Output): Promise<SettingsInput> {
  const given = await readSettingsFile(settings);
  return agreements === null ? given : { ...given, agreements: await agreementsIn(agreements, output) };
}

async function readSettingsFile(file: string | null): Promise<SettingsInput> {
  if (file === null) return {};
  try {
    return parseSettingsText(new TextDecoder().decode(await readBytes(file)));
  } catch (error) {
    if (error instanceof WorkbookError) throw new UsageError(say("cli-settings-file", { file }));
    throw error;
  }
}

/** Does the same with every file that the command names; `more` says what, with each of them. */
async function forAll(command: Checking, output: Output, settings: SettingsInput, more: (files: readonly string[]) => (file: string) => Omit<Task, "file" | "settings">): Promise<Outcome[]> {
  const files = withoutList(await expandFiles(command.files), command.agreements);
  if (files.length === 0) throw new UsageError(say("cli-empty-folder"));
  return performOn(files, settings, command, output, more(files));
}

async function performOn(
  files: readonly string[], settings: SettingsInput, command: Checking, output: Output, more: (file: string) => Omit<Task, "file" | "settings">
): Promise<Outcome[]> {
  return performTasks(files.map((file) => ({ file, settings, ...more(file) })), command, output);
}

/** Does the tasks, or takes what an earlier run found of unchanged files. Throws a StoppedError when the user stops it. */
async function performTasks(tasks: readonly Task[], { jobs, cache: file }: Checking, output: Output): Promise<Outcome[]> {
  const count = tasks.length;
  const cache = file === null ? null : await CheckCache.open(file, output.program);
  const keys: (string | null)[] = [];
  const known: (Outcome | null)[] = [];
  let isWhole = false;
  try {
    for (const task of cache ? tasks : []) {
      const key = await cache!.keyOf(task);
      keys.push(key);
      known.push(key === null ? null : await cache!.get(key, task.file));
    }
    const open = tasks.flatMap((_, index) => (known[index] ? [] : [index]));
    const found = count - open.length;
    if (found > 0) output.err(render(say("cli-cache-used", { count: found })));
    const onDone = async (done: number, at: number, outcome: Outcome): Promise<void> => {
      output.progress?.(render(say("cli-progress", { done: found + done, count })));
      const key = keys[open[at]!];
      if (key) await cache?.put(key, outcome);
    };
    const outcomes = await performAll(open.map((index) => tasks[index]!), workersFor(open.length, jobs), output.program, onDone, output.signal);
    output.progress?.("");
    if (output.signal?.aborted) {
      const done = found + outcomes.filter(Boolean).length;
      throw new StoppedError(file === null ? say("cli-stopped", { done, count }) : say("cli-stopped-cache", { done, count, file }));
    }
    isWhole = true;
    const byIndex = new Map(open.map((index, at) => [index, outcomes[at]!]));
    return tasks.map((_, index) => known[index] ?? byIndex.get(index)!);
  } finally {
    await cache?.close(isWhole);
  }
}

/** The user stopped the run. */
class StoppedError extends SpokenError {}

async function checkFiles(command: CheckCommand, output: Output): Promise<ExitCode> {
  const { comments } = command;
  if (comments !== null) await checkCommentsTarget(command.files, comments);
  const settings = await readSettings(command, output);
  const outcomes = await checkAll(command, settings, output);
  const reports = outcomes.map(({ report, document }) => document ?? report);
  if (command.format === "json") writeJson(reports, output);
  else {
    reports.forEach((report, index) => output.out(`${index > 0 ? "\n" : ""}${reportText(report, output.coloured)}`));
    if (reports.length > 1) output.out(`\n${totalText(reports)}`);
  }
  sayMissing(reports, settings, output);
  const [written] = outcomes.flatMap(({ document }) => document ?? []);
  if (comments !== null && written) output.err(render(say("cli-comments-written", { file: comments, count: await writeComments(written.file, comments, written) })));
  return exitCode(reports);
}

/** As JSON.stringify would with two blanks, a workbook after the other: the text of a province is longer than a string may be. */
function writeJson(reports: readonly (WorkbookReport | WrittenReport)[], output: Output): void {
  const [head, foot] = JSON.stringify(reportDocument([]), null, 2).split("[]");
  output.out(`${head}[`);
  reports.forEach((report, index) => output.out(`    ${JSON.stringify(report, null, 2).replace(/\n/g, "\n    ")}${index < reports.length - 1 ? "," : ""}`));
  output.out(`  ]${foot}`);
}

/** A copy is written of one report only, under a name of its own. */
async function checkCommentsTarget(files: readonly string[], target: string): Promise<void> {
  const documents = (await expandFiles(files, true)).filter(isDocument);
  if (documents.length !== 1 || !/\.docx$/i.test(documents[0]!)) throw new UsageError(say("cli-comments-one"));
  if (!/\.docx$/i.test(target)) throw new UsageError(say("error-output-extension", { extension: ".docx" }));
  if (await readExisting(target)) throw new UsageError(say("cli-comments-exists", { file: target }));
}

/** Checks the workbooks first: the reports among the files are held against them. The outcomes stand in the order of the files. */
async function checkAll(command: CheckCommand, settings: SettingsInput, output: Output): Promise<Outcome[]> {
  const files = withoutList(await expandFiles(command.files, true), command.agreements);
  if (files.length === 0) throw new UsageError(say("cli-empty-folder"));
  const documents = files.filter(isDocument);
  if (documents.length === 0 && command.beside !== null) throw new UsageError(say("cli-with-needs-document"));
  const workbooks = files.filter((file) => !isDocument(file));
  const checked = workbooks.length === 0 ? [] : await performOn(workbooks, settings, command, output, () => ({}));
  const outcomes = await heldAgainstMid(checked, command.mid, settings, (tasks) => performTasks(tasks, command, output));
  if (documents.length === 0) return outcomes;
  const candidates = candidatesAmong(outcomes);
  const written = await performOn(documents, settings, command, output, () => ({ document: { beside: command.beside, candidates } }));
  const paired = new Set(written.map(({ document }) => document?.beside));
  const all = [...outcomes.map((outcome) => (paired.has(outcome.report.file) ? outcome : unpaired(outcome))), ...written];
  return files.map((file) => all.find(({ report }) => report.file === file)!);
}

/** The workbooks that a report may speak of. */
function candidatesAmong(outcomes: readonly Outcome[]): Candidate[] {
  return outcomes.filter(({ report }) => report.error === null).map(({ report: { file, station, period } }) => ({ file, station, period }));
}

/** A workbook among reports none of which speaks of it. */
function unpaired(outcome: Outcome): Outcome {
  const { report } = outcome;
  return report.error ? outcome : { ...outcome, report: { ...report, notChecked: [...report.notChecked, render(say("document-beside-report-none"))] } };
}

async function summarize(command: Extract<Command, { name: "summarize" }>, output: Output): Promise<ExitCode> {
  const outcomes = await forAll(command, output, await readSettings(command, output), (files) => {
    if (command.output !== null && files.length > 1) throw new UsageError(say("cli-one-output"));
    return () => ({ copyTo: command.output });
  });
  for (const { report, written, problem } of outcomes) {
    if (written !== null) output.out(render(say("cli-written", { file: printable(written), errors: errorsIn(report) })));
    else if (problem) output.err(`${printable(report.file)}: ${problem.message}`);
    else output.err(reportText(report, output.coloured));
  }
  if (outcomes.length > 1) output.out(`\n${totalText(outcomes.map(({ report }) => report))}`);
  if (outcomes.some(({ problem }) => problem?.usage)) return 2;
  return outcomes.some(({ problem }) => problem) ? 3 : exitCode(outcomes.map(({ report }) => report));
}

async function compare(command: Extract<Command, { name: "compare" }>, output: Output): Promise<ExitCode> {
  const { output: target } = command;
  if (!/\.xlsx$/i.test(target)) throw new UsageError(say("error-output-extension", { extension: ".xlsx" }));
  for (const file of command.files) if (await isSameFile(file, target)) throw new UsageError(say("error-output-is-input", { file: target }));
  const existing = await readExisting(target);
  if (existing && !(await hasMarkedSheet(existing, COMPARISON_MARKER))) throw new UsageError(say("cli-output-foreign", { file: target }));
  // An earlier comparison in the folder is no submission.
  const settings = await readSettings(command, output);
  const outcomes = (await forAll(command, output, settings, () => () => ({ people: true }))).filter(({ report }) => report.file !== target);
  const reports = outcomes.map(({ report }) => report);
  const duplicates = findDuplicates(reports.map((report) => comparisonRow(report)), outcomes.map(({ hash }) => hash));
  const people = outcomes.map((outcome) => outcome.people ?? []);
  const questions = acrossStations(reports.map((report, index) => ({ report, people: people[index]! })));
  await writeWhole(target, newWorkbook(comparisonSheets(reports, duplicates, { people, agreements: settings.agreements })));
  output.out(totalText(reports));
  sayMissing(reports, settings, output);
  if (duplicates.length > 0) output.out(render(say("cli-duplicates", { count: duplicates.length })));
  if (questions.length > 0) output.out(render(say("across-cli", { count: questions.length, sheet: say("across-sheet") })));
  output.out(render(say("cli-compared", { file: target })));
  return exitCode(reports);
}

async function fixFiles(command: FixCommand, output: Output): Promise<ExitCode> {
  const { only, fingerprints } = command;
  const settings = await readSettings(command, output);
  const targets = await fixTargets(command);
  if (targets.size === 0) throw new UsageError(say("cli-empty-folder"));
  const outcomes = await performOn(withoutList([...targets.keys()], command.agreements), settings, command, output, (file) => ({ fix: { ...targets.get(file)!, only, fingerprints } }));
  if (command.format === "json") output.out(JSON.stringify(fixDocument(outcomes), null, 2));
  else {
    outcomes.forEach((outcome, index) => output.out(`${index > 0 ? "\n" : ""}${fixText(outcome, output.coloured)}`));
    if (outcomes.length > 1) output.out(`\n${totalText(outcomes.map(({ report }) => report))}`);
  }
  const missing = (fingerprints ?? []).filter((one) => !outcomes.some(({ fixes }) => fixes?.some(({ fingerprint }) => fingerprint === one)));
  if (missing.length > 0) output.err(render(say("cli-fix-unknown", { fingerprints: missing.join(", ") })));
  for (const { report, problem } of outcomes) if (problem) output.err(`${printable(report.file)}: ${problem.message}`);
  if (outcomes.some(({ problem }) => problem?.usage)) return 2;
  return outcomes.some(({ problem }) => problem) ? 3 : exitCode(outcomes.map(({ report }) => report));
}

/** A letter for each workbook that has something to mend, and a line on every one. */
async function writeLetters(command: LettersCommand, output: Output): Promise<ExitCode> {
  const { format, language, until, by, names } = command;
  const settings = await readSettings(command, output);
  const targets = await letterTargets(command);
  if (targets.size === 0) throw new UsageError(say("cli-empty-folder"));
  const date = localDay(new Date());
  const checking = names ? { ...settings, showNames: true } : settings;
  const letterTo = (file: string) => ({ to: targets.get(file)!, format, language, date, until, by, names });
  const files = withoutList([...targets.keys()], command.agreements);
  const [workbooks, documents] = [files.filter((file) => !isDocument(file)), files.filter(isDocument)];
  const checked = await performOn(workbooks, checking, command, output, (file) => ({ letter: letterTo(file) }));
  const candidates = candidatesAmong(checked);
  const outcomes = [...checked, ...await performOn(documents, checking, command, output, (file) => ({ letter: letterTo(file), document: { beside: null, candidates } }))];
  for (const { report, document, written, problem, letter } of outcomes) {
    const file = printable(report.file);
    if (report.error) output.err(`${file}: ${report.error.message}`);
    else if (problem) output.err(`${file}: ${problem.message}`);
    else if (written !== null) output.out(render(say("cli-letter-written", { file, letter: printable(written), asked: letter!.asked! })));
    else output.out(render(say(document && document.beside === undefined ? "cli-letter-no-workbook" : "cli-letter-none", { file })));
  }
  const count = (holds: (outcome: Outcome) => boolean): number => outcomes.filter(holds).length;
  output.out(render(say("cli-letters-total", {
    written: count(({ written }) => written !== null), clean: count(({ letter }) => letter?.asked === null), failed: count(({ report, problem }) => report.error !== null || problem !== null)
  })));
  if (outcomes.some(({ problem }) => problem?.usage)) return 2;
  return outcomes.some(({ problem }) => problem) ? 3 : exitCode(outcomes.map(({ report, document }) => document ?? report));
}

async function reviewFiles(command: ReviewCommand, output: Output): Promise<ExitCode> {
  const { text, code } = await review(command, await readSettings(command, output), (tasks) => performTasks(tasks, command, output), output.coloured);
  output.out(text);
  return code;
}

/** Writes what the user told of a workbook's tables as a file of profiles. */
async function writeProfile({ file, output: target }: Extract<Command, { name: "profile" }>, output: Output): Promise<ExitCode> {
  if (await readExisting(target)) throw new UsageError(say("cli-profile-exists", { file: target }));
  const { settingsXml } = await readWorkbook(await readBytes(file), file);
  const { profiles = [] } = readSettingsXml(settingsXml).settings;
  if (profiles.length === 0) throw new UsageError(say("cli-profile-none", { file }));
  await writeWhole(target, new TextEncoder().encode(profilesText(profiles)));
  output.out(render(say("cli-profile-written", { file: target, count: profiles.length })));
  return 0;
}

async function makeTemplate(command: TemplateCommand, output: Output): Promise<ExitCode> {
  const { output: target, station } = command;
  if (!/\.xlsx$/i.test(target)) throw new UsageError(say("error-output-extension", { extension: ".xlsx" }));
  if (await readExisting(target)) throw new UsageError(say("cli-template-exists", { file: target }));
  const { agreement, ...defaults } = defaultOptions(new Date().toISOString().slice(0, 10));
  const given = command.start !== null || command.end !== null;
  const options = {
    ...defaults,
    station,
    period: { start: command.start ?? defaults.period.start, end: command.end ?? defaults.period.end },
    ...(!given && agreement && { agreement }),
    areas: command.areas ?? defaults.areas,
    headcount: command.headcount ?? defaults.headcount,
    certifiedShare: command.certifiedShare ?? defaults.certifiedShare,
    cards: command.cards ?? defaults.cards
  };
  await writeWhole(target, newWorkbook(templateSheets(options), writeSettingsXml({ settings: templateSettings(options), ignored: [] })));
  output.out(render(say("cli-template-written", { file: target })));
  return 0;
}

function errorsIn({ findings }: WorkbookReport | WrittenReport): number {
  return (findings as WrittenReport["findings"]).filter((finding) => finding.severity === "error" && finding.ignored === null).length;
}

function exitCode(reports: readonly (WorkbookReport | WrittenReport)[]): ExitCode {
  if (reports.some((report) => report.error !== null)) return 3;
  return reports.some((report) => errorsIn(report) > 0) ? 1 : 0;
}
