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
 * Reads the bytes of a workbook: .xlsx, .xlsm, .xlsb, .xls, .et and tables of HTML or text that are named .xls by ourselves; .ods, Excel's
 * XML of 2003 and what is older than Excel 97 through a library that is loaded only then. Throws WorkbookError.
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
      return (await import("./binary/xlsb")).readXlsb(file.zip, file.part);
    case "xls":
      return (await import("./binary/biff8")).readBiff8(file.stream);
    case "old-xls":
      return (await import("./library/legacy")).readOldStream(file.stream);
    case "ods":
      return (await import("./library/legacy")).readOds(file.zip);
    case "html":
      return readHtml(bytes);
    case "xml-spreadsheet":
      return (await import("./library/legacy")).readXmlSpreadsheet(bytes);
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
