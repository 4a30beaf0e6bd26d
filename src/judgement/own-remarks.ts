import { isTotalLabel } from "../tables/indicators/heads";
import { headText } from "../tables/reading";
import { normalise } from "../values/text";
import type { CellAddress, Sheet } from "../workbook";

/** Why a target was not reached says nothing of how the score was computed. */
const NO_REMARK_HEAD = /偏差|改进|措施/;
/** A remark says something; 是 or 在用 in a row does not. */
const SHORTEST = 3;
/** Rows of a table looked at around a cell, and how far left and right of it its remark stands. */
const ROWS_AROUND = 30;
const COLUMNS_AROUND = 30;
/** Of a column of remarks at most that share of rows has one; in a column of states (在用) at least that share has the usual one. */
const FEW = 1 / 3;
const USUAL = 1 / 2;
const REMARK_HEAD = /备注|说明|原因|状态|情况|注释/;
const NOTE = /^(?:备?注|说明|附注|注释|※|\*)/;

/**
 * What a sheet itself says of a cell that is not as the others: the remark of its row (已报废核销, 试用期减半), where most rows have none or the usual one, or a note
 * that names its row, or its column and row (注：4月期末余额已扣…). null without one.
 */
export function remarkOf(sheet: Sheet, at: CellAddress): string | null {
  return (isTotalLabel(labelOf(sheet, at)) ? null : rowRemark(sheet, at)) ?? noteOn(sheet, at);
}

/** The text next before a cell. */
function labelOf(sheet: Sheet, { row, column }: CellAddress): string {
  return sheet.columns(row).filter((each) => each < column).map((each) => textAt(sheet, row, each)).filter((text) => text !== "").pop() ?? "";
}

function rowRemark(sheet: Sheet, { row, column }: CellAddress): string | null {
  const rows = rowsOfTable(sheet, row, column);
  for (const other of sheet.columns(row).filter((each) => each > column && each - column <= COLUMNS_AROUND)) {
    const own = textAt(sheet, row, other);
    const head = headText(sheet, Math.max(1, rows[0]! - 1), other);
    if (own.length < SHORTEST || NO_REMARK_HEAD.test(head)) continue;
    const texts = rows.filter((each) => each !== row).map((each) => textAt(sheet, each, other));
    const filled = texts.filter((text) => text !== "");
    const isRare = (filled.length + 1) / rows.length <= FEW;
    const counts = new Map<string, number>();
    for (const text of filled) counts.set(text, (counts.get(text) ?? 0) + 1);
    const isUnusual = !counts.has(own) && Math.max(0, ...counts.values()) >= rows.length * USUAL;
    if ((isRare && rows.length > 2) || (isUnusual && REMARK_HEAD.test(head))) return String(sheet.cell(row, other)!.value).trim();
  }
  return null;
}

/** The rows around a cell, without a gap, that hold a number in its column. */
function rowsOfTable(sheet: Sheet, row: number, column: number): number[] {
  const holds = (each: number): boolean => each > 0 && typeof sheet.cell(each, column)?.value === "number";
  const rows = [row];
  for (let up = row - 1; up >= row - ROWS_AROUND && holds(up); up--) rows.unshift(up);
  for (let down = row + 1; down <= row + ROWS_AROUND && holds(down); down++) rows.push(down);
  return rows;
}

/** What is typed there, without a formula and no number. */
function textAt(sheet: Sheet, row: number, column: number): string {
  const cell = sheet.cell(row, column);
  return cell && cell.formula === null && typeof cell.value === "string" ? normalise(cell.value) : "";
}

function noteOn(sheet: Sheet, at: CellAddress): string | null {
  const { row, column } = at;
  const label = labelOf(sheet, at);
  let top = row - 1;
  while (top > 0 && textAt(sheet, top, column) === "") top--;
  const head = textAt(sheet, top, column);
  // 服务人数 does not name the column 人数 beside its own.
  const longer = sheet.columns(top).map((each) => textAt(sheet, top, each)).filter((text) => text !== head && text.includes(head));
  const isOnIt = (text: string): boolean => NOTE.test(text) && text.length >= 2 * SHORTEST && !text.includes("=")
    && names(text, label) && (names(longer.reduce((rest, other) => rest.replace(other, ""), text), head) || !isTotalLabel(label));
  return sheet.texts().find(({ value }) => isOnIt(normalise(value)))?.value.trim() ?? null;
}

/** 4月 is not named by 14月, nor by what a head says in brackets. */
function names(text: string, label: string): boolean {
  const word = label.replace(/\(.*?\)/g, "");
  const at = word.length < 2 ? -1 : text.indexOf(word);
  return at >= 0 && !(/^\d/.test(word) && /\d/.test(text[at - 1] ?? ""));
}
