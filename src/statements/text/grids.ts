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
const REMARKS = /备注|说明|意见|原因|措施|^注$/u;
const UNIT = /(人次|户次|场次|课时|小时|平方米|元|人|户|名|份|个|支|场|次|节|页|分|条|篇|笔)(?:数|量|总数)?$/u;

/** The tables of a sheet: under each row of heads the rows up to the next. */
export function gridsOf(sheet: Sheet): Grid[] {
  const { used } = sheet;
  if (!used || sheet.marker !== null) return [];
  const grids: Grid[] = [];
  let columns: readonly GridColumn[] = [];
  let rows: GridRow[] = [];
  const close = (): void => {
    const own = rows.filter(({ isSum }) => !isSum);
    if (columns.length > 0 && own.length >= FEWEST_ROWS) grids.push({ columns, heads: new Map(columns.map(({ column, head }) => [column, head])), rows: own, sums: rows.filter(({ isSum }) => isSum) });
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
