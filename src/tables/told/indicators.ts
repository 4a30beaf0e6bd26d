import { isCount, type Evidence, type SheetAtoms } from "../../evidence";
import { stripsOf, type Fit } from "../../told";
import { normalise } from "../../values/text";
import { columnLetters } from "../../workbook";
import { cleanName } from "../indicators/list-rows";
import { blockHeads, type BlockHeads } from "../indicators/proven/block-heads";
import { rowLabel, type Labels } from "../indicators/proven/block-labels";
import { rowsAt, type BlockRow } from "../indicators/proven/block-rows";
import { tableOf, type AnyTable, type ReadBlock } from "../indicators/proven/block-tables";
import { countColumns, type Block, type Strip } from "../indicators/proven/strips";
import { UNPROVEN } from "../indicators/proven/unproven";
import { View } from "../indicators/proven/view";
import { isPercentHead } from "../indicators/heads";
import type { CardList, IndicatorItem } from "../indicators/types";
import { findTitles, titleFor } from "../titles";
import type { Reading } from "../types";
import { labelKind } from "./rows";

/** A longer text beside no number is a note. */
const LONGEST_UNFILLED = 20;

/** The block of a told table of indicators: the columns as they were told, all rows under the heads that hold something. */
export function toldBlock(fit: Fit, evidence: Evidence, atoms: SheetAtoms): ReadBlock {
  const view = new View(atoms, false);
  const at = (index: number | undefined): number | null => (index === undefined ? null : fit.columns[index]!.column);
  const head = fit.headTop > fit.headBottom ? null : fit.headBottom;
  const strips = stripsOf(fit.columns).map(({ target, done, rate }): Strip => ({ target: at(target), done: at(done)!, rate: at(rate), rows: [], quotients: new Map(), head }));
  const labels = labelsOf(fit);
  const bare: Block = { view, head, strips };
  const rows = dataRows(fit, bare, labels);
  const block: Block = { ...bare, strips: strips.map((strip) => ({ ...strip, rows })) };
  const read = rowsAt(block, labels, rows, evidence).map((row): BlockRow => {
    const told = labelKind(fit.told, row.text);
    return told === "total" || told === "subtotal" ? { ...row, says: told } : row;
  });
  const staff = fit.columns.find(({ role }) => role === "staff")?.column ?? null;
  return { block, heads: headsOf(fit, block, labels), labels, rows: read, staff, sums: new Map() };
}

/** The table that a told table of indicators is; null where it has no row. */
export function toldIndicators(fit: Fit, evidence: Evidence, atoms: SheetAtoms): AnyTable | null {
  const read = toldBlock(fit, evidence, atoms);
  if (read.rows.length === 0) return null;
  const titles = findTitles(fit.sheet);
  const table = fit.told.kind === "cards" ? cards(fit, read) : tableOf(read, titles, fit.told.kind === "list" ? "list" : "matrix");
  return { ...table, told: fit.told.name };
}

function labelsOf({ columns, headBottom, headTop, rect }: Fit): Labels {
  const named = [...columns.filter(({ role }) => role === "category"), ...columns.filter(({ role }) => role === "name")].map(({ column }) => column);
  return { left: rect.left, columns: named, head: headTop > headBottom ? "" : columns.find(({ role }) => role === "name")?.head ?? "" };
}

/** Rows with numbers (or "/") in the told columns; of areas also those that nobody filled in. Rows told to hold no data are none. */
function dataRows({ told, headBottom, last }: Fit, block: Block, labels: Labels): number[] {
  const columns = [...new Set(block.strips.flatMap(countColumns))];
  const rows: number[] = [];
  for (let row = headBottom + 1; row <= last; row++) {
    const label = rowLabel(block, labels, row);
    if (label && labelKind(told, label.text) === "none") continue;
    const cells = columns.map((column) => block.view.atom(row, column));
    const counts = cells.filter((atom) => isCount(atom) || atom?.kind === "none" || atom?.kind === "error").length;
    const isUnfilled = told.kind === "matrix" && label !== null && label.text.length <= LONGEST_UNFILLED && cells.every((atom) => atom === undefined);
    if ((counts > 0 && (label !== null || labels.columns.length === 0 || counts >= 2)) || isUnfilled) rows.push(row);
    if (told.kind === "cards" && rows.length > 0) break;
  }
  return rows;
}

/** The heads in the table's own words; indicators that nothing names are called after the head of their done column. */
function headsOf({ headTop, told }: Fit, block: Block, labels: Labels): BlockHeads {
  const heads = blockHeads(block, labels.left, block.head === null ? undefined : headTop);
  const strips = new Map([...heads.strips].map(([strip, own]) => {
    const isNamed = own.groups.length > 0 || own.prefix !== "" || told.kind !== "matrix" || (heads.caption !== null && block.strips.length === 1);
    const groups = isNamed ? own.groups : [normalise(own.words.done ?? own.words.target ?? `${columnLetters(strip.done)}列`)];
    return [strip, { ...own, groups, rateInPercent: isInPercent(block, strip) ?? isPercentHead(own.words.rate ?? "") }] as const;
  }));
  return { ...heads, strips };
}

/** Whether rates without a percent sign are in percent, as most of the numbers say; null where they say nothing. */
function isInPercent({ view }: Block, { target, done, rate, rows }: Strip): boolean | null {
  if (rate === null || target === null) return null;
  let [ratios, percents] = [0, 0];
  for (const row of rows) {
    const [divisor, count, shown] = [target, done, rate].map((column) => view.reading(row, column));
    if (!divisor!.number || count!.number === null || shown!.number === null) continue;
    const ratio = count!.number / divisor!.number;
    if (Math.abs(shown!.number - ratio) < Math.abs(shown!.number - ratio * 100)) ratios++;
    else percents++;
  }
  return ratios === percents ? null : percents > ratios;
}

/** A card for each strip, named by the text beside it or over it. */
function cards(fit: Fit, { block, heads, labels, rows }: ReadBlock): CardList {
  const { view } = block;
  const [{ row }] = rows as [BlockRow];
  const label = rowLabel(block, labels, row) ?? besideCard(fit, block, row);
  const items = block.strips.map((strip): IndicatorItem => {
    const own = heads.strips.get(strip)!;
    const over = own.groups[own.groups.length - 1] ?? heads.caption?.text ?? aboveCard(fit, block, strip);
    const nameRow = heads.caption?.text === over ? heads.caption.row : heads.top;
    return {
      name: { group: cleanName(label?.text ?? over), leaf: "" }, nameAt: label?.reading.at ?? view.reading(nameRow, strip.done).at, category: "",
      target: strip.target === null ? null : view.reading(row, strip.target), done: view.reading(row, strip.done),
      rate: strip.rate === null ? null : view.reading(row, strip.rate), rateInPercent: own.rateInPercent, words: own.words
    };
  });
  const { sheet } = fit;
  const rect = { ...fit.rect, bottom: row };
  return { kind: "cards", sheet: sheet.name, rect, ...titleFor(sheet, findTitles(sheet), rect), ...UNPROVEN, items };
}

/** A text right before the numbers names the card. */
function besideCard({ rect }: Fit, { view }: Block, row: number): { text: string; reading: Reading } | null {
  const reading = rect.left > 1 ? view.reading(row, rect.left - 1) : null;
  return reading?.kind === "text" ? { text: normalise(reading.text), reading } : null;
}

function aboveCard({ headTop }: Fit, { view }: Block, strip: Strip): string {
  return view.text(headTop - 1, strip.target ?? strip.done) || view.text(headTop - 1, strip.done) || view.text(headTop, strip.done);
}
