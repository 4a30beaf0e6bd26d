import { parseAreaName, type Rect } from "../../workbook";

const AREA = /(?:^|,)\s*(?:(?:'(?:[^']|'')*'|[^'!,]*)!)?(\$?[A-Z]*\$?\d*(?::\$?[A-Z]*\$?\d*)?)(?=,|$)/gi;

/** The areas of an address of Excel's: "'a,b'!A1:B2,'a,b'!C:C". Sheets' names are passed over; null when a part can't be read. */
export function areasOf(address: string): Rect[] | null {
  const rects: Rect[] = [];
  let read = 0;
  for (const match of address.matchAll(AREA)) {
    const rect = parseAreaName(match[1]!.replace(/\$/g, ""));
    if (!rect || match.index !== read) return null;
    rects.push(rect);
    read = match.index + match[0].length;
  }
  return read === address.length && rects.length > 0 ? rects : null;
}
