import { say } from "../../messages";
import { countsNothing, isMeasured } from "../../tables/indicators/conditions";
import { headText } from "../../tables/reading";
import { findSheet, type CellAddress } from "../../workbook";
import { finding, shown } from "../finding";
import type { CheckContext, Rule } from "../rule";
import { cellSubject, indicatorCells, type IndicatorCell } from "../views/indicator-cells";
import { isReadByFormula } from "../views/readers";

/** What a row counts, by the end of its own name: 大型社区活动次数. Months of anything else (投入社工人数) may hold halves. */
const COUNTED = /(?:次|节|场|份|篇)数$|(?:人|户|场)次$/;

/** Counts that are negative, fractional or no numbers at all; 投入社工人数 may be halves (R18). */
export const countValue: Rule = {
  meta: {
    id: "count-value", severity: "error", group: "indicators", title: "count-value-title", basis: ["arithmetic"],
    relations: { ground: "entry", doubts: "cell" }
  },
  *check(context) {
    for (const cell of indicatorCells(context)) {
      const { reading, role } = cell;
      // A total, or a card that repeats one, only passes on what stands elsewhere.
      if (role === "rate" || (cell.total && !isTypedPart(cell)) || (cell.triple && countsNothing(cell.triple)) || context.arithmetic.at(reading.at)?.verdict?.state === "right") continue;
      const number = reading.number;
      const id = number !== null && number < 0 ? (isDifference(reading) || isAdjustment(context, reading.at) ? null : "count-negative")
        : cell.total && !(number !== null && COUNTED.test(cell.row.split("@")[0]!)) ? null
        : number !== null && role !== "staff" && !Number.isInteger(number) ? (isMean(reading) || (cell.triple && isMeasured(cell.triple)) || hasMeasuredUnit(context, reading.at) ? null : "count-fraction")
        : role !== "staff" && reading.kind === "text" && !/^[-—–－_]+$/.test(reading.text.trim()) && isReadByFormula(context, cell.reading.at) ? "text-value"
        : null;
      if (id === null) continue;
      yield finding(this.meta, reading.at, {
        message: () => say(id, { label: cell.label, shown: shown(reading) }),
        basis: say("basis-count"),
        subject: cellSubject(cell),
        actual: reading.text
      });
    }
  }
};

const MEASURED_UNIT = /^\(?(?:[万千百]?元|小时|课时|学时|公斤|千克|斤|吨|升|平方米|平米|㎡|公里|千米|km|kg)\)?$/i;
const ADJUSTMENT = /调整[数额量]|增减|变动|核减|追加/;
/** Rows above a cell in which its heads stand. */
const HEAD_REACH = 40;

/** 元 in the row's column of units: an amount, and no count. */
function hasMeasuredUnit({ workbook }: CheckContext, { sheet: name, row, column }: CellAddress): boolean {
  const sheet = findSheet(workbook, name)!;
  return sheet.columns(row).some((each) => each < column && MEASURED_UNIT.test(headText(sheet, row, each)));
}

/** Under 调整数 stands what was taken off as well. */
function isAdjustment({ workbook }: CheckContext, { sheet: name, row, column }: CellAddress): boolean {
  const sheet = findSheet(workbook, name)!;
  for (let above = row - 1; above > 0 && above >= row - HEAD_REACH; above--) {
    const cell = sheet.cell(above, column);
    if (typeof cell?.value === "string" && cell.formula === null) return ADJUSTMENT.test(headText(sheet, above, column));
  }
  return false;
}

/** So many for each, by its formula: a mean is no count. */
function isMean({ formula }: IndicatorCell["reading"]): boolean {
  return formula !== null && /\bAVERAGE|\//i.test(formula);
}

/** Its formula takes one cell from another: more or less than before, and no count. */
function isDifference({ formula }: IndicatorCell["reading"]): boolean {
  return formula !== null && /[A-Z]\$?\d+\s*-\s*\$?(?:'?[^'!]+'?!)?\$?[A-Z]+\$?\d/i.test(formula);
}

/** A month or a quarter that a 累计 adds up; what it may hold beside counts is its own. */
function isTypedPart({ triple, role, reading }: IndicatorCell): boolean {
  return triple === null && role === "done" && reading.formula === null;
}
