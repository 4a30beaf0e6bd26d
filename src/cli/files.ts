import { randomBytes } from "node:crypto";
import type { Dirent } from "node:fs";
import { readdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { WorkbookError } from "../workbook";

/** Files that Excel, WPS and LibreOffice keep workbooks in. */
const WORKBOOKS = new Set([".xlsx", ".xlsm", ".xls", ".xlsb", ".et", ".ods"]);
/** Files that reports are kept in, as a folder's are looked through; by name a .txt is one, too. */
const DOCUMENTS = new Set([".docx", ".docm"]);
/** What is taken for a report when it is named: some of these only to say what to do with them. */
const NAMED_DOCUMENTS = new Set([...DOCUMENTS, ".txt", ".doc", ".pdf", ".rtf", ".wps", ".odt"]);
/** What our own copies are called: lianhe.核查.xlsx. */
const COPY_MARK = ".核查";
/** What the page calls a copy of a report with remarks. */
const REMARK_MARKS = [".批注", ".remarks"];
/** What our letters are called: lianhe.整改清单.xlsx, in English lianhe.to-mend.xlsx. */
const LETTER_MARKS = [".整改清单", ".to-mend"];

/** Is the file a report, by its name? */
export function isDocument(file: string): boolean {
  return NAMED_DOCUMENTS.has(extname(file).toLowerCase());
}

/**
 * The files named. A folder stands for the workbooks (`documents`: and the reports) in it and in its folders, without lock files, our own copies and letters; a name
 * with * or ? that is no file stands for what it matches in its folder (shells on Windows leave that to the program).
 */
export async function expandFiles(names: readonly string[], documents = false): Promise<string[]> {
  const extensions = documents ? new Set([...WORKBOOKS, ...DOCUMENTS]) : WORKBOOKS;
  const files: string[] = [];
  for (const name of names) {
    const kind = await stat(name).then((entry) => (entry.isDirectory() ? "folder" : "file"), () => "missing");
    if (kind === "folder") files.push(...await filesIn(name, extensions));
    else if (kind === "missing" && /[*?]/.test(basename(name))) files.push(...await matches(name, extensions));
    else files.push(name);
  }
  return [...new Set(files)];
}

async function filesIn(folder: string, extensions: ReadonlySet<string>): Promise<string[]> {
  const entries = await sortedEntries(folder);
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !entry.name.startsWith(".")) found.push(...await filesIn(path, extensions));
    else if (!entry.isDirectory() && isSubmitted(entry.name, extensions)) found.push(path);
  }
  return found;
}

/** The submitted files that a pattern matches; the pattern itself, which will be reported as missing, where none does. */
async function matches(pattern: string, extensions: ReadonlySet<string>): Promise<string[]> {
  const source = basename(pattern).replace(/[.+^${}()|[\]\\]/g, "\\$&").replace(/\*/g, ".*").replace(/\?/g, ".");
  const wanted = new RegExp(`^${source}$`, "iu");
  const folder = dirname(pattern);
  const entries = await sortedEntries(folder).catch(() => []);
  const found = entries.filter((entry) => !entry.isDirectory() && wanted.test(entry.name) && isSubmitted(entry.name, extensions));
  return found.length > 0 ? found.map((entry) => join(folder, entry.name)) : [pattern];
}

async function sortedEntries(folder: string): Promise<Dirent[]> {
  return (await readdir(folder, { withFileTypes: true })).sort((a, b) => a.name.localeCompare(b.name, "zh-CN", { numeric: true }));
}

function isSubmitted(entry: string, extensions: ReadonlySet<string>): boolean {
  const extension = extname(entry);
  const name = basename(entry, extension);
  return extensions.has(extension.toLowerCase()) && !entry.startsWith("~$") && !entry.startsWith(".") && ![COPY_MARK, ...REMARK_MARKS, ...LETTER_MARKS].some((mark) => name.endsWith(mark));
}

/** The bytes of a file. Throws a WorkbookError. */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new WorkbookError(code === "ENOENT" || code === "ENOTDIR" ? "not-found" : code === "ERR_FS_FILE_TOO_LARGE" ? "too-large" : "unreadable", file);
  }
}

/** lianhe.xlsx → lianhe.核查.xlsx beside it; with the extension that the copy must bear. */
export function copyName(file: string, extension: string): string {
  return join(dirname(file), basename(file, extname(file)) + COPY_MARK + extension);
}

/** True when both names lead to one file, over links too. */
export async function isSameFile(a: string, b: string): Promise<boolean> {
  const real = (name: string): Promise<string> => realpath(name).catch(() => resolve(name));
  return (await real(a)) === (await real(b));
}

/** The bytes of an earlier output, or null where there is none. */
export async function readExisting(file: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new WorkbookError("write-failed", file);
  }
}

/** Writes the whole file or nothing: a half-written copy never stands under the name. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const draft = join(dirname(file), `.${basename(file)}.${randomBytes(4).toString("hex")}.tmp`);
  try {
    await writeFile(draft, bytes, { flag: "wx" });
    await rename(draft, file);
  } catch {
    await rm(draft, { force: true });
    throw new WorkbookError("write-failed", file);
  }
}
