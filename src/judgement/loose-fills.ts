import { moveFormula, relativeForm, shapeOf } from "../formulas";
import { readCell } from "../tables/reading";
import { allTables, isOfStationsWorkbook, isStations, type Tables } from "../tables/tables";
import { cellKey, isError, keyToRowColumn, rectContains, type CellAddress, type Rect, type Sheet, type Workbook } from "../workbook";
import type { Arithmetic } from "./arithmetic";
import { comparedFill, isShortTotal, slipsOneRow } from "./fill-compare";
import type { OddFill } from "./fills";

/** So many cells of one line hold the same formula around the odd one; more where it stands at their end. */
const AROUND = 3;
const BEFORE_END = 4;
/** Between so many it is enough that one of its cells is of another row. */
const AROUND_A_SLIP = 2;
/** How far other columns of a row are looked at. */
const ROW_REACH = 8;
const LONGEST_ANSWER = 6;
/** A sheet with more cells is data. */
const MOST_CELLS = 6000;
/** Of a formula's cells at most that share more may be odd. */
const OTHERS = 1 / 3;

type Place = { readonly row: number; readonly column: number };

/**
 * The same outside the tables that were read, on the sheets beside them (person-months by month, a comparison of years): a formula that alone is another
 * between cells of its row or column that hold the same, with the same functions over other cells; nothing else is said there.
 */
export function looseFills(workbook: Workbook, tables: Tables, arithmetic: Arithmetic): OddFill[] {
  if (!isStations(tables)) return [];
  return workbook.sheets.filter(({ visibility, marker, cells }) => visibility === "visible" && marker === null && cells.size <= MOST_CELLS).filter((sheet) => isOfStationsWorkbook(sheet, tables)).flatMap((sheet) => {
    const taken = allTables(tables).filter((table) => table.sheet === sheet.name && table.kind !== "roster").map(({ rect }) => rect);
    return oddOn(workbook, sheet, taken, arithmetic);
  });
}

function oddOn(workbook: Workbook, sheet: Sheet, taken: readonly Rect[], arithmetic: Arithmetic): OddFill[] {
  const shapes = new Map<number, number>();
  const byShape = new Map<number, Place[]>();
  for (const { key, formula } of sheet.shownFormulas()) {
    const place = keyToRowColumn(key);
    if (!isFree(sheet, place, taken, arithmetic)) continue;
    const shape = shapeOf(formula, place.row, place.column);
    shapes.set(key, shape);
    byShape.set(shape, [...(byShape.get(shape) ?? []), place]);
  }
  const shapeAt = ({ row, column }: Place): number | undefined => shapes.get(cellKey(row, column));
  const isAlone = (place: Place): boolean => {
    const shape = shapeAt(place);
    return shape === undefined ? isTyped(sheet, place) : byShape.get(shape)!.length === 1;
  };
  return [...byShape].flatMap(([shape, places]) => {
    if (places.length < AROUND_A_SLIP || !readsCells(sheet, places[0]!)) return [];
    const odd = ([[1, 0], [0, 1]] as const).flatMap(([down, across]) => {
      const lines = new Map<number, Place[]>();
      for (const place of places) lines.set(down ? place.column : place.row, [...(lines.get(down ? place.column : place.row) ?? []), place]);
      return [...lines.values()].flatMap((line) => neighbours(line, down, across).filter((place) => shapeAt(place) !== shape && isAlone(place)).flatMap((place): OddFill[] => {
        const beside = [1, -1].filter((step) => shapeAt({ row: place.row + step * down, column: place.column + step * across }) === shape).length;
        const isNumber = isConstant(sheet, place) && typeof sheet.cell(place.row, place.column)!.value === "number";
        const slipped = line.length >= AROUND_A_SLIP && (beside === 2 || line.length >= AROUND) && slipsOneRow(sheet, { formula: sheet.cell(place.row, place.column)!.formula, at: { sheet: sheet.name, ...place } }, movedTo(sheet, line[0]!, place) ?? "");
        if (isNumber && down === 1 && isOwnKind(place, shapeAt)) return [];
        const enough = slipped || (beside === 2 ? line.length >= AROUND : !isNumber && (line.length >= BEFORE_END || (across === 1 && line.length >= AROUND && addsFewer(sheet, place, line[0]!))));
        return enough && isFree(sheet, place, taken, arithmetic) ? oddAt(workbook, sheet, place, line, arithmetic) : [];
      }));
    });
    return odd.length > (odd.length + places.length) * OTHERS ? [] : odd;
  });
}

/** No role says what the cell must hold, no table has it, and its formula is its own. */
function isFree(sheet: Sheet, { row, column }: Place, taken: readonly Rect[], arithmetic: Arithmetic): boolean {
  return arithmetic.at({ sheet: sheet.name, row, column }) === undefined && sheet.arrayAt(row, column) === null && !taken.some((rect) => rectContains(rect, row, column));
}

/** A number, or an answer (是, 达标). */
function isTyped(sheet: Sheet, { row, column }: Place): boolean {
  const value = sheet.cell(row, column)?.value;
  return typeof value === "number" || (typeof value === "string" && value.length <= LONGEST_ANSWER);
}

/** Typed, or a formula that reads no cell (=0). */
function isConstant(sheet: Sheet, { row, column }: Place): boolean {
  const formula = sheet.cell(row, column)?.formula ?? null;
  return formula === null || !/[A-Z$]\$?\d/i.test(formula);
}

/** Another cell of its row is not as those above and below it either: the row is of another kind (困难群众 pay nothing). */
function isOwnKind({ row, column }: Place, shapeAt: (place: Place) => number | undefined): boolean {
  const columns = Array.from({ length: 2 * ROW_REACH + 1 }, (_, i) => column - ROW_REACH + i).filter((each) => each > 0 && each !== column);
  return columns.some((each) => {
    const [above, below] = [shapeAt({ row: row - 1, column: each }), shapeAt({ row: row + 1, column: each })];
    return above !== undefined && above === below && shapeAt({ row, column: each }) !== above;
  });
}

function movedTo(sheet: Sheet, model: Place, place: Place): string | null {
  return moveFormula(sheet.cell(model.row, model.column)!.formula!, { sheet: sheet.name, ...model }, { sheet: sheet.name, ...place });
}

/** 总计 that leaves out a 小计 which its row adds everywhere else. */
function addsFewer(sheet: Sheet, place: Place, model: Place): boolean {
  const [own, usual] = [place, model].map(({ row, column }) => sheet.cell(row, column)?.formula ?? null);
  const expected = own && usual ? movedTo(sheet, model, place) : null;
  return own !== null && own !== undefined && expected !== null && isShortTotal(sheet, { sheet: sheet.name, ...place }, own, expected);
}

function readsCells(sheet: Sheet, { row, column }: Place): boolean {
  return /R.*C/.test(relativeForm(sheet.cell(row, column)!.formula!, { sheet: sheet.name, row, column }) ?? "");
}

/** The cells of the line right before and behind those. */
function neighbours(line: readonly Place[], down: number, across: number): Place[] {
  const found = line.flatMap(({ row, column }) => [1, -1].map((step) => ({ row: row + step * down, column: column + step * across })));
  return [...new Map(found.filter(({ row, column }) => row > 0 && column > 0).map((place) => [cellKey(place.row, place.column), place])).values()];
}

function oddAt(workbook: Workbook, sheet: Sheet, { row, column }: Place, line: readonly Place[], { evaluator }: Arithmetic): OddFill[] {
  const reading = readCell(sheet, row, column);
  if (reading.at.row !== row || reading.at.column !== column) return [];
  const distance = (place: Place): number => Math.abs(place.row - row) + Math.abs(place.column - column);
  const models: CellAddress[] = [...line].sort((a, b) => distance(a) - distance(b)).map((place) => ({ sheet: sheet.name, ...place }));
  const formula = moveFormula(sheet.cell(models[0]!.row, models[0]!.column)!.formula!, models[0]!, reading.at);
  if (formula === null || formula.includes("#REF!") || (reading.formula !== null && !sameDirection(reading.formula, formula))) return [];
  // Who was there all the time has 从业2年以上 =L5, who was not a typed 0: a copy is no calculation, and where links lead is told by themselves.
  if (COPY.test(formula)) return [];
  const outcome = evaluator.evaluate(formula, reading.at);
  if (outcome.state !== "known" || outcome.volatile || isError(outcome.value)) return [];
  const gives = outcome.value;
  if (typeof gives !== "number" && typeof gives !== "string") return [];
  const agrees = comparedFill(workbook, sheet, reading, gives, formula, models);
  return agrees === null ? [] : [{ reading, formula, gives, models, agrees, table: "workbook" }];
}

const COPY = /^=[^-+*/(&^]*$/;
const RANGE = /\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)/gi;

/** Both read down, or both along their rows: a total row under sums of rows means something else. */
function sameDirection(formula: string, expected: string): boolean {
  const directions = (text: string): string => [...text.matchAll(RANGE)].map(([, left, top, right, bottom]) => `${left!.toUpperCase() === right!.toUpperCase() ? "down" : ""}${top === bottom ? "across" : ""}`).join();
  return directions(formula) === directions(expected);
}
