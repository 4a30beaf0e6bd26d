import { say } from "../../messages";
import { numberText, roundHalfUp } from "../../values/numbers";
import { roleOf } from "../read/roles";
import { printed, type Measure } from "../text/measures";
import { states } from "../text/numbers";
import { oncePer } from "./once";
import { coreOf, fitsUnit, ofCells, ofMeasure, totalOf, unitOf, type Quantity } from "./quantities";
import type { Reader } from "./reader";
import { relationOf } from "./relations";
import { isDifference, meanOf } from "../read/derivations";
import { scopeOf } from "./indicators";
import { contradicts, type Proof } from "./statement";

/**
 * Numbers that nothing in the report and its tables explains, and that a slip of the hand makes of the cell that the words name: where two
 * signs are changed about, one is wrong, left out or doubled, weaker words than elsewhere are enough.
 */
export function proveTyped(reader: Reader): Proof[] {
  return reader.lines.flatMap((line) => (line.isNote ? [] : reader.measuresOf(line).flatMap((measure) => typedOf(measure, reader))));
}

/** 电访、探访合计1020次: of both. */
const OF_SEVERAL = /[、和与及][^，、；。]{0,10}(?:合计|共计|总计|一共)$/u;

/** How surely words name a cell: its row and its column, or one of both. */
type Naming = "both" | "one";

interface Candidate {
  readonly quantity: Quantity;
  readonly naming: Naming;
}

function typedOf(measure: Measure, reader: Reader): Proof[] {
  const { token } = measure;
  // 全年应到岗180人次 in a report of half a year: of another length of time than the tables.
  if (isListed(measure, reader) || /(?:全年|年度|[上下]半年)[应实]到/u.test(measure.before) || OF_SEVERAL.test(measure.line.text.slice(measure.sentence.start, measure.token.start))) return [];
  if (token.bound !== "exact" || token.unit === "" || token.spelled || token.value < 10 || (token.unit !== "%" && roleOf(measure) === "other") || relationOf(measure) || isDifference(measure) || meanOf(measure) || /均|每/u.test(measure.before) || scopeOf(measure, reader) === undefined || isExplained(measure, reader)) return [];
  const meant = [...cellsNamed(measure, reader), ...saidAlike(measure, reader)].filter(({ quantity, naming }) => isSlipOf(token, quantity.value, naming));
  const values = new Set(meant.map(({ quantity }) => quantity.value));
  if (values.size !== 1) return [];
  const { quantity } = meant[0]!;
  const right = `${token.decimals > 0 ? roundHalfUp(quantity.value / (token.step * 10 ** token.decimals), token.decimals).toFixed(token.decimals) : numberText(quantity.value)}`;
  return [contradicts([measure], { kind: "typed", subject: `typed ${token.unit}`, witnesses: quantity.witnesses }, {
    rule: "report-count", severity: "warning", actual: printed(measure), expected: printed(measure).replace(token.text, right), message: say("statement-typed", { written: printed(measure), right })
  })];
}

/** 依次为17.40分、17.10分、16.50分: each of a list belongs to a name of its own. */
function isListed({ line, token }: Measure, reader: Reader): boolean {
  const all = reader.measuresOf(line);
  const at = all.findIndex((one) => one.token === token);
  const follows = (one: Measure | undefined, other: Measure | undefined): boolean => one !== undefined && other !== undefined && one.token.unit === other.token.unit && /^[、和及]$/u.test(line.text.slice(one.token.end, other.token.start));
  return follows(all[at - 1], all[at]) || follows(all[at], all[at + 1]);
}

/** Every number of every table, and of the text, by its value. */
const known = oncePer((reader: Reader): ReadonlyMap<number, readonly { readonly unit: string; readonly measure: Measure | null }[]> => {
  const all = new Map<number, { unit: string; measure: Measure | null }[]>();
  const add = (value: number, unit: string, measure: Measure | null): void => {
    const own = all.get(Math.abs(value));
    if (own) own.push({ unit, measure });
    else all.set(Math.abs(value), [{ unit, measure }]);
  };
  for (const found of reader.tables) {
    for (const column of found.grid.columns) {
      for (const row of [...found.grid.rows, ...found.grid.sums]) {
        const cell = row.cells.get(column.column);
        if (cell) add(cell.value, cell.isPercent ? "%" : unitOf(row, column, found), null);
      }
      const total = totalOf(found, column);
      if (total) add(total.value, total.unit, null);
    }
  }
  for (const line of reader.lines) for (const measure of reader.measuresOf(line)) add(measure.token.value, measure.token.unit, measure);
  return all;
});

function isExplained(measure: Measure, reader: Reader): boolean {
  const { value, unit } = measure.token;
  return (known(reader).get(value) ?? []).some((one) => one.measure !== measure && (one.unit === "%") === (unit === "%") && fitsUnit(one.unit, unit));
}

/** The cells whose row or column the sentence names before the number, or its line at the head. */
function cellsNamed(measure: Measure, reader: Reader): Candidate[] {
  const { line, token, sentence, behind } = measure;
  const mentions = reader.mentionsOf(line).filter(({ start, end }) => end <= token.end + behind.length && (start >= sentence.start || end <= 14));
  const clause = Math.max(sentence.start, ...["，", "；", "：", "、", "（"].map((mark) => line.text.lastIndexOf(mark, token.start - 1) + 1));
  return reader.tables.flatMap((found) => {
    const rows = new Set(mentions.flatMap((one) => one.rows.filter((own) => own.found === found && own.rows.length === 1).map((own) => own.rows[0]!)));
    const columns = new Set(mentions.flatMap((one) => one.columns.filter((own) => own.found === found).map(({ column }) => column)));
    const isNear = mentions.some((one) => one.start >= clause && [...one.rows, ...one.columns].some((own) => own.found === found));
    if (!isNear) return [];
    const cells = found.grid.columns.flatMap((column) => [...rows].flatMap((row): Candidate[] => {
      const quantity = ofCells(found, [row], column);
      return quantity ? [{ quantity, naming: columns.has(column) ? "both" : "one" }] : [];
    }));
    const totals = [...columns].flatMap((column): Candidate[] => {
      const quantity = totalOf(found, column);
      return quantity ? [{ quantity, naming: rows.size === 0 ? "both" : "one" }] : [];
    });
    return [...cells, ...totals].filter(({ quantity }) => quantity.isPercent === (token.unit === "%") && fitsUnit(quantity.unit, token.unit));
  });
}

/** Numbers of other lines that stand under just the same words. */
function saidAlike(measure: Measure, reader: Reader): Candidate[] {
  const words = coreOf(measure.before);
  if (words.length < 2) return [];
  const area = scopeOf(measure, reader)?.name ?? null;
  return reader.lines.flatMap((line) => (line === measure.line || line.isNote ? [] : reader.measuresOf(line).filter((one) => one.token.unit === measure.token.unit && one.token.bound === "exact" && coreOf(one.before) === words && (scopeOf(one, reader)?.name ?? null) === area).map((one): Candidate => ({ quantity: ofMeasure(one), naming: "one" }))));
}

const FEW = 3;
const MANY = 4;

/** Could it be typed for the other? The fewer signs a number has and the less its words tell, the less a likeness says. */
function isSlipOf(token: Measure["token"], right: number, naming: Naming): boolean {
  const digits = (value: number): string => String(roundHalfUp((value / token.step), 0));
  const [a, b] = [digits(token.value), digits(right)];
  if (a === b || states(token, right)) return false;
  const length = Math.max(a.length, b.length);
  const least = naming === "both" ? FEW : MANY;
  if (isTurned(a, b)) return length >= least - 1;
  return length >= least + (naming === "both" ? 0 : 1) && (isOneSign(a, b) || isOneMore(a, b) || isOneMore(b, a));
}

function isTurned(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((sign, i) => sign !== b[i]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function isOneSign(a: string, b: string): boolean {
  return a.length === b.length && [...a].filter((sign, i) => sign !== b[i]).length === 1;
}

/** Is it the other with one sign more? */
function isOneMore(a: string, b: string): boolean {
  return a.length === b.length + 1 && [...a].some((_, i) => a.slice(0, i) + a.slice(i + 1) === b);
}
