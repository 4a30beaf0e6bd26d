import { WorkbookError, type Workbook } from "../../../workbook";
import { mainPart } from "../package/package";
import { readPackage } from "./read-package";
import { sniff } from "./sniff";
import { readTextTable } from "./text-table";
import { openZip } from "../package/zip";

/** Text files with these names were never workbooks, so the user hears that the kind is not supported. */
const TEXT_NAME = /\.(?:csv|tsv|txt)$/i;
/** Programs that export "Excel" put tables as text under these names. */
const OLD_NAME = /\.(?:xls|et)$/i;

/**
 * Reads the bytes of a workbook: .xlsx and .xlsm by ourselves, .xls, .et, .xlsb, .ods and HTML tables named .xls
 * through a library that is loaded only then. Throws WorkbookError.
 */
export async function readWorkbook(bytes: Uint8Array, fileName = ""): Promise<Workbook> {
  switch (sniff(bytes)) {
    case "empty":
      throw new WorkbookError("empty");
    case "encrypted":
      throw new WorkbookError("encrypted");
    case "zip":
      return isLegacyZip(bytes) ? (await import("./legacy")).readLegacyZip(bytes) : readPackage(bytes);
    case "compound":
    case "old-excel":
      return (await import("./legacy")).readLegacy(bytes);
    case "html":
    case "xml-spreadsheet":
      return (await import("./legacy")).readMarkup(bytes);
    case "text":
      return readText(bytes, fileName);
    default:
      throw new WorkbookError("not-a-workbook");
  }
}

function readText(bytes: Uint8Array, fileName: string): Workbook {
  if (TEXT_NAME.test(fileName)) throw new WorkbookError("unsupported", "a text file");
  const table = OLD_NAME.test(fileName) ? readTextTable(bytes) : null;
  if (!table) throw new WorkbookError("not-a-workbook");
  return table;
}

/** Whether a zip is an .xlsb or an .ods. */
export function isLegacyZip(bytes: Uint8Array): boolean {
  const zip = openZip(bytes);
  const type = zip.find("mimetype");
  if (type && zip.find("content.xml")) {
    const text = new TextDecoder().decode(zip.inflate(type)).trim();
    if (!text.startsWith("application/vnd.oasis.opendocument.spreadsheet")) throw new WorkbookError("not-a-workbook", text);
    return true;
  }
  return mainPart(zip)?.toLowerCase().endsWith(".bin") ?? false;
}
