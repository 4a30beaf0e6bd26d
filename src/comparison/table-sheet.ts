import { columnLetters, type CellStyle, type SheetDescription, type WrittenCell } from "../workbook";

type Value = WrittenCell["value"];

/** The hidden mark of a comparison of ours, which a later one may replace. */
export const COMPARISON_MARKER = "hebiao-comparison";

const HEAD_ROW = 2;

/** A sheet with a title, heads that stay and filter, and rows. */
export function tableSheet(name: string, title: string, heads: readonly string[], body: readonly (readonly WrittenCell[])[], columnWidths: readonly number[]): SheetDescription {
  const last = columnLetters(heads.length);
  return {
    name,
    rows: [[cell(title, "title")], heads.map((head) => cell(head, "head")), ...body],
    columnWidths,
    merges: [`A1:${last}1`],
    frozenRows: HEAD_ROW,
    frozenColumns: 1,
    marker: COMPARISON_MARKER,
    autofilter: `A${HEAD_ROW}:${last}${HEAD_ROW + Math.max(1, body.length)}`,
    print: { orientation: "landscape", titleRows: [HEAD_ROW, HEAD_ROW] }
  };
}

export function cell(value: Value, style: CellStyle, format?: string): WrittenCell {
  return { value, style, ...(format && { format }) };
}

export function text(value: string | null): WrittenCell {
  return cell(value === "" ? null : value, "text");
}

export function number(value: number | null, format?: string): WrittenCell {
  return cell(value, "number", format);
}
