import { cellName, quoteSheet, rectName, type CellStyle, type SheetDescription, type WrittenCell } from "../../workbook";

/** A rectangle of cells that look alike. */
export interface StyleBlock {
  readonly address: string;
  readonly style: CellStyle;
}

/** A sheet of ours as Excel wants it: whole matrices instead of single cells. */
export interface SheetLayout {
  /** "A1:I40" */
  readonly address: string;
  readonly formulas: readonly (readonly (string | number | boolean)[])[];
  readonly formats: readonly (readonly string[])[];
  readonly blocks: readonly StyleBlock[];
  readonly links: readonly { readonly cell: string; readonly target: string }[];
}

const STYLE_FORMATS: Readonly<Partial<Record<CellStyle, string>>> = { percent: "0.00%" };

export function layOut(sheet: SheetDescription): SheetLayout {
  const width = Math.max(1, sheet.columnWidths.length, ...sheet.rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, index) => index);
  const links: { cell: string; target: string }[] = [];
  sheet.rows.forEach((row, top) => row.forEach((cell, left) => {
    if (cell?.link) {
      const { sheet: name, row: linkRow, column } = cell.link;
      links.push({ cell: cellName(top + 1, left + 1), target: `${quoteSheet(name)}!${cellName(linkRow, column)}` });
    }
  }));
  return {
    address: rectName({ top: 1, left: 1, bottom: Math.max(1, sheet.rows.length), right: width }),
    formulas: sheet.rows.map((row) => columns.map((column) => contentOf(row[column] ?? null))),
    formats: sheet.rows.map((row) => columns.map((column) => formatOf(row[column] ?? null))),
    blocks: styleBlocks(sheet.rows, width),
    links
  };
}

/** What is written into the cell. A text never becomes a formula, a date or a number: it carries a quote. */
export function contentOf(cell: WrittenCell | null): string | number | boolean {
  if (!cell) return "";
  return cell.formula ?? asText(cell.value);
}

export function asText(value: WrittenCell["value"]): string | number | boolean {
  if (value === null || value === "") return "";
  return typeof value === "string" ? `'${value}` : value;
}

function formatOf(cell: WrittenCell | null): string {
  if (!cell) return "General";
  if (cell.format) return cell.format;
  if (typeof cell.value === "string" && !cell.formula) return "@";
  return (cell.style && STYLE_FORMATS[cell.style]) ?? "General";
}

/** Joins cells of one style, first along a row, then rows that agree, so that each block is formatted once. */
function styleBlocks(rows: SheetDescription["rows"], width: number): StyleBlock[] {
  const blocks: StyleBlock[] = [];
  let open: { style: CellStyle; left: number; right: number; top: number }[] = [];
  for (let index = 0; index <= rows.length; index++) {
    const runs = index < rows.length ? styleRuns(rows[index]!, width) : [];
    const next: typeof open = [];
    for (const block of open) {
      const same = runs.findIndex((run) => run.style === block.style && run.left === block.left && run.right === block.right);
      if (same >= 0) {
        runs.splice(same, 1);
        next.push(block);
      } else {
        blocks.push({ style: block.style, address: rectName({ top: block.top, left: block.left, bottom: index, right: block.right }) });
      }
    }
    open = [...next, ...runs.map((run) => ({ ...run, top: index + 1 }))];
  }
  return blocks;
}

function styleRuns(row: readonly (WrittenCell | null)[], width: number) {
  const runs: { style: CellStyle; left: number; right: number }[] = [];
  for (let column = 1; column <= width; column++) {
    const style = row[column - 1]?.style ?? null;
    if (!style || style === "plain") continue;
    const last = runs.at(-1);
    if (last && last.style === style && last.right === column - 1) last.right = column;
    else runs.push({ style, left: column, right: column });
  }
  return runs;
}
