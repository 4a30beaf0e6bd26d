import { WorkbookError } from "../../../workbook";
import { mainPart, openGivenPackage, type WorkbookPackage } from "../package/package";
import { openZip, type ZipArchive } from "../package/zip";
import { sniff, type FileKind } from "./sniff";

/** A file by what it is, opened once: a package of ours, a zip that only the library reads, or bytes of another kind. */
export type OpenedFile =
  | { readonly kind: "package"; readonly opened: WorkbookPackage }
  | { readonly kind: "xlsb" | "ods"; readonly zip: ZipArchive }
  | { readonly kind: Exclude<FileKind, "zip"> };

/** Opens the bytes of a file, whatever its name says. Throws a WorkbookError for a zip that is no workbook. */
export function openFile(bytes: Uint8Array): OpenedFile {
  const kind = sniff(bytes);
  if (kind !== "zip") return { kind };
  const zip = openZip(bytes);
  if (isOpenDocument(zip)) return { kind: "ods", zip };
  const part = mainPart(zip);
  return part?.toLowerCase().endsWith(".bin") ? { kind: "xlsb", zip } : { kind: "package", opened: openGivenPackage(zip, part) };
}

function isOpenDocument(zip: ZipArchive): boolean {
  const type = zip.find("mimetype");
  // A newer LibreOffice packs all of an encrypted document into one part.
  if (!type || !(zip.find("content.xml") ?? zip.find("encrypted-package"))) return false;
  const text = new TextDecoder().decode(zip.inflate(type)).trim();
  if (!text.startsWith("application/vnd.oasis.opendocument.spreadsheet")) throw new WorkbookError("not-a-workbook", text);
  const manifest = zip.read("META-INF/manifest.xml");
  if (manifest && new TextDecoder().decode(manifest).includes("encryption-data")) throw new WorkbookError("encrypted", "the manifest names an encryption");
  return true;
}
