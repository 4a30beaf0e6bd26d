import { say } from "../../messages";
import { numberText } from "../../values/numbers";
import { axesOf, itemNamed, type Axis, type Dimension, type Item } from "../read/axes";
import { seriesIn, type Series } from "../read/series";
import type { Line } from "../text/lines";
import { placeOf, printed, type Measure } from "../text/measures";
import { states } from "../text/numbers";
import { oncePer } from "./once";
import { coreOf, fitsUnit, ofCells, unitOf, witnessOf, type Quantity } from "./quantities";
import type { Reader } from "./reader";
import { nearMiss } from "./slips";
import { agrees, contradicts, type Proof } from "./statement";

/** Numbers side by side against the row or column that has them: which of them is meant, the others tell. */
export function proveSeries(reader: Reader): Proof[] {
  return heldIn(reader).flatMap(({ series, line, held }) => {
    const { measures } = series;
    const right = held.find(({ fits }) => fits.every(Boolean));
    if (right) return [agrees(measures, { kind: "series", subject: `series ${measures.at(-1)!.token.unit}`, witnesses: right.values.flatMap(({ witnesses }) => witnesses) })];
    return odd(held, series, line, reader);
  });
}

/** Numbers side by side that the table has in another order: each may be right of something else, together they are not. */
export function proveTurned(reader: Reader): Proof[] {
  return heldIn(reader).flatMap(({ series, line, held }) => (held.some(({ fits }) => fits.every(Boolean)) ? [] : turned(held, series, line, reader)));
}

const heldIn = oncePer((reader: Reader) => reader.lines.flatMap((line) => (line.isNote ? [] : seriesIn(line, reader.measuresOf(line)).filter(({ measures }) => measures.every(({ token }) => token.bound === "exact")).map((series) => ({
  series, line, held: axesIn(reader).flatMap((axis) => itemListsOf(series, axis).flatMap((items) => axis.dimensions.flatMap((dimension) => heldBy(items, dimension, axis, series) ?? [])))
})))));

const axesIn = oncePer((reader: Reader): readonly Axis[] => reader.tables.flatMap(axesOf));

/** What a table has of the things that a series names. */
interface Held {
  readonly dimension: Dimension;
  readonly axis: Axis;
  readonly items: readonly Item[];
  readonly values: readonly Quantity[];
  /** By the number: is it what the table has? */
  readonly fits: readonly boolean[];
}

/** The items of an axis that the names of a series mean, in their order. */
function itemListsOf({ names, isWhole, measures, counts }: Series, axis: Axis): (readonly Item[])[] {
  const counted = counts.length > 0 && axis.kind === "rows" ? counts.map((count) => itemCounted(count, axis)) : [];
  if (counted.length > 0 && counted.every((item) => item !== null)) return [counted as Item[]];
  if (isWhole) return axis.items.length === measures.length ? [axis.items] : [];
  return names.flatMap((list) => {
    const items = list.map((name) => itemNamed(name, axis));
    return items.every((item) => item !== null) && new Set(items).size === items.length ? [items as Item[]] : [];
  });
}

/** The one row that has a count. */
function itemCounted({ token: { value, unit } }: Measure, { items, found }: Axis): Item | null {
  const own = items.filter(({ rows: [row] }) => found.grid.columns.some((column) => {
    const cell = row!.cells.get(column.column);
    return cell?.value === value && !cell.isPercent && fitsUnit(unitOf(row!, column, found), unit);
  }));
  return own.length === 1 ? own[0]! : null;
}

function heldBy(items: readonly Item[], dimension: Dimension, axis: Axis, { measures }: Series): Held | null {
  const values = items.map((item) => valueOf(item, dimension, axis));
  if (values.some((value) => value === null)) return null;
  const known = values as Quantity[];
  const isKind = measures.every(({ token }, i) => (token.unit === "%") === known[i]!.isPercent && fitsUnit(known[i]!.unit, token.unit));
  return isKind ? { dimension, axis, items, values: known, fits: measures.map(({ token }, i) => states(token, known[i]!.value)) } : null;
}

function valueOf(item: Item, dimension: Dimension, { found }: Axis): Quantity | null {
  if (dimension.of === "row") return item.column ? ofCells(found, [dimension.row], item.column) : null;
  if (dimension.of === "column") return ofCells(found, item.rows, dimension.column);
  const [cell] = item.rows.flatMap(({ cells }) => [...cells.values()]);
  return { value: item.rows.length, isPercent: false, unit: "", text: String(item.rows.length), witnesses: cell ? [witnessOf(cell, found)] : [], cell: null };
}

/** Does the sentence name the column or row, or does the table have what tells it from chance: a number of two digits? */
function isPlain({ dimension, axis, values }: Held, { measures: [first] }: Series, line: Line, reader: Reader): boolean {
  if (values.some(({ value }) => value >= 10 || !Number.isInteger(value)) || dimension.of === "count") return true;
  return reader.mentionsOf(line).some(({ start, rows, columns }) => start >= first!.sentence.start && (dimension.of === "row" ? rows.some((one) => one.found === axis.found && one.rows.includes(dimension.row)) : columns.some((one) => one.found === axis.found && one.column === dimension.column)));
}

/** All numbers of the table, in another order. */
function turned(held: readonly Held[], series: Series, line: Line, reader: Reader): Proof[] {
  const { measures } = series;
  const sorted = (values: readonly number[]): string => values.slice().sort((a, b) => a - b).join("|");
  const own = sorted(measures.map(({ token }) => token.value));
  const found = held.find((one) => sorted(one.values.map(({ value }) => value)) === own && isPlain(one, series, line, reader));
  if (!found) return [];
  const place = placeOf(line, { start: measures[0]!.token.start, end: measures.at(-1)!.token.end });
  const right = found.values.map(({ text }) => text).join("、");
  return [contradicts(measures, { kind: "series", subject: "turned", place, witnesses: found.values.flatMap(({ witnesses }) => witnesses) }, { rule: "report-claim", severity: "error", actual: place.quote, expected: right, message: say("statement-ordered", { written: place.quote, right }) })];
}

const FEWEST = 3;

/** One number is not what the table has beside all others, whichever of its columns is taken that has these. */
function odd(held: readonly Held[], series: Series, line: Line, reader: Reader): Proof[] {
  const { measures } = series;
  const near = held.filter((one) => one.fits.filter((fit) => !fit).length === 1 && isPlain(one, series, line, reader) && isTelling(one, series));
  const [first] = near;
  if (!first) return [];
  const at = first.fits.indexOf(false);
  const right = first.values[at]!;
  if (!isSaidAlike(first, at, series)) return [];
  if (near.some((one) => one.fits.indexOf(false) !== at || one.values[at]!.value !== right.value)) return [];
  const measure = measures[at]!;
  // 5月爱心市民捐赠的1520元: of one row of the kind.
  if (held.some((one) => one.items[at]!.rows.some((row) => [...row.cells.values()].some(({ value }) => states(measure.token, value))))) return [];
  const others = agrees(measures.filter((_, i) => i !== at), { kind: "series", subject: "series", witnesses: first.values.flatMap(({ witnesses }) => witnesses) });
  return [others, contradicts([measure], { kind: "series", subject: first.items[at]!.names[0] ?? "", witnesses: right.witnesses }, {
    rule: "report-count", severity: "warning", actual: printed(measure), expected: printed(measure).replace(measure.token.text, numberText(right.value)), message: say("statement-value", { name: first.items[at]!.names[0] ?? "", written: printed(measure), right: right.text })
  })];
}

/** 6月的新社工3人 beside 3月14人: its own words say that it counts something else. */
function isSaidAlike({ items }: Held, at: number, { names }: Series): boolean {
  const rests = (names[0] ?? []).map((name, i) => coreOf([...items[i]!.names].sort((a, b) => b.length - a.length).reduce((rest, one) => rest.replace(one, ""), name)));
  return rests[at] === undefined || rests[at] === "" || rests.some((rest, i) => i !== at && (rest === rests[at] || rest.startsWith(rests[at]!) || rest.endsWith(rests[at]!)));
}

/** Those that fit must not fit by chance: two different numbers of two digits, or three different ones; of two, the one that does not must look like a slip. */
function isTelling({ fits, values, items }: Held, { measures, names }: Series): boolean {
  const fitting = [...new Set(measures.filter((_, i) => fits[i]).map(({ token }) => token.value))];
  const isLarge = (value: number): boolean => value >= 10 || !Number.isInteger(value);
  if (measures.length >= FEWEST) return fitting.length >= FEWEST || fitting.filter(isLarge).length >= 2;
  const at = fits.indexOf(false);
  const rests = (names[0] ?? []).map((name, i) => items[i]!.names.reduce((rest, one) => rest.replace(one, ""), name));
  return fitting.length === 1 && isLarge(fitting[0]!) && nearMiss(measures[at]!.token.value, values[at]!.value) && rests.length === 2 && (rests[0]!.endsWith(rests[1]!) || rests[1]!.endsWith(rests[0]!));
}
