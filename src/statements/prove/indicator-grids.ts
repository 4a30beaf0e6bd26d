import { canonicalName, indicatorLabel } from "../../tables/indicators/join";
import type { Triple } from "../../tables/indicators/types";
import { roundHalfUp } from "../../values/numbers";
import { normalise } from "../../values/text";
import { shortNamesOf } from "../read/short-names";
import { familyOf } from "../read/subjects";
import type { FoundGrid } from "../read/vocabulary";
import type { Source } from "../source";
import type { GridCell, GridColumn, GridRow } from "../text/grids";
import { keyOf } from "./indicators";

/** A set of indicators that a sentence may speak of: those of one table, of all. */
export type IndicatorSet = readonly Triple[];

/** The indicators with a target: of each table, of the matrix with the lists, of all; one that stands in several tables once. */
export function setsOf({ indicators, tables }: Source): IndicatorSet[] {
  const rated = indicators.filter(({ area, triple }) => area === null && isRated(triple)).map(({ triple }) => triple);
  const of = (sheets: readonly { readonly sheet: string; readonly rect: { readonly top: number; readonly bottom: number } }[]): IndicatorSet =>
    once(rated.filter(({ done: { at } }) => sheets.some(({ sheet, rect }) => sheet === at.sheet && at.row >= rect.top && at.row <= rect.bottom)));
  const { matrices, overall, cards } = tables;
  return [of([...matrices, ...overall, ...cards]), of([...matrices, ...overall]), of(matrices), ...[...matrices, ...overall, ...cards].map((table) => of([table]))].filter((set) => set.length > 1);
}

function isRated({ target, done }: Triple): boolean {
  return (target?.number ?? 0) > 0 && done.number !== null;
}

function once(triples: readonly Triple[]): IndicatorSet {
  const keys = triples.map(({ name }) => {
    const family = familyOf(name);
    return family ? keyOf(family) : `${canonicalName(name.group)}·${normalise(name.leaf)}`;
  });
  return triples.filter((_, i) => keys.indexOf(keys[i]!) === i);
}

const COLUMNS: readonly GridColumn[] = [{ column: 1, head: "协议量", group: "", unit: "" }, { column: 2, head: "完成量", group: "", unit: "" }, { column: 3, head: "完成率", group: "", unit: "" }];

/** The indicators of a source as tables of their own (协议量 · 完成量 · 完成率): those of each set, and those of every area. */
export function indicatorGrids(source: Source): FoundGrid[] {
  const sets = setsOf(source).map((set) => set.map((triple) => rowOf(triple, namesOf(triple))));
  const seen = new Set<string>();
  const different = sets.filter((rows) => {
    const key = rows.map(({ cells }) => `${cells.get(2)!.at.sheet} ${cells.get(2)!.at.row} ${cells.get(2)!.at.column}`).join("|");
    return seen.size < seen.add(key).size;
  });
  const areas = source.indicators.filter(({ area, triple }) => area !== null && isRated(triple)).map(({ area, triple }) => rowOf(triple, namesOf(triple).flatMap((name) => [`${area}的${name}`, `${area}${name}`])));
  return [...different, ...(areas.length > 2 ? [areas] : [])].map((rows) => ({ file: source.file, grid: { columns: COLUMNS, heads: new Map(COLUMNS.map(({ column, head }) => [column, head])), rows, sums: [] } }));
}

/** 专业个案 · 接案: 专业个案接案, 个案接案, 接案. */
function namesOf({ name }: Triple): string[] {
  const group = name.group.replace(/[（(].*?[）)]/gu, "");
  const leaf = /^(?:个数|次数|场次|数量|数)?$/u.test(name.leaf) ? "" : name.leaf;
  const short = group.replace(/^专业|^新增|^发展|^培育/u, "");
  const family = familyOf(name);
  return [...new Set([indicatorLabel(name), group + leaf, short + leaf, ...(/^.案$/u.test(leaf) ? [leaf] : []), ...(family ? shortNamesOf(family) : [])])].filter((one) => one.length >= 2);
}

function rowOf({ target, done, rate, rateInPercent }: Triple, labels: readonly string[]): GridRow {
  const cell = (at: GridCell["at"], value: number, isPercent = false): GridCell => ({ at, value, isPercent });
  const percent = rate?.number == null ? (done.number! / target!.number!) * 100 : rateInPercent && !rate.text.includes("%") ? rate.number : rate.number * 100;
  return { labels, texts: new Map(), isSum: false, cells: new Map([[1, cell(target!.at, target!.number!)], [2, cell(done.at, done.number!)], [3, cell((rate ?? done).at, roundHalfUp(percent, 2), true)]]) };
}
