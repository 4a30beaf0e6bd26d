import { cellKey, columnLetters, columnNumber, keyToRowColumn, Sheet, type Cell, type CellAddress, type Rect } from "../../workbook";
import { headText } from "../reading";
import { titleFor, type Title } from "../titles";
import { ROWS_OF_REMARKS } from "./limits";
import { markKindOf } from "./month-heads";
import { isRetentionLabel } from "./rows";
import { retentionIn } from "./retention";
import type { Roster } from "./types";

/** A larger sheet is no roster of a station's. */
const MOST_CELLS = 4000;
/** So many months below each other. */
const FEWEST_MONTHS = 3;
const MONTH = /^(?:\d{2,4}[年.\-/])?(?:1[0-2]|0?[1-9])月份?(?:\(.*\))?$|^\d{4}[.\-/](?:1[0-2]|0?[1-9])$/;

/** Months below each other in one column, a head of names, and words of attendance. */
export function mayLieOnItsSide(sheet: Sheet): boolean {
  if (sheet.cells.size > MOST_CELLS || sheet.marker !== null) return false;
  const texts = sheet.texts().map(({ row, column }) => ({ column, text: headText(sheet, row, column) }));
  const months = new Map<number, number>();
  for (const { column, text } of texts) if (MONTH.test(text)) months.set(column, (months.get(column) ?? 0) + 1);
  return [...months.values()].some((count) => count >= FEWEST_MONTHS) && texts.some(({ text }) => /^姓名|名单$/.test(text)) && texts.some(({ text }) => /到岗|在岗|到位|出勤|社保|持证/.test(text));
}

/** The sheet with rows and columns changed over: what stood in C2 stands in B3. Formulas name their cells there; those of other sheets stay. */
export function turnedSheet(sheet: Sheet): Sheet {
  const cells = [...sheet.cells].map(([key, cell]): [number, Cell] => {
    const { row, column } = keyToRowColumn(key);
    const { value, format, text, look } = cell;
    return [cellKey(column, row), { value, format, text, formula: cell.formula === null ? null : turnedFormula(cell.formula), ...(look && { look }) }];
  });
  return new Sheet({
    name: sheet.name, visibility: sheet.visibility, cells: new Map(cells.sort(([a], [b]) => a - b)), merges: sheet.merges.map(turnedRect),
    hiddenRows: sheet.hiddenColumns, hiddenColumns: sheet.hiddenRows, marker: sheet.marker
  });
}

/** =COUNTIF(C7:J7,"√") → =COUNTIF(G3:G10,"√"). */
function turnedFormula(formula: string): string {
  return formula.replace(/("[^"]*")|(?<![A-Za-z0-9_.!'$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\d(A-Za-z_!])/g, (all, text: string | undefined, a: string, letters: string, b: string, row: string) =>
    text !== undefined ? all : `${b}${columnLetters(Number(row))}${a}${columnNumber(letters)}`);
}

function turnedRect({ top, left, bottom, right }: Rect): Rect {
  return { top: left, left: top, bottom: right, right: bottom };
}

/** A roster that was found on the turned sheet, as it stands on the sheet itself: its addresses and formulas are the sheet's. */
export function turnedBack(roster: Roster, sheet: Sheet, titles: readonly Title[]): Roster {
  const back = backOn(roster, sheet) as Roster;
  const found = turnedRect(roster.rect);
  const retention = retentionOf(sheet, found);
  const rect = { ...found, bottom: Math.max(found.bottom, retention.retentionLabelAt?.row ?? 0) };
  return { ...back, turned: true, rect, ...titleFor(sheet, titles, rect), ...retention };
}

/** 人员到位, 社保购买, 工资发放 beside each other where persons should stand: a list of months, or a card of one person, whose columns are kinds of marks. */
export function hasColumnsOfMarks({ rect, persons }: Roster, sheet: Sheet): boolean {
  for (let row = rect.top; row <= rect.bottom; row++) {
    const kinds = new Set(persons.flatMap(({ nameAt }) => markKindOf(headText(sheet, row, nameAt.column)) ?? []));
    if (kinds.size > 1) return true;
  }
  return false;
}

/** Every address changed over; what was read of a cell has the cell's own formula. */
function backOn(value: unknown, sheet: Sheet): unknown {
  if (Array.isArray(value)) return value.map((one) => backOn(one, sheet));
  if (typeof value !== "object" || value === null) return value;
  if (isAddress(value)) return { sheet: value.sheet, row: value.column, column: value.row };
  const fields = Object.entries(value).map(([key, field]) => [key, backOn(field, sheet)] as const);
  const made = Object.fromEntries(fields) as { at?: CellAddress; formula?: string | null };
  return made.at && "formula" in made ? { ...made, formula: sheet.cell(made.at.row, made.at.column)?.formula ?? null } : made;
}

function isAddress(value: object): value is CellAddress {
  return "sheet" in value && "row" in value && "column" in value && Object.keys(value).length === 3;
}

/** 稳岗率 stands in a row of its own at the foot, as in any roster. */
function retentionOf(sheet: Sheet, { top, left, bottom, right }: Rect): Pick<Roster, "retention" | "retentionLabelAt"> {
  for (let row = top; row <= bottom + ROWS_OF_REMARKS; row++) {
    if (sheet.extent(row, left).top !== row || !isRetentionLabel(headText(sheet, row, left))) continue;
    return { retention: retentionIn(sheet, { row, labelColumn: left }, right, left + 1), retentionLabelAt: { sheet: sheet.name, row, column: left } };
  }
  return { retention: null, retentionLabelAt: null };
}
