import { WorkbookError } from "../../../workbook";
import { mainPart, openGivenPackage, type WorkbookPackage } from "../package/package";
import { openZip, type ZipArchive } from "../package/zip";
import { isBiff8 } from "./binary/biff8-records";
import { CompoundFile } from "./compound";
import { sniff, type FileKind } from "./sniff";

/** A file by what it is, opened once. */
export type OpenedFile =
  | { readonly kind: "package"; readonly opened: WorkbookPackage }
  | { readonly kind: "xlsb"; readonly zip: ZipArchive; readonly part: string }
  | { readonly kind: "ods"; readonly zip: ZipArchive }
  /** The workbook stream of an .xls: of Excel 97 and later, or of an older one. */
  | { readonly kind: "xls" | "old-xls"; readonly stream: Uint8Array }
  | { readonly kind: Exclude<FileKind, "zip" | "compound" | "old-excel"> };

/** Opens the bytes of a file, whatever its name says. Throws a WorkbookError for a zip that is no workbook. */
export function openFile(bytes: Uint8Array): OpenedFile {
  const kind = sniff(bytes);
  if (kind === "compound") return openStream(streamOf(bytes));
  if (kind === "old-excel") return openStream(bytes);
  if (kind !== "zip") return { kind };
  const zip = openZip(bytes);
  if (isOpenDocument(zip)) return { kind: "ods", zip };
  const part = mainPart(zip);
  return part?.toLowerCase().endsWith(".bin") ? { kind: "xlsb", zip, part } : { kind: "package", opened: openGivenPackage(zip, part) };
}

function openStream(stream: Uint8Array): OpenedFile {
  return { kind: isBiff8(stream) ? "xls" : "old-xls", stream };
}

function streamOf(bytes: Uint8Array): Uint8Array {
  const stream = new CompoundFile(bytes).stream("Workbook", "Book");
  if (!stream) throw new WorkbookError("not-a-workbook", "no workbook stream");
  return stream;
}

const SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet";

function isOpenDocument(zip: ZipArchive): boolean {
  // A newer LibreOffice packs all of an encrypted document into one part.
  if (!(zip.find("content.xml") ?? zip.find("encrypted-package"))) return false;
  const type = zip.find("mimetype");
  const manifest = new TextDecoder().decode(zip.read("META-INF/manifest.xml") ?? new Uint8Array());
  // Not every program writes the type by itself; the manifest has it, too.
  if (!type && !manifest.includes(SPREADSHEET)) return false;
  const text = type ? new TextDecoder().decode(zip.inflate(type)).trim() : SPREADSHEET;
  if (!text.startsWith(SPREADSHEET)) throw new WorkbookError("not-a-workbook", text);
  if (manifest.includes("encryption-data")) throw new WorkbookError("encrypted", "the manifest names an encryption");
  return true;
}
