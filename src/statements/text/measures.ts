import type { Place } from "../types";
import type { Line } from "./lines";
import type { NumberToken } from "./numbers";
import { spanIn } from "./plain";

/** From … to in a line's plain text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A number of a sentence with the words around it. */
export interface Measure {
  readonly line: Line;
  readonly token: NumberToken;
  /** The words before it, from the last mark or number on; and behind its unit, up to the next. */
  readonly before: string;
  readonly behind: string;
  /** What it stands in: between 。, and between 。or ；. */
  readonly sentence: Range;
  readonly group: Range;
  /** Inside （）. */
  readonly bracketed: boolean;
}

/** All numbers of a line that can be part of a statement, in order. */
export function measuresIn(line: Line): Measure[] {
  const { text, numbers } = line;
  const sentences = rangesBetween(text, /[。！？]/gu);
  const groups = rangesBetween(text, /[。！？；]/gu);
  let sentence = 0;
  let group = 0;
  let depth = 0;
  let seen = 0;
  return numbers.map((token, index) => {
    while (sentences[sentence]!.end < token.start) sentence++;
    while (groups[group]!.end < token.start) group++;
    for (; seen < token.start; seen++) depth = text[seen] === "（" ? depth + 1 : text[seen] === "）" ? Math.max(0, depth - 1) : depth;
    const from = Math.max(numbers[index - 1]?.end ?? 0, lastMark(text, token.start));
    const to = Math.min(numbers[index + 1]?.start ?? text.length, nextMark(text, token.end));
    return { line, token, before: text.slice(from, token.start), behind: text.slice(token.end, to), sentence: sentences[sentence]!, group: groups[group]!, bracketed: depth > 0 };
  });
}

const MARK = /[，、；。：（）！？]/u;

function lastMark(text: string, before: number): number {
  for (let at = before - 1; at >= 0; at--) if (MARK.test(text[at]!)) return at + 1;
  return 0;
}

function nextMark(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (MARK.test(text[at]!)) return at;
  return text.length;
}

function rangesBetween(text: string, marks: RegExp): Range[] {
  const ranges: Range[] = [];
  let start = 0;
  for (const { index } of text.matchAll(marks)) {
    ranges.push({ start, end: index });
    start = index + 1;
  }
  ranges.push({ start, end: text.length });
  return ranges;
}

/** Where a part of a line stands in the report. */
export function placeOf(line: Line, range: Range): Place {
  const { start, end } = spanIn(line.plain, range.start, range.end);
  return { paragraph: line.paragraph, start, end, quote: line.original.slice(start, end) };
}

/** The measure with the words that name it: 完成电访 2292 个; 30 场政策宣传活动. */
export function placeOfMeasure({ line, token, before, behind }: Measure): Place {
  const named = before !== "" && before.length <= 20;
  return placeOf(line, { start: named ? token.start - before.length : token.start, end: named ? token.end : token.end + Math.min(behind.length, 20) });
}

/** As the report prints it: "2292个". */
export function printed({ line, token }: Measure): string {
  return line.text.slice(token.start, token.end);
}
