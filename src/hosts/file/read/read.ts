import { WorkbookError, type Workbook } from "../../../workbook";
import { readHtml } from "./html";
import { readPackage } from "./read-package";
import { openFile } from "./open";
import { readTextTable } from "./text-table";

/** Text files with these names were never workbooks, so the user hears that the kind is not supported. */
const TEXT_NAME = /\.(?:csv|tsv|txt)$/i;
/** Programs that export "Excel" put tables as text under these names. */
const OLD_NAME = /\.(?:xls|et)$/i;

/**
 * Reads the bytes of a workbook: .xlsx and .xlsm by ourselves, as are tables of HTML or text that are named .xls; .xls, .et, .xlsb, .ods and Excel's own XML
 * through a library that is loaded only then. Throws WorkbookError.
 */
export async function readWorkbook(bytes: Uint8Array, fileName = ""): Promise<Workbook> {
  const file = openFile(bytes);
  switch (file.kind) {
    case "empty":
      throw new WorkbookError("empty");
    case "encrypted":
      throw new WorkbookError("encrypted");
    case "package":
      return readPackage(file.opened);
    case "xlsb":
    case "ods":
      return (await import("./legacy")).readLegacyZip(file.zip);
    case "compound":
    case "old-excel":
      return (await import("./legacy")).readLegacy(bytes);
    case "html":
      return readHtml(bytes);
    case "xml-spreadsheet":
      return (await import("./legacy")).readXmlSpreadsheet(bytes);
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
