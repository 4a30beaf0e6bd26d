import type { CellAddress, Rect } from "../../src/workbook";
import { binary, brackets, call, cell, columnRange, divide, equal, number, prefix, range, text, type Expression } from "./expression";

/** The marks of a roster (or of a group, or a person) as formulas see them. */
export interface MarkFrame {
  readonly sheet: string;
  readonly firstColumn: number;
  readonly months: number;
  readonly marks: number;
  readonly present: string | number;
  readonly top: number;
  readonly bottom: number;
  /** Which of the spellings to use. */
  readonly spelling: number;
}

const wanted = (frame: MarkFrame): Expression => (typeof frame.present === "number" ? number(frame.present) : text(frame.present));

function area(frame: MarkFrame, rect: Rect): Expression {
  return range(frame.sheet, rect);
}

/** Ticks of one column of a group: 小计. */
export function tickCount(frame: MarkFrame, month: number, mark: number): Expression {
  const column = frame.firstColumn + month * frame.marks + mark;
  const marks = columnRange(frame.sheet, column, frame.top, frame.bottom, frame.spelling === 4 ? "row" : "");
  switch (frame.spelling) {
    case 1:
      return call("SUMPRODUCT", binary(brackets(equal(marks, wanted(frame))), "*", number(1)));
    case 2:
      return call("SUMPRODUCT", prefix("--", brackets(equal(marks, wanted(frame)))));
    case 3:
      return call("COUNTIFS", marks, wanted(frame));
    default:
      return call("COUNTIF", marks, wanted(frame));
  }
}

/** A person's months, where plain counting is right: 人员到岗小计. */
export function personCount(frame: MarkFrame, row: number): Expression {
  const last = frame.firstColumn + frame.months * frame.marks - 1;
  const all = area(frame, { top: row, left: frame.firstColumn, bottom: row, right: last });
  const month = (m: number): Expression => area(frame, {
    top: row, left: frame.firstColumn + m * frame.marks, bottom: row, right: frame.firstColumn + (m + 1) * frame.marks - 1
  });
  const months = Array.from({ length: frame.months }, (_, m) => m);
  switch (frame.spelling) {
    case 1:
      return divide(call("SUMPRODUCT", binary(brackets(equal(all, wanted(frame))), "*", number(1))), number(frame.marks));
    case 2:
      return months.map((m): Expression => brackets(equal(call("COUNTIF", month(m), wanted(frame)), number(frame.marks))))
        .reduce((a, b) => binary(a, "+", b), number(0));
    case 3:
      return divide(call("SUM", ...months.map((m) => call("COUNTIF", month(m), wanted(frame)))), number(frame.marks));
    case 4:
      return call("SUM", ...months.map((m) => call("IF", equal(call("COUNTIF", month(m), wanted(frame)), number(frame.marks)), number(1), number(0))));
    default:
      return divide(call("COUNTIF", all, wanted(frame)), number(frame.marks));
  }
}

/** A month of a group, where no half counts: 有效人次小计. */
export function effectiveCount(frame: MarkFrame, month: number): Expression {
  const first = frame.firstColumn + month * frame.marks;
  const columns = Array.from({ length: frame.marks }, (_, k) => columnRange(frame.sheet, first + k, frame.top, frame.bottom));
  switch (frame.spelling) {
    case 1:
    case 2: {
      const tests = columns.map((c): Expression => brackets(equal(c, wanted(frame))));
      return call("SUMPRODUCT", tests.length === 1 ? binary(tests[0]!, "*", number(1)) : tests.reduce((a, b) => binary(a, "*", b)));
    }
    case 3:
      return call("COUNTIFS", ...columns.flatMap((c) => [c, wanted(frame)]));
    default:
      return divide(
        call("COUNTIF", area(frame, { top: frame.top, left: first, bottom: frame.bottom, right: first + frame.marks - 1 }), wanted(frame)),
        number(frame.marks));
  }
}

/** The sum of a column over the people of a group. */
export function sumDown(frame: MarkFrame, column: number): Expression {
  const values = columnRange(frame.sheet, column, frame.top, frame.bottom);
  return frame.spelling === 2 ? call("SUBTOTAL", number(9), values) : frame.spelling === 4 ? call("SUMPRODUCT", values) : call("SUM", values);
}

/** The sum over the groups: 总计. */
export function grandSum(parts: readonly CellAddress[], spelling: number): Expression {
  const cells = parts.map((at) => cell(at));
  return spelling % 2 === 1 ? call("SUM", ...cells) : cells.reduce((a, b) => binary(a, "+", b));
}
