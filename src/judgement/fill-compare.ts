import { readsOf } from "../formulas";
import { isTotalLabel } from "../tables/indicators/heads";
import { headText } from "../tables/reading";
import { rowsNamed } from "../tables/roster/cells";
import type { Reading } from "../tables/types";
import { roundHalfUp, sameNumber } from "../values/numbers";
import { normalise, writtenDecimals } from "../values/text";
import { columnNumber, findSheet, rectName, type CellAddress, type Sheet, type Workbook } from "../workbook";

/** So many different texts are answers (达标, 未达标); more are remarks. */
const ANSWERS = 4;
/** Functions that find nothing where a row has no entries elsewhere: what is typed there instead contradicts nothing. */
const LOOKS_FOR = /\b(?:SUMIFS?|COUNTIFS?|SUMPRODUCT|AVERAGEIFS?|[VHX]?LOOKUP|INDEX|FILTER)\(/i;

/** Whether the cell shows what the formula of its neighbours gives; null where the two cannot be compared or the cell means something else. */
export function comparedFill(workbook: Workbook, sheet: Sheet, reading: Reading, gives: number | string, formula: string, models: readonly CellAddress[]): boolean | null {
  const typed = reading.formula === null || !/[A-Z$]\$?\d/i.test(reading.formula);
  if (!typed && (plain(reading.formula!) === plain(formula) || !isSlip(workbook, reading, formula, isTotalRow(sheet, reading.at)) && !hasOtherFactor(sheet, reading, formula))) return null;
  // Where the others' way reads nothing but blank cells here, or would count numbers as they count texts, the cell's own is meant.
  if (!typed && (readsOnlyBlanks(workbook, formula, reading.at) || addsWhatOthersCount(workbook, reading, formula))) return null;
  // What a row of totals goes on from above says nothing where its own row does the same (总计 of the last 小计 as well).
  const alongRow = models.some(({ row }) => row === reading.at.row);
  if (isTotalRow(sheet, reading.at) && ((!alongRow && rowsNamed(formula).some((row) => row === reading.at.row - 1)) || (!typed && readsOwnRow(reading)))) return null;
  if (typeof gives === "string") {
    const answers = new Set(models.map(({ row, column }) => sheet.cell(row, column)!.text));
    if (reading.kind !== "text" || answers.size > ANSWERS || !(answers.has(reading.text) || isOneOf(reading.text, formula))) return null;
    return normalise(reading.text) === normalise(gives);
  }
  if (reading.number === null || reading.textual || (typed && readsBlank(workbook, formula, reading.at))) return null;
  // A register without an entry for this row says nothing of a number that was typed instead, nor does a link to a blank cell.
  if (typed && gives === 0 && (LOOKS_FOR.test(formula) || /^=[^-+*/(]*$/.test(formula))) return null;
  const decimals = Math.min(12, writtenDecimals(normalise(reading.text)) + (/[%％]/.test(reading.text) ? 2 : 0));
  // A term that is nothing in this row may be left out.
  if (!typed && sameNumber(reading.number, gives) && changesTerms(reading.formula!, formula)) return null;
  return sameNumber(reading.number, gives) || (typed && sameNumber(roundHalfUp(reading.number, decimals), roundHalfUp(gives, decimals)));
}

/** The formula without what only says how it is copied: =D9/$D$8 and =D9/D8 read the same. */
function plain(formula: string): string {
  return formula.replace(/[$\s]/g, "").toUpperCase();
}

/** 本期合计 under running balances goes on from no row above it. */
function isTotalRow(sheet: Sheet, { row, column }: CellAddress): boolean {
  const labels = sheet.columns(row).filter((other) => other < column).map((other) => headText(sheet, row, other));
  return labels.some((label) => isTotalLabel(label) || /[合小总共]计$/.test(label));
}

/** What a row of totals computes of its own cells may be of others than in the rows above (合计 has a weighted 完成率). */
function readsOwnRow({ formula, at }: Reading): boolean {
  const rows = rowsNamed(formula!.replace(/\$[A-Z]{1,3}\$\d+/gi, ""));
  return rows.length > 0 && rows.every((row) => row === at.row);
}

/** It names a cell that is blank or a head: the first of a running sum stands where its formula would have nothing to go on from. */
function readsBlank(workbook: Workbook, formula: string, at: CellAddress): boolean {
  return readsOf(formula, at, workbook)?.ranges.some(({ sheet, rect }) => {
    if (rect.top !== rect.bottom || rect.left !== rect.right) return false;
    const value = findSheet(workbook, sheet)?.cell(rect.top, rect.left)?.value ?? null;
    return value === null || (sheet === at.sheet && rect.left === at.column && typeof value === "string");
  }) ?? true;
}

function readsOnlyBlanks(workbook: Workbook, formula: string, at: CellAddress): boolean {
  const ranges = readsOf(formula, at, workbook)?.ranges ?? [];
  return ranges.length > 0 && ranges.every(({ sheet, rect }) => rect.top === rect.bottom && rect.left === rect.right && (findSheet(workbook, sheet)?.cell(rect.top, rect.left)?.value ?? null) === null);
}

/** =SUM(H3:H6) beside =COUNTA(G3:G6): the corner adds up what is counted beside it. */
function addsWhatOthersCount(workbook: Workbook, { formula, at }: Reading, expected: string): boolean {
  if (!/^=SUM\(/i.test(formula!) || !/^=COUNT/i.test(expected)) return false;
  const ranges = readsOf(formula!, at, workbook)?.ranges ?? [];
  return ranges.length > 0 && ranges.every(({ sheet, rect }) => {
    const own = findSheet(workbook, sheet);
    return own !== null && own !== undefined && [rect.top, rect.bottom].every((row) => [rect.left, rect.right].every((column) => own.cell(row, column)?.formula != null));
  });
}

/** A text that the formula itself may give. */
function isOneOf(text: string, formula: string): boolean {
  return formula.includes(`"${text}"`);
}

/** The same functions and operators over other cells, other operators over the same cells, or a typed number besides: meant to be the same, and not. Anything else (another limit, too) means something else. */
export function isSlip(workbook: Workbook, { formula, at }: Pick<Reading, "formula" | "at">, expected: string, isTotal: boolean): boolean {
  if (skeleton(formula!) === skeleton(expected) || leavesOut(formula!, expected, isTotal) || addsNumber(formula!, expected) || changesTerms(formula!, expected)) return true;
  const reads = (text: string): string | null => {
    const found = readsOf(text, at, workbook);
    return found && [...found.ranges.map(({ sheet, rect }) => `${sheet}!${rectName(rect)}`), ...found.constants.map(String)].sort().join();
  };
  return reads(formula!) !== null && reads(formula!) === reads(expected);
}

/** =C10*5 among =C3*6 below 6个月目标: the head says which number it is. */
function hasOtherFactor(sheet: Sheet, { formula, at }: Reading, expected: string): boolean {
  const [own, usual] = [formula!, expected].map((text) => [...text.replace(REFERENCE, "#").matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => number));
  const differing = own!.flatMap((number, i) => (number === usual![i] ? [] : [[number, usual![i]!] as const]));
  if (plain(formula!.replace(REFERENCE, "#")).replace(/\d+(?:\.\d+)?/g, "0") !== plain(expected.replace(REFERENCE, "#")).replace(/\d+(?:\.\d+)?/g, "0") || differing.length !== 1) return false;
  const heads = Array.from({ length: at.row - 1 }, (_, i) => headText(sheet, i + 1, at.column)).flatMap((text) => text.match(/\d+(?:\.\d+)?/g) ?? []);
  return heads.includes(differing[0]![1]) && !heads.includes(differing[0]![0]);
}

/** In a row of totals a sum of cells, each named, that adds fewer of them than its row does. */
export function isShortTotal(sheet: Sheet, at: CellAddress, formula: string, expected: string): boolean {
  return isTotalRow(sheet, at) && leavesOut(formula, expected, true);
}

/** A sum of cells, each named, that adds fewer of those that it should, or one of them twice; in a row of totals it may be one alone. */
function leavesOut(formula: string, expected: string, isTotal: boolean): boolean {
  const [own, all] = [formula, expected].map((text) => (/^=[^()*/<>&^"-]+$/.test(text) ? text.slice(1).split("+").map((cell) => cell.trim().replace(/\$/g, "")) : []));
  return all!.length > 1 && own!.length > (isTotal ? 0 : 1) && own!.every((cell) => all!.includes(cell));
}

/** The formula itself with a number typed behind it: =E6-B6+1. */
function addsNumber(formula: string, expected: string): boolean {
  return formula.replace(/[-+]\s*\d+(?:\.\d+)?$/, "").replace(/\s+/g, "") === expected.replace(/\s+/g, "") && formula !== expected;
}

/** What is added and taken away with one term too few or too many: =D4+E4-F4 among =D3+E3-F3-G3, =SUM(D5:F5)+H5 among =SUM(D4:F4). */
function changesTerms(formula: string, expected: string): boolean {
  const [own, all] = [formula, expected].map(termsOf);
  if (!own || !all || Math.abs(own.length - all.length) !== 1) return false;
  const [fewer, more] = own.length < all.length ? [own, all] : [all, own];
  return (fewer.length > 1 || /SUM/.test(fewer[0]!)) && fewer.every((term) => more.includes(term)) && new Set(more).size === more.length;
}

/** The signed cells and sums of a formula that only adds and takes away; null for any other. */
function termsOf(formula: string): string[] | null {
  const text = plain(formula).replace(/^=/, "").replace(/^ROUND\((.*),\d+\)$/, "$1");
  const signed = /^[-+]/.test(text) ? text : `+${text}`;
  return /^(?:[-+](?:SUM\([A-Z]{1,3}\d+(?:[:,][A-Z]{1,3}\d+)*\)|[A-Z]{1,3}\d+))+$/.test(signed) ? signed.match(/[-+](?:SUM\([^)]*\)|[A-Z]{1,3}\d+)/g) : null;
}

/** Its own formula with one cell of another row in the place of that of its own row, which holds a number: =B4*C3 among =B3*C3 and =B5*C5. */
export function slipsOneRow(sheet: Sheet, { formula, at }: Pick<Reading, "formula" | "at">, expected: string): boolean {
  if (formula === null || skeleton(formula) !== skeleton(expected)) return false;
  const [own, all] = [cellsNamed(formula), cellsNamed(expected)];
  const differing = own.flatMap((cell, i) => (cell === all[i] ? [] : [[cell, all[i]!] as const]));
  const [pair] = differing;
  if (!pair || differing.length > 1 || own.length < 2) return false;
  const [[, , row], [, column, right]] = pair.map((cell) => /^([A-Z]+)(\d+)$/.exec(cell)!) as [RegExpExecArray, RegExpExecArray];
  return pair[0].replace(/\d+/, "") === column && Number(right) === at.row && Number(row) !== at.row && typeof sheet.cell(at.row, columnNumber(column!))?.value === "number";
}

function cellsNamed(formula: string): readonly string[] {
  return plain(formula).match(REFERENCE) ?? [];
}

const REFERENCE = /\$?[A-Z]{1,3}\$?\d+/gi;
const SHEET = /(?:'(?:[^']|'')+'|[^'"!()+*/,<>=&^\s:-]+)!/g;

function skeleton(formula: string): string {
  return formula.replace(SHEET, "").replace(/\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?/gi, "#").replace(/\s+/g, "").toUpperCase();
}
