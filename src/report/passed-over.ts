import { render, say, type Language } from "../messages";
import type { Workbook } from "../workbook";

/** What the host could not read of the workbook, a sentence each. */
export function passedOver({ passedOver: parts = [] }: Workbook, language: Language): string[] {
  return parts.map(({ what, sheet, count, places }) =>
    render(say(`passed-over-${what}`, { sheet, count, places: places.join("、") + (count > places.length ? " …" : "") }), language));
}
