import { addressKey, type CellAddress } from "../../workbook";
import type { Reading } from "../types";
import { type Area } from "./areas";
import { LONGEST_NAME, MOST_BLANKS, MOST_FIELDS, MOST_LINES } from "./limits";
import type { View } from "./view";
import { headWord, lineKind, type LineKind } from "./words";

/** A field of a score table: a column, or a row where the items stand side by side. */
export interface GridField {
  readonly field: number;
  /** Its heads, from the outermost to its own. */
  readonly heads: readonly string[];
  /** Its own head, "" where it has none. */
  readonly head: string;
}

/** A line of a score table with what each of the grid's fields holds. */
export interface GridLine {
  readonly line: number;
  readonly kind: LineKind;
  /** The outermost of its names: 第三方 where the next is 服务监测. */
  readonly party: string;
  readonly name: string;
  readonly nameAt: CellAddress;
  readonly cells: readonly Reading[];
}

/** A score table as it stands, before anything is known of its fields. */
export interface Grid {
  readonly area: Area;
  readonly fields: readonly GridField[];
  readonly lines: readonly GridLine[];
}

/** What stands beside the points of a self-evaluation (年度指标值, 预算数): its scores follow from conditions, not from others' scores. */
const CONDITIONS = /指标值|完成值|目标值|预期|预算|执行数|金额|支出/;

/** What the user told of a score table: its last field, and what lines are of whose names he spoke ("none": no scores, null: as the names say). */
export interface ToldLines {
  readonly lastField: number;
  readonly kindOf: (names: readonly string[]) => LineKind | "none" | null;
}

/** Reads the lines and fields of a score table; null where fewer than two items have a number. */
export function readGrid(area: Area, told: ToldLines | null = null): Grid | null {
  const fields = readFields(area, told?.lastField ?? area.view.end.field);
  const heads = [...area.names.map((field) => area.view.text(area.headLast, field)), ...fields.map(({ head }) => head)];
  if (!told && heads.some((head) => CONDITIONS.test(head))) return null;
  const lines: GridLine[] = [];
  let blanks = 0;
  let ended = false;
  for (let line = area.headLast + 1; line <= area.view.end.line && blanks <= MOST_BLANKS && lines.length < MOST_LINES; line++) {
    const read = readLine(area, fields, line, told);
    if (read === null) {
      blanks++;
      continue;
    }
    blanks = 0;
    if (repeatsHeads(area.view, fields, line)) continue;
    if (isOtherHead(read)) break;
    // Under the total stand only its grade and what is made of several totals.
    if (ended && read.kind !== "grade" && read.kind !== "year" && read.kind !== "mean") break;
    ended ||= read.kind === "total" && lines.some(({ kind }) => kind === "item");
    if (read.kind === "grade" || read.cells.some(({ number }) => number !== null)) lines.push(read);
  }
  return lines.filter(({ kind }) => kind === "item").length > 1 ? { area, fields, lines } : null;
}

function readFields({ view, headFirst, headLast, names, first }: Area, last: number): GridField[] {
  const fields: GridField[] = [];
  const own = names.map((field) => view.text(headLast, field)).filter((text) => text !== "");
  let gap = 0;
  for (let field = first; field <= Math.min(last, view.end.field) && fields.length < MOST_FIELDS; field++) {
    const heads: string[] = [];
    for (let line = headFirst; line <= headLast; line++) {
      const text = view.text(line, field);
      if (text !== "" && text !== heads[heads.length - 1]) heads.push(text);
    }
    const head = heads[heads.length - 1] ?? "";
    const body = [1, 2, 3, 4].map((step) => headLast + step).filter((line) => line <= view.end.line);
    const used = head !== "" || body.some((line) => view.text(line, field) !== "");
    // The same head as that of the names, or texts after an empty field, begin another table beside this one.
    if (own.includes(head) || (used && gap > 0 && !body.some((line) => view.read(line, field).number !== null)) || (!used && ++gap > 1)) break;
    if (!used) continue;
    gap = 0;
    fields.push({ field, heads, head });
  }
  return fields;
}

/** The line, or null where it has no name. */
function readLine({ view, names }: Area, fields: readonly GridField[], line: number, lines: ToldLines | null): GridLine | null {
  const texts = names.map((field) => view.text(line, field));
  const distinct = [...new Set(texts.filter((text) => text !== ""))];
  const short = distinct.filter((text) => text.length <= LONGEST_NAME);
  const own = short.length > 0 ? short : distinct;
  const told = lines?.kindOf(own) ?? null;
  if (own.length === 0 || told === "none") return null;
  const nameField = names.filter((_, i) => own.includes(texts[i]!)).pop()!;
  const { first, left } = view.extent(line, nameField);
  return {
    line, kind: told ?? lineKind(own), party: own[0]!,
    // 督导中心 | 督导中心评估 is said once.
    name: own.filter((text, i) => !own.some((other, j) => j !== i && other.includes(text))).join(" "),
    nameAt: view.at(first, left),
    cells: fields.map(({ field }) => view.read(line, field))
  };
}

/** The heads of the page again. */
function repeatsHeads(view: View, fields: readonly GridField[], line: number): boolean {
  const told = fields.filter(({ head }) => head !== "");
  return told.length > 1 && told.every(({ field, head }) => view.text(line, field) === head);
}

/** The heads of another table. */
function isOtherHead({ cells }: GridLine): boolean {
  const words = new Set(cells.filter(({ kind }) => kind === "text").map(({ text }) => headWord(text.replace(/\s/g, ""))));
  return words.has("standard") && (words.has("score") || words.has("converted"));
}

/** Each cell once: a merged area is one cell. */
export function eachOnce(readings: readonly Reading[]): Reading[] {
  return [...new Map(readings.map((reading) => [addressKey(reading.at), reading])).values()];
}
