import type { Evidence } from "../../../evidence";
import type { CellAddress, Rect } from "../../../workbook";
import { isTitleText, titleFor, type Title } from "../../titles";
import type { TableBase } from "../../types";
import { cleanName, named, type ListRow } from "../list-rows";
import { isAreaHead, isNameHead, roleOf } from "../heads";
import { distinct } from "../matrix";
import type { CardList, IndicatorItem, IndicatorName, IndicatorTable, Matrix, MatrixRow, OverallList, OwnWords, Triple } from "../types";
import { blockHeads, stripName, type BlockHeads, type StripHeads } from "./block-heads";
import { blockRows, stripSums, type BlockRow } from "./block-rows";
import type { Labels } from "./block-labels";
import { UNPROVEN } from "./unproven";
import { leftOf, rightOf, type Block, type Strip } from "./strips";

/** A table of indicators of any of the three kinds. */
export type AnyTable = Matrix | OverallList | CardList;

type Base = Omit<IndicatorTable, "kind">;

/** Everything that was read of a block. */
export interface ReadBlock {
  readonly block: Block;
  readonly heads: BlockHeads;
  readonly labels: Labels;
  readonly rows: readonly BlockRow[];
  readonly staff: number | null;
  readonly sums: ReadonlyMap<Strip, readonly Strip[]>;
}

export function readBlock(block: Block, evidence: Evidence): ReadBlock {
  const { labels, rows, staff } = blockRows(block, evidence);
  return { block, labels, rows, staff, heads: blockHeads(block, labels.left), sums: stripSums(block, rows, evidence) };
}

/** The table that a block is: cards, a list of indicators, or a matrix with areas below one another or side by side. `as`: what it was told to be. */
export function tableOf(read: ReadBlock, titles: readonly Title[], as?: "matrix" | "list"): AnyTable {
  const base = { ...baseOf(read, titles), ...UNPROVEN };
  if (as) return as === "matrix" ? matrixOfRows(read, base) : { ...base, kind: "overall", items: listItems(read) };
  const cards = cardItems(read);
  if (cards) return { ...base, kind: "cards", items: cards };
  switch (axisOf(read)) {
    case "rows":
      return matrixOfRows(read, base);
    case "strips":
      return matrixOfStrips(read, base);
    case null:
      return { ...base, kind: "overall", items: listItems(read) };
  }
}

function baseOf({ block: { view, strips }, heads, labels, rows, staff }: ReadBlock, titles: readonly Title[]): Omit<TableBase, "kind"> {
  const all = strips.flatMap((strip) => [leftOf(strip), rightOf(strip)]);
  const left = labels.columns[0] ?? Math.min(...all);
  const rect: Rect = view.swapRect({
    top: heads.top, left: Math.min(left, staff ?? left), bottom: Math.max(...rows.map(({ row }) => row)), right: Math.max(...all, staff ?? 0)
  });
  return { sheet: view.atoms.sheet.name, rect, ...titleFor(view.atoms.sheet, titles, rect) };
}

/** A name over the heads, or beside them from their row on, above one row of numbers for each strip. */
function cardItems({ block, heads, rows, labels }: ReadBlock): IndicatorItem[] | null {
  const [only, more] = rows;
  if (!only || more || block.head === null) return null;
  const beside = only.labelTop <= block.head;
  const labelled = labels.columns.length > 0 && !beside;
  if (labelled) return null;
  const before = namesBefore(block, block.head, only.row);
  return block.strips.map((strip, index): IndicatorItem => {
    const own = heads.strips.get(strip)!;
    if (before) return { ...tripleOf(block, strip, own, only.row, { group: cleanName(before[index]!.text), leaf: "" }), nameAt: before[index]!.at, category: "" };
    const over = own.groups[own.groups.length - 1] ?? heads.caption?.text ?? "";
    const name = beside && labels.columns.length > 0 ? only.text : over;
    const at = beside && labels.columns.length > 0 ? only.label.at
      : block.view.reading(over === heads.caption?.text ? heads.caption.row : heads.top, heads.caption?.column ?? strip.done).at;
    return { ...tripleOf(block, strip, own, only.row, { group: cleanName(name), leaf: "" }), nameAt: at, category: "" };
  });
}

/**
 * The text right before each strip, from its heads' row to its numbers', which is no head itself: cards that follow one another, each under
 * (or right of) its own name. null unless every strip has one of its own.
 */
function namesBefore({ view, strips }: Block, head: number, row: number): readonly { readonly text: string; readonly at: CellAddress }[] | null {
  const names = strips.map((strip) => {
    const from = Math.max(0, ...strips.filter((other) => rightOf(other) < leftOf(strip)).map(rightOf));
    for (let column = leftOf(strip) - 1; column > from; column--) {
      const line = [head, row].find((each) => view.typedText(each, column) !== undefined);
      const text = line === undefined ? "" : view.text(line, column);
      if (text !== "") return roleOf(text) || isTitleText(text) ? null : { text, at: view.reading(line!, column).at };
    }
    return null;
  });
  const own = names.filter((name) => name !== null);
  return own.length === strips.length ? own : null;
}

/** What the areas are: the rows, the strips side by side, or nothing (a list of indicators). */
function axisOf({ block, heads, labels, rows, sums }: ReadBlock): "rows" | "strips" | null {
  const groups = block.strips.map((strip) => nameText(heads.strips.get(strip)!));
  const distinctGroups = new Set(groups.filter((text) => text !== ""));
  const rowSums = rows.some(({ parts }) => parts !== null);
  const rowHead = block.view.turned ? "" : labels.head;
  if (sums.size > 0 && distinctGroups.size > 1) return "strips";
  if (isAreaHead(rowHead)) return "rows";
  if (isNameHead(rowHead)) return looksLikeAreas([...distinctGroups]) ? "strips" : null;
  if (distinctGroups.size > 1 && looksLikeAreas([...distinctGroups])) return "strips";
  const labelsLook = looksLikeAreas(rows.filter(({ says }) => says === null).map(({ text }) => text));
  if (rowSums || rows.some(({ says }) => says !== null)) return distinctGroups.size > 0 || labelsLook || heads.caption ? "rows" : null;
  return labelsLook ? "rows" : null;
}

/** Most texts are places: 片区1, 东片, 青禾社区, 第一网格. */
export function looksLikeAreas(texts: readonly string[]): boolean {
  const areas = texts.filter((text) => /片区?\d*$|^[东西南北中]+片|社区$|村$|居委会?$|街道?$|镇$|站点?$|网格|小区$|片区|点$|第[一二三四五六七八九十\d]+[片组区]/.test(text));
  return areas.length >= 2 && areas.length * 2 > texts.length;
}

function nameText({ groups, prefix }: StripHeads): string {
  return [...groups, prefix].join("");
}

function tripleOf({ view }: Block, strip: Strip, heads: StripHeads, row: number, name: IndicatorName): Triple {
  return {
    name, target: strip.target === null ? null : view.reading(row, strip.target), done: view.reading(row, strip.done),
    rate: strip.rate === null ? null : view.reading(row, strip.rate), rateInPercent: heads.rateInPercent, ...ownWords(heads.words)
  };
}

/** The heads, where they are none of the words that everybody knows. */
export function ownWords(words: OwnWords): { words?: OwnWords } {
  const known = (["target", "done", "rate"] as const).every((role) => words[role] === undefined || roleOf(words[role]) === role);
  return known ? {} : { words };
}

function listItems({ block, heads, rows }: ReadBlock): IndicatorItem[] {
  const all = block.strips.map((strip) => heads.strips.get(strip)!);
  const items = rows.filter(({ says, parts }) => says === null && parts === null);
  const named_ = items.map((row): ListRow => ({
    text: cleanName(row.text), nameAt: row.label.at, category: row.category, ...withoutName(tripleOf(block, block.strips[0]!, all[0]!, row.row, { group: "", leaf: "" }))
  }));
  return items.flatMap((row, index) => {
    const { name, category, nameAt } = named(named_[index]!, named_);
    return block.strips.map((strip, at): IndicatorItem => {
      const part = block.strips.length > 1 ? nameText(all[at]!) : "";
      const leaf = [name.leaf, part].filter((text) => text !== "").join("·");
      return { ...tripleOf(block, strip, all[at]!, row.row, { group: name.group, leaf }), nameAt, category };
    });
  });
}

function withoutName({ name: _, ...rest }: Triple): Omit<Triple, "name"> {
  return rest;
}

/** Areas below one another, indicators side by side. */
function matrixOfRows({ block, heads, rows, staff }: ReadBlock, base: Base): AnyTable {
  const { view, strips } = block;
  const all = strips.map((strip) => heads.strips.get(strip)!);
  const caption = heads.caption?.text ?? "";
  const names = unique(all.map((own) => withCaption(stripName(own, all), caption)));
  const made = rows.map((row) => ({
    row,
    made: {
      row: row.label.at.row, label: row.label, staff: staff === null ? null : view.reading(row.row, staff),
      triples: strips.map((strip, index) => tripleOf(block, strip, all[index]!, row.row, names[index]!))
    } satisfies MatrixRow
  }));
  return { ...base, kind: "indicators", columns: names.map((name) => ({ name })), ...sorted(made) };
}

/** Areas side by side, indicators below one another. */
function matrixOfStrips({ block, heads, rows, sums }: ReadBlock, base: Base): AnyTable {
  const { view, strips } = block;
  const items = listNames(rows);
  const labelRow = block.head === null ? heads.top : groupRow(block, heads);
  const made = strips.map((strip) => {
    const own = heads.strips.get(strip)!;
    const text = nameText(own);
    const label = { ...view.reading(labelRow, strip.done), text };
    const parts = sums.get(strip)?.map((part) => strips.indexOf(part)) ?? null;
    return {
      row: { row: strips.indexOf(strip), parts, says: /小计$/.test(text) ? "subtotal" as const : /[合总]计|汇总|全[站街镇]/.test(text) ? "total" as const : null },
      made: { row: label.at.row, label, staff: null, triples: items.map(({ row, name }) => tripleOf(block, strip, own, row, name)) } satisfies MatrixRow
    };
  });
  return { ...base, kind: "indicators", columns: items.map(({ name }) => ({ name })), ...sorted(made) };
}

function groupRow({ view, strips }: Block, heads: BlockHeads): number {
  const strip = strips[0]!;
  const text = heads.strips.get(strip)!.groups[0];
  for (let row = heads.top; row < heads.top + 6; row++) if (view.text(row, strip.done) === text) return row;
  return heads.top;
}

function listNames(rows: readonly BlockRow[]): { row: number; name: IndicatorName }[] {
  const items = rows.filter(({ says, parts }) => says === null && parts === null);
  const asList = items.map((row) => ({ text: cleanName(row.text), category: row.category, nameAt: row.label.at }) as ListRow);
  return items.map((row, index) => ({ row: row.row, name: named(asList[index]!, asList).name }));
}

/** A table of one indicator is named by what stands over it. */
function withCaption(name: IndicatorName, caption: string): IndicatorName {
  return name.group === "" ? { group: caption, leaf: name.leaf } : name;
}

/** Two columns that their heads do not tell apart would be taken for one indicator. */
function unique(names: readonly IndicatorName[]): IndicatorName[] {
  return names.map((name, index) => {
    const twins = names.filter((other) => other.group === name.group && other.leaf === name.leaf);
    return twins.length > 1 ? { group: name.group, leaf: `${name.leaf}${names.slice(0, index).filter((other) => twins.includes(other)).length + 1}` } : name;
  });
}

interface Made { readonly row: Pick<BlockRow, "row" | "parts" | "says">; readonly made: MatrixRow }

/** Tells areas from the rows that add them up: by proof, otherwise by their label and place. */
function sorted(all: readonly Made[]): Pick<Matrix, "areas" | "total" | "subtotals" | "totalParts" | "staff" | "staffTotal"> {
  const isSum = ({ row }: Made): boolean => row.parts !== null || row.says !== null;
  const areas = all.filter((one) => !isSum(one));
  const sums = all.filter(isSum);
  const leaves = (one: Made, seen = new Set<Made>()): Set<Made> => {
    if (seen.has(one)) return new Set();
    seen.add(one);
    const parts = partsOf(one, all);
    return new Set(isSum(one) ? parts.flatMap((part) => [...leaves(part, seen)]) : [one]);
  };
  const covers = (one: Made): number => leaves(one).size;
  const total = [...sums].sort((a, b) => covers(b) - covers(a) || Number(b.row.says === "total") - Number(a.row.says === "total"))
    .find((one) => covers(one) === areas.length || one.row.says === "total") ?? (sums.length === 1 && sums[0]!.row.says ? sums[0]! : null);
  const subtotals = sums.filter((one) => one !== total);
  return {
    areas: areas.map(({ made }) => made),
    total: total?.made ?? null,
    subtotals: subtotals.flatMap((one) => {
      const parts = partsOf(one, all).map(({ made }) => made);
      return parts.length > 0 ? [{ ...one.made, areas: parts }] : [];
    }),
    totalParts: total?.row.parts && !leavesOneOut(total, areas, leaves(total)) ? partsOf(total, all).map(({ made }) => made) : null,
    staff: distinct(areas.map(({ made }) => made.staff)),
    staffTotal: total?.made.staff ?? null
  };
}

/** A row of this is no area beside the others. */
const ASIDE = /其中|不计|不含|除外|机动|备用/;
/** An area beside so many that a 合计 adds up was forgotten by it; more were left out on purpose. */
const AREAS_A_FORGOTTEN = 2;

/** A row called 合计 whose formulas all leave out an area above it: the range was not extended when the area came. */
function leavesOneOut(total: Made, areas: readonly Made[], covered: ReadonlySet<Made>): boolean {
  const { row } = total.made;
  const left = areas.filter((area) => !covered.has(area));
  return total.row.says === "total" && left.length === 1 && covered.size >= AREAS_A_FORGOTTEN && [...covered].every((area) => area.made.row < row)
    && left.every(({ made }) => made.row < row && !ASIDE.test(made.label.text));
}

/** What a sum's proof names; without one, a 小计 adds up the areas above it up to the sum before, a 合计 all of them. */
function partsOf(one: Made, all: readonly Made[]): Made[] {
  if (one.row.parts !== null) return one.row.parts.flatMap((row) => all.find((other) => other.row.row === row) ?? []);
  const isSum = (other: Made): boolean => other.row.parts !== null || other.row.says !== null;
  const before = all.slice(0, all.indexOf(one));
  if (one.row.says !== "subtotal") return all.filter((other) => !isSum(other));
  const last = before.map(isSum).lastIndexOf(true);
  return before.slice(last + 1);
}
