import type { Evidence, SheetAtoms } from "../../evidence";
import type { Fit } from "../../told";
import { rectContains } from "../../workbook";
import { isCheckable, isShown, provenCells, rateOf } from "../indicators/proven/cells";
import type { ReadBlock } from "../indicators/proven/block-tables";
import type { OverallList, ProvenRate, ProvenSum, QuotientTable } from "../indicators/types";
import { UNPROVEN } from "../indicators/proven/unproven";
import { findTitles, titleFor } from "../titles";
import { toldBlock } from "./indicators";

/**
 * A table of which only the arithmetic is to be checked: what formulas and values prove of its cells, the rates of the columns that were told,
 * and the rows that were told to be totals.
 */
export function toldArithmetic(fit: Fit, evidence: Evidence, atoms: SheetAtoms): QuotientTable {
  const { sheet, rect, told } = fit;
  const base = { sheet: sheet.name, rect, ...titleFor(sheet, findTitles(sheet), rect) };
  const whole: OverallList = { ...base, kind: "overall", items: [], ...UNPROVEN };
  const proven = evidence.quotients.filter((quotient) => quotient.rate.sheet === atoms.index && rectContains(rect, quotient.rate.top, quotient.rate.left) && isShown(quotient) && isCheckable(evidence, quotient));
  const hasRoles = fit.columns.some(({ role }) => role === "done");
  const block = hasRoles ? toldBlock(fit, evidence, atoms) : null;
  const own = block ? ratesOf(block) : [];
  const known = new Set(own.map(({ rate }) => `${rate.at.row}:${rate.at.column}`));
  const rates = [...own, ...proven.map((quotient) => rateOf(evidence, quotient, whole)).filter(({ rate }) => !known.has(`${rate.at.row}:${rate.at.column}`))];
  const toldSums = block ? sumsOf(block) : [];
  const summed = new Set(toldSums.map(({ total }) => `${total.at.row}:${total.at.column}`));
  const sums = provenCells(evidence, whole).sums.filter(({ total }) => !summed.has(`${total.at.row}:${total.at.column}`));
  return { ...base, kind: "quotients", proven: { rates, sums: [...toldSums, ...sums] }, told: told.name };
}

function ratesOf({ block, heads, rows }: ReadBlock): ProvenRate[] {
  const { view } = block;
  return block.strips.flatMap((strip) => {
    const { words, rateInPercent } = heads.strips.get(strip)!;
    if (strip.target === null || strip.rate === null) return [];
    return rows.flatMap(({ row, text }): ProvenRate[] => {
      const rate = view.reading(row, strip.rate!);
      return rate.kind === "blank" || rate.kind === "slash" ? [] : [{ rate, dones: [view.reading(row, strip.done)], targets: [view.reading(row, strip.target!)], rateInPercent, row: text, words }];
    });
  });
}

/** A row told to be a 小计 adds up the rows above it up to the sum before, a 合计 all rows that are none. */
function sumsOf({ block, heads, rows }: ReadBlock): ProvenSum[] {
  return rows.flatMap(({ row, says, text, parts }, index) => {
    if (says === null || parts !== null) return [];
    const before = rows.slice(0, index);
    const start = says === "subtotal" ? before.map((one) => one.says !== null).lastIndexOf(true) + 1 : 0;
    const own = before.slice(start).filter((one) => one.says === null);
    return block.strips.flatMap((strip) => {
      const { words } = heads.strips.get(strip)!;
      return (["target", "done"] as const).flatMap((role): ProvenSum[] => {
        const column = strip[role];
        if (column === null) return [];
        const total = block.view.reading(row, column);
        const cells = own.map((one) => block.view.reading(one.row, column)).filter(({ number }) => number !== null);
        const word = words[role] ?? "";
        return total.number === null || cells.length < 2 ? [] : [{ total, parts: cells, row: text, word, words: cells.map(() => word) }];
      });
    });
  });
}
