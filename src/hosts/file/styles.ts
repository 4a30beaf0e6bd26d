import { WorkbookError } from "../../workbook";
import { MAX_ITEMS } from "./limits";
import { builtInFormat, NumberFormat } from "./number-format";
import { isTrue, parseXml } from "./xml";

/** What a cell's style number means for reading: its number format, and whether a protected sheet lets it be edited. */
export interface CellStyles {
  format(style: number): NumberFormat;
  isLocked(style: number): boolean;
}

/** Reads the styles part; without one every cell is General and locked. */
export function readStyles(part: string, bytes: Uint8Array | null, date1904: boolean): CellStyles {
  const codes = new Map<number, string>();
  const formatIds: number[] = [];
  const unlocked = new Set<number>();
  let inCellFormats = false;
  if (bytes) {
    parseXml(part, bytes, {
      open(name, attributes) {
        if (name === "numFmt") codes.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "General");
        else if (name === "cellXfs") inCellFormats = true;
        else if (name === "xf" && inCellFormats) {
          if (formatIds.length >= MAX_ITEMS) throw new WorkbookError("too-large", part);
          formatIds.push(Number(attributes["numFmtId"] ?? 0));
        } else if (name === "protection" && inCellFormats && attributes["locked"] !== undefined) {
          if (!isTrue(attributes["locked"])) unlocked.add(formatIds.length - 1);
        }
      },
      close(name) {
        if (name === "cellXfs") inCellFormats = false;
      }
    });
  }
  const byCode = new Map<string, NumberFormat>();
  const formatOf = (code: string): NumberFormat => {
    let format = byCode.get(code);
    if (!format) byCode.set(code, (format = new NumberFormat(code, date1904)));
    return format;
  };
  const formats = formatIds.map((id) => formatOf(codes.get(id) ?? builtInFormat(id)));
  const general = formatOf("General");
  return {
    format: (style) => formats[style] ?? general,
    isLocked: (style) => !unlocked.has(style)
  };
}
