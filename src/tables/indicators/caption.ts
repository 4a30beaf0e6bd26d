import type { Rect, Sheet } from "../../workbook";
import { headText } from "../reading";
import { isTitleText } from "../titles";
import { LONGEST_CAPTION } from "./limits";
import { cleanName } from "./list-rows";

/** The one text in the row right above a table that is no title of the sheet: 「一、电访」 over a small table of that indicator; "" without one. */
export function captionOver(sheet: Sheet, { top, left, right }: Pick<Rect, "top" | "left" | "right">): string {
  const texts = new Set<string>();
  for (let column = left; column <= right; column++) texts.add(top > 1 ? headText(sheet, top - 1, column) : "");
  texts.delete("");
  const [only, more] = [...texts];
  if (only === undefined || more !== undefined || isTitleText(only) || only.length > LONGEST_CAPTION || /[。；;]/.test(only)) return "";
  return cleanName(only);
}
