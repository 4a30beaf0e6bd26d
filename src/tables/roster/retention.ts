import type { Sheet } from "../../workbook";
import { normalise } from "../../values/text";
import { headText, readCell } from "../reading";
import type { RosterHead } from "./heads";
import { ROWS_OF_REMARKS, ROWS_OF_TITLES } from "./limits";
import type { Reading } from "../types";

/** The value of the 稳岗率 row: the first cell right of its words that is not blank. */
export function retentionValue(sheet: Sheet, head: RosterHead, found: { row: number; labelColumn: number }): Reading | null {
  return retentionIn(sheet, found, head.right, head.months[0]!.columns[0]!.column);
}

/** As {@link retentionValue}, of a table that ends at `right` and whose months begin at `first`. */
export function retentionIn(sheet: Sheet, found: { row: number; labelColumn: number }, right: number, first: number): Reading | null {
  const label = sheet.extent(found.row, found.labelColumn);
  for (let column = label.right + 1; column <= right; column++) {
    if (headText(sheet, found.row, column) !== "" || sheet.cell(found.row, column)?.formula) return asRate(readCell(sheet, found.row, column));
  }
  // 稳岗率：14/20=70.00% in one cell with its words.
  const own = readCell(sheet, found.row, found.labelColumn);
  const said = /稳岗率(?:\(.*\))?[:=为]((?:\d+\/\d+=?)?(?:\d+(?:\.\d+)?%)?)$/.exec(normalise(own.text))?.[1];
  if (said) return asRate({ ...own, text: said });
  const behind = rateSaid(own.text);
  if (behind) return asRate({ ...own, text: behind });
  return first > label.right ? readCell(sheet, found.row, first) : null;
}

/** 持续稳定在岗18人，稳岗率为80.00%（18/20）: what a sentence gives as the rate, not what it asks for (稳岗率要求不低于80%). */
function rateSaid(text: string): string | null {
  const plain = normalise(text).replace(/\([^)]*\*100%\)/g, "");
  const said = [...plain.matchAll(/稳岗率([^\d,;。]*)((?:\d+\/\d+|\d+(?:\.\d+)?%)[^,;。]*)/g)].filter(([, words, rate]) => !/要求|标准|低于|少于|[≥>]|应|须/.test(words!) && !/以上/.test(rate!));
  return said.length === 1 ? said[0]![2]!.replace(/\.$/, "") : null;
}

/** A sentence above the heads or under the last row that gives the rate: the cell that says it, and what it says. Null where none or several do. */
export function retentionSentence(sheet: Sheet, { top, left, right }: RosterHead, last: number): Reading | null {
  const beside = sheet.texts().filter(({ row, column, value }) => column >= left && column <= right && value.length > SHORTEST_SENTENCE && value.includes("稳岗率")
    && ((row < top && row >= top - ROWS_OF_TITLES) || (row > last && row <= last + ROWS_OF_REMARKS)));
  const said = beside.flatMap(({ row, column, value }) => rateSaid(value) === null ? [] : [asRate({ ...readCell(sheet, row, column), text: rateSaid(value)! })]);
  return said.length === 1 && said[0]!.kind === "number" ? said[0]! : null;
}

/** 稳岗率80.00% is no sentence: it has its own words and its own place. */
const SHORTEST_SENTENCE = 12;

/** "14/20=70.00%", "14/20*100%", "持续在岗14人，稳岗率70%": the rate that a text ends in. */
function asRate(reading: Reading): Reading {
  if (reading.kind !== "text" || reading.text === "") return reading;
  const plain = normalise(reading.text);
  const percent = [...plain.matchAll(/(?<![\d.*×])(\d+(?:\.\d+)?)%/g)].at(-1);
  const fraction = /(?<!\d)(\d+)\/(\d+)(?!\d)/.exec(plain);
  if (percent) return { ...reading, kind: "number", number: Number((Number(percent[1]) / 100).toPrecision(12)), textual: true, unit: "%", text: reading.text };
  return fraction && Number(fraction[2]) > 0 ? { ...reading, kind: "number", number: Number(fraction[1]) / Number(fraction[2]), textual: true, unit: "%" } : reading;
}

/** 应到人次 where a cell near the roster states it: "应到人次：120", or the number beside 应到人次. */
export function statedDue(sheet: Sheet, head: RosterHead, last: number): Reading | null {
  const bottom = Math.min(sheet.used?.bottom ?? last, last + ROWS_OF_REMARKS);
  for (let row = Math.max(1, head.top - ROWS_OF_REMARKS); row <= bottom; row++) {
    if (row >= head.top && row <= head.bottom) continue;
    for (const column of sheet.columns(row)) {
      const value = sheet.cell(row, column)!.value;
      if (typeof value !== "string" || !value.includes("应到") || value.includes("持证")) continue;
      const own = /应到(?:社工)?(?:总?人次)?(?:数|合计)?[:：为]?(\d+(?:\.5|\.0)?)(?:人次)?/.exec(normalise(value));
      const reading = readCell(sheet, row, column);
      if (own) return { ...reading, kind: "number", number: Number(own[1]), textual: true };
      const beside = readCell(sheet, row, sheet.extent(row, column).right + 1);
      if (/^应到(?:总?人次)?(?:数|合计)?[:：]?$/.test(normalise(value)) && beside.number !== null) return beside;
    }
  }
  return null;
}
