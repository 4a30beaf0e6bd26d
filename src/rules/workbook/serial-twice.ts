import { say } from "../../messages";
import { headText, readCell } from "../../tables/reading";
import { isStations } from "../../tables/tables";
import type { Reading } from "../../tables/types";
import { rectContains, type Rect, type Sheet } from "../../workbook";
import { finding, related } from "../finding";
import { valueFix } from "../fixes/content";
import type { Rule } from "../rule";

const SERIAL_HEAD = /^(?:序号|编号|序|号|No\.?|#|项次|行号)$/i;
/** Fewer numbers show no order; of the last in a column, which may be a second row of one thing, more are asked for. */
const FEWEST = 5;
const FEWEST_BEFORE_LAST = 8;
/** Rows without a number between two of one list: page breaks, headings. */
const WIDEST_GAP = 8;
/** A longer sheet is data. */
const MOST_CELLS = 30_000;

interface Twice {
  readonly reading: Reading;
  readonly first: Reading;
  readonly expected: number;
}

/** 序号 of a list or register that stands twice where all others go up by one. The persons of a roster are numbered by a rule of their own. */
export const serialTwice: Rule = {
  meta: { id: "serial-twice", severity: "warning", group: "workbook", title: "serial-twice-title", basis: ["consistency"] },
  *check({ workbook, tables, ownSheets }) {
    if (!isStations(tables)) return;
    for (const sheet of workbook.sheets) {
      if (sheet.visibility !== "visible" || ownSheets.has(sheet.name) || sheet.cells.size > MOST_CELLS) continue;
      const away = tables.rosters.filter((roster) => roster.sheet === sheet.name).map(({ rect }) => rect);
      for (const { reading, first, expected } of serialColumns(sheet, away).flatMap(twiceIn)) {
        yield finding(this.meta, reading.at, {
          message: () => say("serial-twice", { no: reading.text, first: first.at.row, second: reading.at.row, expected }),
          basis: say("basis-number-unique"),
          subject: { table: "workbook", row: sheet.name, column: `serial ${reading.text}` },
          actual: reading.text,
          expected: String(expected),
          related: [related(first.at, say("label-number", { row: first.at.row }))],
          fix: () => (reading.formula === null && !reading.textual ? valueFix(reading, expected, say("fix-serial", { number: String(expected) })) : null)
        });
      }
    }
  }
};

/** The numbers under each head 序号 of a sheet; a head that stands again on the next page goes on with them. */
function serialColumns(sheet: Sheet, away: readonly Rect[]): Reading[][] {
  const heads = sheet.texts().filter(({ row, column }) => SERIAL_HEAD.test(headText(sheet, row, column)));
  const columns = new Map<number, number>();
  for (const { row, column } of heads) columns.set(column, Math.min(columns.get(column) ?? row, row));
  return [...columns].map(([column, head]) => {
    const numbers: Reading[] = [];
    let last = head;
    for (let row = head + 1; row <= (sheet.used?.bottom ?? 0) && row - last <= WIDEST_GAP; row++) {
      const reading = readCell(sheet, row, column);
      if (reading.at.row !== row || reading.number === null || !Number.isInteger(reading.number) || away.some((rect) => rectContains(rect, row, column))) continue;
      numbers.push(reading);
      last = sheet.extent(row, column).bottom;
    }
    return numbers;
  });
}

/** The one number that is the one before it again, where every other goes up by one; lists that begin again with 1 are lists of their own. */
function twiceIn(numbers: readonly Reading[]): Twice[] {
  const starts = numbers.flatMap(({ number }, i) => (i === 0 || (number === 1 && numbers[i - 1]!.number! > 1) ? [i] : []));
  return starts.flatMap((start, i) => {
    const list = numbers.slice(start, starts[i + 1]);
    const breaks = list.flatMap((reading, at) => (at > 0 && reading.number !== list[at - 1]!.number! + 1 ? [at] : []));
    const [at, next] = breaks;
    if (at === undefined || list.length < FEWEST) return [];
    // 3, 5, 5, 6: the first of the two stands where 4 should.
    if (breaks.length === 2 && next === at + 1 && list[at]!.number === list[next]!.number && list[at]!.number === list[at - 1]!.number! + 2) return [{ reading: list[at]!, first: list[next]!, expected: list[at]!.number! - 1 }];
    if (list[at]!.number !== list[at - 1]!.number) return [];
    const isLast = breaks.length === 1 && at === list.length - 1 && list.length >= FEWEST_BEFORE_LAST;
    const goesOn = breaks.length === 2 && next === at + 1 && list[next]!.number === list[at]!.number! + 2;
    return isLast || goesOn ? [{ reading: list[at]!, first: list[at - 1]!, expected: list[at]!.number! + 1 }] : [];
  });
}
