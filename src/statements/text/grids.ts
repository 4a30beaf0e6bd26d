import { cellKey, type CellAddress, type Sheet } from "../../workbook";

/** A number of any table as it is shown. */
export interface GridCell {
  readonly at: CellAddress;
  /** 54.33% is 54.33. */
  readonly value: number;
  readonly isPercent: boolean;
}

export interface GridRow {
  /** The texts of the row: 服务态度; 八月 and 邻里夏夜电影节. */
  readonly labels: readonly string[];
  /** By the column. */
  readonly cells: ReadonlyMap<number, GridCell>;
}

/** Any table with a row of heads over rows of numbers, whatever it is about. */
export interface Grid {
  /** By the column, without what stands in brackets: 参与人次. */
  readonly heads: ReadonlyMap<number, string>;
  /** Without sums. */
  readonly rows: readonly GridRow[];
}

const SUM = /^(?:合计|总计|小计|总分|共计|平均|合\s*计|综合得分|全年|累计)|小计$|合计$/u;
const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(%?)$/u;
const LONGEST_HEAD = 20;
const FEWEST_ROWS = 3;

/** The tables of a sheet: under each row of heads the rows of numbers up to the next that has none. */
export function gridsOf(sheet: Sheet): Grid[] {
  const { used } = sheet;
  if (!used || sheet.marker !== null) return [];
  const shown = (row: number, column: number): string => sheet.cells.get(cellKey(row, column))?.text.replace(/\s/g, "") ?? "";
  const columns = Array.from({ length: used.right - used.left + 1 }, (_, i) => used.left + i);
  const grids: Grid[] = [];
  let heads: ReadonlyMap<number, string> | null = null;
  let rows: GridRow[] = [];
  const close = (): void => {
    if (heads && rows.length >= FEWEST_ROWS) grids.push({ heads, rows });
    rows = [];
  };
  for (let row = used.top; row <= used.bottom + 1; row++) {
    const texts = columns.map((column) => ({ column, text: row > used.bottom ? "" : shown(row, column) })).filter(({ text }) => text !== "");
    const cells = new Map(texts.flatMap(({ column, text }): [number, GridCell][] => {
      const match = NUMBER.exec(text);
      return match ? [[column, { at: { sheet: sheet.name, row, column }, value: Number(text.replace(/[,%+]/g, "")), isPercent: match[1] === "%" }]] : [];
    }));
    if (cells.size > 0) {
      const labels = texts.filter(({ column, text }) => !cells.has(column) && text.length <= LONGEST_HEAD).map(({ text }) => text);
      if (heads && labels.length > 0 && !labels.some((label) => SUM.test(label))) rows.push({ labels, cells });
      continue;
    }
    close();
    heads = texts.length >= 2 && texts.every(({ text }) => text.length <= LONGEST_HEAD) ? new Map(texts.map(({ column, text }) => [column, text.replace(/（.*?）|\(.*?\)/gu, "")])) : null;
  }
  return grids;
}
