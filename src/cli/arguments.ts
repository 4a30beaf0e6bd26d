import { say, type Sentence } from "../messages";

/** What the command line asks for. */
export type Command =
  | { readonly name: "help" }
  | { readonly name: "check"; readonly files: readonly string[]; readonly format: "text" | "json"; readonly settings: string | null }
  | { readonly name: "summarize"; readonly file: string; readonly output: string | null; readonly settings: string | null };

/** The command line is wrong: the sentence says how. */
export class UsageError extends Error {
  constructor(readonly sentence: Sentence) {
    super(sentence.id);
    this.name = "UsageError";
  }
}

/** Reads the arguments after the program's name. Throws a UsageError. */
export function readArguments(args: readonly string[]): Command {
  const [name, ...rest] = args;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") return { name: "help" };
  if (name !== "check" && name !== "summarize") throw new UsageError(say("cli-unknown-command", { name }));
  const { files, options } = split(rest, name === "check" ? ["--format", "--settings"] : ["-o", "--output", "--settings"]);
  const settings = options.get("--settings") ?? null;
  if (options.has("--help")) return { name: "help" };
  if (files.length === 0) throw new UsageError(say("cli-no-file"));
  if (name === "check") {
    const format = options.get("--format") ?? "text";
    if (format !== "text" && format !== "json") throw new UsageError(say("cli-format", { format }));
    return { name, files, format, settings };
  }
  if (files.length > 1) throw new UsageError(say("cli-one-file"));
  return { name, file: files[0]!, output: options.get("-o") ?? options.get("--output") ?? null, settings };
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
    if (options.has(option)) throw new UsageError(say("cli-option-twice", { option }));
    const value = inline ?? args[++index];
    if (value === undefined || value === "") throw new UsageError(say("cli-option-value", { option }));
    options.set(option, value);
  }
  return { files, options };
}
