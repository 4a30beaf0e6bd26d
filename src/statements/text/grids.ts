import { numeralValue } from "./numerals";
import { cellKey, type CellAddress, type Sheet } from "../../workbook";

/** A number of any table as it is shown. */
export interface GridCell {
  readonly at: CellAddress;
  /** 54.33% is 54.33. */
  readonly value: number;
  readonly isPercent: boolean;
}

export interface GridRow {
  /** The texts that name the row: 服务态度; 八月 and 邻里夏夜电影节. Remarks are none. */
  readonly labels: readonly string[];
  /** All its texts, by the column. */
  readonly texts: ReadonlyMap<number, string>;
  /** By the column. */
  readonly cells: ReadonlyMap<number, GridCell>;
  /** A row of sums (合计), or of what the other rows make together (全年). */
  readonly isSum: boolean;
}

export interface GridColumn {
  readonly column: number;
  /** Without what stands in brackets: 参与人次. */
  readonly head: string;
  /** The head that spans it and its neighbours, "" without one: 入户探访 over 协议量 · 完成量 · 完成率. */
  readonly group: string;
  /** What its numbers count, where the head says it: 人次, 户; "" where it does not. */
  readonly unit: string;
}

/** Any table with a row of heads over rows of numbers, whatever it is about. */
export interface Grid {
  readonly columns: readonly GridColumn[];
  /** By the column, without what stands in brackets: 参与人次. */
  readonly heads: ReadonlyMap<number, string>;
  /** Without sums. */
  readonly rows: readonly GridRow[];
  readonly sums: readonly GridRow[];
}

const SUM = /^(?:合计|总计|小计|总分|共计|平均分?|合\s*计|综合得分|全年|累计)|小计$|合计$/u;
const NUMBER = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(%?)(?:[个项场次户人名份条支]|人次|户次)?$/u;
const NO_VALUE = /^[-—–/／无]+$/u;
const LONGEST_HEAD = 20;
const FEWEST_ROWS = 3;
const REMARKS = /备注|说明|意见|原因|措施|^注$|^(?:计量)?单位$/u;
const UNIT = /(人次|户次|场次|课时|小时|平方米|万元|元|人|户|名|份|个|支|场|次|节|页|分|条|篇|笔)(?:数|量|总数)?$/u;

/** The tables of a sheet: under each row of heads the rows up to the next. */
export function gridsOf(sheet: Sheet): Grid[] {
  const { used } = sheet;
  if (!used || sheet.marker !== null) return [];
  const grids: Grid[] = [];
  let columns: readonly GridColumn[] = [];
  let rows: GridRow[] = [];
  const close = (): void => {
    const grid = withQuarters(columns, withTargets(rows));
    if (columns.length > 0 && grid.rows.length >= FEWEST_ROWS) grids.push(grid);
    rows = [];
  };
  for (let row = used.top; row <= used.bottom; row++) {
    const texts = textsOf(sheet, row);
    const cells = cellsOf(sheet.name, row, texts);
    const words = [...texts].filter(([column, text]) => !cells.has(column) && !NO_VALUE.test(text));
    const isData = cells.size > 0 || (rows.length > 0 && !words.some(([column]) => rows.some((one) => one.cells.has(column))));
    if (isData) {
      const labels = words.filter(([column, text]) => text.length <= LONGEST_HEAD && !/[，；：。]/u.test(text) && !REMARKS.test(headOf(columns, column))).map(([, text]) => text);
      if (columns.length > 0 && labels.length > 0) rows.push({ labels, texts, cells, isSum: labels.some((label) => SUM.test(label)) });
      continue;
    }
    close();
    columns = words.length >= 2 && words.every(([, text]) => text.length <= LONGEST_HEAD) ? columnsOf(sheet, row, new Map(words)) : [];
  }
  close();
  return grids;
}

/** Under the areas, rows of what was to be done of all, and of its rate, are none of them. */
function withTargets(rows: readonly GridRow[]): readonly GridRow[] {
  const isOfAll = ({ labels }: GridRow): boolean => /^(?:协议|指标|目标)(?:量|数|要求|值)?$|^完成率$|^百分比$/u.test(labels[0] ?? "");
  return rows.filter((row) => !isOfAll(row) && !row.isSum).length >= FEWEST_ROWS ? rows.map((row) => (isOfAll(row) ? { ...row, isSum: true } : row)) : rows;
}

function headOf(columns: readonly GridColumn[], column: number): string {
  return columns.find((one) => one.column === column)?.head ?? "";
}

/** What a row shows, without blanks; a merged cell counts in each of its rows. */
function textsOf(sheet: Sheet, row: number): ReadonlyMap<number, string> {
  const { left, right } = sheet.used!;
  const shown = new Map<number, string>();
  for (let column = left; column <= right; column++) {
    const merge = sheet.mergeAt(row, column);
    const at = merge && merge.left === column ? merge.top : row;
    const text = (sheet.cells.get(cellKey(at, column))?.text ?? "").replace(/\s/g, "");
    // A number of several rows is one number.
    if (text !== "" && (at === row || !NUMBER.test(text))) shown.set(column, text);
  }
  return shown;
}

function cellsOf(sheet: string, row: number, texts: ReadonlyMap<number, string>): ReadonlyMap<number, GridCell> {
  return new Map([...texts].flatMap(([column, text]): [number, GridCell][] => {
    const match = NUMBER.exec(text);
    return match ? [[column, { at: { sheet, row, column }, value: Number(match[1]!.replace(/[,+]/g, "")), isPercent: match[2] === "%" }]] : [];
  }));
}

function columnsOf(sheet: Sheet, row: number, texts: ReadonlyMap<number, string>): GridColumn[] {
  return [...texts].map(([column, text]) => {
    const head = text.replace(/（.*?）|\(.*?\)/gu, "");
    const bracket = /[（(](.*?)[）)]/u.exec(text)?.[1] ?? "";
    const merge = row > 1 ? sheet.mergeAt(row - 1, column) : null;
    const over = merge && merge.bottom === row - 1 && merge.right > merge.left ? sheet.cells.get(cellKey(merge.top, merge.left))?.text.replace(/\s/g, "") ?? "" : "";
    return { column, head, group: over.length <= LONGEST_HEAD && over !== text ? over : "", unit: UNIT.exec(bracket)?.[1] ?? UNIT.exec(head)?.[1] ?? "" };
  });
}

const QUARTERS = ["第一季度", "第二季度", "第三季度", "第四季度"];

/** A table, with the quarters that its months make as columns and rows of sums. */
function withQuarters(columns: readonly GridColumn[], all: readonly GridRow[]): Grid {
  const months = new Map(columns.flatMap(({ column, head }): [number, number][] => {
    const month = monthOf(head);
    return month === null ? [] : [[month, column]];
  }));
  const quarters = QUARTERS.flatMap((head, quarter) => {
    const own = [1, 2, 3].map((month) => months.get(quarter * 3 + month));
    return own.every((column) => column !== undefined) ? [{ head, column: -1 - quarter, of: own as number[] }] : [];
  });
  const rows = quarters.length === 0 ? all : all.map((row) => ({ ...row, cells: new Map([...row.cells, ...quarters.flatMap(({ column, of }): [number, GridCell][] => sumOf(of.map((one) => row.cells.get(one)), column))]) }));
  const byMonth = new Map(rows.flatMap((row) => row.labels.flatMap((label) => monthOf(label) ?? []).map((month) => [month, row])));
  const made = QUARTERS.flatMap((label, quarter): GridRow[] => {
    const own = [1, 2, 3].map((month) => byMonth.get(quarter * 3 + month));
    return own.every((row) => row !== undefined) ? [{ labels: [label], texts: new Map(), isSum: true, cells: new Map(columns.flatMap(({ column }) => sumOf(own.map((row) => row!.cells.get(column)), column))) }] : [];
  });
  const added = quarters.map(({ head, column }): GridColumn => ({ head, column, group: "", unit: "" }));
  return { columns: [...columns, ...added], heads: new Map(columns.map(({ column, head }) => [column, head])), rows: rows.filter(({ isSum }) => !isSum), sums: [...rows.filter(({ isSum }) => isSum), ...made] };
}

/** 7月, 七月, 2024年7月 → 7; null for what is no month. */
function monthOf(text: string): number | null {
  const match = /^(?:\d{4}年)?(?:(\d{1,2})|([一二三四五六七八九十]{1,2}))月份?$/u.exec(text);
  return match ? (match[1] !== undefined ? Number(match[1]) : numeralValue(match[2]!)) : null;
}

function sumOf(cells: readonly (GridCell | undefined)[], column: number): [number, GridCell][] {
  if (cells.some((cell) => cell === undefined || cell.isPercent)) return [];
  return [[column, { at: cells[0]!.at, value: Number(cells.reduce((sum, cell) => sum + cell!.value, 0).toPrecision(12)), isPercent: false }]];
}
