import type { Excerpt, ExcerptCell, ExcerptRow } from "../../src/rules/pages/types";
import { cellName, columnLetters, findSheet, parseCellName, type Sheet, type Workbook } from "../../src/workbook";
import type { ShownPart } from "./example";

/** The shown part of a workbook. `marked` and `formulas` are cells such as "指标!E4". */
export function excerptOf(workbook: Workbook, part: ShownPart, marked: string, formulas: ReadonlySet<string>): Excerpt {
  const sheet = findSheet(workbook, part.sheet);
  if (!sheet) throw new Error(`the example has no sheet ${part.sheet}`);
  const columns = listed(part.columns, (letters) => parseCellName(`${letters}1`)!.column);
  const rows = listed(part.rows, Number);
  return {
    sheet: part.sheet,
    columns: columns.map(columnLetters),
    rows: rows.map((row): ExcerptRow => ({
      row,
      ...(sheet.hiddenRows.has(row) ? { hidden: true as const } : {}),
      cells: columns.map((column) => cellOf(sheet, row, column, { rows, columns, marked, formulas }))
    }))
  };
}

/** The paragraphs of a short report, one of them marked. */
export function textExcerpt(paragraphs: readonly string[], marked: number | null): Excerpt {
  return {
    sheet: "报告正文",
    columns: ["A"],
    rows: paragraphs.map((text, index): ExcerptRow => ({ row: index + 1, cells: [index === marked ? { text, marked: true } : text] }))
  };
}

interface Shown {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly marked: string;
  readonly formulas: ReadonlySet<string>;
}

function cellOf(sheet: Sheet, row: number, column: number, { rows, columns, marked, formulas }: Shown): string | ExcerptCell | null {
  const extent = sheet.extent(row, column);
  const down = rows.filter((one) => one >= extent.top && one <= extent.bottom);
  const across = columns.filter((one) => one >= extent.left && one <= extent.right);
  if (row !== down[0] || column !== across[0]) return null;
  // Of a merged area whose first cell is left out, what is shown shows its text all the same.
  const cell = sheet.cell(extent.top, extent.left);
  const place = `${sheet.name}!${cellName(extent.top, extent.left)}`;
  const more: Omit<ExcerptCell, "text"> = {
    ...(cell?.formula && (place === marked || formulas.has(place)) ? { formula: cell.formula } : {}),
    ...(place === marked ? { marked: true as const } : {}),
    ...(across.length > 1 ? { across: across.length } : {}),
    ...(down.length > 1 ? { down: down.length } : {})
  };
  const text = cell?.text ?? "";
  if (cell?.formula && text === "") throw new Error(`${place} shows nothing of its formula`);
  return Object.keys(more).length === 0 ? text : { text, ...more };
}

/** "2:4,7" → 2, 3, 4, 7 */
function listed(ranges: string, parse: (one: string) => number): number[] {
  return ranges.split(",").flatMap((range) => {
    const [first, last = first] = range.split(":").map(parse) as [number, number?];
    return Array.from({ length: last! - first + 1 }, (_, i) => first + i);
  });
}
