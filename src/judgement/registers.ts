import { isNoCount } from "../tables/indicators/conditions";
import { headText, readCell } from "../tables/reading";
import { allTables, type Tables } from "../tables/tables";
import type { Reading } from "../tables/types";
import { sameNumber } from "../values/numbers";
import { cellName, columnLetters, columnNumber, findSheet, Kept, keyToRowColumn, rectContains, type CellAddress, type Sheet, type Workbook } from "../workbook";
import type { Arithmetic } from "./arithmetic";
import type { OddFill } from "./fills";

/** A range of a register, or one cell, as a formula names it. */
interface Named {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

type Argument = { readonly text: string } & ({ readonly kind: "range" | "cell"; readonly of: Named } | { readonly kind: "other" });

/** One count or sum out of a register: =SUMIFS(register, area's column, area, kind's column, kind). */
interface Call {
  readonly at: CellAddress;
  readonly name: string;
  readonly args: readonly Argument[];
  /** The register's sheet. */
  readonly register: string;
}

const CALL = /^=\s*(SUMIFS?|COUNTIFS?|AVERAGEIFS?)\((.*)\)\s*$/i;
const PLACE = /^(?:(?:'((?:[^']|'')+)'|([^'"!()+*/,<>=&^\s:-]+))!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i;
/** So many calls of a table that read one register alike show how it is read. */
const ALIKE = 3;
const MOST = 2 / 3;

const keptCalls = new Kept<Tables, ReadonlyMap<string, readonly Call[]>>();

/** The calls of the tables of a workbook, by the register that they read; looked for once for all who ask. */
function callsOf(workbook: Workbook, tables: Tables): ReadonlyMap<string, readonly Call[]> {
  return keptCalls.of(tables, [workbook], () => callsIn(workbook, tables));
}

function callsIn(workbook: Workbook, tables: Tables): Map<string, Call[]> {
  const rects = allTables(tables);
  const calls = new Map<string, Call[]>();
  for (const sheet of workbook.sheets) {
    const own = rects.filter((table) => table.sheet === sheet.name).map(({ rect }) => rect);
    for (const { key, formula } of own.length === 0 ? [] : sheet.shownFormulas()) {
      const parts = CALL.exec(formula);
      if (!parts) continue;
      const at = { sheet: sheet.name, ...keyToRowColumn(key) };
      // What a table counts stands in it or right of it.
      if (!own.some((rect) => at.row >= rect.top && at.row <= rect.bottom)) continue;
      const args = (argumentsOf(parts[2]!) ?? []).map((text) => argumentOf(text, sheet.name));
      const ranges = args.flatMap((arg) => (arg.kind === "range" ? [arg.of] : []));
      const [first] = ranges;
      // A table that adds up its own rows is no register: its roles say what those cells hold.
      if (!first || first.sheet === sheet.name || ranges.some((range) => range.sheet !== first.sheet) || ranges.some((range) => range.left !== range.right)) continue;
      const group = `${first.sheet}\u0000${sheet.name}`;
      calls.set(group, [...(calls.get(group) ?? []), { at, name: parts[1]!.toUpperCase(), args, register: first.sheet }]);
    }
  }
  return calls;
}

/** The arguments between the outer brackets; a comma inside brackets or a text parts none. null where the first bracket closes before the end: two calls. */
function argumentsOf(text: string): string[] | null {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!;
    if (sign === "\"") quoted = !quoted;
    else if (!quoted && sign === "(") depth++;
    else if (!quoted && sign === ")" && --depth < 0) return null;
    else if (!quoted && depth === 0 && sign === ",") {
      parts.push(text.slice(from, i).trim());
      from = i + 1;
    }
  }
  return [...parts, text.slice(from).trim()];
}

function argumentOf(text: string, home: string): Argument {
  const named = PLACE.exec(text);
  if (!named) return { text, kind: "other" };
  const [, quoted, plain, left, top, right = left, bottom = top] = named;
  const of = { sheet: quoted?.replace(/''/g, "'") ?? plain ?? home, top: Number(top), left: columnNumber(left!.toUpperCase()), bottom: Number(bottom), right: columnNumber(right!.toUpperCase()) };
  return { text, kind: named[5] === undefined ? "cell" : "range", of };
}

/** Counts and sums out of registers that alone read other rows, another column or another criterion than those around them. */
export function oddCalls(workbook: Workbook, tables: Tables, arithmetic: Arithmetic): OddFill[] {
  return [...callsOf(workbook, tables).values()].flatMap((calls) => {
    if (calls.length < ALIKE) return [];
    const rows = usual(calls.flatMap(rangesOf).map(({ top, bottom }) => `${top}:${bottom}`), MOST);
    const typed = typedAmong(workbook, calls).flatMap(({ call, formula }) => oddAt(workbook, tables, arithmetic, call, formula, calls));
    const odd = calls.flatMap((call) => {
      const args = call.args.map((arg, i) => inRows(arg, rows) ?? inLine(workbook, call, i, calls) ?? arg.text);
      return args.some((text, i) => text !== call.args[i]!.text) ? [{ call, formula: `=${call.name}(${args.join(",")})` }] : [];
    });
    const slipped = odd.length * 3 > calls.length ? [] : odd.flatMap(({ call, formula }) => oddAt(workbook, tables, arithmetic, call, formula, calls));
    return [...slipped, ...(typed.length * 3 > calls.length ? [] : typed)];
  });
}

function rangesOf({ args }: Call): Named[] {
  return args.flatMap((arg) => (arg.kind === "range" ? [arg.of] : []));
}

/** What so many of the texts are; null where none is. */
function usual(texts: readonly string[], share: number): string | null {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[1] >= 2 && most[1] >= texts.length * share ? most[0] : null;
}

/** A range over other rows than the rest, over those; null where its rows are theirs. */
function inRows(arg: Argument, rows: string | null): string | null {
  if (arg.kind !== "range" || rows === null || rows === `${arg.of.top}:${arg.of.bottom}`) return null;
  const [top, bottom] = rows.split(":");
  return arg.text.replace(/(\$?[A-Z]{1,3}\$?)\d+:(\$?[A-Z]{1,3}\$?)\d+$/i, (_, first: string, last: string) => `${first}${top}:${last}${bottom}`);
}

/** The argument as the others of the cell's column, or of its row, have it; null where it is so, or where they differ among themselves. */
function inLine(workbook: Workbook, call: Call, i: number, calls: readonly Call[]): string | null {
  const sheet = findSheet(workbook, call.at.sheet)!;
  const own = signOf(sheet, call, i);
  const beside = (line: "row" | "column"): Call[] => calls.filter((other) => other !== call && other.name === call.name && other.args.length === call.args.length && other.at[line] === call.at[line]);
  const agreed = (["column", "row"] as const).map((line) => ({ others: beside(line), sign: usual(beside(line).map((other) => signOf(sheet, other, i)), 1) }));
  if (agreed.every(({ sign }) => sign === null)) return labelOfOwnRow(sheet, call, i, calls);
  if (agreed.some(({ sign }) => sign === own)) return null;
  // Where a column and a row each have one way, they must be the same.
  const signs = new Set(agreed.flatMap(({ sign }) => (sign === null ? [] : [sign])));
  if (signs.size !== 1) return null;
  const [sign] = signs;
  const model = agreed.find((one) => one.sign === sign)!.others[0]!.args[i]!;
  return asThere(sheet, call, model, sign!);
}

/** A criterion in the label column but of another row, where every other call of the row, of whatever name, reads its own label there. */
function labelOfOwnRow(sheet: Sheet, { at, args }: Call, i: number, calls: readonly Call[]): string | null {
  const arg = args[i]!;
  if (arg.kind !== "cell" || arg.of.sheet !== sheet.name || arg.of.top === at.row) return null;
  const own = calls.filter((other) => other.at.row === at.row && other.at.column !== at.column).map((other) => other.args.filter((one) => one.kind === "cell" && one.of.sheet === sheet.name && one.of.left === arg.of.left));
  const reads = own.filter((cells) => cells.length > 0);
  return reads.length >= 2 && reads.every((cells) => cells.every((one) => one.kind === "cell" && one.of.top === at.row)) ? arg.text.replace(/\d+$/, String(at.row)) : null;
}

/** Numbers typed in a row (or column) between calls that are alike but for their own head or label, with the call that would stand there. */
function typedAmong(workbook: Workbook, calls: readonly Call[]): { call: Call; formula: string }[] {
  return (["row", "column"] as const).flatMap((line) => {
    const cross = line === "row" ? "column" : "row";
    const lines = new Map<number, Call[]>();
    for (const call of calls) lines.set(call.at[line], [...(lines.get(call.at[line]) ?? []), call]);
    return [...lines.values()].flatMap((own) => {
      const [first] = own;
      const sheet = findSheet(workbook, first!.at.sheet)!;
      const signs = first!.args.map((_, i) => usual(own.map((call) => (call.args.length === first!.args.length ? signOf(sheet, call, i) : "")), 1));
      if (own.length < ALIKE || own.some(({ name }) => name !== first!.name) || signs.some((sign) => sign === null || sign.startsWith("other"))) return [];
      // A call of one line repeats its own line's cells: what is a label in a row is the same for all of it.
      const places = own.map(({ at }) => at[cross]);
      return Array.from({ length: Math.max(...places) - Math.min(...places) }, (_, i) => Math.min(...places) + i).filter((place) => !places.includes(place)).flatMap((place) => {
        const at = { ...first!.at, [cross]: place };
        const cell = sheet.cell(at.row, at.column);
        if (!cell || cell.formula !== null || typeof cell.value !== "number") return [];
        const args = first!.args.map((arg, i) => asThere(sheet, { ...first!, at }, arg, signs[i]!));
        return args.some((text) => text === null) ? [] : [{ call: { ...first!, at }, formula: `=${first!.name}(${args.join(",")})` }];
      });
    });
  });
}

/** What an argument is, seen from its cell: a column of the register, a text, the label of its own row or the head of its own column. */
function signOf(sheet: Sheet, { at, args }: Call, i: number): string {
  const arg = args[i]!;
  if (arg.kind === "other") {
    const { month, head, label } = wordsOf(sheet, at);
    return month !== null && arg.text === String(month) ? "month" : head !== "" && arg.text === `"${head}"` ? "head text" : label !== "" && arg.text === `"${label}"` ? "label text" : `text ${arg.text}`;
  }
  if (arg.kind === "range") return `column ${arg.of.left}`;
  if (arg.of.sheet !== sheet.name) return `cell ${arg.text}`;
  const extent = sheet.extent(arg.of.top, arg.of.left);
  if (at.row >= extent.top && at.row <= extent.bottom) return `label ${extent.left}`;
  if (at.column >= extent.left && at.column <= extent.right) return `head ${extent.top}`;
  return `other ${arg.of.top},${arg.of.left}`;
}

const MONTH_HEAD = /^(?:\d{4}年)?(1[0-2]|[1-9])月(?:份)?$/;
/** Rows above a cell in which its head stands. */
const HEAD_REACH = 40;

/** The text above a cell, the month that it names, and the first text of its row. */
function wordsOf(sheet: Sheet, { row, column }: CellAddress): { head: string; month: number | null; label: string } {
  let head = "";
  for (let at = row - 1; at >= 1 && at >= row - HEAD_REACH && head === ""; at--) {
    const { top, left } = sheet.extent(at, column);
    if (typeof sheet.cell(top, left)?.value === "string") head = headText(sheet, at, column);
  }
  const first = sheet.columns(row).find((other) => other < column && typeof sheet.cell(row, other)!.value === "string");
  return { head, month: Number(MONTH_HEAD.exec(head)?.[1]) || null, label: first === undefined ? "" : headText(sheet, row, first) };
}

/** The model's argument as it would be written in the cell. */
function asThere(sheet: Sheet, { at }: Call, model: Argument, sign: string): string | null {
  const { month, head, label } = wordsOf(sheet, at);
  if (sign === "month") return month === null ? null : String(month);
  if (sign === "head text" || sign === "label text") return (sign === "head text" ? head : label) === "" ? null : `"${sign === "head text" ? head : label}"`;
  if (model.kind !== "cell") return model.text;
  const [kind, line] = sign.split(" ");
  if (kind !== "label" && kind !== "head") return model.text;
  const { top, left } = kind === "label" ? sheet.extent(at.row, Number(line)) : sheet.extent(Number(line), at.column);
  if (headText(sheet, top, left) === "") return null;
  return model.text.replace(/(\$?)[A-Z]{1,3}(\$?)\d+$/i, (_, column: string, row: string) => `${column}${columnLetters(left)}${row}${top}`);
}

function oddAt(workbook: Workbook, tables: Tables, { evaluator, at: judged }: Arithmetic, { at, name }: Call, formula: string, calls: readonly Call[]): OddFill[] {
  // What a role says of a cell goes before its neighbours; what its own formula proves of it says nothing of a slip.
  const own = judged(at);
  if (own?.verdict?.state === "right" && own.meaning.byProof !== true) return [];
  const reading = readCell(findSheet(workbook, at.sheet)!, at.row, at.column);
  const outcome = evaluator.evaluate(formula, at);
  if (outcome.state !== "known" || typeof outcome.value !== "number") return [];
  // A register without an entry says nothing of what was typed instead.
  if (reading.formula === null && (outcome.value === 0 || reading.number === null || sameNumber(reading.number, outcome.value))) return [];
  const table = allTables(tables).find((one) => one.sheet === at.sheet && rectContains(one.rect, at.row, at.column))?.kind ?? "workbook";
  const models = calls.filter((other) => other.name === name && cellName(other.at.row, other.at.column) !== cellName(at.row, at.column)).map((other) => other.at)
    .sort((a, b) => Number(a.column !== at.column) - Number(b.column !== at.column) || Math.abs(a.row - at.row) - Math.abs(b.row - at.row));
  return [{ reading, formula, gives: outcome.value, models, agrees: reading.number !== null && sameNumber(reading.number, outcome.value), table }];
}

/** Numbers kept as text in the columns of registers that tables add up: a sum passes over them. */
export function registerTexts(workbook: Workbook, tables: Tables): { reading: Reading; reader: CellAddress; head: string }[] {
  const found = new Map<string, { reading: Reading; reader: CellAddress; head: string }>();
  for (const call of [...callsOf(workbook, tables).values()].flat()) {
    const summed = call.name === "SUMIF" ? call.args[2] ?? call.args[0] : call.name.startsWith("COUNT") ? undefined : call.args[0];
    const sheet = summed?.kind === "range" ? findSheet(workbook, summed.of.sheet) : undefined;
    if (summed?.kind !== "range" || !sheet) continue;
    const { top, bottom, left } = summed.of;
    const column = Array.from({ length: Math.min(bottom, sheet.used?.bottom ?? 0) - top + 1 }, (_, i) => readCell(sheet, top + i, left));
    const numbers = column.filter(({ kind, textual }) => kind === "number" && !textual).length;
    for (const reading of column) {
      if (!reading.textual || reading.formula !== null || reading.number === null || isNoCount(reading) || numbers * 3 < column.length * 2) continue;
      const key = `${sheet.name} ${reading.at.row} ${reading.at.column}`;
      if (!found.has(key)) found.set(key, { reading, reader: call.at, head: headText(sheet, top - 1, left) });
    }
  }
  return [...found.values()];
}
