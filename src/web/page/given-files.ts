/** A file that the user gave us, with its path inside the folder that holds all that was given. */
export interface GivenFile {
  readonly path: string;
  readonly file: File;
}

/** The kinds of files that Excel, WPS and LibreOffice keep workbooks in, as a file dialog wants them. */
export const WORKBOOK_KINDS = ".xlsx,.xlsm,.xls,.xlsb,.et,.ods";

const KINDS = new Set(WORKBOOK_KINDS.split(","));
/** What our own copies are called: lianhe.核查.xlsx. */
const COPY = /\.(?:核查|checked)\.[^.]*$/;

/** What a folder holds for us: workbooks, without lock files and our own copies. */
export function isSubmitted(name: string): boolean {
  return KINDS.has(/\.[^.]*$/.exec(name)?.[0].toLowerCase() ?? "") && !name.startsWith("~$") && !name.startsWith(".") && !COPY.test(name);
}

/**
 * The files of a drop. What was named itself is taken whatever it is, so that the user hears why it cannot be read; of folders
 * only workbooks are. Must be called while the event is handled: later the browser gives nothing.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<GivenFile[]> {
  const entries = [...transfer.items].map((item) => (item.kind === "file" ? item.webkitGetAsEntry?.() ?? null : null));
  const plain = [...transfer.files].map((file): GivenFile => ({ path: file.name, file }));
  const found = await Promise.all(entries.map((entry) => (entry?.isDirectory ? filesIn(entry as FileSystemDirectoryEntry) : Promise.resolve([]))));
  // A browser that tells of no entries, or a drop that a script made, has files only.
  const folders = new Set(entries.filter((entry) => entry?.isDirectory).map((entry) => entry!.name));
  return sorted([...plain.filter(({ path }) => !folders.has(path)), ...found.flat()]);
}

/** The files that a dialog gave; those of a folder bear their path in it. */
export function chosenFiles(list: FileList | null, fromFolder: boolean): GivenFile[] {
  const files = [...list ?? []].map((file): GivenFile => ({ path: file.webkitRelativePath || file.name, file }));
  return sorted(fromFolder ? files.filter(({ file }) => isSubmitted(file.name)) : files);
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<GivenFile[]> {
  const found: GivenFile[] = [];
  for (const entry of await entriesIn(folder)) {
    if (entry.isDirectory && !entry.name.startsWith(".")) found.push(...await filesIn(entry as FileSystemDirectoryEntry));
    else if (entry.isFile && isSubmitted(entry.name)) {
      const file = await new Promise<File | null>((resolve) => (entry as FileSystemFileEntry).file(resolve, () => resolve(null)));
      if (file) found.push({ path: entry.fullPath.replace(/^\//, ""), file });
    }
  }
  return found;
}

/** A folder tells of at most a hundred entries at a time. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** In the order of their paths, without the folder that all of them lie in. */
function sorted(files: readonly GivenFile[]): GivenFile[] {
  const paths = files.map(({ path }) => path.split("/"));
  const inOneFolder = files.length > 0 && paths.every((path) => path.length > 1 && path[0] === paths[0]![0]);
  if (inOneFolder) return sorted(files.map(({ path, file }) => ({ path: path.slice(path.indexOf("/") + 1), file })));
  return [...files].sort((a, b) => a.path.localeCompare(b.path, "zh-CN", { numeric: true }));
}
