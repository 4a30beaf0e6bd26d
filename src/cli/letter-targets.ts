import { basename, dirname, extname, join } from "node:path";
import { render, say } from "../messages";
import { UsageError, type LettersCommand } from "./arguments";
import { expandFiles } from "./files";
import { foldersAmong, isFile, isWithin, placeOf } from "./fix-targets";

/** The files that are to be checked, each with where its letter goes: in a folder the letters stand as the workbooks do in theirs. */
export async function letterTargets({ files: names, output, format, language }: LettersCommand): Promise<ReadonlyMap<string, string>> {
  if (await isFile(output)) throw new UsageError(say("cli-letters-folder", { file: output }));
  const folders = await foldersAmong(names);
  // Letters of an earlier run are no workbooks; a folder that is itself where they go may hold some.
  const isInside = folders.some((folder) => isWithin(output, folder));
  const files = (await expandFiles(names, true)).filter((file) => !isInside || !isWithin(file, output));
  const mark = render(say("letter-name"), language);
  const taken = new Set<string>();
  return new Map(files.map((file) => {
    const place = join(output, placeOf(file, folders));
    // 附件.xls beside 附件.xlsx: each gets a letter.
    const named = [basename(place, extname(place)), basename(place)].map((base) => join(dirname(place), `${base}.${mark}.${format}`));
    const target = named.find((name) => !taken.has(name.toLowerCase())) ?? named[1]!;
    taken.add(target.toLowerCase());
    return [file, target];
  }));
}
