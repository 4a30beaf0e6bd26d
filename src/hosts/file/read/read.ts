import { WorkbookError, type Workbook } from "../../../workbook";
import { readHtml } from "./html";
import { readPackage } from "./read-package";
import { foreignKind } from "./foreign";
import { openFile } from "./open";
import { readTextTable } from "./text-table";

/** Tables that were exported as text, without formats or formulas. */
const TEXT_NAME = /\.(?:csv|tsv)$/i;
/** Programs that export "Excel" put tables as text under these names. */
const OLD_NAME = /\.(?:xls|et)$/i;

/**
 * Reads the bytes of a workbook: .xlsx, .xlsm, .xlsb, .xls, .et and tables of HTML or text that are named .xls by ourselves; .ods, Excel's
 * XML of 2003 and what is older than Excel 97 through a library that is loaded only then. Throws WorkbookError.
 */
export async function readWorkbook(bytes: Uint8Array, fileName = ""): Promise<Workbook> {
  try {
    return await read(bytes, fileName);
  } catch (error) {
    if (error instanceof WorkbookError && error.code === "not-a-workbook") throw new WorkbookError(foreignKind(bytes, error.detail), error.detail);
    throw error;
  }
}

async function read(bytes: Uint8Array, fileName: string): Promise<Workbook> {
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
  if (TEXT_NAME.test(fileName)) throw new WorkbookError("text-table");
  const table = OLD_NAME.test(fileName) ? readTextTable(bytes) : null;
  if (!table) throw new WorkbookError("not-a-workbook");
  return table;
}
