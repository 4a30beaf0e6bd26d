import { cellName, columnLetters, parseRectName, quoteSheet, rectName, type CellStyle, type Rect, type SheetDescription, type WrittenCell } from "../../../workbook";
import { fitCell } from "../../sheet/cell-text";
import { formulaAt } from "../../sheet/kept-cells";
import { LOOKS, type Border } from "../../../workbook/on-paper/look";
import { rowHeights } from "../../../workbook/on-paper/row-heights";

/** A rectangle of cells that look alike. */
export interface StyleBlock {
  readonly address: string;
  readonly style: CellStyle;
}

/** Rows to be written at once. */
export interface RowBlock {
  /** "A1:W40" */
  readonly address: string;
  readonly formulas: readonly (readonly (string | number | boolean)[])[];
  readonly formats: readonly (readonly string[])[];
}

/** A sheet of ours as Excel wants it: whole matrices instead of single cells. */
export interface SheetLayout {
  /** Our own columns: "A:W". Those behind are the user's. */
  readonly columns: string;
  readonly rows: readonly RowBlock[];
  readonly blocks: readonly StyleBlock[];
  /** Areas with rules of one kind, which tables have in common whatever their cells look like. */
  readonly rules: readonly { readonly address: string; readonly border: Border }[];
  /** The user's own cells behind our columns whose row has moved, and the places that they have left. */
  readonly moved: readonly { readonly cell: string; readonly content: string | number | boolean; readonly format: string }[];
  readonly vacated: readonly string[];
  readonly links: readonly { readonly cell: string; readonly target: string; readonly text: string }[];
  /** Joined areas; in those across, each row is joined by itself. */
  readonly merges: readonly { readonly address: string; readonly across: boolean }[];
  /** Rows of one height, "5:12", in points. */
  readonly heights: readonly { readonly rows: string; readonly height: number }[];
}

/** Microsoft's client cuts what is set at once into pieces where it is more cells; pieces of ours need nothing but plain ranges. */
const MOST_CELLS = 1500;

/** The block in pieces of whole rows that Excel sets as one. */
export function piecesOf({ address, formulas, formats }: RowBlock): RowBlock[] {
  const { top, left, right } = parseRectName(address)!;
  const rows = Math.max(1, Math.floor(MOST_CELLS / (right - left + 1)));
  return Array.from({ length: Math.ceil(formulas.length / rows) }, (_, index) => {
    const from = index * rows;
    const some = formulas.slice(from, from + rows);
    return { address: rectName({ top: top + from, left, bottom: top + from + some.length - 1, right }), formulas: some, formats: formats.slice(from, from + rows) };
  });
}

/** Excel on the web takes 5 MB in one request. */
const MOST_CHARACTERS = 900_000;

/**
 * `former`: the area of an earlier sheet. What is left of it in our columns is written over; in all columns, where it has others.
 */
export function layOut(sheet: SheetDescription, former: Pick<Rect, "bottom" | "right"> | null = null): SheetLayout {
  const formerRows = former?.bottom ?? 0;
  const own = Math.max(1, sheet.columnWidths.length, sheet.hasOtherColumns ? former?.right ?? 0 : 0);
  const width = Math.max(own, ...sheet.rows.map((row) => row.reduce((last, cell, index) => (cell && !cell.kept ? index + 1 : last), 0)));
  const links: { cell: string; target: string; text: string }[] = [];
  sheet.rows.forEach((row, top) => row.forEach((cell, left) => {
    if (cell?.link) {
      const { sheet: name, row: linkRow, column } = cell.link;
      links.push({ cell: cellName(top + 1, left + 1), target: `${quoteSheet(name)}!${cellName(linkRow, column)}`, text: String(cell.value ?? "") });
    }
  }));
  return {
    columns: `A:${columnLetters(own)}`,
    rows: rowBlocks([...sheet.rows, ...Array.from({ length: formerRows - sheet.rows.length }, () => [])], width),
    blocks: blocksBy(sheet.rows, width, styleOf).map(({ address, key }) => ({ address, style: key })),
    rules: blocksBy(sheet.rows, width, (cell) => LOOKS[styleOf(cell) ?? "plain"].border ?? null).map(({ address, key }) => ({ address, border: key })),
    ...movesOf(sheet.rows, width),
    links,
    merges: mergeBlocks(sheet.merges),
    heights: heightBlocks(sheet)
  };
}

/** Cells of the user's own that stay where they are are not touched. */
function movesOf(rows: SheetDescription["rows"], width: number): Pick<SheetLayout, "moved" | "vacated"> {
  const moved: SheetLayout["moved"][number][] = [];
  const taken = new Set<string>();
  const left: { row: number; column: number }[] = [];
  rows.forEach((row, top) => row.forEach((cell, index) => {
    if (!cell?.kept || index < width) return;
    const name = cellName(top + 1, index + 1);
    taken.add(name);
    if (cell.kept.row === top + 1 && cell.kept.column === index + 1) return;
    moved.push({ cell: name, content: contentOf(cell, top + 1, index + 1), format: formatOf(cell) });
    left.push(cell.kept);
  }));
  return { moved, vacated: left.filter(({ column }) => column > width).map(({ row, column }) => cellName(row, column)).filter((name) => !taken.has(name)) };
}

/** As many rows together as one request may carry; at least one block, so that an empty sheet is written, too. */
function rowBlocks(rows: SheetDescription["rows"], width: number): RowBlock[] {
  const blocks: RowBlock[] = [];
  const columns = Array.from({ length: width }, (_, index) => index);
  let top = 0;
  do {
    let bottom = top;
    for (let size = 0; bottom < rows.length && (bottom === top || size < MOST_CHARACTERS); bottom++) size += sizeOf(rows[bottom]!, width);
    bottom = Math.max(bottom, top + 1);
    const part = rows.slice(top, bottom);
    blocks.push({
      address: rectName({ top: top + 1, left: 1, bottom, right: width }),
      formulas: (part.length ? part : [[]]).map((row, index) => columns.map((column) => contentOf(row[column] ?? null, top + index + 1, column + 1))),
      formats: (part.length ? part : [[]]).map((row) => columns.map((column) => formatOf(row[column] ?? null)))
    });
    top = bottom;
  } while (top < rows.length);
  return blocks;
}

function sizeOf(row: readonly (WrittenCell | null)[], width: number): number {
  return row.reduce((size, cell) => size + String(cell?.formula ?? cell?.value ?? "").length, width * 14);
}

/** What is written into the cell. A text never becomes a formula, a date or a number: it carries a quote. */
export function contentOf(cell: WrittenCell | null, row: number, column: number): string | number | boolean {
  if (!cell) return "";
  return formulaAt(cell, row, column) ?? asText(cell.value);
}

export function asText(value: WrittenCell["value"]): string | number | boolean {
  if (value === null || value === "") return "";
  return typeof value === "string" ? `'${fitCell(value)}` : value;
}

/** The number format of a cell, as either host writes it but for texts, which Excel must not take for anything else. */
function formatOf(cell: WrittenCell | null): string {
  if (!cell) return "General";
  if (typeof cell.value === "string" && !cell.formula && !cell.kept) return "@";
  return cell.format ?? (cell.style && LOOKS[cell.style].format) ?? "General";
}

function styleOf(cell: WrittenCell | null): CellStyle | null {
  return !cell || cell.kept ? null : cell.style ?? (cell.link ? "link" : null);
}

/** Joins cells that are alike, first along a row, then rows that agree, so that each block is formatted once. */
function blocksBy<T extends string>(rows: SheetDescription["rows"], width: number, keyOf: (cell: WrittenCell | null) => T | null): { key: T; address: string }[] {
  const blocks: { key: T; address: string }[] = [];
  let open: { key: T; left: number; right: number; top: number }[] = [];
  for (let index = 0; index <= rows.length; index++) {
    const runs = index < rows.length ? runsBy(rows[index]!, width, keyOf) : [];
    const next: typeof open = [];
    for (const block of open) {
      const same = runs.findIndex((run) => run.key === block.key && run.left === block.left && run.right === block.right);
      if (same >= 0) {
        runs.splice(same, 1);
        next.push(block);
      } else {
        blocks.push({ key: block.key, address: rectName({ top: block.top, left: block.left, bottom: index, right: block.right }) });
      }
    }
    open = [...next, ...runs.map((run) => ({ ...run, top: index + 1 }))];
  }
  return blocks;
}

function runsBy<T extends string>(row: readonly (WrittenCell | null)[], width: number, keyOf: (cell: WrittenCell | null) => T | null) {
  const runs: { key: T; left: number; right: number }[] = [];
  for (let column = 1; column <= width; column++) {
    const key = keyOf(row[column - 1] ?? null);
    if (key === null) continue;
    const last = runs.at(-1);
    if (last && last.key === key && last.right === column - 1) last.right = column;
    else runs.push({ key, left: column, right: column });
  }
  return runs;
}

/** Areas of the same columns in rows that follow one another, which Excel joins row by row in one call. */
function mergeBlocks(names: readonly string[]): SheetLayout["merges"] {
  const open = new Map<string, Rect>();
  const done: Rect[] = [];
  const high: Rect[] = [];
  for (const rect of names.map(parseRectName)) {
    if (!rect) continue;
    const key = `${rect.left}:${rect.right}`;
    const above = open.get(key);
    if (rect.top !== rect.bottom) high.push(rect);
    else if (above && above.bottom === rect.top - 1) open.set(key, { ...above, bottom: rect.bottom });
    else {
      if (above) done.push(above);
      open.set(key, rect);
    }
  }
  return [
    ...[...done, ...open.values()].map((rect) => ({ address: rectName(rect), across: true })),
    ...high.map((rect) => ({ address: rectName(rect), across: false }))
  ];
}

function heightBlocks(sheet: SheetDescription): { rows: string; height: number }[] {
  const blocks: { top: number; bottom: number; height: number }[] = [];
  for (const [row, height] of [...rowHeights(sheet)].sort(([a], [b]) => a - b)) {
    const last = blocks.at(-1);
    if (last && last.height === height && last.bottom === row - 1) last.bottom = row;
    else blocks.push({ top: row, bottom: row, height });
  }
  return blocks.map(({ top, bottom, height }) => ({ rows: `${top}:${bottom}`, height }));
}
