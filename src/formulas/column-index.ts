import type { Cell } from "../workbook";
import { digits15, parseNumber } from "./coerce";

/** What is looked for: a number or a text regardless of case. `loosely`: texts that are a number count as it, as in COUNTIF. */
export interface Sought {
  readonly value: number | string;
  readonly loosely: boolean;
}

type Rows = number[];

/** Where more cells of a column are computed, going through all of them costs no more. */
const MANY_COMPUTED = 1000;

/** The cells of a column by what they hold, so that not every look-up goes through all of them. */
export class ColumnIndex {
  private readonly numbers = new Map<number, Rows>();
  private readonly texts = new Map<string, Rows>();
  private readonly writtenNumbers = new Map<number, Rows>();
  /** Rows of which only computing tells what they hold. */
  private readonly computed: Rows = [];

  /** `cells` by their rows; `isComputed` says of a row that its cell is computed though it has no formula of its own. */
  constructor(cells: readonly (Cell | undefined)[], isComputed: (row: number) => boolean) {
    cells.forEach((cell, row) => {
      if (!cell) return;
      const { value } = cell;
      if (cell.formula !== null || isComputed(row)) this.computed.push(row);
      else if (typeof value === "number") add(this.numbers, digits15(value), row);
      else if (typeof value === "string") {
        add(this.texts, value.toLowerCase(), row);
        const number = parseNumber(value);
        if (number !== null) add(this.writtenNumbers, digits15(number), row);
      }
    });
  }

  /** Every row from top to bottom whose cell may hold what is looked for, in order; null where that would be most of them. */
  rows({ value, loosely }: Sought, top: number, bottom: number): readonly number[] | null {
    if (this.computed.length > MANY_COMPUTED) return null;
    const found = typeof value === "string" ? [this.texts.get(value.toLowerCase())] : [this.numbers.get(digits15(value)), loosely ? this.writtenNumbers.get(digits15(value)) : undefined];
    const lists = [...found, this.computed].flatMap((list) => (list ? [within(list, top, bottom)] : [])).filter((list) => list.length > 0);
    return lists.length === 1 ? lists[0]! : lists.flat().sort((a, b) => a - b);
  }
}

function add<K>(map: Map<K, Rows>, key: K, row: number): void {
  const rows = map.get(key);
  if (rows) rows.push(row);
  else map.set(key, [row]);
}

function within(rows: Rows, top: number, bottom: number): Rows {
  if (rows.length === 0 || (rows[0]! >= top && rows[rows.length - 1]! <= bottom)) return rows;
  return rows.filter((row) => row >= top && row <= bottom);
}
