import { stat } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { say } from "../messages";
import { UsageError, type FixCommand } from "./arguments";
import { expandFiles } from "./files";

/** Where the mended copy of a file goes. */
export interface FixTarget {
  /** null where none is written. */
  readonly to: string | null;
  /** The name stands as the user typed it; otherwise it gets the extension that the copy must bear. */
  readonly typed: boolean;
}

/** The files to mend, each with its target. In a folder the copies stand as the originals do in theirs. */
export async function fixTargets({ files: names, output, dryRun }: FixCommand): Promise<ReadonlyMap<string, FixTarget>> {
  const folders = await foldersAmong(names);
  // Copies of an earlier run that stand in the folder are no originals.
  const isInside = output !== null && folders.some((folder) => isWithin(output, folder));
  const files = (await expandFiles(names)).filter((file) => !isInside || !isWithin(file, output));
  if (output === null || dryRun) return new Map(files.map((file) => [file, { to: null, typed: false }]));
  const several = files.length > 1 || folders.length > 0;
  if (!several && !/[\\/]$/.test(output) && !await isFolder(output)) return new Map(files.map((file) => [file, { to: output, typed: true }]));
  if (await isFile(output)) throw new UsageError(say("cli-fix-folder", { file: output }));
  const targets = new Map(files.map((file) => [file, { to: join(output, placeOf(file, folders)), typed: false }]));
  const seen = new Set<string>();
  for (const { to } of targets.values()) {
    if (seen.has(to.toLowerCase())) throw new UsageError(say("cli-fix-same-name", { file: to }));
    seen.add(to.toLowerCase());
  }
  return targets;
}

/** The folders among what was named. */
export function foldersAmong(names: readonly string[]): Promise<string[]> {
  return filter(names, isFolder);
}

/** The file's path within the folder that was named, or its name. */
export function placeOf(file: string, folders: readonly string[]): string {
  const folder = folders.find((one) => isWithin(file, one));
  return folder === undefined ? basename(file) : relative(folder, file);
}

export function isWithin(file: string, folder: string): boolean {
  return resolve(file).startsWith(resolve(folder).replace(/[\\/]?$/, sep));
}

const isFolder = (name: string): Promise<boolean> => stat(name).then((entry) => entry.isDirectory(), () => false);
export const isFile = (name: string): Promise<boolean> => stat(name).then((entry) => entry.isFile(), () => false);

async function filter<T>(items: readonly T[], holds: (item: T) => Promise<boolean>): Promise<T[]> {
  const held = await Promise.all(items.map(holds));
  return items.filter((_, index) => held[index]);
}
