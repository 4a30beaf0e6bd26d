import { say, type Language, type Sentence } from "../messages";
import { RULE_METAS } from "../rules/list";
import { findDates, isoDate } from "../values/dates";

/** What every command that checks takes. */
interface Checking {
  readonly files: readonly string[];
  readonly settings: string | null;
  /** A list of the stations' agreements. */
  readonly agreements: string | null;
  /** How many workbooks are checked at once; null: as many as the machine has cores, within reason. */
  readonly jobs: number | null;
  /** Where what was found is kept, so that a second run checks only what changed; null: nowhere. */
  readonly cache: string | null;
}

/** What the command line asks for. */
export type Command =
  | { readonly name: "help" }
  | CheckCommand
  | Checking & { readonly name: "summarize"; readonly output: string | null }
  | Checking & { readonly name: "compare"; readonly output: string }
  | { readonly name: "profile"; readonly file: string; readonly output: string }
  | ReviewCommand
  | FixCommand
  | LettersCommand
  | TemplateCommand;

/** What is to be checked, and for reports what they are held against. */
export interface CheckCommand extends Checking {
  readonly name: "check";
  readonly format: "text" | "json";
  /** The workbook that the reports speak of; null: found among the files. */
  readonly beside: string | null;
  /** The mid-term workbook, or a folder of such, that final ones are held against; null: found among the files. */
  readonly mid: string | null;
  /** Where a copy of the report with comments goes; null: none is written. */
  readonly comments: string | null;
}

/** Two files, or two folders, of which the second holds what was handed in again. */
export interface ReviewCommand extends Checking {
  readonly name: "review";
  readonly old: string;
  readonly new: string;
  readonly format: "text" | "json";
}

/** Which fixes are to be applied, and where the mended copies go. */
export interface FixCommand extends Checking {
  readonly name: "fix";
  /** A file, or a folder for several; null for a dry run that names none. */
  readonly output: string | null;
  /** Only the findings of these rules; null: of all. */
  readonly only: readonly string[] | null;
  /** Only these findings; null: all. */
  readonly fingerprints: readonly string[] | null;
  /** Nothing is written. */
  readonly dryRun: boolean;
  readonly format: "text" | "json";
}

/** What the letters are to be like, and where they go. */
export interface LettersCommand extends Checking {
  readonly name: "letters";
  /** A folder, which is made where there is none. */
  readonly output: string;
  readonly format: LetterFormat;
  /** "YYYY-MM-DD" */
  readonly until: string | null;
  /** Who checked. */
  readonly by: string | null;
  /** Staff are named by 姓名. */
  readonly names: boolean;
  readonly language: Language;
}

export type LetterFormat = (typeof LETTER_FORMATS)[number];
const LETTER_FORMATS = ["docx", "xlsx", "txt"] as const;

/** What new standard tables are asked for, as typed; null where the default is taken. */
export interface TemplateCommand {
  readonly name: "template";
  readonly output: string;
  readonly station: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly areas: readonly string[] | null;
  readonly headcount: number | null;
  /** 0 … 1 */
  readonly certifiedShare: number | null;
  readonly cards: readonly string[] | null;
}

/** The command line is wrong: the sentence says how. */
export class UsageError extends Error {
  constructor(readonly sentence: Sentence) {
    super(sentence.id);
    this.name = "UsageError";
  }
}

const CHECKING = ["--settings", "--agreements", "--jobs"];
const OPTIONS = {
  check: ["--format", "--with", "--mid", "--comments", "--cache", ...CHECKING],
  summarize: ["-o", "--output", ...CHECKING],
  compare: ["-o", "--output", "--cache", ...CHECKING],
  fix: ["-o", "--output", "--only", "--fingerprint", "--dry-run", "--format", ...CHECKING],
  letters: ["-o", "--output", "--format", "--until", "--by", "--names", "--language", ...CHECKING],
  review: ["--format", ...CHECKING],
  profile: ["-o", "--output"],
  template: ["-o", "--output", "--station", "--start", "--end", "--areas", "--headcount", "--certified", "--cards"]
} as const;
const MOST_JOBS = 64;
/** Options without a value. */
const FLAGS: ReadonlySet<string> = new Set(["--help", "-h", "--dry-run", "--names"]);
/** Options that take several values, with commas, one after the other or given again; a value that is none of the kind is a file. */
const LISTS: ReadonlyMap<string, (value: string) => boolean> = new Map([
  ["--only", (value: string) => RULE_METAS.some(({ id }) => id === value)], ["--fingerprint", (value: string) => /^[0-9a-f]{16}$/.test(value)]
]);

/** Reads the arguments after the program's name. Throws a UsageError. */
export function readArguments(args: readonly string[]): Command {
  const [name, ...rest] = args;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") return { name: "help" };
  if (!isCommand(name)) throw new UsageError(say("cli-unknown-command", { name }));
  const { files, options } = split(rest, OPTIONS[name]);
  if (options.has("--help")) return { name: "help" };
  const output = options.get("-o") ?? options.get("--output") ?? null;
  if (name === "template") return templateCommand(files, options, output);
  if (files.length === 0) throw new UsageError(say("cli-no-file"));
  if (name === "profile") {
    if (output === null || files.length > 1) throw new UsageError(say("cli-profile-needs"));
    return { name, file: files[0]!, output };
  }
  const checking: Checking = { files, settings: options.get("--settings") ?? null, agreements: options.get("--agreements") ?? null, cache: options.get("--cache") ?? null, jobs: wholeNumber("--jobs", options.get("--jobs"), MOST_JOBS) };
  if (name === "check") return { name, format: formatOf(options), beside: options.get("--with") ?? null, comments: options.get("--comments") ?? null, mid: options.get("--mid") ?? null, ...checking };
  if (name === "review") {
    if (files.length !== 2) throw new UsageError(say("cli-review-needs"));
    return { name, ...checking, old: files[0]!, new: files[1]!, format: formatOf(options) };
  }
  if (name === "fix") return fixCommand(checking, options, output);
  if (name === "letters") return lettersCommand(checking, options, output);
  if (name === "summarize") return { name, output, ...checking };
  if (output === null) throw new UsageError(say("cli-compare-output"));
  return { name, output, ...checking };
}

function formatOf(options: ReadonlyMap<string, string>): "text" | "json" {
  const format = options.get("--format") ?? "text";
  if (format !== "text" && format !== "json") throw new UsageError(say("cli-format", { format }));
  return format;
}

function fixCommand(checking: Checking, options: ReadonlyMap<string, string>, output: string | null): FixCommand {
  const dryRun = options.has("--dry-run");
  if (output === null && !dryRun) throw new UsageError(say("cli-fix-output"));
  const only = list(options.get("--only"));
  const fingerprints = list(options.get("--fingerprint"));
  const strange = only?.find((id) => !LISTS.get("--only")!(id));
  if (strange !== undefined) throw new UsageError(say("cli-fix-rule", { rule: strange }));
  const broken = fingerprints?.find((one) => !LISTS.get("--fingerprint")!(one));
  if (broken !== undefined) throw new UsageError(say("cli-fix-fingerprint", { fingerprint: broken }));
  return { name: "fix", ...checking, output, only, fingerprints, dryRun, format: formatOf(options) };
}

function lettersCommand(checking: Checking, options: ReadonlyMap<string, string>, output: string | null): LettersCommand {
  if (output === null) throw new UsageError(say("cli-letters-output"));
  const given = options.get("--format") ?? "docx";
  const format = LETTER_FORMATS.find((one) => one === given);
  if (!format) throw new UsageError(say("cli-letters-format", { format: given }));
  const language = options.get("--language") ?? "zh";
  if (language !== "zh" && language !== "en") throw new UsageError(say("cli-language", { language }));
  const until = options.get("--until") ?? null;
  const day = until === null ? null : parseDay(until);
  if (until !== null && day === null) throw new UsageError(say("cli-day", { option: "--until", value: until }));
  return { name: "letters", ...checking, output, format, until: day, by: options.get("--by")?.trim() || null, names: options.has("--names"), language };
}

function isCommand(name: string): name is keyof typeof OPTIONS {
  return Object.prototype.hasOwnProperty.call(OPTIONS, name);
}

function templateCommand(files: readonly string[], options: ReadonlyMap<string, string>, output: string | null): TemplateCommand {
  if (files.length > 0) throw new UsageError(say("cli-template-files", { file: files[0]! }));
  const station = options.get("--station");
  if (output === null || station === undefined) throw new UsageError(say("cli-template-needs"));
  const percent = options.get("--certified");
  const share = percent === undefined ? null : Number(percent.replace(/[%％]$/, "")) / 100;
  if (share !== null && Number.isNaN(share)) throw new UsageError(say("cli-number", { option: "--certified", value: percent! }));
  return {
    name: "template", output, station, start: options.get("--start") ?? null, end: options.get("--end") ?? null,
    areas: list(options.get("--areas")), headcount: wholeNumber("--headcount", options.get("--headcount"), Number.MAX_SAFE_INTEGER),
    certifiedShare: share, cards: list(options.get("--cards"))
  };
}

function wholeNumber(option: string, value: string | undefined, most: number): number | null {
  if (value === undefined) return null;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > most) throw new UsageError(say("cli-number", { option, value }));
  return number;
}

/** "2025-04-15", also "2025.4.15" or "2025年4月15日", as "YYYY-MM-DD"; null for anything else. */
function parseDay(text: string): string | null {
  const [date, ...more] = findDates(text);
  return date && more.length === 0 && date.year !== null && date.day !== null ? isoDate(date.year, date.month, date.day) : null;
}

/** "片区1,片区2" or "片区1，片区2" */
function list(value: string | undefined): string[] | null {
  return value === undefined ? null : value.split(/[,，、]/).map((name) => name.trim()).filter((name) => name !== "");
}

/** Options may stand before, between and after the files; "--" ends them. */
function split(args: readonly string[], known: readonly string[]): { files: string[]; options: Map<string, string> } {
  const files: string[] = [];
  const options = new Map<string, string>();
  for (let index = 0; index < args.length; index++) {
    const argument = args[index]!;
    if (argument === "--") {
      files.push(...args.slice(index + 1));
      break;
    }
    if (!argument.startsWith("-") || argument === "-") {
      files.push(argument);
      continue;
    }
    const [option, inline] = argument.startsWith("--") && argument.includes("=")
      ? [argument.slice(0, argument.indexOf("=")), argument.slice(argument.indexOf("=") + 1)]
      : [argument, undefined];
    if (option === "--help" || option === "-h") {
      options.set("--help", "");
      continue;
    }
    if (!known.includes(option)) throw new UsageError(say("cli-unknown-option", { option }));
    const isListed = LISTS.get(option);
    if (options.has(option) && !isListed) throw new UsageError(say("cli-option-twice", { option }));
    if (FLAGS.has(option)) {
      options.set(option, "");
      continue;
    }
    const value = inline ?? args[++index];
    if (value === undefined || value === "") throw new UsageError(say("cli-option-value", { option }));
    const values = [...(options.has(option) ? [options.get(option)!] : []), value];
    while (isListed && args[index + 1] !== undefined && isListed(args[index + 1]!)) values.push(args[++index]!);
    options.set(option, values.join(","));
  }
  return { files, options };
}
