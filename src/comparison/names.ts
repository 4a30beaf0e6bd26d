/**
 * What the files are called beside one another: their names without folders, which are nobody's business who gets the
 * comparison. Files of the same name in several folders keep their way from the folder that holds them all.
 */
export function shownNames(files: readonly string[]): string[] {
  const paths = files.map((file) => file.split(/[\\/]/));
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(path.at(-1)!, (counts.get(path.at(-1)!) ?? 0) + 1);
  const shared = commonFolder(paths);
  return paths.map((path) => (counts.get(path.at(-1)!) === 1 ? path.at(-1)! : path.slice(shared).join("/")));
}

/** How many folders all paths begin with. */
function commonFolder(paths: readonly (readonly string[])[]): number {
  const [first = []] = paths;
  const most = Math.min(first.length - 1, ...paths.map(({ length }) => length - 1));
  let shared = 0;
  while (shared < most && paths.every((path) => path[shared] === first[shared])) shared++;
  return shared;
}
