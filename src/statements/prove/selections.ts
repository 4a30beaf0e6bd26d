import { say } from "../../messages";
import { numberText } from "../../values/numbers";
import { rowsChosen, type Chosen } from "../read/conditions";
import type { FoundGrid } from "../read/vocabulary";
import type { GridColumn, GridRow } from "../text/grids";
import type { Line } from "../text/lines";
import { placeOf, printed, type Measure, type Range } from "../text/measures";
import type { Witness } from "../types";
import { scopeOf } from "./indicators";
import { fitsUnit, ofCells, unitOf, witnessOf } from "./quantities";
import type { Reader } from "./reader";
import { relationOf } from "./relations";
import { agrees, contradicts, type Proof } from "./statement";

const COUNTED = new Set(["个", "项", "场", "笔", "名", "人", "条", "类", "家", "份", "次", "本", "支", "件", "位"]);
const FORMER = /上一?(?:年|个?(?:评估|采购)?周期)|去年|往年|以往/u;

/** What sentences say of the rows that have a property: how many they are, what they come to, and which. */
export function proveSelections(reader: Reader): Proof[] {
  if (reader.tables.length === 0) return [];
  return reader.lines.flatMap((line) => (line.isNote ? [] : [...reader.measuresOf(line).flatMap((measure) => ofMeasure(measure, reader)), ...listings(line, reader)]));
}

/** Rows that words choose surely in one table. */
interface Selection extends Chosen {
  readonly found: FoundGrid;
}

/** 扣1分的有3个; 现金4笔共14.3万元; 3场活动不足50人次. */
function ofMeasure(measure: Measure, reader: Reader): Proof[] {
  const { token, line, sentence } = measure;
  if (token.bound !== "exact" || measure.bracketed || token.unit === "%" || token.unit === "" || relationOf(measure) || scopeOf(measure, reader) !== null || FORMER.test(line.text.slice(sentence.start, token.start))) return [];
  const start = clauseStart(line, token.start, sentence.start);
  const before = selectionsOf(line, { start, end: token.start }, reader);
  const behind = token.end < line.text.length && !/[，。；、）]/u.test(line.text[token.end]!) ? selectionsOf(line, { start: token.end, end: clauseEnd(line, token.end) }, reader).filter(() => /^(?:其中|共?有|另有|则|即|中有|仅)*$/u.test(line.text.slice(start, token.start))) : [];
  const counts = COUNTED.has(token.unit) ? [...before, ...behind].filter(({ found, rows, conditions }) => rows.length > 0 && conditions.some(({ isName }) => !isName) && !isUnitOfTable(found, token.unit)).map((one) => ({ ...one, value: one.rows.length, text: numberText(one.rows.length), witnesses: witnessesOf(one) })) : [];
  const sums = before.flatMap((one) => sumsOf(one, measure, reader).map((quantity) => ({ ...one, ...quantity })));
  return told(measure, [...counts, ...sums], start);
}

/** Are its rows themselves counted in that unit: 建档（户）, 参与人次? */
function isUnitOfTable({ grid: { columns, rows } }: FoundGrid, unit: string): boolean {
  return columns.some((column) => rows.some((row) => row.cells.has(column.column) && unitOf(row, column, { grid: { columns, rows, sums: [], heads: new Map() }, file: null }) === unit));
}

function told(measure: Measure, options: readonly (Selection & { readonly value: number; readonly text: string; readonly witnesses: readonly Witness[] })[], start: number): Proof[] {
  const { line, token } = measure;
  const about = { kind: "selection", subject: `rows ${token.unit}`, place: placeOf(line, { start, end: token.end }) };
  const right = options.find(({ value }) => value === measure.token.value);
  if (right) return [agrees([measure], { ...about, witnesses: right.witnesses })];
  const [first] = options;
  if (!first || options.some(({ value, isDoubtful }) => isDoubtful || value !== first.value)) return [];
  return [contradicts([measure], { ...about, witnesses: first.witnesses }, {
    rule: "report-count", severity: "warning", actual: printed(measure), expected: printed(measure).replace(measure.token.text, first.text), message: say("statement-selection", { words: line.text.slice(start, token.start), written: printed(measure), right: first.text })
  })];
}

/** 企业共72630元: what the rows come to in the only column of the unit. */
function sumsOf({ rows, found, conditions }: Selection, { token, line, sentence }: Measure, reader: Reader): { value: number; text: string; witnesses: readonly Witness[] }[] {
  const named = reader.mentionsOf(line).filter(({ start, end }) => start >= sentence.start && end <= token.start).flatMap(({ columns }) => columns.filter((one) => one.found === found).map(({ column }) => column));
  const fitting = found.grid.columns.filter((column) => column.column > 0 && rows.length > 0 && rows.every((row) => row.cells.has(column.column) && unitOf(row, column, found) === token.unit));
  const own = fitting.length > 1 ? fitting.filter((column) => named.includes(column)) : fitting;
  const quantity = own.length === 1 && conditions.length > 0 ? ofCells(found, rows, own[0]!) : null;
  return quantity && fitsUnit(quantity.unit, token.unit) ? [quantity] : [];
}

/** By each table of which the words choose rows and say nothing else. */
function selectionsOf(line: Line, range: Range, reader: Reader): Selection[] {
  const context = reader.mentionsOf(line).filter(({ end }) => end <= range.end).flatMap(({ columns }) => columns.map(({ column }): GridColumn => column));
  return reader.tables.flatMap((found): Selection[] => {
    const chosen = rowsChosen(line, range, found, reader.measuresOf(line), context);
    return chosen.conditions.length > 0 && chosen.rest === "" ? [{ ...chosen, found }] : [];
  });
}

function witnessesOf({ rows, found }: Selection): Witness[] {
  return rows.slice(0, 4).flatMap(({ cells }) => [...cells.values()].slice(0, 1).map((cell) => witnessOf(cell, found)));
}

function clauseStart(line: Line, before: number, least: number): number {
  let start = before;
  while (start > least && !/[，。；：、（）]/u.test(line.text[start - 1]!)) start--;
  return start;
}

function clauseEnd(line: Line, from: number): number {
  let end = from;
  while (end < line.text.length && !/[，。；：、（）]/u.test(line.text[end]!)) end++;
  return end;
}

/** 得满分的3项分别是…: what opens the names of the rows. */
const OPENS = /(?:的)?(?:[\d一二三四五六七八九十两]{1,3}[个项场笔名条类家份次人])?(?:指标|项目|活动|社工|居委会|科目)?(?:分别)?(?:为|是|有|即)$/u;

/** 高于90分的居委会有东榄、裕安、西榄三个; 3项得满分，分别是…: the names against those of the rows. */
function listings(line: Line, reader: Reader): Proof[] {
  const mentions = reader.mentionsOf(line);
  return mentions.flatMap((first): Proof[] => {
    const opening = first.rows.length > 0 ? OPENS.exec(line.text.slice(0, first.start)) : null;
    if (!opening) return [];
    const own = clauseStart(line, opening.index, 0);
    // 3项得满分，分别是…
    const start = own === opening.index && /[，]/u.test(line.text[own - 1] ?? "") ? clauseStart(line, own - 1, 0) : own;
    const range = { start, end: own === opening.index ? own - (start < own ? 1 : 0) : opening.index };
    const counted = /^[\d一二三四五六七八九十两]{1,3}[个项场笔名条类家份次人]/u.exec(line.text.slice(range.start, range.end))?.[0].length ?? 0;
    const selections = selectionsOf(line, { start: range.start + counted, end: range.end }, reader);
    const names = namesFrom(first.start, line);
    return listingOf(selections, names, line, first.start);
  });
}

/** The names that follow each other, up to the next mark. */
function namesFrom(from: number, line: Line): { readonly names: readonly string[]; readonly end: number } {
  const text = /^[^，。；：（）]*/u.exec(line.text.slice(from))![0].replace(/(?:等)?[一二三四五六七八九十两\d]+[个项场名类家]?$/u, "");
  return { names: text.split(/、|和|及|与|以及/u), end: from + text.length };
}

function listingOf(selections: readonly Selection[], { names, end }: ReturnType<typeof namesFrom>, line: Line, from: number): Proof[] {
  const options = selections.flatMap((selection) => {
    const rows = names.map((name) => selection.found.grid.rows.filter(({ labels }) => labels.some((label) => label === name || (name.length >= 2 && (label.startsWith(name) || label.endsWith(name))))));
    return rows.every((own) => own.length === 1) && selection.rows.length > 0 && !selection.isDoubtful ? [{ selection, rows: rows.map(([row]) => row!) }] : [];
  });
  const [first] = options;
  if (!first) return [];
  const place = placeOf(line, { start: from, end });
  const witnesses = first.rows.flatMap(({ cells }) => [...cells.values()].slice(0, 1).map((cell) => witnessOf(cell, first.selection.found)));
  const about = { kind: "listing", subject: "rows", place, witnesses };
  if (options.some(({ selection, rows }) => rows.every((row) => selection.rows.includes(row)))) return [agrees([], about)];
  const odd = first.rows.filter((row) => !first.selection.rows.includes(row));
  const missing = first.selection.rows.filter((row) => !first.rows.includes(row));
  return [contradicts([], about, { rule: "report-claim", severity: "warning", actual: place.quote, expected: first.selection.rows.map(nameOf).join("、"), message: say("statement-listing", { written: place.quote, odd: odd.map(nameOf).join("、"), right: (missing.length > 0 ? missing : first.selection.rows).map(nameOf).join("、") }) })];
}

function nameOf({ labels }: GridRow): string {
  return labels.find((label) => !/^[\d./年月日-]+$/u.test(label)) ?? labels[0] ?? "";
}
