import { say, type Sentence } from "../../messages";
import { areaPlace, cellLabel, placeKey, STATION, staffLabel, TOTAL, type Place } from "../../meaning/place";
import { canonicalName, indicatorLabel } from "../../tables/indicators/join";
import { areaName } from "../../tables/indicators/matrix-rows";
import type { CardList, Matrix, MatrixRow, OverallList, ProvenCells, Triple } from "../../tables/indicators/types";
import type { FoundTable } from "../../tables/tables";
import type { Footnote, QuotientTable } from "../../tables/indicators/types";
import { normalise } from "../../values/text";
import type { CellView, Line } from "../sitting";
import type { Views } from "./views";

type IndicatorTable = Extract<FoundTable, Matrix | OverallList | CardList>;

/** The lines of a matrix: each area's name and staff, then each indicator of each area. */
export function matrixLines(matrix: Matrix, views: Views): Line[] {
  const rows: { row: MatrixRow; place: Place }[] = [
    ...matrix.areas.map((row) => ({ row, place: areaPlace(normalise(row.label.text)) })),
    ...matrix.subtotals.map((row) => ({ row, place: areaPlace(areaName(row)) })),
    ...(matrix.total ? [{ row: matrix.total, place: TOTAL }] : [])
  ];
  const areas = rows.map(({ row, place }, index): Line => line({
    sort: "area", keys: [`area ${placeKey("", place)}`], places: [{ of: `area#${index}`, name: placeKey("", place) }],
    label: row.label.text.trim(), at: row.label.at,
    cells: [...views.of(row.label, "label", "label", say("review-label-area", { name: row.label.text.trim() })), ...views.of(row.staff, "staff", "staff", staffLabel(place))],
    remarks: views.remarksOf([row.row], matrix.sheet, matrix.rect)
  }));
  const indicators = rows.flatMap(({ row, place }, index) => row.triples.map((triple, column) => {
    // One cell merged over all areas is the station's.
    const whole = matrix.areas.length > 1 && matrix.areas.every((area) => area.triples[column]!.done.at.row === triple.done.at.row);
    return tripleLine(triple, whole && row !== matrix.total ? STATION : place, { row: `#${index}`, column: `#${column}` }, views, views.remarksOf([row.row, triple.done.at.row], matrix.sheet, matrix.rect));
  }));
  return [...areas, ...indicators, ...provenLines(matrix.proven, views)].filter(({ cells }) => cells.length > 0);
}

/** The lines of a list or of cards: one an item. */
export function itemLines(table: Exclude<IndicatorTable, Matrix>, views: Views): Line[] {
  const place = areaPlace(table.area ?? "");
  const items = table.items.map((item, index) => {
    const own = tripleLine(item, place, { row: "", column: `#${index}` }, views, views.remarksOf([item.done.at.row], item.done.at.sheet, { left: table.rect.left, right: Math.max(table.rect.right, item.done.at.column) }));
    return { ...own, at: item.nameAt, cells: [...views.at(item.nameAt, "label", "label", say("review-label-name", { name: own.label })), ...own.cells] };
  });
  return [...items, ...provenLines(table.proven, views)].filter(({ cells }) => cells.length > 0);
}

export function quotientLines(table: QuotientTable, views: Views): Line[] {
  return provenLines(table.proven, views);
}

/** A footnote is one text; what it says is compared as a whole. */
export function footnoteLines({ at }: Footnote, views: Views): Line[] {
  return [line({ sort: "text", keys: ["footnote"], label: views.words(say("label-footnote")), at, cells: views.at(at, "text", "text", say("label-footnote")) })];
}

function tripleLine(triple: Triple, place: Place, at: { row: string; column: string }, views: Views, remarks: readonly string[]): Line {
  const name = indicatorLabel(triple.name);
  const label = (role: "target" | "done" | "rate"): Sentence => cellLabel(name, place, role, triple.words);
  const key = placeKey("", place);
  const canonical = `${canonicalName(triple.name.group)} ${triple.name.leaf}`;
  return line({
    sort: "indicator", keys: [`indicator ${normalise(name)} ${key}`, `indicator ${canonical} ${key}`],
    places: [{ of: `${normalise(name)} ${at.row}`, name: key }, { of: `${at.column} ${key}`, name: normalise(name) }],
    label: name === "" ? "/" : name, at: triple.done.at, remarks,
    cells: [...views.of(triple.target, "target", "target", label("target")), ...views.of(triple.done, "done", "done", label("done")), ...views.of(triple.rate, "rate", "rate", label("rate"))]
  });
}

/** What numbers prove of a table's cells besides, in its own words. */
function provenLines({ sums, rates }: ProvenCells, views: Views): Line[] {
  const own = (row: string, word: string): Sentence => say("label-own", { row, word });
  return [
    ...rates.map(({ rate, dones, targets, row, words }) => line({
      sort: "indicator", keys: [`proven ${normalise(row)} ${normalise(words.rate ?? "")}`], label: row, at: rate.at,
      cells: [
        ...targets.flatMap((one, i) => views.of(one, `target${i || ""}`, "target", own(row, words.target ?? ""))),
        ...dones.flatMap((one, i) => views.of(one, `done${i || ""}`, "done", own(row, words.done ?? ""))),
        ...views.of(rate, "rate", "rate", own(row, words.rate ?? ""))
      ]
    })),
    ...sums.map(({ total, parts, row, word, words }) => line({
      sort: "indicator", keys: [`sum ${normalise(row)} ${normalise(word)}`], label: row, at: total.at,
      // What stands on another sheet (an area's own) belongs to the tables there.
      cells: [...parts.flatMap((part, i) => (part.at.sheet === total.at.sheet ? views.of(part, partRole(words, i), "done", own(row, words[i] ?? "")) : [])), ...views.of(total, "total", "number", own(row, word))]
    }))
  ].filter(({ cells }) => cells.length > 0);
}

/** A part goes by its head; parts under one word by their order as well. */
function partRole(words: readonly string[], i: number): string {
  const word = normalise(words[i] ?? String(i));
  const before = words.slice(0, i).filter((other) => normalise(other) === word).length;
  return before === 0 ? `part ${word}` : `part ${word} ${before}`;
}

/** A line with nothing said of its place, nor remarked. */
export function line(parts: Omit<Line, "places" | "remarks"> & Partial<Pick<Line, "places" | "remarks">>): Line {
  return { places: [], remarks: [], ...parts };
}

/** The cells of several readings, each known by its place. */
export function numbered(views: Views, readings: readonly Parameters<Views["of"]>[0][], role: string, label: string): CellView[] {
  return readings.flatMap((reading, index) => views.of(reading, `${role}${index}`, "number", label));
}
