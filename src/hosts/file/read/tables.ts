import { parseAreaName, type Rect, type SheetTable } from "../../../workbook";
import { MAX_ITEMS } from "../package/limits";
import type { Relationship } from "../package/relationships";
import { parseXml, unescapeText } from "../package/xml";
import type { ZipArchive } from "../package/zip";
import { Filters } from "./filters";
import { readable } from "./notes";

/** The tables of a sheet, and the areas in which they are filtered. A part that is missing or no XML costs its table alone. */
export function readTables(zip: ZipArchive, relationships: readonly Relationship[]): { tables: SheetTable[]; filters: Rect[] } {
  const tables: SheetTable[] = [];
  const filters: Rect[] = [];
  for (const { type, external, target } of relationships) {
    if (type !== "table" || external) continue;
    const bytes = zip.read(target);
    if (bytes) readable(() => readTable(target, bytes, tables, filters));
  }
  return { tables, filters };
}

function readTable(part: string, bytes: Uint8Array, tables: SheetTable[], filters: Rect[]): void {
  const filter = new Filters();
  const columns: string[] = [];
  let table: Omit<SheetTable, "columns"> | null = null;
  parseXml(part, bytes, {
    open(name, attributes) {
      filter.open(name, attributes);
      if (name === "table") {
        const rect = parseAreaName(attributes["ref"] ?? "");
        const title = attributes["displayName"] ?? attributes["name"];
        if (rect && title) table = { name: title, rect, hasHeads: attributes["headerRowCount"] !== "0", hasTotals: Number(attributes["totalsRowCount"] ?? 0) > 0 };
      } else if (name === "tableColumn" && columns.length < MAX_ITEMS) columns.push(unescapeText(attributes["name"] ?? ""));
    },
    close: (name) => filter.close(name),
    text: () => undefined
  });
  if (table) tables.push({ ...(table as Omit<SheetTable, "columns">), columns });
  filters.push(...filter.areas);
}
