import { MAX_COLUMNS, MAX_ROWS, parseRectName, type Rect } from "../../workbook";

const AREA = /(?:^|,)\s*(?:(?:'(?:[^']|'')*'|[^'!,]*)!)?(\$?[A-Z]*\$?\d*(?::\$?[A-Z]*\$?\d*)?)(?=,|$)/gi;

/** The areas of an address of Excel's: "'a,b'!A1:B2,'a,b'!C:C". Sheets' names are passed over; null when a part can't be read. */
export function areasOf(address: string): Rect[] | null {
  const rects: Rect[] = [];
  let read = 0;
  for (const match of address.matchAll(AREA)) {
    const rect = rectOf(match[1]!.replace(/\$/g, ""));
    if (!rect || match.index !== read) return null;
    rects.push(rect);
    read = match.index + match[0].length;
  }
  return read === address.length && rects.length > 0 ? rects : null;
}

/** "A1:B2", "C:D" or "3:5". */
function rectOf(name: string): Rect | null {
  const columns = /^([A-Z]+):([A-Z]+)$/i.exec(name);
  if (columns) return widened(parseRectName(`${columns[1]}1:${columns[2]}1`), "rows");
  const rows = /^(\d+):(\d+)$/.exec(name);
  if (rows) return widened(parseRectName(`A${rows[1]}:A${rows[2]}`), "columns");
  return parseRectName(name);
}

function widened(rect: Rect | null, along: "rows" | "columns"): Rect | null {
  if (!rect) return null;
  return along === "rows" ? { ...rect, top: 1, bottom: MAX_ROWS } : { ...rect, left: 1, right: MAX_COLUMNS };
}
