import { readsOf } from "../../formulas";
import type { Arithmetic, Judgement } from "../../judgement/arithmetic";
import { say, type Sentence } from "../../messages";
import { addressKey, type CellAddress, cellName, columnLetters, rectContains, type Workbook } from "../../workbook";

/** More cells than that are not counted one by one. */
const MANY = 2000;

/** Says in the user's words how a wrong formula went wrong. */
export function explainSlip(workbook: Workbook, arithmetic: Arithmetic, judgement: Judgement): Sentence {
  const { meaning, reading, verdict } = judgement;
  const reads = readsOf(reading.formula!, meaning.at, workbook);
  if (reading.formula!.includes("#REF!")) return say("slip-deleted");
  if (!reads) return say("slip-other");
  if (reads.ranges.length === 0) return say("slip-constants");
  if (verdict?.state === "wrong" && verdict.inverted) return say("slip-inverted");
  const cells = cellsRead(reads.ranges);
  if (cells === null) return say("slip-other");
  if (cells.some((cell) => addressKey(cell) === addressKey(meaning.at))) return say("slip-itself");
  if (meaning.role === "rate" && reads.functions.includes("AVERAGE") && cells.some((cell) => arithmetic.at(cell)?.meaning.role === "rate")) {
    return say("slip-mean-of-rates");
  }
  const missing = meaning.inputs.filter((input) => !cells.some((cell) => addressKey(cell) === addressKey(input)));
  const strange = cells.filter((cell) => !meaning.inputs.some((input) => addressKey(cell) === addressKey(input)));
  const fixed = reads.ranges.find((range) => (range.absoluteRow || range.absoluteColumn)
    && strange.some((cell) => cell.sheet === range.sheet && rectContains(range.rect, cell.row, cell.column)));
  if (fixed && missing.length > 0) {
    return say("slip-absolute", {
      read: `${fixed.absoluteColumn ? "$" : ""}${columnLetters(fixed.rect.left)}${fixed.absoluteRow ? "$" : ""}${fixed.rect.top}`, right: nameOf(missing, meaning.at)
    });
  }
  if (missing.length > 0 && strange.length === missing.length && meaning.inputs.length <= 2) {
    return say("slip-wrong-cell", {
      read: nameOf(strange, meaning.at), what: arithmetic.at(strange[0]!) ? arithmetic.at(strange[0]!)!.meaning.label : whereIs(strange[0]!, missing[0]!),
      right: nameOf(missing, meaning.at)
    });
  }
  if (missing.length > 0 && strange.length > 0) return say("slip-misses-and-adds", { missing: nameOf(missing, meaning.at), extra: nameOf(strange, meaning.at) });
  const typed = typedNumbers(reads);
  if (missing.length > 0 && typed !== "") return say("slip-typed-for", { numbers: typed, missing: nameOf(missing, meaning.at) });
  if (missing.length > 0) return say("slip-misses", { missing: nameOf(missing, meaning.at) });
  if (strange.length > 0) return say("slip-adds", { extra: nameOf(strange, meaning.at) });
  const twice = cells.filter((cell, index) => cells.findIndex((other) => addressKey(other) === addressKey(cell)) !== index);
  if (isOff(judgement, 100) && !meaning.inPercent) return say("slip-times-100");
  if (isOff(judgement, 0.01) && meaning.inPercent) return say("slip-not-times-100");
  if (twice.length === 0 && meaning.role !== "rate" && typed !== "") return say("slip-typed-number", { numbers: typed });
  return twice.length > 0 && meaning.role !== "rate" ? say("slip-twice", { cells: nameOf(twice, meaning.at) }) : say(meaning.role === "rate" ? "slip-rate-operation" : "slip-other");
}

/** "3、14": numbers in a formula that only adds, subtracts and divides; "" where they may be anything else. */
function typedNumbers(reads: NonNullable<ReturnType<typeof readsOf>>): string {
  if (reads.functions.some((name) => name !== "SUM")) return "";
  return reads.constants.filter((constant) => typeof constant === "number" && constant !== 0 && constant !== 1).join("、");
}

/** A rate that is right but for that factor. */
function isOff({ meaning, reading, stated }: Judgement, factor: number): boolean {
  return meaning.role === "rate" && typeof stated === "number" && stated !== 0 && reading.number !== null
    && Math.abs(reading.number / stated - factor) < 0.0005 * factor;
}

/** Every cell of the ranges, repeated where ranges overlap; null when there are too many. */
function cellsRead(ranges: NonNullable<ReturnType<typeof readsOf>>["ranges"]): CellAddress[] | null {
  const cells: CellAddress[] = [];
  for (const { sheet, rect } of ranges) {
    if ((rect.bottom - rect.top + 1) * (rect.right - rect.left + 1) > MANY) return null;
    for (let row = rect.top; row <= rect.bottom; row++) {
      for (let column = rect.left; column <= rect.right; column++) cells.push({ sheet, row, column });
    }
  }
  return cells;
}

/** "D5、D6"; with the sheet where it is another one; long lists end in 等. */
function nameOf(cells: readonly CellAddress[], from: CellAddress): string {
  const names = [...new Set(cells.map((cell) => (cell.sheet === from.sheet ? "" : `${cell.sheet}!`) + cellName(cell.row, cell.column)))];
  return names.length > 4 ? `${names.slice(0, 3).join("、")} …（${names.length}）` : names.join("、");
}

function whereIs(read: CellAddress, right: CellAddress): Sentence {
  if (read.sheet !== right.sheet) return say("where-other-sheet");
  if (read.column === right.column) return read.row === right.row - 1 ? say("where-row-above") : read.row === right.row + 1 ? say("where-row-below") : say("where-other-row");
  return read.row === right.row ? say("where-other-column") : say("where-other-cell");
}
