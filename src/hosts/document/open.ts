import { WorkbookError } from "../../workbook";
import { MAX_DOCUMENT_BYTES } from "../file/package/limits";
import { readRelationships } from "../file/package/relationships";
import { openZip, type ZipArchive } from "../file/package/zip";
import { sniff } from "../file/read/sniff";

/** Content of a main part that is a document of Word, whatever its name. */
const DOCUMENT_PART = /\.xml$/i;

/** Opens the package of a Word file. Anything else is refused with the sentence that says what to do. */
export function openDocument(bytes: Uint8Array): { zip: ZipArchive; part: string } {
  switch (sniff(bytes)) {
    case "empty": throw new WorkbookError("empty");
    case "zip": return openPackage(openZip(bytes));
    case "encrypted": throw new WorkbookError("document-encrypted");
    default: throw new WorkbookError(refusal(bytes));
  }
}

function openPackage(zip: ZipArchive): { zip: ZipArchive; part: string } {
  const main = readRelationships(zip, "").find(({ type, external }) => type === "officeDocument" && !external)?.target ?? "word/document.xml";
  const part = zip.find(main)?.name;
  if (part === undefined) throw new WorkbookError(zip.find("mimetype") || zip.find("content.xml") ? "document-other" : "document-none", "no main part");
  if (!DOCUMENT_PART.test(part) || !isDocument(zip, part)) throw new WorkbookError("document-none", part);
  return { zip, part };
}

/** Is its root the one of a document? Read from the first bytes, because a workbook may be large. */
function isDocument(zip: ZipArchive, part: string): boolean {
  const head = new TextDecoder("utf-8").decode(zip.read(part, MAX_DOCUMENT_BYTES)!.subarray(0, 65_536)).replace(/\u0000/g, "");
  return /<(?:\w+:)?document[\s>]/.test(head);
}

function refusal(bytes: Uint8Array): "document-old" | "document-pdf" | "document-other" | "document-none" {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) return "document-old";
  if (head.includes("%PDF-")) return "document-pdf";
  if (head.startsWith("{\\rtf") || /<html|<\?xml|MIME-Version/i.test(head)) return "document-other";
  return "document-none";
}
