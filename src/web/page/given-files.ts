/** A file that the user gave us, with its path inside the folder that holds all that was given. */
export interface GivenFile {
  readonly path: string;
  readonly file: File;
  /** It lay in a folder that was given, and is no workbook that was handed in: the user is told of it. */
  readonly isLeftOut?: boolean;
  /** Where the file lies, when the browser tells: it can be read again. */
  readonly handle?: FileSystemFileHandle;
}

/** The kinds of files that Excel, WPS and LibreOffice keep workbooks in, as a file dialog wants them. */
export const WORKBOOK_KINDS = ".xlsx,.xlsm,.xls,.xlsb,.et,.ods";

/** The kinds of files that reports (评估报告) are kept in and that are read. */
export const DOCUMENT_KINDS = ".docx,.docm,.txt";

const KINDS = new Set([...WORKBOOK_KINDS.split(","), ".docx", ".docm"]);
/** Taken for a report, also to say what to do with what cannot be read. */
const DOCUMENTS = new Set([...DOCUMENT_KINDS.split(","), ".doc", ".wps", ".pdf", ".rtf", ".odt"]);
/** What our own copies and letters are called: lianhe.核查.xlsx, lianhe.整改清单.docx. */
const COPY = /\.(?:核查|checked|批注|remarks|整改清单|to-mend)\.[^.]*$/;

/** What a batch's file is called, also after a browser or a user has put more behind the words. */
const DESK = /(?:核查批次|hebiao-batch).*\.json$/i;

function kindOf(name: string): string {
  return /\.[^.]*$/.exec(name)?.[0].toLowerCase() ?? "";
}

/** Is the file a report, by its name? */
export function isDocument({ file }: GivenFile): boolean {
  return DOCUMENTS.has(kindOf(file.name));
}

/** Is the file that of a batch (批次文件), by its name? */
export function isDeskFile({ file }: GivenFile): boolean {
  return DESK.test(file.name);
}

/** What a folder holds for us: workbooks and reports, without lock files, our own copies and letters. */
export function isSubmitted(name: string): boolean {
  return KINDS.has(kindOf(name)) && !name.startsWith("~$") && !name.startsWith(".") && !COPY.test(name);
}

/** What programs leave in folders, and what nobody sees. */
const isTrace = (name: string): boolean => name.startsWith("~$") || name.startsWith(".") || /^(?:thumbs\.db|desktop\.ini)$/i.test(name);

/** A file of a folder; null for what nobody put there. */
function inFolder(path: string, file: File): GivenFile[] {
  if (isTrace(file.name)) return [];
  return [{ path, file, ...(!isSubmitted(file.name) && !DESK.test(file.name) && { isLeftOut: true }) }];
}

/**
 * The files of a drop. What was named itself is taken whatever it is, so that the user hears why it cannot be read; of folders
 * only workbooks and reports are, and the others are named as left out. Must be called while the event is handled: later the browser gives nothing.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<GivenFile[]> {
  const entries = [...transfer.items].map((item) => (item.kind === "file" ? item.webkitGetAsEntry?.() ?? null : null));
  const asked = [...transfer.items].filter(({ kind }) => kind === "file").map(async (item) => await item.getAsFileSystemHandle?.().catch(() => null) ?? null);
  const given = [...transfer.files];
  const handles = await Promise.all(asked);
  const plain = given.map((file, index): GivenFile => {
    const handle = handles[index];
    return { path: file.name, file, ...(handle?.kind === "file" && { handle: handle as FileSystemFileHandle }) };
  });
  const found = await Promise.all(entries.map((entry) => (entry?.isDirectory ? filesIn(entry as FileSystemDirectoryEntry) : Promise.resolve([]))));
  // A browser that tells of no entries, or a drop that a script made, has files only.
  const folders = new Set(entries.filter((entry) => entry?.isDirectory).map((entry) => entry!.name));
  return sorted([...plain.filter(({ path }) => !folders.has(path)), ...found.flat()]);
}

/** The files that a dialog gave; those of a folder bear their path in it. */
export function chosenFiles(list: FileList | null, fromFolder: boolean): GivenFile[] {
  return sorted([...list ?? []].flatMap((file): GivenFile[] => {
    const path = file.webkitRelativePath || file.name;
    return fromFolder ? inFolder(path, file) : [{ path, file }];
  }));
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<GivenFile[]> {
  const found: GivenFile[] = [];
  for (const entry of await entriesIn(folder)) {
    if (entry.isDirectory && !entry.name.startsWith(".")) found.push(...await filesIn(entry as FileSystemDirectoryEntry));
    else if (entry.isFile && !isTrace(entry.name)) {
      const file = await new Promise<File | null>((resolve) => (entry as FileSystemFileEntry).file(resolve, () => resolve(null)));
      if (file) found.push(...inFolder(entry.fullPath.replace(/^\//, ""), file));
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
  if (inOneFolder) return sorted(files.map((each) => ({ ...each, path: each.path.slice(each.path.indexOf("/") + 1) })));
  return [...files].sort((a, b) => a.path.localeCompare(b.path, "zh-CN", { numeric: true }));
}
