/**
 * `npm run lint`: the types of everything (as `npm run typecheck`), then eslint, whose rules ask the same program for them. Both look again only at
 * what has changed; since rules ask for the types of other files, eslint looks at everything again once the type of anything that a file exports has
 * changed.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./setup.mjs";

/** Of the exit code; Node's own codes have other bits. */
export const TYPES_FAIL = 16;
export const LINT_FAILS = 32;

const CACHE = join(root, "node_modules", ".cache", "hebiao");
const TYPES = join(CACHE, "types.json");

/** What tsconfig.json tells of, checked. Prints what is wrong. */
async function checkedProgram() {
  const { default: ts } = await import("typescript");
  const { options, fileNames: rootNames, errors: configFileParsingDiagnostics } = ts.getParsedCommandLineOfConfigFile(join(root, "tsconfig.json"), {}, {
    ...ts.sys, onUnRecoverableConfigFileDiagnostic: ({ messageText }) => { throw new Error(ts.flattenDiagnosticMessageText(messageText, "\n")); }
  });
  const host = ts.createIncrementalCompilerHost(options);
  // Comments are not asked for types.
  host.jsDocParsingMode = ts.JSDocParsingMode.ParseForTypeErrors;
  const builder = ts.createIncrementalProgram({ rootNames, options, configFileParsingDiagnostics, host });
  const wrong = [
    ...builder.getConfigFileParsingDiagnostics(), ...builder.getOptionsDiagnostics(), ...builder.getSyntacticDiagnostics(), ...builder.getGlobalDiagnostics(), ...builder.getSemanticDiagnostics(),
    // Keeps what is known by now; nothing is written but that.
    ...builder.emit().diagnostics
  ];
  const isWrong = wrong.length > 0;
  if (isWrong) console.error(ts.formatDiagnostics(ts.sortAndDeduplicateDiagnostics(wrong), { getCurrentDirectory: () => root, getCanonicalFileName: (name) => name, getNewLine: () => "\n" }));
  return { program: builder.getProgram(), isWrong };
}

/** What all files tell each other of their types, as one short text. */
function typesNow() {
  if (!existsSync(TYPES)) return "unknown";
  const { fileInfos } = JSON.parse(readFileSync(TYPES, "utf8"));
  const signatures = fileInfos.map((info) => info.signature ?? info.version ?? info);
  return createHash("sha256").update(JSON.stringify(signatures)).digest("hex").slice(0, 8);
}

/** Where eslint keeps what it knows under these types; what it kept under others is thrown away. */
function cacheLocation() {
  const kept = `lint-${typesNow()}.json`;
  mkdirSync(CACHE, { recursive: true });
  for (const name of readdirSync(CACHE)) if (name.startsWith("lint-") && name !== kept) rmSync(join(CACHE, name));
  return join(CACHE, kept);
}

/** The parser of typescript-eslint, which takes what it parses from the program. Its `meta` alone is part of what eslint keeps its cache by. */
async function parserOf(program) {
  const { parser } = (await import("typescript-eslint")).default;
  return { ...parser, parseForESLint: (code, options) => parser.parseForESLint(code, { ...options, projectService: false, programs: [program] }) };
}

/** Runs eslint over everything, warnings forbidden. Prints what it finds; true when that is nothing. */
async function lintWith(program) {
  const { ESLint } = await import("eslint");
  const eslint = new ESLint({
    cwd: root, cache: true, cacheStrategy: "content", cacheLocation: cacheLocation(), overrideConfig: [{ files: ["**/*.{ts,tsx}"], languageOptions: { parser: await parserOf(program) } }]
  });
  const results = await eslint.lintFiles(["."]);
  const text = await (await eslint.loadFormatter("stylish")).format(results);
  if (text) console.error(text);
  return results.every(({ errorCount, warningCount }) => errorCount + warningCount === 0);
}

async function typesAndLint() {
  const { program, isWrong } = await checkedProgram();
  return (isWrong ? TYPES_FAIL : 0) + ((await lintWith(program)) ? 0 : LINT_FAILS);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = await typesAndLint();
